/** From an attribute to its column: type and CHECK. */
import { Check, type ColumnType, type ValueTransformer } from 'typeorm';
import { codesOf, isList, type Attribute } from './thing';

interface TypeOfColumn {
  readonly type: ColumnType;
  readonly array?: boolean;
  readonly transformer?: ValueTransformer;
}

/** TypeORM would make a Date of the text of a point in time, which holds no microseconds; the driver sends this on as it is. */
const exact: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'string' ? { toPostgres: () => value } : value),
  from: (value: unknown) => value,
};

export function columnTypeOf({ type, sealed }: Attribute): TypeOfColumn {
  if (sealed) return { type: 'bytea' };
  if (isList(type)) return { type: 'text', array: true };
  if (typeof type !== 'string') return { type: 'text' };
  if (type === 'dateTime') return { type: 'timestamp with time zone', transformer: exact };
  const types: Record<string, ColumnType> = { int: 'integer', longText: 'text' };
  return { type: types[type] ?? (type as ColumnType) };
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
