/** What there is of a person in an alert, when its time is over: found nowhere, by its mark, and opened by no key. */
import { randomBytes } from 'node:crypto';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { handsoff } from '../../support/command';
import { openWorld, sweepNow } from '../../support/outside';
import { filesWith } from '../../isolation/plaintext';
import { done, told as problemsOf, warned } from '../acting';
import { act as onCase, register, registration, uuidOf } from '../case/acts';
import type { CountryName, World } from '../world';
import { pass, raise, seen, step, told, type AlertShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const HOUR = 60;
const DAY = 24 * HOUR;
const sweep = (country: CountryName) => sweepNow(world, country, 'eraseAlertPlaces');

const mark = `zq${randomBytes(9).toString('hex')}`;
const words = {
  place: { place: `${mark} rank`, known: `${mark} words` },
  number: { telephone: `${mark} phone` },
};

async function resolved(client: Client, country: CountryName, more: object = {}): Promise<AlertShown> {
  const alert = done(await raise(client, world.district[country], { ...words, ...more }));
  const now = done(await step(client, 'acknowledgeAlert', alert));
  return done(await step(client, 'resolveAlert', now, { responses: ['FIRST_LINE_SUPPORT'] }));
}

/** Whether place and number are there. */
async function kept(client: Client, alert: AlertShown): Promise<readonly [boolean, boolean]> {
  const found = await told(client, alert);
  return [Boolean(found?.place), Boolean(found?.number)];
}

const keysOf = async (alert: AlertShown): Promise<string[]> => {
  const rows = await adminRows<{ key: string }>(
    world.database,
    `SELECT data_key_id AS key FROM za.alert_place WHERE alert_id = $1
     UNION SELECT data_key_id FROM za.alert_number WHERE alert_id = $1`,
    [uuidOf(alert.id)],
  );
  return rows.map(({ key }) => key);
};

test('place and number have a key each; both are destroyed, and with them what the history held', async () => {
  const manager = await world.as('case-manager', 'za');
  const alert = await resolved(manager, 'za');
  const corrected = done(
    await step(manager, 'updateAlert', alert, { place: { place: `${mark} corrected` }, number: { telephone: mark } }),
  );
  const history = 'history { edges { node { action changes { field before after } } } }';
  const look = async (): Promise<string> =>
    (
      await manager.query(
        `query ($id: ID!) { emergencyAlert(id: $id) { status district { id } place { ${history} } number { ${history} } ${history} } }`,
        { id: alert.id },
      )
    ).text;
  expect(await look()).toContain(`${mark} rank`);
  const keys = await keysOf(alert);
  expect(new Set(keys).size).toBe(2);
  const records = await adminRows<{ id: string }>(
    world.database,
    'SELECT id FROM za.alert_place WHERE alert_id = $1 UNION SELECT id FROM za.alert_number WHERE alert_id = $1',
    [uuidOf(alert.id)],
  );

  expect(await sweep('za')).toBe(0);
  await pass(world, alert, 7 * DAY);
  expect(await sweep('za')).toBe(2);
  expect(await kept(manager, alert)).toEqual([false, false]);
  expect(await look()).not.toContain(mark);
  expect(await seen(manager, alert)).toMatchObject({
    status: 'RESOLVED',
    channel: 'HELPLINE',
    version: corrected.version,
  });
  const left = await adminRows(world.database, 'SELECT FROM za.data_key WHERE id = ANY($1::uuid[])', [keys]);
  expect(left).toEqual([]);
  const ids = records.map(({ id }) => id);
  const changes = `SELECT FROM za.record_change c JOIN za.audit_event a ON a.id = c.id WHERE a.record_id = ANY($1::uuid[])`;
  expect(await adminRows(world.database, changes, [ids])).toEqual([]);
  // That somebody told it, and that it went, stays: when and who, and nothing of what it was.
  const trail = 'SELECT operation FROM za.audit_event WHERE record_id = ANY($1::uuid[]) ORDER BY at, operation';
  const operations = (await adminRows<{ operation: string }>(world.database, trail, [ids])).map((row) => row.operation);
  expect(operations.sort()).toEqual(['INSERT', 'INSERT', 'REMOVE', 'REMOVE', 'UPDATE', 'UPDATE']);
});

test('the mark is in no file of the server, no table, no feed and no log', async () => {
  const files = await filesWith(world.database, [mark]);
  expect(files.get(mark)).toEqual([]);
  const tables = await adminRows<{ name: string }>(
    world.database,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'za' AND c.relkind = 'r'`,
  );
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['change_entry', 'audit_event', 'notice']));
  for (const { name } of tables) {
    const rows = await adminRows(world.database, `SELECT FROM za."${name}" t WHERE t::text LIKE '%${mark}%'`);
    expect([name, rows.length]).toEqual([name, 0]);
  }
});

test('what was erased is not told anew', async () => {
  const manager = await world.as('case-manager', 'za');
  const alert = await resolved(manager, 'za');
  await pass(world, alert, 8 * DAY);
  await sweep('za');
  const again = done(await step(manager, 'reopenAlert', alert));
  for (const [name, value] of Object.entries(words))
    expect(problemsOf(await step(manager, 'updateAlert', again, { [name]: value }))).toEqual([`TIME_OVER ${name}`]);
});

describe('in South Africa', () => {
  test('a number without a case goes after 72 hours, one with a case with the place', async () => {
    const manager = await world.as('case-manager', 'za');
    const [alone, linked] = [await resolved(manager, 'za'), await resolved(manager, 'za')];
    const values = { ...registration(), source: 'EMERGENCY_ALERT', alertId: linked.id };
    done(await onCase(manager, 'registerCase', values));
    for (const alert of [alone, linked]) await pass(world, alert, 3 * DAY);
    await sweep('za');
    expect(await kept(manager, alone)).toEqual([true, false]);
    expect(await kept(manager, linked)).toEqual([true, true]);
    await pass(world, linked, 4 * DAY);
    await sweep('za');
    expect(await kept(manager, linked)).toEqual([false, false]);
  });

  test('an alert that never ended keeps nothing for more than 14 days, whatever is corrected', async () => {
    const manager = await world.as('case-manager', 'za');
    const raised = done(await raise(manager, world.district.za, words));
    await pass(world, raised, 13 * DAY);
    await sweep('za');
    expect(await kept(manager, raised)).toEqual([true, false]);
    done(await step(manager, 'updateAlert', raised, { raisedAt: new Date().toISOString() }));
    await pass(world, raised, DAY);
    await sweep('za');
    expect(await kept(manager, raised)).toEqual([false, false]);
  });

  test('what a telephone tells whose clock is wrong is kept for as long as anything, and warned about', async () => {
    const manager = await world.as('case-manager', 'za');
    const raisedAt = new Date(Date.now() - 30 * DAY * 60_000).toISOString();
    const answer = await raise(manager, world.district.za, { ...words, raisedAt });
    expect(warned(answer)).toEqual(['UNLIKELY raisedAt']);
    await sweep('za');
    expect(await kept(manager, done(answer))).toEqual([true, true]);
  });

  test('the hours are the country’s, and none are longer than allowed', async () => {
    const manager = await world.as('case-manager', 'za');
    const alert = await resolved(manager, 'za');
    const set = (...options: string[]) => handsoff(['country', 'set', 'ZA', ...options], world.database.env);
    const refused = await set('--alert-place-hours', '169');
    expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('at most 168')]);
    expect((await set('--alert-place-hours', '5')).code).toBe(0);
    await pass(world, alert, 5 * HOUR);
    await sweep('za');
    expect(await kept(manager, alert)).toEqual([false, false]);
    expect((await set('--alert-place-hours', '168')).code).toBe(0);
  });
});

test('in Mozambique the number goes after 24 hours, with a case too, and the place after 72', async () => {
  const manager = await world.as('case-manager', 'mz');
  const alert = await resolved(manager, 'mz');
  const { caseId } = await world.newCase('mz', { anonymous: true });
  done(await step(manager, 'linkAlert', alert, { caseId }));
  await pass(world, alert, DAY, 'mz');
  await sweep('mz');
  expect(await kept(manager, alert)).toEqual([true, false]);
  await pass(world, alert, 2 * DAY, 'mz');
  await sweep('mz');
  expect(await kept(manager, alert)).toEqual([false, false]);
});

test('a draft that came of an alert is discarded, and the alert stays, linked to none', async () => {
  const manager = await world.as('case-manager', 'za');
  const alert = await resolved(manager, 'za');
  const draft = await register(manager, { draft: true, source: 'EMERGENCY_ALERT', alertId: alert.id });
  expect((await seen(manager, alert))?.case).toEqual({ id: draft.id });
  const { data } = await manager.query(
    'mutation ($input: DiscardCaseInput!) { discardCase(input: $input) { problems { code } } }',
    { input: { idempotencyKey: `discard ${alert.id}`, caseId: draft.id, expectedVersion: draft.version } },
  );
  expect(data.discardCase.problems).toEqual([]);
  expect((await seen(manager, alert))?.case).toBeNull();
});
