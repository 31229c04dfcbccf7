/** A case that repeats another: found by one colleague and confirmed by a second, and taken up again by two as well. */
import { notFound, problem } from '../../../base/problem';
import { sql } from '../../../base/sql';
import { changing } from '../../../model/action-input';
import { hasDuty } from '../../../policy/rights';
import { action } from '../../../writing/action';
import { inOneRound } from '../../../writing/one-round';
import type { Work } from '../../../writing/work';
import { reason, reasonNeeded } from './case-note.inputs';
import { shutAsOthers } from './case.accusation';
import { cancelPlanned } from '../follow-up/follow-up.end';
import { endPendingTransfers } from '../transfer/case-transfer.end';
import { Case } from './case.entity';
import { back, caseLifecycle, duplicateAsked, open, same, secondPerson } from './case.lifecycle';
import { keepReason, takeStep } from './case.step';

action(
  {
    name: 'markCaseDuplicate',
    of: Case,
    label: { en: 'say that the case is a duplicate', pt: 'dizer que o caso é um duplicado' },
    description: 'Says that a case repeats another, which stays; it becomes a duplicate when a colleague confirms it.',
    duty: 'caseManagement',
    input: changing(Case, {
      description: 'What saying that a case is a duplicate takes.',
      relies: ['duplicateOfId'],
      fields: { reason },
    }),
    steps: [caseLifecycle.on({ from: open, to: same })],
  },
  async (work, { id, expectedVersion, values, reason: why }) => {
    const path = ['duplicateOfId'];
    const [record, original] = await inOneRound([
      work.load(Case, id, { expectedVersion }),
      work.load(Case, values.duplicateOfId, { right: 'read', path }),
    ]);
    await assertOriginal(work, record, original, path);
    await takeStep(work, record, { ...values, duplicateAskedById: work.byId });
    await keepReason(work, record, why);
    return id;
  },
);

action(
  {
    name: 'confirmCaseDuplicate',
    of: Case,
    label: { en: 'confirm that the case is a duplicate', pt: 'confirmar que o caso é um duplicado' },
    description: 'Confirms that a case repeats another, as somebody else has found; the other one stays.',
    duty: 'caseManagement',
    input: changing(Case, { description: 'What confirming that a case is a duplicate takes.' }),
    steps: [caseLifecycle.on({ from: open, to: 'DUPLICATE', guards: [duplicateAsked, secondPerson] })],
  },
  async (work, { id, expectedVersion }) => {
    const record = await work.load(Case, id, { expectedVersion });
    const { duplicateOfId } = record;
    const path = ['id'];
    if (duplicateOfId)
      await assertOriginal(work, record, await work.load(Case, duplicateOfId, { right: 'read', path }), path);
    await takeStep(work, record, { duplicateAskedById: null }, askedBy(work, record));
    await endPendingTransfers(work, record, 'the case being found a duplicate');
    await cancelPlanned(work, record, 'the case being found a duplicate');
    if (duplicateOfId) await shutBoth(work, record, duplicateOfId);
    return id;
  },
);

action(
  {
    name: 'separateCase',
    of: Case,
    label: { en: 'say that the duplicate is a case of its own', pt: 'dizer que o duplicado é um caso próprio' },
    description: 'Says that a duplicate is a case of its own after all; it is again when a colleague confirms it.',
    duty: 'caseManagement',
    input: changing(Case, {
      description: 'What saying that a duplicate is a case of its own takes.',
      fields: { reason: reasonNeeded },
    }),
    steps: [caseLifecycle.on({ from: ['DUPLICATE'], to: same })],
  },
  async (work, { id, expectedVersion, reason: why }) => {
    const record = await work.load(Case, id, { expectedVersion });
    await takeStep(work, record, { duplicateAskedById: work.byId });
    await keepReason(work, record, why);
    return id;
  },
);

