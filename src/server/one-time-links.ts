/** Links for one use as routes meet them: a token says nothing of its country, so each is asked. */
import type { CountryDatabase } from '../base/countries';
import type { App } from '../identity/app';
import { tokenPattern } from '../writing/one-time-link';
import type { Pool } from 'pg';

/** A country could not be asked: whether the link is good is not known. */
export class NotNow extends Error {}

/** The country whose link it is, with what was found there. @throws NotNow */
export async function linkAmong<T>(
  app: App,
  token: string,
  look: (pool: Pool) => Promise<T | undefined>,
): Promise<{ readonly country: CountryDatabase; readonly found: T } | undefined> {
  if (!tokenPattern.test(token)) return undefined;
  const served = app.countries.all();
  const asked = await Promise.allSettled(served.map(({ app: pool }) => look(pool)));
  for (const [at, country] of served.entries()) {
    const answer = asked[at];
    if (answer?.status === 'fulfilled' && answer.value !== undefined) return { country, found: answer.value };
  }
  const isWhole =
    app.countries.states().length === served.length && asked.every(({ status }) => status === 'fulfilled');
  if (!isWhole) throw new NotNow();
  return undefined;
}
