/** Statements of reads that come again are prepared, each under a name of its own, and a connection keeps only so many. */
import { Pool } from 'pg';
import { readTexts } from '../../src/database/query';
import { startApp, type TestApp } from '../support/app';
import { freshDatabase, type TestDatabase } from '../support/database';

const prepared = async (pool: Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
  return rows.map(({ statement }) => statement);
};

describe('on one connection', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await freshDatabase('empty');
  });
  beforeEach(() => {
    pool = new Pool({ ...database.admin, max: 1, pipeline: true });
  });
  afterEach(() => pool.end());
  afterAll(() => database?.drop());

  const ask = (text: string, ...values: string[]): Promise<unknown> => readTexts(pool, { text, values });

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

  it('one that fails says why, and the next connection begins anew', async () => {
    const text = 'SELECT (1 / length($1::text))::text';
    for (const value of ['a', 'a']) expect(await ask(text, value)).toEqual(['1']);
    await expect(ask(text, '')).rejects.toThrow('division by zero');
    expect(await ask(text, 'a')).toEqual(['1']);
    expect(await prepared(pool)).toEqual([text]);
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
