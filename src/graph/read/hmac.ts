/**
 * HMAC-SHA-256 (RFC 2104) for many short messages under one key. The same as `createHmac`, which makes an object of
 * OpenSSL's for each message: that was half of what a page of cursors cost.
 */
import { hash } from 'node:crypto';

const blockBytes = 64;
const digestBytes = 32;

export class Hmac {
  readonly #outer = Buffer.alloc(blockBytes + digestBytes);
  #inner = Buffer.alloc(blockBytes + 512);

  /** @param key 32 bytes */
  constructor(key: Buffer) {
    for (let at = 0; at < blockBytes; at++) {
      const byte = key[at] ?? 0;
      this.#inner[at] = byte ^ 0x36;
      this.#outer[at] = byte ^ 0x5c;
    }
  }

  digest(message: Buffer): Buffer {
    const length = blockBytes + message.length;
    if (length > this.#inner.length) this.#inner = Buffer.concat([this.#inner.subarray(0, blockBytes)], length);
    message.copy(this.#inner, blockBytes);
    hash('sha256', this.#inner.subarray(0, length), 'buffer').copy(this.#outer, blockBytes);
    return hash('sha256', this.#outer, 'buffer');
  }
}
