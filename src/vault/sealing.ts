/** AES-256-GCM as the vault uses it: one envelope format for sealed values, one for wrapped data keys. */
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { SealedPlace } from '../base/vault';
import { ApiError } from '../base/errors';

/** A sealed value or a wrapped key that does not open: the caller learns that, and neither value nor reason. */
export class SealBroken extends ApiError {
  constructor() {
    super('INTERNAL_SERVER_ERROR', {
      en: 'A stored value fails its integrity check and cannot be shown. It has been reported.',
      pt: 'Um valor guardado não passa na verificação de integridade e não pode ser mostrado. Foi comunicado.',
    });
  }
}

export const KEY_BYTES = 32;
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Names and ids never hold a NUL, so that no two places read alike. */
export const placeBytes = ({ country, table, column, row }: SealedPlace): Buffer =>
  Buffer.from(`value\0${country}\0${table}\0${column}\0${row}`);

/** version, nonce, tag, ciphertext. */
export function encrypt(key: Buffer, plain: Buffer | string, about: Buffer, header: Buffer = versionOnly): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, about]));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
}

/** @throws when a byte was changed or the key, the place or the format is another. */
export function decrypt(key: Buffer, sealed: Buffer, about: Buffer, headerBytes = 1): Buffer {
  const at = headerBytes + NONCE_BYTES;
  if (sealed[0] !== VERSION || sealed.length < at + TAG_BYTES) throw new Error('Not in the format of the vault.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(headerBytes, at), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.concat([sealed.subarray(0, headerBytes), about]))
    .setAuthTag(sealed.subarray(at, at + TAG_BYTES));
  const plain = decipher.update(sealed.subarray(at + TAG_BYTES));
  decipher.final();
  return plain;
}

const versionOnly = Buffer.of(VERSION);

/** Head of a wrapped key: version, length of the wrapping key's id, the id. */
export const wrapHeader = (keyId: string): Buffer => {
  const id = Buffer.from(keyId);
  return Buffer.concat([Buffer.of(VERSION, id.length), id]);
};

/** The id of the key that wrapped these bytes, and where the head ends. */
export function readWrapHeader(wrapped: Buffer): { keyId: string; headerBytes: number } {
  const headerBytes = 2 + (wrapped[1] ?? 0);
  return { keyId: wrapped.subarray(2, headerBytes).toString(), headerBytes };
}

/** Random bytes are drawn a page at a time: a call for each nonce costs more than the sealing. */
const page = Buffer.alloc(NONCE_BYTES * 1024);
let used = page.length;

function nextNonce(): Buffer {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  const nonce = Buffer.from(page.subarray(used, used + NONCE_BYTES));
  used += NONCE_BYTES;
  return nonce;
}
