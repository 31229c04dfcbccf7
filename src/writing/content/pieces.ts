/** A content as it is kept: cut into pieces, each of them sealed. */
import { createHash } from 'node:crypto';
import type { PieceSeal } from '../../base/vault';

/** Of every piece but the last, before it is sealed. */
export const PIECE_BYTES = 64 * 1024;
const SEALED_BYTES = PIECE_BYTES + 16;

/** What is known of a content when all of it has gone by. */
export interface Measured {
  size: number;
  /** SHA-256, in hexadecimal. */
  digest: string;
}

/** Hands on what comes, and measures it. */
export async function* measured(parts: AsyncIterable<Buffer>, into: Partial<Measured>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of parts) {
    hash.update(part);
    size += part.length;
    yield part;
  }
  Object.assign(into, { size, digest: hash.digest('hex') });
}

/** Hands on what comes, and counts its bytes. */
export async function* counted(parts: AsyncIterable<Buffer>, into: { size: number }): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    into.size += part.length;
    yield part;
  }
}

/** Parts of any length as pieces of one. They are copied: what comes from the network stands in larger buffers. */
async function* cut(parts: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(length);
  let filled = 0;
  for await (const part of parts) {
    for (let at = 0; at < part.length;) {
      const copied = part.copy(piece, filled, at, at + length - filled);
      at += copied;
      filled += copied;
      if (filled < length) continue;
      yield piece;
      piece = Buffer.allocUnsafe(length);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Pieces that are sealed: which is the last is known when no other comes. What is empty is one empty piece. */
export async function* sealed(parts: AsyncIterable<Buffer>, seal: PieceSeal): AsyncGenerator<Buffer> {
  let held: Buffer | undefined;
  let number = 0;
  for await (const piece of cut(parts, PIECE_BYTES)) {
    if (held) yield seal.seal(held, number++, false);
    held = piece;
  }
  yield seal.seal(held ?? Buffer.alloc(0), number, true);
}

/** What was sealed so. @param size of it all. @throws SealBroken at the piece that is not as it was */
export async function* opened(parts: AsyncIterable<Buffer>, seal: PieceSeal, size: number): AsyncGenerator<Buffer> {
  const last = Math.max(Math.ceil(size / PIECE_BYTES) - 1, 0);
  let number = 0;
  for await (const piece of cut(parts, SEALED_BYTES)) {
    yield seal.open(piece, number, number === last);
    number++;
  }
  // One that was cut off where a piece ended.
  if (number !== last + 1) seal.open(Buffer.alloc(0), number, true);
}
