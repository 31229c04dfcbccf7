/** The tables behind the writes: only ever added to, and described so that a migration of them has nothing to add. */
import { systemTables } from '../../src/writing/ledger.entities';
import { mutate } from '../../src/writing/mutate';
import { freshKey } from './boxes';
import { Box, openSmallCountry, type SmallCountry } from './small-country';

let country: SmallCountry;
beforeAll(async () => {
  country = await openSmallCountry();
  await mutate(country.context(), 'makeBox', { idempotencyKey: freshKey() }, (work) => {
    work.newDataKey();
    return work.insert(Box, { name: 'x', content: 0, tags: [], organisationId: work.actor.organisationId as string });
  });
});
afterAll(async () => country.close());

const tables = Object.entries(systemTables);
const columns: Readonly<Record<string, string>> = {
  idempotency_record: 'key',
  audit_event: 'action',
  record_change: 'open',
  change_entry: 'entity',
  data_key: 'id',
  key_check: 'key_id',
  lasting_key: 'purpose',
  job_run: 'name',
  one_time_link: 'kind',
  erased_record: 'entity',
  stored_content: 'store',
  content_piece: 'number',
  imported_row: 'kind',
  released_row: 'person',
  search_text: 'text',
  search_word: 'word',
};
/** Links that are over are forgotten, rows of an import that was taken back, and texts that no record has any more. */
const forgotten = ['one_time_link', 'stored_content', 'content_piece', 'imported_row', 'search_text', 'search_word'];
/** A key for pseudonyms, and one for fingerprints. */
const rows: Readonly<Record<string, number>> = {
  ...{
    lasting_key: 2,
    job_run: 0,
    record_change: 0,
    one_time_link: 0,
    erased_record: 0,
    stored_content: 0,
    content_piece: 0,
    imported_row: 0,
    released_row: 0,
    search_text: 0,
    search_word: 0,
  },
};

it.each(tables)('%s holds what was written when the keys were met, and by the mutation', async (table) => {
  expect(await country.count(table)).toBe(rows[table] ?? 1);
});

it.each(tables)('%s lets the API do no more than its privileges say', async (table, privileges) => {
  const column = columns[table];
  const attempts = {
    SELECT: `SELECT * FROM ${table}`,
    UPDATE: `UPDATE ${table} SET ${column} = ${column}`,
    DELETE: `DELETE FROM ${table}`,
    TRUNCATE: `TRUNCATE ${table}`,
    DROP: `DROP TABLE ${table}`,
  };
  const before = await country.count(table);
  for (const [privilege, statement] of Object.entries(attempts)) {
    const answer = country.pool.query(statement);
    if ((privileges as readonly string[]).includes(privilege)) await answer;
    else await expect(answer).rejects.toMatchObject({ code: '42501' });
  }
  expect(await country.count(table)).toBe(before);
});

it('of audit, feed and keys nothing can be changed or removed', () => {
  for (const table of [
    'audit_event',
    'record_change',
    'change_entry',
    'data_key',
    'key_check',
    'lasting_key',
    'erased_record',
  ]) {
    expect(systemTables[table]).not.toEqual(expect.arrayContaining(['UPDATE']));
  }
  for (const [table, privileges] of tables)
    expect([table, privileges.includes('DELETE')]).toEqual([table, forgotten.includes(table)]);
});

it('is described so that the schema builder finds nothing to change', async () => {
  const { upQueries } = await country.owner.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
