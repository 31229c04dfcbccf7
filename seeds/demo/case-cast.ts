/** Who a case is about and who works on it. */
import type { CaseStatus } from '../../src/domain/casework/case/case.codes';
import { drawStatus } from './case-timeline';
import { draftedAt } from './draft';
import type { Post } from './posts';
import { Deck } from './random';
import type { Story } from './story';
import type { Person } from './person';
import { makeSurvivor } from './survivor';
import type { Colleague, Team } from './world';

/** Who a case is about, who works on it, and what becomes of it. */
export interface Cast {
  readonly status: CaseStatus;
  readonly openedAt: number;
  readonly team: Team;
  readonly owner: Colleague;
  readonly creator: Colleague;
  readonly supervisor: Colleague;
  /** Null in an anonymous case. */
  readonly person: Person | null;
  readonly duplicateOfId: string | null;
  /** The organisation that opened the case and has handed it over since. */
  readonly cameFrom: Team | null;
}

/** @param time when the case is opened, unless it is a draft */
export function castOf(story: Story, time: number): Cast {
  const { random, world } = story;
  const crosses = world.country.crossOrganisationSharing !== 'NONE';
  const wanted = drawStatus(story, time);
  const at = wanted === 'DRAFT' ? draftedAt(story) : time;
  // Where nothing crosses between organisations no case is handed over.
  const drawn = wanted === 'TRANSFERRED' && !crosses ? 'IN_FOLLOW_UP' : wanted;
  const team = drawTeam(story);
  const of = (post: Post): Colleague => random.pickEarly(team.staff.get(post) ?? []);
  const owner = drawOwner(story, team);
  const creator = drawn !== 'DRAFT' && random.chance(0.4) ? of('field-worker') : owner;
  const cast = {
    status: drawn,
    openedAt: at,
    team,
    owner,
    creator,
    supervisor: of('supervisor'),
    duplicateOfId: null,
    cameFrom: null,
  };
  const original = drawn === 'DUPLICATE' ? story.known(team) : undefined;
  if (original) return { ...cast, person: original, duplicateOfId: original.lastCaseId };
  // Whose case repeats one must be known already.
  const status = drawn === 'DUPLICATE' ? 'CLOSED' : drawn;
  if (status === 'WITHDRAWN' || status === 'DRAFT') return { ...cast, person: makeSurvivor(story, team, creator, at) };
  if (random.chance(world.country.identityVault ? 0.07 : 0.12)) return { ...cast, status, person: null };
  const known = random.chance(0.28) ? story.known(team) : undefined;
  if (known) return { ...cast, status, person: known };
  const cameFrom =
    crosses && status === 'IN_FOLLOW_UP' && random.chance(0.15)
      ? random.pick(world.partners.filter((other) => other !== team))
      : null;
  const opener = cameFrom ? random.pickEarly(cameFrom.staff.get('field-worker') ?? []) : creator;
  const person = makeSurvivor(story, team, opener, at, cameFrom !== null);
  if (!cameFrom) story.remember(person);
  return { ...cast, status, person, creator: opener, cameFrom };
}

/** How much of the work each partner does; the first has the demo accounts. */
const shareOfWork = [7, 3, 4, 3, 3];

const drawTeam = (story: Story): Team =>
  story.deck('teams', () => new Deck(story.random, repeated(story.world.partners, shareOfWork))).draw();

/** How many cases each colleague of a post has, beside the others: the first, who may have a demo account, most. */
const shareOfCases: readonly (readonly [Post, readonly number[]])[] = [
  ['field-worker', [4, 2, 1, 1]],
  ['case-manager', [7, 4, 2]],
];

const drawOwner = (story: Story, team: Team): Colleague =>
  story
    .deck(`owners of ${team.id}`, () => {
      const cards = shareOfCases.flatMap(([post, shares]) => repeated(team.staff.get(post) ?? [], shares));
      return new Deck(story.random, cards);
    })
    .draw();

/** Each item so often as the number beside it says. */
const repeated = <T>(items: readonly T[], times: readonly number[]): T[] =>
  items.flatMap((item, at) => Array<T>(times[at] ?? 1).fill(item));
