/** What of sessions and services goes with the need, the case and the letter that they hang on. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import { incident, register, uuidOf } from '../case/acts';
import { transfersOf } from '../case/transfers';
import { issue } from '../letter/acts';
import { recorded } from '../need/acts';
import { act as refer, inputFor } from '../referral/acts';
import { adminRows } from '../../support/admin';
import { openWorld, type World } from '../world';
import { accepted, actDelivery, actSession, days, planned } from './acts';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const { agreed, ask, transferOf, answer } = transfersOf(() => ({ world, sender: manager }));
const actVoiding = actor<{ id: string }>('voiding', 'id');

const statusOf = async (client: Client, id: string): Promise<unknown> => {
  const { data } = await client.query('query ($id: ID!) { serviceSession(id: $id) { status } }', { id });
  return (data.serviceSession as { status: string } | null)?.status;
};

test('a need of which something is on record is taken out after that', async () => {
  const { caseId } = await world.newCase();
  const need = await recorded(manager, caseId, {
    status: 'PROVIDED_HERE',
    category: 'PSYCHOSOCIAL',
    servedAt: new Date().toISOString(),
  });
  const session = await planned(manager, { needId: need.id }, days(3));
  const out = { serviceNeedId: need.id, expectedVersion: 1, reason: 'Twice.' };
  expect(told(await actVoiding(manager, 'voidServiceNeed', out))).toEqual(['SERVICE_RECORDED serviceNeedId']);
  done(
    await actVoiding(manager, 'voidServiceSession', {
      serviceSessionId: session.id,
      expectedVersion: 1,
      reason: 'Twice.',
    }),
  );
  expect(told(await actVoiding(manager, 'voidServiceNeed', out))).toEqual([]);
});

test('what an organisation had planned to give itself goes over to no other', async () => {
  const { caseId } = await agreed();
  const need = await recorded(manager, caseId, {
    status: 'PROVIDED_HERE',
    category: 'PSYCHOSOCIAL',
    servedAt: new Date().toISOString(),
  });
  const session = await planned(manager, { needId: need.id }, days(3));
  const receiver = await world.as('case-manager-2', 'za');
  done(await ask(caseId, world.organisation.za.otherPartner));
  done(await answer(receiver, 'acceptCaseTransfer', await transferOf(receiver, uuidOf(caseId))));
  expect(await statusOf(receiver, session.id)).toBe('CANCELLED');
});

test('what an organisation gave and recorded is not rewritten by the one that the case goes to', async () => {
  const { caseId } = await agreed();
  const need = await recorded(manager, caseId, {
    status: 'PROVIDED_HERE',
    category: 'PSYCHOSOCIAL',
    servedAt: new Date().toISOString(),
  });
  const of = { needId: need.id };
  const given = { of, serviceType: 'COUNSELLING', result: 'PROVIDED', note: 'As it was.' };
  const delivery = done(await actDelivery(manager, 'recordServiceDelivery', given));
  const session = done(await actSession(manager, 'recordServiceSession', { of, heldAt: new Date().toISOString() }));
  const receiver = await world.as('case-manager-2', 'za');
  done(await ask(caseId, world.organisation.za.otherPartner));
  done(await answer(receiver, 'acceptCaseTransfer', await transferOf(receiver, uuidOf(caseId))));
  const change = { id: delivery.id, expectedVersion: 1 };
  for (const values of [{ note: 'REWRITTEN' }, { result: 'DECLINED' }, { note: null }])
    expect(told(await actDelivery(receiver, 'updateServiceDelivery', { ...change, ...values }))).toEqual(['NOT_YOURS']);
  for (const expectedVersion of [1, 7]) {
    const held = { id: session.id, expectedVersion };
    expect(told(await actSession(receiver, 'updateServiceSession', { ...held, mode: 'VIDEO' }))).toEqual(['NOT_YOURS']);
    expect(told(await actSession(receiver, 'recordSessionNoShow', held))).toEqual(['NOT_YOURS']);
  }
  // What it gives itself is its own, and what is wrong is taken out for a reason.
  const own = done(await actDelivery(receiver, 'recordServiceDelivery', given));
  done(await actDelivery(receiver, 'updateServiceDelivery', { id: own.id, expectedVersion: 1, note: 'Ours.' }));
  const out = { serviceDeliveryId: delivery.id, expectedVersion: 1, reason: 'Twice.' };
  expect(told(await actVoiding(receiver, 'voidServiceDelivery', out))).toEqual([]);
});

test('what became of a session that the former organisation had planned is corrected by the one that recorded it', async () => {
  const { caseId, survivorId } = await agreed();
  const consentId = await world.newConsent(survivorId, {
    purpose: 'RELEASE_TO_PSYCHOSOCIAL',
    recipientId: null,
    recipientCategory: 'PSYCHOSOCIAL',
    scopes: [],
  });
  const outside = { category: 'PSYCHOSOCIAL', consentId, toOrganisationId: null, remoteProvider: 'A counsellor' };
  const referral = done(await refer(manager, 'makeReferral', inputFor(world, { caseId }, outside)));
  const session = await planned(manager, { referralId: referral.id }, days(-1));
  const receiver = await world.as('case-manager-2', 'za');
  done(await ask(caseId, world.organisation.za.otherPartner));
  done(await answer(receiver, 'acceptCaseTransfer', await transferOf(receiver, uuidOf(caseId))));
  const here = (action: string, expectedVersion: number, more: object = {}) =>
    actSession(receiver, action, { id: session.id, expectedVersion, ...more });
  const held = done(await here('recordSessionAttended', session.version, { toldBy: 'SURVIVOR' }));
  const corrected = done(await here('updateServiceSession', held.version, { mode: 'VIDEO' }));
  expect(done(await here('recordSessionNoShow', corrected.version)).status).toBe('NO_SHOW');
});

test('where words cross no more, what was noted before stays, and the rest is corrected', async () => {
  const crossing = (rule: string): Promise<unknown> =>
    adminRows(world.database, `UPDATE za.country SET cross_organisation_sharing = $1`, [rule]);
  const clinic = await world.as('service-provider', 'za');
  const of = { referralId: (await accepted(world)).id };
  const given = { of, serviceType: 'COUNSELLING', result: 'PROVIDED', note: 'As it was.' };
  const { id } = done(await actDelivery(clinic, 'recordServiceDelivery', given));
  await crossing('CODED');
  try {
    const correct = (values: object) =>
      actDelivery(clinic, 'updateServiceDelivery', { id, expectedVersion: 1, ...values });
    expect(told(await correct({ note: 'Other words.' }))).toEqual(['SHARING_NOT_ALLOWED note']);
    expect(done(await correct({ result: 'PARTLY_PROVIDED' })).result).toBe('PARTLY_PROVIDED');
  } finally {
    await crossing('FULL');
  }
});

test.each(['za', 'mz'] as const)(
  'who sent the survivor with a letter hears of sessions and services, in %s',
  async (country) => {
    const client = await world.as('case-manager', country);
    const { caseId, survivorId } = await world.newCase(country);
    const consentId = await world.newConsent(survivorId, { purpose: 'RELEASE_TO_HEALTH', scopes: [] }, country);
    const input = inputFor(world, { caseId }, { consentId }, country);
    const referral = done(await refer(client, 'makeReferral', input));
    const of = { referralId: referral.id };
    const held = { of, heldAt: new Date().toISOString(), toldBy: 'LETTER' };
    const given = {
      of,
      givenAt: new Date().toISOString(),
      serviceType: 'WOUND_CARE',
      result: 'PROVIDED',
      toldBy: 'LETTER',
    };
    expect(told(await actSession(client, 'recordServiceSession', held))).toContain('RECEIVER_ANSWERS');
    done(await issue(client, referral.id));
    expect(done(await actSession(client, 'recordServiceSession', held)).toldBy).toBe('LETTER');
    expect(done(await actDelivery(client, 'recordServiceDelivery', given)).result).toBe('PROVIDED');
  },
);

describe('in time', () => {
  const [before, day] = ['2026-01-14T10:00:00Z', '2026-01-14'];
  const happened = async (): Promise<string> => {
    const detail = { occurredOn: '2026-01-15', datePrecision: 'EXACT' };
    return (await register(manager, { incidents: [{ ...incident, detail }] })).id;
  };

  test('nothing is given long before it was sent', async () => {
    const clinic = await world.as('service-provider', 'za');
    const of = { referralId: (await accepted(world)).id };
    const given = { of, givenAt: '1990-01-01T00:00:00Z', serviceType: 'COUNSELLING', result: 'PROVIDED' };
    expect(told(await actDelivery(clinic, 'recordServiceDelivery', given))).toEqual(['INVALID_INPUT givenAt']);
    const held = { of, heldAt: '1990-01-01T00:00:00Z' };
    expect(told(await actSession(clinic, 'recordServiceSession', held))).toEqual(['INVALID_INPUT heldAt']);
    expect(told(await actSession(clinic, 'recordServiceSession', { of, heldAt: days(-3) }))).toEqual([]);
  });

  test('nothing is done before what happened, where its day is known', async () => {
    const caseId = await happened();
    const act = async (slot: string, action: string, input: object): Promise<string[]> =>
      told(await actor<{ id: string; version: number }>(slot, 'id version')(manager, action, input));
    const need = { caseId, category: 'LEGAL', namedBySurvivor: true, status: 'PROVIDED_HERE' };
    expect(await act('serviceNeed', 'recordServiceNeed', { ...need, servedAt: before })).toEqual([
      'INVALID_INPUT servedAt',
    ]);
    const visit = { caseId, type: 'REVIEW', outcome: 'SUPPORTED', doneAt: before };
    expect(await act('followUp', 'recordFollowUp', visit)).toEqual(['INVALID_INPUT doneAt']);
    const plan = { caseId, plan: 'ACTION', doer: 'CASE_WORKER', words: { text: 'See the lawyer.' } };
    const made = done(
      await actor<{ id: string; version: number }>('plannedAction', 'id version')(manager, 'planAction', plan),
    );
    const step = { id: made.id, expectedVersion: made.version, doneOn: day };
    expect(await act('plannedAction', 'completePlannedAction', step)).toEqual(['INVALID_INPUT doneOn']);
  });
});
