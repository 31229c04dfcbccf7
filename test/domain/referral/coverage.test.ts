/** A referral shares the incidents that it names, else those recorded when it was sent; what is told later is shared by extension alone. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import type { CountryName, World } from '../world';
import { acceptedOf, act, inputFor, newSetting, step, walk, type ReferralShown, type Setting } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Told {
  readonly id: string;
}
const actIncident = actor<Told>('incident', 'id');

const account = { violationTypes: ['THREAT'], consentReporting: false, narrative: { text: 'Later.' } };

const addIncident = async ({ manager, caseId }: Setting): Promise<string> =>
  done(await actIncident(manager, 'addIncident', { caseId, ...account })).id;

const setting = (country: CountryName): Promise<Setting> => newSetting(world, country);

const accepted = (of: Setting, values: object, country: CountryName): Promise<ReferralShown> =>
  acceptedOf(world, of, values, country);

/** Incidents, and whose narratives, the clinic sees: by the referral, by the lists and by their ids. */
async function seen(
  { clinic }: Setting,
  { id }: ReferralShown,
): Promise<{ incidents: string[]; narratives: string[] }> {
  const { data, errors } = await clinic.query(
    `query ($id: ID!) { referral(id: $id) { incidents { edges { node { id narrative { text } } } } covers { edges { node { incident { id } } } } }
      incidents(first: 100) { edges { node { id } } } incidentNarratives(first: 100) { edges { node { id } } } }`,
    { id },
  );
  expect(errors).toEqual([]);
  type Edges = { edges: { node: { id: string; narrative: { text: string } | null } }[] };
  const { edges } = data.referral.incidents as Edges;
  const all = (data.incidents as Edges).edges.map(({ node }) => node.id);
  for (const { node } of edges) expect(all).toContain(node.id);
  return {
    incidents: edges.map(({ node }) => node.id),
    narratives: edges.filter(({ node }) => node.narrative).map(({ node }) => node.id),
  };
}

describe.each(['za', 'bw'] as const)('in %s', (country) => {
  test('an incident that was taken out as recorded in error is in no list of what is covered, until it is put back', async () => {
    const of = await setting(country);
    const second = await addIncident(of);
    const consentId = await world.newConsent(of.survivorId, {}, country);
    const referral = await accepted({ ...of, consentId }, { sharedFields: ['INCIDENT'] }, country);
    const supervisor = await world.as('supervisor', country);
    const covered = async (client: Client): Promise<unknown> => {
      const { data, errors } = await client.query(
        'query ($id: ID!) { referral(id: $id) { covers { totalCount edges { node { incident { id } } } } } referralIncidents(first: 100) { edges { node { incident { id } } } } }',
        { id: referral.id },
      );
      expect(errors).toEqual([]);
      const all = (data.referralIncidents.edges as { node: { incident: Told | null } }[]).map(
        ({ node }) => node.incident?.id,
      );
      const { totalCount, edges } = data.referral.covers as {
        totalCount: number;
        edges: { node: { incident: Told | null } }[];
      };
      const ids = edges.map(({ node }) => node.incident?.id);
      expect([totalCount, ids.filter((id) => !all.includes(id))]).toEqual([ids.length, []]);
      return ids.includes(second) ? [...ids].sort() : ids;
    };
    const both = await covered(of.manager);
    expect(both).toHaveLength(2);
    const onVoiding = actor<Told & { readonly version: number }>('voiding', 'id version');
    const voiding = done(
      await onVoiding(supervisor, 'voidIncident', { incidentId: second, expectedVersion: 1, reason: 'Entered twice.' }),
    );
    for (const client of [of.manager, supervisor, of.clinic])
      expect(await covered(client)).toEqual((both as string[]).filter((id) => id !== second));
    const { id, version: expectedVersion } = voiding;
    done(await onVoiding(supervisor, 'restoreRecord', { id, expectedVersion, reason: 'It was another one.' }));
    for (const client of [of.manager, supervisor, of.clinic]) expect(await covered(client)).toEqual(both);
  });

  test('what is told later is not seen, nor heard of, until the referral is extended under a consent that was given since', async () => {
    const of = await setting(country);
    const now = await accepted(of, { sharedFields: ['INCIDENT', 'NARRATIVE'] }, country);
    const first = await seen(of, now);
    expect([first.incidents.length, first.narratives.length]).toEqual([1, 1]);
    const later = await addIncident(of);
    expect(await seen(of, now)).toEqual(first);
    const clinic = world.organisation[country].clinic;
    const { rows } = await world.app.countries
      .get(country.toUpperCase() as 'ZA')!
      .app.query('SELECT organisations FROM change_entry WHERE record_id = $1', [uuidOf(later)]);
    expect(rows.flatMap((row: { organisations: string[] }) => row.organisations)).not.toContain(clinic);
    const extend = { covers: [{ incidentId: later }] };
    expect(told(await step(of.manager, 'extendReferral', now, extend))).toEqual(['CONSENT_MISSING consentId']);
    const consentId = await world.newConsent(of.survivorId, {}, country);
    const extended = done(await step(of.manager, 'extendReferral', now, { ...extend, consentId }));
    expect([...(await seen(of, extended)).incidents].sort()).toEqual([...first.incidents, later].sort());
  });

  test('words shared of an incident bring the coded incident along', async () => {
    const of = await setting(country);
    const now = await accepted(of, { sharedFields: ['NARRATIVE'] }, country);
    expect((await seen(of, now)).narratives).toHaveLength(1);
  });

  test('incidents that are not named are not shared', async () => {
    const of = await setting(country);
    const named = await addIncident(of);
    const values = { sharedFields: ['INCIDENT', 'NARRATIVE'], covers: [{ incidentId: named }] };
    expect((await seen(of, await accepted(of, values, country))).incidents).toEqual([named]);
  });
});

