/** Small files that are made here: each is the least that its type takes, with what is to be taken out of it. */
import { deflateSync } from 'node:zlib';
import { checksum } from '../../../src/domain/casework/attachment/content/ogg';

/** Stands for what tells of a place or a person: no kept file may hold it. */
export const TELLING = 'S25.8911-E32.6051';

const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const u16 = (value: number): Buffer => Buffer.of(value >> 8, value & 255);
const u32 = (value: number): Buffer => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)]);
const u32le = (value: number): Buffer => Buffer.from(u32(value)).reverse();

const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.of(0xff, marker), u16(body.length + 2), body]);

/** Camera data with this orientation, as cameras write them, and a place behind them. */
const tiff = (orientation: number): Buffer =>
  Buffer.concat([
    ...[
      text('II*\0'),
      u32le(8),
      Buffer.of(1, 0),
      Buffer.of(0x12, 0x01, 3, 0),
      u32le(1),
      Buffer.of(orientation, 0, 0, 0),
    ],
    ...[u32le(0), text(TELLING), Buffer.alloc(3)],
  ]);

export const jpegOf = (orientation = 6): Buffer =>
  Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, Buffer.concat([text('JFIF\0'), Buffer.of(1, 1, 0, 0, 1, 0, 1, 0, 0)])),
    segment(0xe1, Buffer.concat([text('Exif\0\0'), tiff(orientation)])),
    segment(0xed, text(`Photoshop 3.0\0${TELLING}`)),
    segment(0xfe, text(TELLING)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
    segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9),
    text(TELLING),
  ]);

const pngChunk = (type: string, body: Buffer): Buffer => Buffer.concat([u32(body.length), text(type), body, u32(0)]);
export const pngOf = (): Buffer =>
  Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Buffer.alloc(13, 1)),
    ...['tEXt', 'iTXt', 'eXIf'].map((type) => pngChunk(type, text(TELLING))),
    pngChunk('IDAT', Buffer.alloc(9, 2)),
    pngChunk('IEND', Buffer.alloc(0)),
    text(TELLING),
  ]);

const chunk = (type: string, body: Buffer): Buffer =>
  Buffer.concat([text(type), u32le(body.length), body, Buffer.alloc(body.length % 2)]);
const riffOf = (kind: string, chunks: readonly Buffer[]): Buffer => {
  const body = Buffer.concat([text(kind), ...chunks]);
  return Buffer.concat([text('RIFF'), u32le(body.length), body]);
};
export const webpOf = (): Buffer =>
  Buffer.concat([
    riffOf('WEBP', [
      chunk('VP8X', Buffer.of(0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
      chunk('VP8 ', Buffer.alloc(11, 3)),
      chunk('EXIF', tiff(8)),
      chunk('XMP ', text(TELLING)),
    ]),
    text(TELLING),
  ]);
export const wavOf = (bytes = 64): Buffer =>
  riffOf('WAVE', [
    chunk('fmt ', Buffer.alloc(16, 1)),
    chunk('LIST', text(`INFOICMT${TELLING}`)),
    chunk('data', Buffer.alloc(bytes, 5)),
  ]);

const box = (type: string, ...bodies: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(bodies);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
};
const handler = (kind: string): Buffer => box('hdlr', Buffer.alloc(8), text(kind), Buffer.alloc(13));
export const m4aOf = (kind = 'soun', bytes = 64): Buffer =>
  Buffer.concat([
    box('ftyp', text('M4A \0\0\0\0M4A ')),
    box('mdat', Buffer.alloc(bytes, 7)),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      box('trak', box('tkhd', Buffer.alloc(84)), box('mdia', handler(kind), box('minf', Buffer.alloc(8)))),
      box('udta', box('\xa9xyz', text(TELLING))),
      box('meta', text(TELLING)),
    ),
  ]);

/** Of MPEG 1, layer III, 32 kbit/s at 44.1 kHz. */
const frame = Buffer.concat([Buffer.of(0xff, 0xfb, 0x10, 0xc4), Buffer.alloc(100)]);
export const mp3Of = (frames = 3): Buffer =>
  Buffer.concat([
    text('ID3\x04\0\0\0\0\0\x11'),
    text(TELLING),
    ...Array.from({ length: frames }, () => frame),
    text('TAG'),
    text(TELLING.padEnd(125)),
  ]);

const page = (number: number, body: Buffer): Buffer => {
  const lacing = [...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255];
  const head = Buffer.concat([
    text('OggS'),
    Buffer.of(0, number === 0 ? 2 : 0),
    Buffer.alloc(8),
    u32le(77),
    u32le(number),
  ]);
  const made = Buffer.concat([head, u32le(0), Buffer.of(lacing.length, ...lacing), body]);
  made.writeUInt32LE(checksum(made), 22);
  return made;
};
export const oggOf = (): Buffer =>
  Buffer.concat([
    page(0, Buffer.concat([text('OpusHead'), Buffer.alloc(11, 1)])),
    page(1, Buffer.concat([text('OpusTags'), u32le(3), text('lib'), u32le(1), u32le(TELLING.length), text(TELLING)])),
    page(2, Buffer.alloc(300, 9)),
  ]);

export const amrOf = (): Buffer => Buffer.concat([text('#!AMR\n'), Buffer.of(0x04), Buffer.alloc(12, 1)]);

/** A document whose objects are these. */
export const pdfOf = (...objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([
    text(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    ),
    ...objects.map((object) => (typeof object === 'string' ? text(object) : object)),
    text('trailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);
/** An object stream that holds this. */
export const packed = (inner: string): Buffer => {
  const body = deflateSync(text(inner));
  return Buffer.concat([
    text(`3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\r\n`),
    body,
    text('\nendstream\nendobj\n'),
  ]);
};
