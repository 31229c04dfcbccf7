/** A field of a document with its arguments. */
import type { FieldNode, GraphQLField } from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

/** The arguments of a field, coerced for each request that has variables in them. */
export interface ArgumentSet {
  readonly number: number;
  readonly field: Field;
  readonly node: FieldNode;
}
