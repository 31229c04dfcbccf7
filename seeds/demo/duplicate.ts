/** Survivors who may be one person: found, kept apart, and now and then merged. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { PossibleDuplicate } from '../../src/domain/casework/duplicate/possible-duplicate.entity';
import { Survivor } from '../../src/domain/casework/survivor/survivor.entity';
import { made, type Row } from './batch';
import { END, HOUR, instant, later } from './calendar';
import type { Cast } from './case-cast';
import type { Person } from './person';
import type { Random } from './random';
import type { Story } from './story';
import { codeOf } from './survivor';

const untouched = { moved: [], filled: [], carried: [], ended: [] };

/** @param person as they are before the case is told */
export function addDuplicates(story: Story, cast: Cast, row: Row<Case>, person: Person): void {
  if (cast.cameFrom || cast.duplicateOfId || row.status === 'DRAFT' || row.status === 'TRANSFERRED') return;
  const random = story.apart('duplicates');
  const at = Date.parse(row.openedAt);
  if (person.lastCaseId !== '') return addMerged(story, random, cast, row, person, at);
  const isRecognised = story.count(`recorded at ${person.team.id}`) % 7 === 6;
  const earlier = alike(story, person) ?? (isRecognised ? remembered(story, person, random) : undefined);
  if (earlier && earlier.survivor !== person) addPair(story, random, cast, { person, earlier, at });
  story.once(`people of ${person.team.id}`, () => [] as Person[]).push(person);
}

interface Earlier {
  readonly survivor: Person;
  readonly ground: 'YEAR_DISTRICT_LANGUAGE' | 'COLLEAGUE';
}

/** Somebody of the same year, district and language whom the organisation has on record. */
function alike(story: Story, person: Person): Earlier | undefined {
  if (person.birthYear === null) return undefined;
  const traits = story.once('people by traits', () => new Map<string, Person>());
  const key = [person.team.id, person.birthYear, person.home.id, person.language].join(' ');
  const survivor = traits.get(key);
  if (!survivor) traits.set(key, person);
  return survivor && { survivor, ground: 'YEAR_DISTRICT_LANGUAGE' };
}

function remembered(story: Story, { team }: Person, random: Random): Earlier | undefined {
  const people = story.once(`people of ${team.id}`, () => [] as Person[]);
  return people.length > 0 ? { survivor: random.pick(people), ground: 'COLLEAGUE' } : undefined;
}

interface Pair {
  readonly person: Person;
  readonly earlier: Earlier;
  readonly at: number;
}

function addPair(story: Story, random: Random, { supervisor, team }: Cast, { person, earlier, at }: Pair): void {
  const decided = later(random, at, 1, 10);
  const isApart = story.count(`pairs of ${team.id}`) % 2 === 1 && decided < END - HOUR;
  story.batch.add(PossibleDuplicate, {
    survivorId: person.id,
    otherId: earlier.survivor.id,
    organisationId: team.id,
    ground: earlier.ground,
    status: isApart ? 'APART' : 'OPEN',
    decidedAt: isApart ? instant(decided) : null,
    decidedById: isApart ? supervisor.id : null,
    ...untouched,
    ...made(random, at, earlier.ground === 'COLLEAGUE' ? supervisor.id : null, isApart ? 1 : 0, isApart ? decided : at),
  });
}

/** The survivor was recorded anew with this case, and recognised since. */
function addMerged(story: Story, random: Random, cast: Cast, row: Row<Case>, person: Person, at: number): void {
  const merged = later(random, at, 1, 6);
  const manager = cast.team.staff.get('case-manager')?.[0];
  if (!manager || merged > END - HOUR || !random.chance(0.15)) return;
  const mergedAt = instant(merged);
  const gone = made(random, at, cast.creator.id, 1, merged);
  story.batch.add(Survivor, {
    survivorCode: codeOf(-1 - story.count('merged survivor')),
    ageBand: person.ageBand,
    genderIdentity: person.genderIdentity,
    preferredLanguage: person.language,
    platformMember: null,
    mergedIntoId: person.id,
    mergedAt,
    ...gone,
  });
  story.batch.add(PossibleDuplicate, {
    survivorId: gone.id,
    otherId: person.id,
    organisationId: cast.team.id,
    ground: 'COLLEAGUE',
    status: 'MERGED',
    decidedAt: mergedAt,
    decidedById: manager.id,
    ...untouched,
    moved: [row.id],
    ...made(random, at, cast.supervisor.id, 1, merged),
  });
}
