/** The schema as it is served: assembled, held against the policy, shielded, printed. */
import './domain/entities';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { domainResolvers } from './domain/resolvers';
import { buildExecutableSchema, rootReads } from './graph/schema/assembly';
import { AccountResolver, IdentityResolver } from './identity/identity.resolver';
import { AccessResolver } from './policy/access.resolver';
import { assertPolicyComplete, checkOperation } from './policy/operation-check';
import { shieldSchema } from './policy/shield';
import type { ServedSchema } from './server/server';

/** Every resolver class beside those of reads, which are made from the declarations of the things. */
const resolvers = [IdentityResolver, AccountResolver, AccessResolver, ...domainResolvers] as const;

/** @throws when a root field, a type or a data class has no policy */
export function executableSchema(): GraphQLSchema {
  const schema = buildExecutableSchema(resolvers);
  assertPolicyComplete(schema);
  return schema;
}

export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

export function servedSchema(): ServedSchema {
  const executable = shieldSchema(executableSchema());
  return { executable, sdl: printedSchema(executable), check: checkOperation, reads: rootReads() };
}
