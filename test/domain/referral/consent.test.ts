/** Nothing is shared that the survivor did not agree to share, with this receiver, now; nor what the rules keep back. */
import { ShareableClass } from '../../../src/policy/shareable.codes';
import { dataClasses } from '../../../src/policy/table';
import { randomUUID } from 'node:crypto';
import { done, told } from '../acting';
import type { World } from '../world';
import { openWorld, Consent, Referral } from '../../support/outside';
import { act, inputFor, makeInput, sent, step, walk } from './acts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const make = async (values: object, role = 'case-manager', country: 'za' | 'mz' = 'za') =>
  act(await world.as(role, country), 'makeReferral', await makeInput(world, values, country));

/** A referral that rests on a consent with these values. */
async function withConsent(values: Partial<InstanceType<typeof Consent>>, more: object = {}) {
  const made = await world.newCase();
  const consentId = await world.newConsent(made.survivorId, values);
  return act(await world.as('case-manager', 'za'), 'makeReferral', inputFor(world, made, { consentId, ...more }));
}

const past = new Date(Date.now() - 1000).toISOString();

test('without a consent a survivor is not referred', async () => {
  const acted = await make({ consentId: null });
  expect(told(acted)).toEqual(['CONSENT_MISSING consentId']);
  expect(acted.problems[0]?.message).toContain('“Sharing with health services”');
});

test.each<[string, Partial<InstanceType<typeof Consent>>, RegExp]>([
  ['refused', { decision: 'REFUSED' }, /decision was “Refused”/],
  ['run out', { validUntil: past }, /has run out/],
  [
    'for another purpose',
    { purpose: 'RELEASE_TO_LEGAL' },
    /not one of this survivor for this: “Sharing with health services”/,
  ],
  ['for another category', { recipientCategory: 'PSYCHOSOCIAL' }, /of the kind “Psychosocial support”, not “Health”/],
])('a consent that is %s does not do', async (_, values, message) => {
  const acted = await withConsent(values);
  expect(told(acted)).toEqual(['CONSENT_MISSING consentId']);
  expect(acted.problems[0]?.message).toMatch(message);
});

test('a consent for another organisation does not do; one for this organisation or its category does', async () => {
  const { lawyers, clinic } = world.organisation.za;
  const other = await withConsent({ recipientId: lawyers });
  expect(other.problems[0]?.message).toMatch(/another organisation/);
  expect(done(await withConsent({ recipientId: clinic })).status).toBe('REQUESTED');
  expect(done(await withConsent({ recipientCategory: 'HEALTH' })).status).toBe('REQUESTED');
  const outside = { toOrganisationId: null, remoteProvider: 'A hospital' };
  expect(told(await withConsent({ recipientId: clinic }, outside))).toEqual(['CONSENT_MISSING consentId']);
});

test('another survivor’s consent does not do', async () => {
  const { survivorId } = await world.newCase();
  const acted = await make({ consentId: await world.newConsent(survivorId) });
  expect(told(acted)).toEqual(['CONSENT_MISSING consentId']);
});

test('a consent that was withdrawn, or followed by a refusal, does not do', async () => {
  const made = await world.newCase();
  const consentId = await world.newConsent(made.survivorId);
  const client = await world.as('case-manager', 'za');
  const ended = { takenAt: new Date().toISOString(), scopes: [] };
  await world.newConsent(made.survivorId, { ...ended, purpose: 'RELEASE_TO_LEGAL', decision: 'REFUSED' });
  const draft = done(await act(client, 'makeReferral', inputFor(world, made, { consentId, draft: true })));
  await world.newConsent(made.survivorId, { ...ended, decision: 'WITHDRAWN', withdrawsId: consentId });
  expect((await act(client, 'makeReferral', inputFor(world, made, { consentId }))).problems[0]?.message).toMatch(
    /withdrawn/,
  );
  expect(told(await step(client, 'sendReferral', draft))).toEqual(['CONSENT_MISSING consentId']);
  const renewed = await world.newConsent(made.survivorId, { takenAt: new Date().toISOString() });
  expect(done(await step(client, 'sendReferral', draft, { consentId: renewed })).status).toBe('REQUESTED');
});

test('a draft that is sent without the consent that it named is sent without any', async () => {
  const draft = done(await withConsent({}, { draft: true }));
  const client = await world.as('case-manager', 'za');
  expect(told(await step(client, 'sendReferral', draft, { consentId: null }))).toEqual(['CONSENT_MISSING consentId']);
  expect(done(await step(client, 'sendReferral', draft)).status).toBe('REQUESTED');
});

test('what the survivor did not agree to share is named', async () => {
  const acted = await withConsent(
    { scopes: ['INCIDENT'] },
    { sharedFields: ['INCIDENT', 'NARRATIVE', 'DEMOGRAPHICS'] },
  );
  expect(told(acted)).toEqual(['CONSENT_MISSING consentId']);
  expect(acted.problems[0]?.message).toContain('Account of the incident, Demographics');
});

