/** The steps of the work on a case, up to its follow-up, and its early ends. */
import { problem } from '../../base/problem';
import { sql } from '../../base/sql';
import { one } from '../../model/input';
import { changing, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { inOneRound } from '../../writing/one-round';
import type { Values, Work } from '../../writing/work';
import { caseText, reason } from './case-note.inputs';
import { endPendingTransfers } from './case-transfer.end';
import { Case } from './case.entity';
import { caseLifecycle, servicesConsented, unfinished } from './case.lifecycle';
import { addNote, keepReason, takeStep } from './case.step';
import { servicesAgreed } from './consent.services';
import { now } from '../../writing/moments';
import { revokeReferrals } from './referral.step';

action(
  {
    name: 'submitCase',
    of: Case,
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
    description: 'Records that the action plan is agreed with the survivor.',
    duty: 'caseWork',
    input: changing(Case, {
      description: 'What recording the action plan of a case takes.',
      fields: {
        safetyPlan: one(caseText, { nullable: true, description: 'The safety plan agreed with the survivor.' }),
        note: one(caseText, { nullable: true, description: 'What else is planned, for the notes.' }),
      },
    }),
    steps: [caseLifecycle.on({ from: ['ASSESSED'], to: 'ACTION_PLANNED' })],
  },
  async (work, input) => {
    const record = await progress(work, input);
    if (input.safetyPlan) await addNote(work, record, 'SAFETY_PLAN', input.safetyPlan.values.text);
    return record.id;
  },
);

action(
  {
    name: 'followUpCase',
    of: Case,
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
    name: 'markCaseDuplicate',
    of: Case,
    description: 'Marks a case as a repetition of another, which stays.',
    duty: 'caseManagement',
    input: changing(Case, {
      description: 'What marking a case as a duplicate takes.',
      relies: ['duplicateOfId'],
      fields: { reason },
    }),
    steps: [caseLifecycle.on({ from: unfinished, to: 'DUPLICATE' })],
  },
  async (work, { id, expectedVersion, values, reason: why }) => {
    const [record, original] = await inOneRound([
      work.load(Case, id, { expectedVersion }),
      work.load(Case, values.duplicateOfId, { right: 'read', path: ['duplicateOfId'] }),
    ]);
    // Whoever is shut out of the one would learn from the other that there is one.
    if (original.restrictedAt && !record.restrictedAt) throw hiddenOriginal();
    await assertNoCircle(work, record, values.duplicateOfId);
    await takeStep(work, record, values);
    await keepReason(work, record, why);
    return id;
  },
);

const hiddenOriginal = () =>
  problem(
    'RESTRICTED',
    'The other case is open to named colleagues alone. Restrict this one first, for the same colleagues.',
    'O outro caso está aberto apenas a colegas nomeados. Restrinja primeiro este, para os mesmos colegas.',
    ['duplicateOfId'],
  );

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

action(
  {
    name: 'withdrawCase',
    of: Case,
    description: 'Ends a case because the survivor wants no more of it; ends what is shared of it.',
    duty: 'caseManagement',
    input: changing(Case, {
      description: 'What withdrawing a case takes: the survivor wants no more of it.',
      fields: { reason },
    }),
    steps: [caseLifecycle.on({ from: [...unfinished, 'TRANSFERRED'], to: 'WITHDRAWN' })],
  },
  async (work, { id, expectedVersion, reason: why }) => {
    const record = await work.load(Case, id, { expectedVersion });
    await Promise.all([endPendingTransfers(work, id), revokeReferrals(work, [record])]);
    const at = now();
    await takeStep(work, record, { withdrawnAt: at, withdrawnById: work.actor.accountId, closedOffAt: at });
    await keepReason(work, record, why);
    return id;
  },
);
