/** Joint activities: one organisation keeps it, others take part; each once, added and taken out by whoever may change it. */
import { globalId } from '../../../src/base/global-id';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
}
interface Partner extends Shown {
  readonly parts: readonly string[];
  readonly organisation: { readonly name: string };
  readonly partner: { readonly name: string };
}
const onPartner = actor<Partner>('activityPartner', 'id version parts organisation { name } partner { name }');

const goal = { level: 'COMMUNITY', outcome: 'LTO1', title: 'A' };
const reached = [{ genderIdentity: 'WOMAN', ageBand: 'UNKNOWN', kind: 'UNKNOWN', people: 4, contacts: 4 }];
/** Of each kind: the list and the link to it, what makes one, what takes one out. */
const kinds = [
  [
    ...(['trainings', 'training', 'planTraining', 'voidTraining'] as const),
    { topic: 'PARALEGAL', audience: 'POLICE', startOn: '2026-03-02' },
    { statusReason: 'Twice.' },
  ],
  [
    ...(['outreachActivities', 'outreachActivity', 'recordOutreachActivity', 'voidOutreachActivity'] as const),
    { type: 'LECTURE', topics: ['RIGHTS'], heldOn: '2026-03-02', reached },
    { statusReason: 'Twice.' },
  ],
  [
    ...(['advocacyActivities', 'advocacyActivity', 'recordAdvocacyActivity', 'voidAdvocacyActivity'] as const),
    { kind: 'LAW_REFORM', target: 'B', ask: 'C', activityOn: '2026-03-02' },
    { voidedReason: 'Twice.' },
  ],
] as const;
type Kind = (typeof kinds)[number];

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

const make = async ([, slot, action, , values]: Kind, client = manager): Promise<Shown> =>
  done(await actor<Shown>(slot, 'id version')(client, action, { ...goal, ...values }));
const add = (
  [, slot]: Kind,
  { id }: Shown,
  client = manager,
  values: object = { partnerId: world.organisation.za.otherPartner },
): Promise<Acted<Partner>> =>
  onPartner(client, 'addActivityPartner', { [`${slot}Id`]: id, parts: ['HOST', 'MOBILISER'], ...values });
const now = ({ id, version }: Shown): object => ({ id, expectedVersion: version });
const listed = async (client: Client): Promise<string[]> => {
  const { data } = await client.query('{ activityPartners(first: 100) { edges { node { id } } } }');
  return (data.activityPartners as { edges: { node: Shown }[] }).edges.map(({ node }) => node.id);
};

interface Seen {
  readonly byId: string | undefined;
  readonly listed: boolean;
  readonly partners: readonly string[];
}

async function seen([list, slot]: Kind, { id }: Shown, client: Client): Promise<Seen> {
  const { data, errors } = await client.query(
    `query ($id: ID!) { ${slot}(id: $id) { id partners { edges { node { id } } } } ${list}(first: 100) { totalCount edges { node { id } } } }`,
    { id },
  );
  expect(errors).toEqual([]);
  type List = { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly id: string } }[] };
  const shown = data as Record<string, List & { readonly id: string; readonly partners: List }>;
  const ids = (of: List | undefined): string[] => of?.edges.map(({ node }) => node.id) ?? [];
  expect(shown[list]?.totalCount).toBe(ids(shown[list]).length);
  return {
    byId: shown[slot]?.id,
    listed: ids(shown[list]).includes(id),
    partners: ids(shown[slot]?.partners).reverse(),
  };
}

