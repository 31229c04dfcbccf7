/** A document becomes a plan, once for each kind of actor and each position of its switches (@skip, @include). */
import { Kind, type DocumentNode, type FieldNode, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql';
import type { Denial } from '../policy/denial';
import { Statements } from './statement';
import type { Planning } from './planning';
import { planRoot, type PlannedRoot, type RootRead } from './root-field';
import { selectedFields, type Selected, type Walk } from './selection';

/** A root field in the order of the answer. */
export type RootPlan =
  | { readonly kind: 'text'; readonly key: string; readonly text: string }
  | { readonly kind: 'denied'; readonly key: string; readonly coordinate: string; readonly nodes: readonly FieldNode[] }
  | { readonly kind: 'read'; readonly key: string; readonly root: PlannedRoot }
  | { readonly kind: 'other'; readonly key: string };

export interface OperationPlan {
  readonly operation: OperationDefinitionNode;
  readonly denials: readonly Denial[];
  readonly roots: readonly RootPlan[];
  /** What graphql-js runs: the operation without what is read here; null when nothing is left. */
  readonly rest: DocumentNode | null;
  readonly statements: Statements;
}

/** Which root fields of the schema are reads, by name. */
export type RootReads = ReadonlyMap<string, RootRead>;

export function planOperation(
  walk: Walk,
  /** Null for nobody, who reads nothing. */
  planning: Planning | null,
  reads: RootReads,
  operation: OperationDefinitionNode,
  denials: readonly Denial[],
): OperationPlan {
  const { schema } = walk;
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const selected = [...selectedFields(walk, root.name, [rootNode(operation)]).values()];
  const isQuery = root === schema.getQueryType();
  const roots = selected.map((each) => planField(planning, root, isQuery ? reads : null, each));
  const others = selected.filter((_, at) => roots[at]?.kind === 'other');
  return { operation, denials, roots, rest: restOf(walk, operation, others), statements: new Statements() };
}

/** An operation is selected from like a field. */
const rootNode = ({ selectionSet }: OperationDefinitionNode): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '' },
  selectionSet,
});

/** `reads` is null for mutations, which are not planned. */
function planField(
  planning: Planning | null,
  parent: GraphQLObjectType,
  reads: RootReads | null,
  { key, name, nodes }: Selected,
): RootPlan {
  if (reads && name === '__typename') return { kind: 'text', key, text: `"${parent.name}"` };
  const read = reads?.get(name);
  const field = parent.getFields()[name];
  if (!read || !field) return { kind: 'other', key };
  if (!planning || planning.denies(parent.name, field)) {
    return { kind: 'denied', key, coordinate: `${parent.name}.${name}`, nodes };
  }
  return { kind: 'read', key, root: planRoot(planning, read, { key, field, nodes, place: [key] }) };
}

function restOf(
  { fragments }: Walk,
  operation: OperationDefinitionNode,
  others: readonly Selected[],
): DocumentNode | null {
  if (others.length === 0) return null;
  const selections = others.flatMap(({ nodes }) => nodes);
  const selectionSet = { ...operation.selectionSet, selections };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...Object.values(fragments)] };
}
