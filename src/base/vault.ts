/** What seals that which must never lie readable in the database, as everything above uses it (`src/vault`). */
import type { CountryCode } from './countries';

/** Where a sealed value stands. It is authenticated, so that a value moved elsewhere does not open. */
export interface SealedPlace {
  readonly country: string;
  readonly table: string;
  readonly column: string;
  /** Id of the row. */
  readonly row: string;
}

export interface NewDataKey {
  readonly id: string;
  readonly wrapped: Buffer;
  readonly key: Buffer;
}

/** Data keys that stand on a server of their own. */
export interface KeysApart {
  /** Opened, by id: an error where one was changed; those that are not there are left out. */
  open(country: CountryCode, ids: Iterable<string>): Promise<ReadonlyMap<string, Buffer | Error>>;
  /** Keeps keys that were made, before anything is kept that they sealed. */
  keep(country: CountryCode, keys: readonly NewDataKey[]): Promise<void>;
  /** Destroys keys. @returns how many of them there were */
  destroy(country: CountryCode, ids: readonly string[]): Promise<number>;
}

/** Seals content that is too large to be held, piece by piece: each is bound to its place, its number and whether it is the last. */
export interface PieceSeal {
  /** @param number counted from 0 */
  readonly seal: (piece: Buffer, number: number, isLast: boolean) => Buffer;
  /** @throws SealBroken when a byte was changed, a piece is missing, moved or too many, or the key or the place is another. */
  readonly open: (sealed: Buffer, number: number, isLast: boolean) => Buffer;
}

export interface Vault {
  /** Null where data keys stand beside the data. */
  readonly apart: KeysApart | null;
  /** Makes a data key, under a given id or a new one; `wrapped` is for the database, `key` for use now. */
  newDataKey(country: CountryCode, id?: string): NewDataKey;
  /** @throws SealBroken when the bytes were changed, belong to another row or country, or their key is gone. */
  openDataKey(country: CountryCode, dataKeyId: string, wrapped: Buffer): Buffer;
  /** The same data key under the country's current key; null when it is under it already. */
  rewrapDataKey(country: CountryCode, dataKeyId: string, wrapped: Buffer): Buffer | null;
  seal(dataKey: Buffer, plaintext: string, place: SealedPlace): Buffer;
  /** @throws SealBroken when a byte was changed, or the key or the place is another. */
  open(dataKey: Buffer, sealed: Buffer, place: SealedPlace): string;
  /** For the pieces of one content, at a place that no other content ever has. */
  pieces(dataKey: Buffer, place: SealedPlace): PieceSeal;
  /** A UUID (version 8) that stands for the value in this country and leads back to it for nobody without the key. */
  pseudonym(country: CountryCode, value: string): string;
  /** A keyed hash of 32 bytes: tells equal inputs without storing anything that can be guessed from. */
  fingerprint(country: CountryCode, value: string): Buffer;
}
