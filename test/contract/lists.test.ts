/** Every list of the schema: what each filter, order and page gives is what the whole list says. */
import { isEnumType, getNamedType } from 'graphql';
import type { Client, TestApp } from '../support/app';
import { comparePlain, plain } from '../support/plain-text';
import { expectSame } from '../support/same';
import { sharedApp } from '../support/outside';
import { accountOf, isRegional } from '../support/access-matrix';
import { matrix, roles } from '../support/policy-actors';
import { listAll, type Page, type Shown } from '../support/records';
import { chunks, leaf, walkedThings, type WalkedFilter, type WalkedThing } from '../support/walk';

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
  const reader = await api.as('case-manager', 'za');
  await reader.query('{ incidentNarratives(first: 30) { totalCount edges { node { id } } } }'); // for the access log
});
afterAll(() => api?.close());

type Reach = 'country' | 'region';

const readersIn = (reach: Reach, { plural }: WalkedThing): readonly string[] =>
  roles.filter((role) => matrix.row('Query', plural).cells.get(role)?.read === reach);

const walked = [...walkedThings().values()];
const ofRegion = walked.filter((thing) => readersIn('region', thing).length > 0);
const table = [
  ...walked.map((thing) => [thing.plural, 'country', thing] as const),
  ...ofRegion.map((thing) => [thing.plural, 'region', thing] as const),
];

/** Who reads most of a thing: a role that may read all of its country or region, of its organisation, or else the first that may. */
async function readerOf(thing: WalkedThing, reach: Reach): Promise<Client> {
  const may = roles.filter((role) => matrix.reads(role, 'Query', thing.plural));
  const wide = may.find((one) => matrix.row('Query', thing.plural).cells.get(one)?.read === 'organisation');
  for (const role of [...readersIn(reach, thing).slice(0, 1), ...(wide ? [wide] : []), ...may]) {
    const client = isRegional(matrix, role) ? await api.as(accountOf(role)) : await api.as(accountOf(role), 'za');
    const { data } = await client.query(`{ ${thing.plural}(first: 1) { edges { cursor } } }`);
    if ((data?.[thing.plural]?.edges as object[] | undefined)?.length) return client;
  }
  throw new Error(`nobody reads any of ${thing.plural}`);
}

const rolesOfLink = (thing: WalkedThing, field: string): readonly string[] =>
  roles.filter((role) => matrix.reads(role, thing.name, field));

const whole = new Map<string, Promise<readonly Shown[]>>();

/** The whole list with every value and the ids behind every link that its reader may follow. */
async function everything(thing: WalkedThing, reach: Reach): Promise<readonly Shown[]> {
  const client = await readerOf(thing, reach);
  const key = `${thing.name} ${reach}`;
  const found = whole.get(key) ?? listAll(client, thing, await selectionOf(thing, client)).then((all) => all ?? []);
  whole.set(key, found);
  return found;
}

async function selectionOf(thing: WalkedThing, client: Client): Promise<string> {
  const values = thing.values.map(leaf);
  const links: string[] = [];
  for (const { name } of thing.links) {
    const { errors } = await client.query(`{ ${thing.plural}(first: 1) { edges { node { ${name} { id } } } } }`);
    if (errors.length === 0) links.push(`${name} { id }`);
  }
  return [...values, ...links].join(' ');
}

type Value = string | number | boolean | null | readonly string[];

function valueOf(record: Shown, field: string): Value {
  const value = record[field] as Value | { id: string } | undefined;
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}

const less = (a: Value, b: Value): boolean => a !== null && b !== null && a < b;

const tests: Readonly<Record<string, (value: Value, given: Value) => boolean>> = {
  eq: (value, given) => value === given,
  ne: (value, given) => value !== given,
  in: (value, given) => (given as readonly Value[]).includes(value),
  gt: (value, given) => less(given, value),
  gte: (value, given) => value === given || less(given, value),
  lt: (value, given) => less(value, given),
  lte: (value, given) => value === given || less(value, given),
  startsWith: (value, given) => typeof value === 'string' && plain(value).startsWith(plain(given as string)),
  contains: (value, given) => typeof value === 'string' && plain(value).includes(plain(given as string).trim()),
  isNull: (value, given) => (value === null) === given,
  has: (value, given) => (value as readonly string[]).includes(given as string),
  hasAny: (value, given) => (given as readonly string[]).some((one) => (value as readonly string[]).includes(one)),
};

/** Operands made of what the list holds: from its middle, so that most comparisons part the list. */
function operands(operator: string, values: readonly Value[]): Value[] {
  const known = [...new Set(values.flat().filter((value) => value !== null))] as Value[];
  const middle = known[Math.floor(known.length / 2)];
  if (operator === 'isNull') return [true, false];
  if (middle === undefined) return [];
  if (operator === 'startsWith') return [String(middle).slice(0, 3), String(middle).slice(0, 3).toUpperCase(), ''];
  if (operator === 'contains') return [...parts(String(middle)), ''];
  return operator === 'in' || operator === 'hasAny' ? [[middle, known[0] ?? middle] as readonly string[]] : [middle];
}

/** Pieces from the middle of a text, shorter and longer than an index takes them, in another case too. */
const parts = (text: string): string[] => {
  const from = (length: number): string => text.slice(text.length >> 2).slice(0, length);
  return [from(2), from(3), from(7), plain(from(5)), from(5).toUpperCase(), `${from(4)}~`];
};

function literal(value: Value, { comparison }: WalkedFilter, operator: string): string {
  const type = getNamedType(comparison.getFields()[operator]?.type);
  const one = (item: unknown): string => (isEnumType(type) ? String(item) : JSON.stringify(item));
  return Array.isArray(value) ? `[${value.map(one).join(', ')}]` : one(value);
}

