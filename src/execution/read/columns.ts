/** How an attribute is compared and ordered in SQL. */
import { column, PerCountry, raw, sql, type Sql } from '../../base/sql';
import { sortedBy } from '../../model/sorting';
import { countryAttribute } from '../../policy/country';
import { codesOf, isList, isText, type Attribute } from '../../model/thing';
import { keyColumn } from '../../model/text-key';

const here = sql`${new PerCountry((country) => country)}::text`;

/** The value of an attribute in the rows of `alias`. */
export const valueOf = (alias: string, attribute: Attribute): Sql =>
  attribute === countryAttribute ? here : (attribute.reckoned?.(alias) ?? column(alias, attribute.column));

/** What a list is sorted by. Text is compared by a key and its code points, so that countries can be merged here. */
export const sortExpression = (alias: string, attribute: Attribute, descending: boolean): Sql =>
  sortedBy(attribute, valueOf(alias, attribute), descending);

/** What is read of a row to tell where it stands: the key of a text is the one that the database compares. */
export function sortCell(alias: string, attribute: Attribute): Sql {
  const value = valueOf(alias, attribute);
  return isText(attribute.type) ? keyColumn(value) : value;
}

export type SortValue = string | number | boolean | null;

/** The value of `sortExpression` for what was read of a row (`sortCell`). */
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
