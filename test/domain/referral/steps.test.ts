/** The steps of a referral: who takes which, from where, with what effect, and who hears of it. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { done, expectForbidden, told } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { act, makeInput, sent, step, walk, type ReferralShown } from './acts';

let world: World;
let sender: Client;
let clinic: Client;

beforeAll(async () => {
  world = await openWorld();
  sender = await world.as('case-manager', 'za');
  clinic = await world.as('service-provider', 'za');
});
afterAll(() => world.close());

/** What each step needs besides the record. */
const more: Record<string, object> = {
  rejectReferral: { rejectedReason: 'OUT_OF_AREA' },
  returnReferral: { rejectedReason: 'SAFETY_RISK' },
  completeReferral: { outcome: 'SERVICE_PROVIDED' },
};
const bySender = ['sendReferral', 'cancelReferral', 'revokeReferral'];
const byReceiver = [
  'acceptReferral',
  'rejectReferral',
  'startReferral',
  'completeReferral',
  'returnReferral',
  'recordReferralNoShow',
];
const all = [...bySender, ...byReceiver];

const clientOf = (action: string): Client => (bySender.includes(action) ? sender : clinic);
const take = (action: string, referral: ReferralShown) => step(clientOf(action), action, referral, more[action]);
const through = (referral: ReferralShown, ...actions: string[]): Promise<ReferralShown> =>
  walk(referral, ...actions.map((action) => [clientOf(action), action, more[action]] as const));

/** How to come to each state that a step starts from, and the steps that it allows. */
const states: readonly (readonly [string, object, string[], string[]])[] = [
  ['DRAFT', { draft: true }, [], ['sendReferral', 'cancelReferral']],
  ['REQUESTED', {}, [], ['cancelReferral', 'acceptReferral', 'rejectReferral']],
  ['ACCEPTED', {}, ['acceptReferral'], ['revokeReferral', 'startReferral', 'returnReferral', 'recordReferralNoShow']],
  [
    'IN_SERVICE',
    {},
    ['acceptReferral', 'startReferral'],
    ['revokeReferral', 'completeReferral', 'returnReferral', 'recordReferralNoShow'],
  ],
  ['COMPLETED', {}, ['acceptReferral', 'startReferral', 'completeReferral'], []],
  ['REJECTED', {}, ['rejectReferral'], []],
];

