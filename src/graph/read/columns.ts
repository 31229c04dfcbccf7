/** How an attribute is compared and ordered in SQL. */
import { column, ident, PerCountry, raw, sql, type Sql } from '../../database/sql';
import { countryAttribute } from '../country';
import { codesOf, isList, type Attribute } from '../thing';

const here = sql`${new PerCountry((country) => country)}::text`;

/** The value of an attribute in the rows of `alias`. */
export const valueOf = (alias: string, attribute: Attribute): Sql =>
  attribute === countryAttribute ? here : column(alias, attribute.column);

const arrays = new Map<Attribute, Sql>();

/** The order of codes is the order of their list, not of the alphabet. */
function codeArray(attribute: Attribute, codes: readonly string[]): Sql {
  let found = arrays.get(attribute);
  if (!found) arrays.set(attribute, (found = raw(`ARRAY[${codes.map((code) => `'${code}'`).join(',')}]`)));
  return found;
}

/** What a list is sorted by. Text is compared by code points (`COLLATE "C"`), so that countries can be merged here. */
export const sortExpression = (alias: string, attribute: Attribute, descending: boolean): Sql =>
  sorted(attribute, valueOf(alias, attribute), descending);

/** The same as an index holds it. */
export const sortColumn = (attribute: Attribute, descending: boolean): Sql =>
  sorted(attribute, ident(attribute.column), descending);

function sorted(attribute: Attribute, value: Sql, descending: boolean): Sql {
  const { type, nullable } = attribute;
  const codes = codesOf(type);
  if (codes) return sql`array_position(${codeArray(attribute, codes.codes)}, ${value})`;
  if (nullable) return sql`coalesce(${value}, ${lastOf(attribute, descending)})`;
  return type === 'text' || type === 'longText' ? sql`${value} COLLATE "C"` : value;
}

/** What stands for null, which is last both ways: a comparison with null would be no range of an index. */
export function lastOf({ name, type }: Attribute, descending: boolean): Sql {
  if (type === 'date' || type === 'dateTime') {
    return raw(`'${descending ? '-' : ''}infinity'::${type === 'date' ? 'date' : 'timestamptz'}`);
  }
  throw new Error(`${name} may be null, and only a date has a value beyond all others: it cannot be sorted by`);
}

export type SortValue = string | number | boolean | null;

/** The value of `sortExpression` for a row as it was read. */
export function sortValue(attribute: Attribute, value: unknown): SortValue {
  const codes = codesOf(attribute.type);
  if (value === null || value === undefined) return null;
  return codes ? codes.codes.indexOf(value as string) + 1 : (value as SortValue);
}

/** Compares two sort values as PostgreSQL does, texts by their code points; nulls come last. */
export function compareValues(a: SortValue, b: SortValue): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The SQL type that a bound value is cast to. */
export function castOf({ type }: Attribute): Sql {
  const casts: Record<string, string> = {
    int: 'integer',
    date: 'date',
    dateTime: 'timestamptz',
    uuid: 'uuid',
    boolean: 'boolean',
  };
  return raw(`::${typeof type === 'string' ? (casts[type] ?? 'text') : 'text'}${isList(type) ? '[]' : ''}`);
}
