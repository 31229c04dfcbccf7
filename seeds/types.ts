/** What filling an installation with demonstration data takes, and what it tells. */
import type { KeysOf } from '../src/vault/vault';

export interface SeedOptions {
  /** Multiplies the volumes; organisations, colleagues and accounts stay as they are. */
  readonly scale: number;
  /** What seals it. */
  readonly countryKeys: KeysOf;
  /** Of every demo account. */
  readonly demoPassword: string;
  /** Default: every registered country that there are demonstration texts of. */
  readonly countries?: readonly string[];
  /** Stops it. */
  readonly signal?: AbortSignal;
  log(message: string): void;
  /** Told now and then how much of it is done, from 0 to 1. */
  progress?(this: void, share: number): void;
}

export interface SeedReport {
  readonly country: string;
  readonly rows: number;
  readonly seconds: number;
}

/** The installation cannot be filled as it is; the message says why. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}
