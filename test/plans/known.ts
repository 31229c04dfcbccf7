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

const scope = ({ actor, thing }: Asked): string => scopesOf(actor.role as Role, thing.dataClass, 'read').join('+');

const known: readonly Known[] = [
  {
    reason: 'What is referred to an organisation is found from the referrals that it has in hand, and then ordered.',
    holds: (asked) => isOnce(asked) && scope(asked) === 'referred',
  },
  {
    reason: 'What is mine through another record is held against all such records of mine, found once.',
    holds: (asked) =>
      isOnce(asked) && scope(asked) === 'own' && asked.thing.reach.through !== undefined && asked.sorted === 0,
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
