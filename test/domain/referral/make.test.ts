/** Making a referral: who may, what it copies, what the survivor, the country and the receiver have to say to it. */
import { randomUUID } from 'node:crypto';
import { done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';
import { openWorld, Case } from '../../support/outside';
import { act, inputFor, makeInput, type ReferralShown } from './acts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const as = (role: string, country = 'za') => world.as(role, country);

test.each(['field-worker', 'case-manager', 'supervisor'])('a %s refers a case within reach', async (role) => {
  const acted = await act(await as(role), 'makeReferral', await makeInput(world, { sharedFields: ['INCIDENT'] }));
  expect(done(acted)).toMatchObject({
    version: 1,
    status: 'REQUESTED',
    ageBand: 'AGE_25_34',
    survivorCode: expect.stringMatching(/^S-/),
    sharedFields: ['INCIDENT'],
    toOrganisation: { name: 'Clinic' },
    fromOrganisation: { name: 'Partner' },
    endedAt: null,
  });
  expect(done(acted).district).not.toBeNull();
});

test.each(['partner-admin', 'me-officer', 'service-provider', 'privacy-officer'])('a %s may not', async (role) => {
  expectForbidden(await act(await as(role), 'makeReferral', await makeInput(world)));
});

test('an account of the region may not, and nobody who is signed out', async () => {
  expectForbidden(await act(await world.as('secretariat'), 'makeReferral', await makeInput(world)));
  const { answer } = await act(world.anyone, 'makeReferral', await makeInput(world));
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
});

test('a case out of reach, of another country and of nobody give the same bytes', async () => {
  const { caseId } = await world.newCase('za');
  const { caseId: foreign } = await world.newCase('bw');
  const asked = async (role: string, id: string) =>
    (await act(await as(role), 'makeReferral', inputFor(world, { caseId: id }))).answer;
  const nobodys = await asked('case-manager', randomUUID());
  expect(nobodys.data.act.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['caseId'] }]);
  expect((await asked('case-manager', foreign)).text).toBe(nobodys.text);
  expect((await asked('case-manager-2', caseId)).text).toBe(nobodys.text);
  expect((await asked('field-worker-2', caseId)).text).toBe(nobodys.text);
});

test.each(['toOrganisationId', 'districtId', 'consentId'])('%s must lead to something within reach', async (field) => {
  const client = await as('case-manager');
  const foreign = {
    toOrganisationId: world.organisation.bw.clinic,
    districtId: world.district.bw,
    consentId: await world.newConsent((await world.newCase('bw')).survivorId, {}, 'bw'),
  };
  const input = await makeInput(world);
  const other = await act(client, 'makeReferral', { ...input, [field]: foreign[field as keyof typeof foreign] });
  const nobodys = await act(client, 'makeReferral', { ...input, [field]: randomUUID() });
  expect(told(nobodys)).toEqual([`NOT_FOUND ${field}`]);
  expect(other.answer.text).toBe(nobodys.answer.text);
});

test('a consent that a colleague out of reach took is not found either', async () => {
  const { survivorId } = await world.newCase('za');
  const elsewhere = await world.newConsent(survivorId);
  await world.arrange('za', async (work) => {
    const [record] = await work.find(Case, { survivorId });
    await work.update(Case, record!, { organisationId: world.organisation.za.otherPartner });
    return record!.id;
  });
  const acted = await act(await as('case-manager'), 'makeReferral', await makeInput(world, { consentId: elsewhere }));
  expect(told(acted)).toEqual(['NOT_FOUND consentId']);
});

test.each(['DRAFT', 'CLOSED', 'TRANSFERRED', 'DUPLICATE', 'WITHDRAWN'] as const)(
  'a case that is %s is not referred',
  async (status) => {
    const made = await world.newCase('za', { status });
    const consentId = await world.newConsent(made.survivorId);
    // A draft is its maker’s.
    const client = await as(status === 'DRAFT' ? 'field-worker' : 'case-manager');
    const acted = await act(client, 'makeReferral', inputFor(world, made, { consentId }));
    expect(told(acted)).toEqual([status === 'WITHDRAWN' ? 'CONSENT_MISSING' : 'CASE_NOT_OPEN']);
  },
);

test('the receiver must offer the service', async () => {
  const input = await makeInput(world, { toOrganisationId: world.organisation.za.lawyers });
  expect(told(await act(await as('case-manager'), 'makeReferral', input))).toEqual([
    'SERVICE_NOT_OFFERED toOrganisationId',
  ]);
});