test.each(states)('%s allows its steps and no other', async (status, values, way, allowed) => {
  const referral = await through(await sent(world, values), ...way);
  expect(referral.status).toBe(status);
  for (const action of all.filter((each) => !allowed.includes(each))) {
    const { problems } = await take(action, referral);
    if (status === 'DRAFT' && byReceiver.includes(action)) expect(problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    else expect(problems).toMatchObject([{ __typename: 'IllegalStep', code: 'ILLEGAL_STEP', from: status }]);
  }
});

test.each([
  ['ACCEPTED', ['acceptReferral']],
  ['REJECTED', ['rejectReferral']],
  ['CANCELLED', ['cancelReferral']],
  ['COMPLETED', ['acceptReferral', 'startReferral', 'completeReferral']],
  ['RETURNED', ['acceptReferral', 'returnReferral']],
  ['NO_SHOW', ['acceptReferral', 'startReferral', 'recordReferralNoShow']],
  ['REVOKED', ['acceptReferral', 'startReferral', 'revokeReferral']],
])('it comes to %s by %j, and its times say when', async (status, way) => {
  const referral = await through(await sent(world), ...way);
  const answered = way[0] !== 'cancelReferral';
  expect(referral).toMatchObject({ status, version: 1 + way.length });
  expect(referral.respondedAt === null).toBe(!answered);
  expect(referral.endedAt === null).toBe(status === 'ACCEPTED');
});

test('reasons and outcomes are kept', async () => {
  const rejected = await through(await sent(world), 'rejectReferral');
  expect(rejected.rejectedReason).toBe('OUT_OF_AREA');
  const returned = await through(await sent(world), 'acceptReferral', 'returnReferral');
  expect(returned.rejectedReason).toBe('SAFETY_RISK');
  const completed = await through(await sent(world), 'acceptReferral', 'startReferral', 'completeReferral');
  expect(completed.outcome).toBe('SERVICE_PROVIDED');
});

test('a draft is sent later, by whoever may refer; the time of the request is the time of sending', async () => {
  const draft = await sent(world, { draft: true });
  for (const [role, referral] of [
    ['supervisor', draft],
    ['field-worker', await sent(world, { draft: true })],
  ] as const) {
    const requested = done(await step(await world.as(role, 'za'), 'sendReferral', referral));
    expect(requested.status).toBe('REQUESTED');
    expect(requested.requestedAt > referral.requestedAt).toBe(true);
  }
});

test('why it was revoked goes into the notes of the case', async () => {
  const referral = await through(await sent(world), 'acceptReferral');
  done(await step(sender, 'revokeReferral', referral, { reason: 'She left the town.' }));
  const document = 'query ($id: ID!) { referral(id: $id) { case { notes { edges { node { kind text } } } } } }';
  const { data } = await sender.query(document, { id: referral.id });
  expect(data.referral.case.notes.edges).toEqual([{ node: { kind: 'STEP_REASON', text: 'She left the town.' } }]);
});

test('a service is not recorded before it was given', async () => {
  const referral = await through(await sent(world), 'acceptReferral', 'startReferral');
  const serviceProvidedAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const early = await step(clinic, 'completeReferral', referral, { outcome: 'SERVICE_PROVIDED', serviceProvidedAt });
  expect(told(early)).toEqual(['INVALID_INPUT serviceProvidedAt']);
  const long = await step(clinic, 'completeReferral', referral, {
    outcome: 'SERVICE_PROVIDED',
    providerNote: 'x'.repeat(5001),
  });
  expect(told(long)).toEqual(['INVALID_INPUT providerNote']);
});

test.each(byReceiver)('%s is for the receiver only: neither the sender nor anybody else', async (action) => {
  const referral = await sent(world);
  for (const role of ['field-worker', 'supervisor', 'partner-admin', 'me-officer', 'privacy-officer']) {
    expectForbidden(await step(await world.as(role, 'za'), action, referral, more[action]));
  }
  // Those who answer referrals of their own organisation, the sender's among them.
  for (const role of ['service-provider-2', 'case-manager', 'case-manager-2']) {
    const acted = await step(await world.as(role, 'za'), action, referral, more[action]);
    expect([role, told(acted)]).toEqual([role, ['NOT_FOUND id']]);
  }
});

test.each(bySender)('%s is for the sender only', async (action) => {
  const referral = await sent(world);
  for (const role of ['service-provider', 'partner-admin', 'me-officer', 'privacy-officer']) {
    expectForbidden(await step(await world.as(role, 'za'), action, referral));
  }
  for (const role of ['case-manager-2', 'field-worker-2']) {
    expect(told(await step(await world.as(role, 'za'), action, referral))).toEqual(['NOT_FOUND id']);
  }
});

test.each(all)('%s: a referral of another country is one that does not exist', async (action) => {
  const foreign = done(
    await act(await world.as('case-manager', 'bw'), 'makeReferral', await makeInput(world, {}, 'bw')),
  );
  const theirs = await take(action, foreign);
  const nobodys = await take(action, { ...foreign, id: randomUUID() });
  expect(told(nobodys)).toEqual(['NOT_FOUND id']);
  expect(theirs.answer.text).toBe(nobodys.answer.text);
});

test('a version that is gone is a conflict, and of two answers at once one is given', async () => {
  const referral = await sent(world);
  const stale = await step(clinic, 'acceptReferral', { ...referral, version: 7 });
  expect(stale.problems).toMatchObject([{ code: 'VERSION_CONFLICT', expectedVersion: 7, actualVersion: 1 }]);
  const both = await Promise.all([take('acceptReferral', referral), take('rejectReferral', referral)]);
  expect(both.filter(({ record }) => record !== null)).toHaveLength(1);
});

test('the same key sent again completes once', async () => {
  const referral = await through(await sent(world), 'acceptReferral', 'startReferral');
  const again = { ...more['completeReferral'], idempotencyKey: randomUUID() };
  const first = await step(clinic, 'completeReferral', referral, again);
  expect(done(first).status).toBe('COMPLETED');
  expect((await step(clinic, 'completeReferral', referral, again)).answer.text).toBe(first.answer.text);
});

test('the receiver hears of a referral from its sending on, the people of the case of every step', async () => {
  const draft = await sent(world, { draft: true });
  const { partner, clinic: receiver } = world.organisation.za;
  await through(draft, 'sendReferral', 'acceptReferral', 'startReferral', 'completeReferral');
  const heard = await world.app.countries.get('ZA')!.app.query(
    `SELECT c.version, c.organisations, c.accounts FROM change_entry c JOIN referral r ON r.id = c.record_id
     WHERE c.entity = 'Referral' AND r.survivor_code = $1 ORDER BY c.version`,
    [draft.survivorCode],
  );
  expect(heard.rows.map(({ organisations }) => [...(organisations as string[])].sort())).toEqual([
    [partner],
    ...Array.from({ length: 4 }, () => [partner, receiver].sort()),
  ]);
  for (const { accounts } of heard.rows) expect(accounts).toContain(world.account.za['field-worker']);
});
