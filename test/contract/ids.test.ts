/** Ids name their type and country: where they disagree with what is asked for, nobody's record is found by its bare UUID. */
import { randomUUID } from 'node:crypto';
import { globalId } from '../../src/base/global-id';
import { accountOf, isRegional } from '../support/access-matrix';
import { adminRows } from '../support/admin';
import type { Answer, Client, TestApp } from '../support/app';
import { kindOf, startApp } from '../support/outside';
import { matrix, roles } from '../support/policy-actors';
import { mutationOf, nameOf } from '../support/reach';
import { listAll, readGlobalId, type Shown } from '../support/records';
import { thingNamed, walkedLists, walkedThings, type WalkedThing } from '../support/walk';
import {
  fillInput,
  idCoordinates,
  mutationDocument,
  startsWith,
  type IdCoordinate,
  type Path,
  type InputValue,
} from '../support/walk-input';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

/** Ids of records of other types than the one asked for: of a thing, of none, and said to be of two countries. */
const otherTypes = (expected: string): string[] => {
  const other = expected === 'Case' ? 'Survivor' : 'Case';
  return [
    globalId(other, 'ZA', randomUUID()),
    globalId(other, 'BW', randomUUID()),
    globalId('Nonsense', 'ZA', randomUUID()),
  ];
};

/** What a filter of ids takes the ids of; undefined where they may be of any thing. */
const targetOf = (thing: WalkedThing, filter: string): string | undefined =>
  filter === 'id' ? thing.name : thing.links.find(({ name }) => name === filter)?.target;

const filters = walkedLists().flatMap(({ coordinate, field, parent, thing }) =>
  thing.filters
    .filter(({ comparison }) => comparison.name === 'IdFilter')
    .map(({ name }) => ({ name, field, parent, thing, coordinate: `${coordinate}(filter: ${name})` })),
);

/** Whether there is a record whose list can be filtered: a list of none is not looked at. */
async function hasAny(client: Client, { plural }: WalkedThing): Promise<boolean> {
  const { data } = await client.query(`{ ${plural}(first: 1) { edges { node { id } } } }`);
  return (data?.[plural]?.edges as unknown[] | undefined)?.length === 1;
}

/** Who may filter a list by that: of a country where there is one. */
async function reader(field: string, parent: WalkedThing | null, thing: WalkedThing, filter: string): Promise<Client> {
  const may = roles.filter(
    (role) =>
      matrix.reads(role, 'Query', (parent ?? thing).plural) &&
      (!parent || matrix.reads(role, parent.name, field)) &&
      (filter === 'id' || matrix.reads(role, thing.name, filter)),
  );
  for (const role of may.filter((one) => !isRegional(matrix, one))) {
    const client = await api.as(accountOf(role), 'za');
    if (!parent || (await hasAny(client, parent))) return client;
  }
  return api.as(accountOf(may[0] ?? ''));
}

const refusals = ({ errors }: Answer): unknown[] => errors.map(({ extensions, message }) => [extensions.code, message]);

describe('an id of another type in a filter is the caller’s error', () => {
  const typed = filters.filter(({ thing, name }) => targetOf(thing, name) !== undefined);

  it('and the walk finds the filters', () => {
    expect(typed.length).toBeGreaterThan(60);
  });

  it.each(typed.map((filter) => [filter.coordinate, filter] as const))(
    '%s',
    async (_, { name, field, parent, thing }) => {
      const client = await reader(field, parent, thing, name);
      const expected = targetOf(thing, name) ?? '';
      const ask = (condition: string, id: string): Promise<Answer> => {
        const list = `${field}(first: 1, filter: { ${name}: ${condition} }) { totalCount }`;
        const document = `query ($id: ID!) { ${parent ? `${parent.plural}(first: 1) { edges { node { ${list} } } }` : list} }`;
        return client.query(document, { id });
      };
      const message = expect.stringContaining(`A record of the kind “${kindOf(expected)}” is expected here`) as unknown;
      for (const id of otherTypes(expected))
        for (const condition of ['{ eq: $id }', '{ ne: $id }', '{ in: [$id] }'])
          expect([condition, refusals(await ask(condition, id))]).toEqual([condition, [['BAD_USER_INPUT', message]]]);
      const malformed = expect.stringContaining(`Filter "${name}": An id is not valid`) as unknown;
      expect(refusals(await ask('{ eq: $id }', '§'))).toEqual([['BAD_USER_INPUT', malformed]]);
      for (const id of [globalId(expected, 'ZA', randomUUID()), randomUUID()])
        expect((await ask('{ in: [$id] }', id)).errors).toEqual([]);
    },
  );
});

