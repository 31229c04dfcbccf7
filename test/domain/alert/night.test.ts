/**
 * A night: a call to the helpline, the first on call does not hear, the second acknowledges and sends two, one is there, it
 * is resolved and becomes a case. Each role sees exactly its part, at each step.
 */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { done, told as problemsOf } from '../acting';
import { act as onCase, registration, uuidOf } from '../case/acts';
import type { World } from '../world';
import { act, notices, pass, plan, raise, seen, send, step, stepOf, told, type AlertShown } from './acts';

const names = [
  ...['field-worker', 'field-worker-2', 'case-manager', 'supervisor', 'partner-admin', 'me-officer'],
  ...['service-provider', 'privacy-officer', 'case-manager-2', 'supervisor-2'],
] as const;
type Name = (typeof names)[number];

let world: World;
let of: Readonly<Record<Name, Client>>;
let account: Record<string, string>;
let alert: AlertShown;
beforeAll(async () => {
  world = await openWorld();
  account = world.account.za;
  of = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await world.as(name, 'za')] as const)),
  ) as typeof of;
});
afterAll(() => world.close());

/** Who sees the alert at all, and who reads where help is needed. */
async function expectSeen(coded: readonly Name[], where: readonly Name[]): Promise<void> {
  const seeing: Name[] = [];
  const reading: Name[] = [];
  for (const name of names) {
    // To whom alerts are no business of theirs, that is said once; else it does not exist.
    if (await seen(of[name], alert)) seeing.push(name);
    const found = await told(of[name], alert);
    if (found?.place || found?.number) reading.push(name);
  }
  expect(seeing).toEqual(names.filter((name) => coded.includes(name)));
  expect(reading).toEqual(names.filter((name) => where.includes(name)));
}

const office = ['case-manager', 'supervisor'] as const;

test('the supervisor plans who is on call, and they are told', async () => {
  await plan(of.supervisor, account['field-worker']!);
  await plan(of.supervisor, account['case-manager']!, { turn: 'SECOND' });
  const { data } = await of['case-manager'].query(
    'query ($here: ID!) { onCallShifts(onCallNow: $here) { edges { node { turn member { name } } } } }',
    { here: world.district.za },
  );
  expect((data.onCallShifts.edges as { node: object }[]).map(({ node }) => node)).toEqual([
    { turn: 'FIRST', member: { name: 'field-worker za' } },
    { turn: 'SECOND', member: { name: 'case-manager za' } },
  ]);
  const { data: own } = await of['field-worker'].query('{ notices { edges { node { kind } } } }');
  expect(own.notices.edges).toEqual([{ node: { kind: 'ON_CALL_PLANNED' } }]);
});

test('a call comes in: the first on call hears of district, channel and risk, and of nothing else', async () => {
  const words = {
    place: { place: 'Behind the rank, by the blue container.', known: 'He will not let her go.' },
    number: { telephone: '+27 82 000 0000' },
  };
  alert = done(await raise(of['field-worker-2'], world.district.za, words));
  expect(alert).toMatchObject({ status: 'RAISED', channel: 'HELPLINE', riskLevel: 'HIGH', acknowledgedAt: null });
  expect(await notices(of['field-worker'], alert)).toEqual(['ALERT_RAISED']);
  expect(await notices(of['case-manager'], alert)).toEqual([]);
  await expectSeen([...office, 'field-worker', 'field-worker-2'], ['field-worker-2']);
});

test('after fifteen minutes the next on call and the supervisor hear, once', async () => {
  expect(await sweepNow(world, 'za', 'escalateAlerts')).toBe(0);
  await pass(world, alert, 15);
  expect(await sweepNow(world, 'za', 'escalateAlerts')).toBe(1);
  expect(await sweepNow(world, 'za', 'escalateAlerts')).toBe(0);
  expect(await notices(of['case-manager'], alert)).toEqual(['ALERT_UNACKNOWLEDGED']);
  expect(await notices(of.supervisor, alert)).toEqual(['ALERT_UNACKNOWLEDGED']);
  expect(await notices(of['field-worker'], alert)).toEqual(['ALERT_RAISED']);
  expect((await seen(of['case-manager'], alert))?.version).toBe(alert.version);
});

test('the second acknowledges, and reads where help is needed; who raised it knows', async () => {
  alert = done(await step(of['case-manager'], 'acknowledgeAlert', alert));
  expect(alert).toMatchObject({ status: 'ACKNOWLEDGED', acknowledger: { name: 'case-manager za' } });
  const minutes = (Date.parse(alert.onSiteDueAt ?? '') - Date.parse(alert.acknowledgedAt ?? '')) / 60_000;
  expect([60, 180]).toContain(Math.round(minutes));
  expect(await told(of['case-manager'], alert)).toEqual({
    place: { place: 'Behind the rank, by the blue container.', known: 'He will not let her go.' },
    number: { telephone: '+27 82 000 0000' },
  });
  expect(await notices(of['field-worker-2'], alert)).toEqual(['ALERT_ACKNOWLEDGED']);
  await expectSeen([...office, 'field-worker', 'field-worker-2'], ['field-worker-2', 'case-manager']);
});

