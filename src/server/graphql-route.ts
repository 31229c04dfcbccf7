/** POST /graphql: from the HTTP request to Apollo and back. */
import { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import type { Apollo } from './apollo';
import { SessionChanged } from '../base/standing';
import type { App } from '../identity/app';
import { openExchange } from './exchange';
import { openContext } from './open-context';
import { Patience } from './patience';
import { JSON_TYPE, mediaTypeFor } from './media-type';
import { encoded, jsonOnly, notAcceptable, postOnly, withStatus } from '../base/refusals';
import { acceptJson, isEncoded } from './request-body';
import type { KnownRequest, ShortWay } from './short-way';
import { withHeaders } from './status';

export const GRAPHQL_PATH = '/graphql';

/**
 * Queries come by POST too: a URL ends up in histories and in the logs of every proxy on the way, and the
 * variables of a query are about people.
 */
export function graphqlRoute(http: FastifyInstance, app: App, apollo: Apollo, shortWay: ShortWay): void {
  acceptJson(http);
  const patience = new Patience(http, app.config.server.requestTimeoutMs);
  http.post(GRAPHQL_PATH, { preParsing: refuseForm }, (request, reply) =>
    patience.over(reply, () => answer({ app, apollo, shortWay }, request, reply)),
  );
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

interface Ways {
  readonly app: App;
  readonly apollo: Apollo;
  readonly shortWay: ShortWay;
}

/** Answers by the short way where the document is known, else through Apollo. */
async function answer(ways: Ways, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const known = ways.shortWay.find(request.body as Readonly<Record<string, unknown>>);
  if (!known) return throughApollo(ways, request, reply);
  try {
    return await shortly(ways, known, true, request, reply);
  } catch (error) {
    // Nothing was answered or done: once more, with the session as it is now.
    if (error instanceof SessionChanged) return shortly(ways, known, false, request, reply);
    throw error;
  }
}

/** @param mayPresume whether the session may be looked up by the statement that reads */
async function shortly(
  { app, shortWay }: Ways,
  known: KnownRequest,
  mayPresume: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const exchange = (request.exchange = openExchange(await openContext(app, request, mayPresume)));
  const mediaType = mediaTypeFor(request.headers.accept);
  const { status, body } = await shortWay.answer(known, exchange);
  const lenient = exchange.outcome.ofGraphql && mediaType === JSON_TYPE;
  return withHeaders(reply, lenient ? 200 : status)
    .type(`${mediaType}; charset=utf-8`)
    .send(body);
}

async function throughApollo({ app, apollo }: Ways, request: FastifyRequest, reply: FastifyReply) {
  const exchange = (request.exchange = openExchange(await openContext(app, request, false)));
  const mediaType = mediaTypeFor(request.headers.accept);
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: request.body },
    context: () => Promise.resolve(exchange),
  });
  for (const [name, value] of headers) void reply.header(name, value);
  if (body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
  const lenient = exchange.outcome.ofGraphql && mediaType === JSON_TYPE;
  return withHeaders(reply, lenient ? 200 : (status ?? 200)).send(body.string);
}

/** Turns away before it is read, let alone done, what could not be read or answered. */
function refuseForm(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  payload: RequestPayload,
  done: (error: Error | null, payload: RequestPayload) => void,
): void {
  if (mediaTypeFor(headers.accept) === null) throw withStatus(notAcceptable(), 406);
  // Fastify asks for the type of a body only.
  if (!headers['content-type']) throw withStatus(jsonOnly(), 415);
  if (isEncoded(headers['content-encoding'])) {
    void reply.header('accept-encoding', 'identity');
    throw withStatus(encoded(), 415);
  }
  done(null, payload);
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
