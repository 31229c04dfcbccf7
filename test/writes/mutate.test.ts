/** A mutation is one transaction: all of it or nothing, in few turns. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { mutate, type MutationResult } from '../../src/writing/mutate';
import { sql } from '../../src/base/sql';
import type { Work } from '../../src/writing/work';
import { problem } from '../../src/base/problem';
import { thingOf } from '../../src/model/thing';
import { costOf } from '../support/cost';
import { boxes, codes, freshKey, insertBox, run } from './boxes';
import { Box, Letter, Ticket } from './small-country';

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
      warnings: [],
    });
    expect(await Promise.all(tables.map((table) => our.country.count(table)))).toEqual(before);
    expect(await our.stored(id)).toMatchObject({ name: 'box', version: 1 });
    expect(await mutate(ctx, 'changeBox', { idempotencyKey }, async () => Promise.resolve(id))).toEqual({
      id,
      problems: [],
      warnings: [],
      isUnread: false,
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
    let holding = 0;
    // Each holds its first box before either wants its second.
    let go = (): void => undefined;
    const bothHold = new Promise<void>((resolve) => (go = resolve));
    const both = (first: string, second: string): Promise<MutationResult> =>
      mutate(ctx, 'changeBoxes', { idempotencyKey: freshKey(), first }, async (work) => {
        tries++;
        const one = await work.load(Box, first);
        if (++holding === 2) go();
        await bothHold;
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

  it('are tried again when a value that was drawn by chance is taken', async () => {
    const ctx = our.someone();
    const { id: taken } = await run(ctx, (work) => work.insert(Ticket, { number: 'T-1' }));
    const drawn = ['T-1', 'T-1', 'T-2'];
    const draw = (work: Work): Promise<string> => {
      work.draws(thingOf(Ticket), 'number');
      return work.insert(Ticket, { number: drawn.shift() ?? '' });
    };
    const { id, problems } = await run(ctx, draw);
    expect(problems).toEqual([]);
    expect(await our.country.look('SELECT id, number FROM ticket ORDER BY number')).toEqual([
      { id: taken, number: 'T-1' },
      { id, number: 'T-2' },
    ]);
    expect(codes(await run(ctx, (work) => work.insert(Ticket, { number: 'T-1' })))).toEqual(['ALREADY_EXISTS']);
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

describe('a unit of work that has failed', () => {
  it('sends nothing more, whatever a part of it still has in mind', async () => {
    const ctx = our.someone();
    const before = await our.country.count('box');
    let late: Promise<unknown> = Promise.resolve();
    const answer = await run(ctx, (work) => {
      const tardy = async (): Promise<void> => {
        await delay(100);
        await insertBox(work);
        await work.find(Box, {});
      };
      late = tardy().catch((error: Error) => error.message);
      return work.load(Box, randomUUID()).then(({ id }) => id);
    });
    expect(codes(answer)).toEqual(['NOT_FOUND']);
    expect(await late).toBe('This unit of work has ended.');
    expect(await our.country.count('box')).toBe(before);
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

  it('of making records that refer to each other is one statement, in whatever order they are made', async () => {
    const { statements } = await costOf(() =>
      run(our.someone(), async (work) => {
        const [boxId, dataKeyId] = [randomUUID(), work.newDataKey()];
        await work.insert(Letter, { boxId, text: 'before its box', dataKeyId });
        return work.insert(Box, { id: boxId, name: 'x', content: 0, tags: [], organisationId: our.organisationId });
      }),
    );
    expect(statements).toEqual(['BEGIN', 'INSERT', 'WITH', 'WITH', 'COMMIT']);
  });

  it('of reading records that are asked for together is one statement, each with its own answer', async () => {
    const ctx = our.someone();
    const ids = [await our.made(ctx), await our.made(ctx), await our.made(ctx)];
    const { statements } = await costOf(() =>
      run(ctx, async (work) => {
        const found = await Promise.all(ids.map((id) => work.load(Box, id, { right: 'read' })));
        expect(found.map(({ id }) => id)).toEqual(ids);
        return ids[0] as string;
      }),
    );
    expect(statements).toEqual(['BEGIN', 'INSERT', 'SELECT', 'WITH', 'COMMIT']);
    const missing = await run(ctx, async (work) => {
      const path = (at: number): object => ({ right: 'read', path: ['boxes', at] });
      await Promise.all([...ids, randomUUID()].map((id, at) => work.load(Box, id, path(at))));
      return ids[0] as string;
    });
    expect(missing.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['boxes', '3'] }]);
  });

  it('of sealing what belongs to a record that was loaded holds no turn for its data key', async () => {
    const ctx = our.someone();
    const letter = await run(ctx, async (work) =>
      work.insert(Letter, { boxId: await insertBox(work), text: 'x', dataKeyId: work.newDataKey() }),
    );
    const { turns } = await costOf(() =>
      run(ctx, async (work) => {
        const found = await work.load(Letter, letter.id ?? '');
        await work.update(Letter, found, { text: 'y' });
        return found.id;
      }),
    );
    expect(turns).toBe(4);
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
