/** Johannesburg: a woman is raped at night; within 72 hours a peer takes her account, and the clinic gives her PEP. */
import { openWorld } from '../support/outside';
import { done, told } from '../domain/acting';
import type { World } from '../domain/world';
import { agreed, hoursAgo, next, onCase, onConsent, onReferral, sees } from './telling';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('raped last night, at the clinic today', async () => {
  const [peer, manager, supervisor, clinic, lawyers] = await Promise.all(
    ['field-worker', 'case-manager', 'supervisor', 'service-provider', 'service-provider-2'].map((name) =>
      world.as(name, 'za'),
    ),
  );
  const yesterday = hoursAgo(30).slice(0, 10);

  // A peer takes up what happened, in the survivor's words, and what she agrees to.
  const registered = done(
    await onCase(peer!, 'registerCase', {
      source: 'OUTREACH_ACTIVITY',
      survivor: {
        genderIdentity: 'WOMAN',
        ageBand: 'AGE_25_34',
        identity: { workingName: 'Thandi' },
        safeContact: { method: 'VIA_PEER' },
      },
      consents: [agreed('SERVICES')],
      incidents: [
        {
          violationTypes: ['RAPE'],
          consentReporting: true,
          districtId: world.district.za,
          detail: { occurredOn: yesterday, timeOfDay: 'EVENING_NIGHT' },
          narrative: { text: 'A client forced her in his car.' },
          allegedPerpetrators: [{ actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION' }],
        },
      ],
    }),
  );
  expect(registered.status).toBe('REGISTERED');
  const details = 'incidents { edges { node { gbvimsType detail { elapsedHours elapsedHoursAtMost } } } }';
  const [incident] = ((await sees(manager!, 'case', registered.id, details)) as never as Listed).incidents.edges;
  // No hour was recorded: the hours are an interval, and all of it lies within 72.
  expect(incident?.node).toMatchObject({ gbvimsType: 'RAPE', detail: { elapsedHours: null } });
  expect(incident!.node.detail.elapsedHoursAtMost).toBeLessThanOrEqual(72);

  // The case manager asks whether the clinic may know what happened, and refers at once.
  const survivorId = registered.survivor?.id;
  const assessed = await next(onCase, manager!, 'assessCase', registered, { riskLevel: 'HIGH' });
  const release = { recipientId: world.organisation.za.clinic, scopes: ['INCIDENT', 'NARRATIVE', 'SAFE_CONTACT'] };
  const consent = done(
    await onConsent(manager!, 'recordConsent', { survivorId, ...agreed('RELEASE_TO_HEALTH', release) }),
  );
  const pep = { caseId: assessed.id, category: 'HEALTH', serviceType: 'PEP', urgency: 'IMMEDIATE' };
  const clinicOf = { receiver: { organisationId: world.organisation.za.clinic } };
  const beyond = { ...pep, ...clinicOf, sharedFields: ['NARRATIVE', 'DEMOGRAPHICS'], consentId: consent.id };
  expect(told(await onReferral(manager!, 'makeReferral', beyond))[0]).toMatch(/^CONSENT_MISSING/);
  const referral = done(
    await onReferral(manager!, 'makeReferral', {
      ...{ ...pep, ...clinicOf, sharedFields: ['INCIDENT', 'NARRATIVE'], consentId: consent.id },
      reason: { text: 'PEP, and emergency contraception if she wants it.' },
    }),
  );

  // The clinic sees what it needs to decide, and the account only once it has accepted; the lawyers see nothing.
  const account = 'category serviceType urgency incidents { edges { node { narrative { text } } } }';
  const before = (await sees(clinic!, 'referral', referral.id, 'category serviceType urgency')) ?? {};
  expect(before).toEqual({ category: 'HEALTH', serviceType: 'PEP', urgency: 'IMMEDIATE' });
  expect(JSON.stringify(await sees(clinic!, 'referral', referral.id, account))).not.toContain('his car');
  expect(await sees(lawyers!, 'referral', referral.id, 'id')).toBeNull();
  const accepted = await next(onReferral, clinic!, 'acceptReferral', referral);
  expect(JSON.stringify(await sees(clinic!, 'referral', referral.id, account))).toContain('his car');

  // She is given the first dose. After that the clinic has its own record, and no more of hers.
  const started = await next(onReferral, clinic!, 'startReferral', accepted);
  const served = await next(onReferral, clinic!, 'completeReferral', started, {
    outcome: 'SERVICE_PROVIDED',
    serviceProvidedAt: new Date().toISOString(),
    providerNote: 'First dose given; back in a week.',
  });
  expect(served).toMatchObject({ status: 'COMPLETED', survivor: null });
  expect(JSON.stringify(await sees(clinic!, 'referral', referral.id, account))).not.toContain('his car');
  const record = 'status serviceRecord { providerNote }';
  expect(await sees(manager!, 'referral', referral.id, record)).toEqual({
    status: 'COMPLETED',
    serviceRecord: { providerNote: 'First dose given; back in a week.' },
  });

  // Her needs are met: the case manager asks to close, and somebody else approves.
  const planned = await next(onCase, manager!, 'planCase', assessed);
  const followed = await next(onCase, manager!, 'followUpCase', planned);
  const asked = await next(onCase, manager!, 'requestCaseClosure', followed, {
    closureReason: 'NEEDS_MET',
    safetyPlanReviewed: true,
    informedCanResume: true,
  });
  expect((await next(onCase, supervisor!, 'approveCaseClosure', asked)).status).toBe('CLOSED');
});

interface Listed {
  readonly incidents: {
    readonly edges: readonly { readonly node: { readonly detail: { readonly elapsedHoursAtMost: number } } }[];
  };
}
