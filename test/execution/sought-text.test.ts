/** What is looked for when somebody searches. */
import { soughtNumber } from '../../src/execution/search/sought-number';
import { soughtText, soughtWords } from '../../src/execution/search/sought-text';

it('no text makes an expression that is slow to make', () => {
  const texts = [
    'x'.repeat(200),
    `${'y'.repeat(60)} training`,
    'abcdefghij '.repeat(18),
    Array(25).fill('worker').join(' '),
  ];
  for (const text of texts) expect(soughtWords(soughtText(text)).like?.alike.join('').length ?? 0).toBeLessThan(20_000);
});

describe('the pieces of a word', () => {
  const slips = (word: string): string[] =>
    [...word].flatMap((_, at) => [
      `${word.slice(0, at)}q${word.slice(at + 1)}`,
      word.slice(0, at) + word.slice(at + 1),
      `${word.slice(0, at)}q${word.slice(at)}`,
      ...(at > 0 ? [word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1)] : []),
    ]);
  const has = (text: string, pattern: string): boolean => new RegExp(`^${pattern.replaceAll('%', '.*')}$`).test(text);
  const missing = (word: string, texts: readonly string[]): string[] => {
    const pieces = soughtWords(word).like?.pieces ?? [];
    return texts.filter((text) => !pieces.some((pattern) => has(`the ${text} end`, pattern)));
  };

  it.each(['legal', 'police', 'station', 'training', 'paralegal', 'counsellors'])(
    'two are in whatever is %s but for one slip',
    (word) => expect(missing(word, slips(word))).toEqual([]),
  );

  it.each(['documentation', 'accountability'])('one of each half is in whatever is %s but for two slips', (word) => {
    const half = Math.ceil(word.length / 2);
    const backs = slips(word.slice(half));
    const both = slips(word.slice(0, half)).flatMap((front) => backs.map((back) => front + back));
    expect(missing(word, both)).toEqual([]);
  });

  it('are not in what is another word', () => expect(missing('paralegal', ['legal', 'general'])).toHaveLength(2));
});

describe('a number that was typed with a slip', () => {
  const form = { prefix: 'country', length: 6 };
  const meant = (typed: string) => soughtNumber(typed, form, 'ZA')?.alike.map((key) => key.split('\u0001')[1]) ?? [];

  it.each([
    ['a letter that is wrong', 'za-7k3qx9'],
    ['two that changed places', 'ZA 73KQW9'],
    ['one that was left out', '7K3Q9'],
    ['one too many', 'ZA-7K3QQW9'],
    ['one too many, the first', 'ZA-87K3QW9'],
  ])('is found by %s', (_, typed) => expect(meant(typed)).toContain('ZA-7K3QW9'));

  it('is some hundreds of numbers at most', () => {
    for (const typed of ['7K3QW9', 'ZA-7K3QW9', 'ZA7K3Q', 'ZA7K3QW', '7K3QW99']) {
      expect(meant(typed).length).toBeLessThan(450);
    }
  });

  it('is none of those that it was looked for as already', () => {
    expect(meant('ZA-7K3QW9')).not.toContain('ZA-7K3QW9');
  });

  it('is only such numbers as there can be where the last letter follows from the others', () => {
    const checked = soughtNumber('R-7K3QW9A', { prefix: 'R', length: 7, checked: true }, 'ZA')?.alike ?? [];
    expect(checked.length).toBeGreaterThan(0);
    expect(checked.length).toBeLessThan(40);
  });

  it('is no number where it is a word of other letters or too long', () => {
    expect(soughtNumber('training course', form, 'ZA')).toBeNull();
    expect(soughtNumber('7K3', form, 'ZA')).toBeNull();
  });
});
