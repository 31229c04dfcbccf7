/** Planning and recording follow-ups: who may, what has to fit together, and what comes next. */
import { dayIn, daysAfter } from '../../../src/base/calendar';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told, warned } from '../acting';
import { expectRoles, notesOf } from '../case/acts';
import { act as refer, inputFor } from '../referral/acts';
import type { CaseIds, World } from '../world';
import { act, inDays, noticesOf, planInput, planned, recorded, seen, step } from './acts';

let world: World;
let worker: Client;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  const as = (name: string): Promise<Client> => world.as(name, 'za');
  [worker, manager, supervisor] = [await as('field-worker'), await as('case-manager'), await as('supervisor')];
});
afterAll(() => world.close());

const nobodys = '00000000-0000-4000-8000-000000000000';

test.each(['planFollowUp', 'recordFollowUp'])('%s is for who works on cases', async (action) => {
  const input = { ...planInput(nobodys), ...(action === 'recordFollowUp' && { dueAt: undefined, outcome: 'SAFE' }) };
  await expectRoles(world, act, action, input);
});

test.each(['completeFollowUp', 'recordFollowUpNotReached', 'moveFollowUp', 'assignFollowUp', 'cancelFollowUp'])(
  '%s is for who works on cases',
  async (action) => {
    const inputs: Record<string, object> = {
      completeFollowUp: { outcome: 'SAFE' },
      moveFollowUp: { dueAt: inDays(4), movedReason: 'OTHER' },
      assignFollowUp: { responsibleId: world.account.za.supervisor },
      cancelFollowUp: { cancelledReason: 'OTHER' },
    };
    await expectRoles(world, act, action, { id: nobodys, expectedVersion: 1, ...inputs[action] });
  },
);

test('who has the case and its organisation see it, the country’s counter too, and nobody else', async () => {
  const { caseId } = await world.newCase();
  const plan = await planned(worker, caseId);
  for (const name of ['field-worker', 'case-manager', 'supervisor', 'partner-admin', 'me-officer'])
    expect([name, (await seen(await world.as(name, 'za'), plan))?.status]).toEqual([name, 'PLANNED']);
  for (const name of ['field-worker-2', 'case-manager-2', 'supervisor-2'])
    expect([name, await seen(await world.as(name, 'za'), plan)]).toEqual([name, null]);
  for (const name of ['service-provider', 'privacy-officer']) {
    const query = 'query ($id: ID!) { followUp(id: $id) { id } }';
    const { errors } = await (await world.as(name, 'za')).query(query, { id: plan.id });
    expect([name, errors[0]?.extensions.code]).toEqual([name, 'FORBIDDEN']);
  }
  expect(
    told(await step(await world.as('case-manager-2', 'za'), 'cancelFollowUp', plan, { cancelledReason: 'OTHER' })),
  ).toEqual(['NOT_FOUND id']);
});

test('one is done with none that is next, left out or null', async () => {
  const { caseId } = await world.newCase();
  const plan = await planned(worker, caseId);
  const told = { outcome: 'SAFE', nextFollowUp: null, note: null };
  expect(done(await step(worker, 'completeFollowUp', plan, told)).status).toBe('DONE');
});

test.each([
  [-8, ['INVALID_INPUT dueAt']],
  [-6, []],
  [3 * 365, []],
  [3 * 367, ['INVALID_INPUT dueAt']],
])('one is planned for %i days from now: %j', async (days, problems) => {
  const { caseId } = await world.newCase();
  expect(told(await act(worker, 'planFollowUp', planInput(caseId, { dueAt: inDays(days) })))).toEqual(problems);
});

