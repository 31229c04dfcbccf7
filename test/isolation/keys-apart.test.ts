/** Data keys stand apart from the data that they open: in a schema of their own, where they have no server of their own. */
import { Client } from 'pg';
import { keySchemaOf, loginRoles, roleLogin, schemaOf } from '../../src/database/roles';
import { adminRows } from '../support/admin';
import { sharedApp } from '../support/outside';
import type { TestApp } from '../support/app';

const countries = ['BW', 'MZ', 'ZA', 'ZW', 'REGION'];

let api: TestApp;
beforeAll(async () => (api = await sharedApp()));
afterAll(() => api?.close());

describe.each(countries)('the keys of %s', (country) => {
  it('are in a schema of their own, and nowhere else', async () => {
    const tables = await adminRows<{ place: string }>(
      api.database,
      `SELECT n.nspname::text || ' ' || c.relkind::text AS place FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = 'data_key' AND n.nspname LIKE $1 ORDER BY 1`,
      [`${schemaOf(country)}%`],
    );
    expect(tables.map(({ place }) => place)).toEqual([`${schemaOf(country)} v`, `${keySchemaOf(country)} r`]);
  });

  it.each(countries.flatMap((other) => loginRoles(schemaOf(other))))('are closed to %s', async (role) => {
    const { host, port, database } = api.database.admin;
    const client = new Client({ host, port, database, ...roleLogin(api.config.secrets.role, role) });
    await client.connect();
    try {
      await expect(client.query(`SELECT FROM ${keySchemaOf(country)}.data_key`)).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await client.end();
    }
  });
});
