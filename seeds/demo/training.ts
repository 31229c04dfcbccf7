/** Trainings, with how many took part. */
import type { AgeBand, GenderIdentity } from '../../src/domain/casework/survivor/survivor.codes';
import { Training, TrainingParticipation } from '../../src/domain/training/training.entity';
import type { TrainingAudience, TrainingStatus } from '../../src/domain/training/training.codes';
import type { TrainingText } from '../text';
import { drawOrganiser, putRight } from './activity';
import { taughtWith } from './material';
import { addNamed } from './training-participant';
import { made } from './batch';
import { BEGIN, between, day, DAY, END, later } from './calendar';
import { drawIntervention } from './knowledge';
import { Deck } from './random';
import type { Story } from './story';
import type { Colleague } from './world';

const counts = { PLANNED: 3, CONFIRMED: 3, HELD: 2, REPORTED: 4, VERIFIED: 22, POSTPONED: 2, CANCELLED: 2 };

/** Days from the end of the demonstration data to the first day of a training that stands there. */
const starts: Readonly<Record<TrainingStatus, readonly [number, number]>> = {
  PLANNED: [25, 120],
  CONFIRMED: [3, 45],
  HELD: [-20, -4],
  REPORTED: [-60, -10],
  VERIFIED: [-(END - BEGIN) / DAY, -30],
  POSTPONED: [20, 90],
  CANCELLED: [-500, -20],
};

const steps: Readonly<Record<TrainingStatus, number>> = {
  PLANNED: 0,
  CONFIRMED: 1,
  POSTPONED: 1,
  CANCELLED: 1,
  HELD: 2,
  REPORTED: 3,
  VERIFIED: 4,
};

export function addTraining(story: Story): void {
  const { random, batch, world } = story;
  const told = story.deck('trainings', () => new Deck(random, world.text.trainings)).draw();
  const status = story.deck<TrainingStatus>('training states', () => Deck.of<TrainingStatus>(random, counts)).draw();
  const startsAt = between(random, END + starts[status][0] * DAY, END + starts[status][1] * DAY);
  const length = random.chance(0.45) ? 0 : random.int(1, 4);
  const plannedAt = Math.min(startsAt, END) - random.int(15, 70) * DAY;
  const { team, by } = drawOrganiser(story);
  const verified = status === 'VERIFIED' ? later(random, startsAt + length * DAY, 5, 25) : undefined;
  const changedAt =
    verified ?? Math.min(END, status === 'CANCELLED' ? startsAt - 2 * DAY : startsAt + (length + 3) * DAY);
  const row = batch.add(Training, {
    organisationId: team.id,
    title: told.title,
    topic: told.topic,
    audience: told.audience,
    level: told.level,
    outcome: told.outcome,
    material: random.chance(0.85) ? told.material : null,
    teachingMaterialId: taughtWith(story, told, plannedAt),
    startOn: day(startsAt),
    endOn: day(startsAt + length * DAY),
    hours: 6 * (length + 1),
    districtId: random.pickEarly(random.chance(0.7) && team.districts.length > 0 ? team.districts : world.districts).id,
    interventionId: drawIntervention(story, team.id),
    facilitators: random.int(1, 4),
    status,
    statusReason: null,
    reportedById: status === 'REPORTED' || status === 'VERIFIED' ? by.id : null,
    voidedAt: null,
    ...made(random, plannedAt, by.id, steps[status], changedAt),
  });
  const { id: organisationId } = team;
  const before = { hours: (row.hours ?? 0) + 6 };
  putRight(story, Training, row, { by, organisationId, actions: ['planTraining', 'updateTraining'], before });
  if (status !== 'REPORTED' && status !== 'VERIFIED') return;
  addParticipations(story, row.id, told, by, verified ?? changedAt);
  addNamed(story, row, team, verified ?? changedAt);
}

/** Who comes to a training, roughly. */
const audiences: Readonly<Partial<Record<TrainingAudience, readonly GenderIdentity[]>>> = {
  SEX_WORKER: ['WOMAN', 'TRANS_WOMAN', 'MAN', 'NON_BINARY'],
  ASSOCIATION: ['WOMAN', 'TRANS_WOMAN', 'MAN'],
  PLATFORM_LEADER: ['WOMAN', 'TRANS_WOMAN'],
  PARALEGAL: ['WOMAN', 'TRANS_WOMAN', 'MAN'],
};
const bands: readonly AgeBand[] = ['AGE_25_34', 'AGE_35_49', 'AGE_18_24', 'AGE_50_PLUS'];

function addParticipations(story: Story, trainingId: string, told: TrainingText, by: Colleague, at: number): void {
  const { random, batch } = story;
  const genders = audiences[told.audience] ?? (['MAN', 'WOMAN'] as const);
  const groups = genders.flatMap((gender, g) => bands.map((band, b) => [gender, band, g + b] as const));
  const known = story.apart('new to the topic');
  const [preScore, gain] = [random.int(30, 60), random.int(5, 35)];
  for (const [genderIdentity, ageBand, rarity] of random.some(groups, random.int(2, 5))) {
    const enrolled = Math.max(1, Math.round(random.int(4, 16) / (1 + rarity)));
    const scored = random.chance(0.7);
    const isKnown = known.chance(0.75);
    const newParticipants = isKnown ? known.int(Math.floor(enrolled / 3), enrolled) : null;
    batch.add(TrainingParticipation, {
      trainingId,
      genderIdentity,
      ageBand,
      audience: told.audience,
      enrolled,
      completed: Math.max(0, enrolled - (random.chance(0.35) ? random.int(0, Math.ceil(enrolled / 4)) : 0)),
      newParticipants,
      repeatParticipants: newParticipants === null ? null : enrolled - newParticipants,
      preScore: scored ? preScore + random.int(-5, 5) : null,
      postScore: scored ? Math.min(100, preScore + gain + random.int(-3, 3)) : null,
      ...made(random, at, by.id),
    });
  }
}