test('what was planned on a telephone days ago comes in, and is warned about; nothing is moved into the past', async () => {
  const { caseId } = await world.newCase();
  const planned = await act(worker, 'planFollowUp', planInput(caseId, { dueAt: inDays(-3) }));
  expect(warned(planned)).toEqual(['UNLIKELY dueAt']);
  const plan = done(planned);
  const move = (dueAt: string) => step(worker, 'moveFollowUp', plan, { dueAt, movedReason: 'SURVIVOR_ASKED' });
  expect(told(await move(inDays(-1)))).toEqual(['INVALID_INPUT dueAt']);
  expect(told(await move(inDays(3 * 367)))).toEqual(['INVALID_INPUT dueAt']);
  const moved = await move(inDays(1));
  expect(warned(moved)).toEqual([]);
  const late = { outcome: 'SAFE', nextFollowUp: { type: 'REVIEW', dueAt: inDays(-2) } };
  expect(warned(await step(worker, 'completeFollowUp', done(moved), late))).toEqual(['UNLIKELY nextFollowUp.dueAt']);
});

test.each([
  ['00:30', 0, []],
  ['23:30', -1, ['UNLIKELY dueAt']],
])(
  'the day that is past is the country’s: %s, %i days from today, is warned about as %j',
  async (at, days, warnings) => {
    const { caseId } = await world.newCase();
    const dueAt = `${daysAfter(dayIn('Africa/Johannesburg'), days)}T${at}:00+02:00`;
    expect(warned(await act(worker, 'planFollowUp', planInput(caseId, { dueAt })))).toEqual(warnings);
  },
);

test('it is for who has the case unless said otherwise, and for nobody to whom the case is not open', async () => {
  const { caseId } = await world.newCase();
  const { account } = world;
  const plan = await planned(manager, caseId);
  expect(plan.responsible?.name).toBe('field-worker za');
  expect(await noticesOf(worker)).toContain('FOLLOW_UP_ASSIGNED');
  const given = done(await step(manager, 'assignFollowUp', plan, { responsibleId: account.za.supervisor }));
  expect(given.responsible?.name).toBe('supervisor za');
  expect(await noticesOf(supervisor)).toContain('FOLLOW_UP_ASSIGNED');
  const outsiders = ['field-worker-2', 'partner-admin', 'case-manager-2', 'service-provider'];
  for (const name of outsiders) {
    const responsibleId = account.za[name];
    const found = told(await step(supervisor, 'assignFollowUp', given, { responsibleId }));
    expect([name, ['INVALID_INPUT responsibleId', 'NOT_FOUND responsibleId']]).toEqual([
      name,
      expect.arrayContaining(found),
    ]);
    expect(told(await act(worker, 'planFollowUp', planInput(caseId, { responsibleId })))).toEqual(found);
  }
});

test('a draft or a withdrawn case is not followed up; of a closed one what was done is recorded, and no more planned', async () => {
  const of = (status: 'DRAFT' | 'CLOSED' | 'WITHDRAWN' | 'DUPLICATE') => world.newCase('za', { status });
  const done = { type: 'REVIEW', outcome: 'SUPPORTED' };
  for (const status of ['DRAFT', 'DUPLICATE', 'WITHDRAWN'] as const) {
    const { caseId } = await of(status);
    const against = status === 'WITHDRAWN' ? ['CONSENT_MISSING'] : ['ILLEGAL_STEP'];
    expect(told(await act(worker, 'planFollowUp', planInput(caseId)))).toEqual(against);
    expect(told(await act(worker, 'recordFollowUp', { caseId, ...done }))).toEqual(against);
  }
  const { caseId } = await of('CLOSED');
  expect(told(await act(worker, 'planFollowUp', planInput(caseId)))).toEqual(['ILLEGAL_STEP']);
  const nextFollowUp = { type: 'REVIEW', dueAt: inDays(2) };
  expect(told(await act(worker, 'recordFollowUp', { caseId, ...done, nextFollowUp }))).toEqual(['ILLEGAL_STEP']);
  expect(told(await act(worker, 'recordFollowUp', { caseId, ...done }))).toEqual([]);
});

