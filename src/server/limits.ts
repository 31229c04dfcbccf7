/** What a document and its variables may be at most. Checked before anything whose time grows faster than their length. */
import {
  Kind,
  OperationTypeNode,
  visit,
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectFieldNode,
  type ValidationRule,
  type ValueNode,
} from 'graphql';
import type { Config } from '../base/config';
import type { ApiError } from '../base/errors';
import { DocumentSize, type Size } from './document-size';
import { beyondLimit, notRepresentable } from '../base/refusals';

export type Limits = Config['limits'];

/**
 * The limits as a validation rule. graphql-js runs all rules in one walk, and some of its own take quadratic time;
 * taking the document away (`null`) on entering it ends that walk before it begins.
 */
export const limitsRule =
  (limits: Limits): ValidationRule =>
  (context) => ({
    Document: {
      enter(document) {
        const refusal = refuseDocument(context.getSchema(), document, limits);
        if (!refusal) return undefined;
        context.reportError(refusal);
        return null;
      },
    },
  });

/** The first limit that a document is beyond, or undefined. */
export function refuseDocument(schema: GraphQLSchema, document: DocumentNode, limits: Limits): ApiError | undefined {
  const { definitions } = document;
  if (definitions.length > limits.definitions) return tooMany('definitions', definitions.length, limits.definitions);
  const sizes = new DocumentSize(schema, document);
  for (const operation of definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizes.operation(operation);
    const query = operation.operation === OperationTypeNode.QUERY;
    const refusal = refuseSize(size, limits) ?? refuseWidth(size.width, query ? limits.rootFields : limits.mutations);
    if (refusal) return refusal;
  }
  let fields = 0;
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const size = sizes.fragment(definition.name.value);
    fields += size.fields;
    const refusal = refuseSize({ ...size, fields }, limits);
    if (refusal) return refusal;
  }
  return refuseLiterals(document, limits);
}

function refuseSize(size: Size, limits: Limits): ApiError | undefined {
  if (size.depth > limits.depth) {
    const en = 'The document is nested too deeply (`edges` are not counted)';
    return beyondLimit('depth', size.depth, limits.depth, en, 'O documento tem demasiados níveis (`edges` não conta)');
  }
  if (size.aliases > limits.aliases) return tooMany('aliases', size.aliases, limits.aliases);
  if (size.directives > limits.directives) return tooMany('directives', size.directives, limits.directives);
  if (size.fields > limits.fields) return tooMany('fields', size.fields, limits.fields);
  return undefined;
}

const refuseWidth = (width: number, maximum: number): ApiError | undefined =>
  width > maximum ? tooMany('rootFields', width, maximum) : undefined;

const names = {
  definitions: ['operations and fragments', 'operações e fragmentos'],
  aliases: ['aliases', 'aliases'],
  directives: ['directives', 'diretivas'],
  fields: ['fields, with fragments spread', 'campos, com os fragmentos expandidos'],
  rootFields: ['root fields', 'campos de raiz'],
} as const;

function tooMany(limit: keyof typeof names, found: number, maximum: number): ApiError {
  const [en, pt] = names[limit];
  return beyondLimit(limit, found, maximum, `The document has too many ${en}`, `O documento tem demasiados ${pt}`);
}

const listTooLong = (found: number, maximum: number): ApiError =>
  beyondLimit(
    'listLength',
    found,
    maximum,
    'A list in an argument is too long',
    'Uma lista num argumento é demasiado longa',
  );

const inputTooDeep = (maximum: number): ApiError =>
  beyondLimit(
    'inputDepth',
    maximum + 1,
    maximum,
    'An argument is nested too deeply',
    'Um argumento tem demasiados níveis',
  );

/** Lists, nesting and characters of the values that stand in the document itself. */
function refuseLiterals(document: DocumentNode, limits: Limits): ApiError | undefined {
  let refusal: ApiError | undefined;
  let depth = 0;
  let name: string | undefined;
  const enter = (node: ASTNode): void => {
    if (isNamed(node)) name = node.name.value;
    if (node.kind === Kind.STRING && node.value.includes('\0')) refusal ??= notRepresentable(name ? [name] : []);
    if (!isNested(node)) return;
    depth++;
    if (depth > limits.inputDepth) refusal ??= inputTooDeep(limits.inputDepth);
    if (node.kind === Kind.LIST && node.values.length > limits.listLength) {
      refusal ??= listTooLong(node.values.length, limits.listLength);
    }
  };
  const leave = (node: ASTNode): void => {
    if (isNested(node)) depth--;
  };
  visit(document, { enter, leave });
  return refusal;
}

/** What a value is given to: an argument, or a field of an input. */
const isNamed = (node: ASTNode): node is ArgumentNode | ObjectFieldNode =>
  node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD;

const isNested = (node: ASTNode): node is Extract<ValueNode, { kind: Kind.LIST | Kind.OBJECT }> =>
  node.kind === Kind.LIST || node.kind === Kind.OBJECT;

/** The first limit that the variables of a request are beyond, or undefined. */
export function refuseVariables(value: unknown, limits: Limits, depth = 0): ApiError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // The variables themselves are one level that an argument does not have.
  if (depth > limits.inputDepth) return inputTooDeep(limits.inputDepth);
  if (Array.isArray(value) && value.length > limits.listLength) return listTooLong(value.length, limits.listLength);
  for (const part of Object.values(value) as unknown[]) {
    const refusal = refuseVariables(part, limits, depth + 1);
    if (refusal) return refusal;
  }
  return undefined;
}
