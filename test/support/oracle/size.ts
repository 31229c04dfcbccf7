/** How many records an operation returns at most: the oracle reads each link by itself, and the server has a limit too. */
import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Upper bound of the records of an operation's answer, whatever is skipped. */
export function sizeOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  visit(document, { FragmentDefinition: (node) => void fragments.set(node.name.value, node) });
  const defaults = new Map<string, unknown>();
  visit(document, {
    VariableDefinition(node) {
      const value = node.defaultValue;
      if (value?.kind === Kind.INT) defaults.set(node.variable.name.value, Number(value.value));
    },
  });
  const lengthOf = (node: FieldNode): number => {
    const asked = node.arguments?.filter(({ name }) => name.value === 'first' || name.value === 'last') ?? [];
    const lengths = asked.flatMap(({ value }) => {
      if (value.kind === Kind.INT) return [Number(value.value)];
      const name = value.kind === Kind.VARIABLE ? value.name.value : '';
      const given = name in variables ? variables[name] : defaults.get(name);
      return typeof given === 'number' ? [given] : [];
    });
    return lengths[0] ?? 20;
  };
  const below = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) return sum + below(node.selectionSet);
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + below(fragments.get(node.name.value)?.selectionSet);
      if (!node.selectionSet) return sum;
      return (
        sum + (node.name.value === 'edges' ? below(node.selectionSet) : times(node) * (1 + below(node.selectionSet)))
      );
    }, 0);
  const times = (node: FieldNode): number =>
    isList(node.selectionSet) ? lengthOf(node) : node.name.value === 'nodes' ? 6 : 1;
  const isList = (set: SelectionSetNode | undefined): boolean =>
    listFields.test(JSON.stringify(namesIn(set, fragments)));
  return document.definitions
    .filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
    .reduce((sum, { selectionSet }) => Math.max(sum, below(selectionSet)), 0);
}

const listFields = /"(edges|pageInfo|totalCount)"/;

const namesIn = (set: SelectionSetNode | undefined, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string[] =>
  (set?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    return namesIn(
      node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet,
      fragments,
    );
  });
