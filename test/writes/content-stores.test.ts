/** What every store of contents does, on what it really keeps them in: PostgreSQL, a folder, an S3-compatible server. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentStore } from '../../src/writing/content/content-store';
import { keepContent, removeContent, storeOf } from '../../src/writing/content/store';
import { PART_BYTES } from '../../src/writing/content/s3';
import { adminRows } from '../support/admin';
import { startApp, type TestApp } from '../support/app';
import { startS3, type S3Server } from '../support/s3';

const PIECE = 64 * 1024 + 16;
const folder = mkdtempSync(join(tmpdir(), 'handsoff-contents-'));
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3(['hands-off-za', 'hands-off-bw']);
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

const whole = async (parts: AsyncIterable<Buffer>): Promise<Buffer> => {
  const found: Buffer[] = [];
  for await (const part of parts) found.push(Buffer.from(part));
  return Buffer.concat(found);
};

/** As they come from sealing: all of one length but the last. */
async function* piecesOf(content: Buffer, breaksAfter = Infinity): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += PIECE) {
    if (at >= breaksAfter) throw new Error('it broke off');
    await Promise.resolve();
    yield content.subarray(at, at + PIECE);
  }
}

const names = ['database', 'folder', 's3'] as const;

describe.each(names)('the store %s', (name) => {
  let running: TestApp;
  let store: ContentStore;
  beforeAll(async () => {
    const env = { ...s3.env, ATTACHMENT_STORE: name, ATTACHMENT_FOLDER: folder };
    running = await startApp({ template: 'migrated', env });
    store = storeOf(running.app, 'ZA', name);
  });
  afterAll(() => running.close());

  const rows = (table: string): Promise<{ id: string }[]> =>
    adminRows<{ id: string }>(running.database, `SELECT * FROM za.${table}`);

  /** All that is there of the country's contents, whole or in part. */
  const kept = async (): Promise<number> =>
    ({
      database: (await rows('content_piece')).length,
      folder: existsSync(join(folder, 'ZA')) ? readdirSync(join(folder, 'ZA')).length : 0,
      s3: s3.objects('hands-off-za').length + s3.open('hands-off-za').length,
    })[name];

  it.each([
    ['one byte', 1],
    ['one piece', PIECE],
    ['some pieces', 5 * PIECE + 7],
    ['one part of S3', PART_BYTES],
    ['one byte more than that', PART_BYTES + 1],
    ['several parts', 2 * PART_BYTES + 12_345],
  ])('gives back %s as it was put', async (_, length) => {
    const id = randomUUID();
    const content = randomBytes(length);
    await store.put(id, piecesOf(content));
    expect((await whole(store.get(id))).equals(content)).toBe(true);
    // Also once more, and also half of it.
    for await (const part of store.get(id)) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    expect((await whole(store.get(id))).equals(content)).toBe(true);
    await store.remove(id);
    expect(await kept()).toBe(0);
  });

  it('keeps apart what is put at once, and what is put after something longer', async () => {
    const lengths = [2 * PART_BYTES + 1, PART_BYTES + 2, 3 * PIECE, PART_BYTES + 4, 10];
    const contents = [...lengths, ...lengths].map((length) => ({ id: randomUUID(), content: randomBytes(length) }));
    for (const together of [contents.slice(0, lengths.length), contents.slice(lengths.length)])
      await Promise.all(together.map(({ id, content }) => store.put(id, piecesOf(content))));
    for (const { id, content } of contents) {
      expect((await whole(store.get(id))).equals(content)).toBe(true);
      await store.remove(id);
    }
    expect(await kept()).toBe(0);
  });

  it('has nothing where nothing was put, or where it was removed', async () => {
    const id = randomUUID();
    await expect(whole(store.get(id))).rejects.toThrow();
    await store.put(id, piecesOf(randomBytes(100)));
    await store.remove(id);
    await expect(whole(store.get(id))).rejects.toThrow();
  });

  it('removes what is there, what is not, and what is gone already', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    await store.put(id, piecesOf(randomBytes(3 * PIECE)));
    await store.put(other, piecesOf(randomBytes(10)));
    await store.remove(id);
    await store.remove(id);
    await store.remove(randomUUID());
    expect((await whole(store.get(other))).length).toBe(10);
    await store.remove(other);
    expect(await kept()).toBe(0);
  });

  it.each([
    ['the first', 0],
    ['some', 3 * PIECE],
    ['more than a part of S3', PART_BYTES + 2 * PIECE],
  ])('keeps nothing, and knows of nothing, of what breaks off after %s', async (_, breaksAfter) => {
    const id = randomUUID();
    const content = randomBytes(2 * PART_BYTES);
    await expect(keepContent(running.app, 'ZA', id, piecesOf(content, breaksAfter))).rejects.toThrow('it broke off');
    expect([await kept(), await rows('stored_content')]).toEqual([0, []]);
    await keepContent(running.app, 'ZA', id, piecesOf(content));
    expect((await whole(store.get(id))).equals(content)).toBe(true);
    await removeContent(running.app, 'ZA', id, name);
    expect([await kept(), await rows('stored_content')]).toEqual([0, []]);
  });

  it('removes what a process left that died while a content came', async () => {
    const id = randomUUID();
    let [arrived, dies] = [(): void => undefined, (): void => undefined];
    const comes = new Promise<void>((resolve) => (arrived = resolve));
    const ends = new Promise<void>((_resolve, reject) => (dies = () => reject(new Error('it died'))));
    async function* stuck(): AsyncGenerator<Buffer> {
      yield* piecesOf(randomBytes(PART_BYTES + 2 * PIECE));
      arrived();
      await ends;
    }
    const putting = store.put(id, stuck());
    await comes;
    expect(await kept()).toBeGreaterThan(0);
    await store.remove(id);
    expect(await kept()).toBe(0);
    dies();
    await expect(putting).rejects.toThrow('it died');
  });

  it('keeps countries apart', async () => {
    const id = randomUUID();
    await store.put(id, piecesOf(randomBytes(100)));
    const other = storeOf(running.app, 'BW', name);
    await expect(whole(other.get(id))).rejects.toThrow();
    await other.remove(id);
    expect((await whole(store.get(id))).length).toBe(100);
    await store.remove(id);
  });

  it('keeps many at once', async () => {
    const contents = Array.from({ length: 8 }, () => ({ id: randomUUID(), content: randomBytes(200_000) }));
    await Promise.all(contents.map(({ id, content }) => store.put(id, piecesOf(content))));
    for (const { id, content } of contents) expect((await whole(store.get(id))).equals(content)).toBe(true);
    await Promise.all(contents.map(({ id }) => store.remove(id)));
    expect(await kept()).toBe(0);
  });
});

