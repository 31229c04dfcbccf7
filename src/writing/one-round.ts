/** What is wrong with an input in several places is told in one round. */
import { ProblemError } from '../base/problem';

/**
 * Like `Promise.all`, for looking up what an input speaks of: waits for everything.
 * @throws ProblemError with the problems of all; whatever else one of them failed with, before that
 */
export async function inOneRound<const T extends readonly unknown[]>(
  lookups: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(lookups);
  const failures = settled.filter((one) => one.status === 'rejected').map(({ reason }): unknown => reason);
  const unexpected = failures.find((failure) => !(failure instanceof ProblemError));
  if (unexpected) throw unexpected as Error;
  if (failures.length > 0) throw new ProblemError((failures as ProblemError[]).flatMap(({ problems }) => problems));
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never;
}
