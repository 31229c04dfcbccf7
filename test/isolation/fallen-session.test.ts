/**
 * A read of a known document finds out in its own statement whether the session stands that it comes with. Whatever
 * ends a session or changes its account acts on the next request, on every instance, and reads and logs nothing more.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { adminRows, type AdminRow } from '../support/admin';
import type { Answer, TestApp } from '../support/app';
import { startApp } from '../support/outside';

let one: TestApp;
let two: TestApp;
beforeAll(async () => {
  one = await startApp();
  two = await startApp({ database: one.database });
});
afterAll(async () => {
  await two?.close();
  await one?.close();
});

const admin = (text: string, values: unknown[] = []): Promise<AdminRow[]> => adminRows(one.database, text, values);

const list = '{ cases(first: 2) { edges { node { id survivor { identity(purpose: CASE_WORK) { workingName } } } } } }';
const nothing = '{ nodes(ids: []) { id } }';
const region = '{ trainings(first: 2) { edges { node { id country } } } }';

/** A session of its own, whose documents both instances have met. */
async function session(email: string, documents: readonly string[]) {
  const { data } = await one.anyone.query(
    `mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { session { accessToken } } }`,
    { email, password: one.config.demoPassword },
  );
  const authorization = `Bearer ${(data.signIn as { session: { accessToken: string } }).session.accessToken}`;
  const ask = (at: TestApp, document: string): Promise<Answer> => at.anyone.query(document, {}, { authorization });
  for (const at of [one, two]) {
    for (const document of documents) {
      for (let i = 0; i < 3; i++) expect((await ask(at, document)).errors).toEqual([]);
    }
  }
  const claims = authorization.split('.')[1] ?? '';
  const { sid, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sid: string; sub: string };
  return { ask, id: sid, account: sub };
}

const ends: readonly [string, (session: { id: string; account: string }) => Promise<unknown>][] = [
  [
    'is revoked',
    ({ id }) =>
      admin(`UPDATE identity.session SET revoked_at = now(), revoked_because = 'SIGNED_OUT' WHERE id = $1`, [id]),
  ],
  ['runs out', ({ id }) => admin('UPDATE identity.session SET expires_at = now() WHERE id = $1', [id])],
  ['is removed', ({ id }) => admin('DELETE FROM identity.session WHERE id = $1', [id])],
];

test.each(ends)('a session that %s is refused at the next request, on every instance', async (_how, end) => {
  const { ask, id, account } = await session('case-manager@za.demo', [list, nothing]);
  await end({ id, account });
  const logged = await admin('SELECT count(*) FROM za.access_log_entry');
  for (const at of [one, two, one]) {
    for (const document of [list, nothing]) {
      const answer = await ask(at, document);
      expect([answer.status, answer.errors[0]?.extensions['code'], answer.data]).toEqual([
        401,
        'UNAUTHENTICATED',
        undefined,
      ]);
    }
  }
  expect(await admin('SELECT count(*) FROM za.access_log_entry')).toEqual(logged);
});

test('a disabled account is refused at the next request of each of its sessions', async () => {
  const { ask, account } = await session('field-worker@za.demo', [list]);
  await admin(`UPDATE identity.account SET status = 'DISABLED' WHERE id = $1`, [account]);
  for (const at of [one, two]) expect((await ask(at, list)).status).toBe(401);
  await admin(`UPDATE identity.account SET status = 'ACTIVE' WHERE id = $1`, [account]);
});

test('another organisation, role or country is what the next request reads with', async () => {
  const { ask, account } = await session('case-manager@bw.demo', [list]);
  const change = (text: string): Promise<unknown> =>
    admin(`UPDATE identity.account SET ${text} WHERE id = $1`, [account]);
  const ids = async (at: TestApp): Promise<string[]> =>
    ((await ask(at, list)).data?.cases?.edges as { node: { id: string } }[]).map(({ node }) => node.id);
  const before = await ids(two);
  expect(before.length).toBeGreaterThan(0);
  await change('organisation_id = gen_random_uuid()');
  expect([await ids(one), await ids(two)]).toEqual([[], []]);
  await change(`role = 'ME_OFFICER'`);
  for (const at of [one, two]) expect((await ask(at, list)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  await change(`role = 'SUPERVISOR', country = 'ZA', organisation_id = NULL`);
  for (const at of [one, two]) {
    for (const { node } of ((await ask(at, list)).data?.cases?.edges ?? []) as { node: { id: string } }[]) {
      expect(Buffer.from(node.id, 'base64url').toString()).toMatch(/^Case:ZA:/);
    }
  }
});

test('the region is refused in all countries alike', async () => {
  const { ask, account } = await session('secretariat@region.demo', [region]);
  await admin(`UPDATE identity.account SET status = 'DISABLED' WHERE id = $1`, [account]);
  for (const at of [one, two]) expect((await ask(at, region)).status).toBe(401);
});

test('a read of a known document asks in its own statement, and only there', async () => {
  const { ask } = await session('case-manager@mz.demo', [list]);
  const texts: string[] = [];
  const note = (message: unknown): void => void texts.push((message as { text: string }).text);
  subscribe('handsoff:statement', note);
  await ask(one, list);
  unsubscribe('handsoff:statement', note);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('session_stands(');
});

test('a country whose function is gone is read as before, with the session looked up beside', async () => {
  const { ask, id } = await session('case-manager@zw.demo', [list]);
  await admin('DROP FUNCTION zw.session_stands(uuid, uuid, text, text, text, uuid)');
  for (const at of [one, two]) expect((await ask(at, list)).errors).toEqual([]);
  await admin('DELETE FROM identity.session WHERE id = $1', [id]);
  for (const at of [one, two]) expect((await ask(at, list)).status).toBe(401);
});

describe('the function itself', () => {
  const columns = 's.id, a.id AS account, a.name, a.email, a.role, a.organisation_id';
  const sessionOf = async (email: string): Promise<unknown[]> => {
    await session(email, []);
    const [row] = await admin(
      `SELECT ${columns} FROM identity.session s JOIN identity.account a ON a.id = s.account_id WHERE a.email = $1 AND s.revoked_at IS NULL LIMIT 1`,
      [email],
    );
    return Object.values(row ?? {});
  };
  const asks = async (pool: 'app' | 'region', values: unknown[]): Promise<unknown> => {
    const text = 'SELECT session_stands($1, $2, $3, $4, $5, $6) AS stands';
    try {
      const { rows } = await (one.app.countries.get('ZA') as NonNullable<ReturnType<typeof one.app.countries.get>>)[
        pool
      ].query<{ stands: boolean }>(text, values);
      return rows[0]?.stands;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return [code, message];
    }
  };
  const fallen = ['28000', 'the session does not stand'];

  it('says the same of a session of another country, of the region, of none, and of one that is named a little wrong', async () => {
    const own = await sessionOf('privacy-officer@za.demo');
    expect(await asks('app', own)).toBe(true);
    for (const [at, value] of own.entries()) {
      const wrong =
        typeof value === 'string' && value.includes('-') && value.length === 36
          ? '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f01'
          : 'x';
      expect([at, await asks('app', own.with(at, wrong))]).toEqual([
        at,
        at === 5 && value === null ? expect.anything() : fallen,
      ]);
    }
    for (const email of ['privacy-officer@bw.demo', 'analyst@region.demo']) {
      expect(await asks('app', await sessionOf(email))).toEqual(fallen);
    }
    expect(await asks('region', await sessionOf('analyst@region.demo'))).toBe(true);
    expect(await asks('region', own)).toEqual(fallen);
  });
});
