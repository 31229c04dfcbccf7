/** Answers in the form of a GraphQL response whatever fails before GraphQL: bodies, tokens, limits, addresses. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../base/errors';
import { askedLocale, negotiateLocale, type Locale } from '../base/locale';
import type { App } from '../identity/app';
import { classify } from './classify';
import { presentAlone } from './format-error';
import { JSON_TYPE, mediaTypeFor } from './media-type';
import { bodyTooLarge, jsonOnly, notFound, notJson, unavailable } from '../base/refusals';
import { causeOf } from './report';
import { statusOf, withHeaders } from './status';

type Failure = Error & { readonly statusCode?: number };

/** @param bodyLimit most bytes of a body */
export function answerErrors(http: FastifyInstance, { identity, log }: App, bodyLimit: number): void {
  http.setErrorHandler(async (error: Failure | FastifyError, request, reply) => {
    const api = toApiError(error, bodyLimit);
    if (api.code === 'INTERNAL_SERVER_ERROR') log.error({ requestId: request.id, ...causeOf(error) }, 'request failed');
    if (api.code === 'UNAVAILABLE') log.warn({ requestId: request.id, ...causeOf(error) }, 'not available');
    const given = error.statusCode;
    const status = given !== undefined && given >= 400 && given < 500 ? given : statusOf[api.code];
    return send(request, reply, api, status, await localeOf(identity, request, api));
  });
  http.setNotFoundHandler((request, reply) => send(request, reply, notFound(), 404));
}

/**
 * The language of a request that was refused: the one that it asks for, or that of the account whose token it brings, as
 * everywhere. Who brings none, or one that does not count, is not known, and is answered in English.
 */
async function localeOf(identity: App['identity'], request: FastifyRequest, { code }: ApiError): Promise<Locale> {
  const known = request.exchange?.context.locale ?? askedLocale(request.headers['accept-language']);
  if (known || code !== 'BAD_USER_INPUT') return known ?? 'en';
  const standing = await identity.authenticate(request.headers.authorization).catch(() => null);
  return standing?.actor.locale ?? 'en';
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  error: ApiError,
  status: number,
  locale: Locale = negotiateLocale(request.headers['accept-language']),
): FastifyReply {
  request.refused = error.code;
  const body = { errors: [presentAlone(error, locale)] };
  const type = mediaTypeFor(request.headers.accept) ?? JSON_TYPE;
  return withHeaders(reply, status).type(`${type}; charset=utf-8`).send(JSON.stringify(body));
}

function toApiError(error: Failure, bodyLimit: number): ApiError {
  if (error instanceof ApiError) return error;
  const status = error.statusCode ?? 500;
  if (status === 413) return bodyTooLarge(bodyLimit);
  if (status === 415) return jsonOnly();
  if (status === 503) return unavailable();
  return status >= 400 && status < 500 ? notJson() : classify(error);
}
