/** Recording advocacy, how far it comes, and correcting both. */
import { enumerated, labels } from '../../model/codelist';
import { problem } from '../../base/problem';
import { field } from '../../model/input';
import { changing, making } from '../../model/action-input';
import { stepName } from '../../model/lifecycle';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { notTomorrow, now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { takeOutPartners } from '../activity/activity-partner.kept';
import { organisationOfActivity } from '../activity/activity.organisation';
import { assertIntervention } from '../knowledge/intervention.tag';
import { AdvocacyActivity, AdvocacyStageReached } from './advocacy-activity.entity';
import { AdvocacyEvidence, FEWEST_CASES } from './advocacy-evidence.entity';
import { AdvocacyStage } from './advocacy.codes';
import { advancing, advocacyLifecycle, recording, staying, takingBack, toStage } from './advocacy.lifecycle';

action(
  {
    name: 'recordAdvocacyActivity',
    of: AdvocacyActivity,
    label: { en: 'record an advocacy activity', pt: 'registar uma actividade de advocacia' },
    description: 'Records work towards a change of law, policy or practice.',
    input: making(AdvocacyActivity, {
      description: 'What recording an advocacy activity takes. Without a stage it is on the agenda.',
      relies: ['activityOn'],
    }),
    steps: recording,
  },
  async (work, { id, values }) => {
    const stage = beginning(work, values.stage ?? 'AGENDA');
    assertDay(work, stage, values.activityOn);
    assertNotFew(values.evidenceCases);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    await assertIntervention(work, values.interventionId, organisationId);
    const activityId = await work.insert(AdvocacyActivity, { ...values, id, organisationId, stage });
    const { activityOn: reachedOn, resultNote } = values;
    await work.insert(AdvocacyStageReached, { activityId, stage, reachedOn, resultNote });
    return activityId;
  },
);

/** @throws ProblemError where it would begin at an end */
function beginning({ action: name }: Work, stage: AdvocacyStage): AdvocacyStage {
  const { initial } = advocacyLifecycle;
  if (initial.includes(stage)) return advocacyLifecycle.step(null, stepName(name, toStage(stage)), { reached: [] });
  const [end, ways] = [labels(AdvocacyStage, stage), enumerated(AdvocacyStage, initial)];
  throw problem(
    'INVALID_INPUT',
    `Work cannot begin as “${end.en}”. Record the stage it was at before (${ways.en}), then record the next one.`,
    `O trabalho não pode começar como «${end.pt}». Registe a fase anterior (${ways.pt}) e depois a seguinte.`,
    ['stage'],
    {
      en: `Work cannot begin at this stage. Record the one it was at before (${ways.en}), then record the next one.`,
      pt: `O trabalho não pode começar nesta fase. Registe a anterior (${ways.pt}) e depois a seguinte.`,
    },
  );
}

/** The region reads how many cases work rests on: of fewer, somebody could be told from the others. */
function assertNotFew(cases: number | null | undefined): void {
  if (!cases || cases >= FEWEST_CASES) return;
  throw problem(
    'INVALID_INPUT',
    `Fewer than ${FEWEST_CASES} cases are told by no number, since the region reads it. Leave it out.`,
    `Menos de ${FEWEST_CASES} casos não se dizem por número, pois a região lê-o. Não o indique.`,
    ['evidenceCases'],
  );
}

/** Only what is planned can lie ahead. */
function assertDay(work: Work, stage: AdvocacyStage, day: string): void {
  if (stage === 'PLANNED' || day <= work.day()) return;
  throw problem(
    'INVALID_INPUT',
    'It lies in the future. Record it as planned, and record the next stage when it has begun.',
    'Está no futuro. Registe-a como planeada, e a fase seguinte quando tiver começado.',
    ['activityOn'],
  );
}

action(
  {
    name: 'advanceAdvocacyActivity',
    of: AdvocacyActivity,
    label: { en: 'record the next stage', pt: 'registar a fase seguinte' },
    description: 'Records that the change has come to another stage.',
    input: changing(AdvocacyActivity, {
      description: 'What advancing an advocacy activity to another stage takes; today unless said otherwise.',
      relies: ['stage'],
      also: { step: AdvocacyStageReached },
    }),
    steps: advancing,
  },
  async (work, { id, expectedVersion, values, step }) => {
    const activity = await work.load(AdvocacyActivity, id, { expectedVersion });
    const reachedOn = step.reachedOn ?? work.day();
    const check = new InputCheck();
    notTomorrow(check, reachedOn, work.day(), ['reachedOn']);
    check.done();
    assertNotFew(values.evidenceCases);
    const reached = (await stagesOf(work, id)).map(({ stage }) => stage);
    const stage = advocacyLifecycle.step(activity.stage, stepName(work.action, toStage(values.stage)), { reached });
    const activityOn = activity.activityOn > reachedOn ? reachedOn : undefined;
    await work.update(AdvocacyActivity, activity, { ...values, stage, activityOn });
    await work.insert(AdvocacyStageReached, { activityId: id, stage, reachedOn, resultNote: values.resultNote });
    return id;
  },
);

/** Stages that stand, in the order in which they were recorded. */
async function stagesOf(work: Work, activityId: string): Promise<AdvocacyStageReached[]> {
  const stages = await work.find(AdvocacyStageReached, { activityId, voidedAt: null }, true);
  return stages.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

action(
  {
    name: 'takeBackAdvocacyStage',
    of: AdvocacyActivity,
    label: { en: 'take back the last stage', pt: 'retirar a última fase' },
    description: 'Takes back the last stage, which was recorded in error.',
    input: changing(AdvocacyActivity, {
      description: 'What taking back a stage takes.',
      fields: { reason: field({ type: 'longText', maxLength: 2000, description: 'Why.' }) },
    }),
    steps: takingBack,
  },
  async (work, { id, expectedVersion, reason: takenBackReason }) => {
    const activity = await work.load(AdvocacyActivity, id, { expectedVersion });
    const stages = await stagesOf(work, id);
    const reached = stages.map(({ stage }) => stage);
    const stage = advocacyLifecycle.step(activity.stage, work.action, { reached });
    const last = stages.at(-1);
    if (last) await work.update(AdvocacyStageReached, last, { voidedAt: now(), takenBackReason });
    await work.update(AdvocacyActivity, activity, { stage });
    return id;
  },
);

action(
  {
    name: 'updateAdvocacyActivity',
    of: AdvocacyActivity,
    label: { en: 'correct the advocacy activity', pt: 'corrigir a actividade de advocacia' },
    description: 'Corrects what is recorded of advocacy; how far it has come is advanced, or taken back.',
    input: changing(AdvocacyActivity, {
      description: 'What correcting an advocacy activity takes; what is left out stays as it is.',
    }),
    steps: staying,
  },
  async (work, { id, expectedVersion, values }) => {
    const activity = await work.load(AdvocacyActivity, id, { expectedVersion });
    advocacyLifecycle.step(activity.stage, work.action, { reached: [] });
    if (values.activityOn) assertDay(work, activity.stage, values.activityOn);
    assertNotFew(values.evidenceCases);
    await assertIntervention(work, values.interventionId, activity.organisationId);
    await work.update(AdvocacyActivity, activity, values);
    return id;
  },
);

action(
  {
    name: 'voidAdvocacyActivity',
    of: AdvocacyActivity,
    label: { en: 'take the activity out, as recorded in error', pt: 'retirar a actividade, registada por engano' },
    description:
      'Takes an activity out of all lists and counts with its evidence and its partners, since it was recorded in error.',
    input: changing(AdvocacyActivity, { description: 'What taking an activity out takes.' }),
    steps: staying,
  },
  async (work, { id, expectedVersion, values }) => {
    const activity = await work.load(AdvocacyActivity, id, { expectedVersion });
    const voidedAt = now();
    await work.update(AdvocacyActivity, activity, { ...values, voidedAt });
    for (const evidence of await work.find(AdvocacyEvidence, { activityId: id, voidedAt: null }, true))
      await work.update(AdvocacyEvidence, evidence, { voidedAt });
    await takeOutPartners(work, { advocacyActivityId: id }, voidedAt);
    return id;
  },
);
