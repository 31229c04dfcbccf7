/** The API's checks switched off: SQL of an attacker straight through the pools that the API itself uses. */
import { stepsTable } from '../../src/database/migration-steps';
import type { Pool, PoolClient } from 'pg';
import { countryGrants } from '../../src/installation/granted';
import { adminRows } from '../support/admin';
import type { TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { attacksOn, escapes } from './attacks';

const canary = 'canary-7f3a-botswana';
const denied = '42501';

let api: TestApp;
let za: Pool;
let zaRegion: Pool;
let columns: { table: string; name: string }[];
const columnOf = (table: string): string | undefined => columns.find((column) => column.table === table)?.name;

beforeAll(async () => {
  api = await startApp();
  const country = api.app.countries.get('ZA');
  if (!country) throw new Error('ZA is not served');
  ({ app: za, region: zaRegion } = country);
  columns = await adminRows(
    api.database,
    `SELECT DISTINCT ON (table_name) table_name AS table, column_name AS name FROM information_schema.columns WHERE table_schema = 'za' AND is_identity = 'NO' ORDER BY table_name, ordinal_position`,
  );
  await adminRows(api.database, `UPDATE bw.province SET name = '${canary}'`);
});
afterAll(() => api?.close());

/** Of data keys there is a view here (what it is of stands in a schema of its own), and one of each thing's rows that are to be erased. */
const endsOf = (table: string): string[] =>
  /^(data_key$|erasable_)/.test(table) ? [`DROP VIEW "${table}"`] : [`TRUNCATE "${table}"`, `DROP TABLE "${table}"`];

type Outcome = { readonly code: string } | { readonly rows: string };

/** What statements come to, one after the other on a connection of their own: the SQLSTATE of each, or its rows as text. */
async function attempts(pool: Pool, statements: readonly string[]): Promise<Map<string, Outcome>> {
  const client: PoolClient = await pool.connect();
  try {
    const found = new Map<string, Outcome>();
    for (const text of statements) found.set(text, await attempt(client, text));
    return found;
  } finally {
    client.release(true);
  }
}

async function attempt(client: PoolClient, text: string): Promise<Outcome> {
  try {
    const result = await client.query<object>(text);
    return { rows: JSON.stringify([result].flat().map(({ rows }) => rows)) };
  } catch (error) {
    return { code: (error as { code?: string }).code ?? String(error) };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function codes(pool: Pool, statements: readonly string[]): Promise<Record<string, string>> {
  const found = [...(await attempts(pool, statements))];
  return Object.fromEntries(
    found.map(([text, answer]) => [text, 'code' in answer ? answer.code : `answered ${answer.rows.slice(0, 200)}`]),
  );
}

const all = (statements: readonly string[], code: string): Record<string, string> =>
  Object.fromEntries(statements.map((text) => [text, code]));

const tables = [...countryGrants().map(({ table }) => table), 'migrations', stepsTable];

describe('as za_app', () => {
  it.each(tables)('nothing can be done with the table %s of another country', async (table) => {
    const statements = attacksOn(`bw."${table}"`);
    expect(await codes(za, statements)).toEqual(all(statements, denied));
  });

  it('the accounts, sessions and keys are out of reach', async () => {
    const names = await adminRows<{ name: string }>(
      api.database,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'identity'`,
    );
    const keys = ['bw', 'mz', 'za', 'zw', 'region'].map((country) => `${country}_keys.data_key`);
    const statements = [...names.map(({ name }) => `identity."${name}"`), ...keys].flatMap(attacksOn);
    expect(names.length).toBeGreaterThan(5);
    for (const pool of [za, zaRegion]) expect(await codes(pool, statements)).toEqual(all(statements, denied));
  });

  it('the tables of its own country keep their shape, their owner and their append-only rows', async () => {
    const appendOnly = countryGrants().filter(({ app }) => !app.includes('UPDATE'));
    const statements = [
      ...tables.flatMap((table) => [
        ...endsOf(table),
        `ALTER TABLE "${table}" OWNER TO za_app`,
        `CREATE INDEX ON "${table}" (id)`,
      ]),
      ...appendOnly.flatMap(({ table, app }) => [
        `UPDATE "${table}" SET "${columnOf(table)}" = NULL`,
        ...(app.includes('DELETE') ? [] : [`DELETE FROM "${table}"`]),
      ]),
    ];
    expect(appendOnly.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['access_log_entry', 'audit_event', 'change_entry', 'consent', 'record_change']),
    );
    expect(await codes(za, statements)).toEqual(all(statements, denied));
  });
});

describe.each([
  ['za_app', () => za],
  ['za_region', () => zaRegion],
])('as %s', (role, pool) => {
  it('there is no way to become another role, to reach the machine or to leave something behind', async () => {
    const mine = new RegExp(`\\b${role}( |$)`); // A role may change its own password and defaults: PostgreSQL does not let it be forbidden.
    const others = escapes.filter(
      (text) =>
        !/^(SET|ALTER) (ROLE|SESSION)/.test(text) || !mine.test(text) || /SUPERUSER|BYPASSRLS|INHERIT/.test(text),
    );
    const statements = others.map((text) => text.replace('DATABASE current', `DATABASE "${api.database.name}"`));
    const found = Object.entries(await codes(pool(), statements));
    // 0LP01 and 42939: no member, no such right; 42704, 42883, 3F000, 22023 and 0A000: what is asked for is not there at all.
    const refusals = /^(42501|42704|42883|42939|0LP01|3F000|22023|0A000|2BP01|42710|42P01|42809|55000|58P01)$/;
    expect(found.filter(([, code]) => !refusals.test(code))).toEqual([]);
    expect(found.filter(([, code]) => code === denied).length).toBeGreaterThan(escapes.length * 0.75);
  });

  it('the statistics, activity and sizes of other schemas stay unknown', async () => {
    const views = await adminRows<{ name: string }>(
      api.database,
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'v' AND c.relname ~ '^(pg_stat|pg_locks|pg_statio)'`,
    );
    expect(views.length).toBeGreaterThan(30);
    const statements = views.map(
      ({ name }) => `SELECT * FROM pg_catalog.${name} AS v WHERE v::text ~ '\\mbw(_app|_region|_owner)?\\M'`,
    );
    const told = [...(await attempts(pool(), statements))].filter(
      ([, answer]) => 'rows' in answer && answer.rows !== '[[]]',
    );
    expect(told).toEqual([]);
    const sizes = [
      `SELECT reltuples FROM pg_class`,
      `SELECT relpages FROM pg_class`,
      `SELECT * FROM pg_class`,
      `SELECT pg_relation_size(oid) FROM pg_class WHERE relname = 'case'`,
      `SELECT pg_total_relation_size(oid) FROM pg_class WHERE relname = 'case'`,
      `SELECT pg_database_size(current_database())`,
      `SELECT pg_stat_get_live_tuples(oid) FROM pg_class WHERE relname = 'case'`,
      `SELECT pg_stat_get_activity(NULL)`,
      `SELECT * FROM pg_lock_status()`,
      `SELECT * FROM pg_statistic`,
    ];
    expect(await codes(pool(), sizes)).toEqual(all(sizes, denied));
  });

  it('no search path, cast or catalogue function leads to a row of another country', async () => {
    const statements = [
      `SET search_path = bw; SELECT * FROM province`,
      `SELECT schema_to_xml('bw', true, false, '')`,
      `SELECT schema_to_xml_and_xmlschema('bw', true, false, '')`,
      `SELECT database_to_xml(true, false, '')`,
      `SELECT * FROM pg_stats WHERE schemaname = 'bw'`,
      `SELECT most_common_vals FROM pg_stats WHERE schemaname <> '${role.slice(0, 2)}' AND schemaname !~ '^(pg_|information)'`,
      `SELECT * FROM pg_sequences WHERE last_value IS NOT NULL AND schemaname <> 'za'`,
      `SELECT * FROM information_schema.tables WHERE table_schema = 'bw'`,
      `SELECT * FROM information_schema.columns WHERE table_schema = 'bw'`,
      `SELECT * FROM pg_prepared_xacts`,
      `SELECT * FROM pg_largeobject_metadata`,
    ];
    for (const [text, answer] of await attempts(pool(), statements)) {
      const told = 'code' in answer ? '' : answer.rows;
      expect([text, told.includes(canary)]).toEqual([text, false]);
      if (/^SELECT .* FROM (pg_|information)/.test(text) && 'rows' in answer)
        expect([text, told]).toEqual([text, '[[]]']);
    }
  });
});

describe('as za_region', () => {
  it('the tables that the country shares are read, all others not even that', async () => {
    const reads = new Map(
      countryGrants().map(({ table, region }) => [`SELECT count(*) FROM "${table}"`, region.includes('SELECT')]),
    );
    const found = await attempts(zaRegion, [...reads.keys()]);
    expect([...found].map(([text, answer]) => [text, 'rows' in answer])).toEqual([...reads]);
  });

  it('nothing is written, locked or changed anywhere, and nothing of another country is read', async () => {
    const writes = tables.flatMap((table) => [
      `INSERT INTO "${table}" DEFAULT VALUES`,
      `UPDATE "${table}" SET "${columnOf(table)}" = NULL`,
      `DELETE FROM "${table}"`,
      `SELECT FROM "${table}" FOR SHARE`,
      `BEGIN; LOCK TABLE "${table}" IN ROW EXCLUSIVE MODE`,
      ...endsOf(table),
      `ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`,
      `CREATE INDEX ON "${table}" (id)`,
      ...attacksOn(`bw."${table}"`),
    ]);
    const found = Object.entries(await codes(zaRegion, writes));
    expect(found.filter(([, code]) => code !== denied)).toEqual([]);
  });
});

it('after all of it, the other country is as it was', async () => {
  const [left] = await adminRows(
    api.database,
    `SELECT count(*) FILTER (WHERE name = '${canary}') = count(*) AND count(*) > 0 AS same FROM bw.province`,
  );
  expect(left).toEqual({ same: true });
  const passedOn = await adminRows(
    api.database,
    `SELECT FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace IN ('za'::regnamespace, 'bw'::regnamespace) AND a.grantee = 0`,
  );
  expect(passedOn).toEqual([]);
  const evil = await adminRows(
    api.database,
    `SELECT relname FROM pg_class WHERE relname = 'evil' UNION ALL SELECT rolname FROM pg_roles WHERE rolname = 'evil'`,
  );
  expect(evil).toEqual([]);
});
