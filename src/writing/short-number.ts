/** Short numbers for people to read out and write down: random, so that they tell nothing and cannot be counted. */
import { randomInt } from 'node:crypto';
import { checkLetter, LETTERS } from '../base/typed-number';
import type { Work } from './work';
import type { ThingRecord } from '../model/record';
import { thingOf, type Constructor } from '../model/thing';

const LENGTH = 6;

/**
 * A number such as `ZA-7K3QW9` for a new record. That no other has it is the unique index's to say: then the whole is
 * done again with another, which is rarer than it would be dear to ask first.
 */
export const shortNumber = <T extends ThingRecord>(
  work: Work,
  target: Constructor<T>,
  attribute: keyof T & string,
  prefix: string,
): string => `${prefix}-${draw(work, target, attribute)}`;

/** The same with a last letter by which a slip in copying is noticed. */
export function checkedNumber<T extends ThingRecord>(
  work: Work,
  target: Constructor<T>,
  attribute: keyof T & string,
  prefix: string,
): string {
  const letters = draw(work, target, attribute);
  return `${prefix}-${letters}${checkLetter(letters)}`;
}

function draw<T extends ThingRecord>(work: Work, target: Constructor<T>, attribute: string): string {
  work.draws(thingOf(target), attribute);
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
