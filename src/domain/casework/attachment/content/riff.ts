/** WebP and WAV: chunks that tell of camera, place or people are blotted out where they stand, so that no length changes. */
import { onlyOrientation, orientationOf } from './exif';
import { damaged } from './refused';
import { zeros, type Bytes, type Source } from './source';

/** Of WebP: what it is drawn from. Of WAV: what it sounds by. */
const kept: Readonly<Record<string, readonly string[]>> = {
  WEBP: ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'],
  WAVE: ['fmt ', 'fact', 'data'],
};
const LARGEST_EXIF = 64 * 1024;
/** A flag of VP8X. */
const HAS_XMP = 0x04;

export async function* riff(source: Source): Bytes {
  const head = await source.take(12);
  const sound = head.toString('latin1', 8);
  yield head;
  let left = head.readUInt32LE(4) - 4;
  while (left >= 8) {
    const [type, size, start] = await chunk(source);
    const padded = size + (size % 2);
    left -= 8 + padded;
    // The last byte of padding is left out by some.
    if (left < -1) throw damaged();
    const length = left === -1 ? size : padded;
    if (type === 'VP8X' && size >= 1) {
      yield start;
      yield Buffer.of((await source.take(1)).readUInt8() & ~HAS_XMP);
      yield* source.pass(length - 1);
    } else if (type === 'EXIF' && sound === 'WEBP') {
      yield start;
      yield* camera(source, length);
    } else if (kept[sound]?.includes(type)) {
      yield start;
      yield* source.pass(length);
    } else {
      await source.skip(length);
      yield Buffer.concat([Buffer.from('JUNK', 'latin1'), start.subarray(4)]);
      yield* zeros(length);
    }
  }
  if (left > 0) throw damaged();
  await source.drain();
}

async function chunk(source: Source): Promise<readonly [type: string, size: number, start: Buffer]> {
  const start = await source.take(8);
  return [start.toString('latin1', 0, 4), start.readUInt32LE(4), start];
}

/** Says which way up, where there is room for that. */
async function* camera(source: Source, length: number): Bytes {
  const body = length <= LARGEST_EXIF ? await source.take(length) : Buffer.alloc(0);
  if (body.length < length) await source.skip(length);
  const tiff = body.toString('latin1', 0, 4) === 'Exif' ? body.subarray(6) : body;
  const said = length >= 26 ? onlyOrientation(orientationOf(tiff)) : Buffer.alloc(0);
  yield said;
  yield* zeros(length - said.length);
}
