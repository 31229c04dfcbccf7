/** What was recorded in error stands in no list, count or share; those who answer for it still see it, and can put it back. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { CaseIds, CountryName, World } from '../world';
import { act as actReferral, makeInput, step } from '../referral/acts';
import { rowsOf } from '../case/acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly entity: string;
  readonly restoredAt: string | null;
}
const act = actor<Shown>('voiding', 'id version entity restoredAt');
const reason = 'Entered twice.';
const voidIncident = (client: Client, incidentId: string, expectedVersion = 1): Promise<Acted<Shown>> =>
  act(client, 'voidIncident', { incidentId, expectedVersion, reason });

const lists = [
  'incidents',
  'incidentDetails',
  'incidentNarratives',
  'incidentInjuries',
  'allegedPerpetrators',
  'perpetratorIdentities',
];

/** How many of each a client counts. */
async function counted(client: Client): Promise<Record<string, number | null>> {
  const { data } = await client.query(
    `{ ${lists.map((list) => `${list} { totalCount edges { node { id } } }`).join(' ')} }`,
  );
  return Object.fromEntries(
    lists.map((list) => {
      const found = data[list] as { totalCount: number; edges: object[] } | null;
      if (found) expect(found.edges.length).toBe(Math.min(found.totalCount, 20));
      return [list, found?.totalCount ?? null];
    }),
  );
}

/** Each less by one, where it is seen at all and the incident had one. */
const lessOne = (before: Record<string, number | null>): object =>
  Object.fromEntries(
    Object.entries(before).map(([list, n]) => [
      list,
      n === null || list === 'incidentDetails' ? n : Math.max(0, n - 1),
    ]),
  );

describe.each(['za', 'mz'] as const)('an incident in %s', (country: CountryName) => {
  let ids: CaseIds;
  let supervisor: Client;
  beforeAll(async () => {
    ids = await world.newCase(country);
    supervisor = await world.as('supervisor', country);
  });

  test('is taken out by a supervisor alone, for a reason, with all that belongs to it', async () => {
    for (const role of [
      'field-worker',
      'case-manager',
      'partner-admin',
      'me-officer',
      'service-provider',
      'privacy-officer',
    ])
      expectForbidden(await voidIncident(await world.as(role, country), ids.incidentId));
    const roles = ['field-worker', 'case-manager', 'me-officer'];
    const before = await Promise.all(roles.map(async (role) => counted(await world.as(role, country))));
    expect(
      told(await act(supervisor, 'voidIncident', { incidentId: ids.incidentId, expectedVersion: 1, reason: '' })),
    ).toEqual(['INVALID_INPUT reason']);
    expect(done(await voidIncident(supervisor, ids.incidentId))).toMatchObject({
      entity: 'Incident',
      restoredAt: null,
    });
    const after = await Promise.all(roles.map(async (role) => counted(await world.as(role, country))));
    expect(after).toEqual(before.map(lessOne));
    const shared = await rowsOf(world, 'shared_incident', 'true', [], country);
    expect(shared.filter(({ id }) => id === ids.incidentId)).toEqual([]);
  });

  test('is still seen by its maker, the case manager and the supervisor, and told to the privacy officer without content', async () => {
    const document = 'query ($id: ID!) { incident(id: $id) { voidedAt gbvimsType } }';
    for (const role of ['field-worker', 'case-manager', 'supervisor']) {
      const { data } = await (await world.as(role, country)).query(document, { id: ids.incidentId });
      expect([role, data.incident]).toEqual([role, { voidedAt: expect.any(String), gbvimsType: 'PHYSICAL_ASSAULT' }]);
    }
    for (const role of ['me-officer', 'case-manager-2', 'field-worker-2']) {
      const { data } = await (await world.as(role, country)).query(document, { id: ids.incidentId });
      expect([role, data.incident]).toEqual([role, null]);
    }
    const officer = await world.as('privacy-officer', country);
    const { data } = await officer.query('{ voidings(first: 5) { edges { node { entity recordId case { id } } } } }');
    expect(data.voidings.edges[0].node).toMatchObject({ entity: 'Incident', recordId: ids.incidentId, case: null });
  });

  test('is worked on no more, until a supervisor puts it back', async () => {
    const manager = await world.as('case-manager', country);
    const change = { id: ids.incidentId, expectedVersion: 2, locationType: 'ROAD' };
    const actIncident = actor<object>('incident', 'id');
    expect(told(await actIncident(manager, 'updateIncident', change))).toEqual(['VOIDED id']);
    expect(told(await voidIncident(supervisor, ids.incidentId, 2))).toEqual(['VOIDED']);
    const { data } = await supervisor.query(
      'query ($id: ID!) { case(id: $id) { voidings { edges { node { id version by { name } } } } notes { edges { node { step text author { name } } } } } }',
      { id: ids.caseId },
    );
    const { id, version, by } = data.case.voidings.edges[0].node;
    expect(by).toEqual({ name: `supervisor ${country}` });
    expect(data.case.notes.edges[0].node).toEqual({ step: 'voidIncident', text: reason, author: by });
    const restore = { id, expectedVersion: version, reason: 'It was another one.' };
    expectForbidden(await act(manager, 'restoreRecord', restore));
    const before = await counted(manager);
    expect(done(await act(supervisor, 'restoreRecord', restore)).restoredAt).not.toBeNull();
    expect(lessOne(await counted(manager))).toEqual(before);
    expect(told(await act(supervisor, 'restoreRecord', { ...restore, expectedVersion: version + 1 }))).toEqual([
      'NOT_VOIDED',
    ]);
    expect(told(await actIncident(manager, 'updateIncident', { ...change, expectedVersion: 3 }))).toEqual([]);
  });
});

