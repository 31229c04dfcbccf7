/** Statements of reads that come again are prepared, each under a name of its own, and a connection keeps only so many. */
import { Pool } from 'pg';
import { readTexts } from '../../src/database/query';
import { SESSION_FELL } from '../../src/database/session-check';
import { startApp, type TestApp } from '../support/app';
import { freshDatabase, type TestDatabase } from '../support/database';

const prepared = async (pool: Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
  return rows.map(({ statement }) => statement);
};

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await freshDatabase('empty');
});
afterAll(() => database?.drop());

/** Each test has a pool of its own. */
function withPool(max: number): void {
  beforeEach(() => {
    pool = new Pool({ ...database.admin, max, pipeline: true });
  });
  afterEach(() => pool.end());
}

const ask = (text: string, ...values: string[]): Promise<readonly (string | null)[]> =>
  readTexts(pool, { text, values });

describe('on one connection', () => {
  withPool(1);

  it('a text that comes once is not prepared, one that comes again is, once', async () => {
    for (const text of ['SELECT 1 AS often', 'SELECT 1 AS once', 'SELECT 1 AS often', 'SELECT 1 AS often'])
      await ask(text);
    expect(await prepared(pool)).toEqual(['SELECT 1 AS often']);
  });

  it('what is prepared is answered with the values of each request', async () => {
    const texts = ['SELECT $1::text', `SELECT $1::text || ' again'`];
    const answers: unknown[] = [];
    for (const value of ['a', 'b', 'c']) for (const text of texts) answers.push(await ask(text, value));
    expect(answers).toEqual([['a'], ['a again'], ['b'], ['b again'], ['c'], ['c again']]);
    expect((await prepared(pool)).sort()).toEqual([...texts].sort());
  });

  it('the one that was not used for longest makes room for a new one, and may come back', async () => {
    const texts = Array.from({ length: 300 }, (_, at) => `SELECT '${at}' AS many`);
    for (const text of texts) await ask(text);
    for (const text of texts) await ask(text);
    expect((await prepared(pool)).sort()).toEqual(texts.slice(-256).sort());
    expect(await ask(texts[0]!)).toEqual(['0']);
    const kept = await prepared(pool);
    expect(kept).toHaveLength(256);
    expect(kept).toContain(texts[0]);
    expect(kept).not.toContain(texts[44]);
  });

  it('long ones make room sooner: together they are at most half a million characters', async () => {
    const texts = Array.from({ length: 7 }, (_, at) => `SELECT length('${String(at).repeat(99_000)}')::text`);
    for (const text of [...texts, ...texts]) expect(await ask(text)).toEqual(['99000']);
    expect((await prepared(pool)).sort()).toEqual(texts.slice(-5));
    const longest = `SELECT length('${'x'.repeat(600_000)}')::text`;
    for (let time = 0; time < 3; time++) expect(await ask(longest)).toEqual(['600000']);
    expect(await prepared(pool)).toEqual([longest]);
  });

  it('one that fails says why, and the next connection begins anew', async () => {
    const text = 'SELECT (1 / length($1::text))::text';
    for (const value of ['a', 'a']) expect(await ask(text, value)).toEqual(['1']);
    await expect(ask(text, '')).rejects.toThrow('division by zero');
    expect(await ask(text, 'a')).toEqual(['1']);
    expect(await prepared(pool)).toEqual([text]);
  });
});

describe('reads that come together', () => {
  withPool(5);

  const askTogether = (...texts: readonly string[]) => Promise.allSettled(texts.map((text) => ask(text)));
  const codeOf = (outcome: PromiseSettledResult<unknown>): unknown =>
    outcome.status === 'rejected' ? (outcome.reason as { code?: string }).code : outcome.value;

  it('share connections, four to each, and every one gets its own answer', async () => {
    const texts = Array.from({ length: 10 }, (_, at) => `SELECT ${at}, pg_backend_pid()`);
    const answers = await Promise.all(texts.map((text) => ask(text)));
    expect(answers.map(([at]) => at)).toEqual(texts.map((_, at) => String(at)));
    const backends = answers.map(([, pid]) => pid);
    expect([0, 4, 8].map((at) => new Set(backends.slice(at, at + 4)).size)).toEqual([1, 1, 1]);
    expect(new Set(backends).size).toBe(3);
  });

  it('are transactions of their own: one that fails takes no other with it, and its connection is not used again', async () => {
    const texts = [
      'SELECT pg_backend_pid()',
      'SELECT 1 / (pg_backend_pid() - pg_backend_pid())',
      'SELECT txid_current()',
    ];
    const outcomes = await askTogether(...texts, 'SELECT txid_current()');
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(codeOf(outcomes[1]!)).toBe('22012');
    expect(codeOf(outcomes[2]!)).not.toEqual(codeOf(outcomes[3]!));
    expect(await ask('SELECT pg_backend_pid()')).not.toEqual(codeOf(outcomes[0]!));
  });

  it('keep their connection where a session fell', async () => {
    const fell = `DO $$ BEGIN RAISE SQLSTATE '${SESSION_FELL}'; END $$`;
    const [pid, fallen] = await askTogether('SELECT pg_backend_pid()', fell);
    expect(codeOf(fallen!)).toBe(SESSION_FELL);
    expect(await ask('SELECT pg_backend_pid()')).toEqual(codeOf(pid!));
  });

  it('say so where what the first could not prepare is missed by those behind it', async () => {
    const missing = 'SELECT not_there()';
    await askTogether(missing);
    const outcomes = await askTogether(missing, missing, 'SELECT 1');
    expect(outcomes.map(codeOf)).toEqual(['42883', '26000', ['1']]);
  });

  it('all hear that there is no connection', async () => {
    const closed = new Pool({ ...database.admin, port: 1 });
    const asked = ['SELECT 1', 'SELECT 2'].map((text) => readTexts(closed, { text, values: [] }));
    expect((await Promise.allSettled(asked)).map(codeOf)).toEqual(['ECONNREFUSED', 'ECONNREFUSED']);
    await closed.end();
  });
});

describe('through the API', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp();
  });
  afterAll(() => api?.close());

  it('a document is one prepared statement for all accounts of a role and all values', async () => {
    const document = `query ($first: Int, $code: String!) {
      cases(first: $first, filter: { registeredAtOffice: { ne: $code } }) {
        edges { node { id referrals { edges { node { status } } } } } } }`;
    const ofCases = async (): Promise<string[]> =>
      (await prepared(api.app.countries.get('ZA')!.app)).filter((text) => text.includes('FROM "referral"'));
    for (const account of ['case-manager', 'case-manager-2'])
      for (const [at, first] of [20, 30, 40].entries()) {
        const { errors } = await (await api.as(account, 'za')).query(document, { first, code: `Office ${at}` });
        expect(errors).toEqual([]);
      }
    expect(await ofCases()).toHaveLength(1);
  });
});
