/** POST /graphql: from the HTTP request to Apollo and back. */
import { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Apollo } from './apollo';
import type { App } from './context';
import { openExchange } from './exchange';
import { openContext } from './open-context';
import { postOnly, withStatus } from './refusals';
import { acceptJson } from './request-body';

export const GRAPHQL_PATH = '/graphql';

/**
 * Queries come by POST too: a URL ends up in histories and in the logs of every proxy on the way, and the
 * variables of a query are about people.
 */
export function graphqlRoute(http: FastifyInstance, app: App, apollo: Apollo): void {
  acceptJson(http);
  // A timer per request: whatever hangs behind a resolver, the client gets an answer.
  const handlerTimeout = app.config.server.requestTimeoutMs;
  http.post(GRAPHQL_PATH, { handlerTimeout }, async (request, reply) => {
    const exchange = openExchange(await openContext(app, request));
    request.exchange = exchange;
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: request.body },
      context: () => Promise.resolve(exchange),
    });
    for (const [name, value] of headers) void reply.header(name, value);
    if (body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
    const lenient = exchange.outcome.documentAtFault && headers.get('content-type')?.startsWith('application/json');
    return reply.code(lenient ? 200 : (status ?? 200)).send(body.string);
  });
  http.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    preParsing: (_request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('allow', 'POST');
      throw withStatus(postOnly(), 405);
    },
    handler: () => undefined,
  });
}

/** The headers that Apollo reads: content negotiation and CSRF prevention. */
const forApollo = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'];

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const name of forApollo) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
}
