/** Beira: a girl of sixteen, whose guardian is said to be part of it. */
import { openWorld } from '../support/outside';
import { done, told } from '../domain/acting';
import type { World } from '../domain/world';
import { agreed, noticesOf, onCase, onConsent, onReferral, sees } from './telling';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a girl of sixteen, whose guardian cannot be asked', async () => {
  const [peer, colleague, manager, supervisor] = await Promise.all(
    ['field-worker', 'field-worker-2', 'case-manager', 'supervisor'].map((name) => world.as(name, 'mz')),
  );
  const told16 = {
    source: 'OUTREACH_ACTIVITY',
    survivor: {
      genderIdentity: 'WOMAN',
      demographics: { exchangesSexForMoneyOrGoods: true, birthYear: new Date().getUTCFullYear() - 16 },
    },
    incidents: [
      {
        violationTypes: ['SEXUAL_ASSAULT'],
        consentReporting: true,
        districtId: world.district.mz,
        narrative: { text: 'She does not want to go home.' },
        allegedPerpetrators: [{ actorKind: 'PERSON', category: 'FAMILY_MEMBER', relationship: 'PRIMARY_CAREGIVER' }],
      },
    ],
  };

  // A child does not decide alone without a reason; who would have to be asked is part of it, and is not.
  const alone = { ...told16, consents: [agreed('SERVICES')] };
  expect(told(await onCase(peer!, 'registerCase', alone))).toEqual(['INVALID_INPUT consents.0.mode']);
  const absence = { guardianAbsence: 'ALLEGED_PERPETRATOR' };
  const registered = done(await onCase(peer!, 'registerCase', { ...told16, consents: [agreed('SERVICES', absence)] }));

  // From the year alone it follows that she is a child: her case is closed off to those who have to have it.
  const about = 'restrictionReason survivor { ageBand }';
  const shown = { restrictionReason: 'MINOR', survivor: { ageBand: 'UNDER_18' } };
  for (const client of [peer, manager, supervisor])
    expect(await sees(client!, 'case', registered.id, about)).toEqual(shown);
  for (const name of ['field-worker-2', 'partner-admin', 'me-officer', 'case-manager-2'])
    expect([name, await sees(await world.as(name, 'mz'), 'case', registered.id, 'id')]).toEqual([name, null]);
  // Nobody is told of her but those whom it is open to.
  expect(await noticesOf(colleague!)).toEqual([]);

  // Child protection is outside the system: she is referred there, by code, on a consent of her own.
  const survivorId = registered.survivor?.id;
  const release = { recipientCategory: 'CHILD_PROTECTION', ...absence };
  const consent = done(
    await onConsent(manager!, 'recordConsent', { survivorId, ...agreed('RELEASE_TO_PROTECTION', release) }),
  );
  const referral = done(
    await onReferral(manager!, 'makeReferral', {
      ...{ caseId: registered.id, category: 'CHILD_PROTECTION', urgency: 'IMMEDIATE', consentId: consent.id },
      receiver: { remoteProvider: 'Gabinete de Atendimento' },
    }),
  );
  expect(referral.status).toBe('REQUESTED');

  // The region learns nothing of her.
  const secretariat = await world.as('secretariat');
  const { data } = await secretariat.query('{ sharedCases(first: 50, country: MZ) { edges { node { id } } } }');
  expect(data.sharedCases.edges).toEqual([]);

  // That she is a child is lifted by two, never by one.
  const { version } = (await sees(supervisor!, 'case', registered.id, 'version')) as { version: number };
  const opening = { id: registered.id, expectedVersion: version };
  expect(told(await onCase(supervisor!, 'openCase', opening))).toEqual(['SAME_PERSON']);
});
