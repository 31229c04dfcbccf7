/** SQLSTATE: what the codes of PostgreSQL that are met here mean (appendix A of its manual), in one place. */

export const sqlState = {
  /** A standby, or a server that was told to write nothing. */
  readOnly: '25006',
  invalidStatementName: '26000',
  duplicateStatement: '42P05',
  foreignKeyViolation: '23503',
  uniqueViolation: '23505',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  wrongPassword: '28P01',
  insufficientPrivilege: '42501',
  duplicateObject: '42710',
  undefinedFunction: '42883',
  undefinedTable: '42P01',
  tooManyConnections: '53300',
  lockNotAvailable: '55P03',
  internalError: 'XX000',
} as const;

/** Two were in each other's way: the same, done again, may succeed at once. */
export const isConflict = (code: unknown): boolean =>
  code === sqlState.serializationFailure || code === sqlState.deadlockDetected;

const passing = /^(08|28|40|53|57P|58|57014|55P03|25006|25P0[34])/;

/** Not there at the moment (connections, shutdown, resources, time limits, conflicts): a little later it may be. */
export const isPassing = (code: string): boolean => passing.test(code);

const unfit = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '23514']);

/** The caller's value: too long, out of range, not of the type, not of the code list, no text of PostgreSQL's. */
export const isUnfitValue = (code: string): boolean => unfit.has(code);