action(
  {
    name: 'confirmCaseSeparation',
    of: Case,
    label: { en: 'confirm that the duplicate is a case of its own', pt: 'confirmar que o duplicado é um caso próprio' },
    description:
      'Confirms that a duplicate is a case of its own, as somebody else has found: it stands where it stood.',
    duty: 'caseManagement',
    input: changing(Case, { description: 'What confirming that a duplicate is a case of its own takes.' }),
    steps: [caseLifecycle.on({ from: ['DUPLICATE'], to: back, guards: [duplicateAsked, secondPerson] })],
  },
  async (work, { id, expectedVersion }) => {
    const record = await work.load(Case, id, { expectedVersion });
    const facts = { stage: record.workflowStage, ...askedBy(work, record) };
    await takeStep(work, record, { duplicateOfId: null, duplicateAskedById: null }, facts);
    return id;
  },
);

action(
  {
    name: 'dropDuplicateRequest',
    of: Case,
    label: { en: 'drop what was asked for about a duplicate', pt: 'retirar o que se pediu sobre um duplicado' },
    description: 'Drops what was asked for: that a case become a duplicate, or that a duplicate be a case of its own.',
    duty: 'caseManagement',
    input: changing(Case, { description: 'What dropping such a request takes.', fields: { reason } }),
    steps: [caseLifecycle.on({ from: [...open, 'DUPLICATE'], to: same, guards: [duplicateAsked] })],
  },
  async (work, { id, expectedVersion, reason: why }) => {
    const record = await work.load(Case, id, { expectedVersion });
    const { duplicateOfId, status } = record;
    const facts = askedBy(work, record);
    if (facts.duplicateAsked && facts.secondPerson && !hasDuty('supervision', work.actor.role)) throw notYours();
    const of = status === 'DUPLICATE' ? duplicateOfId : null;
    await takeStep(work, record, { duplicateOfId: of, duplicateAskedById: null }, facts);
    await keepReason(work, record, why);
    return id;
  },
);

/** It is one story: whoever is accused in the one is shut out of the other. */
async function shutBoth(work: Work, record: Case, duplicateOfId: string): Promise<void> {
  const [original] = await work.find(Case, { id: duplicateOfId }, true);
  if (!original) return;
  await shutAsOthers(work, original, [record]);
  await shutAsOthers(work, record, [original]);
}

const askedBy = ({ byId }: Work, { duplicateAskedById: asker }: Case) => ({
  duplicateAsked: asker !== null,
  secondPerson: asker !== byId,
});

const notYours = () =>
  problem(
    'NOT_YOURS',
    'Only whoever asked for it can drop it, or a supervisor.',
    'Só quem o pediu pode retirá-lo, ou um supervisor.',
  );

/** The other case is one that the actor sees and that is open to all who see this one; no case repeats itself. */
async function assertOriginal(work: Work, record: Case, original: Case, path: readonly string[]): Promise<void> {
  // Whoever is shut out of the one would learn from the other that there is one.
  if (original.restrictedAt && !record.restrictedAt) throw hiddenOriginal(path);
  if (original.closedOffAt || ![...open, 'CLOSED'].includes(original.status)) throw notWorkedOn(path);
  // Whoever supervises a case from another organisation sees cases of both.
  if (original.organisationId !== record.organisationId) throw notFound(path);
  await assertNoCircle(work, record, original.id, path);
}

const notWorkedOn = (path: readonly string[]) =>
  problem(
    'INVALID_INPUT',
    'The other case is a draft, was withdrawn or is a duplicate itself, so nobody would go on with this one. Name a case that is worked on, or was closed.',
    'O outro caso é um rascunho, foi retirado ou é ele próprio um duplicado, por isso ninguém continuaria com este. Indique um caso em que se trabalha, ou que foi encerrado.',
    path,
  );

const hiddenOriginal = (path: readonly string[]) =>
  problem(
    'RESTRICTED',
    'The other case is open to named colleagues alone. Restrict this one first, for the same colleagues.',
    'O outro caso está aberto apenas a colegas nomeados. Restrinja primeiro este, para os mesmos colegas.',
    path,
  );

/**
 * Locks the other case first: two that are found to be duplicates of each other at once must not both succeed. What was
 * only asked for makes a circle too, so that it cannot be confirmed into one.
 */
async function assertNoCircle(work: Work, { id }: Case, duplicateOfId: string, path: readonly string[]): Promise<void> {
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
    path,
  );
}
