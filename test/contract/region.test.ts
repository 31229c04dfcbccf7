/** The region's lists: one connection over all countries, merged here, that pages as if they were one table. */
import { randomUUID } from 'node:crypto';
import { asAdmin } from '../../src/database/connect';
import { adminRows } from '../support/admin';
import { tableNamed } from '../support/records';
import type { Client, TestApp } from '../support/app';
import { expectSame } from '../support/same';
import { startApp } from '../support/outside';
import { walkedThings } from '../support/walk';
import {
  all,
  countries,
  argumentsOf,
  compare,
  lists,
  page,
  uuidOf,
  walk,
  type Page,
  type RegionList,
} from './region-lists';

let api: TestApp;
let secretariat: Client;
beforeAll(async () => {
  api = await startApp();
  secretariat = await api.as('secretariat');
});
afterAll(() => api?.close());

async function stored(list: RegionList): Promise<string[]> {
  const tables = list.countries.map((code) => `SELECT id::text FROM ${code.toLowerCase()}."${tableNamed(list.type)}"`);
  return (await adminRows<{ id: string }>(api.database, tables.join(' UNION ALL '))).map(({ id }) => id).sort();
}

const cases = lists.flatMap((list) =>
  list.orders.flatMap((order) =>
    [...new Set(['', list.filter])].map((filter) => [list.plural, order, filter, list] as const),
  ),
);

test.each(cases)(
  '%s by “%s” with filter “%s” pages each record once, in order',
  async (_plural, order, filter, list) => {
    const args = argumentsOf(order, filter);
    const found = await walk(secretariat, list, 100, args);
    expect(found.length).toBeGreaterThan(4);
    expect([...new Set(found.map(({ country }) => country))].sort()).toEqual(list.countries);
    if (!filter) expect(found.map(uuidOf).sort()).toEqual(await stored(list));
    else expect(found.length).toBeLessThan((await page(secretariat, list, 'first: 0')).totalCount ?? 0);
    expectSame(
      [...found].sort((a, b) => compare(order || list.own, a, b)),
      found,
    );
    expectSame(await walk(secretariat, list, 7, args), found);
    for (const size of [7, 100]) expectSame(await walk(secretariat, list, size, args, true), found);
    // One by one is slow: a long list in its own order only.
    if (found.length > 100 && order) return;
    for (const backwards of [false, true]) expectSame(await walk(secretariat, list, 1, args, backwards), found);
  },
);

test.each(cases)('%s by “%s” with filter “%s” is the sum of its countries', async (_plural, order, filter, list) => {
  const args = argumentsOf(order, filter);
  let sum = 0;
  for (const code of [...all, 'NA']) {
    const found = await walk(secretariat, list, 100, `${args}, country: ${code}`);
    expect(found.every(({ country }) => country === code)).toBe(true);
    expect(found.length > 0).toBe(list.countries.includes(code));
    sum += found.length;
  }
  const { totalCount = sum } = await page(secretariat, list, `first: 0${args}`);
  expect(totalCount).toBe(sum);
});

