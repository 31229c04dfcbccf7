/** SERVICES: its end ends one organisation's work at once, and is undone by a new decision and a second person. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import { act, incident, register, rowsOf, services, step, uuidOf, type CaseShown } from '../case/acts';
import type { World } from '../world';

interface ConsentShown {
  readonly id: string;
  readonly endedCases: { edges: { node: { displayId: string; status: string } }[] };
  readonly endedReferrals: { edges: { node: { status: string } }[] };
}
interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

const recorded = actor<ConsentShown>(
  'consent',
  `id endedCases { edges { node { displayId status } } } endedReferrals { edges { node { status } } }`,
);
const actReferral = actor<Shown>('referral', 'id version status');
const addIncident = actor<{ id: string }>('incident', 'id');

let world: World;
let peer: Client;
let manager: Client;
let supervisor: Client;
let clinic: Client;
beforeAll(async () => {
  world = await openWorld();
  peer = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
  supervisor = await world.as('supervisor', 'za');
  clinic = await world.as('service-provider', 'za');
});
afterAll(() => world.close());

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
const no = { purpose: 'SERVICES', decision: 'REFUSED', mode: 'VERBAL_WITNESSED' };
const refuse = (record: CaseShown, values: object = {}, client = manager): Promise<Acted<ConsentShown>> =>
  recorded(client, 'recordConsent', { survivorId: record.survivor?.id, ...no, ...values });
const agree = (record: CaseShown, values: object = {}, client = manager): Promise<Acted<ConsentShown>> =>
  recorded(client, 'recordConsent', { survivorId: record.survivor?.id, ...services, ...values });
const told1 = { ...incident, narrative: { text: 'Told in confidence.' } };
const withIncident = (values: object = {}): Promise<CaseShown> => register(peer, { incidents: [told1], ...values });

async function now(id: string, client = manager): Promise<{ status: string; version: number }> {
  const { data } = await client.query('query ($id: ID!) { case(id: $id) { status version } }', { id });
  return data.case as { status: string; version: number };
}

async function refer(record: CaseShown): Promise<Shown> {
  const release = {
    purpose: 'RELEASE_TO_HEALTH',
    recipientId: world.organisation.za.clinic,
    scopes: ['NARRATIVE', 'INCIDENT'],
  };
  const consent = done(await agree(record, release));
  return done(
    await actReferral(manager, 'makeReferral', {
      caseId: record.id,
      category: 'HEALTH',
      urgency: 'ROUTINE',
      receiver: { organisationId: world.organisation.za.clinic },
      sharedFields: ['NARRATIVE', 'INCIDENT'],
      consentId: consent.id,
    }),
  );
}
const answer = (action: string, { id, version }: Shown, more: object = {}): Promise<Acted<Shown>> =>
  actReferral(clinic, action, { id, expectedVersion: version, ...more });

describe.each([
  ['refused by a clock that is right', {}],
  ['refused by a clock that is 20 hours slow', { takenAt: hours(-20) }],
  ['refused by a clock that is 20 hours fast', { takenAt: hours(20) }],
])('%s', (_, clock) => {
  it.each([0, -20, 20])('it ends what a consent %s hours off allowed, and nobody has to approve', async (off) => {
    const record = await register(peer, { consents: [{ ...services, takenAt: hours(off) }], incidents: [told1] });
    const referral = done(await answer('acceptReferral', await refer(record)));
    const ended = done(await refuse(record, clock, peer));
    expect(ended.endedCases.edges).toEqual([{ node: { displayId: record.displayId, status: 'WITHDRAWN' } }]);
    expect(ended.endedReferrals.edges).toEqual([{ node: { status: 'REVOKED' } }]);
    expect(await now(record.id)).toMatchObject({ status: 'WITHDRAWN' });
    const { data } = await clinic.query('query ($id: ID!) { referral(id: $id) { status survivor { id } } }', {
      id: referral.id,
    });
    expect(data.referral).toEqual({ status: 'REVOKED', survivor: null });
    expect(await rowsOf(world, 'shared_case', 'id = $1', [world.app.vault.pseudonym('ZA', uuidOf(record.id))])).toEqual(
      [],
    );
  });
});

it('is refused when it is told from more than a day ahead, with its path', async () => {
  const record = await withIncident();
  expect(told(await refuse(record, { takenAt: hours(25) }))).toEqual(['INVALID_INPUT takenAt']);
  expect(await now(record.id)).toMatchObject({ status: 'REGISTERED' });
});

it('is withdrawn as it is refused', async () => {
  const record = await withIncident({ consents: [{ ...services, id: randomUUID() }] });
  const [given] = await rowsOf(world, 'consent', 'survivor_id = $1', [uuidOf(record.survivor!.id)]);
  done(await recorded(manager, 'withdrawConsent', { consentId: given!.id }));
  expect(await now(record.id)).toMatchObject({ status: 'WITHDRAWN' });
});

it('leaves drafts as they are, which then cannot be registered', async () => {
  const draft = await register(peer, { draft: true });
  const ended = done(await refuse(draft));
  expect(ended.endedCases.edges).toEqual([]);
  expect(await now(draft.id)).toEqual({ status: 'DRAFT', version: draft.version });
  expect(told(await step(peer, 'submitCase', draft))[0]).toMatch(/^CONSENT_MISSING/);
});

it('ends the work of one organisation alone', async () => {
  const record = await withIncident();
  const other = await world.as('case-manager-2', 'za');
  done(await refuse(record, { recipientId: world.organisation.za.otherPartner }));
  expect(await now(record.id)).toMatchObject({ status: 'REGISTERED' });
  const own = await register(other, { incidents: [incident] });
  done(await recorded(other, 'recordConsent', { survivorId: own.survivor?.id, ...no }));
  expect(await now(own.id, other)).toMatchObject({ status: 'WITHDRAWN' });
  expect(await now(record.id)).toMatchObject({ status: 'REGISTERED' });
});

it('is refused with a further case of the survivor too', async () => {
  const record = await withIncident();
  const values = { survivor: undefined, survivorId: record.survivor?.id, draft: true, consents: [no] };
  await register(manager, values);
  expect(await now(record.id)).toMatchObject({ status: 'WITHDRAWN' });
});

it('closes off what had come to its end before, until the survivor agrees again', async () => {
  const record = await withIncident();
  await adminRows(world.database, `UPDATE za."case" SET status = 'CLOSED' WHERE id = $1`, [uuidOf(record.id)]);
  const told2 = async (): Promise<unknown> => {
    const { data } = await manager.query(
      'query ($id: ID!) { case(id: $id) { status incidents { edges { node { gbvimsType narrative { text } } } } } }',
      { id: record.id },
    );
    return [data.case.status, data.case.incidents.edges[0].node.narrative];
  };
  expect(await told2()).toEqual(['CLOSED', { text: 'Told in confidence.' }]);
  done(await refuse(record));
  expect(await told2()).toEqual(['CLOSED', null]);
  done(await agree(record));
  expect(await told2()).toEqual(['CLOSED', { text: 'Told in confidence.' }]);
});

it('has all new work refused with CONSENT_MISSING', async () => {
  const record = await withIncident();
  done(await refuse(record));
  const { version } = await now(record.id);
  const survivorId = record.survivor?.id;
  const attempts: Acted<unknown>[] = [
    await step(manager, 'updateCase', { ...record, version }, { riskLevel: 'HIGH' }),
    await addIncident(manager, 'addIncident', { caseId: record.id, ...incident }),
    await act(manager, 'registerCase', { source: 'HELPLINE', survivorId, incidents: [incident] }),
    await actor('survivor', 'id')(manager, 'updateSurvivor', {
      id: survivorId,
      expectedVersion: 1,
      platformMember: true,
    }),
    await actor('caseNote', 'id')(manager, 'addCaseNote', { caseId: record.id, text: 'x' }),
  ];
  for (const attempt of attempts) expect(told(attempt).map((one) => one.split(' ')[0])).toEqual(['CONSENT_MISSING']);
});

describe('a service that was given before', () => {
  const service = (at: string): object => ({
    outcome: 'SERVICE_PROVIDED',
    serviceProvidedAt: at,
    providerNote: 'Seen.',
  });

  it('is recorded afterwards, once', async () => {
    const record = await withIncident();
    const referral = done(await answer('acceptReferral', await refer(record)));
    done(await refuse(record));
    const ended = { ...referral, version: referral.version + 1 };
    expect(told(await answer('completeReferral', ended, service(hours(1))))[0]).toMatch(/^REFERRAL_REVOKED/);
    const completed = done(await answer('completeReferral', ended, service(hours(-2))));
    expect(completed).toMatchObject({ status: 'REVOKED' });
    expect(told(await answer('completeReferral', completed, service(hours(-2))))[0]).toMatch(/^REFERRAL_REVOKED/);
  });

  it('is not recorded eight days later', async () => {
    const record = await withIncident();
    const referral = done(await answer('acceptReferral', await refer(record)));
    done(await refuse(record));
    await adminRows(world.database, `UPDATE za.referral SET ended_at = now() - interval '8 days' WHERE id = $1`, [
      uuidOf(referral.id),
    ]);
    const ended = { ...referral, version: referral.version + 1 };
    expect(told(await answer('completeReferral', ended, service(hours(-24 * 9))))[0]).toMatch(/^REFERRAL_REVOKED/);
  });
});

describe('undoing it', () => {
  const resume = async (record: CaseShown, client = supervisor): Promise<Acted<CaseShown>> =>
    step(client, 'resumeCase', { ...record, version: (await now(record.id)).version });

  it('needs a consent that was recorded since, and a supervisor who did not withdraw', async () => {
    const record = await withIncident();
    done(await refuse(record, {}, manager));
    expect(told(await resume(record))).toEqual(['CONSENT_MISSING']);
    expectForbidden(await resume(record, manager));
    done(await agree(record));
    expect(done(await resume(record))).toMatchObject({ status: 'REGISTERED' });
    expect(told(await resume(record))).toEqual(['ILLEGAL_STEP']);
  });

  it('is not for the supervisor who withdrew it', async () => {
    const record = await withIncident();
    done(await step(supervisor, 'withdrawCase', record));
    done(await agree(record));
    expect(told(await resume(record))).toEqual(['SAME_PERSON']);
  });

  it('of a slip is told by whoever made it, within a day, as an entry of its own', async () => {
    const record = await withIncident();
    done(await refuse(record, {}, manager));
    const slip = { reason: 'RECORDED_IN_ERROR' };
    expect(told(await agree(record, slip, peer))).toEqual(['NOT_CORRECTABLE reason']);
    done(await agree(record, slip, manager));
    expect(told(await agree(record, slip, manager))).toEqual(['NOT_CORRECTABLE reason']);
    expect(done(await resume(record))).toMatchObject({ status: 'REGISTERED' });
    const ledger = await rowsOf(world, 'consent', 'survivor_id = $1 ORDER BY created_at', [
      uuidOf(record.survivor!.id),
    ]);
    expect(ledger.map(({ decision, reason }) => [decision, reason])).toEqual([
      ['GIVEN', null],
      ['REFUSED', null],
      ['GIVEN', 'RECORDED_IN_ERROR'],
    ]);
  });
});

describe('working without consent', () => {
  const override = async (record: CaseShown, client = supervisor, reason = 'He waits for her with a knife.') =>
    step(client, 'overrideConsent', { ...record, version: (await now(record.id)).version }, { reason });

  it('is a supervisor’s to decide, for a reason, and the privacy officer is told', async () => {
    const record = await withIncident();
    done(await refuse(record));
    expectForbidden(await override(record, manager));
    expect(told(await override(record, supervisor, ' '))).toEqual(['INVALID_INPUT reason']);
    expect(done(await override(record))).toMatchObject({ status: 'REGISTERED' });
    const officer = await world.as('privacy-officer', 'za');
    const { data } = await officer.query('{ notices(first: 1) { edges { node { kind displayId readAt } } } }');
    expect(data.notices.edges).toEqual([
      { node: { kind: 'CONSENT_OVERRIDDEN', displayId: record.displayId, readAt: null } },
    ]);
  });

  it('registers a draft', async () => {
    const draft = await register(peer, { draft: true, consents: [] });
    expect(done(await override(draft))).toMatchObject({ status: 'REGISTERED' });
  });
});
