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
