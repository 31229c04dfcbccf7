/** One country's server is frozen, gone or full while it is served: its people are told, and nobody else notices. */
import { randomUUID } from 'node:crypto';
import type { Answer, Client, TestApp } from '../support/app';
import { adminRows } from '../support/admin';
import { freshDatabase, type TestDatabase } from '../support/database';
import { lineTo, type Line } from '../support/line';
import { startApp } from '../support/outside';

let database: TestDatabase;
let line: Line;
let api: TestApp;
let secretariat: Client;
let here: Client;
let there: Client;

beforeAll(async () => {
  database = await freshDatabase('demo');
  line = await lineTo(database);
  api = await startApp({
    database,
    env: { DATABASE_URL_BW: line.url, POOL_SIZE: '2', POOL_WAIT_MS: '500', SILENCE_MS: '1500' },
  });
  [secretariat, here, there] = await Promise.all([
    api.as('secretariat'),
    api.as('case-manager', 'za'),
    api.as('case-manager', 'bw'),
  ]);
});
afterEach(async () => {
  await line.mend();
  await until(async () => (await cases(there)).errors.length === 0);
});
afterAll(async () => {
  await api?.close();
  await line?.close();
  await database?.drop();
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}
const cases = (client: Client): Promise<Answer> => client.query('{ cases(first: 3) { edges { node { id } } } }');
const codes = ({ errors }: Answer): unknown[] => errors.map(({ extensions }) => extensions.code);
const isLeftOut = (): boolean => api.app.countries.get('BW') === undefined;
const told = (answer: Answer): unknown => (JSON.parse(answer.text) as { extensions?: object }).extensions;
const withoutBotswana = {
  countries: ['BW', 'MZ', 'REGION', 'ZA', 'ZW'].map((code) => ({
    code,
    answered: code !== 'BW',
    because: code === 'BW' ? 'UNAVAILABLE' : null,
  })),
};
const training = async (country: string): Promise<string> => {
  const { data } = await secretariat.query(
    `{ trainings(first: 1, country: ${country}) { edges { node { id title } } } }`,
  );
  return data.trainings.edges[0].node.id as string;
};

/** What the region gets while Botswana does not answer: every list, count and record says so. */
async function expectToldToTheRegion(ids: Readonly<Record<'BW' | 'ZA', string>>): Promise<void> {
  const list = await secretariat.query('{ trainings(first: 100) { totalCount edges { node { country } } } }');
  expect(list.errors).toEqual([]);
  expect(told(list)).toEqual(withoutBotswana);
  const countries = (list.data.trainings.edges as { node: { country: string } }[]).map(({ node }) => node.country);
  expect([...new Set(countries)].sort()).toEqual(['MZ', 'REGION', 'ZA', 'ZW']);
  const count = await secretariat.query('{ trainings(first: 0) { totalCount } }');
  expect([told(count), count.data.trainings.totalCount]).toEqual([withoutBotswana, list.data.trainings.totalCount]);

  const narrowed = await secretariat.query('{ trainings(first: 5, country: BW) { totalCount } }');
  expect([narrowed.status, codes(narrowed), narrowed.headers['retry-after']]).toEqual([503, ['UNAVAILABLE'], '2']);
  const nodes = await secretariat.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [ids.BW, ids.ZA] });
  expect(nodes.data.nodes).toEqual([null, { id: ids.ZA }]);
  expect(nodes.errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'UNAVAILABLE' } }]);
  for (const document of [
    'query ($id: ID!) { node(id: $id) { id } }',
    'query ($id: ID!) { training(id: $id) { id } }',
  ]) {
    for (const id of [ids.BW, randomUUID()])
      expect(codes(await secretariat.query(document, { id }))).toEqual(['UNAVAILABLE']);
    expect((await secretariat.query(document, { id: ids.ZA })).errors).toEqual([]);
  }
  const all = await secretariat.query(
    '{ trainings(first: 1) { totalCount } }',
    {},
    { 'require-all-countries': 'true' },
  );
  expect([all.status, codes(all), all.data]).toEqual([503, ['UNAVAILABLE'], undefined]);
}

test.each([
  ['gone', () => line.cut()],
  ['frozen', () => Promise.resolve(line.hold())],
])('a country whose server is %s is left out until it is back, and no other', async (_what, strike) => {
  const ids = { BW: await training('BW'), ZA: await training('ZA') };
  await cases(there);
  await strike();
  const [own, other] = await Promise.all([cases(there), cases(here)]);
  expect([own.status, codes(own), own.headers['retry-after']]).toEqual([503, ['UNAVAILABLE'], '2']);
  expect(codes(other)).toEqual([]);
  await until(() => Promise.resolve(isLeftOut()));
  expect(codes(await cases(there))).toEqual(['UNAVAILABLE']);
  await expectToldToTheRegion(ids);
  const ready = await api.http.inject('/health/ready');
  expect([ready.statusCode, ready.json()]).toMatchObject([200, { status: 'ready', failing: ['BW'] }]);
});

test('a read that was under way when the server froze is answered, and told of', async () => {
  await training('BW');
  line.hold();
  const answer = await secretariat.query('{ trainings(first: 1) { totalCount } }');
  expect([answer.errors, told(answer)]).toEqual([[], withoutBotswana]);
});

test('one that has to be whole is refused even where a country goes away meanwhile', async () => {
  line.hold();
  const headers = { 'require-all-countries': 'true' };
  const answer = await secretariat.query('{ trainings(first: 1) { totalCount } }', {}, headers);
  expect([answer.status, codes(answer), answer.data]).toEqual([503, ['UNAVAILABLE'], undefined]);
});

test('a full pool is the state of its country alone, and does not leave it out', async () => {
  const { app } = api.app.countries.get('BW')!;
  const clients = [await app.connect(), await app.connect()];
  try {
    expect(codes(await cases(there))).toEqual(['UNAVAILABLE']);
    expect(codes(await cases(here))).toEqual([]);
    expect(isLeftOut()).toBe(false);
  } finally {
    for (const client of clients) client.release();
  }
});

test('a connection that the server ends is no reason to leave the country out', async () => {
  await cases(there);
  await adminRows(
    database,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'bw_app' AND datname = current_database()`,
  );
  await until(async () => codes(await cases(there)).length === 0);
  expect(isLeftOut()).toBe(false);
});

test('a statement is waited for no longer than its server may run it, and a little: others on it go on', async () => {
  // Of this database alone: the roles are those of the other tests as well. The rest of the bound is as long as the silence.
  await adminRows(database, `ALTER ROLE bw_app IN DATABASE "${database.name}" SET statement_timeout = '1s'`);
  const other = await startApp({ database, env: { DATABASE_URL_BW: line.url, SILENCE_MS: '1500' } });
  const client = await other.as('case-manager', 'bw');
  await cases(client);
  line.holdThoseThatAre();
  expect(codes(await cases(client))).toEqual(['UNAVAILABLE']);
  expect(other.app.countries.get('BW')).toBeDefined();
  expect(codes(await cases(client))).toEqual([]);
  await other.close();
});
