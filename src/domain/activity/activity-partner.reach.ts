/** To whom the partners of an activity are open, and a joint activity to its partners. As SQL, for the row scopes. */
import { column, FALSE, ident, lookedFor, or, sql, type Sql } from '../../base/sql';
import type { Subject } from '../../model/reach';

/** The kinds of activities that others take part in: their tables, and the columns that link to them. */
const kinds = [
  ['training', 'training_id'],
  ['outreach_activity', 'outreach_activity_id'],
  ['advocacy_activity', 'advocacy_activity_id'],
] as const;

/** It is of an activity that I recorded, whoever of us named the partner. */
export const isOfMyActivity = (alias: string, { accountId }: Subject): Sql =>
  or(
    kinds.map(
      ([table, link]) =>
        sql`EXISTS (SELECT 1 FROM ${ident(table)} a WHERE a.id = ${column(alias, link)} AND a.created_by_id = ${accountId})`,
    ),
  );

/** Who recorded the activities that these are of, for the change feed. */
export const makersOfActivities = (ids: readonly string[]): Sql => sql`
  SELECT p.id, coalesce(t.created_by_id, o.created_by_id, a.created_by_id) AS account FROM activity_partner p
  LEFT JOIN training t ON t.id = p.training_id LEFT JOIN outreach_activity o ON o.id = p.outreach_activity_id
  LEFT JOIN advocacy_activity a ON a.id = p.advocacy_activity_id
  WHERE p.id = ANY(${ids}::uuid[])`;

type ActivityLink = (typeof kinds)[number][1];

/** My organisation is a partner of an activity, by the partner's link to it. */
const isPartner = (link: ActivityLink, activityId: Sql, { organisationId }: Subject): Sql =>
  organisationId === null
    ? FALSE
    : lookedFor(
        sql`SELECT 1 FROM activity_partner j WHERE j.${ident(link)} = ${activityId} AND j.partner_id = ${organisationId} AND j.voided_at IS NULL`,
      );

/** An activity in which my organisation takes part. */
export const joint =
  (link: ActivityLink) =>
  (alias: string, subject: Subject): Sql =>
    isPartner(link, column(alias, 'id'), subject);

/** A partner of an activity in which my organisation takes part: whoever sees an activity sees who takes part. */
export const besideMe = (alias: string, subject: Subject): Sql =>
  or(kinds.map(([, link]) => isPartner(link, column(alias, link), subject)));
