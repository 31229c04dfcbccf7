/** What a unit of work takes and gives: values of records, conditions, options. */
import type { Use } from '../policy/rights';
import type { Audience } from './work-ledger';

/** What the unit of work itself writes; a new record may bring its own id. */
type Kept = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'createdById';
export type Values<T> = Partial<Omit<T, Kept>>;
export type NewValues<T> = Values<T> & { readonly id?: string };

/** Values of attributes; a list means any of them, null means none. */
export type Where<T> = { readonly [K in keyof T]?: T[K] | readonly T[K][] | null };

export interface LoadOptions {
  /** The version that the caller has seen. */
  readonly expectedVersion?: number;
  /** Where in the input the id stands, for the problem. */
  readonly path?: readonly (string | number)[];
  /** Default `write`, which also locks the row until the end. */
  readonly right?: Use;
}

export interface ChangeOptions {
  /** Who else may see it, beyond what the record, its parent and `work.audience` say. */
  readonly audience?: Audience;
}