describe('an id of another type in the place of a record’s own is the caller’s error', () => {
  const readable = [...walkedThings().values()].filter(({ singular }) =>
    roles.some((role) => matrix.reads(role, 'Query', singular)),
  );

  it.each(readable.map((thing) => [thing.singular, thing] as const))('%s(id:)', async (_, thing) => {
    const client = await reader(thing.singular, null, thing, 'id');
    const ask = (id: string): Promise<Answer> =>
      client.query(`query ($id: ID!) { ${thing.singular}(id: $id) { id } }`, { id });
    const message = `A record of the kind “${kindOf(thing.name)}” is expected here; this is one of another kind. Choose it anew.`;
    for (const id of otherTypes(thing.name)) expect(refusals(await ask(id))).toEqual([['BAD_USER_INPUT', message]]);
    for (const id of [globalId(thing.name, 'ZA', randomUUID()), randomUUID()])
      expect(await ask(id)).toMatchObject({ data: { [thing.singular]: null }, errors: [] });
  });
});

describe('an id of another type in an input is a problem at its place', () => {
  const references = idCoordinates().filter(({ made }) => !made);
  const writers = ({ mutation }: IdCoordinate): string[] =>
    roles.filter((role) => matrix.row('Mutation', mutation).cells.get(role)?.write);

  it.each(references.map((coordinate) => [nameOf(coordinate), coordinate] as const))('%s', async (_, coordinate) => {
    const { mutation, path, target } = coordinate;
    const document = mutationDocument(mutationOf(coordinate));
    const client = await api.as(accountOf(writers(coordinate)[0] ?? ''), 'za');
    for (const language of ['en', 'pt']) {
      const texts = new Set<string>();
      for (const tested of otherTypes(target)) {
        const input = fillInput(mutationOf(coordinate), {
          id: (_target, at) => (at.join() === path.join() ? tested : randomUUID()),
          optional: (at) => startsWith(path, at),
        });
        texts.add((await client.query(document, { input }, { 'accept-language': language })).text);
      }
      const [text = ''] = texts;
      expect(texts.size).toBe(1);
      const { problems } = (JSON.parse(text) as { data: Record<string, { problems: unknown[] }> }).data[mutation] ?? {};
      expect(problems).toContainEqual({
        __typename: 'PlainProblem',
        code: 'INVALID_INPUT',
        message: (language === 'en'
          ? expect.stringContaining(`of the kind “${kindOf(target)}” is`)
          : expect.stringMatching(/registo do tipo «.+»;/)) as unknown,
        path: path.map(String),
      });
    }
  });
});

describe('what is no id in an input is a problem at its place, and hides no other', () => {
  const all = idCoordinates();

  it.each([...new Set(all.map(({ mutation }) => mutation))])('%s', async (mutation) => {
    const [first, ...others] = all.filter((coordinate) => coordinate.mutation === mutation);
    if (!first) throw new Error(`${mutation} takes no id`);
    const field = mutationOf(first);
    const role = roles.filter((one) => matrix.row('Mutation', mutation).cells.get(one)?.write);
    const writesAll = role.find((one) => one === 'CASE_MANAGER') ?? role[0] ?? '';
    const client = await (isRegional(matrix, writesAll)
      ? api.as(accountOf(writesAll))
      : api.as(accountOf(writesAll), 'za'));
    const places = [first, ...others].map(({ path }) => path);
    const optional = (at: Path): boolean => places.some((path) => startsWith(path, at));
    for (const malformed of ['§', '', '00000000-0000-4000-8000-00000000000', globalId('Case', 'ZA', 'x')]) {
      const input = { ...fillInput(field, { id: () => malformed, optional }), idempotencyKey: 'short' };
      const { data, errors } = await client.query(mutationDocument(field), { input });
      expect(errors).toEqual([]);
      const { problems } = data[mutation] as { problems: { code: string; path: string[] }[] };
      const told = problems.map(({ code, path }) => `${code} ${path.join('.')}`).sort();
      // Where there are several, the first of each list is filled.
      // Of what takes exactly one of several, one.
      const held = places.filter(
        (path) => path.reduce<unknown>((at, step) => (at as InputValue)?.[step], input) !== undefined,
      );
      const expected = [...held.map((path) => path.join('.')), 'idempotencyKey'];
      expect(told).toEqual(expected.map((path) => `INVALID_INPUT ${path}`).sort());
    }
  });
});

