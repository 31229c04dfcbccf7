/** What PostgreSQL says when a unit of work fails, in the project's own words and without a value in it. */
import { DatabaseError } from 'pg';
import { notFound, problem, ProblemError } from '../graph/problem';

/** A statement failed for a reason that no caller can mend. Says where, and nothing of the driver's text, which may quote values. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed';

  constructor(
    /** SQLSTATE. */
    readonly code: string,
    readonly table: string | undefined,
    readonly constraint: string | undefined,
  ) {
    super(`SQLSTATE ${code}${table ? ` on ${table}` : ''}${constraint ? ` (${constraint})` : ''}`);
  }
}

/** Two units of work were in each other's way: the whole can be tried again. */
export const isTransient = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');

/** The caller's values: too long, out of range, not of the type, not of the code list, no text of PostgreSQL's. */
const invalidValues = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '23514']);

/** Not there at the moment: connections, shutdown, resources, time limits, conflicts. The server answers UNAVAILABLE. */
const unavailable = /^(08|53|57P|58|40|57014|55P03|25P0[34])/;

/** The error that leaves the unit of work. Whatever is not PostgreSQL's verdict on a statement stays as it is. */
export function translate(error: unknown, keyOf: (table: string) => string | undefined): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code = '', table, constraint } = error;
  if (code === '23505') return alreadyExists(table !== undefined && constraint === keyOf(table) ? ['id'] : []);
  if (code === '23503') return notFound([]);
  if (invalidValues.has(code)) return problem('INVALID_INPUT', 'A value is not valid.', 'Um valor não é válido.');
  return unavailable.test(code) ? error : new StatementFailed(code, table, constraint);
}

/**
 * One answer whoever's the record is that is in the way. A client-made id cannot meet another country's, which has a
 * schema of its own; within the country a caller who knows the UUID of a record out of reach learns that it exists,
 * and that can only be avoided by accepting an id twice.
 */
const alreadyExists = (path: readonly string[]): ProblemError =>
  problem('ALREADY_EXISTS', 'There is such a record already.', 'Esse registo já existe.', path);

/** Somebody else changed the record first. */
export const versionConflict = (expectedVersion: number, actualVersion: number): ProblemError =>
  new ProblemError([
    {
      type: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      text: {
        en: `The record was changed meanwhile: you expected version ${expectedVersion}, it is ${actualVersion}.`,
        pt: `O registo foi alterado entretanto: esperava a versão ${expectedVersion}, é a ${actualVersion}.`,
      },
      path: ['expectedVersion'],
      more: { expectedVersion, actualVersion },
    },
  ]);
