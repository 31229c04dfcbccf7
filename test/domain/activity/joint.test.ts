/** What those of a partner read of a joint activity, and that they change nothing of it. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';
import * as joint from './joint';
import { kinds, listed, named, now, onPartner, type Kind, type Partner, type Shown } from './joint';

let world: World;
let manager: Client;
let other: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  other = await world.as('case-manager-2', 'za');
});
afterAll(() => world.close());

const make = (kind: Kind, client = manager): Promise<Shown> => joint.make(kind, client);
const add = (kind: Kind, activity: Shown, client = manager, values?: object): Promise<Acted<Partner>> =>
  joint.adding(() => world)(kind, activity, client, values);

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

describe.each(named)('of a joint %s', (_, kind) => {
  const [, slot, , taking, , why] = kind;

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
      { id: partner.id },
    );
    expect(data).toEqual({ activityPartner: { [slot]: { id: activity.id } }, node: { id: partner.id } });
    expect(told(await actor(slot, 'id')(other, taking, { ...now(activity), ...why }))).toEqual(['NOT_FOUND id']);
    expect(told(await add(kind, activity, other, { partnerId: world.organisation.za.lawyers }))).toEqual([
      `NOT_FOUND ${slot}Id`,
    ]);
    // Whose it is comes before what it is by now, and is said in either language.
    for (const [language, whose] of [
      ['en', /belongs to another organisation/],
      ['pt', /pertence a outra organização/],
    ] as const) {
      const { id, version } = partner;
      const late = { id, expectedVersion: version + 5 };
      const refused = await onPartner(other, 'voidActivityPartner', late, { 'accept-language': language });
      expect(told(refused)).toEqual(['NOT_FOUND id']);
      expect(refused.problems[0]?.message).toMatch(whose);
    }
    // Who provides services has no part in activities, and a partner that is taken out has none any more.
    expectForbidden(await add(kind, activity, await world.as('service-provider', 'za')));
    done(await onPartner(manager, 'voidActivityPartner', now(partner)));
    expect(await seen(kind, activity, other)).toEqual({ byId: undefined, listed: false, partners: [] });
  });
});

const [aTraining, anOutreach, anAdvocacy] = kinds;

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
