/** Why a database cannot be served from, in words that say what to do. */
import { sqlState } from '../base/sqlstate';
import type { MigrationState } from './migrations';

/** A database is not in the state that this version needs. */
export class DatabaseUnready extends Error {
  override readonly name = 'DatabaseUnready';
}

/** Throws when a database lags behind this version or is ahead of it. `who` is a country's code or "identity". */
export function insistOnMigrations(who: string, { missing, unknown }: MigrationState): void {
  if (missing.length > 0) {
    throw new DatabaseUnready(
      `${who} lags behind this version of the API; it lacks: ${missing.join(', ')}. Run \`npx handsoff migrate\` with DATABASE_ADMIN_URL set.`,
    );
  }
  if (unknown.length > 0) {
    throw new DatabaseUnready(
      `${who} is ahead of this version of the API; it has: ${unknown.join(', ')}. Run the version of the API that brought them, or a later one.`,
    );
  }
}

/** The error of a first connection, told as what to do about it. */
export function explain(who: string, error: Error & { code?: string }): Error {
  const how: Record<string, string> = {
    // A server says the same of a role that it does not know.
    [sqlState.wrongPassword]:
      'it knows no such role with this password: was `handsoff migrate` run here, and is ROLE_SECRET the one that it ran with?',
    '28000': 'the role does not exist or may not log in: run `npx handsoff migrate` with DATABASE_ADMIN_URL set',
    '3D000': 'the database does not exist: create it and run `npx handsoff migrate` with DATABASE_ADMIN_URL set',
    [sqlState.insufficientPrivilege]:
      'the role lacks its rights: run `npx handsoff migrate` with DATABASE_ADMIN_URL set',
    [sqlState.undefinedTable]: 'it was never migrated: run `npx handsoff migrate` with DATABASE_ADMIN_URL set',
    ECONNREFUSED: 'nothing answers at its address',
    ENOTFOUND: 'its host name is unknown',
    ETIMEDOUT: 'its server does not answer',
  };
  if (error instanceof DatabaseUnready) return error;
  const silent = /timeout|Connection terminated/i.test(error.message) ? how['ETIMEDOUT'] : undefined;
  const why = how[error.code ?? ''] ?? silent ?? error.message;
  return new DatabaseUnready(`${who} cannot be opened: ${why}`, { cause: error });
}
