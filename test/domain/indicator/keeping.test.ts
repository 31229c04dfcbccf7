/** Counts follow what is recorded: by the change feed, in one transaction with how far it was read. */
import { setTimeout as delay } from 'node:timers/promises';
import { countAfterMigration, recount } from '../../../src/installation/indicators';
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import { incident, register, rowsOf, services, uuidOf, type CaseShown } from '../case/acts';
import type { World } from '../world';
import * as counting from './counting';

let world: World;
let fieldWorker: Client;
let manager: Client;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  const roles = ['field-worker', 'case-manager', 'me-officer'] as const;
  [fieldWorker, manager, officer] = (await Promise.all(roles.map((role) => world.as(role, 'za')))) as [
    Client,
    Client,
    Client,
  ];
  await count();
});
afterAll(() => world?.close());

const sweepOnce = () => counting.sweepOnce(world);
const count = () => counting.count(world);
const wrong = () => counting.wrong(world);

const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'GIVEN', mode: 'WRITTEN' } as const;
const record = (told: object = {}): Promise<CaseShown> =>
  register(fieldWorker, {
    consents: [services, reporting],
    incidents: [{ ...incident, districtId: world.district.za, reportedAt: '2026-02-09T08:00:00Z', ...told }],
  });

async function reported(month = '202602'): Promise<number> {
  const input = { indicators: ['I03'], period: { names: [month] } };
  const { data } = await officer.query(
    'query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows { value } } }',
    { input },
  );
  return data.indicatorTable.rows[0].value as number;
}

const actConsent = actor<{ id: string }>('consent', 'id');
const actIncident = actor<{ id: string; version: number }>('incident', 'id version');

it('counts what is recorded once the feed is read, and nothing before', async () => {
  const before = await reported();
  await record();
  expect(await reported()).toBe(before);
  await count();
  expect(await reported()).toBe(before + 1);
  await count();
  expect(await reported()).toBe(before + 1);
  expect(await wrong()).toEqual([]);
});

it('tells that nothing was counted yet, in place of nothing', async () => {
  const [counted] = await adminRows<{ as_of: string }>(
    world.database,
    'DELETE FROM za.indicator_as_of RETURNING as_of::text',
  );
  const input = { indicators: ['I03', 'I22'], period: { names: ['202602'] } };
  const { data } = await officer.query(
    `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) {
      rows { value numerator status gap } countries { asOf } } }`,
    { input },
  );
  await adminRows(world.database, 'INSERT INTO za.indicator_as_of (as_of) VALUES ($1)', [counted?.as_of]);
  const nothing = { value: null, numerator: null, status: 'MISSING', gap: 'NOT_COUNTED' };
  expect(data.indicatorTable).toEqual({ rows: [nothing, nothing], countries: [{ asOf: null }] });
});

it('takes off what was corrected, taken out or withdrawn', async () => {
  const [first, second] = [await record(), await record()];
  await count();
  const [before, march] = [await reported(), await reported('202603')];
  const [moved] = await rowsOf(world, 'incident', 'case_id = $1', [uuidOf(first.id)]);
  const { id, version } = moved as { id: string; version: number };
  done(
    await actIncident(fieldWorker, 'updateIncident', {
      id,
      expectedVersion: version,
      reportedAt: '2026-03-01T08:00:00+02:00',
    }),
  );
  await count();
  expect([await reported(), await reported('202603')]).toEqual([before - 1, march + 1]);
  const [consent] = await rowsOf(world, 'consent', `survivor_id = $1 AND purpose = 'REPORTING_NON_IDENTIFIABLE'`, [
    uuidOf(second.survivor?.id ?? ''),
  ]);
  done(await actConsent(manager, 'withdrawConsent', { consentId: (consent as { id: string }).id }));
  await count();
  expect(await reported()).toBe(before - 2);
  expect(await wrong()).toEqual([]);
});

it('counts a day by the calendar of the country', async () => {
  const [january, february] = [await reported('202601'), await reported()];
  await record({ reportedAt: '2026-01-31T21:59:59Z' });
  await record({ reportedAt: '2026-01-31T22:00:00Z' });
  await count();
  expect([await reported('202601'), await reported()]).toEqual([january + 1, february + 1]);
});

it('leaves what waits behind a transaction that is open for later, and says so', async () => {
  await count();
  const before = await reported();
  const client = await world.app.countries.get('ZA')!.app.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_current_xact_id()');
    await record();
    await sweepOnce();
    expect(await reported()).toBe(before);
    const isBefore = 'SELECT (SELECT as_of FROM za.indicator_as_of) <= (SELECT max(at) FROM za.change_entry) AS it';
    expect(await adminRows(world.database, isBefore)).toEqual([{ it: true }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
  await count();
  expect(await reported()).toBe(before + 1);
});

it('can be checked while a server counts, which it neither fails by nor holds up', async () => {
  await count();
  await record();
  const client = await world.app.countries.get('ZA')!.app.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('sweep ZA countIndicators'))`);
    await client.query('UPDATE indicator_position SET seq = seq');
    const checked = wrong();
    const waits = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    while ((await adminRows(world.database, waits)).length === 0) await delay(20);
    await client.query('COMMIT');
    expect(await checked).toEqual([]);
  } finally {
    client.release();
  }
});

const wrongly = async (table: string): Promise<void> => {
  await adminRows(
    world.database,
    `UPDATE za.${table} SET m1 = m1 + 5 WHERE counting = 'incidents' AND month = '2026-02-01'
     AND id = (SELECT min(id::text)::uuid FROM za.${table} WHERE counting = 'incidents' AND month = '2026-02-01')`,
  );
};

it.each(['indicator_cell', 'indicator_sum'])(
  'is found out where %s is wrong, and made right by counting anew',
  async (table) => {
    await count();
    const before = await reported();
    await wrongly(table);
    const found = await wrong();
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatchObject({ counting: 'incidents', month: '2026-02-01' });
    await recount(world.database.admin, 'ZA');
    expect(await wrong()).toEqual([]);
    expect(await reported()).toBe(before);
    expect(await countAfterMigration(world.database.admin, 'ZA')).toBe(false);
  },
);

it('counts anew where another version counted, and where the data came from another server', async () => {
  await adminRows(world.database, `UPDATE za.indicator_position SET derivation = 'another'`);
  expect(await sweepOnce()).toBe(0);
  expect(await countAfterMigration(world.database.admin, 'ZA')).toBe(true);
  await adminRows(world.database, 'UPDATE za.indicator_position SET xid = 9000000000000000000');
  await record();
  await count();
  expect(await wrong()).toEqual([]);
});
