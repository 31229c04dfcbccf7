/** From an attribute to its column: type and CHECK. */
import { Check, type ColumnType } from 'typeorm';
import type { CodeList } from './codelist';
import type { Attribute, AttributeType } from './thing';

export function columnTypeOf({ type, sealed }: Attribute): { type: ColumnType; array?: boolean } {
  if (sealed) return { type: 'bytea' };
  if (isList(type)) return { type: 'text', array: true };
  if (typeof type !== 'string') return { type: 'text' };
  const types: Record<string, ColumnType> = { int: 'integer', dateTime: 'timestamp with time zone', longText: 'text' };
  return { type: types[type] ?? (type as ColumnType) };
}

export const isList = (type: AttributeType): type is readonly [CodeList] | readonly ['text'] => Array.isArray(type);

/** The code list of a coded attribute. */
export function codesOf(type: AttributeType): CodeList | undefined {
  const one: AttributeType = isList(type) ? type[0] : type;
  return typeof one === 'string' ? undefined : one;
}

export function checkOf(table: string, attribute: Attribute): ClassDecorator | undefined {
  const codes = codesOf(attribute.type);
  const { column, min, max } = attribute;
  if (codes) {
    const list = codes.codes.map((code) => `'${code}'`).join(', ');
    const test = isList(attribute.type) ? `"${column}" <@ ARRAY[${list}]` : `"${column}" IN (${list})`;
    return Check(`${table}_${column}_code`, test);
  }
  if (min === undefined && max === undefined) return undefined;
  return Check(`${table}_${column}_range`, `"${column}" BETWEEN ${min ?? -2147483648} AND ${max ?? 2147483647}`);
}
