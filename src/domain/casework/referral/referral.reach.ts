/** When a receiving organisation sees what: the conditions of `domain.md` 1.5 as SQL. */
import { column, FALSE, join, sql, type Sql } from '../../../base/sql';
import { goesThroughAll, type Subject } from '../../../model/reach';
import type { DataClass } from '../../../policy/table';
import { accused } from '../case/case.reach';

/** Classes that are told of an incident. */
export const ofIncident = [
  'INCIDENT',
  'INCIDENT_DETAIL',
  'NARRATIVE',
  'HEALTH',
  'PERPETRATOR',
  'PERPETRATOR_IDENTITY',
] as const satisfies readonly DataClass[];

/** What a referral opens, it opens only now: accepted or in service, and the consent behind it not run out. */
const openNow = sql`r.status IN ('ACCEPTED', 'IN_SERVICE') AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())`;

function myReferral(alias: string, local: string, foreign: string, subject: Subject, listed: Sql): Sql {
  if (subject.organisationId === null) return FALSE;
  const value = column(alias, local);
  const mine = sql`r.to_organisation_id = ${subject.organisationId} AND ${openNow} AND ${listed} AND ${notAccused('r', subject)}`;
  // A list begins from the referrals: they are few, and what they open may be nowhere near the beginning of the list.
  if (goesThroughAll(subject))
    return sql`${value} = ANY(ARRAY(SELECT ${column('r', foreign)} FROM referral r WHERE ${mine}))`;
  return sql`EXISTS (SELECT 1 FROM referral r WHERE ${column('r', foreign)} = ${value} AND ${mine})`;
}

/** Rows that an open referral to my organisation is about, as far as anything of this class crosses between organisations. */
export const underMyReferral = (
  alias: string,
  local: string,
  foreign: string,
  subject: Subject,
  dataClass: DataClass,
): Sql => myReferral(alias, local, foreign, subject, crosses(dataClass));

/** Classes that hold codes alone, and nothing that says who somebody is. */
export const coded: readonly DataClass[] = [
  ...(['SURVIVOR', 'REFERRAL_OPERATIONS', 'DEMOGRAPHICS', 'INCIDENT', 'PERPETRATOR', 'COMPLAINT'] as const),
];

/** The country lets organisations know this of each other's cases; it is looked up once in a statement. */
const crosses = (dataClass: DataClass): Sql =>
  coded.includes(dataClass)
    ? sql`(SELECT p.cross_organisation_sharing FROM country p) <> 'NONE'`
    : sql`(SELECT p.cross_organisation_sharing FROM country p) = 'FULL'`;

/** The same, and the referral lists the data class among what it shares. */
export const sharedWithMe = (
  alias: string,
  local: string,
  foreign: string,
  subject: Subject,
  dataClass: DataClass,
): Sql =>
  myReferral(alias, local, foreign, subject, sql`${dataClass} = ANY(r.shared_fields) AND ${crosses(dataClass)}`);

/** Of an incident that a referral to my organisation covers, where it lists the data class among what it shares. */
export function coveredForMe(alias: string, local: string, subject: Subject, dataClass: DataClass): Sql {
  if (subject.organisationId === null) return FALSE;
  const value = column(alias, local);
  const mine = sql`r.to_organisation_id = ${subject.organisationId} AND ${openNow} AND ${sharesClass(dataClass)} AND ${crosses(dataClass)}
    AND ${notAccused('r', subject)}`;
  const covered = sql`FROM referral r JOIN referral_incident ri ON ri.referral_id = r.id WHERE ri.voided_at IS NULL AND ${mine}`;
  if (goesThroughAll(subject)) return sql`${value} = ANY(ARRAY(SELECT ri.incident_id ${covered}))`;
  return sql`EXISTS (SELECT 1 ${covered} AND ri.incident_id = ${value})`;
}

/** What is told of an incident tells that there was one: the coded incident comes with it. */
const sharesClass = (dataClass: DataClass): Sql =>
  dataClass === 'INCIDENT'
    ? sql`r.shared_fields && ARRAY[${join(
        ofIncident.map((code) => sql`${code}`),
        ', ',
      )}]`
    : sql`${dataClass} = ANY(r.shared_fields)`;

/** Referrals sent to my organisation, from the moment that they are sent. */
export const sentToMe = (alias: string, subject: Subject): Sql =>
  subject.organisationId === null
    ? FALSE
    : sql`(${column(alias, 'to_organisation_id')} = ${subject.organisationId} AND ${column(alias, 'status')} <> 'DRAFT' AND ${notAccused(alias, subject)})`;

/** What my organisation recorded of the services that it gave: its own whatever became of the referral. */
export const servedByMe = (alias: string, subject: Subject): Sql =>
  subject.organisationId === null
    ? FALSE
    : sql`(${column(alias, 'provider_id')} = ${subject.organisationId} AND ${notAccused(alias, subject)})`;

/** Whoever is accused in the case of a row sees nothing of it as a receiver either. */
export const notAccused = (alias: string, subject: Subject): Sql =>
  sql`NOT ${accused(column(alias, 'case_id'), subject)}`;
