/** Taking up again what a survivor's withdrawal ended: with a new consent and a second person, or for danger to life. */
import { sql } from '../../../base/sql';
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { reason, reasonNeeded } from './case-note.inputs';
import { Case } from './case.entity';
import { agreedAgain, anotherThanWithdrew, back, caseLifecycle } from './case.lifecycle';
import { keepReason, takeStep } from './case.step';
import { servicesAgreed } from '../consent/consent.services';
import { onDuty, overseers, tell } from '../notice/notice.sending';

/** Nothing of a withdrawal. */
const notWithdrawn = { withdrawnAt: null, withdrawnById: null, endedByConsentId: null, closedOffAt: null };

action(
  {
    name: 'resumeCase',
    of: Case,
    label: { en: 'take the withdrawn case up again', pt: 'retomar o caso retirado' },
    description:
      'Takes a withdrawn case up again, where it stood: the survivor has agreed to services anew (or the decision against them was recorded in error), and a supervisor who did not withdraw it says so.',
    duty: 'supervision',
    input: changing(Case, { description: 'What taking a withdrawn case up again takes.', fields: { reason } }),
    steps: [caseLifecycle.on({ from: ['WITHDRAWN'], to: back, guards: [agreedAgain, anotherThanWithdrew] })],
  },
  async (work, { id, expectedVersion, reason: why }) => {
    const record = await work.load(Case, id, { expectedVersion });
    const facts = {
      stage: record.workflowStage,
      servicesAgreed: await agreedSince(work, record),
      anotherPerson: record.withdrawnById !== work.actor.accountId,
    };
    const { ownerId, withdrawnById } = record;
    await takeStep(work, record, notWithdrawn, facts);
    await Promise.all([keepReason(work, record, why), tell(work, 'CASE_RESUMED', [ownerId, withdrawnById], record)]);
    return id;
  },
);

/** What was agreed to before the case was withdrawn does not count any more, also where another decision ended it. */
async function agreedSince(work: Work, record: Case): Promise<boolean> {
  const { anonymous, survivorId, organisationId, withdrawnAt } = record;
  if (anonymous) return true;
  const [agreed, [since]] = await Promise.all([
    servicesAgreed(work, record),
    work.query(sql`
      SELECT FROM consent WHERE survivor_id = ${survivorId} AND purpose = 'SERVICES' AND decision = 'GIVEN'
        AND (recipient_id IS NULL OR recipient_id = ${organisationId}) AND created_at > ${withdrawnAt} LIMIT 1`),
  ]);
  return agreed && since !== undefined;
}

action(
  {
    name: 'overrideConsent',
    of: Case,
    label: { en: 'work on without consent, for danger to life', pt: 'continuar sem consentimento, por perigo de vida' },
    description:
      'Has a case worked on without the survivor’s consent to services: for danger to life alone, with the reason, by a supervisor. The privacy officer is told at once.',
    duty: 'supervision',
    input: changing(Case, {
      description: 'What working on a case without consent takes.',
      fields: { reason: reasonNeeded },
    }),
    steps: [
      caseLifecycle.on({ from: ['DRAFT'], to: 'REGISTERED' }),
      caseLifecycle.on({ from: ['WITHDRAWN'], to: back }),
    ],
  },
  async (work, { id, expectedVersion, reason: why }) => {
    const record = await work.load(Case, id, { expectedVersion });
    const overridden = { consentOverriddenAt: now(), consentOverriddenById: work.actor.accountId };
    await takeStep(work, record, { ...notWithdrawn, ...overridden }, { stage: record.workflowStage });
    await keepReason(work, record, why);
    const [officers, supervisors] = await Promise.all([onDuty(work, 'privacy'), overseers(work, record)]);
    await tell(work, 'CONSENT_OVERRIDDEN', [...officers, ...supervisors, record.ownerId], record);
    return id;
  },
);
