/** The end of a case, by two people, and its reopening. */
import { sql } from '../../../base/sql';
import { field } from '../../../model/input';
import { changing, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { reason as reasonGiven, reasonNeeded } from './case-note.inputs';
import { endPendingTransfers } from '../transfer/case-transfer.end';
import { Case } from './case.entity';
import { cancelPlanned } from '../follow-up/follow-up.end';
import { anotherPerson, caseLifecycle, ownRequest, referralsSettled } from './case.lifecycle';
import { retentionFrom } from './case.retention';
import { keepReason, takeStep } from './case.step';
import { Referral } from '../referral/referral.entity';
import { cancelUnanswered, openReferral } from '../referral/referral.step';

/** Nothing of a closure, asked for or done. */
export const notClosed: Values<Case> = {
  closureReason: null,
  closedAt: null,
  retentionUntil: null,
  safetyPlanReviewed: false,
  informedCanResume: false,
  supervisorReviewed: false,
};

action(
  {
    name: 'requestCaseClosure',
    of: Case,
    label: { en: 'ask for closure', pt: 'pedir o encerramento' },
    description: 'Asks for the closure of a case; somebody else approves it.',
    duty: 'caseWork',
    input: changing(Case, {
      description: 'What asking for the closure of a case takes.',
      fields: {
        overrideReason: field({
          type: 'longText',
          nullable: true,
          description: 'Why the case is to be closed although referrals are open; goes into its notes, sealed.',
        }),
      },
    }),
    steps: [caseLifecycle.on({ from: ['IN_FOLLOW_UP'], to: 'CLOSURE_REQUESTED', guards: [referralsSettled] })],
  },
  async (work, { id, expectedVersion, values, overrideReason }) => {
    const record = await work.load(Case, id, { expectedVersion });
    const open = await work.find(Referral, { caseId: id, status: openReferral });
    const request = { closureRequestedAt: now(), closureRequestedById: work.actor.accountId };
    const settled = open.length === 0 || Boolean(overrideReason);
    await takeStep(work, record, { ...values, ...request }, { referralsSettled: settled });
    await keepReason(work, record, overrideReason);
    return id;
  },
);

action(
  {
    name: 'approveCaseClosure',
    of: Case,
    label: { en: 'approve the closure', pt: 'aprovar o encerramento' },
    description:
      'Closes a case that somebody else asked to close; cancels the follow-ups that are planned, and tells of it.',
    duty: 'supervision',
    input: changing(Case, {
      description: 'What approving a closure takes.',
      fields: {
        overrideReason: field({
          type: 'longText',
          nullable: true,
          description:
            'Why the case is to be closed although referrals were opened since closure was asked for; goes into its notes, sealed.',
        }),
      },
    }),
    steps: [caseLifecycle.on({ from: ['CLOSURE_REQUESTED'], to: 'CLOSED', guards: [anotherPerson, referralsSettled] })],
  },
  async (work, { id, expectedVersion, overrideReason }) => {
    const record = await work.load(Case, id, { expectedVersion });
    const [opened, retention] = await Promise.all([
      openedSinceRequest(work, record),
      // It is kept for as long as a complaint runs; its time begins after that.
      record.concluded === false ? null : retentionFrom(work, record),
    ]);
    const facts = {
      referralsSettled: !opened || Boolean(overrideReason),
      anotherPerson: record.closureRequestedById !== work.actor.accountId,
    };
    await takeStep(work, record, { closedAt: now(), supervisorReviewed: true, retentionUntil: retention }, facts);
    await Promise.all([
      cancelUnanswered(work, id),
      endPendingTransfers(work, record, 'the closure of the case'),
      cancelPlanned(work, record, 'the closure of the case'),
    ]);
    await keepReason(work, record, overrideReason);
    return id;
  },
);

/** What was open when closure was asked for was settled then; what was opened since counts anew. */
async function openedSinceRequest(work: Work, { id, closureRequestedAt }: Case): Promise<boolean> {
  const opened = await work.query(sql`
    SELECT FROM referral WHERE case_id = ${id} AND status = ANY(${openReferral}) AND requested_at > ${closureRequestedAt}`);
  return opened.length > 0;
}

action(
  {
    name: 'rejectCaseClosure',
    of: Case,
    label: { en: 'send the request for closure back', pt: 'devolver o pedido de encerramento' },
    description: 'Sends a request for closure back; the case stays in follow-up.',
    duty: 'supervision',
    input: changing(Case, {
      description: 'What sending a request for closure back takes.',
      fields: { reason: reasonNeeded },
    }),
    steps: [caseLifecycle.on({ from: ['CLOSURE_REQUESTED'], to: 'IN_FOLLOW_UP' })],
  },
  takeBack,
);

action(
  {
    name: 'takeBackCaseClosure',
    of: Case,
    label: { en: 'take the request for closure back', pt: 'retirar o pedido de encerramento' },
    description: 'Takes one’s own request for closure back; the case stays in follow-up.',
    duty: 'caseWork',
    input: changing(Case, {
      description: 'What taking a request for closure back takes.',
      fields: { reason: reasonGiven },
    }),
    steps: [caseLifecycle.on({ from: ['CLOSURE_REQUESTED'], to: 'IN_FOLLOW_UP', guards: [ownRequest] })],
  },
  async (work, { id, expectedVersion, reason }) => {
    const record = await work.load(Case, id, { expectedVersion });
    await takeStep(work, record, notClosed, { ownRequest: record.closureRequestedById === work.actor.accountId });
    await keepReason(work, record, reason);
    return id;
  },
);

action(
  {
    name: 'reopenCase',
    of: Case,
    label: { en: 'reopen the case', pt: 'reabrir o caso' },
    description: 'Takes a closed case up again.',
    duty: 'caseManagement',
    input: changing(Case, { description: 'What reopening a case takes.', fields: { reason: reasonNeeded } }),
    steps: [caseLifecycle.on({ from: ['CLOSED'], to: 'REOPENED' })],
  },
  takeBack,
);

/** Undoes a closure, asked for or done, for a reason. */
async function takeBack(
  work: Work,
  { id, expectedVersion, reason }: Changing & { readonly reason: string },
): Promise<string> {
  const record = await work.load(Case, id, { expectedVersion });
  await takeStep(work, record, notClosed);
  await keepReason(work, record, reason);
  return id;
}
