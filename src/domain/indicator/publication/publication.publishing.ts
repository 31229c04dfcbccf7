/**
 * A period is published once, some time after its end, in one transaction: counts, what the region reads of them, what
 * has to be protected from then on, and who was counted. Whoever is recorded late counts with the next period.
 */
import { daysAfter } from '../../../base/calendar';
import { next, periodAt, type Period } from '../../../base/period/period';
import { sql, type Sql } from '../../../base/sql';
import type { Edition } from '../../../disclosure/edition';
import type { Floor } from '../../../disclosure/linking';
import { sweep } from '../../../writing/sweep';
import { countryOf } from '../../country/country.own';
import type { Country } from '../../country/country.entity';
import type { Asks } from '../indicator.keeping';
import { cubesOf, floorsOf, forgotten } from './publication.counting';
import { publishMinors } from './publication.minors';
import { makeEdition, periodNameOf, type Made, type PublishedCount } from './publication.edition';
import { allSeries, type Series } from './publication.plan';

export type PublicationProfile = Pick<
  Country,
  'releasePeriod' | 'releasePlace' | 'releaseK' | 'timezone' | 'caseSharing'
>;

/** What its counts are rounded by: of the country alone, and always the same. */
export const ROUNDING = 'rounding of published counts';

/** Below a count of so many nobody is told how many; the country may ask for more. */
const PLAIN = 5;
const SENSITIVE = 10;

function thresholdsOf({ releaseK }: PublicationProfile): { readonly plain: number; readonly sensitive: number } {
  const plain = Math.max(PLAIN, releaseK);
  return { plain, sensitive: Math.max(SENSITIVE, plain) };
}

/** The period after the last that was published, at first that of the first case; null while it is too young. */
async function dueOf(asks: Asks, series: Series, country: PublicationProfile, today: string): Promise<Period | null> {
  const [{ last, first } = { last: null, first: null }] = await asks.query<Record<'last' | 'first', string | null>>(sql`
    SELECT (SELECT max(ends_on)::text FROM published_period WHERE series = ${series.name}) AS last,
      (SELECT min(opened_at AT TIME ZONE ${country.timezone})::date::text FROM "case") AS first`);
  const before = last === null ? null : periodAt(last, country.releasePeriod);
  const due = before ? next(before) : first === null ? null : periodAt(first, country.releasePeriod);
  return due && daysAfter(due.to, series.afterDays) < today ? due : null;
}

interface Kept {
  readonly editions: readonly Edition[];
  readonly floors: readonly Floor[];
}

/** Editions of the same year: others add up with none of it. */
async function keptOf(asks: Asks, series: Series, { from }: Period): Promise<Kept> {
  const rows = await asks.query<{ content: string; floors: string }>(sql`
    SELECT e.content, e.floors FROM published_edition e JOIN published_period p ON p.series = e.series AND p.period = e.period
    WHERE e.series = ${series.name} AND p.ends_on > ${from}::date - interval '1 year' ORDER BY p.ends_on, p.starts_on DESC`);
  return {
    editions: rows.map(({ content }) => JSON.parse(content) as Edition),
    floors: rows.flatMap(({ floors }) => JSON.parse(floors) as Floor[]),
  };
}

const placesOf = async (asks: Asks, { releasePlace }: PublicationProfile): Promise<string[]> =>
  (
    await asks.query<{ code: string }>(
      releasePlace === 'ZONE'
        ? sql`SELECT DISTINCT zone AS code FROM province WHERE zone IS NOT NULL ORDER BY 1`
        : sql`SELECT code FROM province ORDER BY 1`,
    )
  ).map(({ code }) => code);

/** Whose registrations are counted, and that of what they handed on since. */
const organisationsOf = async (asks: Asks): Promise<string[]> =>
  (
    await asks.query<{ id: string }>(sql`SELECT organisation_id::text AS id FROM "case"
      UNION SELECT from_organisation_id::text FROM case_transfer WHERE status = 'ACCEPTED' ORDER BY 1`)
  ).map(({ id }) => id);

/** While it is reckoned what is hidden the transaction says nothing, on a busy machine for longer than others may. */
const patient = sql`SELECT set_config('idle_in_transaction_session_timeout', '10min', true)`;

