/** A file as it is sent: whole, or from where a download broke off (RFC 9110, 14). */
import type { IncomingHttpHeaders } from 'node:http';
import type { Services } from '../../base/context';
import type { CountryCode } from '../../base/countries';
import type { Exporting, MadeFile } from '../../domain/data-export/data-export.keeping';
import { unpacked } from '../../writing/content/packed';
import { opened } from '../../writing/content/pieces';
import { storeOf } from '../../writing/content/store';
import { fileNameOf, mediaTypeOf, pieceSeal } from './file';

/** Bytes from the first to the last, both sent. */
export interface FilePart {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** Of a file there is one edition: its digest tells it from every other. */
const tagOf = ({ sha256 }: Pick<MadeFile, 'sha256'>): string => `"${sha256}"`;

/** What is asked for. Several parts at once, and what is no part, are answered with the whole. */
export function partOf({ range, 'if-range': condition }: IncomingHttpHeaders, file: MadeFile): FilePart | 'beyond' {
  const whole = { from: 0, to: file.bytes - 1, isWhole: true };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if ((first === '' && last === '') || (condition !== undefined && condition !== tagOf(file))) return whole;
  const from = first === '' ? Math.max(file.bytes - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? file.bytes - 1 : Math.min(Number(last), file.bytes - 1);
  if (from >= file.bytes) return 'beyond';
  return from > to ? whole : { from, to, isWhole: false };
}

/**
 * Whether somebody goes on with a file that they have the beginning of: its digest says so, which nobody knows who has
 * not. What was handed to the system may never have arrived, so this is taken after the link was used, too.
 */
export const goesOn = ({ range, 'if-range': tag }: IncomingHttpHeaders, file: MadeFile): boolean =>
  tag === tagOf(file) && /^bytes=[1-9]\d*-\d*$/.test(range ?? '');

export function headersOf(
  exporting: Exporting,
  file: MadeFile,
  { from, to, isWhole }: FilePart,
): Record<string, string> {
  return {
    'content-type': mediaTypeOf(exporting.format),
    'content-disposition': `attachment; filename="${fileNameOf(exporting)}"`,
    'content-length': String(to - from + 1),
    'accept-ranges': 'bytes',
    // Whether all of it arrived is known when the connection ends.
    connection: 'close',
    // Nor is it while a proxy holds it.
    'x-accel-buffering': 'no',
    etag: tagOf(file),
    // RFC 9530: of the whole file, whichever part is sent.
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    'x-row-count': String(file.rows),
    ...(!isWhole && { 'content-range': `bytes ${from}-${to}/${file.bytes}` }),
  };
}

export async function* piecesOf(
  app: Services,
  country: CountryCode,
  token: string,
  { id, file }: Exporting,
  { from, to }: FilePart,
): AsyncGenerator<Buffer> {
  if (!file) return;
  const { contentId, store, bytes, packedBytes } = file;
  const kept = storeOf(app, country, store).get(contentId);
  const open = opened(kept, pieceSeal(app, country, token, { id, contentId }), packedBytes ?? bytes);
  let at = 0;
  for await (const piece of packedBytes === null ? open : unpacked(open)) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to + 1 - at, piece.length);
    at += piece.length;
    if (end > start) yield piece.subarray(start, end);
    if (at > to) return;
  }
}
