/**
 * Compiles an operation to JavaScript by graphql-jit, and keeps away from the compiler what it gets wrong (0.8.9):
 *
 * 1. A text literal that holds one of its internal markers is written into the program as code. Anybody could
 *    run anything here. No such document is compiled.
 * 2. It reads variables by code that it makes per type, which never ends for recursive input types (every filter).
 *    Variables are coerced by graphql-js; the program gets them through a scalar that takes what it is given.
 * 3. It keeps conditions of @skip and @include on the nodes of the document, where fragments and operations that
 *    share nodes see each other's. It gets flattened operations only, which share no node and have no conditions.
 * 4. It names what it keeps per field by the response path joined with `_`, so that two paths can meet in one name.
 *    No document with such names is compiled.
 * 5. It writes objects as literals, where a response name `__proto__` means something else.
 *
 * What is not compiled is interpreted: the answer is the same.
 */
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  isEnumType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from './flatten';

/** Runs a compiled operation with a context and with coerced variables. */
export type CompiledOperation = (context: unknown, variables: Variables) => Promise<ExecutionResult> | ExecutionResult;

const coerced = new GraphQLScalarType({ name: 'Coerced', parseValue: (value) => value });

export class Compiler {
  private readonly schema: GraphQLSchema;
  private readonly serializers: Record<string, (value: unknown) => unknown> = {};

  /** @throws when the schema has something that compiled and interpreted execution would answer differently. */
  constructor(schema: GraphQLSchema) {
    checkSchema(schema);
    this.schema = Object.create(schema, {
      getType: { value: (name: string) => (name === coerced.name ? coerced : schema.getType(name)) },
    }) as GraphQLSchema;
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
      // Rows carry texts and numbers that are already what goes out; only objects still need the scalar.
      this.serializers[type.name] = (value) => (typeof value === 'object' ? type.serialize(value) : value);
    }
  }

  /** The compiled form of a flattened document, or null when it must be interpreted. */
  compile(document: DocumentNode): CompiledOperation | null {
    if (!isSafe(document)) return null;
    const compiled = compileQuery(this.schema, withoutVariableTypes(document), undefined, {
      disableLeafSerialization: true,
      customSerializers: this.serializers,
    });
    if (!isCompiledQuery(compiled)) return null;
    return (context, variables) => {
      const result = compiled.query(undefined, context, variables);
      return result instanceof Promise ? result.then(withErrors) : withErrors(result);
    };
  }
}

/** Enumerations and built-in scalars are not serialised, so their values must be what goes out; names must not meet. */
function checkSchema(schema: GraphQLSchema): void {
  const names = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name === coerced.name || (isObjectType(type) && !type.name.startsWith('__') && type.name.includes('_'))) {
      throw new Error(`A type may not be named ${type.name}: compiled execution uses such names itself.`);
    }
    if (isEnumType(type)) {
      const other = type.getValues().find(({ name, value }) => name !== value);
      if (other)
        throw new Error(
          `${type.name}.${other.name} stands for another value: compiled execution sends values as they are.`,
        );
    }
    checkResolverNames(type, names);
  }
}

function checkResolverNames(type: GraphQLNamedType, names: Map<string, string>): void {
  if (!isObjectType(type)) return;
  for (const field of Object.keys(type.getFields())) {
    const coordinate = `${type.name}.${field}`;
    const other = names.get(type.name + field);
    if (other) throw new Error(`${coordinate} and ${other} read alike without the dot: rename one of them.`);
    names.set(type.name + field, coordinate);
  }
}

/** Whether a flattened document has nothing that the compiler gets wrong. */
export function isSafe(document: DocumentNode): boolean {
  let safe = true;
  visit(document, {
    Name: (node) => void (safe &&= node.value !== '__proto__' && !node.value.includes('__MAGIC')),
    StringValue: (node) => void (safe &&= !node.value.includes('__MAGIC')),
    // Introspection: seldom asked, long to compile.
    Field: (node) => void (safe &&= node.name.value !== '__schema' && node.name.value !== '__type'),
  });
  const { selectionSet } = document.definitions[0] as OperationDefinitionNode;
  return safe && hasDistinctPaths(selectionSet, '', '', new Map());
}

/** The compiler's own parts of a name: positions in lists, and names of types (upper case). */
const ownPart = /(^|_)(idx\d+|[A-Z]\w*)(_|$)/;

function hasDistinctPaths(set: SelectionSetNode, joined: string, path: string, seen: Map<string, string>): boolean {
  return set.selections.every((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return hasDistinctPaths(node.selectionSet, joined, path, seen);
    if (node.kind !== Kind.FIELD) return false;
    const name = node.alias?.value ?? node.name.value;
    const joinedHere = `${joined}_${name}`;
    const pathHere = `${path}.${name}`;
    if (ownPart.test(name) || (seen.get(joinedHere) ?? pathHere) !== pathHere) return false;
    seen.set(joinedHere, pathHere);
    return !node.selectionSet || hasDistinctPaths(node.selectionSet, joinedHere, pathHere, seen);
  });
}

function withoutVariableTypes(document: DocumentNode): DocumentNode {
  const operation = document.definitions[0] as OperationDefinitionNode;
  const type = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: coerced.name } } as const;
  const variableDefinitions = operation.variableDefinitions?.map(({ kind, variable }) => ({ kind, variable, type }));
  return { ...document, definitions: [{ ...operation, ...(variableDefinitions && { variableDefinitions }) }] };
}

/**
 * The compiler's errors are no GraphQLErrors through and through: `extensions` may be missing. A place of the
 * document that flattening wrote out twice is named once.
 */
function withErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors?.length) return result;
  const errors = result.errors.map(({ message, path, locations, originalError }) => {
    const error = new GraphQLError(String(message), { path, originalError: asError(originalError) });
    if (!locations) return error;
    const places = new Map(locations.map((place) => [`${place.line}:${place.column}`, place]));
    return Object.defineProperty(error, 'locations', { value: [...places.values()], enumerable: true });
  });
  return { ...result, errors };
}

/** Resolvers may throw anything. */
const asError = (thrown: unknown): Error | undefined => (thrown instanceof Error ? thrown : undefined);
