/** Short numbers are found however they are typed: in any case, with any separators, with letters taken for digits, without what stands before them. */
import { checkLetter, hasCheckLetter, LETTERS, typedNumber } from '../../src/base/typed-number';
import '../../src/domain/all';
import { allThings } from '../../src/model/thing';
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});
afterAll(() => api?.close());

const pick = <T>(from: readonly T[] | string): T => from[Math.floor(Math.random() * from.length)] as T;
const alike: Readonly<Record<string, string>> = { '0': '0oO', '1': '1iIlL' };

/** The number as somebody types it who is in a hurry. */
function typedBy(number: string, prefixed = Math.random() < 0.7): string {
  const [prefix = '', letters = ''] = number.split('-');
  const careless = (letter: string): string => {
    const one = pick<string>(alike[letter] ?? letter);
    return (Math.random() < 0.5 ? one.toLowerCase() : one) + (Math.random() < 0.15 ? pick(['-', ' ', '–', '.']) : '');
  };
  const spelt = (part: string): string =>
    [...part].map((letter) => (Math.random() < 0.5 ? letter.toLowerCase() : letter)).join('');
  const said = prefixed ? `${spelt(prefix)}${pick(['-', '', ' ', ' - ', '—', '_'])}` : '';
  return `${pick(['', ' '])}${said}${[...letters].map(careless).join('')}${pick(['', ' '])}`;
}

const drawn = (length: number): string => Array.from({ length }, () => pick<string>(LETTERS)).join('');

test('whatever is typed for a number is that number', () => {
  for (const [prefix, length] of [
    ['S', 6],
    ['R', 7],
    ['country', 6],
  ] as const)
    for (const country of ['ZA', 'MZ', 'LS', 'ML', 'CI'])
      for (let nth = 0; nth < 300; nth++) {
        const number = `${prefix === 'country' ? country : prefix}-${drawn(length)}`;
        const typed = typedBy(number);
        expect([typed, typedNumber(typed, { prefix, length }, country)]).toEqual([typed, number]);
      }
});

test('what can be no number is none', () => {
  for (const typed of ['', ' ', '-', 'S-7K3QW9é', 'S-7K3QW*', '你好', "S-7K3QW9'"])
    expect(typedNumber(typed, { prefix: 'S', length: 6 }, 'ZA')).toBeNull();
});

test('the last letter notices every letter that is wrong, and nearly all that changed places', () => {
  let [swapped, missed] = [0, 0];
  for (let nth = 0; nth < 200; nth++) {
    const letters = drawn(6);
    const number = letters + checkLetter(letters);
    expect(hasCheckLetter(`R-${number}`)).toBe(true);
    for (let at = 0; at < number.length; at++) {
      const other = pick([...LETTERS].filter((letter) => letter !== number[at]));
      expect(hasCheckLetter(`R-${number.slice(0, at)}${other}${number.slice(at + 1)}`)).toBe(false);
      if (at === 0 || number[at] === number[at - 1]) continue;
      swapped++;
      const turned = `${number.slice(0, at - 1)}${number[at]}${number[at - 1]}${number.slice(at + 1)}`;
      if (hasCheckLetter(`R-${turned}`)) missed++;
    }
  }
  expect(missed / swapped).toBeLessThan(0.02);
});

/** Every attribute that is a short number, of things that have a list. */
const numbered = [...allThings.values()].flatMap((thing) =>
  [...thing.attributes.values()]
    .filter(({ shortNumber }) => shortNumber)
    .map(({ name }) => [thing.name, name, thing.plural] as const),
);

test('the walk meets the numbers of survivors, cases and letters', () => {
  const met = numbered.map(([type, name]) => `${type}.${name}`);
  expect(met).toEqual(
    expect.arrayContaining([
      'Survivor.survivorCode',
      'Case.displayId',
      'ReferralLetter.number',
      'Referral.survivorCode',
    ]),
  );
  const untold = [...allThings.values()].flatMap((thing) =>
    [...thing.attributes.values()].filter(
      ({ name, type, shortNumber }) =>
        type === 'text' && /^(survivorCode|displayId|number)$/.test(name) && !shortNumber,
    ),
  );
  expect(untold).toEqual([]);
});

describe.each(['za', 'mz'])('in %s', (country) => {
  let supervisor: Client;
  beforeAll(async () => {
    supervisor = await api.as('supervisor', country);
  });

  test.each(numbered)('%s.%s is found by eq, in and startsWith', async (type, name, plural) => {
    const find = async (condition: object): Promise<string[]> => {
      const { data, errors } = await supervisor.query(
        `query ($filter: ${type}Filter) { ${plural}(first: 100, filter: $filter) { edges { node { ${name} } } } }`,
        { filter: { [name]: condition } },
      );
      expect(errors).toEqual([]);
      const edges = data[plural].edges as { node: Record<string, string> }[];
      return edges.map(({ node }) => node[name] ?? '');
    };
    const known = [...new Set(await find({ isNull: false }))].slice(0, 12);
    if (known.length === 0) return;
    for (const number of known) {
      const typed = typedBy(number);
      expect([typed, new Set(await find({ eq: typed }))]).toEqual([typed, new Set([number])]);
      expect(await find({ in: [typedBy(number), 'nothing'] })).toContain(number);
      const [prefix = '', letters = ''] = number.split('-');
      expect(await find({ startsWith: typedBy(`${prefix}-${letters.slice(0, 4)}`, true) })).toContain(number);
      expect(await find({ ne: typed })).not.toContain(number);
    }
    expect((await find({ startsWith: '' })).length).toBeGreaterThan(0);
    expect(await find({ eq: 'é' })).toEqual([]);
  });
});
