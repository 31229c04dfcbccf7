/** No row that is given away stands for few people, nor does what goes from one edition to the next. */
import { anonymise, type Anonymised, type PersonalRow } from '../../src/disclosure/anonymise';
import { leastPeople, type ReleasedValues, type ReleaseRules } from '../../src/disclosure/release-rules';
import { withdrawn, type PublishedRow } from '../../src/disclosure/withdrawal';
import { invented, lot, rulesOf, volumes, type Volume } from './invented';

const seeds = Array.from({ length: 25 }, (_, at) => at + 1);

const published = ({ released }: Anonymised<PersonalRow>): PublishedRow[] =>
  released.map(({ row, values }) => ({ id: row.id, person: row.person, values }));

const by = <T>(rows: readonly T[], keyOf: (row: T) => unknown): T[][] => [
  ...rows
    .reduce((all, row) => {
      const key = JSON.stringify(keyOf(row));
      return all.set(key, [...(all.get(key) ?? []), row]);
    }, new Map<string, T[]>())
    .values(),
];

/** What somebody who knows all of a person but what was done, or all of a row, learns from the rows, counted by hand. */
function weaknesses(rows: readonly PublishedRow[], rules: ReleaseRules): string[] {
  const people = (some: readonly PublishedRow[]): number => new Set(some.map(({ person }) => person)).size;
  const few = by(rows, ({ values }) => values)
    .filter((alike) => people(alike) < leastPeople(rules, (alike[0] as PublishedRow).values))
    .map((alike) => `${people(alike)} of ${JSON.stringify(alike[0]?.values)}`);
  const isSensitive = (at: number): boolean => rules.columns[at]?.sensitive === true;
  const plain = by(rows, ({ values }) => values.filter((_, at) => !isSensitive(at))).flatMap((alike) =>
    rules.columns.flatMap(({ name, sensitive }, at) => {
      const kinds = new Set(alike.flatMap(({ values }) => values[at] ?? []));
      return sensitive && kinds.size === 1 ? [`all ${name} of ${JSON.stringify(alike[0]?.values)}`] : [];
    }),
  );
  return [...few, ...plain];
}

const released = (volume: Volume, seed: number, rules = rulesOf(volume)): PublishedRow[] =>
  published(anonymise(invented(volume, lot(seed)), rules));

describe.each(volumes)('a release as large as that of %s', (_, volume) => {
  const rules = rulesOf(volume);

  test.each(seeds)('has no class of few people, and none of one kind (%i)', (seed) => {
    expect(weaknesses(released(volume, seed), rules)).toEqual([]);
  });

  test.each(seeds)('tells each row as it is, more coarsely or not at all, and each once (%i)', (seed) => {
    const rows = invented(volume, lot(seed));
    const { released, left } = anonymise(rows, rules);
    expect([...released.map(({ row }) => row.id), ...left.map(({ id }) => id)].sort()).toEqual(
      rows.map(({ id }) => id).sort(),
    );
    for (const { row, values } of released)
      values.forEach((value, at) => {
        const own = row.values[at] as string;
        const may = [own, ...(rules.columns[at]?.steps.map(({ tell }) => tell(own)) ?? [])];
        expect(may).toContain(value);
      });
    // As many as have to be alike could be told as no more than that they are.
    expect(new Set(left.map(({ person }) => person)).size).toBeLessThan(volume.k);
  });

  test.each(seeds)('loses no row alone, and stays without classes of few (%i)', (seed) => {
    const draw = lot(seed + 1_000);
    let rows = released(volume, seed);
    for (let edition = 2; edition < 6 && rows.length > 0; edition++) {
      const gone = new Set(Array.from({ length: 1 + draw(2) }, () => (rows[draw(rows.length)] as PublishedRow).id));
      const going = withdrawn(rows, gone, rules, draw);
      for (const id of gone) expect(going).toContain(id);
      const those = rows.filter(({ id }) => going.has(id));
      rows = rows.filter(({ id }) => !going.has(id));
      expect(weaknesses(rows, rules)).toEqual([]);
      if (rows.length === 0) continue;
      expect(new Set(those.map(({ person }) => person)).size).toBeGreaterThanOrEqual(volume.k);
      for (const at of [3, 4]) {
        const kinds = new Set(those.flatMap(({ values }) => values[at] ?? []));
        expect([at, kinds.size === 1]).toEqual([at, false]);
      }
    }
  });
});

