/** What nobody answers ends by itself, in its time, once, however many instances look. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { hoursToAnswer, openWorld, sweepNow } from '../../support/outside';
import { handsoff } from '../../support/command';
import { done, told } from '../acting';
import { uuidOf } from '../case/acts';
import type { World } from '../world';
import { act, makeInput } from './acts';

let world: World;
let manager: Client;
let clinic: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  clinic = await world.as('service-provider', 'za');
});
afterAll(() => world.close());

const sweep = (): Promise<number | null> => sweepNow(world, 'za', 'expireReferrals');
const expire = (id: string): Promise<unknown> =>
  adminRows(world.database, `UPDATE za.referral SET expires_at = now() WHERE id = $1`, [uuidOf(id)]);
const shown = async (id: string): Promise<unknown> =>
  (await manager.query('query ($id: ID!) { referral(id: $id) { status endedAt } }', { id })).data.referral;

test.each([
  ['HEALTH', 'ROUTINE', null, 14 * 24],
  ['HEALTH', 'WITHIN_72H', null, 24],
  ['HEALTH', 'IMMEDIATE', null, 4],
  ['HEALTH', 'ROUTINE', 'PEP', 2],
  ['HEALTH', 'IMMEDIATE', 'EMERGENCY_CONTRACEPTION', 4],
  ['SAFE_HOUSE', 'ROUTINE', null, 2],
  ['SAFE_HOUSE', 'IMMEDIATE', null, 2],
  ['LEGAL', 'ROUTINE', null, 7 * 24],
  ['LEGAL', 'WITHIN_72H', null, 24],
  ['LEGAL', 'ROUTINE', 'BAIL', 4],
  ['CHILD_PROTECTION', 'ROUTINE', null, 12],
  ['LIVELIHOOD', 'WITHIN_72H', null, 24],
  ['PSYCHOSOCIAL', 'ROUTINE', null, 14 * 24],
] as const)('%s, %s, %s waits %i hours for an answer', (category, urgency, serviceType, hours) => {
  expect(hoursToAnswer({ category, urgency, serviceType })).toBe(hours);
});

test('one that is sent says when it ends; a draft and one to a provider outside the system do not', async () => {
  const of = async (more: object) => {
    const { id } = done(await act(manager, 'makeReferral', await makeInput(world, more)));
    const { data } = await manager.query('query ($id: ID!) { referral(id: $id) { requestedAt expiresAt } }', { id });
    const { requestedAt, expiresAt } = data.referral as { requestedAt: string; expiresAt: string | null };
    return expiresAt && (Date.parse(expiresAt) - Date.parse(requestedAt)) / 3_600_000;
  };
  expect(await of({ urgency: 'IMMEDIATE' })).toBe(4);
  expect(await of({ draft: true })).toBeNull();
  expect(await of({ toOrganisationId: null, remoteProvider: 'A clinic in town' })).toBeNull();
});

test('one whose time has come ends, its sender is told, and nobody can answer any more', async () => {
  const due = done(await act(manager, 'makeReferral', await makeInput(world)));
  const waiting = done(await act(manager, 'makeReferral', await makeInput(world)));
  expect(await sweep()).toBe(0);
  await expire(due.id);
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect(await shown(due.id)).toEqual({ status: 'EXPIRED', endedAt: expect.any(String) as string });
  expect(await shown(waiting.id)).toEqual({ status: 'REQUESTED', endedAt: null });
  const answered = await act(clinic, 'acceptReferral', { id: due.id, expectedVersion: due.version + 1 });
  expect(told(answered)).toEqual(['ILLEGAL_STEP']);
  const { data } = await manager.query('{ notices(first: 1) { edges { node { id version kind readAt by { id } } } } }');
  const [{ node }] = data.notices.edges as [{ node: { id: string; version: number } }];
  expect(node).toMatchObject({ kind: 'REFERRAL_EXPIRED', readAt: null, by: null });
  const audit = await adminRows(
    world.database,
    `SELECT actor_role, action, operation FROM za.audit_event WHERE record_id = $1 ORDER BY at DESC LIMIT 1`,
    [uuidOf(due.id)],
  );
  expect(audit).toEqual([{ actor_role: 'SYSTEM', action: 'expireReferrals', operation: 'UPDATE' }]);
});

test('a notice is marked as read by whom it is for, and by nobody else', async () => {
  const { data } = await manager.query('{ notices(first: 1) { edges { node { id version } } } }');
  const [{ node }] = data.notices.edges as [{ node: { id: string; version: number } }];
  const document = `mutation ($input: ReadNoticeInput!) { readNotice(input: $input) { notice { readAt } problems { code } } }`;
  const input = { id: node.id, expectedVersion: node.version, idempotencyKey: 'read-it-once' };
  expect((await clinic.query(document, { input })).data.readNotice.problems).toEqual([{ code: 'NOT_FOUND' }]);
  expect((await manager.query(document, { input })).data.readNotice.notice.readAt).toEqual(expect.any(String));
});

test('of several instances that look at once one does it, and an answer that comes at that moment is not lost', async () => {
  const ids: string[] = [];
  for (let nth = 0; nth < 6; nth++) {
    const { id } = done(await act(manager, 'makeReferral', await makeInput(world)));
    ids.push(id);
    await expire(id);
  }
  const [answer, ...counts] = await Promise.all([
    act(clinic, 'acceptReferral', { id: ids[0], expectedVersion: 1 }),
    ...Array.from({ length: 4 }, sweep),
  ]);
  for (let more = await sweep(); more; more = await sweep()) counts.push(more);
  const accepted = answer.record?.status === 'ACCEPTED' ? 1 : 0;
  expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) + accepted).toBe(6);
});

test('the command tells when it was last looked, how much was done, and what failed', async () => {
  await world.app.countries.get('ZA')!.app.query(`UPDATE za.job_run SET error = 'Error: no'`);
  const { out } = await handsoff(['jobs', 'ZA', 'BW'], world.database.env);
  expect(out).toMatch(/^expireReferrals: ends referrals that were not answered in time/m);
  expect(out).toMatch(/^ZA expireReferrals: looked at \S+Z, \d+ done, the last at \S+Z; FAILED: Error: no$/m);
  expect(out).toMatch(/^BW expireReferrals: never looked/m);
});
