/** What may be released of a country's cases: with consent to reporting, of no minor, and not released before. */
import { raw, sql, type Sql } from '../../base/sql';
import type { Country } from '../country/country.entity';
import type { PerpetratorCategory } from '../casework/incident/perpetrator.codes';
import { groupOf } from './release.rules';

/** Where it is looked up: a unit of work, or the connection of whoever fills a country. */
export interface Asked {
  query<Row extends object>(statement: Sql): Promise<Row[]>;
}

/** What is not told is told so: null says that it is withheld. */
const UNKNOWN = 'UNKNOWN';

export interface Releasable {
  readonly id: string;
  /** Who it is about. */
  readonly person: string;
  readonly values: readonly string[];
}

/** Whoever is under age today is in no release: of whom only the year of birth is known, until its end. */
const isMinor = raw(`coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18', false)`);

/** Of the case `c` and its survivor `s`: else it is withdrawn. What was counted in error stays as it was counted. */
export const mayStay = sql`(c.status <> 'WITHDRAWN' AND c.closed_off_at IS NULL AND c.restricted_at IS NULL
  AND NOT ${isMinor})`;

const isCaseReleasable = sql`(c.status NOT IN ('DRAFT', 'DUPLICATE') AND ${mayStay})`;

/** Of the incident `i`. */
const isIncidentReleasable = raw('(i.voided_at IS NULL AND i.consent_reporting AND NOT i.reported_elsewhere)');

export const survivorOf = raw(`LEFT JOIN survivor s ON s.id = c.survivor_id
  LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id`);

type Placed = Pick<Country, 'releasePlace'>;

const placeOf = ({ releasePlace }: Placed): Sql => (releasePlace === 'ZONE' ? raw('p.zone') : raw('p.id::text'));

const about = raw(`coalesce(s.id, c.id) AS person, coalesce(s.gender_identity, '${UNKNOWN}') AS gender,
  coalesce(s.age_band, '${UNKNOWN}') AS age`);

const openedBy = (day: string): Sql =>
  sql`(c.opened_at AT TIME ZONE (SELECT z.timezone FROM country z))::date <= ${day}::date`;

const isNew = (id: Sql): Sql => sql`NOT EXISTS (SELECT FROM released_row r WHERE r.record_id = ${id})`;

interface CaseFound {
  readonly id: string;
  readonly person: string;
  readonly place: string | null;
  readonly gender: string;
  readonly age: string;
}

const valuesOf = ({ place, gender, age }: CaseFound): string[] => [place ?? UNKNOWN, gender, age];

/** Cases that were registered by the end of this day, with the place of the first incident that may be told. */
export async function releasableCases(asked: Asked, country: Placed, day: string): Promise<Releasable[]> {
  const found = await asked.query<CaseFound>(sql`
    SELECT c.id, ${about}, f.place FROM "case" c ${survivorOf}
    CROSS JOIN LATERAL (SELECT ${placeOf(country)} AS place FROM incident i
      LEFT JOIN district d ON d.id = i.district_id LEFT JOIN province p ON p.id = d.province_id
      WHERE i.case_id = c.id AND ${isIncidentReleasable} ORDER BY i.reported_at, i.id LIMIT 1) f
    WHERE ${openedBy(day)} AND ${isCaseReleasable} AND ${isNew(raw('c.id'))}
    ORDER BY c.id`);
  return found.map((one) => ({ id: one.id, person: one.person, values: valuesOf(one) }));
}

interface IncidentFound extends CaseFound {
  readonly type: string;
  readonly categories: readonly PerpetratorCategory[];
}

export async function releasableIncidents(asked: Asked, country: Placed, day: string): Promise<Releasable[]> {
  const found = await asked.query<IncidentFound>(sql`
    SELECT i.id, ${about}, ${placeOf(country)} AS place, i.gbvims_type AS type,
      ARRAY(SELECT DISTINCT a.category FROM alleged_perpetrator a WHERE a.incident_id = i.id AND a.voided_at IS NULL) AS categories
    FROM incident i JOIN "case" c ON c.id = i.case_id ${survivorOf}
    LEFT JOIN district d ON d.id = i.district_id LEFT JOIN province p ON p.id = d.province_id
    WHERE ${openedBy(day)} AND ${isCaseReleasable} AND ${isIncidentReleasable} AND ${isNew(raw('i.id'))}
    ORDER BY i.id`);
  return found.map((one) => ({
    id: one.id,
    person: one.person,
    values: [...valuesOf(one), one.type, groupOf(one.categories)],
  }));
}

/** What a released incident (alias) tells of, in the order of what is told of it; null: nothing. */
export const toldOfIncident = (alias: string): Sql =>
  raw(`ARRAY[coalesce((SELECT p.code FROM province p WHERE p.id = ${alias}.province_id), ${alias}.zone),
      ${alias}.gbvims_type, ${alias}.perpetrator_group, ${alias}.gender_identity, ${alias}.age_band]`);
