/** Assessing what an association can do, domain by domain. */
import { changing, making } from '../../model/action-input';
import { many, part, type InputOf } from '../../model/input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { CapacityAssessment, CapacityScore } from './capacity-assessment.entity';
import { MemberAssociation } from './member-association.entity';
import { assertPast, byCode, keepAsTold } from './movement.parts';

const capacityScore = part('capacityScore', CapacityScore, {
  description: 'The score of one domain.',
  relies: ['domain', 'score'],
});
type Scores = readonly InputOf<typeof capacityScore>[];

action(
  {
    name: 'recordCapacityAssessment',
    of: CapacityAssessment,
    label: { en: 'record an assessment of capacity', pt: 'registar uma avaliação de capacidade' },
    description: 'Records how an association was assessed, with a score for each domain.',
    input: making(CapacityAssessment, {
      description: 'What recording an assessment of capacity takes.',
      relies: ['associationId', 'assessedOn'],
      fields: { scores: many(capacityScore, { description: 'The scores: one for each domain that was assessed.' }) },
    }),
  },
  async (work, { id, values, scores }) => {
    assertPast(work, { assessedOn: values.assessedOn });
    assertScored(scores);
    await work.load(MemberAssociation, values.associationId, { path: ['associationId'] });
    const assessmentId = await work.insert(CapacityAssessment, { ...values, id });
    await keepScores(work, assessmentId, scores);
    return assessmentId;
  },
);

action(
  {
    name: 'correctCapacityAssessment',
    of: CapacityAssessment,
    label: { en: 'correct the assessment of capacity', pt: 'corrigir a avaliação de capacidade' },
    description:
      'Corrects an assessment of capacity; domains that are left out of scores that are given are taken out.',
    input: changing(CapacityAssessment, {
      description: 'What correcting an assessment of capacity takes; what is left out stays as it is.',
      fields: { scores: many(capacityScore, { nullable: true, description: 'All scores, as they should be.' }) },
    }),
  },
  async (work, { id, expectedVersion, values, scores }) => {
    const assessment = await work.load(CapacityAssessment, id, { expectedVersion });
    assertPast(work, { assessedOn: values.assessedOn });
    if (scores) assertScored(scores);
    await work.update(CapacityAssessment, assessment, values);
    if (scores) await keepScores(work, id, scores);
    return id;
  },
);

action(
  {
    name: 'voidCapacityAssessment',
    of: CapacityAssessment,
    label: { en: 'take the assessment out, as recorded in error', pt: 'retirar a avaliação, registada por engano' },
    description: 'Takes an assessment of capacity out of all lists, since it was recorded in error.',
    input: changing(CapacityAssessment, { description: 'What taking an assessment of capacity out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const assessment = await work.load(CapacityAssessment, id, { expectedVersion });
    await work.update(CapacityAssessment, assessment, { voidedAt: now() });
    await keepScores(work, id, []);
    return id;
  },
);

const keepScores = (work: Work, assessmentId: string, scores: Scores): Promise<void> => {
  const told = new Map(scores.map(({ values }) => [values.domain as string, values]));
  return keepAsTold(work, CapacityScore, { assessmentId }, told, ({ domain }) => domain);
};

/** At least one domain, and none twice. */
function assertScored(scores: Scores): void {
  const check = new InputCheck();
  if (scores.length === 0) {
    check.refuse(['scores'], {
      en: 'Give the score of one domain at least.',
      pt: 'Indique a pontuação de pelo menos uma área.',
    });
  }
  byCode(
    check,
    scores,
    ({ values: { domain } }) => domain,
    (at) => ['scores', at, 'domain'],
  );
  check.done();
}