test('two are sent: they read the place as long as they are out', async () => {
  const first = done(await send(of['case-manager'], alert, account['field-worker']!));
  const second = done(await send(of['case-manager'], alert, account.supervisor!));
  expect(second.alert).toMatchObject({ status: 'DISPATCHED', dispatchedAt: first.alert.dispatchedAt });
  expect(await notices(of['field-worker'], alert)).toEqual(['ALERT_RAISED', 'ALERT_SENT']);
  const reading = ['field-worker-2', 'case-manager', 'field-worker', 'supervisor'] as const;
  await expectSeen([...office, 'field-worker', 'field-worker-2'], reading);
  const there = done(await stepOf(of['field-worker'], 'recordAlertArrival', first));
  expect(there.alert).toMatchObject({ status: 'ON_SITE', arrivedAt: there.arrivedAt });
  const back = done(await stepOf(of['case-manager'], 'sendBackFromAlert', second));
  expect(back.alert.status).toBe('ON_SITE');
  expect(await notices(of.supervisor, alert)).toEqual(['ALERT_UNACKNOWLEDGED', 'ALERT_SENT', 'ALERT_SENT_BACK']);
  await expectSeen([...office, 'field-worker', 'field-worker-2'], ['field-worker-2', 'case-manager', 'field-worker']);
});

test('it is resolved: who was sent reads the place no more', async () => {
  alert = (await seen(of['case-manager'], alert)) as AlertShown;
  const responses = ['FIRST_LINE_SUPPORT', 'PEP_LINKAGE'];
  alert = done(await step(of['case-manager'], 'resolveAlert', alert, { responses }));
  expect(alert).toMatchObject({ status: 'RESOLVED', responses });
  await expectSeen([...office, 'field-worker', 'field-worker-2'], ['field-worker-2', 'case-manager']);
});

test('it becomes a case with what is known, and with nothing that nobody entered', async () => {
  const base = registration() as { incidents?: object[] };
  const made = done(
    await onCase(of['case-manager'], 'registerCase', {
      ...{ ...base, source: 'EMERGENCY_ALERT', alertId: alert.id },
      incidents: [{ violationTypes: ['BEATING'], consentReporting: false }],
    }),
  );
  const { data } = await of['case-manager'].query(
    `query ($id: ID!) { case(id: $id) { riskLevel source emergencyAlerts { edges { node { id status } } }
      incidents { edges { node { district { id } } } } notes { edges { node { text } } }
      survivor { identity { phone address } } } }`,
    { id: made.id },
  );
  expect(data.case).toMatchObject({
    ...{ riskLevel: 'HIGH', source: 'EMERGENCY_ALERT', notes: { edges: [] } },
    emergencyAlerts: { edges: [{ node: { id: alert.id, status: 'RESOLVED' } }] },
  });
  expect(uuidOf(data.case.incidents.edges[0].node.district.id as string)).toBe(world.district.za);
  expect(JSON.stringify(data)).not.toMatch(/82 000|rank/);
  expect((await seen(of['field-worker-2'], alert))?.case).toBeNull();
  expect((await seen(of.supervisor, alert))?.case).toEqual({ id: made.id });
  const again = await onCase(of['case-manager'], 'registerCase', {
    ...{ ...registration(), source: 'EMERGENCY_ALERT', alertId: alert.id },
  });
  expect(problemsOf(again)).toEqual(['ALERT_HAS_CASE alertId']);
  await expectSeen([...office, 'field-worker', 'field-worker-2'], ['field-worker-2', 'case-manager']);
});

test('whoever read the place is in the log that the privacy officer reads; the secretariat reads nothing', async () => {
  const { data } = await of['privacy-officer'].query(
    '{ accessLogEntries(first: 100) { edges { node { entity reader { name } } } } }',
  );
  const entries = (data.accessLogEntries.edges as { node: { entity: string; reader: { name: string } | null } }[]).map(
    ({ node }) => node,
  );
  const readers = entries.filter(({ entity }) => entity === 'AlertPlace').map(({ reader }) => reader?.name);
  expect([...new Set(readers)].sort()).toEqual([
    ...['case-manager za', 'field-worker za', 'field-worker-2 za', 'supervisor za'],
  ]);
  const region = await world.as('secretariat', 'region');
  for (const list of ['emergencyAlerts', 'alertPlaces', 'alertNumbers', 'alertResponders', 'onCallShifts']) {
    const { errors } = await region.query(`{ ${list} { edges { node { id } } } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
});

test('no notice says where, nor how to call; and another organisation finds nothing of it', async () => {
  const rows = await adminRows(world.database, `SELECT n::text AS row FROM za.notice n`);
  expect(JSON.stringify(rows)).not.toMatch(/rank|82 000|container/);
  const strangers = [of['case-manager-2'], of['supervisor-2']];
  for (const stranger of strangers) {
    const acted = await act(stranger, 'updateAlert', { id: alert.id, expectedVersion: 1, riskLevel: 'LOW' });
    expect(problemsOf(acted)).toEqual(['NOT_FOUND id']);
  }
});
