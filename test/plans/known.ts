/** Reads that are known to take more than a few pages' worth of rows, each with the reason why that stays. */
import { scopesOf } from '../../src/policy/rights';
import type { Role } from '../../src/policy/role';
import type { Thing } from '../../src/model/thing';
import type { PlanActor } from './actors';
import type { Measured } from './explain';
import type { Question } from './questions';

interface Asked extends Measured {
  readonly thing: Thing;
  readonly actor: PlanActor;
  readonly question: Question;
  /** Rows of the thing in the country, or cases, if they are more. */
  readonly most: number;
}

interface Known {
  readonly reason: string;
  readonly holds: (asked: Asked) => boolean;
}

/** Each row once, with those that decide whether it may be seen: a case, what hangs between, a referral. */
const isOnce = ({ rows, most }: Asked): boolean => rows <= 4 * most;

const waysOf = ({ actor, thing }: Asked): readonly string[] => scopesOf(actor.role as Role, thing.dataClass, 'read');
const scope = (asked: Asked): string => waysOf(asked).join('+');
const isThrough = ({ thing: { reach } }: Asked): boolean => reach.through !== undefined;

/** Rows of a few pages beside those by which it is counted whether an organisation has many cases (`src/policy/reach.ts`). */
const COUNTED = 2_001 + 1_000;
/** Pages of 8 kB that take no time worth naming. */
const SMALL = 500;

const known: readonly Known[] = [
  {
    reason: 'What is referred to an organisation is found from the referrals that it has in hand, and then ordered.',
    holds: (asked) => isOnce(asked) && scope(asked) === 'referred',
  },
  {
    reason: 'What is mine through another record is held against all such records of mine, found once.',
    holds: (asked) => isOnce(asked) && waysOf(asked).includes('own') && isThrough(asked) && asked.sorted === 0,
  },
  {
    reason: 'What is mine is found by an index of its own, and sorted where the list has another order.',
    holds: (asked) => isOnce(asked) && scope(asked) === 'own' && !isThrough(asked) && asked.sorted > 0,
  },
  {
    reason: 'What little is mine among what an organisation has is read on to in the order of the list.',
    holds: (asked) => isOnce(asked) && scope(asked) === 'own' && !isThrough(asked) && asked.sorted === 0,
  },
  {
    reason: 'What is an organisation’s through another record is read on to in the order of the list.',
    holds: (asked) => isOnce(asked) && scope(asked) === 'organisation' && isThrough(asked) && asked.sorted === 0,
  },
  {
    reason: 'Whether an organisation has many cases is counted first, in an index alone.',
    holds: (asked) => asked.rows <= COUNTED && asked.sorted === 0 && waysOf(asked).includes('organisation'),
  },
  {
    reason: 'Accusations, erasures and whatever else is few are read as a whole: some hundred pages.',
    holds: (asked) => isOnce(asked) && asked.buffers <= SMALL,
  },
  {
    reason: 'A filter that no index stands behind reads on in the order of the list until the page is full.',
    holds: (asked) => isOnce(asked) && asked.question.filter !== undefined && asked.sorted === 0,
  },
  {
    reason: 'What a filter finds much of by an index of its own, or in a whole table, is sorted.',
    holds: (asked) => isOnce(asked) && asked.question.filter !== undefined && asked.sorted > 0,
  },
];

const met = new Set<Known>();

export function knownOf(asked: Asked): Known | undefined {
  const found = known.find(({ holds }) => holds(asked));
  if (found) met.add(found);
  return found;
}

/** Reasons that no reading came under. */
export const unmet = (): string[] => known.filter((one) => !met.has(one)).map(({ reason }) => reason);
