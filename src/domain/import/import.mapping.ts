/** Mappings of columns, as they are kept: JSON that names fields which the rows can have. */
import { problem, ProblemError } from '../../base/problem';
import { faultsOf } from '../../exchange/mapping/faults';
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

/** @throws ProblemError with everything that is wrong in a mapping of such rows */
export function checkMapping(kind: ImportKind, text: string, path: readonly string[] = ['mapping']): void {
  const faults = faultsOf(kindOfImport(kind).input, readMapping(text, path));
  if (faults.length > 0) throw new ProblemError(faults.map((one) => ({ code: 'INVALID_INPUT', text: one, path })));
}

/** @throws ProblemError where it is not of the form of a mapping */
export function readMapping(text: string, path: readonly string[] = ['mapping']): KeptMapping {
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
