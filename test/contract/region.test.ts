/** The region's lists: one connection over all countries, merged here, that pages as if they were one table. */
import { randomUUID } from 'node:crypto';
import { AdvocacyStage } from '../../src/domain/advocacy/advocacy.codes';
import { TrainingStatus } from '../../src/domain/training/training.codes';
import { adminRows, snake } from '../support/admin';
import { startApp, type Client, type TestApp } from '../support/app';
import { walkedThings } from '../support/walk';

interface Node {
  readonly id: string;
  readonly country: string;
  readonly [field: string]: string | null;
}

/** A list, the fields of its orders, and an order by one term or two as `FIELD DIRECTION`; none is the list's own. */
interface RegionList {
  readonly plural: string;
  readonly type: string;
  readonly fields: string;
  readonly own: string;
  readonly orders: readonly string[];
  readonly filter: string;
  readonly countries: readonly string[];
}

const all = ['BW', 'MZ', 'ZA', 'ZW'];
const lists: readonly RegionList[] = [
  {
    plural: 'trainings',
    type: 'Training',
    fields: 'startOn endOn title status createdAt',
    own: 'START_ON DESC',
    orders: ['', 'TITLE ASC', 'END_ON DESC', 'END_ON ASC', 'STATUS DESC, TITLE ASC'],
    filter: '{ status: { in: [HELD, CANCELLED] } }',
    countries: all,
  },
  {
    plural: 'advocacyActivities',
    type: 'AdvocacyActivity',
    fields: 'activityOn stage title createdAt',
    own: 'ACTIVITY_ON DESC',
    orders: ['', 'TITLE DESC', 'STAGE ASC, ACTIVITY_ON DESC', 'CREATED_AT ASC'],
    filter: '{ activityOn: { gte: "2026-05-01" } }',
    countries: all,
  },
  {
    plural: 'sharedCases',
    type: 'SharedCase',
    fields: 'openedMonth createdAt updatedAt',
    own: 'OPENED_MONTH DESC',
    orders: ['', 'OPENED_MONTH ASC, CREATED_AT DESC', 'UPDATED_AT DESC'],
    filter: '{ source: { eq: HELPLINE }, genderIdentity: { ne: WOMAN } }',
    countries: ['BW', 'ZA', 'ZW'],
  },
  {
    plural: 'provinces',
    type: 'Province',
    fields: 'code name createdAt',
    own: 'CODE ASC',
    orders: ['', 'NAME DESC', 'CREATED_AT ASC, NAME ASC'],
    filter: '{ not: { name: { startsWith: "M" } } }',
    countries: all,
  },
];

let api: TestApp;
let secretariat: Client;
beforeAll(async () => {
  api = await startApp();
  secretariat = await api.as('secretariat');
});
afterAll(() => api?.close());

const termsOf = (order: string): string[][] => (order ? order.split(', ').map((term) => term.split(' ')) : []);

function argumentsOf(order: string, filter: string): string {
  const terms = termsOf(order).map(([field, direction]) => `{ field: ${field}, direction: ${direction} }`);
  return `${terms.length ? `, orderBy: [${terms.join(' ')}]` : ''}${filter ? `, filter: ${filter}` : ''}`;
}

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: Record<'startCursor' | 'endCursor', string | null> &
    Record<'hasNextPage' | 'hasPreviousPage', boolean>;
  readonly totalCount: number;
}

async function page(list: RegionList, args: string, cursor: string | null = null, client = secretariat): Promise<Page> {
  const document = `query ($cursor: String) { list: ${list.plural}(${args.replace('CURSOR', '$cursor')}) {
    edges { cursor node { id country ${list.fields} } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } totalCount } }`;
  const { data, errors, text } = await client.query(
    args.includes('CURSOR') ? document : document.replace('query ($cursor: String)', ''),
    { cursor },
  );
  if (errors.length > 0) throw new Error(text);
  return data.list as Page;
}

/** All records in list order, page by page from either end, with what a page must say of itself checked on the way. */
async function walk(list: RegionList, size: number, args: string, backwards = false): Promise<Node[]> {
  const found: Node[] = [];
  const totals = new Set<number>();
  let cursor: string | null = null;
  for (let more = true; more;) {
    const { edges, pageInfo, totalCount }: Page = backwards
      ? await page(list, `last: ${size}, before: CURSOR${args}`, cursor)
      : await page(list, `first: ${size}, after: CURSOR${args}`, cursor);
    const nodes = edges.map(({ node }) => node);
    found[backwards ? 'unshift' : 'push'](...nodes);
    totals.add(totalCount);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges[0]?.cursor ?? null,
      edges.at(-1)?.cursor ?? null,
    ]);
    expect(backwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    if (more) expect(edges).toHaveLength(size);
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
  }
  expect([...totals]).toEqual([found.length]);
  return found;
}

const uuidOf = ({ id }: Node): string => Buffer.from(id, 'base64url').toString('latin1').split(':')[2] ?? '';
const camel = (field: string): string =>
  field.toLowerCase().replaceAll(/_[a-z]/g, (part) => part.slice(1).toUpperCase());
const codes: Readonly<Record<string, readonly string[]>> = { STATUS: TrainingStatus.codes, STAGE: AdvocacyStage.codes };

/** Text by code point, codes by their list, times without their Z (which would sort after a fraction). */
function keyOf(field: string, value: string): Buffer {
  const list = codes[field];
  return Buffer.from(list ? String(list.indexOf(value)).padStart(3, '0') : value.replace(/(\d)Z$/, '$1'));
}

