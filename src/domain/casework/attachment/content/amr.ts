/** AMR, as simple telephones record: frames of sound and nothing else. */
import { damaged } from './refused';
import type { Bytes, Source } from './source';

const NARROW = '#!AMR\n';
const WIDE = '#!AMR-WB\n';
/** Bytes of a frame with its head, by mode; 0: not for use. */
const narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];

export async function* amr(source: Source): Bytes {
  const isWide = (await source.peek(WIDE.length)).toString('latin1') === WIDE;
  yield await source.take((isWide ? WIDE : NARROW).length);
  for (;;) {
    const [head] = await source.peek(1);
    if (head === undefined) return;
    const length = (isWide ? wide : narrow)[(head >> 3) & 15] ?? 0;
    if (length === 0 || head & 0x83) throw damaged();
    yield await source.take(Math.min(length, (await source.peek(length)).length));
  }
}
