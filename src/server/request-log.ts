/** One line per GraphQL request, and its metrics. What is not named here is not logged: no text that a client sent but a name. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ErrorCode } from '../base/errors';
import type { Exchange } from './exchange';
import type { Metrics } from './metrics';

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange | null;
    /** The code of an answer that never got as far as GraphQL. */
    refused: ErrorCode | null;
  }
}

export function noteRequests(http: FastifyInstance): void {
  http.decorateRequest('exchange', null);
  http.decorateRequest('refused', null);
}

export function logRequests(http: FastifyInstance, log: Logger, metrics: Metrics): void {
  http.addHook('onResponse', (request, reply, done) => {
    const ms = reply.elapsedTime;
    const codes = codesOf(request);
    metrics.count(request.exchange?.outcome.type ?? 'none', codes[0] ?? 'OK', ms / 1000);
    log.info(entry(request, reply.statusCode, ms, codes), 'graphql');
    done();
  });
}

const codesOf = ({ exchange, refused }: FastifyRequest): readonly ErrorCode[] =>
  refused ? [refused] : (exchange?.outcome.codes ?? []);

function entry(request: FastifyRequest, status: number, ms: number, codes: readonly ErrorCode[]): object {
  const outcome = request.exchange?.outcome;
  const actor = request.exchange?.context.actor;
  return {
    requestId: request.id,
    operation: outcome?.operationName?.slice(0, 64),
    hash: outcome?.hash?.slice(0, 16),
    status,
    ms: Math.round(ms * 10) / 10,
    role: actor?.role,
    country: actor ? (actor.country ?? 'region') : undefined,
    ...(codes.length > 0 && { codes }),
  };
}
