/** Role by coordinate, in filter and order: what may not be read may not be asked by either, in no list of the schema. */
import { getNamedType, isEnumType, isListType } from 'graphql';
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { actorOf, denial, matrix, roles, told } from '../support/policy-actors';
import { chunks, walkedLists, type WalkedFilter, type WalkedList, type WalkedThing } from '../support/walk';

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});
afterAll(() => api?.close());

const literals: Readonly<Record<string, string>> = {
  ID: '"00000000-0000-4000-8000-000000000000"',
  String: '"x"',
  Int: '1',
  Boolean: 'true',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
};

/** Every operator of a comparison, each with some value that fits. */
function comparisons({ name, comparison }: WalkedFilter): string {
  const operators = Object.values(comparison.getFields()).map((operator) => {
    const type = getNamedType(operator.type);
    const value = isEnumType(type) ? type.getValues()[0]?.name : literals[type.name];
    if (value === undefined) throw new Error(`no value is known for ${type.name}`);
    return `${operator.name}: ${isListType(operator.type) ? `[${value}]` : value}`;
  });
  return `{ ${name}: { ${operators.join(', ')} } }`;
}

const attribute = (orderField: string): string =>
  orderField.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

interface Use {
  readonly field: string;
  readonly args: string;
}

/** Arguments that use one coordinate each, with every operator. */
const uses = (thing: WalkedThing): Use[] => [
  ...thing.filters.map((filter) => ({ field: filter.name, args: `filter: ${comparisons(filter)}` })),
  ...thing.orders.map((order) => ({ field: attribute(order), args: `orderBy: [{ field: ${order}, direction: ASC }]` })),
];

/** The same where it is less easily seen: inside of other conditions, and after another term. */
const hiddenUses = (thing: WalkedThing): Use[] => [
  ...thing.filters.map((filter) => ({
    field: filter.name,
    args: `filter: { not: { and: [{ or: [${comparisons(filter)}] }] } }`,
  })),
  ...thing.orders.map((order) => ({
    field: attribute(order),
    args: `orderBy: [{ field: ${thing.orders[0]}, direction: DESC }, { field: ${order}, direction: DESC }]`,
  })),
];

/** The tests' provider is a clinic, and complaints are shared with legal services alone: there is nothing that could be denied. */
const unseen = ['SERVICE_PROVIDER Complaint'];

describe.each(roles)('%s', (role) => {
  let client: Client;
  beforeAll(async () => {
    client = await actorOf(api, role);
  });

  const reads = (type: string, field: string): boolean => matrix.reads(role, type, field);
  const reached = ({ parent, thing, field }: WalkedList): boolean =>
    parent ? reads('Query', parent.plural) && reads(parent.name, field) : reads('Query', thing.plural);

  const isInPlace = (type: string, name: string): boolean =>
    matrix.row(type, name).cells.get(role)?.read === 'secretariat';

  /** What is read of the region's own records alone is asked of those. */
  const among = ({ parent, field }: WalkedList): string =>
    parent && isInPlace(parent.name, field) && !isInPlace('Query', parent.plural) ? ', country: REGION' : '';

  function document(list: WalkedList, all: readonly { args: string }[]): string {
    const { parent, field, thing } = list;
    const lists = all
      .map(({ args }, at) => `l${at}: ${field}(first: 1, ${args}) { ${thing.total} edges { node { id } } }`)
      .join(' ');
    return `{ ${parent ? `${parent.plural}(first: 3${among(list)}) { edges { node { id ${lists} } } }` : lists} }`;
  }

  const open = walkedLists().filter(reached);

  it.each(open.map((list) => [list.coordinate, list] as const))('%s', async (_coordinate, list) => {
    const permitted = uses(list.thing).filter(({ field }) => reads(list.thing.name, field));
    for (const some of chunks(permitted, 10)) {
      const { errors, data } = await client.query(document(list, some));
      expect(errors).toEqual([]);
      expect(Object.values(data as object)).not.toContain(null);
    }
    for (const denied of [...uses(list.thing), ...hiddenUses(list.thing)].filter(
      ({ field }) => !reads(list.thing.name, field),
    )) {
      const { errors, data } = await client.query(document(list, [denied]));
      if (unseen.includes(`${role} ${list.parent?.name}`)) {
        expect([errors, data]).toEqual([[], { [list.parent?.plural ?? '']: { edges: [] } }]);
        continue;
      }
      expect([denied.args, told(errors)]).toEqual([denied.args, [denial(list.thing.name, denied.field)]]);
      expect(JSON.stringify(data)).not.toContain('totalCount');
    }
  });

  const closed = walkedLists().filter((list) => !list.parent && !reached(list));

  it.each(closed.map((list) => [list.coordinate, list] as const))(
    '%s is closed, whatever it is filtered or ordered by',
    async (_coordinate, list) => {
      for (const some of chunks([...uses(list.thing), ...hiddenUses(list.thing)], 10)) {
        const { errors, data } = await client.query(document(list, some));
        expect(told(errors)).toEqual([denial('Query', list.thing.plural)]);
        expect(Object.values(data as object)).toEqual(some.map(() => null));
      }
    },
  );
});
