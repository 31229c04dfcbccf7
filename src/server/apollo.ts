/** Apollo Server as it is used here: a gateway with an executor of our own, and everything off that is not needed. */
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSchema, isScalarType, isSpecifiedScalarType, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../base/config';
import type { Exchange } from './exchange';
import type { Executor } from './execution';
import { formatError } from './format-error';
import { limitsRule } from './limits';
import { report } from './report';
import { stringifyResult } from '../execution/json-text';

export interface ApolloParts {
  readonly sdl: string;
  readonly executable: GraphQLSchema;
  readonly executor: Executor;
  readonly config: Config;
  readonly log: Logger;
}

export type Apollo = ApolloServer<Exchange & BaseContext>;

/** Starts Apollo. It validates against a schema of its own, made from the SDL, because it instruments the one it is given. */
export async function startApollo({ sdl, executable, executor, config, log }: ApolloParts): Promise<Apollo> {
  const apiSchema = schemaToValidate(sdl, executable);
  const apollo: Apollo = new ApolloServer<Exchange & BaseContext>({
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema, coreSupergraphSdl: sdl });
        return () => undefined;
      },
      load: () => Promise.resolve({ executor }),
      stop: () => Promise.resolve(),
    },
    plugins: plugins(log),
    formatError,
    introspection: config.server.introspection,
    validationRules: [limitsRule(config.limits)],
    validationOptions: { hideSuggestions: !config.server.introspection },
    parseOptions: { maxTokens: config.limits.tokens },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // What it would keep is kept as a known document already, and known documents do not come here again.
    documentStore: null,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    apollo: {},
    stringifyResult,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message?: unknown) => log.warn({ apollo: String(message) }, 'apollo'),
      error: (message?: unknown) => log.error({ apollo: String(message) }, 'apollo'),
    },
  });
  await apollo.start();
  return apollo;
}

/** The SDL says only the names of scalars: what their literals may be, the executable schema's know. */
function schemaToValidate(sdl: string, executable: GraphQLSchema): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    const judge = executable.getType(type.name);
    if (!isScalarType(type) || !isScalarType(judge) || isSpecifiedScalarType(type)) continue;
    Object.assign(type, { parseLiteral: judge.parseLiteral, parseValue: judge.parseValue });
  }
  return schema;
}

/** In this order. */
const plugins = (log: Logger): ApolloServerPlugin<Exchange & BaseContext>[] => [
  // Its hook would wrap every resolver: 10.4 ms instead of 3.9 for 1,000 rows.
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  report(log),
];
