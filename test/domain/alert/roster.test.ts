/** Who is on call, and who hears when somebody is not. */
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { done, expectForbidden, told as problemsOf, warned } from '../acting';
import type { World } from '../world';
import { inHours, nobodyOnCall, notices, onShift, pass, plan, raise, seen, step, told } from './acts';

let world: World;
let supervisor: Client;
let manager: Client;
let worker: Client;
let account: Record<string, string>;
let codes: readonly string[];
let elsewhere: string;
beforeAll(async () => {
  world = await openWorld();
  account = world.account.za;
  [supervisor, manager] = [await world.as('supervisor', 'za'), await world.as('case-manager', 'za')];
  worker = await world.as('field-worker', 'za');
  const { data } = await manager.query('{ districts(first: 100) { edges { node { id code } } } }');
  const all = (data.districts.edges as { node: { id: string; code: string } }[]).map(({ node }) => node);
  const here = all.find(({ id }) => Buffer.from(id, 'base64url').toString().includes(world.district.za));
  const there = all.find(({ code }) => code !== here?.code);
  codes = [here?.code ?? '', there?.code ?? ''];
  elsewhere = there?.id ?? '';
});
afterAll(() => world.close());

afterEach(() => nobodyOnCall(supervisor));

test('where nobody is on call the supervisors hear at once', async () => {
  const alert = done(await raise(worker, world.district.za));
  expect(await notices(supervisor, alert)).toEqual(['ALERT_NOBODY_ON_CALL']);
  expect(await notices(manager, alert)).toEqual([]);
});

test('where there is no first the second hears at once, and again with the supervisors when nobody answers', async () => {
  await plan(supervisor, account['case-manager']!, { turn: 'SECOND' });
  const alert = done(await raise(worker, world.district.za));
  expect(await notices(manager, alert)).toEqual(['ALERT_RAISED']);
  await pass(world, alert, 15);
  await sweepNow(world, 'za', 'escalateAlerts');
  expect(await notices(manager, alert)).toEqual(['ALERT_RAISED', 'ALERT_UNACKNOWLEDGED']);
  expect(await notices(supervisor, alert)).toEqual(['ALERT_UNACKNOWLEDGED']);
});

test('a shift is for its districts; who is on call elsewhere neither hears of it nor sees it', async () => {
  const other = await world.as('field-worker-2', 'za');
  const shift = await plan(supervisor, account['field-worker-2']!, { districtCodes: [codes[1]] });
  const alert = done(await raise(worker, world.district.za));
  expect(await notices(other, alert)).toEqual([]);
  expect(await seen(other, alert)).toBeNull();
  const there = done(await raise(worker, elsewhere));
  expect(await notices(other, there)).toEqual(['ALERT_RAISED']);
  expect(await seen(other, there)).toMatchObject({ status: 'RAISED' });
  expect(await told(other, there)).toEqual({ place: null, number: null });
  const changed = await onShift(supervisor, 'changeOnCall', {
    ...{ id: shift.id, expectedVersion: shift.version, districtCodes: [codes[0]] },
  });
  expect(done(changed).districtCodes).toEqual([codes[0]]);
  expect(await seen(other, there)).toBeNull();
  expect(await seen(other, alert)).toMatchObject({ status: 'RAISED' });
});

test('an alert that was told for another district calls out whoever is on call there', async () => {
  await plan(supervisor, account['case-manager']!, { districtCodes: [codes[1]] });
  const alert = done(await raise(worker, world.district.za));
  expect(await notices(manager, alert)).toEqual([]);
  done(await step(worker, 'updateAlert', alert, { districtId: elsewhere }));
  expect(await notices(manager, alert)).toEqual(['ALERT_RAISED']);
});

test('who cannot answer gives it back: whoever is on call hears anew, and the fifteen minutes begin again', async () => {
  await plan(supervisor, account['field-worker']!);
  const alert = done(await raise(worker, world.district.za));
  const taken = done(await step(manager, 'acknowledgeAlert', alert));
  const back = done(await step(manager, 'giveAlertBack', taken));
  expect(back).toMatchObject({ status: 'RAISED', acknowledger: null, acknowledgedAt: null });
  expect(Date.parse(back.ackDueAt)).toBeGreaterThan(Date.now() + 14 * 60_000);
  expect(await notices(worker, alert)).toEqual(expect.arrayContaining(['ALERT_RAISED', 'ALERT_ACKNOWLEDGED']));
  expect(await notices(supervisor, alert)).toEqual(['ALERT_GIVEN_BACK']);
  expect((await told(manager, alert))?.place).toBeNull();
});

test('when nobody is on site in time, who answers it and the supervisors hear, once', async () => {
  const alert = done(await raise(worker, world.district.za));
  const taken = done(await step(manager, 'acknowledgeAlert', alert));
  await pass(world, taken, 59);
  await sweepNow(world, 'za', 'tellOfLateHelp');
  expect(await notices(manager, alert)).toEqual([]);
  await pass(world, taken, 122);
  expect(await sweepNow(world, 'za', 'tellOfLateHelp')).toBe(1);
  expect(await sweepNow(world, 'za', 'tellOfLateHelp')).toBe(0);
  expect(await notices(manager, alert)).toEqual(['ALERT_NOT_ON_SITE']);
  expect(await notices(supervisor, alert)).toEqual(['ALERT_NOBODY_ON_CALL', 'ALERT_NOT_ON_SITE']);
});

