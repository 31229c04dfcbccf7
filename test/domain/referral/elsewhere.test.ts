/** Referrals to who has no account: the sender records what came of them; and when a service can have been given. */
import type { Client } from '../../support/app';
import { openWorld, Organisation, put } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { done, expectForbidden, told } from '../acting';
import type { CountryName, World } from '../world';
import { act, inputFor, sent, step, walk, type ReferralShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const outside = { toOrganisationId: undefined, receiver: { remoteProvider: 'The hospital' } };

async function letter(client: Client, country: CountryName, values: object = {}): Promise<ReferralShown> {
  const { caseId } = await world.newCase(country, { anonymous: true });
  return done(await act(client, 'makeReferral', inputFor(world, { caseId }, { ...outside, ...values }, country)));
}

const minutes = (n: number): string => new Date(Date.now() + n * 60_000).toISOString();

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  test.each(['field-worker', 'case-manager', 'supervisor'])('a %s records answer and service', async (role) => {
    const client = await world.as(role, country);
    const accepted = done(
      await step(client, 'recordReferralAnswer', await letter(client, country), {
        response: 'ACCEPTED',
        appointmentAt: minutes(60),
      }),
    );
    expect(accepted).toMatchObject({ status: 'ACCEPTED', respondedAt: expect.any(String) });
    const given = {
      outcome: 'SERVICE_PROVIDED',
      serviceProvidedAt: minutes(1),
      providerNote: 'PEP given.',
      feedbackFromSurvivor: 'SATISFIED',
    };
    const completed = done(await step(client, 'recordReferralService', accepted, given));
    expect(completed).toMatchObject({ status: 'COMPLETED', outcome: 'SERVICE_PROVIDED', endedAt: expect.any(String) });
    const { data } = await (
      await world.as('case-manager', country)
    ).query(
      'query ($id: ID!) { referral(id: $id) { serviceRecord { providerNote feedbackFromSurvivor provider { id } } } }',
      { id: completed.id },
    );
    expect(data.referral.serviceRecord).toEqual({
      providerNote: 'PEP given.',
      feedbackFromSurvivor: 'SATISFIED',
      provider: null,
    });
  });

  test('that the survivor did not come, and that it was refused with a reason and words', async () => {
    const manager = await world.as('case-manager', country);
    expect(
      done(await step(manager, 'recordReferralAnswer', await letter(manager, country), { response: 'NO_SHOW' })).status,
    ).toBe('NO_SHOW');
    const one = await letter(manager, country);
    expect(told(await step(manager, 'recordReferralAnswer', one, { response: 'REJECTED' }))).toEqual([
      'INVALID_INPUT rejectedReason',
    ]);
    const words = { text: 'Closed on Mondays.' };
    const refused = { response: 'REJECTED', rejectedReason: 'NO_CAPACITY', words };
    const rejected = done(await step(manager, 'recordReferralAnswer', one, refused));
    expect(rejected).toMatchObject({ status: 'REJECTED', rejectedReason: 'NO_CAPACITY' });
    const { data } = await manager.query('query ($id: ID!) { referral(id: $id) { answer { text } } }', { id: one.id });
    expect(data.referral.answer).toEqual(words);
  });
});

test('an organisation without an account is answered for in the same way, and does not run out', async () => {
  const manager = await world.as('case-manager', 'za');
  const id = await world.arrange('za', (work) =>
    put(work, Organisation, { name: 'Shelter', kind: 'NGO', sexWorkerLed: false, services: ['HEALTH'] }),
  );
  const { caseId } = await world.newCase('za', { anonymous: true });
  const referral = done(await act(manager, 'makeReferral', inputFor(world, { caseId }, { toOrganisationId: id })));
  const { data } = await manager.query('query ($id: ID!) { referral(id: $id) { expiresAt } }', { id: referral.id });
  expect(data.referral.expiresAt).toBeNull();
  expect(done(await step(manager, 'recordReferralService', referral, { outcome: 'SERVICE_PROVIDED' })).status).toBe(
    'COMPLETED',
  );
});

