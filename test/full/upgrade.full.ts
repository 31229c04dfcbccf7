/** An upgrade under load: the version before serves while the schema is migrated, and on it afterwards, beside this one. */
import { setTimeout as delay } from 'node:timers/promises';
import { adminRows } from '../support/admin';
import { handsoff, start, type Started } from '../support/command';
import { freshDatabase, type TestDatabase } from '../support/database';
import { load, signIn, type Told } from './load';
import { buildPrevious } from './previous';

const started: Started[] = [];
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase('empty');
});
afterAll(async () => {
  for (const one of started) one.signal('SIGTERM');
  await Promise.all(started.map(({ ended }) => ended));
  await database?.drop();
});

async function serve(root?: string): Promise<string> {
  const { DATABASE_ADMIN_URL: _, ...env } = database.env;
  const api = start({ ...env, LOG_LEVEL: 'warn' }, undefined, root);
  started.push(api);
  await api.until('/graphql');
  const [address] = /http:\/\/[\d.]+:\d+/.exec(api.output()) ?? [];
  if (!address) throw new Error(api.output());
  return address;
}

const asked = async (address: string, until: AbortSignal): Promise<Told> =>
  load(await signIn(address, 'case-manager@za.demo', 'hands-off-demo'), 6, until);

it('loses and refuses nothing', async () => {
  const previous = buildPrevious();
  const before = await handsoff(['migrate'], database.env, previous);
  expect([before.code, before.error]).toEqual([0, '']);
  expect((await handsoff(['seed', '--scale', '4'], database.env, previous)).code).toBe(0);
  const old = await serve(previous);

  const stop = new AbortController();
  const meanwhile = asked(old, stop.signal);
  await delay(3_000);
  const migrated = await handsoff(['migrate'], database.env);
  expect(migrated.code).toBe(0);
  expect(migrated.out).toMatch(/za: \w+/);
  const now = await serve();
  const beside = asked(now, stop.signal);
  await delay(10_000);
  stop.abort();

  for (const { asked: count, failures, registered } of await Promise.all([meanwhile, beside])) {
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(20);
    const rows = await adminRows(database, 'SELECT display_id FROM za."case" WHERE display_id = ANY($1)', [registered]);
    expect(rows).toHaveLength(registered.length);
  }
});
