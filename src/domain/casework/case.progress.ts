/** The steps of the work on a case, up to its follow-up, and its early ends. */
import { sql } from '../../base/sql';
import type { Values, Work } from '../../writing/work';
import type { Changing } from '../../model/input';
import { problem } from '../../base/problem';
import { revokeReferrals } from './consent.withdrawal';
import { servicesAgreed } from './consent.ledger';
import { taken } from '../../writing/taken';
import type {
  AssessCaseInput,
  FollowUpCaseInput,
  MarkCaseDuplicateInput,
  PlanCaseInput,
  SubmitCaseInput,
  WithdrawCaseInput,
} from './case.progress.inputs';
import { addNote, keepReason, takeStep } from './case.step';
import { CaseTransfer } from './case-transfer.entity';
import { endTransfer } from './case-transfer.work';
import { Case } from './case.entity';

/** A draft becomes a case. */
export async function submitCase(work: Work, input: SubmitCaseInput): Promise<string> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  await takeStep(work, record, 'submitCase', { servicesAgreed: await servicesAgreed(work, record) });
  return record.id;
}

interface Noted extends Changing {
  readonly note?: { readonly text: string } | null;
}

async function progress(work: Work, input: Noted, action: string, changes: Values<Case> = {}): Promise<Case> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  await takeStep(work, record, action, {}, changes);
  if (input.note) await addNote(work, record, 'NOTE', input.note.text);
  return record;
}

export const assessCase = async (work: Work, input: AssessCaseInput): Promise<string> =>
  (await progress(work, input, 'assessCase', taken<Case>(input, ['riskLevel', 'priority']))).id;

export async function planCase(work: Work, input: PlanCaseInput): Promise<string> {
  const record = await progress(work, input, 'planCase', taken<Case>(input, ['priority']));
  if (input.safetyPlan) await addNote(work, record, 'SAFETY_PLAN', input.safetyPlan.text);
  return record.id;
}

export const followUpCase = async (work: Work, input: FollowUpCaseInput): Promise<string> =>
  (await progress(work, input, 'followUpCase')).id;

/** The case repeats another, which stays. */
export async function markCaseDuplicate(work: Work, input: MarkCaseDuplicateInput): Promise<string> {
  const { duplicateOfId } = input;
  const [record] = await Promise.all([
    work.load(Case, input.id, { expectedVersion: input.expectedVersion }),
    work.load(Case, duplicateOfId, { right: 'read', path: ['duplicateOfId'] }),
  ]);
  await assertNoCircle(work, record, duplicateOfId);
  await takeStep(work, record, 'markCaseDuplicate', {}, { duplicateOfId });
  await keepReason(work, record, input.reason);
  return record.id;
}

/** Locks the other case first: two that are marked as duplicates of each other at once must not both succeed. */
async function assertNoCircle(work: Work, { id }: Case, duplicateOfId: string): Promise<void> {
  work.hold(Case, [duplicateOfId]);
  const [circle] = await work.query(sql`
    WITH RECURSIVE original AS (
      SELECT id, duplicate_of_id FROM "case" WHERE id = ${duplicateOfId}
      UNION SELECT c.id, c.duplicate_of_id FROM "case" c JOIN original o ON c.id = o.duplicate_of_id)
    SELECT id FROM original WHERE id = ${id}`);
  if (!circle) return;
  throw problem(
    'INVALID_INPUT',
    'A case cannot repeat itself, nor a case that repeats it. Name the one that is to stay.',
    'Um caso não pode repetir-se a si próprio, nem um caso que o repete. Indique o que deve ficar.',
    ['duplicateOfId'],
  );
}

/** The survivor wants no more of it: what is shared ends, and what is pending. */
export async function withdrawCase(work: Work, input: WithdrawCaseInput): Promise<string> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  const [pending] = await Promise.all([
    work.find(CaseTransfer, { caseId: record.id, status: 'REQUESTED' }, true),
    revokeReferrals(work, [record]),
  ]);
  for (const transfer of pending) await endTransfer(work, transfer, 'withdrawCase');
  await takeStep(work, record, 'withdrawCase');
  await keepReason(work, record, input.reason);
  return record.id;
}