test('where nothing crosses between organisations, nothing is shared, and the receiver learns of no survivor', async () => {
  const of = await setting('mz');
  const make = (values: object) => act(of.manager, 'makeReferral', inputFor(world, of, values, 'mz'));
  const { consentId } = of;
  expect(told(await make({ consentId, sharedFields: ['INCIDENT'] }))).toEqual(['SHARING_NOT_ALLOWED sharedFields.0']);
  expect(told(await make({ consentId, reason: { text: 'She was beaten.' } }))).toEqual(['SHARING_NOT_ALLOWED reason']);
  const now = await walk(done(await make({ consentId })), [of.clinic, 'acceptReferral']);
  const { data, text } = await of.clinic.query(
    'query ($id: ID!) { referral(id: $id) { status survivorCode ageBand survivor { id } case { id } incidents { totalCount } covers { totalCount } } survivors { totalCount } incidents { totalCount } }',
    { id: now.id },
  );
  expect([data.referral, data.survivors, data.incidents]).toEqual([
    {
      status: 'ACCEPTED',
      survivorCode: null,
      ageBand: null,
      survivor: null,
      case: null,
      incidents: { totalCount: 0 },
      covers: { totalCount: 0 },
    },
    { totalCount: 0 },
    { totalCount: 0 },
  ]);
  expect(text).not.toContain(of.survivorId);
  const actCase = actor<{ id: string }>('case', 'id');
  const transfer = { id: of.caseId, expectedVersion: 1, toOrganisationId: world.organisation.mz.otherPartner };
  expect(told(await actCase(of.manager, 'transferCase', transfer))).toEqual(['SHARING_NOT_ALLOWED']);
});

const actDelivery = actor<{ id: string; version: number }>('serviceDelivery', 'id version');

test.each(['mz', 'za'] as const)(
  'in %s, a receiver tells in words what who referred reads where words cross',
  async (country) => {
    const of = await setting(country);
    const send = () => accepted(of, {}, country);
    const stays = (path: string): string[] => (country === 'mz' ? [`SHARING_NOT_ALLOWED ${path}`] : []);
    const words = { words: { text: 'She is not safe.' } };
    const made = done(await act(of.manager, 'makeReferral', inputFor(world, of, { consentId: of.consentId }, country)));
    const rejected = await step(of.clinic, 'rejectReferral', made, { rejectedReason: 'NO_CAPACITY', ...words });
    expect(told(rejected)).toEqual(stays('words.text'));
    const now = await send();
    const given = { of: { referralId: now.id }, serviceType: 'STI_TREATMENT', result: 'PROVIDED' };
    const note = { note: 'She came with bruises.' };
    expect(told(await actDelivery(of.clinic, 'recordServiceDelivery', { ...given, ...note }))).toEqual(stays('note'));
    const delivery = done(await actDelivery(of.clinic, 'recordServiceDelivery', given));
    const change = { id: delivery.id, expectedVersion: delivery.version, ...note };
    expect(told(await actDelivery(of.clinic, 'updateServiceDelivery', change))).toEqual(stays('note'));
    const begun = await walk(now, [of.clinic, 'startReferral']);
    const ended = await step(of.clinic, 'completeReferral', begun, {
      outcome: 'SERVICE_PROVIDED',
      providerNote: 'Words.',
    });
    expect(told(ended)).toEqual(stays('providerNote'));
  },
);

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString('latin1').split(':')[2] ?? '';

test('a draft covers what is recorded when it is sent, unless it names less', async () => {
  const of = await setting('za');
  const input = inputFor(world, of, { consentId: of.consentId, sharedFields: ['INCIDENT'], draft: true });
  const draft = done(await act(of.manager, 'makeReferral', input));
  await addIncident(of);
  const sent = await walk(draft, [of.manager, 'sendReferral'], [of.clinic, 'acceptReferral']);
  expect((await seen(of, sent)).incidents).toHaveLength(2);
});

test('only incidents of the case can be named', async () => {
  const of = await setting('za');
  const other = await world.newCase();
  const foreign = await world.newCase('bw');
  const answers = await Promise.all(
    [other.incidentId, foreign.incidentId, '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00'].map(async (incidentId) =>
      act(of.manager, 'makeReferral', inputFor(world, of, { consentId: of.consentId, covers: [{ incidentId }] })),
    ),
  );
  for (const answer of answers) expect(told(answer)).toEqual(['NOT_FOUND covers.0.incidentId']);
  expect(new Set(answers.map(({ answer }) => answer.text)).size).toBe(1);
});

test('an extension shares no more than the consent says', async () => {
  const of = await setting('za');
  const now = await accepted(of, { sharedFields: ['INCIDENT'] }, 'za');
  expect(told(await step(of.manager, 'extendReferral', now, { alsoShared: ['INCIDENT_DETAIL'] }))).toEqual([
    'CONSENT_MISSING consentId',
  ]);
  const extended = done(await step(of.manager, 'extendReferral', now, { alsoShared: ['NARRATIVE'] }));
  expect(extended.sharedFields).toEqual(['INCIDENT', 'NARRATIVE']);
});

test('nor what no receiver reads, and says which of what is told that is', async () => {
  const of = await setting('za');
  const now = await accepted(of, { sharedFields: ['INCIDENT'] }, 'za');
  const alsoShared = ['NARRATIVE', 'EVIDENCE'];
  expect(told(await step(of.manager, 'extendReferral', now, { alsoShared }))).toEqual([
    'SHARING_NOT_ALLOWED alsoShared.1',
  ]);
});
