/** A connection that nobody asks anything of is silent, and no reason to take its server for gone. */
import { Pool } from 'pg';
import { Watch } from '../../src/database/watch';
import { lineTo, type Line } from '../support/line';
import { freshDatabase, type TestDatabase } from '../support/database';

/** Longer than a statement may take, and what is added to that. */
const LONG_MS = 2_600;
const bounds = { statement_timeout: 200 };

let database: TestDatabase;
let line: Line;
let pool: Pool;
let watch: Watch;
const heard: (string | null)[] = [];
beforeAll(async () => {
  database = await freshDatabase('empty');
  line = await lineTo(database);
  const { user, password } = database.admin;
  const { hostname: host, port } = new URL(line.url);
  const login = { user, password, host, port: Number(port), database: database.name };
  watch = new Watch('ZA', login, 300, (because) => heard.push(because));
  pool = new Pool({ ...login, ...bounds, max: 1, Client: watch.client });
  pool.on('error', () => undefined);
  watch.over(pool);
  await watch.learnBound(pool);
});
afterAll(async () => {
  watch.stop();
  await pool.end();
  await line.close();
  await database.drop();
});

const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

it('keeps a transaction in which somebody reckons for longer than a statement may take', async () => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await after(LONG_MS);
    const { rows } = await client.query<{ one: number }>('SELECT 1 AS one');
    await client.query('COMMIT');
    expect([rows, heard, watch.isDown]).toEqual([[{ one: 1 }], [], false]);
  } finally {
    client.release();
  }
});

it('takes no server for gone because this process was held up while it asked', async () => {
  watch.suspect();
  await after(0);
  // As while a programme is solved, or on a machine that does much else.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 800);
  await after(400);
  expect([heard, watch.isDown]).toEqual([[], false]);
});

it('drops one that waits for an answer, when its server gives none to others either', async () => {
  const client = await pool.connect();
  client.on('error', () => undefined);
  await client.query('BEGIN');
  line.hold();
  await expect(client.query('SELECT 1')).rejects.toThrow('The database does not answer.');
  client.release(true);
  await after(0);
  expect(heard).toEqual([expect.stringContaining('ZA')]);
  await line.mend();
});
