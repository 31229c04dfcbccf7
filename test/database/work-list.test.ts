/** Whoever upgrades finds on the lists what waits by the version that runs now, without a migration for it. */
import { loadAdminConfig } from '../../src/base/config';
import { asOwner } from '../../src/database/connect';
import { schemaOf } from '../../src/database/roles';
import { differences } from '../../src/domain/casework/work-list/work-item.refresh';
import { administrationOf, prepareAll } from '../../src/installation/administration';
import { deriveWorkList } from '../../src/installation/work-list';
import { adminRows } from '../support/admin';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase('demo');
});
afterAll(() => database?.drop());

const migrate = (): ReturnType<typeof prepareAll> =>
  prepareAll(administrationOf(loadAdminConfig(database.env), database.admin));

const count = async (): Promise<number> =>
  Number((await adminRows<{ n: string }>(database, 'SELECT count(*) AS n FROM za.work_item'))[0]?.n);

/** As a version left it that counted otherwise: one item is missing, another is there that is none. */
async function leftByAnother(): Promise<void> {
  await adminRows(
    database,
    `UPDATE za.migration_step SET migration = 'work list other' WHERE migration LIKE 'work list %'`,
  );
  await adminRows(database, 'DELETE FROM za.work_item WHERE id = (SELECT min(id::text)::uuid FROM za.work_item)');
  await adminRows(
    database,
    `UPDATE za.work_item SET id = gen_random_uuid(), kind = 'FOLLOW_UP', due_at = now()
     WHERE id = (SELECT min(id::text)::uuid FROM za.work_item)`,
  );
}

/** Items that are there and are not to be, or the other way round. */
const wrong = (): Promise<unknown[]> =>
  asOwner(database.admin, schemaOf('ZA'), async (client) => {
    const { text, values } = differences();
    return (await client.query<object>(text, [...values])).rows;
  });

test('migrating derives them anew where the version before counted otherwise, once', async () => {
  const before = await count();
  expect(before).toBeGreaterThan(50);
  await leftByAnother();
  expect(await wrong()).toHaveLength(3);
  await migrate();
  expect(await wrong()).toEqual([]);
  expect(await count()).toBe(before);
  const steps = await adminRows<{ migration: string }>(
    database,
    `SELECT migration FROM za.migration_step WHERE migration LIKE 'work list %'`,
  );
  expect(steps).toHaveLength(1);
  expect(steps[0]?.migration).not.toContain('other');
  expect(await deriveWorkList(database.admin, 'ZA')).toBeNull();
});
