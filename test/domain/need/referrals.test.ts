/** Every referral that was sent is of a need, and the need follows what becomes of its referrals. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import { act as refer, inputFor, step, walk, type ReferralShown } from '../referral/acts';
import type { CountryName, World } from '../world';
import { act, decide, needsOf, recorded } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let manager: Client;
  let clinic: Client;
  beforeAll(async () => {
    manager = await world.as('case-manager', country);
    clinic = await world.as('service-provider', country);
  });
  const newCase = () => world.newCase(country, { anonymous: true });
  const send = async (caseId: string, values: object = {}): Promise<ReferralShown> =>
    done(await refer(manager, 'makeReferral', inputFor(world, { caseId }, values, country)));
  const health = { category: 'HEALTH' };
  const statuses = async (caseId: string) => (await needsOf(manager, caseId)).map(({ status }) => status);

  test('a referral without a need makes one, as referred', async () => {
    const { caseId } = await newCase();
    await send(caseId, { serviceType: 'PEP' });
    const made = { category: 'HEALTH', serviceType: 'PEP', status: 'REFERRED', namedBySurvivor: false };
    expect(await needsOf(manager, caseId)).toMatchObject([{ ...made, referrals: ['REQUESTED'] }]);
  });

  test.each([
    ['for the same service', { ...health, serviceType: 'PEP' }, 1],
    ['for none in particular', health, 1],
    ['for another service', { ...health, serviceType: 'HIV_TEST' }, 2],
    ['of another category', { category: 'LEGAL' }, 2],
    ['that could not be met', { ...health, status: 'UNAVAILABLE', unavailableReason: 'NO_CAPACITY' }, 1],
    ['that the survivor declined', { ...health, status: 'DECLINED_BY_SURVIVOR' }, 2],
  ])('a need %s is taken where it fits', async (_what, values, count) => {
    const { caseId } = await newCase();
    await recorded(manager, caseId, values);
    await send(caseId, { serviceType: 'PEP' });
    const needs = await needsOf(manager, caseId);
    expect(needs).toHaveLength(count);
    expect(needs.filter(({ status }) => status === 'REFERRED')).toMatchObject([
      { referrals: ['REQUESTED'], unavailableReason: null, decidedAt: expect.any(String) },
    ]);
  });

  test('two referrals for one service are of one need, which stays referred while one runs', async () => {
    const { caseId } = await newCase();
    const [first, second] = [await send(caseId), await send(caseId)];
    expect(await needsOf(manager, caseId)).toHaveLength(1);
    await walk(first, [manager, 'cancelReferral']);
    expect(await statuses(caseId)).toEqual(['REFERRED']);
    await walk(second, [clinic, 'rejectReferral', { rejectedReason: 'NO_CAPACITY' }]);
    expect(await statuses(caseId)).toEqual(['OPEN']);
  });

  test('a named need is referred, whatever was decided before', async () => {
    const { caseId } = await newCase();
    const need = await recorded(manager, caseId, { ...health, status: 'DECLINED_BY_SURVIVOR' });
    await send(caseId, { needId: need.id });
    expect(await needsOf(manager, caseId)).toMatchObject([{ id: need.id, status: 'REFERRED' }]);
  });

  test('a need of another case, of another category or taken out is not named', async () => {
    const [{ caseId }, other] = [await newCase(), await newCase()];
    const ask = async (needId: string) =>
      told(await refer(manager, 'makeReferral', inputFor(world, { caseId }, { needId }, country)));
    expect(await ask((await recorded(manager, other.caseId, health)).id)).toEqual(['INVALID_INPUT needId']);
    expect(await ask((await recorded(manager, caseId, { category: 'LEGAL' })).id)).toEqual(['INVALID_INPUT needId']);
    const { id: serviceNeedId } = await recorded(manager, caseId, health);
    const actVoiding = actor('voiding', 'id');
    done(await actVoiding(manager, 'voidServiceNeed', { serviceNeedId, expectedVersion: 1, reason: 'Twice.' }));
    expect(await ask(serviceNeedId)).toEqual(['INVALID_INPUT needId']);
    expect(await ask('00000000-0000-4000-8000-000000000000')).toEqual(['NOT_FOUND needId']);
  });

  test.each([
    ['is taken back', [['manager', 'cancelReferral']]],
    ['is declined', [['clinic', 'rejectReferral', { rejectedReason: 'NO_CAPACITY' }]]],
    [
      'is ended',
      [
        ['clinic', 'acceptReferral'],
        ['manager', 'revokeReferral'],
      ],
    ],
    [
      'is given back',
      [
        ['clinic', 'acceptReferral'],
        ['clinic', 'returnReferral', { rejectedReason: 'OTHER' }],
      ],
    ],
    [
      'is to nobody who came',
      [
        ['clinic', 'acceptReferral'],
        ['clinic', 'recordReferralNoShow'],
      ],
    ],
    [
      'brings no service',
      [
        ['clinic', 'acceptReferral'],
        ['clinic', 'startReferral'],
        ['clinic', 'completeReferral', { outcome: 'SURVIVOR_DECLINED' }],
      ],
    ],
  ] as const)('a need is open again when its referral %s', async (_how, steps) => {
    const { caseId } = await newCase();
    const referral = await send(caseId);
    const clients = { manager, clinic };
    const taken = steps.map(([who, action, more]) => [clients[who], action, more ?? {}] as const);
    for (const [at, one] of taken.entries()) {
      void at;
      expect(await statuses(caseId)).toEqual(['REFERRED']);
      Object.assign(referral, await walk(referral, one));
    }
    const [need] = await needsOf(manager, caseId);
    expect(need).toMatchObject({ status: 'OPEN', decidedAt: null });
  });

  test('a need is met by the service of its referral; it is neither decided otherwise nor open again', async () => {
    const { caseId } = await newCase();
    const sent = await send(caseId);
    const [need] = await needsOf(manager, caseId);
    expect(told(await decide(manager, need!, 'NOT_APPLICABLE'))).toEqual(['OPEN_REFERRALS status']);
    const given = { outcome: 'SERVICE_PROVIDED', serviceProvidedAt: new Date().toISOString() };
    const over = await walk(
      sent,
      [clinic, 'acceptReferral'],
      [clinic, 'startReferral'],
      [clinic, 'completeReferral', given],
    );
    expect(await statuses(caseId)).toEqual(['REFERRED']);
    expect(told(await decide(manager, need!, 'OPEN'))).toEqual(['SERVICE_GIVEN status']);
    // What came of it was recorded wrongly.
    const corrected = { outcome: 'LOST_TO_FOLLOW_UP', serviceProvidedAt: null };
    const now = done(await step(clinic, 'correctReferralService', over, corrected));
    expect(await statuses(caseId)).toEqual(['OPEN']);
    done(await step(clinic, 'correctReferralService', now, given));
    expect(await statuses(caseId)).toEqual(['REFERRED']);
    // And needed again, it is another need.
    await send(caseId);
    expect(await statuses(caseId)).toHaveLength(2);
  });

  test('a draft has a need only if it names one; sending it, or sending it again, refers the need', async () => {
    const { caseId } = await newCase();
    const draft = await send(caseId, { draft: true });
    expect(await needsOf(manager, caseId)).toEqual([]);
    const sent = await walk(draft, [manager, 'sendReferral']);
    expect(await statuses(caseId)).toEqual(['REFERRED']);
    const back = await walk(
      sent,
      [clinic, 'acceptReferral'],
      [clinic, 'returnReferral', { rejectedReason: 'INCOMPLETE_INFO' }],
    );
    expect(await statuses(caseId)).toEqual(['OPEN']);
    await walk(back, [manager, 'sendReferral']);
    expect(await needsOf(manager, caseId)).toMatchObject([{ status: 'REFERRED', referrals: ['REQUESTED'] }]);
  });

  test('a referral is moved to another need, and its own is open again', async () => {
    const { caseId } = await newCase();
    const sent = await send(caseId, { serviceType: 'PEP' });
    const other = await recorded(manager, caseId, health);
    expect(told(await step(manager, 'updateReferral', sent, { needId: null }))).toEqual(['INVALID_INPUT needId']);
    done(await step(manager, 'updateReferral', sent, { needId: other.id }));
    const needs = await needsOf(manager, caseId);
    expect(needs.map(({ id, status }) => [id === other.id, status])).toEqual(
      expect.arrayContaining([
        [true, 'REFERRED'],
        [false, 'OPEN'],
      ]),
    );
  });

  test('a need is not taken out, nor made one of another category, that somebody is asked to serve', async () => {
    const { caseId } = await newCase();
    await send(caseId);
    const [need] = await needsOf(manager, caseId);
    const { id, version } = need!;
    const actVoiding = actor('voiding', 'id');
    const voided = { serviceNeedId: id, expectedVersion: version, reason: 'Twice.' };
    expect(told(await actVoiding(manager, 'voidServiceNeed', voided))).toEqual(['OPEN_REFERRALS serviceNeedId']);
    const change = { id, expectedVersion: version, category: 'LEGAL' };
    expect(told(await act(manager, 'updateServiceNeed', change))).toEqual(['INVALID_INPUT category']);
  });

  test('the receiver sees no need', async () => {
    const { caseId } = await newCase();
    const { id } = await send(caseId);
    const ask = 'query ($id: ID!) { referral(id: $id) { status need { id } } }';
    const answer = await clinic.query(ask, { id });
    expect(answer.data.referral).toEqual({ status: 'REQUESTED', need: null });
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect((await manager.query(ask, { id })).data.referral.need).not.toBeNull();
    const history = '{ referral(id: $id) { history { edges { node { changes { field before after } } } } } }';
    const told = await clinic.query(`query ($id: ID!) ${history}`, { id });
    const [need] = await needsOf(manager, caseId);
    expect(told.text).not.toContain(need!.id);
  });
});
