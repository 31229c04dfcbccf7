/** The administrator's view of a test database: what the tests hold the API's answers against. */
import { Client, Pool } from 'pg';
import { typeParsers } from '../../src/database/types';
import type { TestDatabase } from './database';

export type AdminRow = Record<string, unknown>;

const pools = new WeakMap<TestDatabase, Pool>();

/** One connection for each database: kept while it is asked often, closed soon after, so that nobody has to end it. */
function poolOf(database: TestDatabase): Pool {
  let pool = pools.get(database);
  if (!pool) {
    const soon = { max: 1, idleTimeoutMillis: 300, allowExitOnIdle: true };
    pool = new Pool({ ...database.admin, ...soon, types: typeParsers, connectionTimeoutMillis: 15_000 });
    // The database may be dropped, or its server stopped, while nobody asks.
    pool.on('error', () => undefined);
    pools.set(database, pool);
  }
  return pool;
}

/** Runs one statement as the superuser. */
export const adminRows = async <R extends object = AdminRow>(
  database: TestDatabase,
  text: string,
  values: unknown[] = [],
): Promise<R[]> => (await poolOf(database).query(text, values)).rows as R[];

/** The same on one connection, for files that ask very often. To be ended by them. */
export class HeldAdmin {
  private readonly client: Promise<Client>;
  private last: Promise<unknown> = Promise.resolve();

  constructor({ admin }: TestDatabase) {
    const client = new Client({ ...admin, types: typeParsers });
    this.client = client.connect().then(() => client);
  }

  /** @param schema where names are looked for */
  async rows<R extends object = AdminRow>(text: string, values: unknown[] = [], schema = 'public'): Promise<R[]> {
    const client = await this.client;
    // One after the other, of all that ask at once.
    const turn = this.last.then(async () => {
      await client.query('SELECT set_config($1, $2, false)', ['search_path', schema]);
      return (await client.query(text, values)).rows as R[];
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async end(): Promise<void> {
    await (await this.client).end();
  }
}

/** The column of an attribute, as the entities name it. */
export const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
