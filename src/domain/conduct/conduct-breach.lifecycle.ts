/** From the report of a breach to a decision, and from there to somebody who had nothing to do with it. */
import { Lifecycle, type Course, type Guard } from '../../model/lifecycle';
import { ConductBreachStatus } from './conduct.codes';

/** What the guards judge by. Who reported it does not see it at all. */
export interface ConductFacts {
  /** Whether the actor took it up or decided on it. */
  readonly hasReviewed: boolean;
}

export const conductLifecycle = new Lifecycle<ConductBreachStatus, ConductFacts>('ConductBreach', ConductBreachStatus);

export const uninvolved: Guard<ConductFacts> = {
  description: 'somebody who neither reviewed nor decided it looks at the appeal',
  against: ({ hasReviewed }) =>
    hasReviewed
      ? {
          code: 'SAME_PERSON',
          text: {
            en: 'You reviewed or decided this; a reviewer who had nothing to do with it has to look at the appeal.',
            pt: 'Foi você quem analisou ou decidiu isto; o recurso tem de ser analisado por um revisor alheio ao caso.',
          },
        }
      : undefined,
};

export const same: Course<ConductBreachStatus, ConductFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};
