/** The steps of a training. */
import { InputCheck } from '../../writing/input';
import type { Values, Work } from '../../writing/work';
import type { Changing } from '../../model/input';
import { organisationOfActivity } from '../activity/activity.organisation';
import { countryOf } from '../country/country.own';
import { District } from '../country/place.entity';
import { Training, TrainingParticipation } from './training.entity';
import type {
  ConfirmTrainingInput,
  NewParticipationInput,
  PlanTrainingInput,
  PostponeTrainingInput,
  ReportTrainingInput,
} from './training.inputs';
import { trainingLifecycle, type TrainingFacts } from './training.lifecycle';

export async function planTraining(work: Work, input: PlanTrainingInput): Promise<string> {
  assertDays(input.startOn, input.endOn);
  const { title, topic, audience, level, outcome, startOn } = input;
  const { material = null, endOn = null, hours = null, districtId = null, facilitators = null } = input;
  const [organisationId, facts] = await Promise.all([
    organisationOfActivity(work, input.organisationId),
    factsOf(work, startOn),
    checkDistrict(work, districtId),
  ]);
  const status = trainingLifecycle.step(null, 'planTraining', facts);
  const about = { title, topic, audience, level, outcome, organisationId, material };
  const plan = { startOn, endOn, hours, districtId, facilitators, status };
  return work.insert(Training, { id: input.id ?? undefined, ...about, ...plan });
}

export async function confirmTraining(work: Work, input: ConfirmTrainingInput): Promise<string> {
  await checkDistrict(work, input.districtId);
  const { startOn, endOn, hours, districtId, facilitators, material } = input;
  const plan = { endOn, hours, districtId, facilitators, material };
  return step(work, input, 'confirmTraining', { startOn: startOn ?? undefined, ...plan });
}

export const postponeTraining = (work: Work, { startOn, endOn, ...input }: PostponeTrainingInput): Promise<string> =>
  step(work, input, 'postponeTraining', { startOn: startOn ?? undefined, endOn });

export const cancelTraining = (work: Work, input: Changing): Promise<string> => step(work, input, 'cancelTraining');

export const holdTraining = (work: Work, input: Changing): Promise<string> => step(work, input, 'holdTraining');

export async function reportTraining(work: Work, input: ReportTrainingInput): Promise<string> {
  assertCounts(input.participations);
  const trainingId = await step(work, input, 'reportTraining');
  const counts = input.participations.map(({ preScore = null, postScore = null, ...count }) => ({
    ...count,
    preScore,
    postScore,
    trainingId,
  }));
  await work.insertAll(TrainingParticipation, counts);
  return trainingId;
}

export const verifyTraining = (work: Work, input: Changing): Promise<string> => step(work, input, 'verifyTraining');

async function step(
  work: Work,
  { id, expectedVersion }: Pick<Changing, 'id' | 'expectedVersion'>,
  action: string,
  changes: Values<Training> = {},
): Promise<string> {
  const training = await work.load(Training, id, { expectedVersion });
  const { startOn = training.startOn, endOn = training.endOn } = changes;
  assertDays(startOn, endOn);
  const status = trainingLifecycle.step(training.status, action, await factsOf(work, startOn, id));
  await work.update(Training, training, { ...changes, status });
  return id;
}

async function factsOf(work: Work, startOn: string, trainingId?: string): Promise<TrainingFacts> {
  const [{ timezone }, report] = await Promise.all([
    countryOf(work),
    trainingId ? work.find(TrainingParticipation, { trainingId }) : [],
  ]);
  const isReporter = report.some(({ createdById }) => createdById === work.actor.accountId);
  return { startOn, today: todayIn(timezone), isReporter };
}

/** The day that it is now where the training takes place, as `2026-03-08`. */
const todayIn = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());

const checkDistrict = async (work: Work, id: string | null | undefined): Promise<void> => {
  if (id) await work.load(District, id, { right: 'read', path: ['districtId'] });
};

function assertDays(startOn: string, endOn: string | null | undefined): void {
  const check = new InputCheck();
  if (endOn && endOn < startOn) {
    check.refuse(['endOn'], {
      en: `The last day cannot be before the first, ${startOn}.`,
      pt: `O último dia não pode ser anterior ao primeiro, ${startOn}.`,
    });
  }
  check.done();
}

/** Each group once, and nobody completes who did not enrol. */
function assertCounts(participations: readonly NewParticipationInput[]): void {
  const check = new InputCheck();
  const seen = new Set<string>();
  if (participations.length === 0) {
    check.refuse(['participations'], { en: 'Say how many took part.', pt: 'Indique quantas pessoas participaram.' });
  }
  participations.forEach(({ genderIdentity, ageBand, audience, enrolled, completed }, at) => {
    const group = `${genderIdentity} ${ageBand} ${audience}`;
    if (seen.has(group)) {
      check.refuse(['participations', at], {
        en: `${group} is counted twice. Add the numbers up in one entry.`,
        pt: `${group} está contado duas vezes. Some os números numa só entrada.`,
      });
    }
    if (completed > enrolled) {
      check.refuse(['participations', at, 'completed'], {
        en: `No more than the ${enrolled} who enrolled can have completed.`,
        pt: `Não podem ter concluído mais do que as ${enrolled} pessoas inscritas.`,
      });
    }
    seen.add(group);
  });
  check.done();
}
