/** How large a document is with its fragments spread, in linear time: each fragment is measured once. */
import {
  Kind,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the outermost selection. */
  readonly width: number;
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, directives: 0, width: 0 };

/** Side by side: the deeper counts for depth, everything else adds up. */
const beside = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  width: a.width + b.width,
});

/**
 * Measures documents that were not validated yet: unknown names, fragments that are missing and circles are no
 * error here (validation reports them) and no danger.
 *
 * Depth is the number of fields from the root to a leaf. Two are not counted, because they lead to nothing new:
 * `edges` of a connection, and `ofType` of the introspection.
 */
export class DocumentSize {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Size>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  operation(operation: OperationDefinitionNode): Size {
    const root = this.schema.getRootType(operation.operation) ?? undefined;
    return withDirectives(operation.directives, this.selections(operation.selectionSet, root));
  }

  fragment(name: string): Size {
    const known = this.measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return nothing;
    this.measured.set(name, nothing); // what a circle finds of itself
    const type = this.schema.getType(fragment.typeCondition.name.value);
    const size = withDirectives(fragment.directives, this.selections(fragment.selectionSet, type));
    this.measured.set(name, size);
    return size;
  }

  private selections(set: SelectionSetNode, parent: GraphQLNamedType | undefined): Size {
    let total = nothing;
    for (const selection of set.selections) {
      const size =
        selection.kind === Kind.FIELD
          ? this.field(selection, parent)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.fragment(selection.name.value)
            : this.selections(selection.selectionSet, this.narrowed(selection.typeCondition?.name.value, parent));
      total = beside(total, selection.kind === Kind.FIELD ? size : withDirectives(selection.directives, size));
    }
    return total;
  }

  private field(node: FieldNode, parent: GraphQLNamedType | undefined): Size {
    const name = node.name.value;
    const inner = node.selectionSet ? this.selections(node.selectionSet, this.typeOf(name, parent)) : nothing;
    return {
      depth: inner.depth + (isPassage(name, parent) ? 0 : 1),
      fields: inner.fields + 1,
      aliases: inner.aliases + (node.alias && name !== '__typename' ? 1 : 0),
      directives: inner.directives + (node.directives?.length ?? 0),
      width: 1,
    };
  }

  private typeOf(name: string, parent: GraphQLNamedType | undefined): GraphQLNamedType | undefined {
    if (parent === this.schema.getQueryType() && name === '__schema') return this.schema.getType('__Schema');
    if (parent === this.schema.getQueryType() && name === '__type') return this.schema.getType('__Type');
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const field = parent.getFields()[name];
    return field && getNamedType(field.type);
  }

  private narrowed(name: string | undefined, parent: GraphQLNamedType | undefined): GraphQLNamedType | undefined {
    const type = name === undefined ? parent : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

const isPassage = (name: string, parent: GraphQLNamedType | undefined): boolean =>
  (name === 'edges' && parent?.name.endsWith('Connection') === true) ||
  (name === 'ofType' && parent?.name === '__Type');

const withDirectives = (directives: readonly DirectiveNode[] | undefined, size: Size): Size =>
  directives?.length ? { ...size, directives: size.directives + directives.length } : size;
