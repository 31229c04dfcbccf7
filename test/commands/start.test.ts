/** `npm start` as people run it: from nothing, and again; beside another one and interrupted it is in `test/full/servers`. */
import { runs } from '../../src/installation/embedded/processes';
import { freshDatabase } from '../support/database';
import { begin, postmaster, up } from '../support/npm-start';

async function ask(address: string, query: string): Promise<{ data: Record<string, unknown> }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, unknown> };
}

const signIn = `mutation { signIn(input: { email: "case-manager@za.demo", password: "hands-off-demo" }) { session { accessToken } } }`;
it('makes everything the first time: database, countries, demo data, a banner with address and accounts', async () => {
  const { process: api, address } = await up();
  expect(api.output()).toMatch(/serving BW, MZ, REGION, ZA, ZW/);
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

it('keeps the data the second time, and stops at SIGTERM with code 0', async () => {
  const { process: api, address } = await up();
  expect(api.output()).not.toContain('making the demo data');
  expect(await ask(address, signIn)).toMatchObject({ data: { signIn: { session: expect.anything() as object } } });
  process.kill(api.process.pid as number, 'SIGTERM');
  expect(await api.ended).toBe(0);
});

it('tells every mistake of the configuration and starts nothing', async () => {
  const api = begin({ PORT: 'x', LOG_LEVEL: 'y' });
  expect(await api.ended).toBe(1);
  expect(api.output()).toMatch(/^The configuration cannot be used:\n {2}- LOG_LEVEL: .*\n {2}- PORT: .*\n$/);
});

it('says whom it cannot reach', async () => {
  const nowhere = 'postgresql://boss:hunter2@127.0.0.1:1/handsoff';
  for (const [change, message] of [
    [{ DATABASE_URL: nowhere }, /^identity cannot be opened: nothing answers at its address\n$/],
    [
      { DATABASE_URL: nowhere, DATABASE_ADMIN_URL: nowhere },
      /^The administrator "boss" cannot connect to database "handsoff" at 127\.0\.0\.1:1: .*ECONNREFUSED.*\n$/,
    ],
  ] as const) {
    const api = begin(change);
    expect(await api.ended).toBe(1);
    expect(api.output()).toMatch(message);
    expect(api.output()).not.toContain('hunter2');
  }
});

it('only checks a database whose administrator it is not given', async () => {
  const empty = await freshDatabase('empty');
  const api = begin({ DATABASE_URL: empty.url });
  expect(await api.ended).toBe(1);
  expect(api.output()).toMatch(/^identity cannot be opened: .*handsoff migrate/);
  await empty.drop();
});
