/** What every count of cases has in common: which cases and incidents count, for whom, and how old the survivor was. */
import { raw, sql, type Sql } from '../../../base/sql';
import { Case } from '../../casework/case/case.entity';
import { AllegedPerpetrator } from '../../casework/incident/alleged-perpetrator.entity';
import { Incident, IncidentDetail } from '../../casework/incident/incident.entity';
import { PerpetratorCategory } from '../../casework/incident/perpetrator.codes';
import { groupOfCategory } from '../../casework/incident/perpetrator-group.codes';
import { Survivor, SurvivorDemographics } from '../../casework/survivor/survivor.entity';
import { CaseTransfer } from '../../casework/transfer/case-transfer.entity';
import { groupOf } from '../../release/release.rules';
import { dayOf, itself, through, type Decides } from './counting';

/** Of an incident: with consent to be counted, and by nobody else of the programme (Primero's rule). */
export const countsAsIncident = raw('(i.voided_at IS NULL AND i.consent_reporting AND NOT i.reported_elsewhere)');

/** Of a case: neither a draft nor a double, and not withdrawn. */
export const isRegistered = raw(`(c.status NOT IN ('DRAFT', 'DUPLICATE', 'WITHDRAWN') AND c.closed_off_at IS NULL)`);

/** Of a case: what is counted of it is counted with consent to it. */
export const counts = sql`(${isRegistered} AND EXISTS (SELECT FROM incident i WHERE i.case_id = c.id AND ${countsAsIncident}))`;

/** Survivor `s` of the case `c`, and what is known of their age. */
export const survivor = raw(`LEFT JOIN survivor s ON s.id = c.survivor_id
  LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL`);

/** A registration is whoever made it, also when the case goes on to somebody else: the first who gave it away. */
export const registeredBy = raw(`coalesce((SELECT t.from_organisation_id FROM case_transfer t
  WHERE t.case_id = c.id AND t.status = 'ACCEPTED' ORDER BY t.responded_at, t.id LIMIT 1), c.organisation_id)`);

export const gender = raw('s.gender_identity');

/** The band in a year; of whom only the year of birth is known, the lower of the two ages, as everywhere. */
export const ageIn = (year: Sql): Sql => sql`(CASE WHEN sd.birth_year IS NULL THEN s.age_band
  WHEN ${year} - sd.birth_year - 1 >= 50 THEN 'AGE_50_PLUS' WHEN ${year} - sd.birth_year - 1 >= 35 THEN 'AGE_35_49'
  WHEN ${year} - sd.birth_year - 1 >= 25 THEN 'AGE_25_34' WHEN ${year} - sd.birth_year - 1 >= 18 THEN 'AGE_18_24'
  ELSE 'UNDER_18' END)`;

export const yearOfDay = (day: Sql): Sql => sql`date_part('year', ${day})::int`;

/** Province and age of a case are those of its first incident that counts. */
export const firstIncident = sql`LEFT JOIN LATERAL (
  SELECT d.province_id, i.gbvims_type, coalesce(x.occurred_on, ${dayOf(raw('i.reported_at'))}) AS day
  FROM incident i LEFT JOIN district d ON d.id = i.district_id LEFT JOIN incident_detail x ON x.incident_id = i.id AND x.voided_at IS NULL
  WHERE i.case_id = c.id AND ${countsAsIncident} ORDER BY i.reported_at, i.id LIMIT 1) f ON true`;

const groups = PerpetratorCategory.codes.map((code) => `WHEN '${code}' THEN '${groupOf([code])}'`).join(' ');
const ofTheState = PerpetratorCategory.codes.filter((code) => groupOfCategory[code] === 'LAW_ENFORCEMENT');

/** Of the incident `i`: the one group of all who are alleged to have done it, and whether any is of law enforcement. */
export const perpetrators = raw(`LEFT JOIN LATERAL (
  SELECT CASE count(DISTINCT g.told) WHEN 0 THEN 'UNKNOWN' WHEN 1 THEN min(g.told) ELSE 'SEVERAL' END AS told,
    coalesce(bool_or(g.state), false) AS state
  FROM (SELECT CASE a.category ${groups} END AS told,
      a.category IN (${ofTheState.map((code) => `'${code}'`).join(', ')}) AS state
    FROM alleged_perpetrator a WHERE a.incident_id = i.id AND a.voided_at IS NULL) g) p ON true`);

const ofSurvivor = sql`SELECT id FROM "case" WHERE survivor_id`;

/** Whatever decides whether a case counts, and as what. */
export const decidesCase: readonly Decides[] = [
  itself(Case),
  through(Incident, 'incident'),
  through(IncidentDetail, 'incident_detail'),
  through(AllegedPerpetrator, 'alleged_perpetrator'),
  through(CaseTransfer, 'case_transfer'),
  { of: Survivor, roots: (ids) => sql`${ofSurvivor} = ANY(${ids})` },
  {
    of: SurvivorDemographics,
    roots: (ids) => sql`${ofSurvivor} IN (SELECT survivor_id FROM survivor_demographics WHERE id = ANY(${ids}))`,
  },
];
