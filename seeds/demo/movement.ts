/** The movement: platforms, their associations, how many members these count, and what they can do. */
import { CapacityAssessment, CapacityScore } from '../../src/domain/movement/capacity-assessment.entity';
import { MemberAssociation } from '../../src/domain/movement/member-association.entity';
import { MemberCount, MemberCountGroup } from '../../src/domain/movement/member-count.entity';
import { CapacityDomain, type LegalStatus, type MembershipStatus } from '../../src/domain/movement/movement.codes';
import { Platform } from '../../src/domain/movement/platform.entity';
import { movementTexts, type MovementText } from '../text/movement';
import { made, type Row } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import { addConduct } from './conduct';
import { addLeaders, rememberPlatform } from './leaders';
import type { ToldPlatform } from './platform';
import type { Random } from './random';
import type { Story } from './story';

const legal: readonly LegalStatus[] = ['REGISTERED', 'IN_REGISTRATION', 'NOT_REGISTERED', 'UNKNOWN'];
/** Of ten associations, in this order. */
const standing: readonly MembershipStatus[] = [
  ...(['MEMBER', 'MEMBER', 'LEFT', 'MEMBER', 'SUSPENDED', 'MEMBER', 'APPLIED'] as const),
  ...(['MEMBER', 'MEMBER', 'MEMBER'] as const),
];
/** Of these the first stand in the platform of the country. */
const NATIONAL = 7;

/** What all of it is told with. */
export interface Movement {
  readonly story: Story;
  readonly random: Random;
  readonly text: MovementText;
}

/** Three platforms, the first hosted by the partner where the demonstration accounts work; the last has only begun. */
export function addMovement(story: Story): void {
  const text = movementTexts[story.world.country.code];
  if (!text) throw new Error(`${story.world.country.code} has no texts of the movement`);
  const movement = { story, random: story.apart('movement'), text };
  for (const nth of [0, 1, 2] as const) {
    const platform = addPlatform(movement, nth);
    if (!platform) continue;
    if (nth === 2) continue;
    rememberPlatform(story, platform);
    addLeaders(story, platform);
    addConduct(story, platform);
  }
}

/** Which of the partners hosts each. */
const hosts = [0, 2, 1] as const;

function addPlatform(movement: Movement, nth: 0 | 1 | 2): ToldPlatform | undefined {
  const { story, random, text } = movement;
  const host = story.world.partners[hosts[nth]];
  const by = host?.staff.get('case-manager')?.[0]?.id;
  if (!host || !by) return undefined;
  const { name, description } = text.platforms[nth];
  const row = story.batch.add(Platform, {
    organisationId: host.id,
    name,
    level: nth === 0 ? 'NATIONAL' : 'COMMUNITY',
    foundedOn: nth === 0 ? day(BEGIN - 900 * DAY) : null,
    description,
    voidedAt: null,
    ...made(random, BEGIN + DAY, by),
  });
  const names = [text.associations.slice(0, NATIONAL), text.associations.slice(NATIONAL), []][nth] ?? [];
  const associations = names.map((one, at) => addAssociation(movement, row, one, nth * NATIONAL + at));
  return { row, organisationId: host.id, by, associations };
}

function addAssociation(
  movement: Movement,
  platform: Row<Platform>,
  name: string,
  nth: number,
): Row<MemberAssociation> {
  const { story, random, text } = movement;
  const status = standing[nth] as MembershipStatus;
  const joined = status === 'APPLIED' ? null : between(random, BEGIN + 5 * DAY, BEGIN + 120 * DAY);
  const changed = joined === null ? 0 : status === 'MEMBER' ? 1 : 2;
  const last = changed === 2 ? END - random.int(20, 90) * DAY : (joined ?? BEGIN);
  const applied = joined === null ? END - 12 * DAY : joined - 3 * DAY;
  const row = story.batch.add(MemberAssociation, {
    platformId: platform.id,
    name,
    provinceId: nth % 5 === 3 ? null : random.pick(story.world.districts).provinceId,
    legalStatus: legal[nth % legal.length],
    status,
    joinedOn: joined === null ? null : day(joined),
    leftOn: status === 'LEFT' ? day(last) : null,
    statusReason: status === 'LEFT' ? text.left : status === 'SUSPENDED' ? text.suspended : null,
    voidedAt: null,
    ...made(random, applied, platform.createdById, changed, last),
  });
  if (joined !== null) {
    for (let at = joined + 10 * DAY; at < last + (changed === 1 ? END - last : 0); at += 150 * DAY)
      addCount(movement, row, at);
    addAssessments(movement, row, joined);
  }
  return row;
}

function addCount(
  { story: { batch }, random }: Movement,
  { id: associationId, createdById }: Row<MemberAssociation>,
  at: number,
): void {
  const groups = [
    ['WOMAN', random.int(20, 140)],
    ['TRANS_WOMAN', random.int(2, 25)],
    ['MAN', random.int(1, 20)],
  ] as const;
  const known = random.chance(0.7);
  const sum = groups.reduce((all, [, members]) => all + members, 0);
  const count = batch.add(MemberCount, {
    associationId,
    countedOn: day(at),
    total: sum + (random.chance(0.3) ? random.int(1, 9) : 0),
    voidedAt: null,
    ...made(random, at, createdById),
  });
  if (!known) return;
  for (const [genderIdentity, members] of groups)
    batch.add(MemberCountGroup, {
      countId: count.id,
      genderIdentity,
      members,
      voidedAt: null,
      ...made(random, at, createdById),
    });
}

/** Two, a year apart: most domains are a little better in the second. */
function addAssessments(
  { story: { batch }, random, text }: Movement,
  { id: associationId, createdById }: Row<MemberAssociation>,
  joined: number,
): void {
  const scores = new Map(CapacityDomain.codes.map((domain) => [domain, random.int(0, 2)]));
  for (const [nth, at] of [joined + 30 * DAY, joined + 395 * DAY].entries()) {
    const { id: assessmentId } = batch.add(CapacityAssessment, {
      associationId,
      tool: text.tools[nth],
      assessedOn: day(at),
      note: random.chance(0.6) ? random.pick(text.findings) : null,
      voidedAt: null,
      ...made(random, at, createdById),
    });
    for (const [domain, score] of scores)
      batch.add(CapacityScore, {
        assessmentId,
        domain,
        score: Math.min(4, score + (nth === 0 ? 0 : random.int(0, 2))),
        voidedAt: null,
        ...made(random, at, createdById),
      });
  }
}
