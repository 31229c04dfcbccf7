/** Tells a database that is not there at the moment from everything else that can go wrong with a statement. */
import { isPassing } from '../base/sqlstate';

const broken = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** The pool and the driver say some things in words only. */
const brokenInWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after|Client (has encountered|was closed)|Query read timeout|Client has already been connected|the database system is)/i;

/** Of an error of `pg` itself, not of one that holds it. */
export function isUnavailable(error: Error & { readonly code?: unknown }): boolean {
  const code = typeof error.code === 'string' ? error.code : '';
  return isPassing(code) || broken.test(code) || brokenInWords.test(error.message);
}
