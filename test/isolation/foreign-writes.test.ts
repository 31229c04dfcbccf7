/** Ids in the inputs of mutations: what belongs to another country or is out of sight answers as what does not exist. */
import { randomUUID } from 'node:crypto';
import { globalId } from '../../src/base/global-id';
import { accountOf } from '../support/access-matrix';
import type { Answer, Client, TestApp } from '../support/app';
import { ofRegion, prepare, succeeded } from '../support/doing';
import { startApp } from '../support/outside';
import { home, matrix } from '../support/policy-actors';
import { efforts, findInput, foundNothingAt, mutationOf, nameOf, OwnRecords, type WithId } from '../support/reach';
import { absent, idsIn, listAll, present, readGlobalId, saidToBeElsewhere, type Probe } from '../support/records';
import { thingNamed } from '../support/walk';
import {
  fillInput,
  idCoordinates,
  mutationDocument,
  mutationNamed,
  payloadThing,
  type IdCoordinate,
} from '../support/walk-input';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
  await prepare(api, 'za');
  // The demo data has no draft without a survivor; some mutations are for nothing else.
  const { client } = await ownRecords('CASE_MANAGER');
  const registerCase = mutationNamed('registerCase');
  for (let drafts = 0; drafts < 3; drafts++) {
    const input = fillInput(registerCase, { id: () => randomUUID(), optional: (path) => path[0] === 'draft' });
    const { data } = await client.query(mutationDocument(registerCase), { input });
    expect(data.registerCase.problems).toEqual([]);
  }
});
afterAll(() => api?.close());

/** Who tries: those who work on cases first, then whoever may. */
const order = [
  'CASE_MANAGER',
  'SERVICE_PROVIDER',
  'SUPERVISOR',
  'ME_OFFICER',
  'PARTNER_ADMIN',
  'FIELD_WORKER',
  'PRIVACY_OFFICER',
];
const writers = ({ mutation }: IdCoordinate): string[] =>
  order.filter((role) => matrix.row('Mutation', mutation).cells.get(role)?.write);

const clients = new Map<string, OwnRecords>();
async function ownRecords(role: string): Promise<OwnRecords> {
  const found = clients.get(role) ?? new OwnRecords(await api.as(accountOf(role), home));
  clients.set(role, found);
  return found;
}

const sights = new Map<string, Promise<Set<string>>>();

/** UUIDs of the records of a thing that a client can see. */
function seenBy(client: Client, role: string, target: string): Promise<Set<string>> {
  const key = `${role} ${target}`;
  const found =
    sights.get(key) ??
    listAll(client, thingNamed(target)).then((all) => new Set(all?.map(({ id }) => readGlobalId(id).uuid)));
  sights.set(key, found);
  return found;
}

/** What stands in no list may be read by its id all the same; who reads it is told whose it is. */
async function unread(client: Client, target: string, ids: readonly string[]): Promise<string | undefined> {
  for (const id of ids) {
    const { data } = await client.query('query ($id: ID!) { node(id: $id) { id } }', {
      id: globalId(target, 'ZA', id),
    });
    if (data.node === null) return id;
  }
  return undefined;
}

async function probes(client: Client, role: string, target: string): Promise<Probe[]> {
  const thing = thingNamed(target);
  const seen = await seenBy(client, role, target);
  const [foreign, local] = await Promise.all([idsIn(api.database, 'BW', thing), idsIn(api.database, 'ZA', thing)]);
  return [
    ...absent(target, 'ZA'),
    ...absent(target, 'BW'),
    ...present('a record of BW', target, 'BW', foreign[0]),
    ...present('a record of BW said to be of ZA', target, 'ZA', foreign[0]).slice(0, 1),
    ...present(
      'a record of ZA out of sight',
      target,
      'ZA',
      await unread(
        client,
        target,
        local.filter((id) => !seen.has(id)),
      ),
    ),
    ...saidToBeElsewhere(target, 'BW', seen),
  ];
}

/** The first role that gets as far as the id, and the input that it takes. */
async function reach(coordinate: IdCoordinate): Promise<{ role: string; make: WithId }> {
  const mutation = mutationOf(coordinate);
  const arrived = foundNothingAt(coordinate.mutation, coordinate.path);
  for (const effort of efforts)
    for (const role of writers(coordinate)) {
      const own = await ownRecords(role);
      const make = await findInput({ mutation, towards: coordinate.path, own, effort, arrived }, randomUUID);
      if (make) return { role, make };
    }
  throw new Error(`${nameOf(coordinate)} cannot be reached: no input comes as far as looking for it`);
}

const coordinates = idCoordinates();

it('the walk finds the inputs', () => {
  expect(coordinates.length).toBeGreaterThan(30);
});

