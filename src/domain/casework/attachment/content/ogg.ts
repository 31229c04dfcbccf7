/** Opus in Ogg, as messengers record: the comments are blotted out where they stand, and the pages counted anew. */
import { damaged, notTaken } from './refused';
import type { Bytes, Source } from './source';

const POLYNOMIAL = 0x04c11db7;
const table = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = (at << 24) >>> 0;
  for (let bit = 0; bit < 8; bit++) value = (value & 0x80000000 ? (value << 1) ^ POLYNOMIAL : value << 1) >>> 0;
  return value;
});

/** The checksum of a page, whose own place in it holds zeros. */
export function checksum(page: Buffer): number {
  let value = 0;
  for (const byte of page) value = ((value << 8) ^ (table[(value >>> 24) ^ byte] as number)) >>> 0;
  return value;
}

const HEAD = 'OpusHead';
/** No vendor, no comments; what follows may be padding. */
const TAGS = Buffer.concat([Buffer.from('OpusTags', 'latin1'), Buffer.alloc(8)]);

export async function* ogg(source: Source): Bytes {
  const first = await page(source);
  if (first.body.toString('latin1', 0, HEAD.length) !== HEAD) throw notTaken();
  const serial = first.bytes.readUInt32LE(14);
  yield first.bytes;
  for (let at = 0, inTags = true; !(await source.isOver()); at++) {
    const { bytes, body, lacing } = await page(source);
    // One stream of sound and nothing beside it.
    if (bytes.readUInt32LE(14) !== serial) throw notTaken();
    if (inTags) {
      const end = lacing.findIndex((length) => length < 255);
      const length = lacing.slice(0, end === -1 ? undefined : end + 1).reduce((sum, one) => sum + one, 0);
      if (at === 0 && (body.toString('latin1', 0, 8) !== 'OpusTags' || length < TAGS.length)) throw damaged();
      body.fill(0, 0, length);
      if (at === 0) TAGS.copy(body);
      bytes.writeUInt32LE(0, 22);
      bytes.writeUInt32LE(checksum(bytes), 22);
      inTags = end === -1;
    }
    yield bytes;
  }
}

/** @throws ProblemError where there is none, or what is on it was changed */
async function page(source: Source): Promise<{ bytes: Buffer; body: Buffer; lacing: readonly number[] }> {
  const head = await source.peek(27);
  if (head.length < 27 || head.toString('latin1', 0, 4) !== 'OggS' || head[4] !== 0) throw damaged();
  const start = 27 + (head[26] as number);
  const lacing = [...(await source.peek(start)).subarray(27)];
  if (lacing.length !== head[26]) throw damaged();
  const bytes = Buffer.from(await source.take(lacing.reduce((sum, length) => sum + length, start)));
  const said = bytes.readUInt32LE(22);
  bytes.writeUInt32LE(0, 22);
  if (checksum(bytes) !== said) throw damaged();
  bytes.writeUInt32LE(said, 22);
  return { bytes, body: bytes.subarray(start), lacing };
}
