/** Lists across countries, filtered and ordered by country: what the whole list says, page by page from either end. */
import { CountryCode } from '../../src/model/country.codes';
import type { Client, TestApp } from '../support/app';
import { expectSame } from '../support/same';
import { thingNamed } from '../support/walk';
import { sharedApp } from '../support/outside';
import { argumentsOf, compare, lists, page, walk, type Node, type RegionList } from './region-lists';

let api: TestApp;
let secretariat: Client;
beforeAll(async () => {
  api = await sharedApp();
  secretariat = await api.as('secretariat');
});
afterAll(() => api?.close());

const organisations: RegionList = {
  plural: 'organisations',
  type: 'Organisation',
  fields: 'name updatedAt',
  own: 'NAME ASC',
  orders: [],
  filter: '',
  countries: [],
};

const wholes = new Map<string, Promise<Node[]>>();

/** The whole list in its own order, as the region reads it. */
function whole(list: RegionList): Promise<Node[]> {
  const found = wholes.get(list.plural) ?? walk(secretariat, list, 100, '');
  wholes.set(list.plural, found);
  return found;
}

const sorted = (all: readonly Node[], order: string): Node[] => [...all].sort((a, b) => compare(order, a, b));

/** Ordered by country alone, before the list's own order, after it, and between two terms. */
const ordersOf = ({ own }: RegionList): string[] => [
  'COUNTRY ASC',
  'COUNTRY DESC',
  `COUNTRY DESC, ${own}`,
  `COUNTRY ASC, ${own}`,
  `${own}, COUNTRY DESC`,
  `${own}, COUNTRY DESC, UPDATED_AT ASC`,
];

/** Pages of three cross from country to country often; of a long list they are many, so that one order must do. */
const sizeFor = (all: readonly Node[], order: string): number =>
  all.length < 100 || order.startsWith('COUNTRY DESC, ') ? 3 : 40;

interface Condition {
  readonly filter: string;
  readonly holds: (country: string) => boolean;
}

const conditions: readonly Condition[] = [
  { filter: '{ country: { eq: BW } }', holds: (country) => country === 'BW' },
  { filter: '{ country: { ne: ZA } }', holds: (country) => country !== 'ZA' },
  { filter: '{ country: { in: [ZW, BW, NA] } }', holds: (country) => ['ZW', 'BW'].includes(country) },
  { filter: '{ country: { in: [] } }', holds: () => false },
  { filter: '{ not: { country: { in: [ZA, MZ] } } }', holds: (country) => !['ZA', 'MZ'].includes(country) },
  { filter: '{ or: [{ country: { eq: ZA } }, { country: { eq: ZW } }] }', holds: (c) => c === 'ZA' || c === 'ZW' },
];

const asked = [...lists, organisations];
const orders = asked.flatMap((list) => ordersOf(list).map((order) => [list.plural, order, list] as const));

test.each(orders)('%s by “%s” is the whole list in that order, page by page', async (_plural, order, list) => {
  const args = argumentsOf(order, '');
  const expected = sorted(await whole(list), order);
  expect(new Set(expected.map(({ country }) => country)).size).toBeGreaterThan(2);
  for (const backwards of [false, true])
    expectSame(await walk(secretariat, list, sizeFor(expected, order), args, backwards), expected);
});

// Shared cases are the region's alone.
const ofCountries = orders.filter(([plural, order]) => plural !== 'sharedCases' && order.endsWith(', COUNTRY DESC'));

test.each(ofCountries)('%s by “%s” is to an account of a country its part', async (_plural, order, list) => {
  const officer = await api.as('me-officer', 'za');
  const expected = sorted(await whole(list), order).filter(({ country }) => country === 'ZA');
  expect(expected.length).toBeGreaterThan(2);
  for (const { filter, holds } of [{ filter: '', holds: () => true }, ...conditions]) {
    const own = expected.filter(({ country }) => holds(country));
    const args = argumentsOf(order, filter);
    for (const backwards of [false, true]) expectSame(await walk(officer, list, 20, args, backwards), own);
  }
});

const filtered = asked.flatMap((list) =>
  (thingNamed(list.type).total ? conditions : []).map((condition) => [list.plural, condition.filter, list, condition]),
);

test.each(filtered as [string, string, RegionList, Condition][])(
  '%s with filter “%s” are those of its countries, page by page',
  async (_plural, filter, list, { holds }) => {
    const order = `COUNTRY DESC, ${list.own}`;
    const expected = sorted(await whole(list), order).filter(({ country }) => holds(country));
    const size = expected.length < 100 ? 3 : 40;
    const args = argumentsOf(order, filter);
    for (const backwards of [false, true]) expectSame(await walk(secretariat, list, size, args, backwards), expected);
  },
);

test('a page between two cursors crosses from one country into the next', async () => {
  const [list] = lists as [RegionList];
  const args = argumentsOf('COUNTRY DESC, START_ON ASC', '');
  const { edges } = await page(secretariat, list, `first: 100${args}`);
  const at = edges.findIndex(({ node }) => node.country !== edges[0]?.node.country);
  expect(at).toBeGreaterThan(4);
  const [after, before] = [edges[at - 3]?.cursor, edges[at + 2]?.cursor];
  for (const end of ['first', 'last']) {
    const between = await page(secretariat, list, `${end}: 20, after: "${after}", before: "${before}"${args}`);
    expect(between.edges).toEqual(edges.slice(at - 2, at + 2));
  }
});

test('a cursor of one order by country is refused in another', async () => {
  const [list] = lists as [RegionList];
  const { pageInfo } = await page(secretariat, list, `first: 3${argumentsOf('COUNTRY ASC', '')}`);
  for (const order of ['', 'COUNTRY DESC', 'COUNTRY ASC, START_ON DESC']) {
    const args = `first: 3, after: "${pageInfo.endCursor}"${argumentsOf(order, '')}`;
    const { errors } = await secretariat.query(`{ trainings(${args}) { edges { node { id } } } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});

test('countries are listed in the order of their codes, in which ties are broken', () => {
  expect([...CountryCode.codes].sort()).toEqual([...CountryCode.codes]);
});
