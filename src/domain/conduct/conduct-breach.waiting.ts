/** Breaches of a code of conduct that wait for a reviewer, and appeals for one who had no part in them. Nobody else knows of them. */
import { raw, sql, type Sql } from '../../base/sql';
import { Platform } from '../movement/platform.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { waits, workSource } from '../work-list/work-source';
import { ConductBreach } from './conduct-breach.entity';
import { reading, reviewing } from './conduct-breach.reviewers';
import { PlatformReviewer } from './platform-reviewer.entity';

/** The breaches `b` with each colleague `m` who reviews them as reviewer `r` of the platform `p`. */
const reviewed = sql`conduct_breach b JOIN member_association a ON a.id = b.association_id JOIN platform p ON p.id = a.platform_id
  JOIN platform_reviewer r ON r.platform_id = p.id AND r.ended_at IS NULL
  JOIN staff_member m ON m.id = r.member_id AND m.active AND m.organisation_id = p.organisation_id AND m.role IN (${reading})`;

/** Of what somebody took up it is theirs, as long as they are a reviewer; of everything else each one’s who may take it up. */
const taken = (who: string): Sql => sql`(m.id = ${raw(who)} OR NOT EXISTS (
  SELECT FROM platform_reviewer o JOIN staff_member s ON s.id = o.member_id AND s.active
  WHERE o.platform_id = p.id AND o.member_id = ${raw(who)} AND o.ended_at IS NULL))`;

const open = sql`CROSS JOIN LATERAL (
  SELECT 'CONDUCT_REVIEW', b.created_at WHERE b.status = 'REPORTED'
  UNION ALL SELECT 'CONDUCT_REVIEW', b.created_at WHERE b.status = 'IN_REVIEW' AND ${taken('b.reviewer_id')}
  UNION ALL SELECT 'CONDUCT_APPEAL', b.decided_at WHERE ${uninvolved()} AND (
    b.status = 'APPEALED' OR b.status = 'IN_APPEAL_REVIEW' AND ${taken('b.appeal_reviewer_id')})) k (kind, since)`;

function uninvolved(): Sql {
  return raw('m.id IS DISTINCT FROM b.reviewer_id AND m.id IS DISTINCT FROM b.decided_by_id');
}

const breachesOf = (condition: Sql): Sql => sql`
  SELECT b.id FROM conduct_breach b JOIN member_association a ON a.id = b.association_id
  JOIN platform_reviewer r ON r.platform_id = a.platform_id WHERE ${condition}`;

workSource({
  name: 'breachToReview',
  of: [ConductBreach],
  also: [
    { of: PlatformReviewer, roots: (ids) => breachesOf(sql`r.id = ANY(${ids})`) },
    { of: StaffMember, roots: (ids) => breachesOf(sql`r.member_id = ANY(${ids})`) },
  ],
  rows: (among) => sql`
    SELECT ${waits({
      ...{ root: raw('b.id'), kind: raw('k.kind'), since: raw('k.since'), confidential: true },
      ...{ organisationId: raw('p.organisation_id'), responsibleId: raw('m.id') },
      record: { entity: ConductBreach, id: raw('b.id'), makerId: raw('b.created_by_id') },
    })}
    FROM ${reviewed} ${open}
    WHERE ${among(raw('b.id'))} AND m.id IS DISTINCT FROM b.created_by_id`,
});

/**
 * A report or an appeal that no reviewer can take would be on nobody's list: it reaches who names reviewers, as a platform
 * that lacks one. That there is something is told, once, and nothing of what: neither how much there is nor since when.
 */
workSource({
  name: 'reviewerMissing',
  of: [ConductBreach],
  untimed: true,
  also: [
    {
      of: ConductBreach,
      roots: (
        ids,
      ) => sql`SELECT a.platform_id FROM conduct_breach b JOIN member_association a ON a.id = b.association_id
        WHERE b.id = ANY(${ids})`,
    },
    {
      of: PlatformReviewer,
      roots: (ids) => sql`SELECT r.platform_id FROM platform_reviewer r WHERE r.id = ANY(${ids})`,
    },
    {
      of: StaffMember,
      roots: (ids) => sql`SELECT r.platform_id FROM platform_reviewer r WHERE r.member_id = ANY(${ids})`,
    },
  ],
  rows: (among) => sql`
    SELECT ${waits({
      ...{ root: raw('p.id'), kind: 'REVIEWER_MISSING', audience: 'staffAdministration' },
      ...{ since: raw('p.created_at'), organisationId: raw('p.organisation_id') },
      record: { entity: Platform, id: raw('p.id'), makerId: raw('p.created_by_id') },
    })}
    FROM platform p WHERE ${among(raw('p.id'))} AND EXISTS (
      SELECT FROM conduct_breach b JOIN member_association a ON a.id = b.association_id
      WHERE a.platform_id = p.id AND b.status IN ('REPORTED', 'IN_REVIEW', 'APPEALED', 'IN_APPEAL_REVIEW') AND NOT EXISTS (
        SELECT FROM ${reviewing} AND m.id IS DISTINCT FROM b.created_by_id
          AND (b.status IN ('REPORTED', 'IN_REVIEW') OR ${uninvolved()})))`,
});
