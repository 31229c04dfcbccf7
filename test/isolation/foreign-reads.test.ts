/** A record of another country, a record out of sight and a record that does not exist: the same bytes, wherever an id can be sent. */
import { globalId } from '../../src/base/global-id';
import type { Client } from '../support/app';
import type { TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { adminRows, snake } from '../support/admin';
import { jointly } from '../support/row-scope-outreach';
import {
  absent,
  idsIn,
  listAll,
  present,
  readGlobalId,
  saidToBeElsewhere,
  tableOf,
  type Probe,
  type Shown,
} from '../support/records';
import {
  thingNamed,
  walkedLists,
  walkedThings,
  type WalkedFilter,
  type WalkedList,
  type WalkedThing,
} from '../support/walk';

let api: TestApp;
let foreign: Map<string, string[]>;
let local: Map<string, string[]>;

const things = [...walkedThings().values()];
const idFilters = ({ filters }: WalkedThing): WalkedFilter[] =>
  filters.filter(({ comparison }) => comparison.name === 'IdFilter');

/** What an id filter's value is the id of: the thing itself, what a link of that name leads to, or nothing that is linked. */
const targetOf = (thing: WalkedThing, filter: string): WalkedThing | undefined => {
  const link = thing.links.find(({ name }) => name === filter);
  return filter === 'id' ? thing : link && thingNamed(link.target);
};

beforeAll(async () => {
  api = await sharedApp();
  await Promise.all([readSomethingSensitive('bw', 'case-manager'), readSomethingSensitive('za', 'case-manager-2')]);
  foreign = new Map(
    await Promise.all(things.map(async (thing) => [thing.name, await idsIn(api.database, 'BW', thing)] as const)),
  );
  local = new Map(
    await Promise.all(things.map(async (thing) => [thing.name, await idsIn(api.database, 'ZA', thing)] as const)),
  );
});
afterAll(() => api?.close());

/** So that there is an access log to hide. */
async function readSomethingSensitive(country: string, account: string): Promise<void> {
  const client = await api.as(account, country);
  await client.query('{ incidentNarratives(first: 2) { edges { node { id } } } }');
}

/** Where two answers part, short enough to read. */
function differenceOf(expected: string, text: string): string {
  const at = [...expected].findIndex((character, index) => character !== text[index]);
  return `…${text.slice(Math.max(0, at - 60), at + 60)}…`;
}

describe.each(['case-manager', 'field-worker', 'service-provider'])('a %s of ZA', (account) => {
  let client: Client;
  const visible = new Map<string, readonly Shown[]>();

  beforeAll(async () => {
    client = await api.as(account, 'za');
    for (const thing of things) visible.set(thing.name, (await listAll(client, thing)) ?? []);
    await seeMerged();
    const joint: string[] = [];
    for (const thing of things) if (await seeJoint(thing)) joint.push(thing.name);
    const some = ['ActivityPartner', 'AdvocacyActivity', 'OutreachActivity', 'Training'];
    expect(joint).toEqual(account === 'case-manager' ? expect.arrayContaining(some) : []);
  });

  /** A record that was merged into one that is seen stands in no list, and is seen by its id. */
  async function seeMerged(): Promise<void> {
    const survivors = visible.get('Survivor') ?? [];
    const merged = await adminRows<{ uuid: string }>(
      api.database,
      'SELECT id AS uuid FROM za.survivor WHERE merged_into_id = ANY ($1)',
      [survivors.map(({ id }) => readGlobalId(id).uuid)],
    );
    const shown = merged.map(({ uuid }) => ({ id: globalId('Survivor', 'ZA', uuid) }));
    visible.set('Survivor', [...survivors, ...(shown as Shown[])]);
  }

  /** What the organisation takes part in of another one stands in no list either, and is seen by its id. */
  async function seeJoint(thing: WalkedThing): Promise<boolean> {
    const rows = jointly[thing.name]?.[account.toUpperCase().replace('-', '_')];
    if (rows === undefined) return false;
    const [person] = await adminRows<{ id: string; organisation: string }>(
      api.database,
      'SELECT id, organisation_id AS organisation FROM identity.account WHERE email = $1',
      [`${account}@za.demo`],
    );
    const found = await adminRows<{ uuid: string }>(
      api.database,
      `SELECT id AS uuid FROM ${tableOf('ZA', thing)} WHERE ${rows.replaceAll('FROM activity_partner', 'FROM za.activity_partner')}`,
      [person?.id, person?.organisation],
    );
    const known = seen(thing);
    const shown = found
      .filter(({ uuid }) => !known.has(uuid))
      .map(({ uuid }) => ({ id: globalId(thing.name, 'ZA', uuid) }));
    visible.set(thing.name, [...(visible.get(thing.name) ?? []), ...(shown as Shown[])]);
    return found.length > 0;
  }

  const seen = (thing: WalkedThing): Set<string> =>
    new Set(visible.get(thing.name)?.map(({ id }) => readGlobalId(id).uuid));

  /** The ids that must not be told from one that is nobody's; the first is nobody's. */
  function probes(thing: WalkedThing): Probe[] {
    const mine = seen(thing);
    return [
      ...absent(thing.name, 'ZA'),
      ...present('a record of BW', thing.name, 'BW', foreign.get(thing.name)?.[0]),
      ...present(
        'a record of ZA out of sight',
        thing.name,
        'ZA',
        local.get(thing.name)?.find((id) => !mine.has(id)),
      ),
      ...saidToBeElsewhere(thing.name, 'BW', mine),
    ];
  }

  /** One after the other: on one connection, which plans a document's statement once, and not on as many as there are ids. */
  async function expectSameBytes(document: string, ids: readonly Probe[]): Promise<string> {
    const answers: (readonly [string, string])[] = [];
    for (const { what, id } of ids) answers.push([what, (await client.query(document, { id })).text]);
    const [[, expected] = ['', '']] = answers;
    const different = answers
      .filter(([, text]) => text !== expected)
      .map(([what, text]) => `${what}: ${differenceOf(expected, text)}`);
    expect(different).toEqual([]);
    return expected;
  }

  it.each(things.map((thing) => [thing.singular, thing] as const))('%s(id:), node and nodes', async (_name, thing) => {
    const ids = probes(thing);
    expect(ids.length).toBeGreaterThanOrEqual(4);
    const [own] = visible.get(thing.name) ?? [];
    const documents = [
      `query ($id: ID!) { ${thing.singular}(id: $id) { id version } }`,
      `query ($id: ID!) { node(id: $id) { id __typename } }`,
      `query ($id: ID!) { node(id: $id) { ... on ${thing.name} { id createdAt } } }`,
      `query ($id: ID!) { nodes(ids: [$id, $id]) { id } }`,
    ];
    for (const document of documents) {
      const nothing = await expectSameBytes(document, ids);
      if (own) expect((await client.query(document, { id: own.id })).text).not.toBe(nothing);
      const last = visible.get(thing.name)?.at(-1);
      if (last) expect((await client.query(document, { id: last.id })).text).not.toBe(nothing);
    }
  });

  /** A record that one of the visible records points at and that is itself out of sight. */
  async function behind(thing: WalkedThing, filter: string, target: WalkedThing): Promise<Probe[]> {
    if (filter === 'id') return [];
    const column = `"${snake(filter)}_id"`;
    const [found] = await adminRows<{ uuid: string }>(
      api.database,
      `SELECT ${column} AS uuid FROM ${tableOf('ZA', thing)}
       WHERE id = ANY ($1) AND ${column} IS NOT NULL AND ${column} <> ALL ($2) LIMIT 1`,
      [[...seen(thing)], [...seen(target)]],
    );
    return present('a record behind a visible one', target.name, 'ZA', found?.uuid);
  }

  const filtered = ({ field, parent }: WalkedList, filter: string): string => {
    const list = (alias: string, condition: string): string =>
      `${alias}: ${field}(first: 2, filter: ${condition}) { totalCount edges { node { id } } pageInfo { hasNextPage } }`;
    const some = [list('equal', `{ ${filter}: { eq: $id } }`), list('other', `{ ${filter}: { ne: $id } }`)];
    if (parent) return `query ($id: ID!) { ${parent.plural}(first: 6) { edges { node { id ${some.join(' ')} } } } }`;
    const more = [
      list('among', `{ ${filter}: { in: [$id] } }`),
      list('not', `{ not: { ${filter}: { eq: $id } } }`),
      list('either', `{ or: [{ ${filter}: { eq: $id } }, { ${filter}: { isNull: true } }] }`),
    ];
    return `query ($id: ID!) { ${[...some, ...more].join(' ')} }`;
  };

  const coordinates = walkedLists().flatMap((list) =>
    idFilters(list.thing).map(({ name }) => [`${list.coordinate}(filter: ${name})`, list, name] as const),
  );

  it.each(coordinates)('%s', async (_coordinate, list, filter) => {
    const target = targetOf(list.thing, filter);
    const ids = target
      ? [...probes(target), ...(await behind(list.thing, filter, target))]
      : probes(thingNamed('Survivor'));
    await expectSameBytes(filtered(list, filter), ids);
  });
});
