/** What the work of the API costs the database: mutations by themselves, and whole documents. */
import { appRole, identitySchema } from '../../src/database/roles';
import { listen, turnsOf, type Sent } from './wire';

export interface Cost {
  /** By their first word. */
  readonly statements: readonly string[];
  /** How often the process waited for answers: each is a way to the database and back. */
  readonly turns: number;
}

/** The cost of the mutations that run meanwhile, from each one's BEGIN to its end; reads beside them do not count. */
export async function costOf(run: () => Promise<unknown>): Promise<Cost> {
  const { sent } = await listen(run);
  const mutations = transactionsOf(sent).filter((one) => one.some(({ text }) => text.includes('idempotency_record')));
  return {
    statements: mutations.flatMap((one) => one.map(({ text }) => text.split(/\s/)[0] ?? '')),
    turns: mutations.reduce((sum, one) => sum + turnsOf(one), 0),
  };
}

function transactionsOf(sent: readonly Sent[]): Sent[][] {
  const all: Sent[][] = [];
  const current = new Map<object, Sent[]>();
  for (const one of sent) {
    if (one.text === 'BEGIN') current.set(one.connection, all[all.push([]) - 1] as Sent[]);
    current.get(one.connection)?.push(one);
    if (one.text === 'COMMIT' || one.text === 'ROLLBACK') current.delete(one.connection);
  }
  return all;
}

/** What a kind of database is asked for a document. */
export interface Asked {
  /** How often the process waits for an answer; what it asks at once, of several countries too, it waits for once. */
  readonly roundTrips: number;
  readonly statements: number;
  /** Pages of tables and indexes that they touch. */
  readonly buffers: number;
}

const identity = appRole(identitySchema);

/** Statements that went to countries, and those that went to the accounts and sessions. */
export const toCountries = (sent: readonly Sent[]): readonly Sent[] => sent.filter(({ role }) => role !== identity);
export const toIdentity = (sent: readonly Sent[]): readonly Sent[] => sent.filter(({ role }) => role === identity);

export const askedBy = (sent: readonly Sent[]): Asked => ({
  roundTrips: turnsOf(sent),
  statements: sent.length,
  buffers: sent.reduce((sum, { buffers }) => sum + (buffers ?? 0), 0),
});
