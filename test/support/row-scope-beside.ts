/** The part of the row scopes that is about what hangs on a case beside its incidents and referrals. By hand, as they are. */

import { alerts, type AlertParts } from './row-scope-alerts';
import { workList, type WaitingParts } from './row-scope-work-list';

type Scopes = Readonly<Record<string, string>>;

/** What the other row scopes have of a case, as SQL. */
interface Parts extends WaitingParts, AlertParts {
  readonly ofCase: (own: readonly string[], organisation: readonly string[]) => Scopes;
  readonly closing: (scopes: Scopes) => Scopes;
  readonly ourCases: string;
  readonly allOfCases: string;
}

const team = ['CASE_MANAGER', 'SUPERVISOR'] as const;
const partner = [...team, 'PARTNER_ADMIN'] as const;

/** Of photographs and recordings, those to which a consent stands. */
const agreed = (scopes: Scopes): Scopes => {
  const consent = `SELECT FROM consent g WHERE g.survivor_id = k.survivor_id AND g.purpose = 'PHOTO_AUDIO' AND g.decision = 'GIVEN'
    AND coalesce(g.valid_until > now(), true) AND NOT EXISTS (SELECT FROM consent e WHERE e.survivor_id = g.survivor_id
      AND (e.withdraws_id = g.id OR (e.purpose = g.purpose AND e.decision <> 'GIVEN' AND e.created_at >= g.created_at
      AND NOT (e.withdraws_id IS NOT NULL AND (coalesce(e.reason, '') = 'RECORDS_MERGED' OR e.decision = 'EXPIRED')))))`;
  const shut = `SELECT a.id FROM attachment a JOIN "case" k ON k.id = a.case_id
    WHERE a.kind IN ('PHOTOGRAPH', 'AUDIO') AND NOT EXISTS (${consent})`;
  return Object.fromEntries(
    Object.entries(scopes).map(([role, condition]) => [role, `(${condition}) AND attachment_id NOT IN (${shut})`]),
  );
};

/** Codes are read as the handling of the case is, words as its notes; of notes a field worker has the own ones. */
export function besideCase(parts: Parts): Readonly<Record<string, Scopes>> {
  const { ofCase, closing, ourCases, allOfCases } = parts;
  const recorded = `IN (SELECT survivor_id FROM "case" WHERE id IN (${ourCases}))`;
  const coded = { ...ofCase(['FIELD_WORKER'], partner), ME_OFFICER: allOfCases };
  const words = closing(ofCase(['FIELD_WORKER'], team));
  return {
    CaseActivity: coded,
    FollowUp: coded,
    FollowUpDue: coded,
    CaseNote: closing({ ...ofCase([], team), FIELD_WORKER: `created_by_id = $1 AND case_id IN (${ourCases})` }),
    // Of two that are merged one has cases still.
    PossibleDuplicate: Object.fromEntries(
      team.map((role) => [
        role,
        `organisation_id = $2 AND other_id ${recorded} AND (status = 'MERGED' OR survivor_id ${recorded})`,
      ]),
    ),
    ServiceNeed: coded,
    ServiceNeedText: words,
    PlannedAction: coded,
    PlannedActionText: words,
    ...workList(parts),
    ...alerts(parts),
    Attachment: ofCase(['FIELD_WORKER'], team),
    // A field worker gives, and does not read.
    AttachmentContent: agreed(closing(ofCase([], team))),
  };
}
