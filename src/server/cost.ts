/**
 * The static cost of an operation: the records that it can return at most. A field that leads to a record costs
 * one; a connection multiplies what is below it by its page size; any other list of objects counts ten times. A total
 * reads every record that it counts: it costs a page of them.
 */
import {
  Kind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ApiError } from '../base/errors';
import { defaultPageSize } from '../execution/list';
import type { Variables } from './flatten';
import type { Limits } from './limits';
import { costExceeded, pageSize } from '../base/refusals';

/** What a list without pages is taken to hold. */
const plainListSize = 10;

/** At 125,000 cases the total of a list takes 16 to 200 ms, that of the records under another one less than 1 ms. */
const countCost = ({ pageSize }: Limits, isRoot: boolean): number => (isRoot ? pageSize : defaultPageSize);

/** Refuses a flattened operation that there is no root for, or whose cost or one of whose pages is too large with these variables. */
export function refuseCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
  limits: Limits,
): ApiError | undefined {
  const operation = document.definitions[0] as OperationDefinitionNode;
  const root = schema.getRootType(operation.operation);
  if (!root) return undefined;
  try {
    const cost = new Costs(schema, variables, limits).selections(operation.selectionSet, root);
    return cost > limits.cost ? costExceeded(cost, limits.cost) : undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

class Costs {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly variables: Variables,
    private readonly limits: Limits,
  ) {}

  selections(set: SelectionSetNode, parent: GraphQLCompositeType): number {
    let cost = 0;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        if (node.selectionSet) cost += this.field(node, node.selectionSet, parent);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : parent;
        if (isCompositeType(narrowed)) cost += this.selections(node.selectionSet, narrowed);
      }
    }
    return cost;
  }

  private field(node: FieldNode, set: SelectionSetNode, parent: GraphQLCompositeType): number {
    const type =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value]?.type : undefined;
    const named = type && getNamedType(type);
    // Introspection (`__schema`, `__type`) reads no record.
    if (!type || !isCompositeType(named)) return 0;
    const below = this.selections(set, named);
    if (named.name.endsWith('Connection')) {
      const total = isCounted(set) ? countCost(this.limits, parent === this.schema.getQueryType()) : 0;
      return 1 + total + this.pageSize(node, parent) * below;
    }
    if (isInside(parent, node)) return node.name.value === 'edges' || named.name === 'PageInfo' ? below : 1 + below;
    return this.listSize(node, type) * (1 + below);
  }

  private pageSize(node: FieldNode, parent: GraphQLCompositeType): number {
    const asked = this.number(node, 'first') ?? this.number(node, 'last');
    if (asked === undefined) return defaultPageSize;
    if (asked < 0 || asked > this.limits.pageSize) {
      throw pageSize(`${parent.name}.${node.name.value}`, asked, this.limits.pageSize);
    }
    return asked;
  }

  /** Things asked for by a list of ids are as many as there are ids. */
  private listSize(node: FieldNode, type: GraphQLOutputType): number {
    if (!isListType(getNullableType(type))) return 1;
    const ids = this.argument(node, 'ids');
    return Array.isArray(ids) ? ids.length : plainListSize;
  }

  private number(node: FieldNode, name: string): number | undefined {
    const value = this.argument(node, name);
    return typeof value === 'number' ? value : undefined;
  }

  private argument(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.VARIABLE) return this.variables[value.name.value];
    if (value?.kind === Kind.INT) return Number(value.value);
    return value?.kind === Kind.LIST ? value.values : undefined;
  }
}

/** However often a total is selected, it is counted once. */
const isCounted = ({ selections }: SelectionSetNode): boolean =>
  selections.some((node) => {
    if (node.kind === Kind.FIELD) return node.name.value === 'totalCount';
    return node.kind === Kind.INLINE_FRAGMENT && isCounted(node.selectionSet);
  });

/** Whether a field belongs to the wrapping of a page: its edges, the node of an edge, the nodes of a connection. */
const isInside = (parent: GraphQLCompositeType, node: FieldNode): boolean =>
  parent.name.endsWith('Connection') || (parent.name.endsWith('Edge') && node.name.value === 'node');
