/** Rough counts of what nobody published, answered beside the tables of each country. */
import { createSecretKey } from 'node:crypto';
import { HiddenCells, recordKey, rounded, type AdHocCell } from '../../src/disclosure/ad-hoc';
import { attack, leaks } from '../../src/disclosure/attack';
import { codesAt, codingsOf } from '../../src/disclosure/coding';
import { counted } from '../../src/disclosure/edition';
import type { LinkedCell } from '../../src/disclosure/linked-tables';
import { publish, type PublicationInput } from '../../src/disclosure/publication';
import type { Row } from '../../src/disclosure/solver';
import { cellKey, type TableList } from '../../src/disclosure/table-design';
import { lot } from './invented';
import { countries, incidents, mergedLists, populationsOf, yearOf, type Country } from './invented-tables';
import { enough, freshly } from './tables-cases';

const list = mergedLists[0] as TableList;
const secret = createSecretKey(Buffer.alloc(32, 7));
/** All three dimensions of those that incidents are told by. */
const triples = ['age', 'gender', 'perpetrator', 'place', 'type'].flatMap((one, at, all) =>
  all.slice(at + 1).flatMap((other, next) => all.slice(at + next + 2).map((third) => [one, other, third])),
);

/** Incidents alone, so that nothing else hides what rough counts could tell. */
const yearIn = (country: Country, seed: number): PublicationInput => ({
  ...{ ...yearOf(country, seed), lists: mergedLists, floors: [] },
  populations: populationsOf(incidents(country, country.cases, lot(seed))),
});

type IsRefused = (cell: AdHocCell, hidden: HiddenCells) => boolean;

interface Told {
  readonly cells: readonly LinkedCell[];
  readonly equations: readonly Row[];
  readonly knowledge: readonly Row[];
}

/** The tables with the cells of a table of three dimensions, what of these adds up to told ones, and what is answered. */
function withTriple(to: Told, by: readonly string[], input: PublicationInput, isRefused: (cell: AdHocCell) => boolean) {
  const { dimensions, populations } = input;
  const codings = codingsOf(dimensions, list.merges);
  const [cells, knowledge] = [[...to.cells], [...to.knowledge]];
  const parts = new Map<string, number[]>();
  const wanted = { ...list, tables: [{ name: '', population: 'incidents', by }] };
  for (const { at, value } of counted('', wanted, dimensions, populations).values()) {
    if (Object.keys(at).length < by.length) continue;
    const cell = { population: 'incidents', period: '2026', codes: codesAt(at, codings) };
    const index = cells.push({ ...(cells[0] as LinkedCell), ...cell, value, floor: 0, key: '', protection: null }) - 1;
    for (const dimension of by) {
      const { [dimension]: _, ...codes } = cell.codes;
      const key = cellKey('incidents', '2026', codes);
      parts.set(key, [...(parts.get(key) ?? []), index]);
    }
    if (isRefused(cell)) continue;
    const told = rounded(value, recordKey(secret, JSON.stringify(at)), 5);
    knowledge.push({ at: [index], by: [1], lower: told - 4, upper: told + 4 });
  }
  const sums = [...parts].map(([key, at]) => ({
    at: [...at, cells.findIndex((cell) => cell.key === key)],
    by: [...at.map(() => 1), -1],
    ...{ lower: 0, upper: 0 },
  }));
  return { cells, equations: [...to.equations, ...sums], knowledge };
}

/** Leaks where tables of three dimensions are answered beside what is published, but for what is refused. */
async function answering(country: Country, seed: number, isRefused: IsRefused): Promise<number> {
  const input = yearIn(country, seed);
  const { editions } = await publish(input);
  const refusing = new HiddenCells(editions);
  const { cells, equations } = freshly(input, ...editions).tables;
  let all: Told = { cells, equations, knowledge: [] };
  for (const by of triples) all = withTriple(all, by, input, (cell) => isRefused(cell, refusing));
  const { knowledge, ...tables } = all;
  const unknown = (at: number): boolean => at >= cells.length || cells[at]?.state === 'HIDDEN';
  const hidden = new Set([...tables.cells.keys()].filter(unknown));
  const bounds = await attack({ tables, hidden, clock: enough(), knowledge });
  const promises = new Map(
    tables.cells.flatMap(({ protection }, at) => (protection ? [[at, protection] as const] : [])),
  );
  return bounds ? leaks(bounds, promises).length : NaN;
}

describe.each(Object.values(countries).map((country) => [country.name, country] as const))('in %s', (_, country) => {
  const seeds = country.name === 'BW' ? [1, 2] : [1];

  test.each(seeds)('inside hidden cells they tell of them (%i)', async (seed) => {
    expect(await answering(country, seed, () => false)).toBeGreaterThan(0);
  });

  test.each(seeds)('outside of hidden cells they tell nothing of them (%i)', async (seed) => {
    expect(await answering(country, seed, (cell, hidden) => hidden.hold(cell))).toBe(0);
  });
});