test('it is handed over: who answered it is told, and reads the place no more', async () => {
  const words = { place: { place: 'There.' } };
  const alert = done(await raise(worker, world.district.za, words));
  const taken = done(await step(manager, 'acknowledgeAlert', alert));
  expect((await told(manager, alert))?.place).not.toBeNull();
  done(await step(supervisor, 'handOverAlert', taken, { acknowledgerId: account['field-worker-2'] }));
  const other = await world.as('field-worker-2', 'za');
  expect(await notices(other, alert)).toEqual(['ALERT_HANDED_OVER']);
  expect(await notices(manager, alert)).toEqual(['ALERT_TAKEN_OVER']);
  expect((await told(manager, alert))?.place).toBeNull();
  expect((await told(other, alert))?.place).toEqual({ place: 'There.', known: null });
});

test('it is handed to somebody else, not to who answers it, nor to oneself', async () => {
  const alert = done(await raise(worker, world.district.za));
  const taken = done(await step(manager, 'acknowledgeAlert', alert));
  const hand = (client: Client, name: string) =>
    step(client, 'handOverAlert', taken, { acknowledgerId: account[name] });
  expect(problemsOf(await hand(manager, 'case-manager'))).toEqual(['INVALID_INPUT acknowledgerId']);
  expect(problemsOf(await hand(supervisor, 'case-manager'))).toEqual(['INVALID_INPUT acknowledgerId']);
  expect(problemsOf(await hand(supervisor, 'supervisor'))).toEqual(['INVALID_INPUT acknowledgerId']);
  expect((await seen(manager, alert))?.version).toBe(taken.version);
});

test('what is hardly a number is kept as it was told, and warned about', async () => {
  const calls = (telephone: string) => raise(worker, world.district.za, { number: { telephone } });
  const odd = await calls('call me');
  expect(warned(odd)).toEqual(['UNLIKELY number.telephone']);
  expect((await told(worker, done(odd)))?.number).toEqual({ telephone: 'call me' });
  for (const number of ['082 555 0199', '+258 84 555 0199']) expect(warned(await calls(number))).toEqual([]);
});

test('supervisors alone make the roster; what does not fit is told all at once', async () => {
  const input = { memberId: account['field-worker'], turn: 'FIRST', startsAt: inHours(1), endsAt: inHours(2) };
  for (const name of ['field-worker', 'case-manager', 'partner-admin', 'me-officer', 'privacy-officer'])
    expectForbidden(await onShift(await world.as(name, 'za'), 'planOnCall', input));
  const wrong = { ...input, endsAt: inHours(0.5), districtCodes: ['ZZ-1'] };
  expect(problemsOf(await onShift(supervisor, 'planOnCall', wrong))).toEqual([
    'INVALID_INPUT endsAt',
    'INVALID_INPUT districtCodes.0',
  ]);
  const long = { ...input, endsAt: inHours(24 * 32) };
  expect(problemsOf(await onShift(supervisor, 'planOnCall', long))).toEqual(['INVALID_INPUT endsAt']);
  const theirs = { ...input, memberId: account['case-manager-2'] };
  expect(problemsOf(await onShift(supervisor, 'planOnCall', theirs))).toEqual(['NOT_FOUND memberId']);
  const none = { ...input, memberId: account['partner-admin'] };
  expect(problemsOf(await onShift(supervisor, 'planOnCall', none))).toEqual(['INVALID_INPUT memberId']);
  const own = await plan(supervisor, account['field-worker']!);
  const strange = { id: own.id, expectedVersion: own.version };
  expect(problemsOf(await onShift(await world.as('supervisor-2', 'za'), 'cancelOnCall', strange))).toEqual([
    'NOT_FOUND id',
  ]);
});

describe('nobody is on call twice', () => {
  const twice = ['INVALID_INPUT memberId'];
  const shift = (from: number, to: number, more: object = {}) =>
    onShift(supervisor, 'planOnCall', {
      ...{ memberId: account['field-worker'], turn: 'FIRST', startsAt: inHours(from), endsAt: inHours(to) },
      ...more,
    });

  test('in the same hours for the same district, first, second or the same again', async () => {
    done(await shift(1, 9, { districtCodes: [codes[0]] }));
    expect(problemsOf(await shift(1, 9, { districtCodes: [codes[0]] }))).toEqual(twice);
    expect(problemsOf(await shift(8, 10, { turn: 'SECOND' }))).toEqual(twice);
    expect(problemsOf(await shift(8, 10, { turn: 'SECOND', districtCodes: codes }))).toEqual(twice);
    done(await shift(1, 9, { turn: 'SECOND', districtCodes: [codes[1]] }));
    done(await shift(9, 12, { turn: 'SECOND' }));
    done(await shift(1, 9, { memberId: account['case-manager'], turn: 'SECOND' }));
  });

  test('by a change either; a shift that was cancelled is in nobody’s way', async () => {
    const first = done(await shift(1, 9));
    const later = done(await shift(20, 30, { turn: 'SECOND' }));
    const another = done(await shift(1, 9, { memberId: account['case-manager'], turn: 'SECOND' }));
    const change = ({ id, version }: typeof first, more: object) =>
      onShift(supervisor, 'changeOnCall', { id, expectedVersion: version, ...more });
    expect(problemsOf(await change(later, { startsAt: inHours(5) }))).toEqual(twice);
    expect(problemsOf(await change(another, { memberId: account['field-worker'] }))).toEqual(twice);
    const longer = done(await change(first, { endsAt: inHours(10) }));
    done(await onShift(supervisor, 'cancelOnCall', { id: longer.id, expectedVersion: longer.version }));
    done(await change(another, { memberId: account['field-worker'] }));
  });

  test('when both are planned at once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map((at) => shift(1, 9, { turn: at % 2 ? 'FIRST' : 'SECOND' })));
    expect(all.map(problemsOf).filter((found) => found.length === 0)).toHaveLength(1);
    expect(all.map(problemsOf).filter((found) => found.length > 0)).toEqual([twice, twice, twice]);
  });
});
