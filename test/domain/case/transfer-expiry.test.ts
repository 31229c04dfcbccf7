/** A transfer that nobody answers ends by itself, in its time. */
import { adminRows } from '../../support/admin';
import { openWorld, sweepNow } from '../../support/outside';
import { done, told } from '../acting';
import type { World } from '../world';
import { actTransfer, rowsOf, step } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const HOUR = 3_600_000;

test.each([
  ['LOW', 7 * 24],
  ['HIGH', 48],
])('a case of %s risk waits %i hours, and who asked is told', async (riskLevel, hours) => {
  const [sender, receiver] = [await world.as('case-manager', 'za'), await world.as('case-manager-2', 'za')];
  const toOrganisationId = world.organisation.za.otherPartner;
  const { caseId, survivorId } = await world.newCase();
  await world.newConsent(survivorId, { purpose: 'SERVICES', recipientId: toOrganisationId });
  done(await step(sender, 'updateCase', { id: caseId, version: 1 }, { riskLevel }));
  done(await step(sender, 'transferCase', { id: caseId, version: 2 }, { toOrganisationId }));
  const [row] = await rowsOf(world, 'case_transfer', 'case_id = $1', [caseId]);
  const time = (name: string): number => new Date(row?.[name] as string).getTime();
  expect(time('expires_at') - time('requested_at')).toBe(hours * HOUR);
  const id = String(row?.id);
  await adminRows(world.database, `UPDATE za.case_transfer SET expires_at = now() WHERE id = $1`, [id]);
  expect(await sweepNow(world, 'za', 'expireTransfers')).toBe(1);
  expect(told(await actTransfer(receiver, 'acceptCaseTransfer', { id, expectedVersion: 2 }))).toEqual(['ILLEGAL_STEP']);
  const [after] = await rowsOf(world, 'case_transfer', 'case_id = $1', [caseId]);
  expect(after?.status).toBe('EXPIRED');
  const notices = await rowsOf(world, 'notice', "case_id = $1 AND kind = 'TRANSFER_EXPIRED'", [caseId]);
  expect(notices.map(({ addressee_id: to }) => to)).toContain(world.account.za['case-manager']);
});

test('a country that sets other times has those', async () => {
  await adminRows(world.database, 'UPDATE bw.country SET transfer_days = 3, high_risk_transfer_hours = 6');
  const { caseId, survivorId } = await world.newCase('bw');
  const toOrganisationId = world.organisation.bw.otherPartner;
  await world.newConsent(survivorId, { purpose: 'SERVICES', recipientId: toOrganisationId }, 'bw');
  done(
    await step(await world.as('case-manager', 'bw'), 'transferCase', { id: caseId, version: 1 }, { toOrganisationId }),
  );
  const [row] = await rowsOf(world, 'case_transfer', 'case_id = $1', [caseId], 'bw');
  const time = (name: string): number => new Date(row?.[name] as string).getTime();
  expect(time('expires_at') - time('requested_at')).toBe(3 * 24 * HOUR);
});
