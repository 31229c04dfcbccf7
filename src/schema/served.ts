/** The schema as it is served: assembled, held against the policy, shielded, printed. */
import '../domain/all';
import {
  lexicographicSortSchema,
  printSchema,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Role } from '../base/names';
import type { Denial } from '../policy/denial';
import { buildExecutableSchema, rootReads } from './assembly';
import { CodeListResolver } from './code-lists.resolver';
import { IndicatorResolver } from './indicator.resolver';
import { AccountResolver, IdentityResolver } from '../identity/identity.resolver';
import { ResetCodeResolver } from '../identity/reset-code.resolver';
import { AccessResolver } from '../identity/access.resolver';
import { allThings } from '../model/thing';
import { assertPolicyComplete, assertSubjects, checkOperation } from '../policy/operation-check';
import { shieldSchema } from '../policy/shield';
import type { RootReads } from '../execution/plan-operation';

/** Walks an operation against the policy: the coordinates that this role may not use. `null` is nobody, signed out. */
export type OperationCheck = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  role: Role | null,
) => readonly Denial[];

/** What a server is made for. */
export interface ServedSchema {
  /** The schema with its resolvers. */
  readonly executable: GraphQLSchema;
  /** The same schema, printed: what documents are validated against. */
  readonly sdl: string;
  readonly check: OperationCheck;
  /** Root fields that are planned reads. */
  readonly reads: RootReads;
}

/** Every resolver class beside those of reads, which are made from the declarations of the things. */
const resolvers = [
  IdentityResolver,
  AccountResolver,
  ResetCodeResolver,
  AccessResolver,
  CodeListResolver,
  IndicatorResolver,
] as const;

/** @throws when a root field, a type or a data class has no policy */
export function executableSchema(): GraphQLSchema {
  const schema = buildExecutableSchema(resolvers);
  assertPolicyComplete(schema);
  assertSubjects(allThings.values());
  return schema;
}

export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

let served: ServedSchema | undefined;

/** Made once in a process: it follows from the declarations alone. */
export const servedSchema = (): ServedSchema => (served ??= serve());

function serve(): ServedSchema {
  const executable = shieldSchema(executableSchema());
  return { executable, sdl: printedSchema(executable), check: checkOperation, reads: rootReads() };
}