test('what is done plans the next, by a chain that is read both ways; nobody reached plans the next try', async () => {
  const { caseId } = await world.newCase();
  const first = await planned(worker, caseId);
  const nextFollowUp = { type: 'REVIEW', dueAt: inDays(14) };
  const second = done(await step(worker, 'recordFollowUpNotReached', first, { nextFollowUp }));
  expect(second).toMatchObject({ status: 'NOT_REACHED', outcome: 'NO_CONTACT', doneAt: expect.any(String) });
  expect(second.next).toMatchObject({ status: 'PLANNED', type: 'REVIEW' });
  const third = done(await step(worker, 'completeFollowUp', second.next!, { outcome: 'SAFE', nextFollowUp }));
  expect(third).toMatchObject({ status: 'DONE', previous: { id: first.id }, next: { status: 'PLANNED' } });
  const late = { outcome: 'SAFE', nextFollowUp: { type: 'REVIEW', dueAt: inDays(-9) } };
  expect(told(await step(worker, 'completeFollowUp', third.next!, late))).toEqual(['INVALID_INPUT nextFollowUp.dueAt']);
});

test('what does not fit together is told with what mends it', async () => {
  const { caseId } = await world.newCase();
  const plan = await planned(worker, caseId);
  const against = async (action: string, more: object) => told(await step(worker, action, plan, more));
  expect(await against('completeFollowUp', { outcome: 'NO_CONTACT' })).toEqual(['INVALID_INPUT outcome']);
  expect(await against('completeFollowUp', { outcome: 'SAFE', doneAt: inDays(2) })).toEqual(['INVALID_INPUT doneAt']);
  expect(await against('completeFollowUp', { outcome: 'SAFE', feedback: 'NOT' })).toEqual(['INVALID_INPUT feedback']);
  expect(await against('updateFollowUp', { outcome: 'SAFE', doneAt: inDays(-1) })).toEqual([
    'INVALID_INPUT outcome',
    'INVALID_INPUT doneAt',
  ]);
  const met = await recorded(worker, caseId);
  const wrong = async (more: object) => told(await step(worker, 'updateFollowUp', met, more));
  expect(await wrong({ outcome: 'NO_CONTACT' })).toEqual(['INVALID_INPUT outcome']);
  expect(await wrong({ outcome: null, doneAt: null })).toEqual(['INVALID_INPUT outcome', 'INVALID_INPUT doneAt']);
  const tried = await recorded(worker, caseId, { outcome: 'NO_CONTACT' });
  expect(tried.status).toBe('NOT_REACHED');
  expect(told(await step(worker, 'updateFollowUp', tried, { outcome: 'SAFE' }))).toEqual(['INVALID_INPUT outcome']);
  const corrected = done(await step(worker, 'updateFollowUp', met, { outcome: 'NEEDS_FOUND', type: 'POLICE_VISIT' }));
  expect(corrected).toMatchObject({ outcome: 'NEEDS_FOUND', type: 'POLICE_VISIT', status: 'DONE' });
  const moved = done(await step(worker, 'moveFollowUp', plan, { dueAt: inDays(6), movedReason: 'AUTHORITY_MOVED_IT' }));
  expect(moved).toMatchObject({ status: 'PLANNED', movedReason: 'AUTHORITY_MOVED_IT' });
  expect(told(await step(worker, 'cancelFollowUp', plan, { cancelledReason: 'OTHER' }))).toEqual([
    'VERSION_CONFLICT expectedVersion',
  ]);
});

