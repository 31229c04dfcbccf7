/** The first edition of a release: what may be told of a closed period, as coarsely as is safe. */
import { ident, join, sql, type Sql } from '../../base/sql';
import { next, periodAt, type Period } from '../../base/period/period';
import { anonymise, type ReleasedRow } from '../../disclosure/anonymise';
import type { ReleaseRules } from '../../disclosure/release-rules';
import type { ThingRecord } from '../../model/record';
import type { Thing } from '../../model/thing';
import { attributeOf, tableOf } from '../../writing/work-statements';
import type { Country } from '../country/country.entity';
import type { ReleasedColumn } from './release.codes';
import type { Release } from './release.entity';
import { releasableCases, releasableIncidents, type Asked, type Releasable } from './release.rows';
import { caseRules, incidentRules } from './release.rules';
import type { SharedCase, SharedIncident } from './shared-case.entity';

export type Profile = Pick<Country, 'releasePeriod' | 'releasePlace' | 'releaseK' | 'releaseL' | 'timezone'>;

type Content<T> = Omit<T, keyof ThingRecord>;
type Row<T> = Content<T> & { readonly id: string };

export interface Edition {
  readonly release: Content<Release>;
  readonly cases: readonly Row<Omit<SharedCase, 'releaseId'>>[];
  readonly incidents: readonly Row<Omit<SharedIncident, 'releaseId'>>[];
  readonly noted: readonly Noted[];
}

/** Which row was made of which record, and of whom. */
interface Noted {
  readonly recordId: string;
  readonly rowId: string;
  readonly person: string;
}

/** The period after the last that was released, at first that of the first case; null while it is not over. */
export async function duePeriod(asked: Asked, { releasePeriod, timezone }: Profile, today: string) {
  const [{ last, first } = { last: null, first: null }] = await asked.query<Record<'last' | 'first', string | null>>(
    sql`SELECT (SELECT max(ends_on)::text FROM release) AS last,
      (SELECT min(opened_at AT TIME ZONE ${timezone})::date::text FROM "case") AS first`,
  );
  const before = last === null ? null : periodAt(last, releasePeriod);
  const due = before ? next(before) : first === null ? null : periodAt(first, releasePeriod);
  return due && due.to < today ? due : null;
}

/**
 * What was left out has its turn again with the next period, and so has what was recorded late.
 * @param pseudonym an id that only the country can tell from what it stands for
 */
export async function editionOf(
  asked: Asked,
  country: Profile,
  { name, from, to }: Period,
  today: string,
  pseudonym: (value: string) => string,
): Promise<Edition> {
  const [cases, incidents] = await Promise.all([
    releasableCases(asked, country, to),
    releasableIncidents(asked, country, to),
  ]);
  const { releaseK: k, releaseL: l } = country;
  const told = made(cases, caseRules({ k, l }), pseudonym);
  const done = made(incidents, incidentRules({ k, l }), pseudonym);
  const all = cases.length + incidents.length;
  const left = all - told.released.length - done.released.length;
  return {
    release: {
      ...{ period: name, startsOn: from, endsOn: to, edition: 1, publishedOn: today, k, l },
      suppressedShare: all === 0 ? null : Math.ceil((100 * left) / all),
    },
    cases: told.released.map((row) => ({ startsOn: from, ...caseRow(country, row, told.rules) })),
    incidents: done.released.map((row) => ({ startsOn: from, ...incidentRow(country, row, done.rules) })),
    noted: [...told.released, ...done.released].map(({ row, rowId }) => ({
      ...{ recordId: row.id, rowId },
      person: pseudonym(`released in ${name} ${row.person}`),
    })),
  };
}

interface Made {
  readonly rules: ReleaseRules<ReleasedColumn>;
  readonly released: readonly Told[];
}

type Told = ReleasedRow<Releasable> & { readonly rowId: string };

/** In the order of ids that are drawn: how rows lie in the table leads to nothing. */
function made(
  rows: readonly Releasable[],
  rules: ReleaseRules<ReleasedColumn>,
  pseudonym: (value: string) => string,
): Made {
  const released = anonymise(rows, rules).released.map((one) => ({
    ...one,
    rowId: pseudonym(`released ${one.row.id}`),
  }));
  return { rules, released: released.sort((a, b) => (a.rowId < b.rowId ? -1 : 1)) };
}

const known = (value: string | null | undefined): string | null => (value === 'UNKNOWN' ? null : (value ?? null));

function caseRow({ releasePlace }: Profile, { row, values, rowId }: Told, { columns }: Made['rules']) {
  const place = known(values[0]);
  return {
    id: rowId,
    provinceId: releasePlace === 'PROVINCE' ? place : null,
    zone: (releasePlace === 'ZONE' ? place : null) as SharedCase['zone'],
    genderIdentity: known(values[1]) as SharedCase['genderIdentity'],
    ageBand: (values[2] ?? null) as SharedCase['ageBand'],
    generalised: columns.filter((_, at) => values[at] !== row.values[at]).map(({ name }) => name),
  };
}

const incidentRow = (country: Profile, told: Told, rules: Made['rules']) => ({
  ...caseRow(country, told, rules),
  gbvimsType: (told.values[3] ?? null) as SharedIncident['gbvimsType'],
  perpetratorGroup: (told.values[4] ?? null) as SharedIncident['perpetratorGroup'],
});

type Values = Readonly<Record<string, unknown>>;

/** All rows of an edition are made at one moment and by nobody. */
export function putRows(thing: Thing, rows: readonly Values[]): Sql {
  const names = [...Object.keys(rows[0] ?? {}).sort(), 'version'];
  const columns = join(
    names.map((name) => ident(attributeOf(thing, name).column)),
    ', ',
  );
  return sql`INSERT INTO ${ident(thing.table)} (${columns}, created_at, updated_at)
    SELECT ${columns}, now(), now() FROM ${tableOf(thing, names)(rows.map((row) => ({ ...row, version: 1 })))}`;
}

export const noteRows = (releaseId: string, noted: readonly Noted[]): Sql => sql`
  INSERT INTO released_row (record_id, release_id, row_id, person)
  SELECT r.record_id, ${releaseId}, r.row_id, r.person
  FROM unnest(${noted.map(({ recordId }) => recordId)}::uuid[], ${noted.map(({ rowId }) => rowId)}::uuid[],
    ${noted.map(({ person }) => person)}::uuid[]) AS r(record_id, row_id, person)`;
