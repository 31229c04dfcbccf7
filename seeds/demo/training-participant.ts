/** Who of the police, the media and leaders agreed to be named; in countries that keep names, as long as they keep them. */
import { TrainingParticipant } from '../../src/domain/training/training-participant.entity';
import type { TrainingAudience } from '../../src/domain/training/training.codes';
import type { Training } from '../../src/domain/training/training.entity';
import { made, type Row } from './batch';
import { day, DAY, END, instant, monthsLater } from './calendar';
import type { Random } from './random';
import type { Story } from './story';
import type { Team, World } from './world';

const audiences: readonly TrainingAudience[] = ['POLICE', 'MEDIA', 'RELIGIOUS_LEADER', 'PLATFORM_LEADER'];

export function addNamed(story: Story, training: Row<Training>, { staff }: Team, at: number): void {
  const { batch, world } = story;
  const { identityVault, participantMonths } = world.country;
  const by = staff.get('partner-admin')?.[0];
  const isKept = monthsLater(Date.parse(training.startOn), participantMonths) > day(END + DAY);
  if (!identityVault || !isKept || !by || !audiences.includes(training.audience)) return;
  const random = story.apart('named participants');
  for (let left = random.int(1, 4); left > 0; left--) {
    const dataKeyId = random.id(at);
    batch.dataKeys.push({ id: dataKeyId, at: instant(at) });
    batch.add(TrainingParticipant, {
      trainingId: training.id,
      dataKeyId,
      ...drawPerson(random, world, training),
      consentGivenOn: training.startOn,
      voidedAt: null,
      ...made(random, at, by.id),
    });
  }
}

function drawPerson(random: Random, { text, districts }: World, { audience }: Row<Training>) {
  const isPolice = audience === 'POLICE';
  const scored = random.chance(0.7);
  const preScore = random.int(25, 60);
  return {
    audience,
    name: `${random.pick(text.givenNames)} ${random.pick(text.surnames)}`,
    rank: isPolice && random.chance(0.8) ? random.pick(text.ranks) : null,
    station: isPolice ? text.units.POLICE_STATION.replace('{place}', random.pickEarly(districts).name) : null,
    completed: random.chance(0.85) ? random.chance(0.9) : null,
    preScore: scored ? preScore : null,
    postScore: scored ? preScore + random.int(5, 35) : null,
  };
}
