/** The HTTP server: Fastify, its routes, and Apollo behind one of them. */
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../base/config';
import { startApollo, type Apollo } from './apollo';
import type { App } from '../identity/app';
import { Execution } from './execution';
import type { Demo } from './explorer/tabs';
import { explorerRoutes } from './explorer/routes';
import { graphqlRoute } from './graphql-route';
import { healthRoutes, type Lifecycle } from './health';
import { answerErrors } from './http-errors';
import { KnownDocuments } from './known-documents';
import { Documents } from './export/documents';
import type { Producing } from './export/producing';
import { exportRoute } from './export/route';
import { letterRoute } from './letter/route';
import { metricsRoute, type Metrics } from './metrics';
import { Sweeps } from './sweeps';
import type { ServedSchema } from '../schema/served';
import { attachmentRoutes } from './attachments';
import { chartRoute } from './chart/route';
import { dashboardRoutes } from './dashboard/routes';
import { IMPORTS, importRoutes } from './imports';
import { cutSlowBodies } from './slow-bodies';
import { everywhere, forOthers, install, limited } from './plugins';
import { logRequests, noteRequests } from './request-log';
import { ShortWay } from './short-way';

export interface Server {
  /** Ready to listen. */
  readonly http: FastifyInstance;
  /** Not ready from now on; ends when the requests in flight were answered, or after `SHUTDOWN_TIMEOUT_MS`. */
  shutdown(): Promise<void>;
}

/** What answers documents, wherever they come from. */
export interface Answering {
  readonly known: KnownDocuments;
  readonly execution: Execution;
  readonly documents: Documents;
}

export function answering(schema: ServedSchema, { limits }: Pick<Config, 'limits'>): Answering {
  const known = new KnownDocuments();
  const { executable, check, reads } = schema;
  const execution = new Execution({ schema: executable, check, reads, limits }, known);
  return { known, execution, documents: new Documents(schema, limits, execution) };
}

export async function createServer(
  app: App,
  schema: ServedSchema,
  { known, execution, documents }: Answering,
): Promise<Server> {
  const { config, log } = app;
  const http = createHttp(config);
  const lifecycle: Lifecycle = { stopping: false };
  const { executor } = execution;
  const apollo = await startApollo({ ...schema, executor, config, log });
  answerErrors(http, app, config.server.bodyLimitBytes);
  noteRequests(http);
  cutSlowBodies(http, config.server.requestTimeoutMs, ['/attachments/', IMPORTS]);
  await install(everywhere, http, config.server);
  healthRoutes(http, app, lifecycle);
  http.get('/.well-known/jwks.json', () => app.identity.jwks());
  const metrics = metricsRoute(http, app);
  if (config.server.explorer) await explorerRoutes(http, () => demoOf(app));
  const parts = { app, apollo, execution, documents, metrics };
  await routes(http, { ...parts, shortWay: new ShortWay(execution, known, log) });
  const sweeps = new Sweeps(app, metrics.registry);
  http.addHook('onListen', () => sweeps.start(config.database.sweepSeconds));
  await http.ready();
  let stopped: Promise<void> | undefined;
  const shutdown = (): Promise<void> =>
    (stopped ??= shutDown(http, lifecycle, { sweeps, apollo }, config.server.shutdownTimeoutMs));
  return { http, shutdown };
}

interface Parts extends Producing {
  readonly apollo: Apollo;
  readonly shortWay: ShortWay;
  readonly metrics: Metrics;
}

/** What people ask for: the API, contents, files of imports, what links open, pages and pictures. */
async function routes(http: FastifyInstance, parts: Parts): Promise<void> {
  const { app, apollo, shortWay, metrics } = parts;
  await http.register(async (scope) => {
    await install(forOthers, scope, app.config.server);
    await scope.register((inner, _options, done) => {
      logRequests(inner, app.log, metrics);
      graphqlRoute(inner, app, apollo, shortWay);
      done();
    });
    await scope.register(attachmentRoutes, { app, registry: metrics.registry });
    await scope.register(importRoutes, { app });
  });
  // Each with headers and errors of its own.
  for (const byLink of [letterRoute, exportRoute]) {
    await http.register(async (scope) => {
      await install(limited, scope, app.config.server);
      byLink(scope, parts);
    });
  }
  await http.register(async (scope) => {
    await install(limited, scope, app.config.server);
    dashboardRoutes(scope);
    await scope.register((inner, _options, done) => {
      logRequests(inner, app.log, metrics);
      chartRoute(inner, app, shortWay);
      done();
    });
  });
}

/** Accounts whose password is published; production refuses to serve with any. */
const demoOf = async ({ config, identity }: App): Promise<Demo> => ({
  emails: config.production ? [] : await identity.demoAccounts(),
  password: config.demoPassword,
});

/** No route is there. */
const NOWHERE = '/nowhere';

function createHttp({ server, attachments }: Pick<Config, 'server' | 'attachments'>): FastifyInstance {
  const http = Fastify({
    logger: false,
    bodyLimit: server.bodyLimitBytes,
    requestTimeout: Math.max(server.requestTimeoutMs, attachments.timeoutMs),
    keepAliveTimeout: server.keepAliveTimeoutMs,
    // Node looks for connections beyond their time at this interval only (30 s by default).
    http: { headersTimeout: server.headersTimeoutMs, connectionsCheckingInterval: 1_000 },
    trustProxy: server.trustedProxies.length > 0 ? [...server.trustedProxies] : false,
    forceCloseConnections: 'idle',
    // While stopping, what comes on an open connection is still answered.
    return503OnClosing: false,
    genReqId: (request) => wellFormed(request.headers['x-request-id']) ?? randomUUID(),
    // What is no text, or too long, Fastify itself refuses in English, with no header of ours: it leads nowhere, as others do.
    frameworkErrors: (_error, { raw }, reply) => {
      raw.url = NOWHERE;
      http.routing(raw, reply.raw);
    },
  });
  return http;
}

/** A request id from outside is taken when it is an id and nothing else: it goes into logs and the audit trail. */
const wellFormed = (id: string | string[] | undefined): string | undefined =>
  typeof id === 'string' && /^[\w.-]{8,64}$/.test(id) ? id : undefined;

async function shutDown(
  http: FastifyInstance,
  lifecycle: Lifecycle,
  parts: Readonly<Record<string, { stop(): Promise<void> }>>,
  patienceMs: number,
): Promise<void> {
  lifecycle.stopping = true;
  // A connection that is kept alive becomes idle only when its answer is out.
  const sweep = setInterval(() => http.server.closeIdleConnections(), 25);
  const hurry = setTimeout(() => http.server.closeAllConnections(), patienceMs);
  try {
    await http.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(hurry);
  }
  for (const part of Object.values(parts)) await part.stop();
}
