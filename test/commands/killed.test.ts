/** A server that is killed while it counts or publishes: what is kept afterwards is what would have been kept without. */
import { Client } from 'pg';
import '../../src/domain/all';
import { allSweeps } from '../../src/writing/sweep';
import { adminRows } from '../support/admin';
import type { TestApp } from '../support/app';
import { handsoff, start } from '../support/command';
import { freshDatabase, type TestDatabase } from '../support/database';
import { startApp, sweepNow } from '../support/outside';

let killed: TestDatabase;
let unharmed: TestDatabase;
beforeAll(async () => {
  [killed, unharmed] = [await freshDatabase('demo'), await freshDatabase('demo')];
});
afterAll(() => Promise.all([killed, unharmed].map((one) => one?.drop())));

const asked = async (database: TestDatabase, text: string): Promise<unknown> =>
  Object.values((await adminRows(database, text))[0] ?? {})[0];

async function until(text: string): Promise<void> {
  while (!(await asked(killed, text))) await new Promise((done) => setTimeout(done, 50));
}

/** Kills a server in the middle of what it does: it waits to write to a table that somebody holds. */
async function killWhileItWrites(table: string): Promise<void> {
  const holder = new Client(killed.admin);
  await holder.connect();
  try {
    await holder.query(`BEGIN; LOCK TABLE bw.${table} IN SHARE MODE`);
    const server = start({ ...killed.env, COUNTRIES: 'BW', SWEEP_SECONDS: '1', LOG_LEVEL: 'warn' });
    await Promise.race([
      until(`SELECT count(*)::int FROM pg_locks WHERE relation = 'bw.${table}'::regclass AND NOT granted`),
      server.ended.then(() => Promise.reject(new Error(server.output()))),
    ]);
    server.signal('SIGKILL');
    await server.ended;
  } finally {
    await holder.end();
  }
  await until(
    `SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'bw%')`,
  );
}

/** Does all of what is due, as the next server does it: what takes long after the rest. */
async function done(api: TestApp): Promise<void> {
  for (const isSlow of [undefined, true] as const)
    for (const one of allSweeps.values()) if (one.isSlow === isSlow) while (await sweepNow(api, 'bw', one.name));
}

const check = async (): Promise<string> => (await handsoff(['indicators', 'check', 'BW'], killed.env)).out;
const whole = 'BW: what is kept is what follows from the records\n';

it('publishes the same after it was killed while it published', async () => {
  await killWhileItWrites('published_cell');
  const published = ['published_period', 'published_edition', 'published_cell', 'published_record'];
  for (const table of published)
    expect([table, await asked(killed, `SELECT count(*)::int FROM bw.${table}`)]).toEqual([table, 0]);
  for (const database of [killed, unharmed]) {
    const api = await startApp({ database });
    await done(api);
    await api.close();
  }
  for (const table of published) {
    const all = `SELECT count(*) || ' ' || md5(string_agg(t.row, ';' ORDER BY t.row)) FROM (SELECT (to_jsonb(p) - 'id')::text AS row FROM bw.${table} p) t`;
    const [after, without] = [await asked(killed, all), await asked(unharmed, all)];
    expect([table, after]).toEqual([table, without]);
    expect(String(after)).toMatch(/^[1-9]/);
  }
});

it('counts the same after it was killed while it counted everything, and while it counted what had changed', async () => {
  // As nothing is counted yet where a country is new.
  await adminRows(killed, 'DELETE FROM bw.indicator_position');
  await killWhileItWrites('indicator_sum');
  expect(await asked(killed, 'SELECT count(*)::int FROM bw.indicator_position')).toBe(0);
  const api = await startApp({ database: killed });
  await done(api);
  expect(await check()).toBe(whole);
  const client = await api.as('case-manager', 'bw');
  const { data } = await client.query(`mutation { registerCase(input: { idempotencyKey: "killed-while-counting",
    source: HELPLINE, draft: true, survivor: { genderIdentity: WOMAN } }) { case { id } problems { message } } }`);
  expect(data.registerCase.problems).toEqual([]);
  await api.close();
  const before = await asked(killed, 'SELECT (xid, seq)::text FROM bw.indicator_position');
  await killWhileItWrites('indicator_sum');
  expect(await asked(killed, 'SELECT (xid, seq)::text FROM bw.indicator_position')).toBe(before);
  const next = await startApp({ database: killed });
  await done(next);
  await next.close();
  expect(await asked(killed, 'SELECT (xid, seq)::text FROM bw.indicator_position')).not.toBe(before);
  expect(await check()).toBe(whole);
});
