/**
 * What is odd in what is told, and is told all the same: values that contradict each other, or that hardly can be. It is
 * said beside the record and stops nothing, since nobody's disclosure waits for a form. Declared beside the thing.
 */
import type { Text } from '../base/locale';
import type { Values } from './record';
import { thingOf, type Constructor, type Thing } from './thing';

/** Stable codes: values that cannot hold together, and a value that is hardly true. */
export type WarningCode = 'CONTRADICTORY' | 'UNLIKELY';

/** The day on which a point in time is in the country. */
export type DayOf = (at: unknown) => string;

export interface Oddity<T> {
  readonly code: WarningCode;
  /** The value that is most likely wrong: the path leads there. */
  readonly at: keyof Values<T> & string;
  /** The others that it is judged by: it is told whenever one of them is given. */
  readonly with?: readonly (keyof Values<T> & string)[];
  /** What it is judged by was reckoned: it is told of whatever was written, with its own place where that was told. */
  readonly reckoned?: true;
  /** @param today the day that it is in the country */
  readonly when: (record: Values<T>, today: string, dayOf: DayOf) => boolean;
  /** What is odd, and how to mend it if it is wrong. */
  readonly text: Text;
}

type AnyOddity = Oddity<Record<string, unknown>>;
const declared = new Map<Thing, AnyOddity[]>();

/** Says what is odd in a record of a thing. */
export function odd<T extends object>(target: Constructor<T>, ...oddities: readonly Oddity<T>[]): void {
  const thing = thingOf(target);
  for (const { at, with: others = [] } of oddities) {
    const unknown = [at, ...others].find((name) => !thing.attributes.has(name));
    if (unknown) throw new Error(`${thing.name} has no ${unknown} that could be odd`);
  }
  declared.set(thing, [...(declared.get(thing) ?? []), ...(oddities as unknown as AnyOddity[])]);
}

/** What is declared to be odd in a record of a thing. */
export const odditiesOf = (thing: Thing): readonly AnyOddity[] => declared.get(thing) ?? [];

/** Every thing of which something can be odd. Complete once `src/domain/all.ts` is loaded. */
export const oddThings: ReadonlyMap<Thing, readonly AnyOddity[]> = declared;
