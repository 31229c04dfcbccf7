/** Partners of an activity that one organisation keeps: each once, added and taken out by whoever may change it. */
import { globalId } from '../../../src/base/global-id';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';
import * as joint from './joint';
import { kinds, listed, named, now, onPartner, type Kind, type Partner, type Shown } from './joint';

let world: World;
let manager: Client;
let peer: Client;
let other: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  peer = await world.as('field-worker', 'za');
  other = await world.as('case-manager-2', 'za');
});
afterAll(() => world.close());

const make = (kind: Kind, client = manager): Promise<Shown> => joint.make(kind, client);
const add = (kind: Kind, activity: Shown, client = manager, values?: object): Promise<Acted<Partner>> =>
  joint.adding(() => world)(kind, activity, client, values);

describe.each(named)('of a joint %s', (_, kind) => {
  const [, slot, , taking, , why] = kind;

  test('the partners are named with their parts; the activity stays with the organisation that keeps it', async () => {
    const activity = await make(kind);
    const { organisation, partner, parts } = done(await add(kind, activity));
    expect([organisation.name, partner.name, parts]).toEqual(['Partner', 'Other partner', ['HOST', 'MOBILISER']]);
    const { data } = await manager.query(
      `query ($id: ID!) { ${slot}(id: $id) { version organisation { name } partners { totalCount edges { node { partner { name } partsLabel } } } } }`,
      { id: activity.id },
      { 'accept-language': 'pt' },
    );
    expect(data[slot]).toEqual({
      ...{ version: activity.version, organisation: { name: 'Partner' } },
      partners: {
        totalCount: 1,
        edges: [{ node: { partner: { name: 'Other partner' }, partsLabel: ['Anfitrião', 'Mobilizador'] } }],
      },
    });
  });

  test('each organisation stands once; what was told wrongly is taken out and added anew', async () => {
    const activity = await make(kind);
    const clinic = { partnerId: world.organisation.za.clinic };
    const first = done(await add(kind, activity));
    done(await add(kind, activity, manager, clinic));
    expect(told(await add(kind, activity))).toEqual(['ALREADY_EXISTS partnerId']);
    done(await onPartner(manager, 'voidActivityPartner', now(first)));
    expect(await listed(manager)).not.toContain(first.id);
    done(await add(kind, activity));
  });

  test('two who add the same partner at once add it once', async () => {
    const activity = await make(kind);
    const both = await Promise.all([add(kind, activity), add(kind, activity)]);
    expect(both.flatMap(told)).toEqual(['ALREADY_EXISTS partnerId']);
  });

  test('whoever may change the activity names and takes out partners, and nobody else', async () => {
    const [own, theirs] = [await make(kind, peer), await make(kind)];
    const partner = done(await add(kind, own, peer));
    expect(told(await add(kind, theirs, peer))).toEqual([`NOT_FOUND ${slot}Id`]);
    expect(told(await add(kind, own, other))).toEqual([`NOT_FOUND ${slot}Id`]);
    // Whoever recorded the activity takes out whom a colleague named, and the other way round.
    const named = done(await add(kind, own, manager, { partnerId: world.organisation.za.clinic }));
    expect(await listed(peer)).toEqual(expect.arrayContaining([partner.id, named.id]));
    expect(told(await onPartner(peer, 'voidActivityPartner', now(named)))).toEqual(['RECORD_OUT_OF_SIGHT']);
    expect(await listed(manager)).not.toContain(named.id);
    expect(told(await onPartner(other, 'voidActivityPartner', now(partner)))).toEqual(['NOT_FOUND id']);
    done(await onPartner(manager, 'voidActivityPartner', now(partner)));
  });

  test('partners go with an activity that was recorded in error', async () => {
    const activity = await make(kind);
    const partner = done(await add(kind, activity));
    done(await actor(slot, 'id')(manager, taking, { ...now(activity), ...why }));
    expect(await listed(manager)).not.toContain(partner.id);
  });

  test('the organisation that keeps it is no partner of it, nor is one of another country or none at all', async () => {
    const activity = await make(kind);
    const naming = async (partnerId: string): Promise<string[]> =>
      told(await add(kind, activity, manager, { partnerId }));
    expect(await naming(world.organisation.za.partner)).toEqual(['INVALID_INPUT partnerId']);
    const foreign = globalId('Organisation', 'ZA', world.organisation.bw.otherPartner);
    expect(await naming(foreign)).toEqual(['NOT_FOUND partnerId']);
  });
});

const [aTraining, anOutreach] = kinds;

test('it is of exactly one activity, and says what the partner does, in both languages', async () => {
  const [training, outreach] = [await make(aTraining), await make(anOutreach)];
  const two = await add(aTraining, training, manager, {
    ...{ partnerId: world.organisation.za.clinic, outreachActivityId: outreach.id },
  });
  expect(told(two)).toEqual(['INVALID_INPUT outreachActivityId']);
  const input = { partnerId: world.organisation.za.clinic, parts: ['HOST'] };
  const none = await onPartner(manager, 'addActivityPartner', input, { 'accept-language': 'pt' });
  expect(told(none)).toEqual(['INVALID_INPUT trainingId']);
  expect(none.problems[0]?.message).toMatch(/^Indique em que participa/);
  const idle = await add(aTraining, training, manager, { partnerId: world.organisation.za.clinic, parts: [] });
  expect(told(idle)).toEqual(['INVALID_INPUT parts']);
  expect(idle.problems[0]?.message).toMatch(/at least one part/);
});

test.each(['service-provider', 'privacy-officer', 'secretariat'])('a %s may not', async (role) => {
  const client = await (role === 'secretariat' ? world.as(role) : world.as(role, 'za'));
  const refused = await add(aTraining, await make(aTraining), client);
  expectForbidden(refused);
  expect(refused.answer.errors[0]?.extensions.readableBy).not.toContain('SECRETARIAT');
});

test('a joint activity is counted once, with the organisation that keeps it', async () => {
  const officer = await world.as('me-officer', 'za');
  const counts = async (): Promise<number[]> => {
    const { data } = await officer.query(
      'query ($a: ID!, $b: ID!) { trainings { totalCount } a: organisation(id: $a) { trainings { totalCount } } b: organisation(id: $b) { trainings { totalCount } } }',
      {
        a: globalId('Organisation', 'ZA', world.organisation.za.partner),
        b: globalId('Organisation', 'ZA', world.organisation.za.otherPartner),
      },
    );
    return [data.trainings.totalCount, data.a.trainings.totalCount, data.b.trainings.totalCount] as number[];
  };
  const [all, kept, taken] = (await counts()) as [number, number, number];
  done(await add(aTraining, await make(aTraining)));
  expect(await counts()).toEqual([all + 1, kept + 1, taken]);
});
