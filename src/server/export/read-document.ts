/** A document whose answer leaves as a file, as it was read: what it asks, and with what. */
import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import type { Walk } from '../../execution/selection';
import type { Variables } from '../flatten';

export interface ReadDocument {
  readonly text: string;
  readonly document: DocumentNode;
  /** As it stands in the document. */
  readonly operation: OperationDefinitionNode;
  /** Variables as they were given, and as their types have them. */
  readonly given: Variables;
  readonly variables: Variables;
  /** The one root field, with fragments written out. */
  readonly field: FieldNode;
  readonly walk: Walk;
}
