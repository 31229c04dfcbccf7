/** The vault seals what must never lie readable in the database: a data key per survivor, wrapped by the country's key. */
import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { CountryCode } from '../base/countries';
import type { NewDataKey, SealedPlace, Vault } from '../base/vault';
import { SealBroken } from './sealing';
import { decrypt, encrypt, KEY_BYTES, placeBytes, readWrapHeader, wrapHeader } from './sealing';

/** A key of a country. The first of the list wraps new data keys; the last is the oldest and never changes. */
export interface CountryKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

type Purpose = 'pseudonym' | 'fingerprint';

/** The keys of a country; a country that is added while we run has its own, so they are asked for when first needed. */
export type KeysOf = (country: CountryCode) => readonly CountryKey[] | undefined;

/** @param log gets one line for every seal that is broken: where, never what. */
export const createVault = (keysOf: KeysOf, log?: Pick<Logger, 'error'>): Vault => new KeyedVault(keysOf, log);

class KeyedVault implements Vault {
  private readonly keys = new Map<CountryCode, Keys>();
  private readonly derived = new Map<string, Buffer>();

  constructor(
    private readonly given: KeysOf,
    private readonly log?: Pick<Logger, 'error'>,
  ) {}

  newDataKey(country: CountryCode, id: string = randomUUID()): NewDataKey {
    const key = randomBytes(KEY_BYTES);
    return { id, key, wrapped: this.wrap(country, id, key) };
  }

  openDataKey(country: CountryCode, dataKeyId: string, wrapped: Buffer): Buffer {
    const { keyId, headerBytes } = readWrapHeader(wrapped);
    const found = this.keysOf(country).find((key) => key.id === keyId);
    try {
      if (!found) throw new Error('Wrapped by a key that is not configured.');
      return decrypt(found.key, wrapped, wrapPlace(country, dataKeyId), headerBytes);
    } catch (error) {
      throw this.broken({ country, dataKeyId }, error);
    }
  }

  rewrapDataKey(country: CountryCode, dataKeyId: string, wrapped: Buffer): Buffer | null {
    const key = this.openDataKey(country, dataKeyId, wrapped);
    const isCurrent = readWrapHeader(wrapped).keyId === this.keysOf(country)[0]?.id;
    return isCurrent ? null : this.wrap(country, dataKeyId, key);
  }

  seal(dataKey: Buffer, plaintext: string, place: SealedPlace): Buffer {
    return encrypt(dataKey, plaintext, placeBytes(place));
  }

  open(dataKey: Buffer, sealed: Buffer, place: SealedPlace): string {
    try {
      return decrypt(dataKey, sealed, placeBytes(place)).toString();
    } catch (error) {
      throw this.broken(place, error);
    }
  }

  pseudonym(country: CountryCode, value: string): string {
    const bytes = this.mac(country, 'pseudonym', value).subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  fingerprint(country: CountryCode, value: string): Buffer {
    return this.mac(country, 'fingerprint', value);
  }

  private wrap(country: CountryCode, dataKeyId: string, key: Buffer): Buffer {
    const [current] = this.keysOf(country);
    return encrypt(current.key, key, wrapPlace(country, dataKeyId), wrapHeader(current.id));
  }

  private mac(country: CountryCode, purpose: Purpose, value: string): Buffer {
    return createHmac('sha256', this.derivedKey(country, purpose)).update(value).digest();
  }

  /** From the oldest key: what it gives must not change when the country's key is rotated. */
  private derivedKey(country: CountryCode, purpose: Purpose): Buffer {
    const name = `${country} ${purpose}`;
    let found = this.derived.get(name);
    if (!found) {
      const oldest = this.keysOf(country).at(-1) as CountryKey;
      found = Buffer.from(hkdfSync('sha256', oldest.key, '', `hands-off ${name}`, KEY_BYTES));
      this.derived.set(name, found);
    }
    return found;
  }

  private keysOf(country: CountryCode): Keys {
    let found = this.keys.get(country);
    if (!found) this.keys.set(country, (found = checked(country, this.given(country) ?? [])));
    return found;
  }

  private broken(where: SealedPlace | { country: string; dataKeyId: string }, error: unknown): SealBroken {
    this.log?.error({ where, reason: (error as Error).message }, 'A sealed value does not open');
    return new SealBroken();
  }
}

const wrapPlace = (country: CountryCode, dataKeyId: string): Buffer =>
  Buffer.from(`data key\0${country}\0${dataKeyId}`);

type Keys = readonly [CountryKey, ...CountryKey[]];

function checked(country: CountryCode, keys: readonly CountryKey[]): Keys {
  if (keys.length === 0) throw new Error(`No key is configured for country ${country}.`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error(`Two keys of country ${country} share an id.`);
  for (const { id, key } of keys) {
    if (key.length !== KEY_BYTES) throw new Error(`Key ${id} of country ${country} is not ${KEY_BYTES} bytes long.`);
    if (id === '' || Buffer.byteLength(id) > 255) throw new Error(`A key of country ${country} has no usable id.`);
  }
  return keys as Keys;
}
