/** How lists are sorted in SQL: the same in a statement and in the index behind it. */
import { ident, raw, sql, type Sql } from '../base/sql';
import { keyColumn } from './text-key';
import { codesOf, isText, type Attribute } from './thing';

const arrays = new Map<Attribute, Sql>();

/** The order of codes is the order of their list, not of the alphabet. */
function codeArray(attribute: Attribute, codes: readonly string[]): Sql {
  let found = arrays.get(attribute);
  if (!found) arrays.set(attribute, (found = raw(`ARRAY[${codes.map((code) => `'${code}'`).join(',')}]`)));
  return found;
}

/** What a list is sorted by, as an index holds it. */
export const sortColumn = (attribute: Attribute, descending: boolean): Sql =>
  sortedBy(attribute, ident(attribute.column), descending);

/** What a list is sorted by, from the value of the attribute. Text is compared by a key and its code points, so that countries can be merged. */
export function sortedBy(attribute: Attribute, value: Sql, descending: boolean): Sql {
  const { type, nullable } = attribute;
  const codes = codesOf(type);
  if (codes) return sql`array_position(${codeArray(attribute, codes.codes)}, ${value})`;
  if (nullable) return sql`coalesce(${value}, ${lastOf(attribute, descending)})`;
  return isText(type) ? keyColumn(value) : value;
}

/** What stands for null, which is last both ways: a comparison with null would be no range of an index. */
export function lastOf({ name, type }: Attribute, descending: boolean): Sql {
  if (type === 'date' || type === 'dateTime') {
    return raw(`'${descending ? '-' : ''}infinity'::${type === 'date' ? 'date' : 'timestamptz'}`);
  }
  throw new Error(`${name} may be null, and only a date has a value beyond all others: it cannot be sorted by`);
}
