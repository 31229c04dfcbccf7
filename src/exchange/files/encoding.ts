/** Bytes as text: UTF-8, or Windows-1252 where it can be nothing else. */
import { isUtf8 } from 'node:buffer';
import type { Text } from '../../base/locale';
import { noText, otherEncoding, westernEncoding } from './refusals';

/** Windows-1252 from 0x80 to 0x9f; a blank is no character. Node.js reads these bytes as ISO 8859-1, as control characters. */
const WESTERN = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const CHUNK = 64 * 1024;

export interface TextFile {
  readonly warnings: readonly Text[];
  chunks(): Iterable<string>;
}

/** @throws FileRefused where it is no text, or in another encoding */
export function textOf(bytes: Buffer): TextFile {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) throw otherEncoding();
  if (bytes.includes(0)) throw noText();
  if (isUtf8(bytes)) return { warnings: [], chunks: () => decoded(bytes) };
  if (!isWestern(bytes)) throw otherEncoding();
  return { warnings: [westernEncoding], chunks: () => western(bytes) };
}

function* decoded(bytes: Buffer): Iterable<string> {
  // Takes a byte order mark away.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  yield decoder.decode();
}

function* western(bytes: Buffer): Iterable<string> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const text = bytes.subarray(at, at + CHUNK).toString('latin1');
    yield text.replace(/[\x80-\x9f]/g, (one) => WESTERN.charAt(one.charCodeAt(0) - 0x80));
  }
}

const isWestern = (bytes: Buffer): boolean =>
  bytes.every((byte) =>
    byte < 0x80 ? byte >= 0x20 || [9, 10, 12, 13].includes(byte) : byte > 0x9f || WESTERN.charAt(byte - 0x80) !== ' ',
  );

/** The beginning of a text, in whole lines where it has several. */
export function beginningOf(file: TextFile): string {
  const [first = ''] = file.chunks();
  const end = Math.max(first.lastIndexOf('\n'), first.lastIndexOf('\r'));
  return first.length >= CHUNK / 4 && end > 0 ? first.slice(0, end) : first;
}
