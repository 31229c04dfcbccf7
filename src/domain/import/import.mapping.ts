/** Mappings of columns, as they are kept: JSON that names fields which the rows can have. */
import type { Text } from '../../base/locale';
import { problem, type ProblemError } from '../../base/problem';
import { EXTERNAL_ID } from '../../exchange/mapping/mapping';
import { placeAt } from '../../exchange/mapping/paths';
import { enumerated } from '../../model/codelist';
import { codesOf } from '../../model/thing';
import type { ImportKind } from './import.codes';
import { kindOfImport } from './import.kinds';

/** How the columns of a file are called. */
export interface KeptMapping {
  /** From the heading to the path of the field. */
  readonly columns: Readonly<Record<string, string>>;
  /** From the path of a field to what texts of the file are as codes. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** From the path of a field to what every row has. */
  readonly constants: Readonly<Record<string, string | number | boolean>>;
}

const path = ['mapping'];

/** @throws ProblemError where it is no mapping of such rows */
export function checkMapping(kind: ImportKind, text: string): void {
  const mapping = readMapping(text);
  const { input } = kindOfImport(kind);
  const paths = [...Object.values(mapping.columns), ...Object.keys(mapping.values), ...Object.keys(mapping.constants)];
  const unknown = paths.find((one) => one !== EXTERNAL_ID && !placeAt(input, one));
  if (unknown !== undefined) throw noField(unknown);
  for (const [at, meanings] of Object.entries(mapping.values)) {
    const codes = codesOf(placeAt(input, at)?.field.attribute?.type ?? 'text');
    // An empty code says nothing.
    const strange = codes && Object.values(meanings).find((code) => code !== '' && !codes.codes.includes(code));
    if (codes && strange !== undefined) throw noCode(at, enumerated(codes, codes.codes.slice(0, 40)));
  }
}

const noField = (at: string): ProblemError =>
  problem(
    'INVALID_INPUT',
    `“${at.slice(0, 100)}” is no field of these rows. The template of the kind has them all.`,
    `«${at.slice(0, 100)}» não é um campo destas linhas. O modelo deste tipo tem-nos todos.`,
    path,
  );

const noCode = (at: string, known: Text): ProblemError =>
  problem(
    'INVALID_INPUT',
    `Of “${at.slice(0, 100)}” something is said to be a code that there is not. There are: ${known.en}.`,
    `De «${at.slice(0, 100)}» diz-se algo que não é um código. Há: ${known.pt}.`,
    path,
  );

/** @throws ProblemError where it is not of the form of a mapping */
export function readMapping(text: string): KeptMapping {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = undefined;
  }
  const { columns = {}, values = {}, constants = {}, ...rest } = (isObject(given) ? given : {}) as Partial<KeptMapping>;
  const isFit =
    isObject(given) &&
    Object.keys(rest).length === 0 &&
    isTexts(columns) &&
    isObject(values) &&
    Object.values(values).every(isTexts) &&
    isObject(constants) &&
    Object.values(constants).every((value) => ['string', 'number', 'boolean'].includes(typeof value));
  if (isFit) return { columns, values, constants };
  throw problem(
    'INVALID_INPUT',
    'A mapping is a JSON object with columns (heading: path), values (path: {text: code}) and constants (path: value).',
    'Uma correspondência é um objecto JSON com columns (cabeçalho: caminho), values (caminho: {texto: código}) e constants (caminho: valor).',
    path,
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((one) => typeof one === 'string');
