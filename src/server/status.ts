/**
 * Which HTTP status an answer has, whatever went wrong:
 *
 * 1. With data: 200. What its errors say is of single fields, and a field may be null for a reason.
 * 2. Without data: the status of the gravest code, as below.
 * 3. But `application/json` gets 200 where GraphQL itself finds the request at fault: its syntax, validation, choice of
 *    operation or variables (GraphQL over HTTP, 6.4.1: such a client takes any other status for that of a proxy). What
 *    this server refuses on its own account keeps its status in either media type: limits, cost, page sizes, sign-in,
 *    rate, availability.
 * 4. What never gets as far as GraphQL (body, encodings, media types, method, token) has its own status in either, too.
 */
import type { GraphQLFormattedError } from 'graphql';
import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '../base/errors';

/** The HTTP status of an answer that has no data because of this error. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  COST_EXCEEDED: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

export const codeOf = ({ extensions }: GraphQLFormattedError): ErrorCode => extensions?.['code'] as ErrorCode;

export const gravest = (codes: readonly ErrorCode[]): number => Math.max(...codes.map((code) => statusOf[code]));

/** An error that GraphQL finds, not a limit of this server's. */
export const isOfGraphql = (error: GraphQLFormattedError): boolean =>
  (codeOf(error) === 'GRAPHQL_VALIDATION_FAILED' || codeOf(error) === 'BAD_USER_INPUT') && !error.extensions?.['limit'];

/** What a status says beside itself, whoever gives it: how to sign in, when to try again. */
export function withHeaders(reply: FastifyReply, status: number): FastifyReply {
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (status === 503) void reply.header('retry-after', '2');
  return reply.code(status);
}
