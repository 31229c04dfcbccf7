/** Whether what a document selects may leave as a file: no class that is sealed, nothing cut off in silence, nothing too wide. */
import { getNamedType, isObjectType, Kind, type FieldNode, type GraphQLObjectType } from 'graphql';
import { allThings, innerThings, type Thing } from '../../model/thing';
import { defaultPageSize } from '../../execution/list';
import { selectedFields, type Walk } from '../../execution/selection';
import { isLogged } from '../../policy/rights';
import * as refused from './refused';

/** Records that a row may hold at most, itself and what hangs on it. */
const MOST_PER_ROW = 1_000;
const paging = ['first', 'after', 'last', 'before'];

/** @throws ProblemError */
export function assertFit(
  walk: Walk,
  thing: Thing,
  field: FieldNode,
  rows: readonly FieldNode[],
  isTable: boolean,
): void {
  assertOpen(field);
  const fitness = new Fitness(walk, isTable);
  const perRow = fitness.records(thing.name, rows, []);
  if (fitness.sealed.size > 0) throw refused.sealed([...fitness.sealed]);
  if (perRow > MOST_PER_ROW) throw refused.tooWide(perRow, MOST_PER_ROW);
}

/** @throws ProblemError where pages are asked for */
export function assertOpen(field: FieldNode): void {
  const asked = field.arguments?.find(({ name }) => paging.includes(name.value));
  if (asked) throw refused.paged(asked.name.value);
}

class Fitness {
  /** Paths to what is of a class whose every read is logged. */
  readonly sealed = new Set<string>();

  constructor(
    private readonly walk: Walk,
    private readonly isTable: boolean,
  ) {}

  /** Records that a record of this type holds at most, itself among them. */
  records(typeName: string, nodes: readonly FieldNode[], path: readonly string[]): number {
    const type = this.walk.schema.getType(typeName);
    if (!isObjectType(type)) return 1;
    const thing = allThings.get(typeName) ?? innerThings.get(typeName);
    if (thing && isLogged(thing)) this.sealed.add(path.join('.') || thing.plural);
    let records = 1;
    for (const { key, name, nodes: inner } of selectedFields(this.walk, typeName, nodes).values()) {
      const below = type.getFields()[name];
      const named = below && getNamedType(below.type);
      if (isObjectType(named)) records += this.below(named, inner, [...path, key]);
    }
    return records;
  }

  private below(type: GraphQLObjectType, nodes: readonly FieldNode[], path: readonly string[]): number {
    if (!type.name.endsWith('Connection')) return this.records(type.name, nodes, path);
    const name = type.name.slice(0, -'Connection'.length);
    const thing = allThings.get(name) ?? innerThings.get(name);
    // How many there are, and where a page of them ends, says something of them as well.
    if (thing && isLogged(thing)) this.sealed.add(path.join('.'));
    const selected = [...selectedFields(this.walk, type.name, nodes).values()];
    const edges = selected.filter((one) => one.name === 'edges');
    if (edges.length === 0) return 0;
    // A table has no place for it, and says so by itself.
    if (!this.isTable && !selected.some((one) => one.name === 'totalCount' || one.name === 'pageInfo'))
      throw refused.silentlyCut(path.join('.'));
    const rows = edges.flatMap((one) => [...selectedFields(this.walk, `${name}Edge`, one.nodes).values()]);
    // Each by itself: two that are called otherwise may have fields that are called the same.
    const records = rows.filter((one) => one.name === 'node').map((one) => this.records(name, one.nodes, path));
    return this.length(nodes) * records.reduce((sum, one) => sum + one, 0);
  }

  private length([node]: readonly FieldNode[]): number {
    const first = node?.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
    if (first?.kind === Kind.INT) return Number(first.value);
    const named = first?.kind === Kind.VARIABLE ? this.walk.variableValues[first.name.value] : undefined;
    return typeof named === 'number' ? named : defaultPageSize;
  }
}
