/** What a unit of work takes and gives: values of records, conditions, options. */
import type { Side, Use } from '../policy/rights';
import type { Values } from '../model/record';
import type { Thing } from '../model/thing';
import type { SystemWrite } from './system-write';
import type { Audience } from './work-ledger';

export type NewValues<T> = Values<T> & { readonly id?: string | null };
export type { Values } from '../model/record';

/** Values of attributes; a list means any of them, null means none. */
export type Where<T> = { readonly [K in keyof T]?: T[K] | readonly T[K][] | null };

export interface LoadOptions {
  /** The version that the caller has seen. */
  readonly expectedVersion?: number;
  /** Where in the input the id stands, for the problem. */
  readonly path?: readonly (string | number)[];
  /** Also what was found to be recorded in error. */
  readonly voided?: true;
  /** Default `sent`: what was only referred to the actor's organisation is not theirs to work with, nor to link to. */
  readonly side?: Side;
  /** Default `write`, which also locks the row until the end. */
  readonly right?: Use;
}

export interface ChangeOptions {
  /** Who else may see it, beyond what the record, its parent and `work.audience` say. */
  readonly audience?: Audience;
  /** What is written whoever acts, in place of the actor's right to the class. */
  readonly as?: SystemWrite;
}

/** The first attribute that a new record cannot be without, and that has no value yet. */
export function missingIn({ attributes }: Thing, values: Readonly<Record<string, unknown>>): string | undefined {
  const needed = [...attributes.values()].filter(
    ({ nullable, initial, hidden, write }) => !nullable && initial === undefined && !hidden && write,
  );
  return needed.find(({ name }) => values[name] === undefined)?.name;
}

const initials = new WeakMap<Thing, Readonly<Record<string, unknown>>>();

/** What a new record has where nothing is given. */
export function initialOf(thing: Thing): Readonly<Record<string, unknown>> {
  let found = initials.get(thing);
  if (!found) {
    const attributes = [...thing.attributes.values()].filter(({ initial }) => initial !== undefined);
    initials.set(thing, (found = Object.fromEntries(attributes.map(({ name, initial }) => [name, initial]))));
  }
  return found;
}
