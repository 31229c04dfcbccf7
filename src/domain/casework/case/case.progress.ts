/** The steps of the work on a case, up to its follow-up, and its early ends. */
import { many, one } from '../../../model/input';
import { changing, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import type { Values, Work } from '../../../writing/work';
import { caseText, reason } from './case-note.inputs';
import { endPendingTransfers } from '../transfer/case-transfer.end';
import { Case } from './case.entity';
import { cancelPlanned } from '../follow-up/follow-up.end';
import { caseLifecycle, servicesConsented, unfinished } from './case.lifecycle';
import { addNote, keepReason, takeStep } from './case.step';
import { servicesAgreed } from '../consent/consent.services';
import { newPlannedAction } from '../plan/planned-action.inputs';
import { plan } from '../plan/planned-action.planning';
import { now } from '../../../writing/moments';
import { revokeReferrals } from '../referral/referral.step';

action(
  {
    name: 'submitCase',
    of: Case,
    label: { en: 'register the draft', pt: 'registar o rascunho' },
    description: 'Registers a draft.',
    duty: 'caseRegistration',
    input: changing(Case, {
      description: 'What registering a draft takes: the draft must be complete, and the consent recorded.',
    }),
    steps: [caseLifecycle.on({ from: ['DRAFT'], to: 'REGISTERED', guards: [servicesConsented] })],
  },
  async (work, { id, expectedVersion }) => {
    const record = await work.load(Case, id, { expectedVersion });
    await takeStep(work, record, {}, { servicesAgreed: await servicesAgreed(work, record) });
    return id;
  },
);

interface Progress extends Changing {
  readonly values: Values<Case>;
  readonly note?: { readonly values: { readonly text: string } } | null;
}

async function progress(work: Work, { id, expectedVersion, values, note }: Progress): Promise<Case> {
  const record = await work.load(Case, id, { expectedVersion });
  await takeStep(work, record, values);
  if (note) await addNote(work, record, 'NOTE', note.values.text);
  return record;
}

action(
  {
    name: 'assessCase',
    of: Case,
    label: { en: 'record the assessment', pt: 'registar a avaliação' },
    description: 'Records that needs and risk are assessed.',
    duty: 'caseWork',
    input: changing(Case, {
      description: 'What recording the assessment of a case takes.',
      fields: { note: one(caseText, { nullable: true, description: 'What was found, for the notes.' }) },
    }),
    steps: [caseLifecycle.on({ from: ['REGISTERED'], to: 'ASSESSED' })],
  },
  async (work, input) => (await progress(work, input)).id,
);

action(
  {
    name: 'planCase',
    of: Case,
    label: { en: 'record the action plan', pt: 'registar o plano de acção' },
    description: 'Records that the action plan is agreed with the survivor.',
    duty: 'caseWork',
    input: changing(Case, {
      description: 'What recording the action plan of a case takes.',
      fields: {
        safetyPlan: one(caseText, { nullable: true, description: 'The safety plan agreed with the survivor.' }),
        note: one(caseText, { nullable: true, description: 'What else is planned, for the notes.' }),
        plannedActions: many(newPlannedAction, {
          nullable: true,
          description: 'What the safety plan and the action plan hold; more can be added with planAction.',
        }),
      },
    }),
    steps: [caseLifecycle.on({ from: ['ASSESSED'], to: 'ACTION_PLANNED' })],
  },
  async (work, input) => {
    const record = await progress(work, input);
    for (const [at, told] of (input.plannedActions ?? []).entries())
      await plan(work, record, told, ['plannedActions', at]);
    if (input.safetyPlan) await addNote(work, record, 'SAFETY_PLAN', input.safetyPlan.values.text);
    return record.id;
  },
);

action(
  {
    name: 'followUpCase',
    of: Case,
    label: { en: 'take the case into follow-up', pt: 'passar o caso a seguimento' },
    description: 'Takes a planned or reopened case into follow-up.',
    duty: 'caseWork',
    input: changing(Case, {
      description: 'What taking a case into follow-up takes.',
      fields: { note: one(caseText, { nullable: true, description: 'What was done, for the notes.' }) },
    }),
    steps: [caseLifecycle.on({ from: ['ACTION_PLANNED', 'REOPENED'], to: 'IN_FOLLOW_UP' })],
  },
  async (work, input) => (await progress(work, input)).id,
);

action(
  {
    name: 'withdrawCase',
    of: Case,
    label: { en: 'withdraw the case, as the survivor wants', pt: 'retirar o caso, como a pessoa sobrevivente quer' },
    description: 'Ends a case because the survivor wants no more of it; what was released of it goes within 30 days.',
    duty: 'caseManagement',
    input: changing(Case, {
      description: 'What withdrawing a case takes: the survivor wants no more of it.',
      fields: { reason },
    }),
    steps: [caseLifecycle.on({ from: unfinished, to: 'WITHDRAWN' })],
  },
  async (work, { id, expectedVersion, reason: why }) => {
    const record = await work.load(Case, id, { expectedVersion });
    await Promise.all([
      endPendingTransfers(work, record, 'withdrawCase'),
      revokeReferrals(work, [record]),
      cancelPlanned(work, record, 'withdrawCase'),
    ]);
    const at = now();
    await takeStep(work, record, { withdrawnAt: at, withdrawnById: work.actor.accountId, closedOffAt: at });
    await keepReason(work, record, why);
    return id;
  },
);
