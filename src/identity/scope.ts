/** Which countries an actor's requests are read in. The country comes from the account and from nowhere else. */
import type { CountryReader, Services } from '../base/context';
import type { Actor } from '../base/actor';
import type { CountryCode } from '../base/countries';
import { notServed, outOfService } from '../base/refusals';

/** @throws ApiError UNAVAILABLE when the actor's country is served elsewhere, or not just now: empty answers would lie */
export function scopeOf(app: Services, actor: Actor | null): readonly CountryReader[] {
  if (!actor) return [];
  if (actor.country === null) {
    return app.countries.all().map(({ code, region: pool, checksSessions }) => ({ code, pool, checksSessions }));
  }
  const country = app.countries.get(actor.country);
  if (!country) throw absentTo(app, actor).length > 0 ? outOfService([actor.country]) : notServed(actor.country);
  const { code, app: pool, checksSessions } = country;
  return [{ code, pool, checksSessions }];
}

/** The countries that an actor reads and that cannot be served just now. */
export const absentTo = ({ countries }: Services, { country }: Actor): readonly CountryCode[] =>
  countries
    .states()
    .filter(({ code, because }) => because !== null && (country === null || code === country))
    .map(({ code }) => code);
