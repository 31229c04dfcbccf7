/** What a document asks of a place: its fields by response key, fragments unfolded, @skip and @include obeyed. */
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  isAbstractType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What of a resolver's `info` the walk needs. */
export interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

export interface Selected {
  /** Response key: the alias, or the name. */
  readonly key: string;
  readonly name: string;
  readonly nodes: FieldNode[];
}

/** The fields asked of an object of type `typeName` by these field nodes. A fragment that is spread twice counts once. */
export function selectedFields(walk: Walk, typeName: string, parents: readonly FieldNode[]): Map<string, Selected> {
  const collecting: Collecting = { walk, typeName, found: new Map(), spread: new Set() };
  for (const parent of parents) if (parent.selectionSet) collect(collecting, parent.selectionSet);
  return collecting.found;
}

interface Collecting {
  readonly walk: Walk;
  readonly typeName: string;
  readonly found: Map<string, Selected>;
  /** Names of the fragments that were spread already. */
  readonly spread: Set<string>;
}

function collect(collecting: Collecting, set: SelectionSetNode): void {
  const { walk, typeName, found } = collecting;
  for (const node of set.selections) {
    if (!isIncluded(node, walk.variableValues)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const same = found.get(key);
      if (same) same.nodes.push(node);
      else found.set(key, { key, name: node.name.value, nodes: [node] });
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? spread(collecting, node.name.value) : node;
    if (fragment && applies(walk.schema, fragment.typeCondition?.name.value, typeName)) {
      collect(collecting, fragment.selectionSet);
    }
  }
}

function spread({ walk, spread: known }: Collecting, name: string): FragmentDefinitionNode | undefined {
  if (known.has(name)) return undefined;
  known.add(name);
  return walk.fragments[name];
}

function applies(schema: GraphQLSchema, condition: string | undefined, typeName: string): boolean {
  if (condition === undefined || condition === typeName) return true;
  const abstract = schema.getType(condition);
  const concrete = schema.getType(typeName);
  return isAbstractType(abstract) && concrete !== undefined && schema.isSubType(abstract, concrete as never);
}

export function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}
