/** JPEG: only the segments that a picture is drawn from are kept. Pixels are not looked at. */
import { onlyOrientation, orientationOf } from './exif';
import { damaged } from './refused';
import type { Bytes, Source } from './source';

const EXIF = 'Exif\0\0';
const ICC = 'ICC_PROFILE\0';
const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda];

/** Tables, frames and restart intervals; not hierarchical ones, which nothing shows. */
const drawing = (marker: number): boolean =>
  marker === 0xc4 || (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || [0xdb, 0xdd].includes(marker);

/** JFIF, a colour profile, and what Adobe says of the colours. */
const kept = (marker: number, body: Buffer): boolean =>
  marker === 0xe0
    ? body.toString('latin1', 0, 5) === 'JFIF\0'
    : marker === 0xe2
      ? body.toString('latin1', 0, ICC.length) === ICC
      : marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe';

export async function* jpeg(source: Source): Bytes {
  if ((await source.take(2))[1] !== SOI) throw damaged();
  yield Buffer.of(0xff, SOI);
  for (let turned = false; ;) {
    const marker = await markerOf(source);
    if (marker === EOI) break;
    const length = (await source.peek(2)).length === 2 ? (await source.take(2)).readUInt16BE() : 0;
    if (length < 2) throw damaged();
    const body = await source.take(length - 2);
    if (marker === 0xe1 && !turned && body.toString('latin1', 0, EXIF.length) === EXIF) {
      turned = true;
      const orientation = orientationOf(body.subarray(EXIF.length));
      if (orientation !== 1)
        yield segment(0xe1, Buffer.concat([Buffer.from(EXIF, 'latin1'), onlyOrientation(orientation)]));
    } else if (marker === 0xe0 && kept(marker, body)) {
      // What follows the version, units and densities would be a small picture.
      yield segment(marker, Buffer.concat([body.subarray(0, 12), Buffer.of(0, 0)]));
    } else if (drawing(marker) || marker === SOS || kept(marker, body)) yield segment(marker, body);
    if (marker === SOS) yield* scan(source);
  }
  yield Buffer.of(0xff, EOI);
  await source.drain();
}

/** @throws ProblemError where there is none */
async function markerOf(source: Source): Promise<number> {
  if ((await source.take(1))[0] !== 0xff) throw damaged();
  for (;;) {
    const code = (await source.take(1))[0] as number;
    if (code !== 0xff) {
      if (code < 0xc0 || (code >= 0xd0 && code <= SOI)) throw damaged();
      return code;
    }
  }
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** The pixels, as far as the next marker. */
async function* scan(source: Source): Bytes {
  for (;;) {
    const part = await source.peek(16 * 1024);
    if (part.length < 2) throw damaged();
    let at = part.indexOf(0xff);
    while (at !== -1 && at + 1 < part.length && isData(part[at + 1] as number)) at = part.indexOf(0xff, at + 2);
    if (at === -1) yield await source.take(part.length);
    else if (at > 0) yield await source.take(at);
    else return;
  }
}

/** A byte of pixels that looks like a marker, or where decoders may begin anew. */
const isData = (code: number): boolean => code === 0 || (code >= 0xd0 && code <= 0xd7);
