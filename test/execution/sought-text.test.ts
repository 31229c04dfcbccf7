/** What is looked for when somebody searches. */
import { soughtText, soughtWords } from '../../src/execution/search/sought-text';

it('no text makes an expression that is slow to make', () => {
  const texts = [
    'x'.repeat(200),
    `${'y'.repeat(60)} training`,
    'abcdefghij '.repeat(18),
    Array(25).fill('worker').join(' '),
  ];
  for (const text of texts) expect(soughtWords(soughtText(text)).alike.join('').length).toBeLessThan(20_000);
});
