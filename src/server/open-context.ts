/** Makes the context of a request: who asks, in which language, and which countries that is good for. */
import type { FastifyRequest } from 'fastify';
import { Told } from '../base/told';
import { negotiateLocale } from '../base/locale';
import type { Standing } from '../base/standing';
import type { CountryReader, RequestContext } from '../base/context';
import type { App } from '../identity/app';
import { absentTo, scopeOf } from '../identity/scope';
import { outOfService } from '../base/refusals';

/** A request of the region that is to be answered by every country, or not at all. */
export const REQUIRE_ALL = 'require-all-countries';

/**
 * The country comes from the actor's account and from nowhere else.
 * @param mayPresume whether the session may be looked up later, before anything is answered
 * @throws ApiError UNAUTHENTICATED for a token that does not count, UNAVAILABLE when the country is served elsewhere or not just now.
 */
export async function openContext(app: App, request: FastifyRequest, mayPresume: boolean): Promise<RequestContext> {
  const { authorization } = request.headers;
  const presumed = mayPresume ? await app.identity.presume(authorization) : null;
  const standing = presumed ?? (await app.identity.authenticate(authorization));
  const actor = standing?.actor ?? null;
  const scope = await scopeFor(app, standing, request.headers[REQUIRE_ALL] === 'true');
  return Object.freeze({
    requestId: request.id,
    locale: negotiateLocale(request.headers['accept-language']),
    address: request.ip,
    actor,
    standing,
    app,
    scope: Object.freeze(scope),
    told: new Told(),
  });
}

async function scopeFor(app: App, standing: Standing | null, all: boolean): Promise<readonly CountryReader[]> {
  const actor = standing?.actor ?? null;
  try {
    const absent = all && actor ? absentTo(app, actor) : [];
    if (absent.length > 0) throw outOfService(absent);
    return scopeOf(app, actor);
  } catch (error) {
    await standing?.confirm();
    throw error;
  }
}