describe.each(kinds.map((kind) => [kind[1], kind] as const))('of a joint %s', (_, kind) => {
  const [, slot, , taking, , why] = kind;

  test('the partners are named with their parts; the activity stays with the organisation that keeps it', async () => {
    const activity = await make(kind);
    const { organisation, partner, parts } = done(await add(kind, activity));
    expect([organisation.name, partner.name, parts]).toEqual(['Partner', 'Other partner', ['HOST', 'MOBILISER']]);
    const { data } = await manager.query(
      `query ($id: ID!) { ${slot}(id: $id) { version organisation { name } partners { totalCount edges { node { partner { name } partsLabel } } } } }`,
      activity,
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

  test('those of the partner who read activities read it by its id and from its partners, in no list, and never change it', async () => {
    const activity = await make(kind);
    const partner = done(await add(kind, activity));
    const clinic = done(await add(kind, activity, manager, { partnerId: world.organisation.za.clinic }));
    expect(await seen(kind, activity, other)).toEqual({
      byId: activity.id,
      listed: false,
      partners: [partner.id, clinic.id],
    });
    expect(await listed(other)).toEqual(expect.arrayContaining([partner.id]));
    const { data } = await other.query(
      `query ($id: ID!) { activityPartner(id: $id) { ${slot} { id } } node(id: $id) { id } }`,
      partner,
    );
    expect(data).toEqual({ activityPartner: { [slot]: { id: activity.id } }, node: { id: partner.id } });
    expect(told(await actor(slot, 'id')(other, taking, { ...now(activity), ...why }))).toEqual(['NOT_FOUND id']);
    expect(told(await add(kind, activity, other, { partnerId: world.organisation.za.lawyers }))).toEqual([
      `NOT_FOUND ${slot}Id`,
    ]);
    // Who provides services has no part in activities, and a partner that is taken out has none any more.
    expectForbidden(await add(kind, activity, await world.as('service-provider', 'za')));
    done(await onPartner(manager, 'voidActivityPartner', now(partner)));
    expect(await seen(kind, activity, other)).toEqual({ byId: undefined, listed: false, partners: [] });
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

const [aTraining, anOutreach, anAdvocacy] = kinds;

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

test('a partner reads what is told of a joint activity in counts, and nobody whom the organisation that keeps it reached or named', async () => {
  const [training, outreach] = [await make(aTraining), await make(anOutreach)];
  const admin = await world.as('partner-admin', 'za');
  const person = { trainingId: training.id, audience: 'POLICE', name: 'A', consentGivenOn: '2026-03-02' };
  done(await actor('trainingParticipant', 'id')(admin, 'nameTrainingParticipant', person));
  for (const [kind, activity] of [
    [aTraining, training],
    [anOutreach, outreach],
  ] as const)
    done(await add(kind, activity));
  const document = `query ($t: ID!, $o: ID!) { training(id: $t) { title participants { totalCount } }
    outreachActivity(id: $o) { title reached { totalCount } } }`;
  const ids = { t: training.id, o: outreach.id };
  const counts = async (client: Client): Promise<unknown> => (await client.query(document, ids)).data;
  expect(await counts(manager)).toEqual({
    training: { title: 'A', participants: { totalCount: 1 } },
    outreachActivity: { title: 'A', reached: { totalCount: 1 } },
  });
  expect(await counts(other)).toEqual({
    training: { title: 'A', participants: { totalCount: 0 } },
    outreachActivity: { title: 'A', reached: { totalCount: 0 } },
  });
});

test('a partner names nobody in a joint training, and tells of nobody who was involved in a joint activity', async () => {
  const [training, advocacy] = [await make(aTraining, other), await make(anAdvocacy, other)];
  const us = { partnerId: world.organisation.za.partner };
  done(await add(aTraining, training, other, us));
  done(await add(anAdvocacy, advocacy, other, us));
  const admin = await world.as('partner-admin', 'za');
  const person = { trainingId: training.id, audience: 'POLICE', name: 'A', consentGivenOn: '2026-03-02' };
  const onParticipant = actor('trainingParticipant', 'id');
  expect(told(await onParticipant(admin, 'nameTrainingParticipant', person))).toEqual(['NOT_FOUND trainingId']);
  const involved = { level: 'COMMUNITY', outcome: 'LTO1', keyPopulation: 'SW', involvedAs: 'DESIGN', count: 3 };
  for (const [link, { id }] of Object.entries({ trainingId: training, advocacyActivityId: advocacy })) {
    const input = { ...involved, onDate: '2026-03-02', [link]: id };
    const refused = await actor('keyPopulationInvolvement', 'id')(manager, 'recordInvolvement', input);
    expect(told(refused)).toEqual([`NOT_FOUND ${link}`]);
  }
});

test('what stands below joint advocacy is read with it', async () => {
  const activity = await make(anAdvocacy);
  const evidence = { activityId: activity.id, kind: 'LAW_TEXT', description: 'B' };
  const { id } = done(await actor<Shown>('advocacyEvidence', 'id')(manager, 'addAdvocacyEvidence', evidence));
  const below = async (): Promise<unknown> => {
    const { data } = await other.query(
      `query ($id: ID!, $evidence: ID!) { advocacyActivity(id: $id) { stages { totalCount } evidence { edges { node { id } } } }
        advocacyEvidence(id: $evidence) { id } advocacyEvidenceItems(first: 100) { edges { node { id } } } }`,
      { id: activity.id, evidence: id },
    );
    return data;
  };
  const none = { advocacyEvidenceItems: { edges: [] } };
  expect(await below()).toEqual({ ...none, advocacyActivity: null, advocacyEvidence: null });
  done(await add(anAdvocacy, activity));
  expect(await below()).toEqual({
    ...none,
    advocacyActivity: { stages: { totalCount: 1 }, evidence: { edges: [{ node: { id } }] } },
    advocacyEvidence: { id },
  });
});

test.each(['service-provider', 'privacy-officer'])('a %s may not', async (role) => {
  expectForbidden(await add(aTraining, await make(aTraining), await world.as(role, 'za')));
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
