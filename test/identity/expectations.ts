/** What the tests of signing in say again and again. */
import { ProblemError } from '../../src/base/problem';
import { ApiError } from '../../src/base/errors';
import type { Caller } from '../../src/identity/trail';

/** A caller of its own address, so that one test's attempts do not lock out another's. */
let addresses = 0;
export function caller(address?: string): Caller {
  addresses++;
  return { address: address ?? `10.1.${addresses >> 8}.${addresses & 255}`, requestId: `request-${addresses}` };
}

/** The code of the one problem that work ends in; `none` when it succeeds. */
export async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code }) => code).join(',');
  }
}

/** The code of the error that work ends in; `none` when it succeeds. */
export async function errorOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.code;
  }
}