/** What the contract says of the order of two records: nulls last, then country and id, the id in the last direction. */
function compare(order: string, a: Node, b: Node): number {
  let sign = 1;
  for (const [field = '', direction] of termsOf(order)) {
    sign = direction === 'DESC' ? -1 : 1;
    const [x, y] = [a[camel(field)] ?? null, b[camel(field)] ?? null];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    const compared = Buffer.compare(keyOf(field, x), keyOf(field, y));
    if (compared !== 0) return sign * compared;
  }
  if (a.country !== b.country) return a.country < b.country ? -1 : 1;
  return sign * (uuidOf(a) < uuidOf(b) ? -1 : 1);
}

async function stored(list: RegionList): Promise<string[]> {
  const tables = list.countries.map((code) => `SELECT id::text FROM ${code.toLowerCase()}."${snake(list.type)}"`);
  return (await adminRows<{ id: string }>(api.database, tables.join(' UNION ALL '))).map(({ id }) => id).sort();
}

const cases = lists.flatMap((list) =>
  list.orders.flatMap((order) => ['', list.filter].map((filter) => [list.plural, order, filter, list] as const)),
);

test.each(cases)(
  '%s by “%s” with filter “%s” pages each record once, in order',
  async (_plural, order, filter, list) => {
    const args = argumentsOf(order, filter);
    const found = await walk(list, 100, args);
    expect(found.length).toBeGreaterThan(4);
    expect([...new Set(found.map(({ country }) => country))].sort()).toEqual(list.countries);
    if (!filter) expect(found.map(uuidOf).sort()).toEqual(await stored(list));
    else expect(found.length).toBeLessThan((await page(list, 'first: 0')).totalCount);
    expect([...found].sort((a, b) => compare(order || list.own, a, b))).toEqual(found);
    expect(await walk(list, 7, args)).toEqual(found);
    for (const size of [7, 100]) expect(await walk(list, size, args, true)).toEqual(found);
    // One by one is slow: the whole list of the shorter ones, both ways.
    if (found.length > 200) return;
    for (const backwards of [false, true]) expect(await walk(list, 1, args, backwards)).toEqual(found);
  },
);

test.each(cases)('%s by “%s” with filter “%s” is the sum of its countries', async (_plural, order, filter, list) => {
  const args = argumentsOf(order, filter);
  let sum = 0;
  for (const code of [...all, 'NA']) {
    const found = await walk(list, 100, `${args}, country: ${code}`);
    expect(found.every(({ country }) => country === code)).toBe(true);
    expect(found.length > 0).toBe(list.countries.includes(code));
    sum += found.length;
  }
  expect((await page(list, `first: 0${args}`)).totalCount).toBe(sum);
});

test('an empty page tells the count; both ends, too many and fewer than none are refused', async () => {
  const [list] = lists as [RegionList];
  const empty = await page(list, 'first: 0');
  expect(empty.edges).toEqual([]);
  expect(empty.pageInfo).toEqual({ startCursor: null, endCursor: null, hasNextPage: true, hasPreviousPage: false });
  for (const args of ['first: 101', 'first: -1', 'last: -1', 'first: 1, last: 1']) {
    const { errors } = await secretariat.query(`{ trainings(${args}) { totalCount } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});

test('the country that shares no cases is named as such', async () => {
  const { data } = await secretariat.query('{ countries { totalCount edges { node { code country caseSharing } } } }');
  expect(data.countries.edges.map(({ node }: { node: object }) => node)).toEqual(
    all.map((code) => ({ code, country: code, caseSharing: code !== 'MZ' })),
  );
  expect((await page(lists[2]!, 'first: 1, country: MZ')).totalCount).toBe(0);
});

test('to an account of a country, another country is like one that is not there, in every list', async () => {
  const { edges, totalCount } = await page(
    lists[0]!,
    'first: 5, country: BW',
    null,
    await api.as('case-manager', 'za'),
  );
  expect({ edges, totalCount }).toEqual({ edges: [], totalCount: 0 });
  for (const role of ['case-manager', 'me-officer']) {
    const client = await api.as(role, 'za');
    for (const { plural } of walkedThings().values()) {
      const ask = (code: string) =>
        client.query(`{ ${plural}(country: ${code}) { totalCount edges { node { id } } } }`);
      const theirs = await ask('BW');
      expect(theirs.text).toBe((await ask('NA')).text);
      expect(theirs.data[plural] ?? { totalCount: 0, edges: [] }).toEqual({ totalCount: 0, edges: [] });
    }
  }
});

test('a record that comes between two pages moves no other', async () => {
  const [list] = lists as [RegionList];
  const before = await walk(list, 100, '');
  const { edges, pageInfo } = await page(list, 'first: 20');
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
    const next: Page = await page(list, 'first: 20, after: CURSOR', after);
    found.push(...next.edges.map(({ node }) => node.id));
    after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
  }
  expect(found).toEqual([...before.map(({ id }) => id), ahead]);
  const back = await page(list, 'last: 100, before: CURSOR', pageInfo.endCursor);
  expect(back.edges.map(({ node }) => node.id)).toEqual([passed, ...before.slice(0, 19).map(({ id }) => id)]);
});

test('a record of each country is found by its id', async () => {
  for (const code of all) {
    const [edge] = (await page(lists[0]!, `first: 1, country: ${code}`)).edges;
    const document =
      'query ($id: ID!) { node(id: $id) { id ... on Training { country title } } training(id: $id) { id } }';
    const { data } = await secretariat.query(document, { id: edge?.node.id });
    const { id, title } = edge!.node;
    expect(data).toEqual({ node: { id, country: code, title }, training: { id } });
  }
});

test.each(['secretariat', 'analyst', 'operator'])(
  'the %s changes nothing and lists no personal record',
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
    await refused(`mutation { confirmTraining(input: { ${key}, id: "x", expectedVersion: 1 }) { problems { code } } }`);
  },
);
