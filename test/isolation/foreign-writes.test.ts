/** Ids in the inputs of mutations: what belongs to another country or is out of sight answers as what does not exist. */
import { randomUUID } from 'node:crypto';
import { accountOf } from '../support/access-matrix';
import { startApp, type Client, type TestApp } from '../support/app';
import { home, matrix } from '../support/policy-actors';
import { findInput, foundNothingAt, mutationOf, nameOf, OwnRecords, type WithId } from '../support/reach';
import { absent, idsIn, listAll, present, readGlobalId, type Probe } from '../support/records';
import { thingNamed } from '../support/walk';
import { idCoordinates, mutationDocument, type IdCoordinate } from '../support/walk-input';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

/** Who tries: those who work on cases first, then whoever may. */
const order = ['CASE_MANAGER', 'SERVICE_PROVIDER', 'SUPERVISOR', 'ME_OFFICER', 'PARTNER_ADMIN', 'FIELD_WORKER'];
const writers = ({ mutation }: IdCoordinate): string[] => order.filter((role) => matrix.row('Mutation', mutation).cells.get(role)?.write);

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
  const found = sights.get(key) ?? listAll(client, thingNamed(target)).then((all) => new Set(all?.map(({ id }) => readGlobalId(id).uuid)));
  sights.set(key, found);
  return found;
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
    ...present('a record of ZA out of sight', target, 'ZA', local.find((id) => !seen.has(id))),
  ];
}

/** The first role that gets as far as the id, and the input that it takes. */
async function reach(coordinate: IdCoordinate): Promise<{ role: string; make: WithId }> {
  const mutation = mutationOf(coordinate);
  const arrived = foundNothingAt(coordinate.mutation, coordinate.path);
  for (const role of writers(coordinate)) {
    const own = await ownRecords(role);
    const make = await findInput({ mutation, towards: coordinate.path, own, arrived }, randomUUID);
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

  it.each(references.map((coordinate) => [nameOf(coordinate), coordinate] as const))('%s', async (_name, coordinate) => {
    const { role, make } = await reach(coordinate);
    const { client } = await ownRecords(role);
    const document = mutationDocument(mutationOf(coordinate));
    const answers: [string, string][] = [];
    const ids = await probes(client, role, coordinate.target);
    for (const { what, id } of ids) answers.push([what, (await client.query(document, { input: make(id) })).text]);
    const expected = answers[0]?.[1];
    expect(ids.length).toBeGreaterThanOrEqual(7);
    expect(answers).toEqual(answers.map(([what]) => [what, expected]));
  });
});