/**
 * Publishes the next period of a series that is due.
 * @param secret by which counts are rounded: of the country alone
 * @returns what was published; null where nothing is due
 */
export async function publishNext(
  asks: Asks,
  series: Series,
  country: PublicationProfile,
  today: string,
  secret: string,
): Promise<Made | null> {
  const period = await dueOf(asks, series, country, today);
  if (!period) return null;
  await asks.query(patient);
  const cube = await cubesOf(asks, series, country, period, secret);
  const kept = await keptOf(asks, series, period);
  const [places, organisations] = [await placesOf(asks, country), await organisationsOf(asks)];
  const floors = country.caseSharing && series.name === 'main' ? await floorsOf(asks, period.name) : [];
  const thresholds = thresholdsOf(country);
  const made = await makeEdition({
    ...{ series, period, cube, places, organisations, earlier: kept.editions, floors: [...kept.floors, ...floors] },
    ...{ finest: country.releasePeriod, isByZone: country.releasePlace === 'ZONE' },
    thresholds,
  });
  for (const statement of written(series, period, made, floors, today)) await asks.query(statement);
  if (series.name === 'main') await asks.query(forgotten(period.name));
  return made;
}

function written(series: Series, period: Period, made: Made, floors: readonly Floor[], today: string): readonly Sql[] {
  const own = made.editions.length > 0 ? made.editions : [{ period: period.name, parts: null }];
  const periods = own.map((edition) => {
    const name = periodNameOf(edition.period);
    const days = name === period.name ? period : periodAt(period.to, 'YEAR');
    return sql`INSERT INTO published_period (series, period, starts_on, ends_on, published_on, list, parts)
      VALUES (${series.name}, ${name}, ${days?.from}::date, ${days?.to}::date, ${today}::date, ${made.list},
        ${edition.parts?.map(periodNameOf) ?? null}::text[])`;
  });
  const editions = made.editions.map(
    (edition, at) => sql`INSERT INTO published_edition (series, period, content, floors)
      VALUES (${series.name}, ${periodNameOf(edition.period)}, ${JSON.stringify(edition)}, ${JSON.stringify(at === 0 ? floors : [])})`,
  );
  return [...periods, ...editions, ...(made.cells.length > 0 ? [cellRows(made.cells)] : [])];
}

const cellRows = (cells: readonly PublishedCount[]): Sql => sql`
  INSERT INTO published_cell (period, population, dimensions, codes, value, is_rounded)
  SELECT c.period, c.population, c.dimensions, string_to_array(c.codes, ','), c.value, c.is_rounded
  FROM unnest(${cells.map(({ period }) => period)}::text[], ${cells.map(({ population }) => population)}::text[],
    ${cells.map(({ dimensions }) => dimensions)}::text[], ${cells.map(({ codes }) => codes.join(','))}::text[],
    ${cells.map(({ value }) => value)}::int[], ${cells.map(({ isRounded }) => isRounded)}::boolean[])
    AS c (period, population, dimensions, codes, value, is_rounded)
  ORDER BY c.population, c.period, c.dimensions, c.codes`;

sweep({
  name: 'publishIndicators',
  label: { en: 'publish tables', pt: 'publicar tabelas' },
  description: 'publishes the tables of a period for the region, once it is over and has had its time',
  writes: [],
  isSlow: true,
  run: async (work) => {
    const country = await countryOf(work);
    const secret = work.ctx.app.vault.pseudonym(work.country, ROUNDING);
    return publishDue(work, country, work.day(), secret);
  },
});

/** What is due beyond that is published at the next look: nobody waits for a transaction that long. */
const LONGEST_MS = 10_000;

/** What is due by now, the earliest first. @returns how many periods were published */
async function publishDue(asks: Asks, country: PublicationProfile, today: string, secret: string): Promise<number> {
  const since = Date.now();
  let published = 0;
  while (await publishMinors(asks, country, today, thresholdsOf(country).sensitive)) published++;
  for (const series of allSeries)
    while (Date.now() - since < LONGEST_MS && (await publishNext(asks, series, country, today, secret))) published++;
  return published;
}