it('what is no id in an input is a problem at its place, beside the others', async () => {
  const worker = await api.as('field-worker', 'za');
  const incident = {
    gbvimsType: 'DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES',
    violationTypes: ['EXTORTION_BRIBE'],
    violenceForms: ['COERCION'],
    reportedAt: '1899-12-31T00:00:00Z',
    consentReporting: false,
    districtId: '§',
  };
  const input = { idempotencyKey: randomUUID(), source: 'OUTREACH_ACTIVITY', anonymous: true, incidents: [incident] };
  const document = `mutation ($input: RegisterCaseInput!) { registerCase(input: $input) { problems { code path message } } }`;
  const { data, errors } = await worker.query(document, { input });
  expect(errors).toEqual([]);
  const problem = (name: string, said: string): object => ({
    code: 'INVALID_INPUT',
    path: ['incidents', '0', name],
    message: expect.stringContaining(said) as string,
  });
  expect(data.registerCase.problems).toEqual(
    expect.arrayContaining([problem('districtId', 'An id is not valid'), problem('reportedAt', '1900 to 2199')]),
  );
});

describe('one UUID in two countries', () => {
  let secretariat: Client;
  let za: Shown;
  let bw: Shown;
  let all: readonly Shown[];
  const thing = thingNamed('TrainingParticipation');

  beforeAll(async () => {
    secretariat = await api.as('secretariat');
    const before = (await listAll(secretariat, thing)) ?? [];
    const [uuid = '', other = ''] = ['ZA', 'BW'].map(
      (country) => before.map(({ id }) => readGlobalId(id)).find((id) => id.country === country)?.uuid,
    );
    await adminRows(api.database, 'UPDATE bw.training_participation SET id = $1 WHERE id = $2', [uuid, other]);
    all = (await listAll(secretariat, thing)) ?? [];
    [za, bw] = ['ZA', 'BW'].map((country) => ({ id: globalId(thing.name, country, uuid) })) as [Shown, Shown];
  });

  const found = async (filter: object, country?: string): Promise<string[]> => {
    const document = `query ($filter: TrainingParticipationFilter, $country: CountryCode) {
      trainingParticipations(first: 3, filter: $filter, country: $country) { totalCount edges { node { id } } } }`;
    const { data, errors } = await secretariat.query(document, { filter, country });
    expect(errors).toEqual([]);
    const { edges, totalCount } = data.trainingParticipations as { edges: { node: Shown }[]; totalCount: number };
    if (totalCount <= 3) expect(edges).toHaveLength(totalCount);
    return totalCount <= 3 ? edges.map(({ node }) => node.id).sort() : [`${totalCount} of ${all.length}`];
  };

  it('is told apart by its global id, in every operator', async () => {
    for (const one of [za, bw]) {
      expect(await found({ id: { eq: one.id } })).toEqual([one.id]);
      expect(await found({ id: { in: [one.id] } })).toEqual([one.id]);
      expect(await found({ id: { ne: one.id } })).toEqual([`${all.length - 1} of ${all.length}`]);
      expect(await found({ not: { not: { id: { eq: one.id } } } })).toEqual([one.id]);
    }
    expect(await found({ id: { in: [za.id, bw.id] } })).toEqual([za.id, bw.id].sort());
  });

  it('is not found in the country that the id is not of', async () => {
    expect(await found({ id: { eq: za.id } }, 'BW')).toEqual([]);
    expect(await found({ id: { eq: za.id } }, 'ZA')).toEqual([za.id]);
  });

  it('is found in both by the bare UUID', async () => {
    expect(await found({ id: { eq: readGlobalId(za.id).uuid } })).toEqual([za.id, bw.id].sort());
  });

  it('is nothing to an actor of the one when the id is of the other', async () => {
    const client = await api.as('case-manager', 'za');
    const [own] = (await listAll(client, walkedThings().get('Case') ?? thing)) ?? [];
    const { uuid } = readGlobalId(own?.id ?? '');
    const count = async (id: string): Promise<unknown> =>
      (await client.query('query ($id: ID!) { cases(filter: { id: { eq: $id } }) { totalCount } }', { id })).data.cases;
    expect(await count(globalId('Case', 'ZA', uuid))).toEqual({ totalCount: 1 });
    expect(await count(globalId('Case', 'BW', uuid))).toEqual({ totalCount: 0 });
  });
});

describe('an id that says another country', () => {
  it.each([
    ['case-manager', 'za'],
    ['secretariat', 'region'],
  ] as const)('finds nothing for a %s of %s, beside the same UUID of the right one', async (role, where) => {
    const client = await api.as(role, where);
    for (const name of ['Organisation', 'Training']) {
      const [first] = (await listAll(client, thingNamed(name))) ?? [];
      if (!first) throw new Error(`no ${name} to read`);
      const { country, uuid } = readGlobalId(first.id);
      const elsewhere = globalId(name, country === 'MZ' ? 'ZA' : 'MZ', uuid);
      for (const ids of [
        [first.id, elsewhere],
        [elsewhere, first.id],
      ]) {
        const { data } = await client.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
        expect(data).toEqual({ nodes: ids.map((each) => (each === elsewhere ? null : { id: first.id })) });
      }
    }
  });
});
