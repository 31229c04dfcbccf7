/** What filling an installation with demonstration data takes, and what it tells. */
import type { Vault } from '../src/feature/vault/vault';

export interface SeedOptions {
  /** Multiplies the volumes; organisations, colleagues and accounts stay as they are. */
  readonly scale: number;
  readonly vault: Vault;
  /** Of every demo account. */
  readonly demoPassword: string;
  /** Default: every registered country that there are demonstration texts of. */
  readonly countries?: readonly string[];
  log(message: string): void;
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
