/** Reads that are known to take more than a few pages' worth of rows, each with the reason why that stays. */
import type { Thing } from '../../src/graph/thing';
import type { PlanActor } from './actors';
import type { Question } from './questions';

interface Asked {
  readonly thing: Thing;
  readonly actor: PlanActor;
  readonly question: Question;
}

interface Known {
  readonly reason: string;
  readonly holds: (asked: Asked) => boolean;
}

const known: readonly Known[] = [];

const met = new Set<Known>();

export function knownOf(asked: Asked): Known | undefined {
  const found = known.find(({ holds }) => holds(asked));
  if (found) met.add(found);
  return found;
}

/** Reasons that no reading came under. */
export const unmet = (): string[] => known.filter((one) => !met.has(one)).map(({ reason }) => reason);
