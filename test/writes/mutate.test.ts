/** A mutation is one transaction: all of it or nothing, in few turns. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { mutate, type MutationResult } from '../../src/database/mutate';
import { sql } from '../../src/database/sql';
import { problem } from '../../src/graph/problem';
import { boxes, codes, freshKey, insertBox, run } from './boxes';
import { Box, Letter } from './small-country';

const our = boxes();

describe('what a mutation leaves', () => {
  it('is the record, its audit trail, its change feed and its idempotency record, with one request id', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    expect(await our.stored(id)).toMatchObject({
      id,
      name: 'box',
      version: 1,
      tags: ['a', 'b'],
      created_by_id: ctx.actor?.accountId,
    });
    const [audit] = await our.country.look('SELECT * FROM audit_event WHERE record_id = $1', [id]);
    expect(audit).toMatchObject({
      actor_id: ctx.actor?.accountId,
      actor_role: 'CASE_MANAGER',
      organisation_id: our.organisationId,
      action: 'makeBox',
      operation: 'INSERT',
      entity: 'Box',
      version: 1,
      data_classes: ['CASE_OPERATIONS'],
      request_id: ctx.requestId,
    });
    const [entry] = await our.country.look('SELECT * FROM change_entry WHERE record_id = $1', [id]);
    expect(entry).toMatchObject({
      entity: 'Box',
      version: 1,
      organisations: [our.organisationId],
      accounts: [ctx.actor?.accountId],
    });
    const [claim] = await our.country.look('SELECT * FROM idempotency_record WHERE result_id = $1', [id]);
    expect(claim).toMatchObject({ account_id: ctx.actor?.accountId, action: 'makeBox' });
  });

  it('is nothing when it ends in a problem, and the next try with the same key is judged anew', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    const tables = ['box', 'audit_event', 'change_entry', 'idempotency_record', 'data_key'];
    const before = await Promise.all(tables.map((table) => our.country.count(table)));
    const idempotencyKey = freshKey();
    const refused = await mutate(ctx, 'changeBox', { idempotencyKey }, async (work) => {
      const box = await work.load(Box, id);
      await work.update(Box, box, { name: 'other' });
      work.newDataKey();
      throw problem('OPEN_REFERRALS', 'Not now.', 'Agora não.', ['id']);
    });
    expect(refused).toEqual({
      id: null,
      problems: [{ __typename: 'PlainProblem', code: 'OPEN_REFERRALS', message: 'Not now.', path: ['id'] }],
    });
    expect(await Promise.all(tables.map((table) => our.country.count(table)))).toEqual(before);
    expect(await our.stored(id)).toMatchObject({ name: 'box', version: 1 });
    expect(await mutate(ctx, 'changeBox', { idempotencyKey }, async () => Promise.resolve(id))).toEqual({
      id,
      problems: [],
    });
  });

  it('is nothing when it fails unexpectedly, and the connection is fit for the next', async () => {
    const ctx = our.someone();
    const before = await our.country.count('box');
    const failing = run(ctx, async (work) => {
      await work.insert(Box, { name: 'x', content: 0, tags: [], organisationId: our.organisationId });
      throw new Error('unexpected');
    });
    await expect(failing).rejects.toThrow('unexpected');
    expect(await our.country.count('box')).toBe(before);
    expect(codes(await our.make(ctx))).toEqual([]);
  });

  it('tells problems in the language of the caller', async () => {
    const answer = await our.change({ ...our.someone(), locale: 'pt' }, randomUUID(), { name: 'x' });
    expect(answer.problems[0]?.message).toBe('Esse registo não existe.');
  });
});

describe('units of work that are in each other’s way', () => {
  it('are tried again when they lock each other out', async () => {
    const ctx = our.someone();
    const [a, b] = [await our.made(ctx), await our.made(ctx)];
    let tries = 0;
    const both = (first: string, second: string): Promise<MutationResult> =>
      mutate(ctx, 'changeBoxes', { idempotencyKey: freshKey(), first }, async (work) => {
        tries++;
        const one = await work.load(Box, first);
        await delay(100);
        const two = await work.load(Box, second);
        await work.update(Box, one, { name: 'x' });
        await work.update(Box, two, { name: 'x' });
        return first;
      });
    const answers = await Promise.all([both(a, b), both(b, a)]);
    expect(answers.flatMap(codes)).toEqual([]);
    expect(tries).toBe(3);
    expect(await our.stored(a)).toMatchObject({ version: 3 });
  });

  it('surface a lost connection as it is, and the pool goes on', async () => {
    const ctx = our.someone();
    const lost = run(ctx, async (work) => {
      const [me] = await work.query<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await our.country.look('SELECT pg_terminate_backend($1)', [me?.pid]);
      return insertBox(work);
    });
    await expect(lost).rejects.not.toMatchObject({ name: 'StatementFailed' });
    expect(codes(await our.make(ctx))).toEqual([]);
  });
});

describe('the cost', () => {
  it('of a simple update is six statements in three turns', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    expect(await costOf(() => our.change(ctx, id, { name: 'y' }, 1))).toEqual({
      statements: ['BEGIN', 'INSERT', 'SELECT', 'UPDATE', 'WITH', 'COMMIT'],
      turns: 3,
    });
  });

  it('of making records is two turns, however many there are', async () => {
    const { statements, turns } = await costOf(() =>
      run(our.someone(), async (work) => {
        const dataKeyId = work.newDataKey();
        const boxId = await insertBox(work);
        for (let n = 0; n < 5; n++) await work.insert(Letter, { boxId, text: `letter ${n}`, dataKeyId });
        return boxId;
      }),
    );
    expect({ statements: statements.length, turns }).toEqual({ statements: 5, turns: 2 });
  });

  it('of a retry is four statements in three turns', async () => {
    const ctx = our.someone();
    const idempotencyKey = freshKey();
    await our.make(ctx, { idempotencyKey });
    expect(await costOf(() => our.make(ctx, { idempotencyKey }))).toEqual({
      statements: ['BEGIN', 'INSERT', 'SELECT', 'ROLLBACK'],
      turns: 3,
    });
  });
});

/** Statements that are sent while `run` runs, by their first word, and how often one had to wait for all before it. */
async function costOf(run: () => Promise<unknown>): Promise<{ statements: string[]; turns: number }> {
  const query = Reflect.get(Client.prototype, 'query') as (...args: unknown[]) => Promise<unknown>;
  const statements: string[] = [];
  let [turns, open] = [0, 0];
  const watched = function (this: Client, ...args: unknown[]): unknown {
    const [asked] = args as [string | { text: string }];
    statements.push((typeof asked === 'string' ? asked : asked.text).trim().split(/\s/)[0] ?? '');
    if (open++ === 0) turns++;
    const answer = query.apply(this, args);
    const done = (): void => void open--;
    answer.then(done, done);
    return answer;
  };
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(watched);
  try {
    await run();
    return { statements, turns };
  } finally {
    spy.mockRestore();
  }
}
