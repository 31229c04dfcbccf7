/** What is packed while it is kept comes out as it went in, and what breaks off on either side breaks off on the other. */
import { randomBytes } from 'node:crypto';
import { packed, unpacked } from '../../src/writing/content/packed';

async function* parts(...all: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const part of all) yield await Promise.resolve(part);
}

async function whole(from: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of from) all.push(part);
  return Buffer.concat(all);
}

const row = Buffer.from('{"displayId":"ZA-2222-2222","status":"OPEN"}\n');

it.each([
  ['nothing', []],
  ['an empty part', [Buffer.alloc(0)]],
  ['a row', [row]],
  ['many rows', Array<Buffer>(5000).fill(row)],
  ['what cannot be packed', [randomBytes(200_000), randomBytes(1)]],
])('%s', async (_, all) => {
  expect((await whole(unpacked(packed(parts(...all))))).equals(Buffer.concat(all))).toBe(true);
});

it('rows of text take a tenth at most', async () => {
  const file = Array<Buffer>(5000).fill(row);
  expect((await whole(packed(parts(...file)))).length).toBeLessThan((5000 * row.length) / 10);
});

it('is told what its parts broke off with', async () => {
  const error = new Error('too many rows');
  const breaking = async function* (): AsyncGenerator<Buffer> {
    yield await Promise.resolve(row);
    throw error;
  };
  await expect(whole(packed(breaking()))).rejects.toBe(error);
  await expect(whole(unpacked(packed(breaking())))).rejects.toBe(error);
});

it('is not whole where its end is missing', async () => {
  const kept = await whole(packed(parts(row, randomBytes(100_000))));
  await expect(whole(unpacked(parts(kept.subarray(0, -20))))).rejects.toThrow('unexpected end of file');
});

it('asks for no more when nobody reads on', async () => {
  let asked = 0;
  let isOver = false;
  const endless = async function* (): AsyncGenerator<Buffer> {
    try {
      for (; ; asked++) yield await Promise.resolve(randomBytes(10_000));
    } finally {
      isOver = true;
    }
  };
  for await (const _ of packed(endless())) break;
  const then = asked;
  await new Promise((done) => setTimeout(done, 20));
  expect({ isOver, more: asked - then }).toEqual({ isOver: true, more: 0 });
});
