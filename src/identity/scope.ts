/** Which countries an actor's requests are read in. The country comes from the account and from nowhere else. */
import type { CountryReader, Services } from '../base/context';
import type { Actor } from '../base/actor';
import { notServed } from '../base/refusals';

/** @throws ApiError UNAVAILABLE when the actor's country is served elsewhere: empty answers would be a lie */
export function scopeOf(app: Services, actor: Actor | null): readonly CountryReader[] {
  if (!actor) return [];
  if (actor.country === null) {
    return app.countries.all().map(({ code, region: pool, checksSessions }) => ({ code, pool, checksSessions }));
  }
  const country = app.countries.get(actor.country);
  if (!country) throw notServed(actor.country);
  const { code, app: pool, checksSessions } = country;
  return [{ code, pool, checksSessions }];
}
