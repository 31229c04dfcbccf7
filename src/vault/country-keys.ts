/** The keys of a country: those that are given, and those that follow from them and never turn. */
import { hkdfSync } from 'node:crypto';
import type { CountryCode } from '../base/countries';
import { decrypt, encrypt, KEY_BYTES, readWrapHeader, wrapHeader } from './sealing';

/** A key of a country. The first of the list wraps new data keys. */
export interface CountryKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export type Keys = readonly [CountryKey, ...CountryKey[]];

/** What a lasting key is for. */
export const purposes = ['pseudonym', 'fingerprint'] as const;
export type Purpose = (typeof purposes)[number];
export type LastingKeys = Readonly<Record<Purpose, Buffer>>;

/** @throws where they cannot be used */
export function usable(country: CountryCode, keys: readonly CountryKey[]): Keys {
  if (keys.length === 0) throw new Error(`No key is configured for country ${country}.`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error(`Two keys of country ${country} share an id.`);
  for (const { id, key } of keys) {
    if (key.length !== KEY_BYTES) throw new Error(`Key ${id} of country ${country} is not ${KEY_BYTES} bytes long.`);
    if (id === '' || Buffer.byteLength(id) > 255) throw new Error(`A key of country ${country} has no usable id.`);
  }
  return keys as Keys;
}

/** The lasting keys that a country begins with: of its oldest key, the last of the list. */
export function firstLastingKeys(country: CountryCode, keys: Keys): LastingKeys {
  const oldest = keys.at(-1) as CountryKey;
  const derive = (purpose: Purpose): Buffer =>
    Buffer.from(hkdfSync('sha256', oldest.key, '', `hands-off ${country} ${purpose}`, KEY_BYTES));
  return { pseudonym: derive('pseudonym'), fingerprint: derive('fingerprint') };
}

/** Wraps a key; `place` says what for, and is authenticated. */
export const wrap = ({ id, key }: CountryKey, place: Buffer, plain: Buffer): Buffer =>
  encrypt(key, plain, place, wrapHeader(id));

/** @throws when a byte was changed, the place is another, or the key that wrapped it is not among them */
export function unwrap(keys: readonly CountryKey[], place: Buffer, wrapped: Buffer): Buffer {
  const { keyId, headerBytes } = readWrapHeader(wrapped);
  const found = keys.find(({ id }) => id === keyId);
  if (!found) throw new Error('Wrapped by a key that is not configured.');
  return decrypt(found.key, wrapped, place, headerBytes);
}

export const dataKeyPlace = (country: CountryCode, dataKeyId: string): Buffer =>
  Buffer.from(`data key\0${country}\0${dataKeyId}`);

export const lastingKeyPlace = (country: CountryCode, purpose: Purpose): Buffer =>
  Buffer.from(`lasting key\0${country}\0${purpose}`);

export const checkPlace = (country: CountryCode): Buffer => Buffer.from(`key check\0${country}`);
