/** Whoever changes a record changes the version that they have seen, of a record that they may change. */
import { randomUUID } from 'node:crypto';
import type { VersionConflict } from '../../src/base/problem';
import { boxes, codes, run } from './boxes';
import { Box } from './small-country';

const our = boxes();

describe('versions', () => {
  it('let exactly one of twenty concurrent updates win', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => our.change(ctx, id, { name: `name ${at}` }, 1)),
    );
    const won = answers.filter((answer) => answer.id === id);
    expect(won).toHaveLength(1);
    const lost = answers.filter((answer) => answer.id === null);
    expect(lost.map(codes)).toEqual(Array.from({ length: 19 }, () => ['VERSION_CONFLICT']));
    expect(lost[0]?.problems[0] as VersionConflict).toMatchObject({
      expectedVersion: 1,
      actualVersion: 2,
      path: ['expectedVersion'],
    });
    expect(await our.stored(id)).toMatchObject({
      version: 2,
      name: `name ${answers.findIndex((answer) => answer.id === id)}`,
    });
  });

  it('count up with every change, without one being expected', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    await Promise.all(Array.from({ length: 8 }, () => our.change(ctx, id, { name: 'x' })));
    expect(await our.stored(id)).toMatchObject({ version: 9 });
  });

  it('catch a change behind a record that was loaded for reading', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    const answer = await run(ctx, async (work) => {
      const box = await work.load(Box, id, { right: 'read' });
      await our.change(ctx, id, { name: 'faster' });
      await work.update(Box, box, { name: 'slower' });
      return id;
    });
    expect(answer.problems[0]).toMatchObject({ code: 'VERSION_CONFLICT', expectedVersion: 1, actualVersion: 2 });
    expect(await our.stored(id)).toMatchObject({ name: 'faster' });
  });

  it('keep step within one unit of work, and what is undefined stays as it is', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    await run(ctx, async (work) => {
      const box = await work.load(Box, id);
      expect(await work.update(Box, box, { content: 5, openedAt: '2026-03-08T10:15:00.123Z', name: undefined })).toBe(
        2,
      );
      expect(await work.update(Box, box, { openedAt: null, tags: [] })).toBe(3);
      expect(box).toMatchObject({ version: 3, content: 5, openedAt: null, tags: [], name: 'box' });
      return id;
    });
    expect(await our.stored(id)).toMatchObject({ version: 3, content: 5, opened_at: null, tags: [], name: 'box' });
  });
});

describe('two loads of one row', () => {
  it('give one record, so that neither change is lost', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    const answer = await run(ctx, async (work) => {
      const [first, second] = [await work.load(Box, id), await work.load(Box, id)];
      await work.update(Box, first, { name: 'changed' });
      await work.update(Box, second, { content: 3 });
      return id;
    });
    expect(answer.problems).toEqual([]);
    expect(await our.stored(id)).toMatchObject({ version: 3, name: 'changed', content: 3 });
  });

  it('cannot be got around by a copy', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    const answer = await run(ctx, async (work) => {
      const first = await work.load(Box, id);
      const copy = { ...first };
      await work.update(Box, first, { name: 'changed' });
      await work.update(Box, copy, { content: 3 });
      return id;
    });
    expect(codes(answer)).toEqual(['VERSION_CONFLICT']);
    expect(await our.stored(id)).toMatchObject({ version: 1 });
  });
});

describe('reach', () => {
  it('answers the same for a record that is out of reach and for one that is not there', async () => {
    const id = await our.made(our.country.context());
    const ctx = our.someone();
    const [hidden, absent] = [
      await our.change(ctx, id, { name: 'x' }, 7),
      await our.change(ctx, randomUUID(), { name: 'x' }, 7),
    ];
    expect(hidden).toEqual(absent);
    expect(codes(hidden)).toEqual(['NOT_FOUND']);
  });

  it('is that of the right that is asked for', async () => {
    const id = await our.made(our.someone());
    expect(codes(await our.change(our.someone({ role: 'PARTNER_ADMIN' }), id, { name: 'x' }))).toEqual(['NOT_FOUND']);
    const reading = await run(our.someone({ role: 'PARTNER_ADMIN' }), async (work) => {
      const box = await work.load(Box, id, { right: 'read' });
      return box.id;
    });
    expect(reading.id).toBe(id);
  });

  it('of several records is told by the place of the first that is missing', async () => {
    const ctx = our.someone();
    const ids = [await our.made(ctx), randomUUID(), await our.made(ctx)];
    const answer = await run(ctx, async (work) => {
      await work.loadAll(Box, ids, { path: ['boxes'] });
      return randomUUID();
    });
    expect(answer.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['boxes', '1'] }]);
  });

  it('is nowhere for the region and for who is not signed in', async () => {
    await expect(our.make(our.someone({ country: null, role: 'OPERATOR' }))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(our.make({ ...our.someone(), actor: null })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(our.make(our.someone({ country: 'QY' }))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
