/** Of every thing that can be joint: what of it is voided its partner does not read, and no list that hangs on something else shows it. */
import '../../../src/domain/all';
import { globalId, parseId } from '../../../src/base/global-id';
import { allThings, isVoidable, type Link, type Thing } from '../../../src/model/thing';
import { isJoint } from '../../../src/policy/reach';
import { scopesOf } from '../../../src/policy/rights';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import type { World } from '../world';
import { adding, kinds, make, now, onPartner, type Partner, type Shown } from './joint';

let world: World;
let manager: Client;
let other: Client;
let partners: Partner[];
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  other = await world.as('case-manager-2', 'za');
  partners = [];
  for (const kind of kinds) {
    const activity = await make(kind, manager);
    partners.push(done(await adding(() => world)(kind, activity, manager)));
    if (kind[1] === 'advocacyActivity') {
      const evidence = { activityId: activity.id, kind: 'LAW_TEXT', description: 'B' };
      done(await actor<Shown>('advocacyEvidence', 'id')(manager, 'addAdvocacyEvidence', evidence));
    }
    if (kind[1] === 'training') await participation();
  }
});
afterAll(() => world.close());

/** Who takes part is told when a training is held; here it is put beside one that is planned. */
const participation = (): Promise<unknown> =>
  adminRows(
    world.database,
    `INSERT INTO za.training_participation (id, version, created_at, updated_at, training_id, audience, gender_identity, age_band, enrolled, completed)
     SELECT gen_random_uuid(), 1, now(), now(), id, 'POLICE', 'WOMAN', 'UNKNOWN', 3, 3 FROM za.training`,
  );

const ofPartners = [...allThings.values()].filter(
  (thing) => isJoint(thing) && scopesOf('CASE_MANAGER', thing.dataClass, 'read').includes('joint'),
);
const idsOf = async ({ table }: Thing): Promise<string[]> =>
  (await adminRows<{ id: string }>(world.database, `SELECT id FROM za."${table}"`)).map(({ id }) => id);

/** What a client reads by its id, and as a node. */
async function reads(client: Client, { name, singular }: Thing, uuid: string): Promise<boolean[]> {
  const { data } = await client.query(
    `query ($id: ID!) { ${singular}(id: $id) { id version history(first: 1) { totalCount } } node(id: $id) { id } }`,
    { id: globalId(name, 'ZA', uuid) },
  );
  return [data[singular] !== null, data.node !== null];
}

test('there are joint things, and each can be voided', () => {
  expect(ofPartners.filter(isVoidable)).toEqual(ofPartners);
  expect(ofPartners.map(({ name }) => name)).toEqual(expect.arrayContaining(['ActivityPartner', 'Training']));
});

test.each(ofPartners.map((thing) => [thing.name, thing] as const))(
  'a %s that was recorded in error is read by those who keep it, and by no partner',
  async (_, thing) => {
    const ids = await idsOf(thing);
    expect(ids).not.toEqual([]);
    const table = `za."${thing.table}"`;
    for (const id of ids) {
      expect(await reads(other, thing, id)).toEqual([true, true]);
      await adminRows(world.database, `UPDATE ${table} SET voided_at = now() WHERE id = $1`, [id]);
      expect(await reads(other, thing, id)).toEqual([false, false]);
      expect(await reads(manager, thing, id)).toEqual([true, true]);
      await adminRows(world.database, `UPDATE ${table} SET voided_at = NULL WHERE id = $1`, [id]);
    }
  },
);

const uuidOf = (id: string): string => parseId(id).uuid;

/** What lists of joint things hang on, other than on what is joint itself, and a record of each that the partner reads. */
const anchors: Readonly<Record<string, () => Promise<string>>> = {
  District: () => Promise.resolve(world.district.za),
  Organisation: () => Promise.resolve(world.organisation.za.partner),
  Material: async () => {
    const manual = {
      kind: 'POLICE_TRAINERS_MANUAL',
      title: 'A',
      edition: '1',
      language: 'ENGLISH',
      issuedOn: '2026-01-10',
    };
    return uuidOf(done(await actor<Shown>('material', 'id')(manager, 'issueMaterial', manual)).id);
  },
  Intervention: async () => {
    const pilot = { name: 'A', maturity: 'PILOT', startedOn: '2026-01-10', level: 'COMMUNITY', outcome: 'LTO1' };
    return uuidOf(done(await actor<Shown>('intervention', 'id')(other, 'recordIntervention', pilot)).id);
  },
};
const hanging = [...allThings.values()]
  .filter((thing) => !isJoint(thing))
  .flatMap((thing) => [...thing.links.values()].map((link) => [thing, link] as const))
  .filter(([, link]) => link.kind === 'many' && ofPartners.includes(link.target()) && link.name !== 'partnerIn');

test.each(hanging.map(([thing, link]) => [`${thing.name}.${link.name}`, thing, link] as const))(
  '%s shows what the organisation keeps, and not what it takes part in',
  async (_, thing: Thing, { name, foreign, target }: Link) => {
    const given = await anchors[thing.name]!();
    const id = globalId(thing.name, 'ZA', given);
    const joined = target();
    const column = joined.attributes.get(foreign)!.column;
    await adminRows(world.database, `UPDATE za."${joined.table}" SET "${column}" = $1`, [given]);
    const listed = async (client: Client): Promise<unknown> => {
      const document = `query ($id: ID!) { ${thing.singular}(id: $id) { ${name} { totalCount edges { node { id } } } } }`;
      const { data } = await client.query(document, { id });
      return data[thing.singular]?.[name];
    };
    const ids = await idsOf(joined);
    expect(await listed(other)).toEqual({ totalCount: 0, edges: [] });
    // Whose intervention it is reads it alone.
    if (thing.name !== 'Intervention') expect(await listed(manager)).toMatchObject({ totalCount: ids.length });
  },
);

test('what an organisation takes part in is listed with it', async () => {
  const id = globalId('Organisation', 'ZA', world.organisation.za.otherPartner);
  for (const client of [manager, other]) {
    const { data } = await client.query('query ($id: ID!) { organisation(id: $id) { partnerIn { totalCount } } }', {
      id,
    });
    expect(data.organisation).toEqual({ partnerIn: { totalCount: kinds.length } });
  }
});

test('a partner that is taken out is not read by its former organisation, by any way', async () => {
  for (const partner of partners) {
    done(await onPartner(manager, 'voidActivityPartner', now(partner)));
    const { data } = await other.query(
      'query ($id: ID!) { activityPartner(id: $id) { version parts organisation { name } history { totalCount } } node(id: $id) { id } }',
      { id: partner.id },
    );
    expect(data).toEqual({ activityPartner: null, node: null });
  }
});
