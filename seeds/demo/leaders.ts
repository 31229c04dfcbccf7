/** Who leads associations, by name only where the country keeps names and the person agreed; and whom activities involved. */
import { AdvocacyActivity } from '../../src/domain/advocacy/advocacy-activity.entity';
import { KeyPopulation } from '../../src/domain/casework/survivor/survivor.codes';
import { InvolvementRole } from '../../src/domain/movement/involvement.codes';
import { KeyPopulationInvolvement } from '../../src/domain/movement/involvement.entity';
import { LeaderPosition } from '../../src/domain/movement/leader-role.codes';
import { LeaderName, LeaderRole } from '../../src/domain/movement/leader-role.entity';
import { Training } from '../../src/domain/training/training.entity';
import { conductEnglish, conductPortuguese } from '../text/conduct';
import { made } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import { newDataKey } from './data-key';
import type { ToldPlatform } from './platform';
import type { Story } from './story';

const genders = ['WOMAN', 'TRANS_WOMAN', 'MAN', null] as const;

/** Three or four offices in each association that has joined; every fourth has ended. */
export function addLeaders(story: Story, { organisationId, associations }: ToldPlatform): void {
  const { batch, world } = story;
  const random = story.apart('leaders');
  const by = world.partners.find(({ id }) => id === organisationId)?.staff.get('partner-admin')?.[0]?.id ?? null;
  for (const { id: associationId, joinedOn } of associations) {
    if (joinedOn === null) continue;
    for (const position of random.some(LeaderPosition.codes, random.int(3, 4))) {
      const nth = story.count('leaders');
      const from = between(random, BEGIN + 20 * DAY, END - 250 * DAY);
      const trained = nth % 3 !== 2;
      const nameConsent = nth % 2 === 0 && world.country.identityVault;
      const role = batch.add(LeaderRole, {
        associationId,
        position,
        genderIdentity: genders[nth % genders.length],
        heldFrom: day(from),
        heldUntil: nth % 4 === 3 ? day(from + random.int(120, 200) * DAY) : null,
        trained,
        trainedOn: trained ? day(from + random.int(10, 60) * DAY) : null,
        nameConsent,
        voidedAt: null,
        ...made(random, END - random.int(5, 40) * DAY, by),
      });
      if (!nameConsent) continue;
      const at = Date.parse(role.createdAt);
      const name = `${random.pick(world.text.givenNames)} ${random.pick(world.text.surnames)}`;
      const dataKeyId = newDataKey({ random, batch }, at);
      batch.add(LeaderName, { leaderRoleId: role.id, name, dataKeyId, ...made(random, at, by) });
    }
  }
}

const INVOLVEMENTS = 36;

/** Of what has been told of late: trainings, advocacy and platforms of the same organisation, else by a title. */
export function addInvolvements(story: Story): void {
  const { batch, world } = story;
  const random = story.apart('involvements');
  const { activities } = world.country.defaultLocale === 'pt' ? conductPortuguese : conductEnglish;
  const platforms = story.once('platforms of the movement', () => [] as string[]);
  for (let nth = 0; nth < INVOLVEMENTS; nth++) {
    const team = nth % 3 === 0 ? world.partners[0] : random.pick(world.partners);
    const by = team?.staff.get(nth % 2 === 0 ? 'case-manager' : 'field-worker')?.[0];
    if (!team || !by) continue;
    const ofTeam = <T extends { id: string; organisationId: string }>(rows: readonly T[]): string | null =>
      rows.find(({ organisationId }) => organisationId === team.id)?.id ?? null;
    const trainingId = nth % 4 === 0 ? ofTeam(batch.of(Training)) : null;
    const advocacyActivityId = nth % 4 === 1 ? ofTeam(batch.of(AdvocacyActivity)) : null;
    const platformId = nth % 4 === 2 && team === world.partners[0] ? (platforms[0] ?? null) : null;
    const at = between(random, BEGIN + 30 * DAY, END - DAY);
    batch.add(KeyPopulationInvolvement, {
      organisationId: team.id,
      trainingId,
      advocacyActivityId,
      platformId,
      title: trainingId || advocacyActivityId || platformId ? null : random.pick(activities),
      level: random.weighted({ COMMUNITY: 3, NATIONAL: 2, REGIONAL: 1 }),
      outcome: random.pick(['LTO1', 'LTO2', 'LTO3', 'LTO4'] as const),
      keyPopulation: random.chance(0.6) ? 'SW' : random.pick(KeyPopulation.codes),
      involvedAs: random.pick(InvolvementRole.codes),
      count: random.int(1, 25),
      onDate: day(at),
      voidedAt: null,
      ...made(random, at, by.id),
    });
  }
}

/** Told once, for what comes later. */
export function rememberPlatform(story: Story, { row }: ToldPlatform): void {
  story.once('platforms of the movement', () => [] as string[]).push(row.id);
}
