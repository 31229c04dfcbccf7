/**
 * Data keys on a server of their own: fetched by id, and kept open for minutes only, so that a key which is destroyed
 * there opens nothing for longer. What was sealed under keys beside the data is read with those as before.
 */
import { LRUCache } from 'lru-cache';
import type { CountryCode } from '../base/countries';
import { ApiError } from '../base/errors';
import type { KeysApart, NewDataKey } from '../base/vault';
import { isUnavailable } from '../database/unavailable';

/** How long a key stays open here after it was fetched. */
export const KEPT_OPEN_MS = 5 * 60_000;
const KEPT_OPEN = 20_000;

/** Where the wrapped keys are. */
export interface KeyStore {
  /** Wrapped, by id; those that are not there are left out. */
  read(country: CountryCode, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  add(country: CountryCode, keys: readonly Pick<NewDataKey, 'id' | 'wrapped'>[]): Promise<void>;
  /** @returns how many of them there were */
  remove(country: CountryCode, ids: readonly string[]): Promise<number>;
}

/** The server of the keys does not answer: what is sealed is neither read nor written meanwhile, everything else is. */
export class KeysAway extends ApiError {
  constructor() {
    super('UNAVAILABLE', {
      en: 'What is sealed cannot be opened at this moment. Try again shortly.',
      pt: 'O que está selado não pode ser aberto neste momento. Tente novamente dentro em pouco.',
    });
  }
}

/** @throws where the key was changed, or is another country's */
type Unwrap = (country: CountryCode, id: string, wrapped: Buffer) => Buffer;

export class FetchedKeys implements KeysApart {
  readonly #open = new LRUCache<string, Buffer>({ max: KEPT_OPEN, ttl: KEPT_OPEN_MS });

  constructor(
    private readonly store: KeyStore,
    private readonly unwrap: Unwrap,
  ) {}

  async open(country: CountryCode, ids: Iterable<string>): Promise<ReadonlyMap<string, Buffer | Error>> {
    const found = new Map<string, Buffer | Error>();
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      const key = this.#open.get(`${country}/${id}`);
      if (key) found.set(id, key);
      else unknown.push(id);
    }
    if (unknown.length === 0) return found;
    for (const [id, wrapped] of await answered(this.store.read(country, unknown)))
      found.set(id, this.#opened(country, id, wrapped));
    return found;
  }

  #opened(country: CountryCode, id: string, wrapped: Buffer): Buffer | Error {
    try {
      const key = this.unwrap(country, id, wrapped);
      this.#open.set(`${country}/${id}`, key);
      return key;
    } catch (error) {
      return error as Error;
    }
  }

  async keep(country: CountryCode, keys: readonly NewDataKey[]): Promise<void> {
    await answered(this.store.add(country, keys));
    for (const { id, key } of keys) this.#open.set(`${country}/${id}`, key);
  }

  async destroy(country: CountryCode, ids: readonly string[]): Promise<number> {
    for (const id of ids) this.#open.delete(`${country}/${id}`);
    return answered(this.store.remove(country, ids));
  }
}

const answered = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((error: Error) => Promise.reject(isUnavailable(error) ? new KeysAway() : error));
