/** `npm start` as people run it: from nothing, again, interrupted, killed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, runs } from '../../src/installation/embedded/processes';
import { build, handsoff, start, type Started } from '../support/command';
import { freshDatabase } from '../support/database';
import { temporaryDirectory } from '../support/temporary';

const dataDir = temporaryDirectory('start');
const env = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
const started: Started[] = [];

beforeAll(build, 180_000);
afterAll(async () => {
  for (const one of started)
    if (one.process.exitCode === null && one.process.signalCode === null) one.signal('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
});

async function up(change: Record<string, string> = {}): Promise<{ process: Started; address: string; ms: number }> {
  const begin = Date.now();
  const one = start({ ...env, ...change });
  started.push(one);
  await one.until('/graphql\n');
  const address = /^ {2}(\S+)\/graphql$/m.exec(one.output())?.[1] ?? '';
  return { process: one, address, ms: Date.now() - begin };
}

async function ask(address: string, query: string): Promise<{ data: Record<string, unknown> }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, unknown> };
}

const signIn = `mutation { signIn(input: { email: "case-manager@za.demo", password: "hands-off-demo" }) { session { accessToken } } }`;
const postmaster = (): number => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

it('makes everything the first time: database, countries, demo data, a banner with address and accounts', async () => {
  const { process: api, address, ms } = await up();
  expect(ms).toBeLessThan(60_000);
  expect(api.output()).toMatch(/serving BW, MZ, ZA, ZW/);
  expect(api.output()).toMatch(/Demo accounts, all with the password hands-off-demo/);
  expect(await ask(address, signIn)).toMatchObject({
    data: { signIn: { session: { accessToken: expect.any(String) as string } } },
  });
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  const pid = postmaster();
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
  expect(runs(pid)).toBe(false);
}, 120_000);

it('keeps the data the second time, is quick, and stops at SIGTERM with code 0', async () => {
  const { process: api, address, ms } = await up();
  expect(ms).toBeLessThan(20_000);
  expect(api.output()).not.toContain('making the demo data');
  expect(await ask(address, signIn)).toMatchObject({ data: { signIn: { session: expect.anything() as object } } });
  const begin = Date.now();
  process.kill(api.process.pid as number, 'SIGTERM');
  expect(await api.ended).toBe(0);
  expect(Date.now() - begin).toBeLessThan(10_000);
});

it('is refused while another one runs on the same directory; commands use the running one’s database', async () => {
  const { process: api } = await up();
  const second = start(env);
  started.push(second);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`${dataDir} is in use by the API (process ${api.process.pid})`);
  expect((await handsoff(['country', 'list'], env)).out).toContain('ZA  South Africa');
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
});

it('leaves no database behind when it is killed, and starts again', async () => {
  const { process: api } = await up();
  const pid = postmaster();
  process.kill(api.process.pid as number, 'SIGKILL');
  await api.ended;
  for (let wait = 0; wait < 100 && runs(pid); wait++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(runs(pid) && commandOf(pid)).toBe(false);
  const { process: again } = await up();
  again.signal('SIGINT');
  expect(await again.ended).toBe(0);
});

it('can be interrupted at any moment of the start', async () => {
  for (const delay of [300, 900, 1500]) {
    const api = start(env);
    started.push(api);
    await new Promise((resolve) => setTimeout(resolve, delay));
    api.signal('SIGINT');
    // Before the first line of the program ran there is nobody to catch the signal.
    expect([0, 'SIGINT']).toContain(await api.ended);
  }
  const { process: api } = await up();
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
});

it('tells every mistake of the configuration and starts nothing', async () => {
  const api = start({ ...env, PORT: 'x', LOG_LEVEL: 'y' });
  started.push(api);
  expect(await api.ended).toBe(1);
  expect(api.output()).toMatch(/^The configuration cannot be used:\n {2}- LOG_LEVEL: .*\n {2}- PORT: .*\n$/);
});

it('says that its port is taken, and stops what it had started', async () => {
  const { process: api, address } = await up({ DATA_DIR: temporaryDirectory('start') });
  const second = start({ ...env, PORT: new URL(address).port });
  started.push(second);
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/Another program listens there already \(.*EADDRINUSE.*\): set PORT\.\n$/);
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
}, 120_000);

it('says whom it cannot reach', async () => {
  const nowhere = 'postgresql://boss:hunter2@127.0.0.1:1/handsoff';
  for (const [change, message] of [
    [{ DATABASE_URL: nowhere }, /^identity cannot be opened: nothing answers at its address\n$/],
    [
      { DATABASE_URL: nowhere, DATABASE_ADMIN_URL: nowhere },
      /^The administrator "boss" cannot connect to database "handsoff" at 127\.0\.0\.1:1: .*ECONNREFUSED.*\n$/,
    ],
  ] as const) {
    const api = start({ ...env, ...change });
    started.push(api);
    expect(await api.ended).toBe(1);
    expect(api.output()).toMatch(message);
    expect(api.output()).not.toContain('hunter2');
  }
});

it('only checks a database whose administrator it is not given', async () => {
  const empty = await freshDatabase('empty');
  const api = start({ ...env, DATABASE_URL: empty.url });
  started.push(api);
  expect(await api.ended).toBe(1);
  expect(api.output()).toMatch(/^identity cannot be opened: .*handsoff migrate/);
  await empty.drop();
});

it('migrates a server of one’s own when it is given the administrator, and forgets that one', async () => {
  const empty = await freshDatabase('empty');
  const { process: api, address } = await up(empty.env);
  expect(await ask(address, signIn)).toMatchObject({ data: { signIn: { session: expect.anything() as object } } });
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
  await empty.drop();
}, 120_000);
