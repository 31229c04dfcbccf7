/** The lifecycle of a follow-up. */
import type { ProblemShape } from '../../../base/problem';
import { Lifecycle, type Course, type Guard } from '../../../model/lifecycle';
import { FollowUpStatus } from './follow-up.codes';

/** What the guards judge by. */
export interface FollowUpFacts {
  /** What is against contacting the survivor so; null: nothing. */
  readonly contact?: ProblemShape | null;
}

/** Nobody is contacted against their will, nor in a way that is not safe. */
export const contactAgreed: Guard<FollowUpFacts> = {
  description:
    'where it contacts the survivor: consent to be contacted, and that it is the safe way which the survivor named',
  isKnown: ({ contact }) => contact !== undefined,
  against: ({ contact }) => contact ?? undefined,
};

/** It stands as it stood. */
export const same: Course<FollowUpStatus, FollowUpFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

/** What was done or tried. */
export const recorded: readonly FollowUpStatus[] = ['DONE', 'NOT_REACHED'];

/** The step by which one is planned together with another. */
export const NEXT = 'nextFollowUp';

/** The step by which what nobody reached is recorded without having been planned. */
export const UNREACHED = 'outcome: NO_CONTACT';

export const followUpLifecycle = new Lifecycle<FollowUpStatus, FollowUpFacts>('FollowUp', FollowUpStatus);

/** What a planned follow-up rests on ends. */
const ends = [
  ...['withdrawConsent', 'the end of consent to be contacted', 'another safe way of contact'],
  ...['withdrawCase', 'the end of consent to services', 'the closure of the case'],
  ...['the case being found a duplicate', 'the transfer of the case'],
] as const;
export type EndOfFollowUp = (typeof ends)[number];
for (const cause of ends) followUpLifecycle.follows(cause, { from: ['PLANNED'], to: 'CANCELLED' });