test('who has an account answers itself', async () => {
  const manager = await world.as('case-manager', 'za');
  const referral = await sent(world);
  expect(told(await step(manager, 'recordReferralAnswer', referral, { response: 'ACCEPTED' }))).toEqual([
    'RECEIVER_ANSWERS',
  ]);
  expect(told(await step(manager, 'recordReferralService', referral, { outcome: 'LOST_TO_FOLLOW_UP' }))).toEqual([
    'RECEIVER_ANSWERS',
  ]);
  expectForbidden(
    await step(await world.as('service-provider', 'za'), 'recordReferralAnswer', referral, { response: 'ACCEPTED' }),
  );
  expectForbidden(
    await step(await world.as('me-officer', 'za'), 'recordReferralService', referral, { outcome: 'SERVICE_PROVIDED' }),
  );
});

describe('a service', () => {
  let clinic: Client;
  beforeAll(async () => {
    clinic = await world.as('service-provider', 'za');
  });
  const inService = async (): Promise<ReferralShown> =>
    walk(await sent(world), [clinic, 'acceptReferral'], [clinic, 'startReferral']);
  const complete = async (values: object) => step(clinic, 'completeReferral', await inService(), values);

  test('that was not given has no time', async () => {
    for (const outcome of ['SURVIVOR_DECLINED', 'LOST_TO_FOLLOW_UP', 'REFERRED_ONWARD'])
      expect(told(await complete({ outcome, serviceProvidedAt: minutes(1) }))).toEqual([
        'INVALID_INPUT serviceProvidedAt',
      ]);
    expect(told(await complete({ outcome: 'SURVIVOR_DECLINED' }))).toEqual([]);
  });

  test('is not given before it was referred, but for a reason, and never before what happened', async () => {
    const early = { outcome: 'SERVICE_PROVIDED', serviceProvidedAt: minutes(-30) };
    expect(told(await complete(early))).toEqual(['INVALID_INPUT serviceProvidedAt']);
    expect(told(await complete({ ...early, earlierReason: 'She went there herself.' }))).toEqual([]);
    const { caseId } = await world.newCase('za', { anonymous: true });
    const manager = await world.as('case-manager', 'za');
    const { data } = await manager.query(
      'query ($id: ID!) { case(id: $id) { incidents { edges { node { id version } } } } }',
      { id: caseId },
    );
    const { id, version } = data.case.incidents.edges[0].node;
    const day = dayFromNow(0);
    await manager.query(
      'mutation ($input: UpdateIncidentInput!) { updateIncident(input: $input) { problems { code } } }',
      { input: { idempotencyKey: 'a day for it', id, expectedVersion: version, detail: { occurredOn: day } } },
    );
    const referral = done(await act(manager, 'makeReferral', inputFor(world, { caseId }, outside)));
    const before = {
      outcome: 'SERVICE_PROVIDED',
      serviceProvidedAt: minutes(-3 * 24 * 60),
      earlierReason: 'So they say.',
    };
    expect(told(await step(manager, 'recordReferralService', referral, before))).toEqual([
      'INVALID_INPUT serviceProvidedAt',
    ]);
  });

  test('is corrected by who recorded it alone; what the survivor said of it is not', async () => {
    const completed = await walk(await inService(), [
      clinic,
      'completeReferral',
      { outcome: 'SERVICE_PROVIDED', providerNote: 'Seen.' },
    ]);
    const manager = await world.as('case-manager', 'za');
    const change = { outcome: 'PARTIALLY_PROVIDED', providerNote: 'Seen twice.' };
    expect(told(await step(manager, 'correctReferralService', completed, change))).toEqual(['NOT_YOURS']);
    const corrected = done(await step(clinic, 'correctReferralService', completed, change));
    expect(corrected).toMatchObject({ status: 'COMPLETED', outcome: 'PARTIALLY_PROVIDED' });
    const { data } = await clinic.query(
      'query ($id: ID!) { referral(id: $id) { serviceRecord { providerNote history { edges { node { action changes { field before after } } } } } } }',
      { id: completed.id },
    );
    expect(data.referral.serviceRecord.history.edges[0].node).toEqual({
      action: 'correctReferralService',
      changes: [{ field: 'providerNote', before: 'Seen.', after: 'Seen twice.' }],
    });
    const { answer } = await step(clinic, 'correctReferralService', corrected, { feedbackFromSurvivor: 'NOT' });
    expect(answer.text).toContain('feedbackFromSurvivor');
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
