/** Short numbers for people to read out and write down: random, so that they tell nothing and cannot be counted. */
import { randomInt } from 'node:crypto';
import type { Where, Work } from '../database/work';
import type { ThingRecord } from '../graph/record';
import type { Constructor } from '../graph/thing';

/** Crockford's base 32: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** A number such as `ZA-7K3QW9` that no record of the thing has yet; the unique index decides a race. */
export async function shortNumber<T extends ThingRecord>(
  work: Work,
  target: Constructor<T>,
  attribute: keyof T & string,
  prefix: string,
): Promise<string> {
  for (;;) {
    const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const number = `${prefix}-${letters}`;
    if ((await work.find(target, { [attribute]: number } as Where<T>)).length === 0) return number;
  }
}
