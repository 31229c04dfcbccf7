/** PNG: only the chunks that a picture is drawn from are kept. */
import { damaged } from './refused';
import type { Bytes, Source } from './source';

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

const kept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

export async function* png(source: Source): Bytes {
  yield await source.take(PNG_SIGNATURE.length);
  for (let first = true; ; first = false) {
    const head = await source.take(8);
    const type = head.toString('latin1', 4);
    if (first !== (type === 'IHDR') || !/^[A-Za-z]{4}$/.test(type)) throw damaged();
    const length = head.readUInt32BE() + 4;
    if (kept.has(type)) {
      yield head;
      yield* source.pass(length);
    } else await source.skip(length);
    if (type === 'IEND') break;
  }
  await source.drain();
}
