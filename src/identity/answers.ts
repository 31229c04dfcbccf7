/** What mutations about accounts have in common: who asks, and problems in place of an answer. */
import type { Actor } from '../base/actor';
import { present, ProblemError, type Problem } from '../base/problem';
import { unauthenticated } from '../base/refusals';
import type { IdentityContext } from './app';
import type { AccountPayload } from './identity.types';

/** @throws ApiError UNAUTHENTICATED */
export function signedIn(ctx: IdentityContext): Actor {
  if (!ctx.actor) throw unauthenticated();
  return ctx.actor;
}

export interface Outcome<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** What was done, or the problems in the caller's language; any other error stays one. */
export async function outcome<T>(ctx: IdentityContext, work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work, problems: [], warnings: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { value: null, warnings: [], problems: error.problems.map((problem) => present(problem, ctx.locale)) };
  }
}

export const done = async (ctx: IdentityContext, work: Promise<void>): Promise<AccountPayload> => {
  const { problems, warnings } = await outcome(ctx, work);
  return { problems, warnings };
};
