/** An operation as it is run: fragments written out where they are spread, and what @skip and @include leave out gone. */
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** Names of the variables that decide what is left out. */
export function switchesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = node.arguments?.find((argument) => argument.name.value === 'if')?.value;
      if (isCondition(node) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/**
 * A document of this one operation, without fragments and without @skip and @include. Every node of its
 * selections is its own, although a fragment was spread twice. The document must be valid and within the limits.
 */
export function flatten(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const inLine = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections
      .filter((node) => isIncluded(node, variables))
      .map((node) => written(node, fragments, inLine)),
  });
  return {
    kind: Kind.DOCUMENT,
    ...(document.loc && { loc: document.loc }),
    definitions: [{ ...operation, selectionSet: inLine(operation.selectionSet) }],
  };
}

type InLine = (set: SelectionSetNode) => SelectionSetNode;

function written(
  node: SelectionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  inLine: InLine,
): SelectionNode {
  const directives = node.directives?.filter((directive) => !isCondition(directive)) ?? [];
  if (node.kind === Kind.FIELD) {
    return { ...node, directives, ...(node.selectionSet && { selectionSet: inLine(node.selectionSet) }) };
  }
  if (node.kind === Kind.INLINE_FRAGMENT) return { ...node, directives, selectionSet: inLine(node.selectionSet) };
  const fragment = fragments.get(node.name.value);
  if (!fragment) throw new Error('A valid document spreads no unknown fragment.');
  const { typeCondition, selectionSet } = fragment;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: inLine(selectionSet) };
}

const isCondition = (directive: DirectiveNode): boolean =>
  directive.name.value === GraphQLSkipDirective.name || directive.name.value === GraphQLIncludeDirective.name;

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
