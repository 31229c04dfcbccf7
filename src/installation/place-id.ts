/** Ids of what a country begins with. */
import { createHash } from 'node:crypto';

/** The id of a country's row or of a place in it: a UUID of version 8 that is the same in every installation. */
export function placeId(...of: readonly string[]): string {
  const bytes = createHash('sha256').update(of.join('\0')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
