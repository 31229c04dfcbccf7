/** The end of a case takes two people and no open referral; it can be reopened, repeated or withdrawn. */
import type { ReferralStatus } from '../../../src/domain/casework/referral/referral.codes';
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import type { World } from '../world';
import { openWorld, Referral } from '../../support/outside';
import { incident, notesOf, rowsOf, step, uuidOf, type CaseShown } from './acts';

let world: World;
let fieldWorker: Client;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
  supervisor = await world.as('supervisor', 'za');
});
afterAll(() => world.close());

const addIncident = actor<{ id: string }>('incident', 'id');

type Held = Pick<CaseShown, 'id' | 'version'>;
const followed = async (): Promise<Held> => ({
  id: (await world.newCase('za', { anonymous: true })).caseId,
  version: 1,
});

const refer = (caseId: string, status: ReferralStatus): Promise<string> =>
  world.arrange('za', (work) =>
    work.insert(Referral, {
      caseId: uuidOf(caseId),
      status,
      category: 'HEALTH',
      urgency: 'ROUTINE',
      fromOrganisationId: world.organisation.za.partner,
      toOrganisationId: world.organisation.za.clinic,
      requestedAt: new Date().toISOString(),
      sharedFields: [],
    }),
  );

const asked = { closureReason: 'NEEDS_MET', safetyPlanReviewed: true, informedCanResume: true } as const;

test.each(['field-worker', 'case-manager', 'supervisor'])('a %s asks for closure', async (role) => {
  const record = done(await step(await world.as(role, 'za'), 'requestCaseClosure', await followed(), asked));
  expect(record).toMatchObject({ ...asked, status: 'CLOSURE_REQUESTED', supervisorReviewed: false, closedAt: null });
  expect(record.closureRequestedAt).not.toBeNull();
});

test('who asked takes the request back, and nobody else', async () => {
  const record = done(await step(manager, 'requestCaseClosure', await followed(), asked));
  for (const other of [fieldWorker, supervisor])
    expect(told(await step(other, 'takeBackCaseClosure', record))).toEqual(['NOT_YOURS']);
  const back = done(await step(manager, 'takeBackCaseClosure', record, { reason: 'Too early.' }));
  expect(back).toMatchObject({ status: 'IN_FOLLOW_UP', closureReason: null });
  expect(told(await step(supervisor, 'approveCaseClosure', back))).toEqual(['ILLEGAL_STEP']);
});

test('what is told after closure was asked for takes the request back, and both are told', async () => {
  const record = done(await step(manager, 'requestCaseClosure', await followed(), asked));
  done(await addIncident(fieldWorker, 'addIncident', { caseId: record.id, ...incident }));
  expect(told(await step(supervisor, 'approveCaseClosure', record))[0]).toMatch(/^VERSION_CONFLICT/);
  expect(told(await step(supervisor, 'approveCaseClosure', { ...record, version: record.version + 1 }))).toEqual([
    'ILLEGAL_STEP',
  ]);
  for (const client of [manager, supervisor]) {
    const { data } = await client.query('{ notices(first: 1) { edges { node { kind displayId } } } }');
    expect(data.notices.edges).toEqual([{ node: { kind: 'CLOSURE_TAKEN_BACK', displayId: record.displayId } }]);
  }
});

test('a supervisor who did not ask approves; the case is kept as long as the country says', async () => {
  const record = done(await step(manager, 'requestCaseClosure', await followed(), asked));
  const closed = done(await step(supervisor, 'approveCaseClosure', record));
  expect(closed).toMatchObject({ ...asked, status: 'CLOSED', workflowStage: 'CLOSED', supervisorReviewed: true });
  const [country] = await rowsOf(world, 'country', 'true');
  const until = new Date(`${closed.retentionUntil}T00:00:00Z`);
  const months =
    (until.getUTCFullYear() - new Date().getUTCFullYear()) * 12 + until.getUTCMonth() - new Date().getUTCMonth();
  expect(Math.abs(months - Number(country?.retention_months))).toBeLessThanOrEqual(1);
  expect(Math.abs(Date.parse(closed.closedAt ?? '') - Date.now())).toBeLessThan(60_000);
});

