/** An idempotency key makes one effect and one answer of a request, however often and at whatever time it is sent. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { mutate, type MutationResult } from '../../src/writing/mutate';
import { problem } from '../../src/base/problem';
import { boxes, codes, freshKey, insertBox } from './boxes';
import { Box } from './small-country';

const our = boxes();

describe('an idempotency key', () => {
  it('makes one effect and one answer of a request that is sent three times', async () => {
    const ctx = our.someone();
    const idempotencyKey = freshKey();
    const before = await our.country.count('box');
    const first = await our.make(ctx, { idempotencyKey });
    expect(await our.make({ ...ctx, requestId: randomUUID() }, { idempotencyKey })).toEqual(first);
    expect(await our.make(ctx, { idempotencyKey })).toEqual(first);
    expect(await our.country.count('box')).toBe(before + 1);
  });

  it('makes one effect and one answer of ten that are sent at once', async () => {
    const ctx = our.someone();
    const idempotencyKey = freshKey();
    const before = await our.country.count('box');
    const answers = await Promise.all(Array.from({ length: 10 }, () => our.make(ctx, { idempotencyKey })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.flatMap(codes)).toEqual([]);
    expect(await our.country.count('box')).toBe(before + 1);
  });

  it('lets one who waited do the work when the first came to nothing', async () => {
    const ctx = our.someone();
    const idempotencyKey = freshKey();
    let tries = 0;
    const attempt = (): Promise<MutationResult> =>
      mutate(ctx, 'makeBox', { idempotencyKey }, async (work) => {
        const first = tries++ === 0;
        await delay(50);
        if (first) throw problem('OPEN_REFERRALS', 'Not now.', 'Agora não.');
        return work.insert(Box, { name: 'second', content: 0, tags: [], organisationId: our.organisationId });
      });
    const answers = await Promise.all([attempt(), attempt(), attempt()]);
    expect(answers.map(codes).sort()).toEqual([[], [], ['OPEN_REFERRALS']]);
    expect(tries).toBe(2);
  });

  it('is refused for another input and for another mutation, whatever the order of the fields', async () => {
    const ctx = our.someone();
    const idempotencyKey = freshKey();
    const { id } = await mutate(ctx, 'makeBox', { idempotencyKey, a: 1, b: { c: 2, d: 3 } }, (work) => insertBox(work));
    const again = await mutate(ctx, 'makeBox', { b: { d: 3, c: 2 }, a: 1, idempotencyKey }, (work) => insertBox(work));
    expect(again.id).toBe(id);
    const other = await mutate(ctx, 'makeBox', { idempotencyKey, a: 1, b: { c: 2, d: 4 } }, (work) => insertBox(work));
    const elsewhere = await mutate(ctx, 'shipBox', { idempotencyKey, a: 1, b: { c: 2, d: 3 } }, (work) =>
      insertBox(work),
    );
    expect([other, elsewhere].map(codes)).toEqual([['IDEMPOTENCY_KEY_REUSED'], ['IDEMPOTENCY_KEY_REUSED']]);
  });

  it('belongs to an account: the same key of another is another', async () => {
    const idempotencyKey = freshKey();
    const mine = await our.make(our.someone(), { idempotencyKey });
    const theirs = await our.make(our.someone(), { idempotencyKey });
    expect(theirs.problems).toEqual([]);
    expect(theirs.id).not.toBe(mine.id);
  });

  it.each(['short', 'x'.repeat(129), 'with\nbreak', 'não ascii', 'nul\0nul\0'])(
    'of %j is refused',
    async (idempotencyKey) => {
      const answer = await our.make(our.someone(), { idempotencyKey });
      expect(answer).toMatchObject({ id: null, problems: [{ code: 'INVALID_INPUT', path: ['idempotencyKey'] }] });
    },
  );
});
