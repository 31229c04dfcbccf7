/** Why a document does not leave as a file. */
import type { GraphQLError } from 'graphql';
import { ApiError } from '../../base/errors';
import { problem, type ProblemError } from '../../base/problem';
import { textOf, type Denial } from '../../policy/denial';

const ofDocument = (en: string, pt: string): ProblemError => problem('INVALID_INPUT', en, pt, ['document']);

/** GraphQL says in English alone what it has against a document: it is written in by who builds with it. */
export const invalid = ({ message }: GraphQLError): ProblemError =>
  ofDocument(`The document is not valid: ${message}`, `O documento não é válido: ${message}`);

export const invalidVariables = ({ message }: GraphQLError): ProblemError =>
  problem(
    'INVALID_INPUT',
    `The variables do not fit the document: ${message}`,
    `As variáveis não servem para o documento: ${message}`,
    ['variables'],
  );

export const noJson = (): ProblemError =>
  problem(
    'INVALID_INPUT',
    'The variables are no JSON object, such as {"name": "value"}.',
    'As variáveis não são um objecto JSON, como {"nome": "valor"}.',
    ['variables'],
  );

export const noQuery = (): ProblemError =>
  ofDocument(
    'The document must have one query, and nothing else.',
    'O documento tem de ter uma só consulta, e nada mais.',
  );

export const severalLists = (): ProblemError =>
  ofDocument(
    'The query must ask for one list alone: each list is a file of its own.',
    'A consulta tem de pedir uma só lista: cada lista é um ficheiro próprio.',
  );

export const noList = (root: string): ProblemError =>
  ofDocument(
    `“${root}” is no list that leaves as a file. Ask for a list, or for the table of indicators.`,
    `«${root}» não é uma lista que saia como ficheiro. Peça uma lista, ou a tabela de indicadores.`,
  );

/** A file of it would lie about, and its link is good for whoever has it; what leaves by a release goes to one address. */
export const ofMinistry = (): ProblemError =>
  ofDocument(
    'Exact numbers for a ministry leave by their release alone, and not as an export. Read them with their own query, or send them with “handsoff dhis2” and --release.',
    'Números exactos para um ministério só saem pela sua autorização, e não como exportação. Leia-os com a sua própria consulta, ou envie-os com «handsoff dhis2» e --release.',
  );

export const noRows = (root: string): ProblemError =>
  ofDocument(
    `Nothing of the rows of “${root}” is asked for. Select what each row is to tell.`,
    `Nada das linhas de «${root}» é pedido. Seleccione o que cada linha deve indicar.`,
  );

export const paged = (argument: string): ProblemError =>
  ofDocument(
    `All rows leave in one file: leave “${argument}” out.`,
    `Todas as linhas saem num só ficheiro: omita «${argument}».`,
  );

/** As the API says it; below the list, which field is to be left out. */
export function denied([first]: readonly Denial[]): ProblemError {
  const { en, pt } = textOf(first as Denial);
  const field = first?.path && first.path.length > 1 ? first.path.join('.') : null;
  return problem(
    'FORBIDDEN',
    field === null ? en : `${en} Leave “${field}” out.`,
    field === null ? pt : `${pt} Omita «${field}».`,
    ['document'],
  );
}

export const sealed = (paths: readonly string[]): ProblemError =>
  problem(
    'SEALED',
    `What is sealed never leaves as a file: ${paths.join(', ')}. Leave it out, and read it record by record.`,
    `O que está selado nunca sai como ficheiro: ${paths.join(', ')}. Omita-o, e leia-o registo a registo.`,
    ['document'],
  );

export const listWithinRows = (path: string): ProblemError =>
  ofDocument(
    `“${path}” is a list within each row, for which a table has no place. Leave it out, export that list by itself, or choose NDJSON.`,
    `«${path}» é uma lista dentro de cada linha, para a qual uma tabela não tem lugar. Omita-a, exporte essa lista à parte, ou escolha NDJSON.`,
  );

export const silentlyCut = (path: string): ProblemError =>
  ofDocument(
    `“${path}” has a page of its list in each row, and nothing would say where there is more. Select its total, or whether a page follows.`,
    `«${path}» traz uma página da sua lista em cada linha, e nada diria onde há mais. Seleccione o seu total, ou se há outra página.`,
  );

export const tooWide = (perRow: number, most: number): ProblemError =>
  ofDocument(
    `Each row could hold ${perRow} records; at most ${most} are allowed. Ask for smaller pages or fewer levels.`,
    `Cada linha poderia conter ${perRow} registos; o máximo permitido é ${most}. Peça páginas mais pequenas ou menos níveis.`,
  );

export const noStatus = (): ProblemError =>
  ofDocument(
    'Select the status of each row: without it nobody can tell what is hidden from what is missing, and either from nought.',
    'Seleccione o estado de cada linha: sem ele não se distingue o que está oculto do que falta, nem um nem outro de zero.',
  );

/** What is against an argument, as the API says it; what it does not say is no fault of the document. */
export function asProblem(error: Error): Error {
  if (!(error instanceof ApiError)) return error;
  return problem(error.code, error.in('en'), error.in('pt'), ['document']);
}

export const renamed = (name: string): ProblemError =>
  ofDocument(
    `Ask for “${name}” once, and by its own name: by two names it would be two tables.`,
    `Peça «${name}» uma só vez, e pelo seu próprio nome: com dois nomes seriam duas tabelas.`,
  );

export const twice = (name: string): ProblemError =>
  ofDocument(
    `Two columns would be called “${name}”. Give one of them another name.`,
    `Duas colunas chamar-se-iam «${name}». Dê outro nome a uma delas.`,
  );
