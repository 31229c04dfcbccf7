/** What the export command says by itself, in the language of whoever exports. */
import type { Text } from '../base/locale';

const text = (en: string, pt: string): Text => ({ en, pt });

/** Descriptions of the command, which are shown before anybody is known. */
export const help = {
  command: text(
    'every row of a list, or of a table of indicators, as a file, with the rights of who exports',
    'todas as linhas de uma lista, ou de uma tabela de indicadores, num ficheiro, com os direitos de quem exporta',
  ),
  document: text('file with the GraphQL query', 'ficheiro com a consulta GraphQL'),
  output: text(
    'the file to write; its ending says the form: .csv, .xlsx, .ndjson, .parquet',
    'o ficheiro a escrever; a terminação diz a forma: .csv, .xlsx, .ndjson, .parquet',
  ),
  purpose: text('what it is for, as the access log says it', 'para que é, como o diz o registo de acessos'),
  variables: text('variables of the query, as JSON', 'variáveis da consulta, em JSON'),
  byteOrderMark: text(
    'CSV begins with a byte order mark, for older spreadsheets',
    'o CSV começa com uma marca de ordem de bytes, para folhas de cálculo mais antigas',
  ),
  hxl: text('a row of HXL tags below the headings', 'uma linha de etiquetas HXL por baixo dos cabeçalhos'),
  email: text(
    'account that exports; its password is asked for, or that of HANDSOFF_PASSWORD',
    'conta que exporta; pede-se a palavra-passe, ou usa-se a de HANDSOFF_PASSWORD',
  ),
} as const;

export const unreadable = (path: string): Text => text(`${path} cannot be read.`, `Não foi possível ler ${path}.`);
export const noForm = (path: string, known: readonly string[]): Text =>
  text(
    `The ending of ${path} says no form. Choose one of ${known.join(', ')}.`,
    `A terminação de ${path} não indica uma forma. Escolha uma de ${known.join(', ')}.`,
  );
export const written = (path: string, rows: number, bytes: number, sha256: string): Text =>
  text(
    `${path}: ${rows} rows, ${bytes} bytes, SHA-256 ${sha256}.`,
    `${path}: ${rows} linhas, ${bytes} bytes, SHA-256 ${sha256}.`,
  );
export const brokenOff = text('The download broke off; it goes on.', 'A transferência interrompeu-se; continua.');
export const gaveUp = text(
  'The download broke off again and again. Start it anew.',
  'A transferência interrompeu-se repetidamente. Comece de novo.',
);
export const changed = text(
  'What arrived is not what was sent. Start the export anew.',
  'O que chegou não é o que foi enviado. Comece a exportação de novo.',
);
