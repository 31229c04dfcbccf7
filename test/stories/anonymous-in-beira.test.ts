/** Beira: a peer meets somebody who gives no name; nothing crosses between organisations, so she carries a letter. */
import { openWorld } from '../support/outside';
import { actor, done, told } from '../domain/acting';
import type { World } from '../domain/world';
import { agreed, next, onCase, onReferral, sees } from './telling';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const note = actor<{ id: string }>('caseNote', 'id');

test('nobody’s name, a referral outside the system, and a name in the end', async () => {
  const [peer, manager, clinic, secretariat] = await Promise.all([
    world.as('field-worker', 'mz'),
    world.as('case-manager', 'mz'),
    world.as('service-provider', 'mz'),
    world.as('secretariat'),
  ]);

  // The peer was offline; what was sent twice is one case.
  const told1 = {
    id: '0b5f6a52-3b53-4c1e-9c58-7c1b2f6f0a11',
    source: 'OUTREACH_ACTIVITY',
    anonymous: true,
    incidents: [
      {
        violationTypes: ['ROBBERY', 'BEATING'],
        consentReporting: false,
        districtId: world.district.mz,
        narrative: { text: 'Behind the bar; he took the money back.' },
        allegedPerpetrators: [{ actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION' }],
      },
    ],
  };
  const key = { idempotencyKey: 'offline-beira-0001' };
  const registered = done(await onCase(peer, 'registerCase', { ...told1, ...key }));
  expect(done(await onCase(peer, 'registerCase', { ...told1, ...key }))).toEqual(registered);
  expect(told(await onCase(peer, 'registerCase', told1))).toEqual(['ALREADY_EXISTS id']);
  expect(registered).toMatchObject({ status: 'REGISTERED', survivor: null });

  // She needs a doctor. Nothing of the case is shared; she goes there herself.
  const health = { caseId: registered.id, category: 'HEALTH', urgency: 'WITHIN_72H' };
  const provider = { receiver: { remoteProvider: 'Centro de Saúde da Ponta-Gêa' } };
  const shares = { ...health, ...provider, sharedFields: ['INCIDENT'] };
  expect(told(await onReferral(peer, 'makeReferral', shares))).toEqual(['INVALID_INPUT sharedFields']);
  const referral = done(await onReferral(peer, 'makeReferral', { ...health, ...provider }));
  expect(await sees(clinic, 'referral', referral.id, 'id')).toBeNull();

  // Two days later she tells the peer what came of it, and the peer records it.
  const accepted = await next(onReferral, peer, 'recordReferralAnswer', referral, { response: 'ACCEPTED' });
  const served = await next(onReferral, peer, 'recordReferralService', accepted, {
    outcome: 'SERVICE_PROVIDED',
    serviceProvidedAt: new Date().toISOString(),
    feedbackFromSurvivor: 'SATISFIED',
  });
  expect(served.status).toBe('COMPLETED');
  expect(await sees(manager, 'referral', referral.id, 'status outcome')).toEqual({
    ...{ status: 'COMPLETED', outcome: 'SERVICE_PROVIDED' },
  });
  done(await note(peer, 'addCaseNote', { caseId: registered.id, text: 'She would come to the meetings.' }));

  // She trusts the peer by now: the case receives its survivor, as a code, with what she agrees to.
  const { version } = (await sees(peer, 'case', registered.id, 'version')) as { version: number };
  const named = await next(
    onCase,
    peer,
    'nameSurvivor',
    { id: registered.id, version },
    {
      survivor: { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34' },
      consents: [agreed('SERVICES')],
    },
  );
  expect(named.survivor).not.toBeNull();
  expect(await sees(peer, 'case', registered.id, 'anonymous survivor { ageBand }')).toEqual({
    anonymous: false,
    survivor: { ageBand: 'AGE_25_34' },
  });

  // Of all this nothing is known beyond Beira's organisation.
  const other = await world.as('case-manager-2', 'mz');
  expect(await sees(other, 'case', registered.id, 'id')).toBeNull();
  const { data } = await secretariat.query('{ sharedCases(first: 50, country: MZ) { edges { node { id } } } }');
  expect(data.sharedCases.edges).toEqual([]);
});