test('nobody approves a closure that they asked for themselves', async () => {
  const record = done(await step(supervisor, 'requestCaseClosure', await followed(), asked));
  expect(told(await step(supervisor, 'approveCaseClosure', record))).toEqual(['SAME_PERSON']);
});

test.each(['REQUESTED', 'ACCEPTED', 'IN_SERVICE'] as const)(
  'a referral that is %s is in the way, unless a reason is given',
  async (status) => {
    const record = await followed();
    await refer(record.id, status);
    expect(told(await step(manager, 'requestCaseClosure', record, asked))).toEqual(['OPEN_REFERRALS overrideReason']);
    const overridden = await step(manager, 'requestCaseClosure', record, {
      ...asked,
      overrideReason: 'The clinic is shut.',
    });
    expect(done(await step(supervisor, 'approveCaseClosure', done(overridden))).status).toBe('CLOSED');
    expect(await notesOf(world, record)).toEqual(['STEP_REASON The clinic is shut.']);
  },
);

test.each(['DRAFT', 'COMPLETED', 'REJECTED', 'CANCELLED', 'REVOKED'] as const)(
  'a referral that is %s is not',
  async (status) => {
    const record = await followed();
    await refer(record.id, status);
    expect(done(await step(manager, 'requestCaseClosure', record, asked)).status).toBe('CLOSURE_REQUESTED');
  },
);

test('a referral that was made since closure was asked for is in the way of its approval', async () => {
  const record = done(await step(manager, 'requestCaseClosure', await followed(), asked));
  await refer(record.id, 'REQUESTED');
  expect(told(await step(supervisor, 'approveCaseClosure', record))).toEqual(['OPEN_REFERRALS overrideReason']);
  const overrideReason = 'Agreed with the clinic.';
  expect(done(await step(supervisor, 'approveCaseClosure', record, { overrideReason })).status).toBe('CLOSED');
});

test('a closure is sent back with a reason, which goes into the notes', async () => {
  const record = done(await step(manager, 'requestCaseClosure', await followed(), asked));
  expect(told(await step(supervisor, 'rejectCaseClosure', record, { reason: ' ' }))).toEqual(['INVALID_INPUT reason']);
  const back = done(await step(supervisor, 'rejectCaseClosure', record, { reason: 'Call her first.' }));
  expect(back).toMatchObject({ status: 'IN_FOLLOW_UP', closureReason: null, safetyPlanReviewed: false });
  expect(await notesOf(world, record)).toEqual(['STEP_REASON Call her first.']);
});

test.each(['case-manager', 'supervisor'])('a %s reopens a closed case, with a reason', async (role) => {
  const requested = done(await step(fieldWorker, 'requestCaseClosure', await followed(), asked));
  const closed = done(await step(supervisor, 'approveCaseClosure', requested));
  const client = await world.as(role, 'za');
  expect(told(await step(client, 'reopenCase', closed, { reason: '' }))).toEqual(['INVALID_INPUT reason']);
  const open = done(await step(client, 'reopenCase', closed, { reason: 'It began again.' }));
  expect(open).toMatchObject({ status: 'REOPENED', closedAt: null, retentionUntil: null, closureReason: null });
  expect(done(await step(fieldWorker, 'followUpCase', open)).status).toBe('IN_FOLLOW_UP');
});

test('withdrawing a case ends its open referrals', async () => {
  const record = await followed();
  const ids = [
    await refer(record.id, 'ACCEPTED'),
    await refer(record.id, 'REQUESTED'),
    await refer(record.id, 'COMPLETED'),
  ];
  expect(done(await step(manager, 'withdrawCase', record, { reason: 'She asked.' })).status).toBe('WITHDRAWN');
  const rows = await rowsOf(world, 'referral', 'id = ANY($1) ORDER BY array_position($1, id)', [ids]);
  expect(rows.map(({ status }) => status)).toEqual(['REVOKED', 'REVOKED', 'COMPLETED']);
  expect(rows.map((row) => row.ended_at !== null)).toEqual([true, true, false]);
});
