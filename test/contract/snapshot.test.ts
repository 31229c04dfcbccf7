/**
 * What a document reads of a country is of one moment: a commit in the middle of a read is in all of its answer or in
 * none of it. Here the middle is no matter of luck. Views stand in the places of cases and referrals; whichever is read
 * first waits for a lock that the test holds, and meanwhile the test commits a change of both together.
 *
 * Two statements, one for cases and one for what hangs on them, would make this red, in one transaction as well: in
 * READ COMMITTED each sees what was committed before it began, so the first would tell of before and the second of after.
 */
import type { Client as Connection } from 'pg';
import { asAdmin, inTransaction } from '../../src/database/connect';
import type { Answer, Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';

const lock = 4_711;

/** Has a table's readers wait. A subquery that depends on no row runs once in a statement, before the first row. */
const waiting = (table: string): string => `
  ALTER TABLE za."${table}" RENAME TO ${table}_kept;
  CREATE VIEW za."${table}" AS
    SELECT * FROM za.${table}_kept WHERE (SELECT pg_advisory_xact_lock_shared(${lock})) IS NOT NULL;
  GRANT SELECT ON za."${table}" TO za_app;`;

let api: TestApp;
let manager: Client;
let id: string;
beforeAll(async () => {
  api = await startApp();
  await asAdmin(api.database.admin, (connection) => connection.query(waiting('case') + waiting('referral')));
  manager = await api.as('case-manager', 'za');
  id = await caseWithReferrals();
});
afterAll(() => api?.close());

async function caseWithReferrals(): Promise<string> {
  const { data } = await manager.query('{ cases(first: 100) { edges { node { id referrals { totalCount } } } } }');
  const { edges } = data.cases as { edges: { node: { id: string; referrals: { totalCount: number } } }[] };
  const found = edges.find(({ node }) => node.referrals.totalCount > 1);
  if (!found) throw new Error('no case of the demo data has several referrals');
  return found.node.id;
}

/** Every case and every referral of the country says the same word, and every referral has the same status. */
const say = (connection: Connection, word: string, status: string): Promise<void> =>
  inTransaction(connection, async () => {
    await connection.query('UPDATE za.case_kept SET registered_at_office = $1', [word]);
    await connection.query('UPDATE za.referral_kept SET remote_provider = $1, status = $2', [word, status]);
  });
const asBefore = (connection: Connection): Promise<void> => say(connection, 'Before', 'REQUESTED');
const asAfter = (connection: Connection): Promise<void> => say(connection, 'After', 'COMPLETED');

/** Until a read stands still in the middle. */
async function untilRead(connection: Connection, read: Promise<Answer>): Promise<void> {
  let ended = false;
  void read.finally(() => (ended = true));
  const readers = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${lock} AND NOT granted`;
  while ((await connection.query(readers)).rowCount === 0) {
    if (ended) throw new Error(`the read ended without waiting: ${(await read).text}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Answers to a document: before a change, with its commit in the middle of the read, and after it. */
const around = (document: string): Promise<Record<'before' | 'during' | 'after', string>> =>
  asAdmin(api.database.admin, async (connection) => {
    const read = (): Promise<Answer> => manager.query(document, document.includes('$id') ? { id } : {});
    await asBefore(connection);
    const before = await read();
    await connection.query('SELECT pg_advisory_lock($1)', [lock]);
    const during = read();
    await untilRead(connection, during);
    await asAfter(connection);
    await connection.query('SELECT pg_advisory_unlock($1)', [lock]);
    const texts = { before: before.text, during: (await during).text, after: (await read()).text };
    for (const text of Object.values(texts)) expect(text).not.toContain('"errors"');
    return texts;
  });

const wordsOf = (text: string): string[] => text.match(/"(Before|After)"/g) ?? [];

const referrals = `open: referrals(filter: { status: { eq: REQUESTED } }) { totalCount }
  referrals { totalCount edges { node { remoteProvider status } } }`;

test.each([
  ['a case with its referrals', `query ($id: ID!) { case(id: $id) { registeredAtOffice ${referrals} } }`],
  [
    'the case of each referral',
    '{ referrals(first: 50) { edges { node { remoteProvider case { registeredAtOffice } } } } }',
  ],
  [
    'a list of cases with their referrals',
    `{ cases(first: 50) { edges { node { registeredAtOffice ${referrals} } } } }`,
  ],
  ['several root fields', `{ cases(first: 50) { edges { node { registeredAtOffice } } } ${referrals} }`],
  ['a record and a list', `query ($id: ID!) { ${referrals} case(id: $id) { registeredAtOffice } }`],
])('%s: a commit in the middle of the read is in all of the answer or in none of it', async (_what, document) => {
  const { before, during, after } = await around(document);
  // The change is one of cases and of referrals, and shows in both.
  expect(wordsOf(before).length).toBeGreaterThan(1);
  expect(new Set(wordsOf(before))).toEqual(new Set(['"Before"']));
  expect(wordsOf(after)).toEqual(wordsOf(before).map(() => '"After"'));
  expect([before, after]).toContain(during);
});