test('what was said stands sealed among the notes of the case, and goes out with the follow-up', async () => {
  const { caseId } = await world.newCase();
  const plan = await planned(worker, caseId, { note: { text: 'Meet at the library.' } });
  const met = done(await step(worker, 'completeFollowUp', plan, { outcome: 'SAFE', note: { text: 'She is well.' } }));
  const of = {
    id: (await worker.query('query ($id: ID!) { followUp(id: $id) { case { id } } }', met as never)).data.followUp.case
      .id as string,
  };
  expect(await notesOf(world, of)).toEqual(['NOTE Meet at the library.', 'NOTE She is well.']);
  const voiding = actor<{ id: string; version: number }>('voiding', 'id version');
  const out = { followUpId: met.id, expectedVersion: met.version, reason: 'The wrong case.' };
  expect((await voiding(worker, 'voidFollowUp', out)).answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  const { id, version } = done(await voiding(manager, 'voidFollowUp', out));
  expect(await seen(worker, met)).toMatchObject({ status: 'DONE' });
  expect(await seen(await world.as('me-officer', 'za'), met)).toBeNull();
  expect(told(await step(worker, 'updateFollowUp', met, { outcome: 'OTHER' }))).toEqual(['VOIDED id']);
  const back = { id, expectedVersion: version, reason: 'It was right.' };
  done(await voiding(supervisor, 'restoreRecord', back));
  expect(await seen(await world.as('me-officer', 'za'), met)).toMatchObject({ status: 'DONE' });
});

test('taking out a follow-up leaves the one that came after it', async () => {
  const { caseId } = await world.newCase();
  const nextFollowUp = { type: 'REVIEW', dueAt: inDays(2) };
  const first = await recorded(worker, caseId, { nextFollowUp });
  const voiding = actor<{ id: string }>('voiding', 'id');
  done(await voiding(manager, 'voidFollowUp', { followUpId: first.id, expectedVersion: 1, reason: 'Wrong.' }));
  expect(await seen(await world.as('me-officer', 'za'), first.next!)).toMatchObject({ status: 'PLANNED' });
});

describe('on a referral', () => {
  const referred = async (values: object = {}): Promise<{ of: CaseIds; referralId: string }> => {
    const of = await world.newCase();
    const consentId = await world.newConsent(of.survivorId);
    const { id: referralId } = done(
      await refer(manager, 'makeReferral', inputFor(world, of, { consentId, ...values })),
    );
    return { of, referralId };
  };

  test('the sender records what the survivor says, and the provider sees nothing of it', async () => {
    const { of, referralId } = await referred();
    const heard = { referralId, type: 'REVIEW', feedback: 'PARTLY' };
    const { id } = await recorded(worker, of.caseId, heard);
    const query = 'query ($id: ID!) { referral(id: $id) { id followUps(first: 5) { edges { node { feedback } } } } }';
    const { data } = await manager.query(query, { id: referralId });
    expect(data.referral.followUps.edges).toEqual([{ node: { feedback: 'PARTLY' } }]);
    const clinic = await world.as('service-provider', 'za');
    const answer = await clinic.query(query, { id: referralId });
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(answer.text).not.toContain('PARTLY');
    expect(done(await step(worker, 'updateFollowUp', { id, version: 1 }, { feedback: 'NOT' })).feedback).toBe('NOT');
  });

  test('the provider does not record its own marks', async () => {
    const { referralId } = await referred();
    const clinic = await world.as('service-provider', 'za');
    let referral = done(await refer(clinic, 'acceptReferral', { id: referralId, expectedVersion: 1 }));
    referral = done(await refer(clinic, 'startReferral', { id: referralId, expectedVersion: referral.version }));
    const end = { id: referralId, expectedVersion: referral.version, outcome: 'SERVICE_PROVIDED' };
    const marked = await refer(clinic, 'completeReferral', { ...end, feedbackFromSurvivor: 'SATISFIED' });
    expect(told(marked)).toEqual(['FEEDBACK_BY_SENDER feedbackFromSurvivor']);
    expect(done(await refer(clinic, 'completeReferral', end)).status).toBe('COMPLETED');
  });

  test('it is one of this case, and was sent; the next follow-up is on it too', async () => {
    const [one, other] = [await referred(), await referred({ draft: true })];
    const plan = planInput(one.of.caseId, { referralId: other.referralId });
    expect(told(await act(worker, 'planFollowUp', plan))).toEqual(['NOT_FOUND referralId']);
    const draft = planInput(other.of.caseId, { referralId: other.referralId });
    expect(told(await act(worker, 'planFollowUp', draft))).toEqual(['INVALID_INPUT referralId']);
    const nextFollowUp = { type: 'REVIEW', dueAt: inDays(2) };
    const first = await recorded(worker, one.of.caseId, { referralId: one.referralId, nextFollowUp });
    expect((await seen(worker, first.next!))?.referral).toEqual(first.referral);
    const missed = { caseId: one.of.caseId, type: 'REVIEW', outcome: 'NO_CONTACT', feedback: 'NOT' };
    const both = { ...missed, referralId: one.referralId };
    expect(told(await act(worker, 'recordFollowUp', both))).toEqual(['INVALID_INPUT feedback']);
  });
});
