/** Lists that are asked for by a record: one that is not there, and one that is not the caller's, answer the same: nothing. */
import '../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { getNamedType } from 'graphql';
import { globalId } from '../../src/base/global-id';
import type { Client } from '../support/app';
import { openWorld } from '../support/outside';
import { fieldsOfType } from '../support/walk';
import { actor, done } from '../domain/acting';
import type { World } from '../domain/world';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** Single records are asked for by these, and looked for in `foreign-reads.test.ts`. */
const ofRecords = ['id', 'ids'];
/** A table is no list: that a release of somebody else’s finds nothing is held where releases are. */
const tables: readonly string[] = ['ministryTable'];
const asked = fieldsOfType('Query')
  .filter(({ name }) => !tables.includes(name))
  .flatMap((field) =>
    field.args
      .filter(({ name, type }) => getNamedType(type).name === 'ID' && !ofRecords.includes(name))
      .map(({ name }) => [field.name, name] as const),
  );

const refer = actor<{ id: string; version: number }>('referral', 'id version');

/** By what each argument is asked for: a record of the country. */
const made: Readonly<Record<string, (client: Client, country: 'za' | 'bw') => Promise<string>>> = {
  onCallNow: (client) => district(client),
  near: (client) => district(client),
  forReferral: async (client, country) => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const to = { category: 'HEALTH', urgency: 'ROUTINE', receiver: { remoteProvider: 'A clinic' } };
    return done(await refer(client, 'makeReferral', { caseId, districtId: await district(client), ...to })).id;
  },
};

async function district(client: Client): Promise<string> {
  const { data } = await client.query('{ districts(first: 1) { edges { node { id } } } }');
  return data.districts.edges[0].node.id as string;
}

it('is every argument of an id', () => {
  expect(asked.map(([, name]) => name).sort()).toEqual(Object.keys(made).sort());
});

it.each(asked)('%s(%s: …)', async (list, argument) => {
  const client = await world.as('case-manager', 'za');
  const theirs = await made[argument]!(await world.as('case-manager', 'bw'), 'bw');
  const own = await made[argument]!(client, 'za');
  const type = Buffer.from(own, 'base64url').toString().split(':')[0]!;
  const ask = (id: string) =>
    client.query(`query ($id: ID!) { ${list}(${argument}: $id) { totalCount edges { node { id } } } }`, { id });
  const nothing = { data: { [list]: { totalCount: 0, edges: [] } }, errors: [] };
  for (const id of [theirs, globalId(type, 'ZA', randomUUID()), globalId(type, 'BW', randomUUID()), randomUUID()])
    expect(await ask(id)).toMatchObject(nothing);
  expect((await ask(own)).errors).toEqual([]);
});
