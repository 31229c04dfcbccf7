/** A content that is packed while it is kept: rows as text take a tenth, and what is not stored needs neither sealing nor sending. */
import { Readable, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const CHUNK_BYTES = 64 * 1024;

/** Of the highest levels each takes as long as all the rest of an export, for a fifth fewer bytes. */
const LEVEL = 1;

/** @throws what its parts throw */
export const packed = (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> =>
  through(parts, createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES }));

export const unpacked = (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> =>
  through(parts, createGunzip({ chunkSize: CHUNK_BYTES }));

async function* through(parts: AsyncIterable<Buffer>, pack: Duplex): AsyncGenerator<Buffer> {
  const done = pipeline(Readable.from(parts), pack);
  // Told by what reads on; where nobody does, it is of no interest.
  done.catch(() => undefined);
  yield* pack as AsyncIterable<Buffer>;
  await done;
}
