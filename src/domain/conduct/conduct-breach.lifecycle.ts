/** From the report of a breach to a decision, and from there to somebody who had nothing to do with it. */
import { Lifecycle, type Course, type Guard } from '../../model/lifecycle';
import { ConductBreachStatus } from './conduct.codes';

/** What the guards judge by. */
export interface ConductFacts {
  /** Whether the actor reported it. */
  readonly hasReported: boolean;
  /** Whether the actor took it up or decided on it. */
  readonly hasReviewed: boolean;
}

export const conductLifecycle = new Lifecycle<ConductBreachStatus, ConductFacts>('ConductBreach', ConductBreachStatus);

export const notReporter: Guard<ConductFacts> = {
  description: 'somebody other than the reporter reviews',
  against: ({ hasReported }) =>
    hasReported
      ? {
          code: 'SAME_PERSON',
          text: {
            en: 'You reported this; another reviewer has to look at it.',
            pt: 'Foi você quem comunicou isto; outro revisor tem de o analisar.',
          },
        }
      : undefined,
};

export const uninvolved: Guard<ConductFacts> = {
  description: 'somebody who neither reported, reviewed nor decided it looks at the appeal',
  against: ({ hasReported, hasReviewed }) =>
    hasReported || hasReviewed
      ? {
          code: 'SAME_PERSON',
          text: {
            en: 'You reported, reviewed or decided this; a reviewer who had nothing to do with it has to look at the appeal.',
            pt: 'Foi você quem comunicou, analisou ou decidiu isto; o recurso tem de ser analisado por um revisor alheio ao caso.',
          },
        }
      : undefined,
};

export const same: Course<ConductBreachStatus, ConductFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};
