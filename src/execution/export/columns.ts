/** What a document selects of a row, as columns: everything to one leads to columns, nothing to many does. */
import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLOutputType,
} from 'graphql';
import type { Cell, Column, ColumnKind } from '../../exchange/export/column';
import { tagOf } from '../../exchange/export/hxl';
import { selectedFields, type Selected, type Walk } from '../selection';

/** A row as the API answers it. */
export type Answered = Readonly<Record<string, unknown>>;

export interface RowColumn extends Column {
  /** The names of the fields that lead to it, whatever the document calls them. */
  readonly field: string;
  readonly of: (row: Answered) => Cell;
}

/** What takes the place of a list within rows, by its coordinate. */
export type Spread = Readonly<Record<string, (selected: Selected) => readonly RowColumn[]>>;

/** Where a document asks for a list within each row, for which a table has no place. */
export class ListWithinRows extends Error {
  constructor(readonly path: string) {
    super(`${path} is a list`);
  }
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'dateTime',
};

/** @throws ListWithinRows */
export const columnsOf = (
  walk: Walk,
  type: string,
  nodes: readonly FieldNode[],
  spread: Spread = {},
): readonly RowColumn[] => new Columns(walk, spread).of(type, nodes, [], []);

class Columns {
  constructor(
    private readonly walk: Walk,
    private readonly spread: Spread,
  ) {}

  of(
    typeName: string,
    nodes: readonly FieldNode[],
    path: readonly string[],
    names: readonly string[],
  ): readonly RowColumn[] {
    const type = this.walk.schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
    return [...selectedFields(this.walk, typeName, nodes).values()].flatMap((selected) => {
      const field = type.getFields()[selected.name];
      const here = { path: [...path, selected.key], names: [...names, selected.name] };
      return field ? this.field(typeName, selected, field.type, here) : [];
    });
  }

  private field(parent: string, selected: Selected, type: GraphQLOutputType, { path, names }: Here) {
    const own = this.spread[`${parent}.${selected.name}`];
    if (own) return own(selected);
    const named = getNamedType(type);
    const isList = isListType(getNullableType(type));
    if (isLeafType(named))
      return [{ ...column(parent, selected.name, isList ? 'text' : kindOf(named.name), path), field: names.join('.') }];
    if (isList || named.name.endsWith('Connection')) throw new ListWithinRows(path.join('.'));
    return this.of(named.name, selected.nodes, path, names);
  }
}

/** Where a field stands: as the document calls what leads to it, and as the schema does. */
interface Here {
  readonly path: readonly string[];
  readonly names: readonly string[];
}

/** The names of all fields that lead to a value, whatever the document calls them; pages are no part of a way. */
export function fieldsOf(
  walk: Walk,
  typeName: string,
  nodes: readonly FieldNode[],
  names: readonly string[] = [],
): readonly string[] {
  const type = walk.schema.getType(typeName);
  if (!isObjectType(type)) return [];
  return [...selectedFields(walk, typeName, nodes).values()].flatMap(({ name, nodes: inner }) => {
    const field = type.getFields()[name];
    if (!field) return [];
    const named = getNamedType(field.type);
    const here = name === 'edges' || name === 'node' ? names : [...names, name];
    return isLeafType(named) ? [here.join('.')] : fieldsOf(walk, named.name, inner, here);
  });
}

const kindOf = (scalar: string): ColumnKind => kinds[scalar] ?? 'text';

const column = (
  parent: string,
  field: string,
  kind: ColumnKind,
  path: readonly string[],
): Omit<RowColumn, 'field'> => ({
  name: path.join('.'),
  kind,
  tag: tagOf(parent, field, kind),
  of: path.length === 1 ? (row) => cellOf(row[path[0] as string]) : (row) => cellOf(valueAt(row, path)),
});

function valueAt(row: Answered, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Answered)[key];
  }
  return value;
}

/** What is a list of codes or labels stands in one cell. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join('; ') : (value as Cell);
}