it('keeps each country in its bucket, under its own code', async () => {
  const running = await startApp({ template: 'migrated', env: s3.env });
  const [id, other] = [randomUUID(), randomUUID()];
  await storeOf(running.app, 'ZA', 's3').put(id, piecesOf(randomBytes(10)));
  await storeOf(running.app, 'BW', 's3').put(other, piecesOf(randomBytes(10)));
  expect([s3.objects('hands-off-za'), s3.objects('hands-off-bw')]).toEqual([[`za/${id}`], [`bw/${other}`]]);
  await running.close();
});

it('says so where the store cannot be reached or does not know the key, and leaves nothing behind', async () => {
  const wrong = { ATTACHMENT_S3_ENDPOINT: 'http://127.0.0.1:1', ATTACHMENT_S3_SECRET_KEY: 'another' };
  for (const [setting, value] of Object.entries(wrong)) {
    const running = await startApp({ template: 'migrated', env: { ...s3.env, [setting]: value } });
    await expect(keepContent(running.app, 'ZA', randomUUID(), piecesOf(randomBytes(10)))).rejects.toThrow();
    // What could not be removed is tried again by the sweep, which finds it here.
    expect(await adminRows(running.database, 'SELECT finished_at FROM za.stored_content')).toEqual([
      { finished_at: null },
    ]);
    await running.close();
  }
});