test('every field that does not go with the others is told at once, in the language asked for', async () => {
  const own = {
    category: 'LEGAL',
    serviceType: 'PEP',
    toOrganisationId: world.organisation.za.partner,
    remoteProvider: 'A hospital',
  };
  const acted = await act(await as('case-manager'), 'makeReferral', await makeInput(world, own), {
    'accept-language': 'pt',
  });
  expect(told(acted)).toEqual([
    'INVALID_INPUT toOrganisationId',
    'INVALID_INPUT toOrganisationId',
    'INVALID_INPUT serviceType',
  ]);
  expect(acted.problems[2]?.message).toBe(
    '«Profilaxia pós-exposição (PPE)» pertence a «Saúde», não a «Assistência jurídica». Escolha essa categoria, ou outro serviço.',
  );
  const nobody = await makeInput(world, { toOrganisationId: null });
  expect(told(await act(await as('case-manager'), 'makeReferral', nobody))).toEqual(['INVALID_INPUT receiver']);
});

test('texts beyond their limits are told with their paths', async () => {
  const input = await makeInput(world, {
    toOrganisationId: null,
    remoteProvider: 'x'.repeat(201),
    reason: { text: ' ' },
  });
  const acted = await act(await as('case-manager'), 'makeReferral', input);
  expect(told(acted)).toEqual(expect.arrayContaining(['INVALID_INPUT remoteProvider', 'INVALID_INPUT reason.text']));
});

test('a provider outside the system is referred to with the same consent', async () => {
  const remote = { toOrganisationId: null, remoteProvider: 'District hospital' };
  const acted = await act(await as('case-manager'), 'makeReferral', await makeInput(world, remote));
  expect(done(acted)).toMatchObject({ status: 'REQUESTED', toOrganisation: null, remoteProvider: 'District hospital' });
});

test('the receiver is named in one way, as an organisation or as a provider outside the system', async () => {
  const manager = await as('case-manager');
  const { clinic, lawyers } = world.organisation.za;
  const refer = async (receiver: object, more: object = {}): Promise<Acted<ReferralShown>> =>
    act(manager, 'makeReferral', await makeInput(world, { toOrganisationId: undefined, receiver, ...more }));
  expect(done(await refer({ organisationId: clinic }))).toMatchObject({ toOrganisation: { name: 'Clinic' } });
  expect(done(await refer({ remoteProvider: 'District hospital' }))).toMatchObject({ toOrganisation: null });
  expect(told(await refer({ organisationId: lawyers }))).toEqual(['SERVICE_NOT_OFFERED receiver.organisationId']);
  expect(told(await refer({ organisationId: clinic }, { toOrganisationId: clinic }))).toEqual([
    'INVALID_INPUT toOrganisationId',
  ]);
  for (const receiver of [{}, { organisationId: clinic, remoteProvider: 'Both' }, { organisationId: null }]) {
    const { answer } = await refer(receiver);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});

test('an anonymous case is referred by letter: without consent, without anything shared', async () => {
  const anonymous = await world.newCase('za', { anonymous: true });
  const client = await as('case-manager');
  expect(done(await act(client, 'makeReferral', inputFor(world, anonymous)))).toMatchObject({
    status: 'REQUESTED',
    survivorCode: null,
    ageBand: null,
    sharedFields: [],
  });
  const { survivorId } = await world.newCase();
  const consentId = await world.newConsent(survivorId);
  const sharing = inputFor(world, anonymous, { consentId, sharedFields: ['INCIDENT'] });
  expect(told(await act(client, 'makeReferral', sharing))).toEqual([
    'INVALID_INPUT sharedFields',
    'INVALID_INPUT consentId',
  ]);
});

test('the same key sent again makes one referral; the id is the client’s', async () => {
  const client = await as('case-manager');
  const id = randomUUID();
  const input = { ...(await makeInput(world)), id, idempotencyKey: randomUUID() };
  const [first, second] = [await act(client, 'makeReferral', input), await act(client, 'makeReferral', input)];
  expect(second.answer.text).toBe(first.answer.text);
  const { data } = await client.query('query ($id: ID!) { referral(id: $id) { id version } }', { id });
  expect(data.referral).toEqual({ id: done(first).id, version: 1 });
  const again = await act(client, 'makeReferral', { ...input, urgency: 'IMMEDIATE' });
  expect(told(again)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  const taken = await act(client, 'makeReferral', { ...input, idempotencyKey: randomUUID() });
  expect(told(taken)).toEqual(['ALREADY_EXISTS id']);
});

test('who may not write reasons may not write one with the referral', async () => {
  const input = await makeInput(world, { reason: { text: 'Please see her soon.' } });
  expectForbidden(await act(await as('supervisor'), 'makeReferral', input));
});