describe('an id of somebody else’s', () => {
  const references = coordinates.filter(({ made }) => !made);

  it.each(references.map((coordinate) => [nameOf(coordinate), coordinate] as const))(
    '%s',
    async (_name, coordinate) => {
      const { role, make } = await reach(coordinate);
      const { client } = await ownRecords(role);
      const document = mutationDocument(mutationOf(coordinate));
      const answers: [string, string][] = [];
      const ids = await probes(client, role, coordinate.target);
      for (const { what, id } of ids) answers.push([what, (await client.query(document, { input: make(id) })).text]);
      const expected = answers[0]?.[1];
      expect(ids.length).toBeGreaterThanOrEqual(7);
      expect(answers).toEqual(answers.map(([what]) => [what, expected]));
    },
  );
});

/** It is told at the path of that very id, and of no other. */
const refused =
  ({ mutation, path }: IdCoordinate, code: string) =>
  (answer: Answer): boolean => {
    const problems = answer.data?.[mutation]?.problems as { code: string; path: string[] }[] | undefined;
    return (
      answer.errors.length === 0 &&
      problems?.length === 1 &&
      problems[0]?.code === code &&
      problems[0].path.join() === path.map(String).join()
    );
  };

describe('an id that the client makes', () => {
  const made = coordinates.filter(({ made: isMade, mutation }) => isMade && !ofRegion.includes(mutation));

  async function find(
    coordinate: IdCoordinate,
    id: string,
    arrived: (answer: Answer) => boolean,
  ): Promise<{ own: OwnRecords; make: WithId } | undefined> {
    const mutation = mutationOf(coordinate);
    for (const effort of efforts)
      for (const role of writers(coordinate)) {
        const own = await ownRecords(role);
        const make = await findInput({ mutation, towards: coordinate.path, own, effort, arrived }, () => id);
        if (make) return { own, make };
      }
    return undefined;
  }

  it.each(made.map((coordinate) => [nameOf(coordinate), coordinate] as const))(
    '%s: is taken as new, whatever it is in another country',
    async (_name, coordinate) => {
      const thing = thingNamed(coordinate.target);
      // What was taken out has its id still.
      const [foreign, local] = await Promise.all([
        idsIn(api.database, 'BW', thing),
        idsIn(api.database, 'ZA', thing, true),
      ]);
      const uuid = foreign.find((id) => !local.includes(id)) ?? '';
      expect(await find(coordinate, uuid, succeeded({ name: coordinate.mutation }))).toBeDefined();
      expect(await idsIn(api.database, 'ZA', thingNamed(coordinate.target))).toContain(uuid);
    },
  );

  it.each(made.map((coordinate) => [nameOf(coordinate), coordinate] as const))(
    '%s: is no global id, of whichever country, and says nothing of who has it',
    async (_name, coordinate) => {
      const { target } = coordinate;
      const [foreign = ''] = await idsIn(api.database, 'BW', thingNamed(target));
      const ids = [
        ...absent(target, 'BW'),
        ...absent(target, 'ZA'),
        ...present('a record of BW', target, 'BW', foreign),
      ].filter(({ what }) => what.endsWith('global id'));
      const found = await find(coordinate, ids[0]?.id ?? '', refused(coordinate, 'INVALID_INPUT'));
      if (!found) throw new Error(`${nameOf(coordinate)} cannot be reached`);
      const texts = new Set<string>();
      for (const { id } of ids)
        texts.add(
          (await found.own.client.query(mutationDocument(mutationOf(coordinate)), { input: found.make(id) })).text,
        );
      expect([...texts]).toHaveLength(1);
    },
  );

  it.each(made.map((coordinate) => [nameOf(coordinate), coordinate] as const))(
    '%s: taken by a record out of sight, it is taken, and that is all that is said',
    async (_name, coordinate) => {
      const { mutation, target } = coordinate;
      const local = await idsIn(api.database, 'ZA', thingNamed(target));
      const [role = ''] = writers(coordinate);
      const { client } = await ownRecords(role);
      const seen = await seenBy(client, role, target);
      const hidden = local.find((id) => !seen.has(id)) ?? local[0] ?? '';
      const found = await find(coordinate, hidden, refused(coordinate, 'ALREADY_EXISTS'));
      if (!found) throw new Error(`${nameOf(coordinate)} cannot be reached`);
      const { data } = await found.own.client.query(mutationDocument(mutationOf(coordinate)), {
        input: found.make(hidden),
      });
      expect(data[mutation]).toEqual({
        [payloadThing(mutationOf(coordinate))?.field ?? '']: null,
        problems: [
          {
            __typename: 'PlainProblem',
            code: 'ALREADY_EXISTS',
            message: expect.any(String),
            path: coordinate.path.map(String),
          },
        ],
      });
    },
  );
});
