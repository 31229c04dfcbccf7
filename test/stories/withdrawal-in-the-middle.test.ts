/** Gaborone: the work is under way and the clinic has accepted, when the survivor wants no more of it; later she comes back. */
import { openWorld } from '../support/outside';
import { done, told } from '../domain/acting';
import type { World } from '../domain/world';
import { agreed, next, noticesOf, onCase, onConsent, onIncident, onReferral, sees } from './telling';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('she changes her mind, and changes it again', async () => {
  const [peer, manager, supervisor, clinic] = await Promise.all(
    ['field-worker', 'case-manager', 'supervisor', 'service-provider'].map((name) => world.as(name, 'bw')),
  );
  const registered = done(
    await onCase(peer!, 'registerCase', {
      source: 'HELPLINE',
      survivor: { genderIdentity: 'WOMAN', ageBand: 'AGE_35_49', identity: { workingName: 'Naledi' } },
      consents: [agreed('SERVICES')],
      incidents: [
        { violationTypes: ['BEATING'], consentReporting: true, narrative: { text: 'Her landlord beat her.' } },
      ],
    }),
  );
  const survivorId = registered.survivor?.id;
  const release = { recipientId: world.organisation.bw.clinic, scopes: ['INCIDENT', 'NARRATIVE'] };
  const consent = done(
    await onConsent(manager!, 'recordConsent', { survivorId, ...agreed('RELEASE_TO_HEALTH', release) }),
  );
  const referral = done(
    await onReferral(manager!, 'makeReferral', {
      ...{ caseId: registered.id, category: 'HEALTH', urgency: 'ROUTINE', consentId: consent.id },
      ...{ receiver: { organisationId: world.organisation.bw.clinic }, sharedFields: ['INCIDENT', 'NARRATIVE'] },
    }),
  );
  await next(onReferral, clinic!, 'acceptReferral', referral);
  const account = 'incidents { edges { node { narrative { text } } } }';
  expect(JSON.stringify(await sees(clinic!, 'referral', referral.id, account))).toContain('landlord');

  // She tells the peer that she wants no more of it. That acts at once, and needs nobody's approval.
  const no = { purpose: 'SERVICES', decision: 'REFUSED', mode: 'VERBAL_WITNESSED' };
  done(await onConsent(peer!, 'recordConsent', { survivorId, ...no }));
  expect(await sees(manager!, 'case', registered.id, 'status')).toEqual({ status: 'WITHDRAWN' });
  expect(await sees(clinic!, 'referral', referral.id, 'status revokedReason survivor { id }')).toEqual({
    ...{ status: 'REVOKED', revokedReason: 'SURVIVOR_DECIDED', survivor: null },
  });
  expect(JSON.stringify(await sees(clinic!, 'referral', referral.id, account))).not.toContain('landlord');
  expect(await noticesOf(clinic!)).toContain('REFERRAL_REVOKED');

  // What she told is read by nobody any more, who she is neither; that she agreed once, and no more, stays.
  for (const client of [peer, manager, supervisor]) {
    expect(JSON.stringify(await sees(client!, 'case', registered.id, account))).not.toContain('landlord');
    const { data } = await client!.query('query ($id: ID!) { survivor(id: $id) { identity { workingName } } }', {
      id: survivorId,
    });
    expect(data.survivor?.identity ?? null).toBeNull();
  }
  const ledger = 'consents(first: 10) { edges { node { purpose decision } } }';
  const seen = JSON.stringify(await sees(manager!, 'survivor', survivorId, ledger));
  expect(seen).toContain('"purpose":"SERVICES","decision":"REFUSED"');
  expect(seen).toContain('"purpose":"SERVICES","decision":"GIVEN"');
  const more = { caseId: registered.id, violationTypes: ['THREAT'], consentReporting: false };
  expect(told(await onIncident(manager!, 'addIncident', more))).toEqual(['CONSENT_MISSING']);

  // Weeks later she is back. She agrees anew, and a supervisor takes the case up where it stood.
  const { version } = (await sees(supervisor!, 'case', registered.id, 'version')) as { version: number };
  const withdrawn = { id: registered.id, version };
  const early = { id: withdrawn.id, expectedVersion: version };
  expect(told(await onCase(supervisor!, 'resumeCase', early))[0]).toMatch(/^CONSENT_MISSING/);
  done(await onConsent(peer!, 'recordConsent', { survivorId, ...agreed('SERVICES') }));
  const resumed = await next(onCase, supervisor!, 'resumeCase', withdrawn, { reason: 'She came back.' });
  expect(resumed.status).toBe('REGISTERED');
  expect(JSON.stringify(await sees(manager!, 'case', registered.id, account))).toContain('landlord');
  // What ended stays ended: the clinic is asked anew, or not at all.
  expect(await sees(clinic!, 'referral', referral.id, 'status')).toEqual({ status: 'REVOKED' });
});