describe.each(table)('%s, read in a %s,', (plural, reach, thing) => {
  for (const filter of thing.filters) it(`filtered by ${filter.name}`, () => filteredBy(filter));

  async function filteredBy(filter: WalkedFilter): Promise<void> {
    const { name } = filter;
    const all = await everything(thing, reach);
    const client = await readerOf(thing, reach);
    expect(all.length).toBeGreaterThan(0);
    if (!(name in (all[0] ?? {}))) return expect(rolesOfLink(thing, name).length).toBeLessThan(roles.length);
    const values = all.map((record) => valueOf(record, name));
    const conditions = Object.keys(filter.comparison.getFields()).flatMap((operator) =>
      operands(operator, values).map((given) => ({
        text: `{ ${name}: { ${operator}: ${literal(given, filter, operator)} } }`,
        expected: all.filter((_, at) => tests[operator]?.(values[at] ?? null, given)),
      })),
    );
    for (const some of chunks(conditions, 5)) await expectLists(client, plural, all, some);
  }

  it.each(thing.orders)('ordered by %s, from either end', async (order) => {
    const client = await readerOf(thing, reach);
    const field = order.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const all = await everything(thing, reach);
    for (const direction of ['ASC', 'DESC'] as const) {
      const expected = sorted(thing, all, field, direction).map(({ id }) => id);
      const orderBy = `orderBy: [{ field: ${order}, direction: ${direction} }]`;
      expectSame(await walk(client, plural, orderBy, 'first'), expected);
      expectSame(await walk(client, plural, orderBy, 'last'), expected);
    }
  });
});

test('a list is filtered and ordered by country exactly where the region reads it', () => {
  const filtered = walked.filter(({ filters }) => filters.some(({ name }) => name === 'country'));
  const ordered = walked.filter(({ orders }) => orders.includes('COUNTRY'));
  expect(ofRegion.length).toBeGreaterThan(5);
  const names = (all: readonly WalkedThing[]): string[] => all.map(({ name }) => name);
  expect(names(ordered)).toEqual(names(ofRegion));
  expect(names(filtered)).toEqual(names(ofRegion.filter(({ total }) => total)));
});

interface Condition {
  readonly text: string;
  readonly expected: readonly Shown[];
}

/** Each condition gives its records, and its opposite all others. */
async function expectLists(
  client: Client,
  plural: string,
  all: readonly Shown[],
  some: readonly Condition[],
): Promise<void> {
  const lists = some.map(
    ({ text }, at) =>
      `yes${at}: ${plural}(first: 20, filter: ${text}) { totalCount edges { node { id } } } no${at}: ${plural}(filter: { not: ${text} }) { totalCount }`,
  );
  const { data, errors } = await client.query(`{ ${lists.join(' ')} }`);
  expectSame(errors, []);
  for (const [at, { text, expected }] of some.entries()) {
    const [yes, no] = [data[`yes${at}`] as Page, data[`no${at}`] as Page];
    const ids = new Set(expected.map(({ id }) => id));
    const others = yes.edges.map(({ node }) => node.id).filter((id) => !ids.has(id));
    expectSame(
      [text, yes.totalCount, no.totalCount, yes.edges.length, others],
      [text, expected.length, all.length - expected.length, Math.min(20, expected.length), []],
    );
  }
}

/** The order that a list promises: codes as they are listed, text without case and accents, nothing last, the id at the end. */
function sorted(thing: WalkedThing, all: readonly Shown[], field: string, direction: 'ASC' | 'DESC'): Shown[] {
  const sign = direction === 'ASC' ? 1 : -1;
  const type = getNamedType(thing.type.getFields()[field]?.type);
  const isText = type?.name === 'String';
  const codes = isEnumType(type) ? type.getValues().map(({ name }) => name) : undefined;
  const key = (record: Shown): Value => {
    const value = valueOf(record, field);
    return codes && typeof value === 'string' ? codes.indexOf(value) : value;
  };
  const place = ({ id }: Shown): string[] => Buffer.from(id, 'base64url').toString('latin1').split(':').slice(1);
  return [...all].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x !== y && (x === null || y === null)) return x === null ? 1 : -1;
    if (x !== y) return sign * (isText ? comparePlain(x as string, y as string) : compare(x, y));
    const [[country, id], [otherCountry, otherId]] = [place(a), place(b)];
    return country === otherCountry
      ? sign * compare(id ?? '', otherId ?? '')
      : compare(country ?? '', otherCountry ?? '');
  });
}

const compare = (x: Value, y: Value): number =>
  typeof x === 'string' && typeof y === 'string' ? Buffer.compare(Buffer.from(x), Buffer.from(y)) : less(x, y) ? -1 : 1;

/** All ids of a list in its order, page by page from one end. */
async function walk(client: Client, plural: string, orderBy: string, end: 'first' | 'last'): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const at = end === 'first' ? 'after' : 'before';
    const document = `query ($cursor: String) { ${plural}(${end}: 60, ${at}: $cursor, ${orderBy}) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const { data, text } = await client.query(document, { cursor });
    const page = data?.[plural] as (Page & { pageInfo: Record<string, unknown> }) | null;
    if (!page) throw new Error(text);
    const ids = page.edges.map(({ node }) => node.id);
    found.splice(end === 'first' ? found.length : 0, 0, ...ids);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo as Record<string, unknown>;
    if (!(end === 'first' ? hasNextPage : hasPreviousPage)) return found;
    cursor = (end === 'first' ? endCursor : startCursor) as string;
  }
}