test('the identity of perpetrators and complaints are for lawyers, health is for health services', async () => {
  const acted = await make({ sharedFields: ['PERPETRATOR_IDENTITY', 'HEALTH', 'COMPLAINT'] });
  expect(told(acted)).toEqual(['SHARING_NOT_ALLOWED sharedFields.0', 'SHARING_NOT_ALLOWED sharedFields.2']);
  const legal = { category: 'LEGAL', toOrganisationId: world.organisation.za.lawyers };
  const consent = { purpose: 'RELEASE_TO_LEGAL' } as const;
  expect(done(await withConsent(consent, { ...legal, sharedFields: ['PERPETRATOR_IDENTITY'] })).status).toBe(
    'REQUESTED',
  );
  expect(told(await withConsent(consent, { ...legal, sharedFields: ['HEALTH'] }))).toEqual([
    'SHARING_NOT_ALLOWED sharedFields.0',
  ]);
});

test.each(ShareableClass.codes)('%s is shared where a receiver reads it, and refused where none does', async (code) => {
  const isRead = Object.values(dataClasses[code].rights).some((rights) =>
    [rights].flat().join().includes('referred r'),
  );
  const lawyers = { category: 'LEGAL', toOrganisationId: world.organisation.za.lawyers };
  const against = [
    ...told(await make({ sharedFields: [code] })),
    ...told(await make({ sharedFields: [code], ...lawyers })),
  ].filter((problem) => problem.startsWith('SHARING_NOT_ALLOWED'));
  expect([code, against.length < 2]).toEqual([code, isRead]);
});

test('nobody shares what is beyond their own rights', async () => {
  expect(told(await make({ sharedFields: ['HEALTH'] }, 'field-worker'))).toEqual([
    'SHARING_NOT_ALLOWED sharedFields.0',
  ]);
  expect(told(await make({ sharedFields: ['IDENTITY'] }, 'supervisor'))).toEqual([
    'SHARING_NOT_ALLOWED sharedFields.0',
  ]);
  expect(done(await make({ sharedFields: ['IDENTITY'] }, 'field-worker')).status).toBe('REQUESTED');
});

test('where no identities are kept, survivors are referred by code only', async () => {
  const acted = await make({ sharedFields: ['IDENTITY', 'SAFE_CONTACT', 'INCIDENT'] }, 'case-manager', 'mz');
  expect(told(acted)).toEqual([
    'IDENTITY_VAULT_OFF sharedFields.0',
    'IDENTITY_VAULT_OFF sharedFields.1',
    'SHARING_NOT_ALLOWED sharedFields.2',
  ]);
  // To another organisation not even the code goes; to a provider outside the survivor carries it.
  expect(done(await make({}, 'case-manager', 'mz')).survivorCode).toBeNull();
});

test('a referral is not accepted once its consent is over', async () => {
  const referral = await sent(world);
  await world.arrange('za', async (work) => {
    const [row] = await work.find(Referral, { status: 'REQUESTED', survivorCode: referral.survivorCode });
    const [consent] = await work.find(Consent, { id: row!.consentId });
    const { survivorId, purpose, mode, takenById } = consent!;
    const withdrawal = { survivorId, purpose, mode, takenById, scopes: [], withdrawsId: consent!.id };
    return work.insert(Consent, { ...withdrawal, decision: 'WITHDRAWN', takenAt: new Date().toISOString() });
  });
  const acted = await step(await world.as('service-provider', 'za'), 'acceptReferral', referral);
  expect(told(acted)).toEqual(['CONSENT_MISSING']);
  expect(acted.problems[0]?.message).toMatch(/Ask the sender/);
});

const withdrawn = (consentId: string) => ({ consentId, idempotencyKey: randomUUID() });
const withdraw = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { problems { code } } }`;

test('withdrawing the consent ends the referral at once', async () => {
  const made = await world.newCase();
  const consentId = await world.newConsent(made.survivorId);
  const [sender, clinic] = [await world.as('case-manager', 'za'), await world.as('service-provider', 'za')];
  const input = inputFor(world, made, { consentId, sharedFields: ['IDENTITY'] });
  const referral = await walk(done(await act(sender, 'makeReferral', input)), [clinic, 'acceptReferral']);
  const look = 'query ($id: ID!) { referral(id: $id) { status survivor { identity { workingName } } } }';
  const open = { status: 'ACCEPTED', survivor: { identity: { workingName: 'Thandi' } } };
  expect((await clinic.query(look, { id: referral.id })).data.referral).toEqual(open);
  const { data } = await sender.query(withdraw, { input: withdrawn(consentId) });
  expect(data.withdrawConsent.problems).toEqual([]);
  expect((await clinic.query(look, { id: referral.id })).data.referral).toEqual({ status: 'REVOKED', survivor: null });
});

test('of a referral and a withdrawal at the same moment, none is left open', async () => {
  const sender = await world.as('case-manager', 'za');
  for (let round = 0; round < 5; round++) {
    const made = await world.newCase();
    const consentId = await world.newConsent(made.survivorId);
    const draft = done(await act(sender, 'makeReferral', inputFor(world, made, { consentId, draft: true })));
    await Promise.all([
      act(sender, 'makeReferral', inputFor(world, made, { consentId })),
      step(sender, 'sendReferral', draft),
      sender.query(withdraw, { input: withdrawn(consentId) }),
    ]);
    const list = 'query ($id: ID!) { case(id: $id) { referrals { edges { node { status } } } } }';
    const { data } = await sender.query(list, { id: made.caseId });
    const { edges } = data.case.referrals as { edges: { node: { status: string } }[] };
    const statuses = edges.map(({ node }) => node.status);
    expect(statuses).not.toContain('REQUESTED');
  }
});
