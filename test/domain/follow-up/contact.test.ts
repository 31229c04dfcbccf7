/** Nobody is contacted who did not agree to it, nor in a way that is not the safe one. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { actor, done, told } from '../acting';
import type { CaseIds, World } from '../world';
import { act, agrees, inDays, noticesOf, planInput, planned, reachable, recorded, seen, step } from './acts';
import { letPass } from '../let-pass';

let world: World;
let worker: Client;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  [worker, manager] = [await world.as('field-worker', 'za'), await world.as('case-manager', 'za')];
});
afterAll(() => world.close());

const withdraw = actor<{ id: string }>('consent', 'id');
const correct = actor<{ id: string; version: number }>('survivor', 'id version');
const tryPlan = async ({ caseId }: Pick<CaseIds, 'caseId'>, type: string, client = worker) =>
  told(await act(client, 'planFollowUp', planInput(caseId, { type })));
const method = (survivorId: string | null, name: string): Promise<unknown> =>
  adminRows(world.database, 'UPDATE za.safe_contact SET method = $2 WHERE survivor_id = $1', [survivorId, name]);

const contacting = ['HOME_VISIT', 'PHONE_CALL', 'MESSAGE'];
const others = ['OFFICE_MEETING', 'ACCOMPANIMENT', 'COURT_ATTENDANCE', 'POLICE_VISIT', 'REVIEW'];

test('what contacts the survivor takes their consent to it, in ZA and in MZ; what does not takes none', async () => {
  for (const country of ['za', 'mz'] as const) {
    const client = await world.as('field-worker', country);
    const of = await world.newCase(country);
    for (const type of contacting) expect(await tryPlan(of, type, client)).toEqual(['CONSENT_MISSING type']);
    for (const type of others) expect(await tryPlan(of, type, client)).toEqual([]);
    await agrees(world, of, { decision: 'REFUSED' }, country);
    expect(await tryPlan(of, 'PHONE_CALL', client)).toEqual(['CONSENT_MISSING type']);
    await agrees(world, of, {}, country);
    expect(await tryPlan(of, 'PHONE_CALL', client)).toEqual([]);
  }
});

test('a consent for another organisation, or one whose time is over, is none', async () => {
  const of = await world.newCase();
  await agrees(world, of, { recipientId: world.organisation.za.otherPartner });
  await agrees(world, of, { validUntil: new Date(Date.now() - 1000).toISOString() });
  expect(await tryPlan(of, 'PHONE_CALL')).toEqual(['CONSENT_MISSING type']);
  await agrees(world, of, { recipientId: world.organisation.za.partner });
  expect(await tryPlan(of, 'PHONE_CALL')).toEqual([]);
});

test('in an anonymous case nobody is contacted; who gets in touch can be recorded', async () => {
  const of = await world.newCase('za', { anonymous: true });
  for (const type of contacting) expect(await tryPlan(of, type)).toEqual(['CONSENT_MISSING type']);
  const call = { caseId: of.caseId, type: 'PHONE_CALL', outcome: 'SAFE' };
  expect(told(await act(worker, 'recordFollowUp', call))).toEqual(['CONSENT_MISSING type']);
  const rang = done(await act(worker, 'recordFollowUp', { ...call, survivorGotInTouch: true }));
  expect(rang).toMatchObject({ status: 'DONE', survivorGotInTouch: true });
});

test.each([
  ['CALL', ['PHONE_CALL']],
  ['SMS', ['MESSAGE']],
  ['WHATSAPP', ['MESSAGE']],
  ['IN_PERSON', ['HOME_VISIT']],
  ['VIA_PEER', ['HOME_VISIT', 'MESSAGE']],
  ['DO_NOT_CONTACT', []],
])('where %s is the safe way, %j is planned', async (safe, fitting) => {
  const of = await reachable(world);
  await method(of.survivorId, safe);
  for (const type of contacting)
    expect(await tryPlan(of, type)).toEqual(fitting.includes(type) ? [] : ['CONTACT_NOT_SAFE type']);
});

test('the problem tells nobody what the safe way is, nor whether one is recorded', async () => {
  const texts = new Set<string>();
  for (const safe of ['SMS', 'DO_NOT_CONTACT', null]) {
    const of = await reachable(world);
    if (safe) await method(of.survivorId, safe);
    else await adminRows(world.database, 'DELETE FROM za.safe_contact WHERE survivor_id = $1', [of.survivorId]);
    const { problems } = await act(manager, 'planFollowUp', planInput(of.caseId, { type: 'PHONE_CALL' }));
    texts.add(`${problems[0]?.code} ${problems[0]?.message}`);
  }
  expect([...texts]).toHaveLength(1);
});

test('a withdrawal cancels what was planned to contact the survivor, tells of it, and leaves the rest', async () => {
  const of = await world.newCase();
  const consentId = await agrees(world, of);
  const call = await planned(manager, of.caseId, { type: 'PHONE_CALL' });
  const meeting = await planned(manager, of.caseId);
  done(await withdraw(manager, 'withdrawConsent', { consentId }));
  expect(await seen(worker, call)).toMatchObject({ status: 'CANCELLED', cancelledReason: 'SURVIVOR_DECIDED' });
  expect(await seen(worker, meeting)).toMatchObject({ status: 'PLANNED' });
  expect(await noticesOf(worker)).toContain('FOLLOW_UP_CANCELLED');
});

test('another safe way cancels what does not fit it any more', async () => {
  const of = await reachable(world);
  const call = await planned(worker, of.caseId, { type: 'PHONE_CALL' });
  const survivor = { id: of.survivorId, expectedVersion: 1, safeContact: { method: 'DO_NOT_CONTACT' } };
  done(await correct(worker, 'updateSurvivor', survivor));
  expect(await seen(worker, call)).toMatchObject({ status: 'CANCELLED', cancelledReason: 'NOT_SAFE' });
});

test('a consent that runs out cancels what was planned on it, by itself', async () => {
  const of = await world.newCase();
  const consentId = await agrees(world, of, { validUntil: inDays(1) });
  const call = await planned(worker, of.caseId, { type: 'PHONE_CALL' });
  expect(await sweepNow(world, 'za', 'endLapsedContact')).toBe(0);
  await letPass(world, 'consent', consentId, { valid_until: 'now()' });
  expect(await sweepNow(world, 'za', 'endLapsedContact')).toBe(1);
  expect(await seen(worker, call)).toMatchObject({ status: 'CANCELLED', cancelledReason: 'SURVIVOR_DECIDED' });
  expect(await sweepNow(world, 'za', 'endLapsedContact')).toBe(0);
});

test('what was done while they agreed is recorded after they ceased to; moved or planned next it is not', async () => {
  const of = await reachable(world);
  const call = await planned(worker, of.caseId, { type: 'PHONE_CALL' });
  const before = new Date(Date.now() - 30_000).toISOString();
  await agrees(world, of, { decision: 'REFUSED', takenAt: new Date().toISOString() });
  expect(await recorded(worker, of.caseId, { type: 'PHONE_CALL', doneAt: before })).toMatchObject({ status: 'DONE' });
  const now = { caseId: of.caseId, type: 'PHONE_CALL', outcome: 'SAFE' };
  expect(told(await act(worker, 'recordFollowUp', now))).toEqual(['CONSENT_MISSING type']);
  const later = { dueAt: inDays(9), movedReason: 'SURVIVOR_ASKED' };
  expect(told(await step(worker, 'moveFollowUp', call, later))).toEqual(['CONSENT_MISSING id']);
  const next = { outcome: 'SAFE', nextFollowUp: { type: 'PHONE_CALL', dueAt: inDays(9) } };
  expect(told(await step(worker, 'completeFollowUp', call, next))).toEqual(['CONSENT_MISSING nextFollowUp.type']);
  expect(done(await step(worker, 'completeFollowUp', call, { outcome: 'SAFE' })).status).toBe('DONE');
});

test('a correction to a type that contacts is held to the same', async () => {
  const of = await world.newCase();
  const meeting = await planned(worker, of.caseId);
  expect(told(await step(worker, 'updateFollowUp', meeting, { type: 'HOME_VISIT' }))).toEqual(['CONSENT_MISSING type']);
  const rang = await recorded(worker, of.caseId, { type: 'PHONE_CALL', survivorGotInTouch: true });
  const not = { survivorGotInTouch: false };
  expect(told(await step(worker, 'updateFollowUp', rang, not))).toEqual(['CONSENT_MISSING type']);
});
