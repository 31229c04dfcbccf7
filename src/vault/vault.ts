/** The vault seals what must never lie readable in the database: a data key per survivor, wrapped by the country's key. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { CountryCode } from '../base/countries';
import type { KeysApart, NewDataKey, PieceSeal, SealedPlace, Vault } from '../base/vault';
import {
  dataKeyPlace,
  firstLastingKeys,
  unwrap,
  usable,
  wrap,
  type CountryKey,
  type Keys,
  type LastingKeys,
  type Purpose,
} from './country-keys';
import { FetchedKeys, type KeyStore } from './keys-apart';
import { pieceSeal } from './pieces';
import { decrypt, encrypt, KEY_BYTES, placeBytes, readWrapHeader, SealBroken } from './sealing';

export type { CountryKey } from './country-keys';

/** The keys of a country; a country that is added while we run has its own, so they are asked for when first needed. */
export type KeysOf = (country: CountryCode) => readonly CountryKey[] | undefined;

/** A vault that takes a country's lasting keys as its database has them; until then they are those it begins with. */
export interface OpenVault extends Vault {
  admit(country: CountryCode, lasting: LastingKeys): void;
}

/**
 * @param log gets one line for every seal that is broken: where, never what
 * @param store where data keys are kept when it is not beside the data
 */
export const createVault = (keysOf: KeysOf, log?: Pick<Logger, 'error'>, store?: KeyStore): OpenVault =>
  new KeyedVault(keysOf, log, store);

class KeyedVault implements OpenVault {
  readonly apart: KeysApart | null;
  private readonly keys = new Map<CountryCode, Keys>();
  private readonly lasting = new Map<CountryCode, LastingKeys>();

  constructor(
    private readonly given: KeysOf,
    private readonly log?: Pick<Logger, 'error'>,
    store?: KeyStore,
  ) {
    this.apart = store ? new FetchedKeys(store, this.openDataKey.bind(this)) : null;
  }

  admit(country: CountryCode, lasting: LastingKeys): void {
    this.lasting.set(country, lasting);
  }

  newDataKey(country: CountryCode, id: string = randomUUID()): NewDataKey {
    const key = randomBytes(KEY_BYTES);
    return { id, key, wrapped: this.wrap(country, id, key) };
  }

  openDataKey(country: CountryCode, dataKeyId: string, wrapped: Buffer): Buffer {
    try {
      return unwrap(this.keysOf(country), dataKeyPlace(country, dataKeyId), wrapped);
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

  pieces(dataKey: Buffer, place: SealedPlace): PieceSeal {
    const { seal, open } = pieceSeal(dataKey, placeBytes(place));
    return {
      seal,
      open: (sealed, number, isLast) => {
        try {
          return open(sealed, number, isLast);
        } catch (error) {
          throw this.broken(place, error);
        }
      },
    };
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
    return wrap(this.keysOf(country)[0], dataKeyPlace(country, dataKeyId), key);
  }

  private mac(country: CountryCode, purpose: Purpose, value: string): Buffer {
    return createHmac('sha256', this.lastingKeys(country)[purpose]).update(value).digest();
  }

  private lastingKeys(country: CountryCode): LastingKeys {
    let found = this.lasting.get(country);
    if (!found) this.lasting.set(country, (found = firstLastingKeys(country, this.keysOf(country))));
    return found;
  }

  private keysOf(country: CountryCode): Keys {
    let found = this.keys.get(country);
    if (!found) this.keys.set(country, (found = usable(country, this.given(country) ?? [])));
    return found;
  }

  private broken(where: SealedPlace | { country: string; dataKeyId: string }, error: unknown): SealBroken {
    this.log?.error({ where, reason: (error as Error).message }, 'A sealed value does not open');
    return new SealBroken();
  }
}
