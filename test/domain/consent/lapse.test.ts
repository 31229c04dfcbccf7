/**
 * What rests on a consent ends when its time is over as it does when it is taken back, whatever it was a consent to:
 * nobody has to notice, the ledger says so once, and what the survivor agreed to besides goes on.
 */
import { ConsentPurpose } from '../../../src/domain/casework/consent/consent.codes';
import { adminRows } from '../../support/admin';
import { sweepNow } from '../../support/outside';
import { actor, done, told } from '../acting';
import { act, actTransfer, incident, register, rowsOf, services, step, uuidOf } from '../case/acts';
import type { CountryName } from '../world';
import { about, decide, endedNow, ground, hours, open, releases, restsOn, world } from './purposes-ground';

open();

const sweeps = ['endLapsedServices', 'endLapsedContact', 'endLapsedConsents'];
async function sweep(country: CountryName = 'za'): Promise<void> {
  for (const name of sweeps) await sweepNow(world, country, name);
}

/** Until yesterday is what was until tomorrow. */
const letLapse = (country: CountryName, id: string | undefined): Promise<unknown> =>
  adminRows(
    world.database,
    `UPDATE ${country}.consent SET valid_until = valid_until - interval '2 days' WHERE id = $1`,
    [id],
  );
const tomorrow = () => ({ validUntil: hours(24) });
const entriesOf = async (country: CountryName, survivorId: string | undefined, purpose: string) =>
  (
    await adminRows<{ decision: string }>(
      world.database,
      `SELECT decision FROM ${country}.consent WHERE survivor_id = $1 AND purpose = $2 ORDER BY created_at, decision`,
      [uuidOf(survivorId ?? ''), purpose],
    )
  ).map(({ decision }) => decision);

describe.each(['za', 'bw', 'mz'] as const)('in %s', (country) => {
  it('each purpose ends with its time, exactly that, and the ledger says so once', async () => {
    const made = await ground(country, () => 0, tomorrow());
    const survivorId = made.record.survivor?.id;
    const order = [...ConsentPurpose.codes.filter((purpose) => purpose !== 'SERVICES'), 'SERVICES' as const];
    const ended = new Set<string>();
    await sweep(country);
    expect(await endedNow(made)).toEqual([]);
    for (const purpose of order) {
      await letLapse(country, made.consents.get(purpose));
      await sweep(country);
      await sweep(country);
      for (const one of restsOn[purpose]) ended.add(one);
      expect([purpose, await endedNow(made)]).toEqual([purpose, [...ended].sort()]);
      expect([purpose, await entriesOf(country, survivorId, purpose)]).toEqual([purpose, ['GIVEN', 'EXPIRED']]);
    }
  });

  it('who agreed again before goes on being counted, and agrees to what was agreed to since', async () => {
    const made = await ground(country, () => 0, tomorrow());
    const survivorId = made.record.survivor?.id;
    const purpose = 'REPORTING_NON_IDENTIFIABLE';
    const again = { survivorId, ...services, purpose };
    done(await decide(made.manager, 'recordConsent', { ...again, ...about(purpose) }));
    await letLapse(country, made.consents.get(purpose));
    await sweep(country);
    expect(await endedNow(made)).toEqual([]);
    expect(await entriesOf(country, survivorId, purpose)).toEqual(['GIVEN', 'GIVEN', 'EXPIRED']);
    const further = { caseId: made.record.id, ...incident };
    expect(told(await actor('incident', 'id')(made.manager, 'addIncident', further))).toEqual([]);
  });
});

it('a consent that has run out can be taken back all the same, once', async () => {
  const made = await ground('za', () => 0, tomorrow());
  const consentId = made.consents.get('RESEARCH');
  await letLapse('za', consentId);
  await sweep();
  done(await decide(made.manager, 'withdrawConsent', { consentId }));
  expect(told(await decide(made.manager, 'withdrawConsent', { consentId }))).toEqual(['ALREADY_WITHDRAWN consentId']);
});

it('what another organisation was named for goes on, where one of several that agree to it has run out', async () => {
  const made = await ground('za', () => 0, tomorrow());
  const { manager, record } = made;
  const to = { purpose: releases[0], recipientId: world.organisation.za.clinic, scopes: ['INCIDENT'] };
  const named = done(await decide(manager, 'recordConsent', { survivorId: record.survivor?.id, ...services, ...to }));
  await letLapse('za', made.consents.get(releases[0] ?? 'RELEASE_TO_HEALTH'));
  await sweep();
  const [stands] = await rowsOf(world, 'consent', 'id = $1', [uuidOf(named.id)]);
  expect(stands).toMatchObject({ decision: 'GIVEN', valid_until: null });
  expect(await endedNow(made)).toEqual(restsOn[releases[0] ?? 'RELEASE_TO_HEALTH']);
});

it.each([
  ['services', { purpose: 'SERVICES' }],
  ['a release', { purpose: 'RELEASE_TO_LEGAL', scopes: ['INCIDENT', 'PERPETRATOR', 'INCIDENT_DETAIL', 'NARRATIVE'] }],
])('a case waits no longer to be handed over when the consent of %s to it has run out', async (_, about) => {
  const manager = await world.as('case-manager', 'za');
  const receiver = await world.as('case-manager-2', 'za');
  const recipientId = world.organisation.za.otherPartner;
  const consents = [services, { ...services, ...about, recipientId, ...tomorrow() }];
  const record = await register(manager, { consents, incidents: [incident] });
  done(await step(manager, 'transferCase', record, { toOrganisationId: recipientId }));
  const [given] = await rowsOf(world, 'consent', 'survivor_id = $1 AND valid_until IS NOT NULL', [
    uuidOf(record.survivor?.id ?? ''),
  ]);
  await letLapse('za', String(given?.id));
  await sweep();
  await sweep();
  const [transfer] = await rowsOf(world, 'case_transfer', 'case_id = $1', [uuidOf(record.id)]);
  expect(transfer).toMatchObject({ status: 'REVOKED' });
  const [kept] = await rowsOf(world, 'case', 'id = $1', [uuidOf(record.id)]);
  expect(kept).toMatchObject({ status: 'REGISTERED' });
  const answer = { id: transfer?.id, expectedVersion: transfer?.version };
  expect(told(await actTransfer(receiver, 'acceptCaseTransfer', answer))).toEqual(['ILLEGAL_STEP']);
  expect(await entriesOf('za', record.survivor?.id, about.purpose)).toContain('EXPIRED');
  expect(told(await act(manager, 'registerCase', { source: 'HELPLINE', survivorId: record.survivor?.id }))).toEqual([]);
});
