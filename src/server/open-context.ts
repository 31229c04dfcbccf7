/** Makes the context of a request: who asks, in which language, and which countries that is good for. */
import type { FastifyRequest } from 'fastify';
import { Told } from '../execution/told';
import { negotiateLocale } from '../locale/locale';
import type { App, RequestContext } from './context';
import { scopeOf } from './scope';

/**
 * The country comes from the actor's account and from nowhere else.
 * @throws ApiError UNAUTHENTICATED for a token that does not count, UNAVAILABLE when the country is served elsewhere.
 */
export async function openContext(app: App, request: FastifyRequest): Promise<RequestContext> {
  const actor = await app.identity.authenticate(request.headers.authorization);
  return Object.freeze({
    requestId: request.id,
    locale: negotiateLocale(request.headers['accept-language']),
    address: request.ip,
    actor,
    app,
    scope: Object.freeze(scopeOf(app, actor)),
    told: new Told(),
  });
}