test('an empty page tells the count; both ends, too many and fewer than none are refused', async () => {
  const [list] = lists as [RegionList];
  const empty = await page(secretariat, list, 'first: 0');
  expect(empty.edges).toEqual([]);
  expect(empty.pageInfo).toEqual({ startCursor: null, endCursor: null, hasNextPage: true, hasPreviousPage: false });
  for (const args of ['first: 101', 'first: -1', 'last: -1', 'first: 1, last: 1']) {
    const { errors } = await secretariat.query(`{ trainings(${args}) { totalCount } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});

test('the country that shares no cases is not asked for any', async () => {
  await asAdmin(api.database.admin, async (client) => {
    await client.query('BEGIN; LOCK TABLE mz.release, mz.released_case, mz.released_incident');
    const { data, errors } = await secretariat.query(
      '{ sharedCases(first: 50) { edges { cursor } } sharedIncidents(first: 50) { edges { cursor } } none: sharedCases(country: MZ) { edges { cursor } } releases { edges { cursor } } }',
    );
    await client.query('ROLLBACK');
    expect(errors).toEqual([]);
    const found = ['sharedCases', 'sharedIncidents', 'none'].map((name) => (data[name].edges as object[]).length);
    expect(found).toEqual([50, 50, 0]);
  });
});

const sharedCases = lists.find(({ plural }) => plural === 'sharedCases')!;

test('the country that shares no cases is named as such', async () => {
  const { data } = await secretariat.query('{ countries { totalCount edges { node { code country caseSharing } } } }');
  expect((data.countries.edges as { node: object }[]).map(({ node }) => node)).toEqual(
    countries.map((code) => ({ code, country: code, caseSharing: code !== 'MZ' })),
  );
  expect((await page(secretariat, sharedCases, 'first: 1, country: MZ')).edges).toEqual([]);
});

test('to an account of a country, another country is like one that is not there, in every list', async () => {
  const { edges, totalCount } = await page(await api.as('case-manager', 'za'), lists[0]!, 'first: 5, country: BW');
  expect({ edges, totalCount }).toEqual({ edges: [], totalCount: 0 });
  for (const role of ['case-manager', 'me-officer']) {
    const client = await api.as(role, 'za');
    for (const { plural, total } of walkedThings().values()) {
      const ask = (code: string) => client.query(`{ ${plural}(country: ${code}) { ${total} edges { node { id } } } }`);
      const theirs = await ask('BW');
      expect(theirs.text).toBe((await ask('NA')).text);
      expect(theirs.data[plural] ?? { totalCount: 0, edges: [] }).toEqual({ totalCount: 0, edges: [] });
    }
  }
});

test('a record that comes between two pages moves no other', async () => {
  const [list] = lists as [RegionList];
  const before = await walk(secretariat, list, 100, '');
  const { edges, pageInfo } = await page(secretariat, list, 'first: 20');
  const supervisor = await api.as('supervisor', 'za');
  const plan = async (startOn: string): Promise<string> => {
    const input = { idempotencyKey: randomUUID(), title: 'Between', topic: 'RIGHTS_LITERACY', audience: 'SEX_WORKER' };
    const { data } = await supervisor.query(
      'mutation ($input: PlanTrainingInput!) { planTraining(input: $input) { training { id } problems { code } } }',
      { input: { ...input, level: 'COMMUNITY', outcome: 'LTO1', startOn } },
    );
    return data.planTraining.training.id as string;
  };
  const [passed, ahead] = [await plan('2040-01-01'), await plan('2001-01-01')];
  const found = edges.map(({ node }) => node.id);
  for (let after = pageInfo.endCursor; after;) {
    const next: Page = await page(secretariat, list, 'first: 20, after: CURSOR', after);
    found.push(...next.edges.map(({ node }) => node.id));
    after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
  }
  expect(found).toEqual([...before.map(({ id }) => id), ahead]);
  const back = await page(secretariat, list, 'last: 100, before: CURSOR', pageInfo.endCursor);
  expect(back.edges.map(({ node }) => node.id)).toEqual([passed, ...before.slice(0, 19).map(({ id }) => id)]);
});

test('a record of each country is found by its id', async () => {
  for (const code of all) {
    const [edge] = (await page(secretariat, lists[0]!, `first: 1, country: ${code}`)).edges;
    const document =
      'query ($id: ID!) { node(id: $id) { id ... on Training { country title } } training(id: $id) { id } }';
    const { data } = await secretariat.query(document, { id: edge?.node.id });
    const { id, title } = edge!.node;
    expect(data).toEqual({ node: { id, country: code, title }, training: { id } });
  }
});

test.each(['secretariat', 'analyst', 'operator'])(
  'the %s changes nothing of a country and lists no personal record',
  async (role) => {
    const client = await api.as(role);
    const refused = async (document: string, variables = {}): Promise<void> => {
      const { data, errors } = await client.query(document, variables);
      expect(Object.values((data as object | null) ?? {}).every((value) => value === null)).toBe(true);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    };
    for (const plural of ['cases', 'survivors', 'incidents', 'referrals', 'accessLogEntries'])
      await refused(`{ ${plural} { totalCount edges { node { id } } } }`);
    const key = `idempotencyKey: "${randomUUID()}"`;
    await refused(`mutation { registerCase(input: { ${key}, source: HELPLINE }) { problems { code } } }`);
    if (role === 'secretariat') return;
    await refused(`mutation { confirmTraining(input: { ${key}, id: "x", expectedVersion: 1 }) { problems { code } } }`);
  },
);