const [, za] = volumes[0] as (typeof volumes)[number];

describe('what would leak is seen to', () => {
  const found = (rows: readonly PublishedRow[]): number => weaknesses(rows, rulesOf(za)).length;
  const asTheyAre = (seed: number): PublishedRow[] => invented(za, lot(seed));

  test('the rows as they are', () => {
    expect(found(asTheyAre(1))).toBeGreaterThan(100);
  });

  test('rows that are alike in place, gender and age alone', () => {
    const rules = rulesOf(za);
    const columns = rules.columns.map((column) => (column.sensitive ? { ...column, steps: [] } : column));
    const some = invented(za, lot(1));
    const alike = anonymise(
      some.map((row) => ({ ...row, values: row.values.slice(0, 3) })),
      { ...rules, columns: columns.slice(0, 3), isOfFew: () => false },
    );
    const values = new Map(alike.released.map(({ row, values }) => [row.id, values]));
    const told = some.flatMap(({ id, person, values: own }) => {
      const first = values.get(id);
      return first ? [{ id, person, values: [...first, ...own.slice(3)] as ReleasedValues }] : [];
    });
    expect(found(told)).toBeGreaterThan(100);
  });

  test('rows of one person, counted as if each were another', () => {
    const one = { person: 'one', values: ['P0', 'WOMAN', '25-34', 'RAPE', 'CLIENT'] };
    const rows = Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, ...one }));
    expect(found(rows)).toBe(3);
    expect(anonymise(rows, rulesOf(za))).toMatchObject({ released: [], left: rows });
  });

  test('a class of enough people who all had the same done to them: it is not told', () => {
    const rows = Array.from({ length: 20 }, (_, at) => ({
      id: `${at}`,
      person: `${at}`,
      values: ['P0', 'WOMAN', '25-34', 'RAPE', at < 10 ? 'CLIENT' : 'PARTNER'],
    }));
    const { released } = anonymise(rows, rulesOf(za));
    expect(new Set(released.map(({ values }) => values[3]))).toEqual(new Set([null]));
    expect(new Set(released.map(({ values }) => values[4]))).toEqual(new Set(['CLIENT', 'PARTNER']));
  });

  test('fewer than ten where police or trans people are seen', () => {
    const rows = Array.from({ length: 18 }, (_, at) => ({
      id: `${at}`,
      person: `${at}`,
      values: ['P0', at < 9 ? 'TRANS' : 'WOMAN', '25-34', at % 2 ? 'RAPE' : 'PHYSICAL', at % 3 ? 'CLIENT' : 'PARTNER'],
    }));
    const { released } = anonymise(rows, { ...rulesOf(za), k: 2 });
    expect(released.filter(({ values }) => values[1] === 'TRANS')).toEqual([]);
    expect(released.some(({ values }) => values[1] === 'WOMAN')).toBe(true);
  });

  test('one row that goes by itself', () => {
    const rows = released(za, 3);
    const going = withdrawn(rows, new Set([(rows[0] as PublishedRow).id]), rulesOf(za), lot(9));
    expect(going.size).toBeGreaterThanOrEqual(za.k);
    expect(withdrawn(rows, new Set(), rulesOf(za), lot(9)).size).toBe(0);
  });
});

test.each(volumes)('most of a release as large as that of %s is told in each column', (_, volume) => {
  const rows = seeds.flatMap((seed) => released(volume, seed));
  for (const at of rulesOf(volume).columns.keys()) {
    const known = rows.filter(({ values }) => values[at] !== null).length;
    expect(known / rows.length).toBeGreaterThan(0.2);
  }
});
