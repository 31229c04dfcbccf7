/** Answering an organisation that wants to hand a case over. */
import { changing, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { reason } from '../case/case-note.inputs';
import { CaseTransfer } from './case-transfer.entity';
import { receiver, transferLifecycle } from './case-transfer.lifecycle';
import { Case } from '../case/case.entity';
import { findAgain } from '../duplicate/possible-duplicate.finding';
import { cancelContacts } from '../follow-up/follow-up.end';
import { followOwner } from '../follow-up/follow-up.people';
import { caseLifecycle, handedOver, handOverConsented, offered, open } from '../case/case.lifecycle';
import { keepReason, takeStep } from '../case/case.step';
import { handOverAgreed } from '../consent/consent.ledger';
import { cancelOwnSessions } from '../session/service-session.end';
import { tell } from '../notice/notice.sending';
import { releaseActions } from '../plan/planned-action.responsible';
import { Referral } from '../referral/referral.entity';
import { receiverOf } from '../referral/referral.step';

/** What the old organisation asked for does not bind the new one. */
const unasked = {
  closureRequestedAt: null,
  closureRequestedById: null,
  closureReason: null,
  safetyPlanReviewed: false,
  informedCanResume: false,
  duplicateOfId: null,
  duplicateAskedById: null,
};

action(
  {
    name: 'acceptCaseTransfer',
    of: CaseTransfer,
    label: { en: 'take the case over', pt: 'ficar com o caso' },
    description: 'Takes a case over from another organisation; the caller becomes its owner.',
    duty: 'caseManagement',
    input: changing(CaseTransfer, { description: 'What accepting a transfer takes; `id` is that of the transfer.' }),
    steps: [
      caseLifecycle.on({ from: open, to: handedOver, guards: [offered, handOverConsented(['id'])] }),
      transferLifecycle.on({ from: ['REQUESTED'], to: 'ACCEPTED', guards: [receiver] }),
    ],
  },
  async (work, input) => {
    const { transfer, record } = await answer(work, input);
    const { toOrganisationId: organisationId } = transfer;
    const agreed = await handOverAgreed(work, record, organisationId);
    const owner = { organisationId, ownerId: work.actor.accountId };
    const before = record.ownerId;
    await takeStep(work, record, { ...owner, ...unasked }, { handOverAgreed: agreed, offered: true });
    await takeOverFollowUps(work, record);
    if (record.survivorId) findAgain(work, record.survivorId);
    await Promise.all([
      takeOverReferrals(work, record),
      releaseActions(work, record.id),
      tell(work, 'TRANSFER_ANSWERED', [transfer.createdById, before], null),
    ]);
    return transfer.id;
  },
);

action(
  {
    name: 'declineCaseTransfer',
    of: CaseTransfer,
    label: { en: 'decline the case', pt: 'recusar o caso' },
    description: 'Declines a case that another organisation wants to hand over.',
    duty: 'caseManagement',
    input: changing(CaseTransfer, {
      description: 'What declining a transfer takes; `id` is that of the transfer.',
      fields: { reason },
    }),
    steps: [transferLifecycle.on({ from: ['REQUESTED'], to: 'REJECTED', guards: [receiver] })],
  },
  async (work, input) => {
    const { transfer, record } = await answer(work, input);
    await keepReason(work, record, input.reason);
    await tell(work, 'TRANSFER_ANSWERED', [transfer.createdById, record.ownerId], record);
    return transfer.id;
  },
);

interface Answered {
  readonly transfer: CaseTransfer;
  readonly record: Case;
}

/** Who has the case does what was planned; the survivor is contacted where they have agreed to it here too. */
async function takeOverFollowUps(work: Work, record: Case): Promise<void> {
  await cancelContacts(work, [record], 'the transfer of the case');
  await cancelOwnSessions(work, record.id, 'the transfer of the case');
  await followOwner(work, record);
}

/** Whoever serves the survivor sees who answers for her now. */
async function takeOverReferrals(work: Work, { id: caseId, organisationId }: Case): Promise<void> {
  for (const referral of await work.find(Referral, { caseId }, true)) {
    const audience = receiverOf(referral);
    await work.update(Referral, referral, { responsibleOrganisationId: organisationId }, { audience });
  }
}

/**
 * Answers a transfer, or takes it back. Locks the case before its transfer, as withdrawing a consent does. The receiver
 * may not see the case yet.
 */
export async function answer(work: Work, { id, expectedVersion }: Changing): Promise<Answered> {
  const { caseId } = await work.load(CaseTransfer, id, { right: 'read' });
  const [[record], transfer] = await Promise.all([
    work.find(Case, { id: caseId }, true),
    work.load(CaseTransfer, id, { expectedVersion }),
  ]);
  if (!record) throw new Error('A transfer without its case.');
  const { organisationId } = work.actor;
  const facts = {
    receiver: transfer.toOrganisationId === organisationId,
    sender: transfer.fromOrganisationId === organisationId,
  };
  const status = transferLifecycle.step(transfer.status, work.action, facts);
  await work.update(CaseTransfer, transfer, { status, respondedAt: now() });
  return { transfer, record };
}
