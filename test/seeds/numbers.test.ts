/** Codes of survivors are unlike however many there are: those of merged records are counted from the other end. */
import '../../src/domain/all';
import { codeOf } from '../../seeds/demo/survivor';

test('no two of 200,000 survivors and 20,000 merged ones have one code', () => {
  const survivors = Array.from({ length: 200_000 }, (_, nth) => codeOf(nth));
  const merged = Array.from({ length: 20_000 }, (_, nth) => codeOf(-1 - nth));
  expect(new Set([...survivors, ...merged]).size).toBe(220_000);
});
