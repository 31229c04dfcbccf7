/** Makes the context of a request: who asks, in which language, and which countries that is good for. */
import type { FastifyRequest } from 'fastify';
import { Told } from '../base/told';
import { askedLocale } from '../base/locale';
import type { Standing } from '../base/standing';
import type { CountryReader, RequestContext } from '../base/context';
import type { CountryCode } from '../base/countries';
import type { App } from '../identity/app';
import { followAccounts } from '../identity/following';
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
  if (standing?.isBehind && actor?.country) await catchUp(app, actor.country);
  const asked = askedLocale(request.headers['accept-language']);
  const requiresAll = request.headers[REQUIRE_ALL] === 'true';
  const away = actor ? absentTo(app, actor) : [];
  const scope = await scopeFor(app, standing, requiresAll ? away : []);
  return Object.freeze({
    requestId: request.id,
    locale: asked ?? actor?.locale ?? 'en',
    asked,
    address: request.ip,
    actor,
    standing,
    app,
    scope: Object.freeze(scope),
    requiresAll,
    told: new Told(away),
  });
}

/** @throws ApiError UNAVAILABLE where colleagues cannot follow their accounts: what is not true any more is not shown */
async function catchUp(app: App, country: CountryCode): Promise<void> {
  try {
    await followAccounts(app, country);
  } catch (error) {
    app.log.warn({ err: error, country }, 'Colleagues could not follow their accounts');
    throw outOfService([country]);
  }
}

/** @param required countries without which nothing is answered */
async function scopeFor(
  app: App,
  standing: Standing | null,
  required: readonly CountryCode[],
): Promise<readonly CountryReader[]> {
  try {
    if (required.length > 0) throw outOfService(required);
    return scopeOf(app, standing?.actor ?? null);
  } catch (error) {
    await standing?.confirm();
    throw error;
  }
}
