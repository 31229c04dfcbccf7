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
    AttachmentContent: closing(ofCase([], team)),
  };
}
