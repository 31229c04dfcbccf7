/** Records as a unit of work makes, seals, changes and removes them, and who is told. */
import { randomUUID } from 'node:crypto';
import type { MutationResult } from '../../src/writing/mutate';
import type { Work } from '../../src/writing/work';
import type { Derivation } from '../../src/writing/work-end';
import type { RequestContext } from '../../src/base/context';
import { arranging } from '../support/arranging';
import { boxes, codes, run } from './boxes';
import { Box, Enclosure, Label, Letter, Shelf, Stamp } from './small-country';

const our = boxes();

describe('records', () => {
  it('may bring their own id; one that is taken gets one answer, whoever has it', async () => {
    const id = randomUUID();
    const ctx = our.someone();
    expect(await our.make(ctx, { id })).toEqual({ id, problems: [], warnings: [], isUnread: false });
    const [mine, foreign] = [await our.make(ctx, { id }), await our.make(our.country.context(), { id })];
    expect(mine).toEqual(foreign);
    expect(mine.problems).toMatchObject([{ code: 'ALREADY_EXISTS', path: ['id'] }]);
  });

  it('keep every kind of value as it was given, and load it again as it is stored', async () => {
    const ctx = our.someone();
    const values = {
      name: 'Caixa “nova” – não abrir; \'"\\ $1',
      content: 7,
      tags: ['a,b', '{"c"}', 'NULL', 'ç'],
      colours: ['BLUE', 'RED'] as const,
      boughtOn: '2024-02-29',
      openedAt: '2026-03-08T10:15:00.123456Z',
      organisationId: our.organisationId,
    };
    const { id } = await run(ctx, (work) => work.insert(Box, { ...values, colours: [...values.colours] }));
    await run(ctx, async (work) => {
      const box = await work.load(Box, id ?? '');
      expect(box).toMatchObject({ ...values, ownerId: null, shelfId: null, createdById: ctx.actor?.accountId });
      expect(box.createdAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
      await work.update(Box, box, { ...values, colours: [...values.colours], boughtOn: '1999-12-31' });
      expect(await work.find(Box, { boughtOn: '1999-12-31' })).toEqual([box]);
      return box.id;
    });
  });

  it('that refer to nothing, or break a rule of the table, are problems without a word of the database', async () => {
    const ctx = our.someone();
    const orphan = await run(ctx, async (work) =>
      work.insert(Letter, { boxId: randomUUID(), text: 'x', dataKeyId: work.newDataKey() }),
    );
    expect(orphan.problems).toEqual([
      { __typename: 'PlainProblem', code: 'NOT_FOUND', message: 'There is no such record.', path: [] },
    ]);
    const id = await our.made(ctx);
    expect((await our.change(ctx, id, { content: 10 })).problems).toMatchObject([
      { code: 'INVALID_INPUT', message: 'A value is not valid.' },
    ]);
    expect(codes(await our.change(ctx, id, { name: 'nul\0' }))).toEqual(['INVALID_INPUT']);
  });

  it('of a derived thing can be removed, of others not', async () => {
    const ctx = our.someone();
    const { id } = await run(ctx, (work) => work.insert(Label, { words: 'one' }, arranging(Label)));
    await run(ctx, async (work) => {
      const [label] = await work.find(Label, { words: ['one', 'two'] });
      if (label) await work.remove(Label, label, arranging(Label));
      return id ?? '';
    });
    expect(await our.country.count('label')).toBe(0);
    expect(await our.fed(id)).toMatchObject([{ operation: 'INSERT' }, { operation: 'REMOVE' }]);
    const boxId = await our.made(ctx);
    const removal = run(ctx, async (work) => {
      await work.remove(Box, await work.load(Box, boxId));
      return boxId;
    });
    await expect(removal).rejects.toMatchObject({ name: 'StatementFailed', code: '42501', message: 'SQLSTATE 42501' });
  });

  it('that are only added to are loaded without a lock and cannot be changed', async () => {
    const ctx = our.someone();
    const { id } = await run(ctx, (work) => work.insert(Stamp, { ink: 'red' }));
    const changing = run(ctx, async (work) => {
      const [stamp] = await work.find(Stamp, { id: id }, true);
      if (stamp) await work.update(Stamp, stamp, { ink: 'blue' });
      return id ?? '';
    });
    await expect(changing).rejects.toMatchObject({ name: 'StatementFailed', code: '42501' });
  });
});

describe('sealed attributes', () => {
  const write = (ctx: RequestContext, boxId: string, text: string, signature: string | null): Promise<MutationResult> =>
    run(ctx, async (work) => {
      const box = await work.load(Box, boxId);
      return work.insert(Letter, { boxId: box.id, text, signature, dataKeyId: work.newDataKey() });
    });
  interface Stored {
    readonly id: string;
    readonly data_key_id: string;
    readonly wrapped: Buffer;
    readonly text: Buffer | null;
    readonly signature: Buffer | null;
  }
  const opened = async (id: string | null): Promise<(string | null)[]> => {
    const rows = await our.country.look<Stored>(
      'SELECT l.*, k.wrapped FROM letter l JOIN data_key k ON k.id = l.data_key_id WHERE l.id = $1',
      [id],
    );
    const { vault } = our.country;
    return rows.flatMap((row) => {
      const key = vault.openDataKey('QX', row.data_key_id, row.wrapped);
      const place = { country: 'QX', table: 'letter', row: row.id };
      return (['text', 'signature'] as const).map(
        (column) => row[column] && vault.open(key, row[column], { ...place, column }),
      );
    });
  };

  it('are ciphertext in the table, open with their data key, and are not loaded', async () => {
    const ctx = our.someone();
    const { id } = await write(ctx, await our.made(ctx), 'Ela não quer queixa. 🔒', null);
    expect(await opened(id)).toEqual(['Ela não quer queixa. 🔒', null]);
    const [row] = await our.country.look<{ text: Buffer }>('SELECT text FROM letter WHERE id = $1', [id]);
    expect(row?.text.includes('queixa')).toBe(false);
    const look = run(ctx, async (work) => {
      const letter = await work.load(Letter, id ?? '');
      expect(letter).not.toHaveProperty('text');
      await work.update(Letter, letter, { text: 'Nova versão', signature: 'N.' });
      expect(letter).not.toHaveProperty('text');
      await work.update(Letter, letter, { signature: null });
      return letter.id;
    });
    expect((await look).problems).toEqual([]);
    expect(await opened(id)).toEqual(['Nova versão', null]);
  });
});

describe('the feed of a change', () => {
  const { organisationId } = our;
  const receiver = randomUUID();

  it.each(['loaded', 'not loaded'])('of a child names who sees its parent, which was %s', async (how) => {
    const [ctx, ownerId] = [our.someone(), randomUUID()];
    const boxId = await our.made(ctx);
    await our.change(ctx, boxId, { ownerId });
    const answer = await run(ctx, async (work) => {
      work.audience = { organisations: [receiver], accounts: [] };
      if (how === 'loaded') await work.load(Box, boxId);
      return work.insert(Letter, { boxId, text: 'x', dataKeyId: work.newDataKey() });
    });
    const [entry] = await our.fed(answer.id);
    expect(sorted(entry?.organisations)).toEqual(sorted([organisationId, receiver]));
    expect(sorted(entry?.accounts)).toEqual(sorted([ctx.actor?.accountId, ownerId]));
  });

  it('of what is derived at the end names who sees what it hangs on, however far up', async () => {
    const [ctx, enclosureId] = [our.someone(), randomUUID()];
    const boxId = await our.made(ctx);
    const letter = await run(ctx, (work) => work.insert(Letter, { boxId, text: 'x', dataKeyId: work.newDataKey() }));
    await run(our.someone(), (work) => {
      const enclose: Derivation<Work> = async (_work, [letterId]) =>
        void (await work.insert(Enclosure, { id: enclosureId, letterId }));
      work.atEnd(enclose, letter.id ?? '');
      return Promise.resolve(boxId);
    });
    const [entry] = await our.fed(enclosureId);
    expect(entry?.organisations).toEqual([organisationId]);
    expect(entry?.accounts).toEqual([ctx.actor?.accountId]);
  });

  it.each([0, 1])('of what many refer to names all who see one of them, of whom %i were loaded', async (number) => {
    const [ctx, elsewhere] = [our.someone(), our.country.context()];
    const shelf = await run(ctx, (work) => work.insert(Shelf, { name: 'shelf' }));
    const boxIds = [await our.made(ctx), await our.made(elsewhere)];
    for (const [at, who] of [ctx, elsewhere].entries()) await our.change(who, boxIds[at] ?? '', { shelfId: shelf.id });
    await run(ctx, async (work) => {
      for (const boxId of boxIds.slice(0, number)) await work.load(Box, boxId);
      const [found] = await work.find(Shelf, { id: shelf.id ?? '' });
      if (found) await work.update(Shelf, found, { name: 'other' });
      return shelf.id ?? '';
    });
    const [, entry] = await our.fed(shelf.id);
    expect(sorted(entry?.organisations)).toEqual(sorted([organisationId, elsewhere.actor?.organisationId]));
  });

  it('names also those who saw the record before it', async () => {
    const ctx = our.someone();
    const id = await our.made(ctx);
    const taker = randomUUID();
    await our.change(ctx, id, { organisationId: taker });
    const [, entry] = await our.fed(id);
    expect(sorted(entry?.organisations)).toEqual(sorted([organisationId, taker]));
  });
});

const sorted = (ids: readonly unknown[] = []): unknown[] => [...ids].sort();
