/** An account whose role and country disagree cannot exist; where one does all the same, it sees nothing. */
import { adminRows } from '../support/admin';
import type { TestApp } from '../support/app';
import { startApp } from '../support/outside';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

const disagreeing = [
  ['secretariat@region.demo', `country = 'ZA'`],
  ['analyst@region.demo', `country = 'BW'`],
  ['case-manager@za.demo', 'country = NULL'],
  ['case-manager@za.demo', `role = 'ANALYST'`],
  ['me-officer@bw.demo', `role = 'SECRETARIAT'`],
] as const;

const change = (email: string, what: string): Promise<unknown> =>
  adminRows(api.database, `UPDATE identity.account SET ${what} WHERE email = $1`, [email]);

test.each(disagreeing)('the account of %s cannot get %s', async (email, what) => {
  await expect(change(email, what)).rejects.toMatchObject({ code: '23514' });
});

test('where the database let it through, nothing is seen and nothing written', async () => {
  const [check] = await adminRows(
    api.database,
    `SELECT conname AS name FROM pg_constraint WHERE conrelid = 'identity.account'::regclass
     AND pg_get_constraintdef(oid) LIKE '%country IS NULL%'`,
  );
  await adminRows(api.database, `ALTER TABLE identity.account DROP CONSTRAINT "${String(check?.name)}"`);
  await change('secretariat@region.demo', `country = 'ZA'`);
  await change('case-manager@za.demo', 'country = NULL');
  const lists = '{ organisations { totalCount } trainings { totalCount edges { node { id } } } }';
  const nothing = { organisations: null, trainings: null };
  for (const [role, where] of [
    ['secretariat', 'region'],
    ['case-manager', 'za'],
  ] as const) {
    const client = await api.as(role, where);
    const { data } = await client.query(lists);
    expect([role, data]).toEqual([role, nothing]);
  }
});
