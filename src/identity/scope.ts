/** Which countries an actor's requests are read in. The country comes from the account and from nowhere else. */
import type { CountryReader, Services } from '../base/context';
import type { Actor } from '../base/actor';
import type { Pool } from 'pg';
import type { CountryCode, CountryDatabase } from '../base/countries';
import { notServed, outOfService } from '../base/refusals';

/** @throws ApiError UNAVAILABLE when the actor's country is served elsewhere, or not just now: empty answers would lie */
export function scopeOf(app: Services, actor: Actor | null): readonly CountryReader[] {
  if (!actor) return [];
  if (actor.country === null) {
    return app.countries.all().map(({ region, ...country }) => readerOf(country, region));
  }
  const country = app.countries.get(actor.country);
  if (!country) throw absentTo(app, actor).length > 0 ? outOfService([actor.country]) : notServed(actor.country);
  return [readerOf(country, country.app)];
}

const readerOf = (
  { code, checksSessions, sharesCases }: Pick<CountryDatabase, 'code' | 'checksSessions' | 'sharesCases'>,
  pool: Pool,
): CountryReader => ({ code, pool, checksSessions, sharesCases });

/** The countries that an actor reads and that cannot be served just now. */
export const absentTo = ({ countries }: Services, { country }: Actor): readonly CountryCode[] =>
  countries
    .states()
    .filter(({ code, because }) => because !== null && (country === null || code === country))
    .map(({ code }) => code);
