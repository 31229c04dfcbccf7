/** Handing a case over: asked by one organisation, answered by the other, taken back when the consent ends. */
import type { Work } from '../../writing/work';
import { problem } from '../../base/problem';
import type { Role } from '../../base/names';
import { rolesOfAction } from '../../policy/rights';
import { handOverAgreed } from './consent.ledger';
import { now } from '../../writing/moments';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { keepReason, takeStep } from './case.step';
import { CaseTransfer } from './case-transfer.entity';
import type { AcceptCaseTransferInput, DeclineCaseTransferInput, TransferCaseInput } from './case-transfer.inputs';
import { Case } from './case.entity';
import { transferLifecycle } from './case.lifecycle';

/** Asks another organisation to take the case. Until it answers, nobody changes the case. */
export async function transferCase(work: Work, input: TransferCaseInput): Promise<string> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  const { toOrganisationId } = input;
  const [agreed] = await Promise.all([
    handOverAgreed(work, record, toOrganisationId),
    assertReceiver(work, record, toOrganisationId),
  ]);
  await takeStep(work, record, 'transferCase', { handOverAgreed: agreed });
  await keepReason(work, record, input.reason);
  await work.insert(CaseTransfer, {
    caseId: record.id,
    displayId: record.displayId,
    fromOrganisationId: record.organisationId,
    toOrganisationId,
    status: transferLifecycle.step(null, 'transferCase', { receiver: false }),
    requestedAt: now(),
  });
  return record.id;
}

/** The receiver is another organisation, and has somebody who can take a case: else the case would hang in the air. */
async function assertReceiver(work: Work, { organisationId }: Case, receiverId: string): Promise<void> {
  const path = ['toOrganisationId'];
  const [, staff] = await Promise.all([
    work.load(Organisation, receiverId, { right: 'read', path }),
    work.find(StaffMember, { organisationId: receiverId, active: true }),
  ]);
  if (receiverId === organisationId) {
    throw problem(
      'INVALID_INPUT',
      'The organisation has the case already; to give it to a colleague, use assignCase.',
      'A organização já tem o caso; para o dar a um colega, use assignCase.',
      path,
    );
  }
  const takers = rolesOfAction('acceptCaseTransfer');
  if (staff.some(({ role }) => takers.includes(role as Role))) return;
  throw problem(
    'INVALID_INPUT',
    'This organisation takes no cases. Refer the survivor to it instead.',
    'Esta organização não recebe casos. Encaminhe a sobrevivente para ela.',
    path,
  );
}

/** The case becomes the receiver's, and the colleague's who accepts. */
export async function acceptCaseTransfer(work: Work, input: AcceptCaseTransferInput): Promise<string> {
  const { transfer, record } = await answer(work, input, 'acceptCaseTransfer');
  const { toOrganisationId } = transfer;
  const agreed = await handOverAgreed(work, record, toOrganisationId);
  await takeStep(
    work,
    record,
    'acceptCaseTransfer',
    { handOverAgreed: agreed },
    {
      organisationId: toOrganisationId,
      ownerId: work.actor.accountId,
      closureRequestedAt: null,
      closureRequestedById: null,
      closureReason: null,
      safetyPlanReviewed: false,
      informedCanResume: false,
    },
  );
  return transfer.id;
}

/** The case stays with its organisation, where it stood before. */
export async function declineCaseTransfer(work: Work, input: DeclineCaseTransferInput): Promise<string> {
  const { transfer, record } = await answer(work, input, 'declineCaseTransfer');
  await takeStep(work, record, 'declineCaseTransfer', { stage: record.workflowStage });
  await keepReason(work, record, input.reason);
  return transfer.id;
}

interface Answered {
  readonly transfer: CaseTransfer;
  readonly record: Case;
}

/** Locks the case before its transfer, as withdrawing a consent does. The receiver may not see the case yet. */
async function answer(work: Work, input: AcceptCaseTransferInput, action: string): Promise<Answered> {
  const { caseId } = await work.load(CaseTransfer, input.id, { right: 'read' });
  const [[record], transfer] = await Promise.all([
    work.find(Case, { id: caseId }, true),
    work.load(CaseTransfer, input.id, { expectedVersion: input.expectedVersion }),
  ]);
  if (!record) throw new Error('A transfer without its case.');
  const receiver = transfer.toOrganisationId === work.actor.organisationId;
  const status = transferLifecycle.step(transfer.status, action, { receiver });
  await work.update(CaseTransfer, transfer, { status, respondedAt: now() });
  return { transfer, record };
}

/** Ends a transfer that the survivor does not agree to any more; the case goes back to where it stood. */
export async function revokeTransfer(work: Work, record: Case, transfer: CaseTransfer): Promise<void> {
  await endTransfer(work, transfer, 'withdrawConsent');
  await takeStep(work, record, 'withdrawConsent', { stage: record.workflowStage });
}

/** Ends a transfer that nobody answered, without a word about the case. */
export async function endTransfer(work: Work, transfer: CaseTransfer, action: string): Promise<void> {
  const status = transferLifecycle.step(transfer.status, action, { receiver: false });
  await work.update(CaseTransfer, transfer, { status, respondedAt: now() });
}
