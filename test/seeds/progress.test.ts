/** What is seen of a long command while it runs. */
import { Progress } from '../../src/cli/progress';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What is written while the work goes on for a hundred seconds, told of each; then a line is said. */
function written(isTTY: boolean, columns = 100): string[] {
  const texts: string[] = [];
  const write = (text: string | Uint8Array): boolean => texts.push(String(text)) > 0;
  const progress = new Progress('Working', { write, isTTY, columns });
  for (let second = 1; second <= 100; second++) {
    jest.advanceTimersByTime(1_000);
    progress.show(second / 100);
  }
  progress.say('Done');
  progress.clear();
  return texts;
}

it('is a bar on a terminal, written over, and gone when something is said', () => {
  const texts = written(true);
  expect(texts).toHaveLength(102);
  expect(texts[49]).toBe(`\rWorking [${'#'.repeat(15)}${'.'.repeat(15)}]  50 %, 50 s left\u001b[K`);
  expect(texts.slice(-2)).toEqual(['\r\u001b[K', 'Done\n']);
});

it('never wraps on a narrow terminal', () => {
  for (const text of written(true, 40).slice(0, 100))
    expect(text.replace(/^\r|\u001b\[K$/g, '').length).toBeLessThan(40);
});

it('is a line for each tenth anywhere else', () => {
  expect(written(false)).toEqual([
    ...[10, 20, 30, 40, 50, 60, 70, 80, 90].map((done) => `Working: ${done} %, ${100 - done} s left\n`),
    'Done\n',
  ]);
});

it('is silent anywhere else when the work is short', () => {
  const texts: string[] = [];
  const progress = new Progress('Working', { write: (text) => texts.push(String(text)) > 0 });
  for (const share of [0.2, 0.6, 1]) {
    jest.advanceTimersByTime(2_000);
    progress.show(share);
  }
  expect(texts).toEqual([]);
});