test('a receiver of a referral sees it no more', async () => {
  const manager = await world.as('case-manager', 'za');
  const clinic = await world.as('service-provider', 'za');
  const input = (await makeInput(world, { sharedFields: ['INCIDENT'] })) as { caseId: string };
  const referral = done(await actReferral(manager, 'makeReferral', input));
  done(await step(clinic, 'acceptReferral', referral));
  const seen = async (): Promise<string[]> => {
    const { data } = await clinic.query(
      'query ($id: ID!) { referral(id: $id) { incidents { edges { node { id } } } } }',
      {
        id: referral.id,
      },
    );
    const { edges } = data.referral.incidents as { edges: { node: { id: string } }[] };
    return edges.map(({ node }) => node.id);
  };
  const [incidentId] = await seen();
  done(await voidIncident(await world.as('supervisor', 'za'), incidentId!));
  expect(await seen()).toEqual([]);
});

test('whoever manages cases elsewhere, and had it referred, does not read it by its id either', async () => {
  const manager = await world.as('case-manager', 'za');
  const other = await world.as('case-manager-2', 'za');
  const { caseId, survivorId, incidentId } = await world.newCase('za');
  const toOrganisationId = world.organisation.za.otherPartner;
  await adminRows(world.database, `UPDATE za.organisation SET services = '{HEALTH}' WHERE id = $1`, [toOrganisationId]);
  const consentId = await world.newConsent(survivorId);
  const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', toOrganisationId, consentId };
  const referral = done(await actReferral(manager, 'makeReferral', { ...input, sharedFields: ['INCIDENT'] }));
  done(await step(other, 'acceptReferral', referral));
  const read = async (client: Client): Promise<unknown> =>
    (await client.query('query ($id: ID!) { incident(id: $id) { gbvimsType } }', { id: incidentId })).data.incident;
  expect(await read(other)).not.toBeNull();
  done(await voidIncident(await world.as('supervisor', 'za'), incidentId));
  expect(await read(other)).toBeNull();
  expect(await read(manager)).not.toBeNull();
});

test('a note is taken out by who wrote it', async () => {
  const { caseId } = await world.newCase();
  const manager = await world.as('case-manager', 'za');
  const actNote = actor<{ id: string }>('caseNote', 'id');
  const { id: caseNoteId } = done(await actNote(manager, 'addCaseNote', { caseId, text: 'Of another case.' }));
  done(await act(manager, 'voidCaseNote', { caseNoteId, expectedVersion: 1, reason }));
  const { data } = await manager.query('query ($id: ID!) { case(id: $id) { notes { edges { node { text } } } } }', {
    id: caseId,
  });
  const { edges } = data.case.notes as { edges: { node: { text: string } }[] };
  expect(edges.map(({ node }) => node.text)).toEqual([reason]);
});

test('a closed case is put right; nothing is taken out of a withdrawn one, nor of another organisation’s', async () => {
  const [closed, { incidentId }] = [
    await world.newCase('za', { status: 'CLOSED' }),
    await world.newCase('za', { status: 'WITHDRAWN' }),
  ];
  const supervisor = await world.as('supervisor', 'za');
  expect(told(await voidIncident(supervisor, closed.incidentId))).toEqual([]);
  expect(told(await voidIncident(supervisor, incidentId))).toEqual(['CONSENT_MISSING']);
  const foreign = await world.newCase('bw');
  const theirs = await voidIncident(supervisor, foreign.incidentId);
  const nobodys = await voidIncident(supervisor, '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00');
  expect(told(nobodys)).toEqual(['NOT_FOUND incidentId']);
  expect(theirs.answer.text).toBe(nobodys.answer.text);
});
