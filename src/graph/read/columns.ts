/** How an attribute is compared and ordered in SQL. */
import { column, PerCountry, raw, sql, type Sql } from '../../database/sql';
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
export function sortExpression(alias: string, attribute: Attribute, descending: boolean): Sql {
  const value = valueOf(alias, attribute);
  const codes = codesOf(attribute.type);
  const sorted = codes
    ? sql`array_position(${codeArray(attribute, codes.codes)}, ${value})`
    : collated(attribute, value);
  return attribute.nullable ? sql`coalesce(${sorted}, ${lastOf(attribute, descending)})` : sorted;
}

const collated = ({ type }: Attribute, value: Sql): Sql =>
  type === 'text' || type === 'longText' ? sql`${value} COLLATE "C"` : value;

/** What stands for null, which is last both ways: a comparison with null would be no range of an index. */
export function lastOf({ name, type }: Attribute, descending: boolean): Sql {
  if (type === 'date' || type === 'dateTime') {
    return raw(`'${descending ? '-' : ''}infinity'::${type === 'date' ? 'date' : 'timestamptz'}`);
  }
  if (type === 'int' || typeof type !== 'string') return raw(descending ? '(-2147483648)' : '2147483647');
  throw new Error(`${name} may be null, and no ${type} is beyond all others: it cannot be sorted by`);
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
