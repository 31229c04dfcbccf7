/** How many records an operation returns at most: the oracle reads each link by itself, and the server has a limit too. */
import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const defaultPageSize = 20;

/** Upper bound of the records of any operation's answer, whatever is skipped. */
export function sizeOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): number {
  const sizes = new Sizes(document, variables);
  return Math.max(...document.definitions.filter(isOperation).map(({ selectionSet }) => sizes.of(selectionSet, 1)));
}

const isOperation = (node: DocumentNode['definitions'][number]): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;

class Sizes {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly variables: Readonly<Record<string, unknown>>;

  constructor(document: DocumentNode, given: Readonly<Record<string, unknown>>) {
    const byDefault: Record<string, unknown> = {};
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
      if (node.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const { variable, defaultValue } of node.variableDefinitions ?? [])
        if (defaultValue?.kind === Kind.INT) byDefault[variable.name.value] = Number(defaultValue.value);
    }
    this.variables = { ...byDefault, ...given };
  }

  /** Of a selection that belongs to a list with pages of this length, if `edges` is in it. */
  of(set: SelectionSetNode | undefined, length: number): number {
    let sum = 0;
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.INLINE_FRAGMENT) sum += this.of(node.selectionSet, length);
      else if (node.kind === Kind.FRAGMENT_SPREAD)
        sum += this.of(this.fragments.get(node.name.value)?.selectionSet, length);
      else if (node.name.value === 'edges') sum += length * this.of(node.selectionSet, 1);
      else if (node.selectionSet) sum += 1 + this.of(node.selectionSet, this.lengthOf(node));
    }
    return sum;
  }

  private lengthOf({ arguments: given = [] }: FieldNode): number {
    const lengths = given.flatMap(({ name, value }) => {
      if (name.value !== 'first' && name.value !== 'last') return [];
      if (value.kind === Kind.INT) return [Number(value.value)];
      const length = value.kind === Kind.VARIABLE ? this.variables[value.name.value] : undefined;
      return typeof length === 'number' ? [length] : [];
    });
    return lengths.length > 0 ? Math.max(...lengths) : defaultPageSize;
  }
}
