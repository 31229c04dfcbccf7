/** Short numbers for people: random to look at, never twice in a country. */

/** Crockford's base 32: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 30;
const MASK = 2 ** BITS - 1;

/** Carries 30 bits to 30 others, each to one of its own. */
function scatter(value: number, salt: number): number {
  let bits = (value ^ salt) & MASK;
  for (const factor of [0x2c1b3c6d, 0x297a2d39]) {
    bits = Math.imul(bits, factor) & MASK;
    bits ^= bits >>> 15;
  }
  return (bits ^ salt) & MASK;
}

/** Six letters for the n-th of something. */
export function shortNumber(nth: number, salt: number): string {
  let rest = scatter(nth, salt);
  let text = '';
  for (let i = 0; i < BITS / 5; i++, rest >>>= 5) text += LETTERS[rest & 31];
  return text;
}
