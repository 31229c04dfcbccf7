/**
 * A primary and its standby, handed over by `handsoff failover` while people register cases, and once more after the
 * primary is gone. Needs pg_basebackup of PostgreSQL 18, in PATH or in PG_BIN.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { asAdmin } from '../../../src/database/connect';
import { serverAccount } from '../../../src/installation/embedded/binaries';
import { startCluster, type RunningCluster } from '../../../src/installation/embedded/cluster';
import { adminRows } from '../../support/admin';
import { startApp, type Client, type TestApp } from '../../support/app';
import { handsoff, type Outcome } from '../../support/command';
import { startTestCluster, type TestCluster } from '../../support/cluster';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { lineTo, type Line } from '../../support/line';

const parameters = { fsync: 'on', full_page_writes: 'on', wal_level: 'replica', max_wal_senders: '5' };
let first: TestCluster & { readonly stop: () => Promise<void> };
const standbys: RunningCluster[] = [];
let database: TestDatabase;
let line: Line;
let app: TestApp;
/** Where the name that the instances use leads to. */
const leadsTo = { host: '127.0.0.1', port: 0 };

beforeAll(async () => {
  first = await startTestCluster(parameters);
  database = await freshDatabase('demo', first);
  leadsTo.port = first.admin.port;
  line = await lineTo({ ...database, admin: Object.assign(leadsTo, { ...database.admin, port: first.admin.port }) });
  app = await startApp({ database: { ...database, env: { ...database.env, DATABASE_URL: line.url } } });
});
afterAll(async () => {
  await app?.close();
  await line?.close();
  for (const { stop } of standbys) await stop();
  await first?.stop();
});

/** A copy of a server that follows it. */
async function standbyOf(port: number): Promise<RunningCluster> {
  const home = mkdtempSync(join(tmpdir(), 'hands-off-standby-'));
  chmodSync(home, 0o777);
  const { user, password } = first.admin;
  const args = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-D', join(home, 'postgres'), '-R', '-X', 'stream'];
  await promisify(execFile)(join(process.env.PG_BIN ?? '', 'pg_basebackup'), [...args, '--checkpoint=fast'], {
    env: { PGPASSWORD: password, PATH: process.env.PATH },
    ...serverAccount(),
  });
  const running = await startCluster({
    directory: join(home, 'postgres'),
    logFile: join(home, 'log'),
    password,
    parameters,
    removeAfter: home,
  });
  standbys.push(running);
  return running;
}

const urlOf = (port: number): string => {
  const { user, password } = first.admin;
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database.name}`;
};
const failover = (from: number, to: number, ...args: string[]): Promise<Outcome> =>
  handsoff(['failover', ...args], {
    ...database.env,
    DATABASE_ADMIN_URL: urlOf(from),
    DATABASE_ADMIN_URL_STANDBY: urlOf(to),
  });

const registration = `mutation ($input: RegisterCaseInput!) { registerCase(input: $input) { case { displayId } problems { code } } }`;

/** Registers one case after the other, each until it is acknowledged, until it is told to stop. */
async function work(client: Client, acknowledged: string[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const idempotencyKey = randomUUID();
    const input = { idempotencyKey, source: 'HELPLINE', draft: true, anonymous: true };
    for (let done = false; !done && !isOver();) {
      const { data } = await client.query(registration, { input });
      const displayId = data?.registerCase?.case?.displayId as string | undefined;
      if (displayId) acknowledged.push(displayId);
      done = displayId !== undefined;
      if (!done) await delay(100);
    }
  }
}

async function numbersAt(port: number): Promise<string[]> {
  const at = { ...database, admin: { ...database.admin, port } };
  const rows = await adminRows<{ number: string }>(at, 'SELECT display_id AS number FROM za."case"');
  return rows.map(({ number }) => number);
}

it('loses nothing that was acknowledged, and leaves one that is written to', async () => {
  const standby = await standbyOf(first.admin.port);
  const manager = await app.as('case-manager', 'za');
  const acknowledged: string[] = [];
  let over = false;
  const people = Array.from({ length: 4 }, () => work(manager, acknowledged, () => over));
  await delay(2_000);
  const before = acknowledged.length;
  const { code, out, error } = await failover(first.admin.port, standby.admin.port);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/takes no more writes\.\n.*has all that it had\.\n.*is written to now/);
  leadsTo.port = standby.admin.port;
  for (let tries = 0; tries < 100 && acknowledged.length < before + 20; tries++) await delay(200);
  over = true;
  await Promise.all(people);
  expect([before > 10, acknowledged.length >= before + 20]).toEqual([true, true]);
  const there = await numbersAt(standby.admin.port);
  expect(acknowledged.filter((number) => !there.includes(number))).toEqual([]);
  expect(new Set(there).size).toBe(there.length);
  const closed = asAdmin({ ...database.admin, port: first.admin.port }, (client) =>
    client.query(`UPDATE za."case" SET version = version`),
  );
  await expect(closed).rejects.toMatchObject({ code: '25006' });
});

it('is refused to what is no standby, and while nobody says that a primary which does not answer is off', async () => {
  const [primary] = standbys as [RunningCluster];
  const second = await standbyOf(primary.admin.port);
  const again = await failover(second.admin.port, primary.admin.port);
  expect([again.code, again.error]).toEqual([1, expect.stringMatching(/is no standby/)]);
  const refused = await handsoff(['failover', '--primary-is-off'], {
    ...database.env,
    DATABASE_ADMIN_URL: urlOf(primary.admin.port).replace(first.admin.password, 'another'),
    DATABASE_ADMIN_URL_STANDBY: urlOf(second.admin.port),
  });
  expect([refused.code, refused.error]).toEqual([1, expect.stringMatching(/It answers, so it is not off/)]);
  const manager = await app.as('case-manager', 'za');
  const acknowledged: string[] = [];
  await work(manager, acknowledged, () => acknowledged.length >= 3);
  await delay(1_000); // it follows asynchronously
  await primary.stop();
  const { code, error } = await failover(primary.admin.port, second.admin.port);
  expect([code, error]).toEqual([
    1,
    expect.stringMatching(/switch it off, see that it stays off, and say --primary-is-off/),
  ]);
  const done = await failover(primary.admin.port, second.admin.port, '--primary-is-off');
  expect([done.code, done.out]).toEqual([0, expect.stringMatching(/is off\. The last write that came over is of/)]);
  leadsTo.port = second.admin.port;
  await work(manager, acknowledged, () => acknowledged.length >= 6);
  expect(await numbersAt(second.admin.port)).toEqual(expect.arrayContaining(acknowledged));
});
