/** Short numbers for people to read out and write down: random, so that they tell nothing and cannot be counted. */
import { randomInt } from 'node:crypto';
import type { Work } from './work';
import type { ThingRecord } from '../model/record';
import { thingOf, type Constructor } from '../model/thing';

/** Crockford's base 32: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/**
 * A number such as `ZA-7K3QW9` for a new record. That no other has it is the unique index's to say: then the whole is
 * done again with another, which is rarer than it would be dear to ask first.
 */
export function shortNumber<T extends ThingRecord>(
  work: Work,
  target: Constructor<T>,
  attribute: keyof T & string,
  prefix: string,
): string {
  work.draws(thingOf(target), attribute);
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${prefix}-${letters}`;
}
