/** When the next follow-up is due by rule, and who hears of it when that has passed. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { done } from '../acting';
import { register, step as stepCase, uuidOf, walk } from '../case/acts';
import { act as refer, inputFor } from '../referral/acts';
import type { World } from '../world';
import { inDays, noticesOf, planned, reachable, recorded, step } from './acts';
import { letPass } from '../let-pass';

let world: World;
let worker: Client;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  const as = (name: string): Promise<Client> => world.as(name, 'za');
  [worker, manager, supervisor] = [await as('field-worker'), await as('case-manager'), await as('supervisor')];
});
afterAll(() => world.close());

const HOUR = 3_600_000;

interface Due {
  readonly id: string;
  readonly rule: string;
  readonly dueAt: string;
  readonly referral: { readonly id: string } | null;
}

const dueOf = async (caseId: string, client = manager): Promise<Due[]> => {
  const query = `query ($id: ID!) { case(id: $id) { openedAt followUpsDue(first: 9) { edges { node { id rule dueAt referral { id } } } } } }`;
  const { data } = await client.query(query, { id: caseId });
  return (data.case.followUpsDue.edges as { node: Due }[]).map(({ node }) => node);
};
const hoursFrom = (from: string, [due]: readonly Due[]): number => {
  if (!due) throw new Error('nothing is due');
  return Math.round((Date.parse(due.dueAt) - Date.parse(from)) / HOUR);
};

test.each([
  ['za', { riskLevel: 'HIGH' }, 48],
  ['za', { riskLevel: 'MEDIUM' }, 7 * 24],
  ['za', { riskLevel: 'LOW' }, 30 * 24],
  ['za', {}, 7 * 24],
  ['mz', { riskLevel: 'HIGH' }, 48],
] as const)('in %s a case with %j is due after %i hours; a draft is not', async (country, risk, hours) => {
  const client = await world.as('case-manager', country);
  const record = await register(client, risk);
  const due = await dueOf(record.id, client);
  expect(due).toMatchObject([{ rule: 'CASE_RISK', referral: null }]);
  expect(hoursFrom(record.openedAt, due)).toBe(hours);
  expect(await dueOf((await register(client, { ...risk, draft: true })).id, client)).toEqual([]);
});

test('it is anew what the risk is, what was done last, and nothing while one is planned', async () => {
  const record = await register(manager, { riskLevel: 'LOW' });
  const assessed = done(await stepCase(manager, 'assessCase', record, { riskLevel: 'HIGH' }));
  expect(hoursFrom(record.openedAt, await dueOf(record.id))).toBe(48);
  const doneAt = new Date(Date.now() + 5 * HOUR).toISOString();
  const last = await recorded(manager, record.id, { doneAt });
  expect(hoursFrom(doneAt, await dueOf(record.id))).toBe(48);
  await recorded(manager, record.id, { outcome: 'NO_CONTACT', doneAt: new Date(Date.now() + 9 * HOUR).toISOString() });
  expect(hoursFrom(doneAt, await dueOf(record.id))).toBe(48);
  const plan = await planned(manager, record.id);
  expect(await dueOf(record.id)).toEqual([]);
  done(await step(manager, 'cancelFollowUp', plan, { cancelledReason: 'NO_LONGER_NEEDED' }));
  expect(hoursFrom(doneAt, await dueOf(record.id))).toBe(48);
  done(await step(manager, 'updateFollowUp', last, { doneAt: new Date(Date.now() + HOUR).toISOString() }));
  expect(hoursFrom(doneAt, await dueOf(record.id))).toBe(44);
  await walk(assessed, [manager, 'withdrawCase']);
  expect(await dueOf(record.id)).toEqual([]);
});

test('the times are the country’s', async () => {
  await adminRows(world.database, 'UPDATE bw.country SET medium_risk_follow_up_days = 3');
  const client = await world.as('case-manager', 'bw');
  const record = await register(client, { riskLevel: 'MEDIUM' });
  expect(hoursFrom(record.openedAt, await dueOf(record.id, client))).toBe(72);
});

test('a psychosocial referral that runs is due after the first session’s time and a fortnight, then monthly', async () => {
  for (const [urgency, first] of [
    ['ROUTINE', 7],
    ['IMMEDIATE', 1],
  ] as const) {
    const of = await world.newCase();
    const consentId = await world.newConsent(of.survivorId, { purpose: 'RELEASE_TO_PSYCHOSOCIAL' });
    const input = inputFor(world, of, { consentId, category: 'PSYCHOSOCIAL', urgency });
    const { id } = done(await refer(manager, 'makeReferral', input));
    const ofReferral = async (): Promise<Due[]> =>
      (await dueOf(of.caseId)).filter(({ rule }) => rule === 'PSYCHOSOCIAL_REFERRAL');
    expect(await ofReferral()).toEqual([]);
    const clinic = await world.as('service-provider', 'za');
    const accepted = done(await refer(clinic, 'acceptReferral', { id, expectedVersion: 1 }));
    expect(await ofReferral()).toMatchObject([{ referral: { id } }]);
    expect(hoursFrom(accepted.respondedAt!, await ofReferral())).toBe((first + 14) * 24);
    await recorded(worker, of.caseId);
    expect(hoursFrom(accepted.respondedAt!, await ofReferral())).toBe((first + 14) * 24);
    const { doneAt } = await recorded(worker, of.caseId, { referralId: id, feedback: 'SATISFIED' });
    expect(hoursFrom(doneAt!, await ofReferral())).toBe(30 * 24);
    const query = 'query ($id: ID!) { referral(id: $id) { followUpsDue(first: 2) { edges { node { dueAt } } } } }';
    const seen = await clinic.query(query, { id });
    expect(seen.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const plan = await planned(worker, of.caseId, { referralId: id });
    expect(await ofReferral()).toEqual([]);
    done(await step(worker, 'cancelFollowUp', plan, { cancelledReason: 'OTHER' }));
    done(await refer(clinic, 'returnReferral', { id, expectedVersion: accepted.version, rejectedReason: 'OTHER' }));
    expect(await ofReferral()).toEqual([]);
  }
});

const sweep = (name: string): Promise<number | null> => sweepNow(world, 'za', name);
const count = async (client: Client, kind: string): Promise<number> =>
  (await noticesOf(client)).filter((one) => one === kind).length;
const DAY_AGO = `now() - interval '25 hours'`;

test('what is overdue is told once to who is to do it, and after a further day to the supervisors', async () => {
  const { caseId } = await reachable(world);
  const plan = await planned(manager, caseId, { type: 'PHONE_CALL' });
  expect(await sweep('tellOverdueFollowUps')).toBe(0);
  await letPass(world, 'follow_up', plan.id, { due_at: 'now()' });
  expect(await sweep('tellOverdueFollowUps')).toBe(1);
  expect(await sweep('tellOverdueFollowUps')).toBe(0);
  expect([await count(worker, 'FOLLOW_UP_OVERDUE'), await count(supervisor, 'FOLLOW_UP_STILL_OVERDUE')]).toEqual([
    1, 0,
  ]);
  await letPass(world, 'follow_up', plan.id, { overdue_told_at: DAY_AGO });
  expect(await sweep('tellOverdueFollowUps')).toBe(1);
  expect(await sweep('tellOverdueFollowUps')).toBe(0);
  expect([await count(worker, 'FOLLOW_UP_OVERDUE'), await count(supervisor, 'FOLLOW_UP_STILL_OVERDUE')]).toEqual([
    1, 1,
  ]);
  // It is as it was, so that whoever had it offline can record it; moved it is told of anew.
  const moved = done(await step(worker, 'moveFollowUp', plan, { dueAt: inDays(1), movedReason: 'SURVIVOR_ASKED' }));
  await letPass(world, 'follow_up', moved.id, { due_at: 'now()' });
  expect(await sweep('tellOverdueFollowUps')).toBe(1);
  expect(done(await step(worker, 'completeFollowUp', moved, { outcome: 'SAFE' })).status).toBe('DONE');
});

test('what is due and not planned is told to who has the case, then to the supervisors', async () => {
  const { id } = await register(worker, { riskLevel: 'HIGH' });
  const [due] = await dueOf(id);
  expect(await sweep('tellFollowUpsDue')).toBe(0);
  await letPass(world, 'follow_up_due', due!.id, { due_at: 'now()' });
  expect([await sweep('tellFollowUpsDue'), await sweep('tellFollowUpsDue')]).toEqual([1, 0]);
  await letPass(world, 'follow_up_due', due!.id, { overdue_told_at: DAY_AGO });
  expect([await sweep('tellFollowUpsDue'), await sweep('tellFollowUpsDue')]).toEqual([1, 0]);
  expect([await count(worker, 'FOLLOW_UP_DUE'), await count(supervisor, 'FOLLOW_UP_STILL_DUE')]).toEqual([1, 1]);
});

test('a case that nobody has is told of to those who can give it to somebody', async () => {
  const { id } = await register(worker, { riskLevel: 'HIGH' });
  await adminRows(world.database, 'UPDATE za."case" SET owner_id = NULL WHERE id = $1', [uuidOf(id)]);
  const plan = await planned(manager, id);
  await letPass(world, 'follow_up', plan.id, { due_at: 'now()', responsible_id: 'NULL' });
  const before = await count(supervisor, 'FOLLOW_UP_OVERDUE');
  expect(await sweep('tellOverdueFollowUps')).toBe(1);
  expect(await count(supervisor, 'FOLLOW_UP_OVERDUE')).toBe(before + 1);
});
