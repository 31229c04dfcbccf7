/** Reporting a breach of the code of conduct, which many may, and reviewing it, which named reviewers do. */
import type { Text } from '../../base/locale';
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { MemberAssociation } from '../movement/member-association.entity';
import { assertPast } from '../movement/movement.parts';
import { ConductBreach } from './conduct-breach.entity';
import { conductLifecycle, same, uninvolved, type ConductFacts } from './conduct-breach.lifecycle';
import { isReadByNobody } from './conduct-breach.reviewers';

const withoutReviewer: Text = {
  en: 'This was recorded, and nobody reads it yet: the platform has no reviewer who may. An administrator of the organisation that hosts the platform names one, and has that on the work list; ask there. Your account does not see what you reported. Do not send it again.',
  pt: 'Isto ficou registado, e ainda ninguém o lê: a plataforma não tem nenhum revisor que o possa ler. Quem o nomeia é um administrador da organização que acolhe a plataforma, que o tem na sua lista de trabalho; peça-lhe que o faça. A sua conta não vê o que comunicou. Não o envie outra vez.',
};

const nobody: ConductFacts = { hasReviewed: false };

action(
  {
    name: 'reportConductBreach',
    of: ConductBreach,
    label: { en: 'report a breach of the code of conduct', pt: 'comunicar uma violação do código de conduta' },
    description:
      'Reports a breach of the code of conduct to the reviewers of the platform. Who is none of them does not read it afterwards.',
    input: making(ConductBreach, {
      description: 'What reporting a breach takes; nobody is named in it.',
      relies: ['associationId'],
    }),
    readers: { en: 'the reviewers who were named for the platform', pt: 'pelos revisores nomeados para a plataforma' },
    unread: { when: isReadByNobody, text: withoutReviewer },
    steps: [conductLifecycle.on({ from: [], to: 'REPORTED' })],
  },
  async (work, { id, values }) => {
    assertPast(work, { reportedOn: values.reportedOn });
    await work.linked(MemberAssociation, values.associationId, ['associationId']);
    const reportedOn = values.reportedOn ?? work.day();
    const status = conductLifecycle.step(null, work.action, nobody);
    return work.insert(ConductBreach, { ...values, id, reportedOn, status, dataKeyId: work.newDataKey() });
  },
);

action(
  {
    name: 'updateConductBreach',
    of: ConductBreach,
    label: { en: 'correct the report of a breach', pt: 'corrigir a comunicação de uma violação' },
    description: 'Corrects what was reported, until it is decided on.',
    input: changing(ConductBreach, { description: 'What correcting a report takes; what is left out stays as it is.' }),
    steps: [conductLifecycle.on({ from: ['REPORTED', 'IN_REVIEW'], to: same })],
  },
  (work, input) => {
    assertPast(work, { reportedOn: input.values.reportedOn });
    return step(work, input, input.values);
  },
);

action(
  {
    name: 'takeUpConductBreach',
    of: ConductBreach,
    label: { en: 'take the breach up', pt: 'iniciar a análise da violação' },
    description: 'Takes a reported breach up for review; who reported it does not see it.',
    input: changing(ConductBreach, { description: 'What taking a breach up takes.' }),
    steps: [conductLifecycle.on({ from: ['REPORTED'], to: 'IN_REVIEW' })],
  },
  (work, input) => step(work, input, { reviewerId: work.actor.accountId }),
);

action(
  {
    name: 'resolveConductBreach',
    of: ConductBreach,
    label: { en: 'decide that it was a breach', pt: 'decidir que houve violação' },
    description: 'Decides that it was a breach, and what is done.',
    input: changing(ConductBreach, { description: 'What deciding on a breach takes.' }),
    steps: [conductLifecycle.on({ from: ['IN_REVIEW'], to: 'RESOLVED' })],
  },
  (work, input) => step(work, input, { ...input.values, decidedById: work.actor.accountId, decidedAt: now() }),
);

action(
  {
    name: 'dismissConductBreach',
    of: ConductBreach,
    label: { en: 'decide that it was no breach', pt: 'decidir que não houve violação' },
    description: 'Decides that no breach was found, and why.',
    input: changing(ConductBreach, { description: 'What dismissing a report takes.' }),
    steps: [conductLifecycle.on({ from: ['IN_REVIEW'], to: 'DISMISSED' })],
  },
  (work, input) => step(work, input, { ...input.values, decidedById: work.actor.accountId, decidedAt: now() }),
);

action(
  {
    name: 'appealConductDecision',
    of: ConductBreach,
    label: { en: 'record an appeal', pt: 'registar um recurso' },
    description:
      'Records that somebody does not agree with the decision; a reviewer who had no part in it looks at it.',
    input: changing(ConductBreach, { description: 'What recording an appeal takes.' }),
    steps: [conductLifecycle.on({ from: ['RESOLVED', 'DISMISSED'], to: 'APPEALED' })],
  },
  (work, input) => step(work, input, input.values),
);

action(
  {
    name: 'takeUpConductAppeal',
    of: ConductBreach,
    label: { en: 'take the appeal up', pt: 'iniciar a análise do recurso' },
    description:
      'Takes an appeal up for review, by somebody who neither reviewed nor decided; who reported it does not see it.',
    input: changing(ConductBreach, { description: 'What taking an appeal up takes.' }),
    steps: [conductLifecycle.on({ from: ['APPEALED'], to: 'IN_APPEAL_REVIEW', guards: [uninvolved] })],
  },
  (work, input) => step(work, input, { appealReviewerId: work.actor.accountId }),
);

action(
  {
    name: 'upholdConductDecision',
    of: ConductBreach,
    label: { en: 'uphold the decision', pt: 'manter a decisão' },
    description: 'Decides on an appeal that the decision stands.',
    input: changing(ConductBreach, { description: 'What upholding a decision takes.' }),
    steps: [conductLifecycle.on({ from: ['IN_APPEAL_REVIEW'], to: 'UPHELD', guards: [uninvolved] })],
  },
  (work, input) => step(work, input, { ...input.values, ...appealDecided(work) }),
);

action(
  {
    name: 'overturnConductDecision',
    of: ConductBreach,
    label: { en: 'overturn the decision', pt: 'anular a decisão' },
    description: 'Decides on an appeal that the decision does not stand.',
    input: changing(ConductBreach, { description: 'What overturning a decision takes.' }),
    steps: [conductLifecycle.on({ from: ['IN_APPEAL_REVIEW'], to: 'OVERTURNED', guards: [uninvolved] })],
  },
  (work, input) => step(work, input, { ...input.values, ...appealDecided(work) }),
);

const appealDecided = ({ actor }: Work): Values<ConductBreach> => ({
  appealDecidedById: actor.accountId,
  appealDecidedAt: now(),
});

async function step(work: Work, { id, expectedVersion }: Changing, changes: Values<ConductBreach>): Promise<string> {
  const breach = await work.load(ConductBreach, id, { expectedVersion });
  const { accountId } = work.actor;
  const facts: ConductFacts = {
    hasReviewed: [breach.reviewerId, breach.decidedById].includes(accountId),
  };
  await work.update(ConductBreach, breach, {
    ...changes,
    status: conductLifecycle.step(breach.status, work.action, facts),
  });
  return id;
}
