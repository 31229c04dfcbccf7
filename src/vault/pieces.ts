/**
 * Content in pieces, each sealed with AES-256-GCM (the STREAM construction, as Tink's streaming AES-GCM-HKDF has it):
 * under a key of the content's own, the nonce of a piece is its number and whether it is the last.
 */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { PieceSeal } from '../base/vault';
import { KEY_BYTES } from './sealing';

const NONCE_BYTES = 12;
/** What a sealed piece is longer than the piece. */
export const SEAL_BYTES = 16;

/** @param place of this content and of no other, ever: what is sealed twice at one place could be told apart */
export function pieceSeal(dataKey: Buffer, place: Buffer): PieceSeal {
  const key = Buffer.from(hkdfSync('sha256', dataKey, place, 'hands-off content', KEY_BYTES));
  const about = (number: number, isLast: boolean): Buffer => Buffer.concat([place, nonceOf(number, isLast)]);
  return {
    seal(piece, number, isLast) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(about(number, isLast));
      return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, number, isLast) {
      if (sealed.length < SEAL_BYTES) throw new Error('A piece of a content is missing.');
      const end = sealed.length - SEAL_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: SEAL_BYTES })
        .setAAD(about(number, isLast))
        .setAuthTag(sealed.subarray(end));
      const piece = decipher.update(sealed.subarray(0, end));
      decipher.final();
      return piece;
    },
  };
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 5);
  nonce.writeUInt8(isLast ? 1 : 0, NONCE_BYTES - 1);
  return nonce;
}
