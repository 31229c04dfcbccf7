/** Cursors belong to the actor's country, organisation and role, and to their list, order and filter: elsewhere they are like garbage. */
import { randomBytes } from 'node:crypto';
import { accountOf } from '../support/access-matrix';
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { matrix } from '../support/policy-actors';
import type { Page } from '../support/records';
import { walkedLists, type WalkedList } from '../support/walk';

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
  for (const country of ['bw', 'za'])
    await (
      await api.as('case-manager', country)
    ).query('{ incidentNarratives(first: 3) { totalCount edges { node { id } } } }');
});
afterAll(() => api?.close());

const reads = (role: string, { parent, thing, field }: WalkedList): boolean =>
  parent
    ? matrix.reads(role, 'Query', parent.plural) && matrix.reads(role, parent.name, field)
    : matrix.reads(role, 'Query', thing.plural);

/** Roles of a country that see a list, those who see most of it first. */
const order = [
  'CASE_MANAGER',
  'SUPERVISOR',
  'ME_OFFICER',
  'SERVICE_PROVIDER',
  'PRIVACY_OFFICER',
  'PARTNER_ADMIN',
  'FIELD_WORKER',
];

const page = ({ field, parent, thing }: WalkedList, args: string, from: string | null = null): string => {
  const list = `${field}(first: 1${args}) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } ${thing.total} }`;
  const within = from ? `(first: 100, after: "${from}")` : '(first: 100)';
  const parents =
    parent && `${parent.plural}${within} { edges { node { ${list} } } pageInfo { hasNextPage endCursor } }`;
  return `query ${args.includes('$after') ? '($after: String)' : ''} { ${parents ?? list} }`;
};

/** Cursors of a list, as one account gets them; of one that few records have, those of the first page of records that have any. */
async function cursorsOf(client: Client, list: WalkedList, args = '', from: string | null = null): Promise<string[]> {
  const { data } = await client.query(page(list, args, from));
  const root = data?.[list.parent?.plural ?? list.field] as Page | null | undefined;
  const pages = list.parent ? root?.edges.map(({ node }) => node[list.field] as Page | null) : [root];
  const found = pages?.flatMap((one) => one?.edges.map(({ cursor }) => cursor) ?? []) ?? [];
  if (found.length > 0 || !list.parent || !root?.pageInfo.hasNextPage) return found;
  return cursorsOf(client, list, args, root.pageInfo.endCursor);
}

/** The first role that gets any cursor of the list in that country, with one of them. */
async function somebody(list: WalkedList, country: string): Promise<{ role: string; cursor: string } | undefined> {
  for (const role of order.filter((one) => reads(one, list))) {
    const [cursor] = await cursorsOf(await api.as(accountOf(role), country), list);
    if (cursor) return { role, cursor };
  }
  return undefined;
}

const lists = walkedLists();
const inCountry = lists.filter((list) => order.some((role) => reads(role, list)));
const ofTheRegion = lists.filter((list) => !inCountry.includes(list));
const titled = (some: readonly WalkedList[]) => some.map((list) => [list.coordinate, list] as const);

const garbage = (): string[] => [
  'x',
  'AAAA',
  '🦊',
  'null',
  randomBytes(60).toString('base64url'),
  randomBytes(12).toString('base64url'),
  'a'.repeat(3000),
];

function tampered(cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  bytes[bytes.length - 2]! ^= 1;
  return bytes.toString('base64url');
}

describe('a cursor of a list in a country', () => {
  it.each(titled(inCountry))('%s', async (_coordinate, list) => {
    const elsewhere = await somebody(list, 'bw');
    if (!elsewhere) throw new Error(`nobody in BW has a record in ${list.coordinate}: the demo data must have one`);
    const client = await api.as(accountOf(elsewhere.role), 'za');
    const [own = ''] = await cursorsOf(client, list);
    const others = order.filter((role) => role !== elsewhere.role && reads(role, list)).slice(0, 2);
    const ofOthers = await Promise.all(
      others.map(async (role) => cursorsOf(await api.as(accountOf(role), 'za'), list)),
    );
    const ofAnotherOrganisation = await cursorsOf(await api.as('case-manager-2', 'za'), list);
    const invalid = [
      ...garbage(),
      elsewhere.cursor,
      tampered(own || elsewhere.cursor),
      ...ofOthers.flat().slice(0, 2),
      ...ofAnotherOrganisation.slice(0, 1),
    ];
    const answers = new Set<string>();
    for (const after of invalid) answers.add((await client.query(page(list, ', after: $after'), { after })).text);
    expect([...answers]).toHaveLength(1);
    expect(JSON.parse([...answers][0] ?? '').errors).toEqual([
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    ]);
    if (own) expect((await client.query(page(list, ', after: $after'), { after: own })).errors).toEqual([]);
  });
});

describe('a cursor of one list, order or filter', () => {
  it.each(titled(inCountry.filter(({ parent }) => parent === null)))(
    '%s: is none of another',
    async (_coordinate, list) => {
      const who = await somebody(list, 'za');
      if (!who) throw new Error(`nobody in ZA has a record in ${list.coordinate}: the demo data must have one`);
      const client = await api.as(accountOf(who.role), 'za');
      const otherOrder = `, orderBy: [{ field: ${list.thing.orders[0]}, direction: ASC }]`;
      const otherFilter = ', filter: { createdAt: { gt: "2000-01-01T00:00:00Z" } }';
      const otherList = inCountry.find(
        (other) => !other.parent && other.field !== list.field && reads(who.role, other),
      );
      const foreign = [
        ...(await cursorsOf(client, list, otherOrder)),
        ...(await cursorsOf(client, list, otherFilter)),
        ...(await cursorsOf(client, otherList ?? list)),
      ];
      expect(foreign).toHaveLength(3);
      const garbled = await client.query(page(list, ', after: $after'), { after: 'x' });
      for (const after of foreign)
        expect((await client.query(page(list, ', after: $after'), { after })).text).toBe(garbled.text);
      for (const before of foreign) {
        const { errors } = await client.query(page(list, ', before: $after'), { after: before });
        expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
      }
    },
  );
});

describe('a cursor of a list of the region', () => {
  it.each(titled(ofTheRegion))('%s: is like garbage when changed', async (_coordinate, list) => {
    const client = await api.as('secretariat');
    const [own = ''] = await cursorsOf(client, list);
    const texts = new Set<string>();
    for (const after of [...garbage(), tampered(own)])
      texts.add((await client.query(page(list, ', after: $after'), { after })).text);
    expect([...texts]).toHaveLength(1);
    expect((await client.query(page(list, ', after: $after'), { after: own })).errors).toEqual([]);
  });
});
