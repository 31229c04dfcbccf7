/** What stands between the socket and a route, in this order. */
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../base/config';
import { rateLimited, unavailable } from '../base/refusals';
import { REQUIRE_ALL } from './open-context';

type Install = (http: FastifyInstance, server: Config['server']) => unknown;

/** For every route. */
export const everywhere: readonly Install[] = [
  // Nothing that is served may be framed, sniffed, cached or embedded; the explorer has a policy of its own.
  async (http) => {
    const headers = { ...(await securityHeaders()), 'cache-control': 'no-store' };
    http.addHook('onRequest', (request, reply, done) => {
      void reply.headers(headers).header('x-request-id', request.id);
      done();
    });
  },
];

/**
 * What helmet sets. It is the same for every response, and going through its dozen functions each time was a
 * fifth of the server's own time: it is asked once.
 */
async function securityHeaders(): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  const middleware = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  await new Promise((done) => middleware({} as IncomingMessage, response as unknown as ServerResponse, done));
  return headers;
}

/** For what people ask for: probes and metrics must be answered under load, and they ask for no limit. */
export const limited: readonly Install[] = [
  (http, { maxEventLoopDelayMs }) =>
    maxEventLoopDelayMs > 0 &&
    http.register(underPressure, {
      maxEventLoopDelay: maxEventLoopDelayMs,
      exposeStatusRoute: false,
      pressureHandler: () => {
        throw unavailable();
      },
    }),
  (http, { rateLimitPerMinute }) =>
    rateLimitPerMinute > 0 &&
    http.register(rateLimit, {
      max: rateLimitPerMinute,
      timeWindow: '1 minute',
      cache: 10_000,
      errorResponseBuilder: (_request, { ttl }) => rateLimited(Math.ceil(ttl / 1000)),
    }),
];

/** For what other sites may ask as well: GraphQL, and the contents of attachments. */
export const forOthers: readonly Install[] = [
  (http, { allowedOrigins }) =>
    http.register(cors, {
      origin: [...allowedOrigins],
      methods: ['POST', 'GET', 'PUT'],
      allowedHeaders: [
        ...['authorization', 'content-type', 'accept-language', 'x-request-id', 'apollo-require-preflight'],
        REQUIRE_ALL,
      ],
      exposedHeaders: ['x-request-id', 'retry-after'],
      maxAge: 600,
    }),
  ...limited,
];

export async function install(
  list: readonly Install[],
  http: FastifyInstance,
  server: Config['server'],
): Promise<void> {
  for (const plugin of list) await plugin(http, server);
}
