/** Handing a case over: asked by one organisation, answered by the other. */
import { problem } from '../../base/problem';
import type { Role } from '../../base/names';
import { field } from '../../model/input';
import { changing, type Changing } from '../../model/action-input';
import { rolesOfAction } from '../../policy/rights';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { reason } from './case-note.inputs';
import { CaseTransfer } from './case-transfer.entity';
import { Case } from './case.entity';
import { back, caseLifecycle, handOverConsented, open, receiver, transferLifecycle } from './case.lifecycle';
import { keepReason, takeStep } from './case.step';
import { handOverAgreed } from './consent.ledger';
import { anythingCrosses } from './referral.sharing';

/** Until it is answered, nobody changes the case. */
action(
  {
    name: 'transferCase',
    of: Case,
    label: {
      en: 'ask another organisation to take the case over',
      pt: 'pedir a outra organização que fique com o caso',
    },
    description: 'Asks another organisation of the country to take a case over.',
    duty: 'caseManagement',
    input: changing(Case, {
      description: 'What transferring a case takes.',
      fields: {
        toOrganisationId: field({
          type: 'uuid',
          of: () => Organisation,
          description: 'Organisation of the country that is asked to take the case.',
          becomes: 'CaseTransfer.toOrganisationId',
        }),
        reason,
      },
    }),
    steps: [
      caseLifecycle.on({ from: open, to: 'TRANSFERRED', guards: [handOverConsented(['toOrganisationId'])] }),
      transferLifecycle.on({ from: [], to: 'REQUESTED' }),
    ],
  },
  async (work, { id, expectedVersion, toOrganisationId, reason: why }) => {
    const record = await work.load(Case, id, { expectedVersion });
    if (record.restrictedAt) throw notWhileRestricted();
    if (!(await anythingCrosses(work))) throw byLetter();
    const [agreed] = await Promise.all([
      handOverAgreed(work, record, toOrganisationId),
      assertReceiver(work, record, toOrganisationId),
    ]);
    await takeStep(work, record, {}, { handOverAgreed: agreed });
    await keepReason(work, record, why);
    await work.insert(CaseTransfer, {
      caseId: id,
      displayId: record.displayId,
      fromOrganisationId: record.organisationId,
      toOrganisationId,
      status: transferLifecycle.step(null, work.action, { receiver: false }),
      requestedAt: now(),
    });
    return id;
  },
);

const byLetter = () =>
  problem(
    'SHARING_NOT_ALLOWED',
    'In this country no case is handed over between organisations. Give the survivor a letter, have a new case begun there, and close this one as transferred to another organisation.',
    'Neste país nenhum caso passa de uma organização para outra. Dê uma carta à pessoa sobrevivente, abra-se lá um novo caso e encerre este como transferido para outra organização.',
  );

const notWhileRestricted = () =>
  problem(
    'RESTRICTED',
    'The case is open to named colleagues alone, and another organisation is none of them. Have it opened first (one asks, a supervisor agrees), or refer the survivor.',
    'O caso está aberto apenas a colegas nomeados, e outra organização não está entre eles. Faça-o abrir primeiro (uma pessoa pede, um supervisor concorda) ou encaminhe a pessoa sobrevivente.',
  );

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
      'The organisation has the case already; to give it to a colleague, assign it.',
      'A organização já tem o caso; para o dar a um colega, atribua-o.',
      path,
    );
  }
  const takers = rolesOfAction('acceptCaseTransfer');
  if (staff.some(({ role }) => takers.includes(role as Role))) return;
  throw problem(
    'INVALID_INPUT',
    'This organisation takes no cases. Refer the survivor to it instead.',
    'Esta organização não recebe casos. Encaminhe a pessoa sobrevivente para ela.',
    path,
  );
}

/** What the old organisation asked for does not bind the new one. */
const unasked = {
  closureRequestedAt: null,
  closureRequestedById: null,
  closureReason: null,
  safetyPlanReviewed: false,
  informedCanResume: false,
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
      caseLifecycle.on({ from: ['TRANSFERRED'], to: 'IN_FOLLOW_UP', guards: [handOverConsented(['id'])] }),
      transferLifecycle.on({ from: ['REQUESTED'], to: 'ACCEPTED', guards: [receiver] }),
    ],
  },
  async (work, input) => {
    const { transfer, record } = await answer(work, input);
    const { toOrganisationId: organisationId } = transfer;
    const agreed = await handOverAgreed(work, record, organisationId);
    const owner = { organisationId, ownerId: work.actor.accountId };
    await takeStep(work, record, { ...owner, ...unasked }, { handOverAgreed: agreed });
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
    steps: [
      caseLifecycle.on({ from: ['TRANSFERRED'], to: back }),
      transferLifecycle.on({ from: ['REQUESTED'], to: 'REJECTED', guards: [receiver] }),
    ],
  },
  async (work, input) => {
    const { transfer, record } = await answer(work, input);
    await takeStep(work, record, {}, { stage: record.workflowStage });
    await keepReason(work, record, input.reason);
    return transfer.id;
  },
);

interface Answered {
  readonly transfer: CaseTransfer;
  readonly record: Case;
}

/** Locks the case before its transfer, as withdrawing a consent does. The receiver may not see the case yet. */
async function answer(work: Work, { id, expectedVersion }: Changing): Promise<Answered> {
  const { caseId } = await work.load(CaseTransfer, id, { right: 'read' });
  const [[record], transfer] = await Promise.all([
    work.find(Case, { id: caseId }, true),
    work.load(CaseTransfer, id, { expectedVersion }),
  ]);
  if (!record) throw new Error('A transfer without its case.');
  const isReceiver = transfer.toOrganisationId === work.actor.organisationId;
  const status = transferLifecycle.step(transfer.status, work.action, { receiver: isReceiver });
  await work.update(CaseTransfer, transfer, { status, respondedAt: now() });
  return { transfer, record };
}
