/** The share of a case: what a country gives the region, kept in step with the case in the transaction that changes it. */
import type { Client } from '../../support/app';
import { actor, done } from '../acting';
import { dayIn } from '../../../src/base/calendar';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { incident, register, registration, act, rowsOf, services, step, uuidOf, walk, type CaseShown } from './acts';

let world: World;
let fieldWorker: Client;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const addIncident = actor<{ id: string }>('incident', 'id');
const updateSurvivor = actor<{ id: string; version: number }>('survivor', 'id version');
const actConsent = actor<{ id: string }>('consent', 'id');

const pseudonym = (id: string): string => world.app.vault.pseudonym('ZA', uuidOf(id));
const shareOf = ({ id }: Pick<CaseShown, 'id'>) => rowsOf(world, 'shared_case', 'id = $1', [pseudonym(id)]);
const incidentsOf = ({ id }: Pick<CaseShown, 'id'>) =>
  rowsOf(world, 'shared_incident', 'shared_case_id = $1 ORDER BY month', [pseudonym(id)]);

const told = {
  // Half past midnight on 1 February in Johannesburg.
  openedAt: '2026-01-31T22:30:00Z',
  survivor: { genderIdentity: 'TRANS_WOMAN', demographics: { exchangesSexForMoneyOrGoods: true, birthYear: 1990 } },
};
const whole = () => ({
  ...incident,
  districtId: world.district.za,
  violationTypes: ['EXTORTION_BRIBE', 'BEATING'],
  reportedAt: '2026-01-21T08:00:00Z',
  detail: { occurredOn: '2026-01-19', timeOfDay: 'EVENING_NIGHT' },
  allegedPerpetrators: [
    { actorKind: 'GOVERNMENT', category: 'POLICE_OFFICER', relationship: 'NO_RELATION' },
    { actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION' },
    { actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION' },
  ],
});

test('a registered case is shared by code, month and province', async () => {
  const record = await register(fieldWorker, { ...told, incidents: [whole()] });
  const [district] = await rowsOf(world, 'district', 'id = $1', [world.district.za]);
  expect(await shareOf(record)).toMatchObject([
    {
      opened_month: '2026-02-01',
      province_id: district?.province_id,
      status: 'REGISTERED',
      source: 'HELPLINE',
      gender_identity: 'TRANS_WOMAN',
      age_band: 'AGE_35_49',
      version: 1,
    },
  ]);
  expect(await incidentsOf(record)).toMatchObject([
    {
      month: '2026-01-01',
      province_id: district?.province_id,
      gbvims_type: 'PHYSICAL_ASSAULT',
      violation_types: ['EXTORTION_BRIBE', 'BEATING'],
      violence_forms: ['ABUSE', 'COERCION'],
      harm_kinds: ['PHYSICAL', 'MENTAL', 'POLITICAL', 'ECONOMIC'],
      perpetrator_categories: ['CLIENT', 'POLICE_OFFICER'],
    },
  ]);
});

test('nothing in it leads back: no id, no moment, no author', async () => {
  const record = await register(fieldWorker, { ...told, incidents: [whole()] });
  await walk(record, [fieldWorker, 'assessCase', { riskLevel: 'HIGH' }]);
  const [incidentRow] = await rowsOf(world, 'incident', 'case_id = $1', [uuidOf(record.id)]);
  const rows = [...(await shareOf(record)), ...(await incidentsOf(record))];
  const month = `${dayIn('Africa/Johannesburg').slice(0, 7)}-01T00:00:00`;
  for (const row of rows) {
    expect(row.created_by_id).toBeNull();
    for (const at of ['created_at', 'updated_at']) expect(String(row[at]).slice(0, 19)).toBe(month);
    for (const id of [uuidOf(record.id), incidentRow?.id, incidentRow?.created_by_id]) {
      expect(JSON.stringify(row)).not.toContain(String(id));
    }
  }
});

test('the region reads it, and not the case', async () => {
  const record = await register(fieldWorker, { ...told, incidents: [whole()] });
  const secretariat = await world.as('secretariat');
  const { data, errors } = await secretariat.query(
    `query ($id: ID!, $case: ID!) { case(id: $case) { id }
      sharedCase(id: $id) { country status ageBandLabel createdAt incidents { edges { node { month harmKinds } } } } }`,
    { id: pseudonym(record.id), case: record.id },
  );
  expect(data.sharedCase).toMatchObject({ country: 'ZA', status: 'REGISTERED', ageBandLabel: '35–49' });
  expect(data.sharedCase.incidents.edges).toHaveLength(1);
  expect(data.case).toBeNull();
  expect(errors.map(({ extensions }) => extensions.coordinate)).toEqual(['Query.case']);
});

test.each<[string, object]>([
  ['a draft', { draft: true, incidents: [incident] }],
  ['a case without incidents', {}],
  ['an incident that must not be reported', { incidents: [{ ...incident, consentReporting: false }] }],
  ['an incident that another organisation reports', { incidents: [{ ...incident, reportedElsewhere: true }] }],
])('%s is not shared', async (_, values) => {
  const record = await register(fieldWorker, values);
  expect([...(await shareOf(record)), ...(await incidentsOf(record))]).toEqual([]);
});

test('a minor’s case is not shared, and leaves the share when it is learnt that it is one', async () => {
  const survivor = { genderIdentity: 'WOMAN', ageBand: 'UNDER_18' };
  const consents = [{ ...services, mode: 'GUARDIAN' }];
  const minor = await register(fieldWorker, { survivor, consents, incidents: [whole()] });
  expect([...(await shareOf(minor)), ...(await incidentsOf(minor))]).toEqual([]);
  const unknown = await register(fieldWorker, { incidents: [whole()] });
  expect(await shareOf(unknown)).toMatchObject([{ age_band: 'UNKNOWN' }]);
  const { id } = unknown.survivor!;
  done(await updateSurvivor(fieldWorker, 'updateSurvivor', { id, expectedVersion: 1, ageBand: 'UNDER_18' }));
  expect([...(await shareOf(unknown)), ...(await incidentsOf(unknown))]).toEqual([]);
});

test('of several incidents only those are shared that may be', async () => {
  const quiet = { ...incident, consentReporting: false };
  const record = await register(fieldWorker, { incidents: [quiet, whole(), { ...incident, reportedElsewhere: true }] });
  expect(await incidentsOf(record)).toHaveLength(1);
});

test('it begins when the draft is registered, and follows every step', async () => {
  const draft = await register(fieldWorker, { draft: true, incidents: [whole()] });
  expect(await shareOf(draft)).toEqual([]);
  const registered = await walk(draft, [fieldWorker, 'submitCase']);
  expect(await shareOf(draft)).toMatchObject([{ status: 'REGISTERED', version: 1 }]);
  const assessed = await walk(registered, [manager, 'assessCase']);
  expect(await shareOf(draft)).toMatchObject([{ status: 'ASSESSED', version: 2 }]);
  await walk(assessed, [manager, 'updateCase', { riskLevel: 'HIGH' }]);
  expect(await shareOf(draft)).toMatchObject([{ version: 2 }]);
});

test.each(['withdrawCase', 'confirmCaseDuplicate'])('it ends with %s', async (action) => {
  const record = await register(fieldWorker, { incidents: [whole()] });
  expect(await shareOf(record)).toHaveLength(1);
  const { id: duplicateOfId } = await register(fieldWorker);
  const asked = done(await step(await world.as('supervisor', 'za'), 'markCaseDuplicate', record, { duplicateOfId }));
  done(await step(manager, action, asked));
  expect([...(await shareOf(record)), ...(await incidentsOf(record))]).toEqual([]);
  const removed = await rowsOf(world, 'audit_event', 'record_id = $1 AND action = $2', [pseudonym(record.id), action]);
  expect(removed).toMatchObject([{ operation: 'REMOVE', entity: 'SharedCase' }]);
});

test('it follows new incidents and what is learnt of the survivor', async () => {
  const record = await register(fieldWorker, told);
  expect(await shareOf(record)).toEqual([]);
  done(await addIncident(fieldWorker, 'addIncident', { caseId: record.id, ...whole() }));
  expect(await incidentsOf(record)).toHaveLength(1);
  const changes = { genderIdentity: 'WOMAN', demographics: { birthYear: 1970 } };
  done(
    await updateSurvivor(fieldWorker, 'updateSurvivor', { id: record.survivor?.id, expectedVersion: 1, ...changes }),
  );
  expect(await shareOf(record)).toMatchObject([{ gender_identity: 'WOMAN', age_band: 'AGE_50_PLUS', version: 2 }]);
});

test('it ends with the consent to reporting, for all the survivor’s incidents, and begins again incident by incident', async () => {
  const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'GIVEN', mode: 'WRITTEN' } as const;
  const record = await register(fieldWorker, { consents: [services, reporting], incidents: [whole(), whole()] });
  const second = await register(fieldWorker, {
    survivor: null,
    consents: null,
    survivorId: record.survivor?.id,
    incidents: [whole()],
  });
  const [consent] = await rowsOf(world, 'consent', `survivor_id = $1 AND purpose = 'REPORTING_NON_IDENTIFIABLE'`, [
    uuidOf(record.survivor?.id ?? ''),
  ]);
  done(await actConsent(manager, 'withdrawConsent', { consentId: consent?.id }));
  expect([...(await shareOf(record)), ...(await shareOf(second))]).toEqual([]);
  const incidents = await rowsOf(world, 'incident', 'case_id = ANY($1)', [[uuidOf(record.id), uuidOf(second.id)]]);
  expect(incidents.map((row) => row.consent_reporting)).toEqual([false, false, false]);
  const incidentId = String((await rowsOf(world, 'incident', 'case_id = $1', [uuidOf(second.id)]))[0]?.id);
  done(await actConsent(manager, 'recordConsent', { survivorId: record.survivor?.id, ...reporting, incidentId }));
  expect(await shareOf(record)).toEqual([]);
  expect(await incidentsOf(second)).toHaveLength(1);
});

test('a country that does not share has no share', async () => {
  const client = await world.as('case-manager', 'mz');
  const record = done(await act(client, 'registerCase', registration({ incidents: [incident] })));
  expect(record.status).toBe('REGISTERED');
  expect(await rowsOf(world, 'shared_case', 'true', [], 'mz')).toEqual([]);
});

test('twenty incidents added at once are all shared', async () => {
  const record = await register(fieldWorker);
  const added = Array.from({ length: 20 }, () =>
    addIncident(fieldWorker, 'addIncident', { caseId: record.id, ...incident }),
  );
  (await Promise.all(added)).forEach(done);
  expect(await incidentsOf(record)).toHaveLength(20);
});
