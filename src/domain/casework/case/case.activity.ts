/** What changes below a case shows on it: as an entry of its activity, and in the time that it was last changed. */
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import type { Noted } from '../../../writing/work-gather';
import { gatherings, type Work } from '../../../writing/work';
import type { CaseActivityKind } from './case-activity.codes';
import { CaseActivity } from './case-activity.entity';

interface Kinds {
  readonly made: CaseActivityKind | undefined;
  readonly changed: CaseActivityKind;
}

/**
 * By the name of a thing. What is not here either comes with what is (the parts of an incident that not everybody who
 * sees the case may know of), or is not told: who is accused, to whom the case is open, who took access to it.
 */
const kinds: Readonly<Record<string, Kinds>> = {
  Incident: { made: 'INCIDENT_ADDED', changed: 'INCIDENT_CHANGED' },
  IncidentDetail: { made: undefined, changed: 'INCIDENT_CHANGED' },
  IncidentNarrative: { made: undefined, changed: 'INCIDENT_CHANGED' },
  AllegedPerpetrator: { made: 'INCIDENT_CHANGED', changed: 'INCIDENT_CHANGED' },
  CaseNote: { made: 'NOTE_ADDED', changed: 'NOTE_CHANGED' },
  Referral: { made: 'REFERRAL_ADDED', changed: 'REFERRAL_CHANGED' },
  ServiceNeed: { made: 'NEED_ADDED', changed: 'NEED_CHANGED' },
  PlannedAction: { made: 'PLAN_CHANGED', changed: 'PLAN_CHANGED' },
  ServiceRecord: { made: 'REFERRAL_CHANGED', changed: 'REFERRAL_CHANGED' },
  ServiceSession: { made: 'SERVICE_CHANGED', changed: 'SERVICE_CHANGED' },
  ServiceDelivery: { made: 'SERVICE_CHANGED', changed: 'SERVICE_CHANGED' },
  Complaint: { made: 'COMPLAINT_ADDED', changed: 'COMPLAINT_CHANGED' },
  ComplaintIdentity: { made: 'COMPLAINT_CHANGED', changed: 'COMPLAINT_CHANGED' },
  ComplaintNote: { made: 'COMPLAINT_CHANGED', changed: 'COMPLAINT_CHANGED' },
  FollowUp: { made: 'FOLLOW_UP_ADDED', changed: 'FOLLOW_UP_CHANGED' },
  CaseTransfer: { made: 'TRANSFER_CHANGED', changed: 'TRANSFER_CHANGED' },
};

/** What comes with something else is told with that. */
const within: readonly (readonly [CaseActivityKind, readonly CaseActivityKind[]])[] = [
  ['INCIDENT_ADDED', ['INCIDENT_CHANGED']],
  ['REFERRAL_ADDED', ['NEED_ADDED', 'NEED_CHANGED']],
  ['REFERRAL_CHANGED', ['NEED_ADDED', 'NEED_CHANGED', 'SERVICE_CHANGED']],
  ['SERVICE_CHANGED', ['NEED_CHANGED']],
  ['NEED_ADDED', ['NEED_CHANGED']],
  ['COMPLAINT_ADDED', ['COMPLAINT_CHANGED']],
];

const gathered = asSystem(CaseActivity, 'What happens below a case shows on it, whoever does it.');

gatherings.add(async (work, all) => {
  const found = new Map<string, Set<CaseActivityKind>>();
  for (const noted of all) {
    const kind = kindOf(noted);
    const { caseId } = noted.row;
    // A case is told with what it is registered with.
    if (kind === undefined || typeof caseId !== 'string' || work.ledger.isMade(caseId)) continue;
    found.set(caseId, (found.get(caseId) ?? new Set()).add(kind));
  }
  for (const kindsOf of found.values())
    for (const [one, others] of within) if (kindsOf.has(one)) for (const other of others) kindsOf.delete(other);
  const { byId } = work;
  const rows = [...found].flatMap(([caseId, some]) => [...some].map((kind) => ({ caseId, kind, byId })));
  if (rows.length === 0) return;
  await work.insertAll(CaseActivity, rows, { as: gathered });
  touch(work, [...found.keys()]);
});

/** The reason of a step comes with the step; what is erased goes with its case. */
function kindOf({ operation, thing, row }: Noted): CaseActivityKind | undefined {
  if (thing.target === CaseActivity || row.kind === 'STEP_REASON' || operation === 'REMOVE') return undefined;
  const of = kinds[thing.name];
  return operation === 'INSERT' ? of?.made : of?.changed;
}

/**
 * The version stays: nobody who changes the case itself is told that somebody was faster. A case that another unit of
 * work holds is left to it, which is about to change it or what is below it: so that none waits for the other in a circle.
 */
const touch = (work: Work, ids: readonly string[]): void =>
  work.write(sql`
    UPDATE "case" SET updated_at = now() WHERE id IN (
      SELECT id FROM "case" WHERE id = ANY(${ids}::uuid[]) FOR NO KEY UPDATE SKIP LOCKED)`);
