/**
 * Several editions of a release, attacked together with the tables of its period. Whoever withdraws leaves a release with
 * others, who go on being counted; and who kept an edition from before knows of those still.
 */
import { anonymise } from '../../src/disclosure/anonymise';
import { publish } from '../../src/disclosure/publication';
import type { Place } from '../../src/disclosure/table-design';
import { withdrawn, type PublishedRow } from '../../src/disclosure/withdrawal';
import { lot, rulesOf } from './invented';
import {
  countries,
  floorsOfRows,
  incidents,
  mergedLists,
  populationsOf,
  yearOf,
  type Country,
} from './invented-tables';
import { attackOn } from './tables-cases';

const k = { ZA: 5, ZW: 7, BW: 5 } as const;
type Code = keyof typeof k;
const seeds: Readonly<Record<Code, readonly number[]>> = { ZA: [1], ZW: [1, 4], BW: [1, 2, 3, 6] };

interface Told {
  /** Who is counted by the time when the tables are made. */
  readonly counted: readonly Place[];
  /** Rows of those of the first edition, and of the last. */
  readonly first: readonly PublishedRow[];
  readonly last: readonly PublishedRow[];
}

/** Three editions of a release: before each of the later ones somebody withdraws, or two do. */
function editionsOf(code: Code, country: Country, seed: number): Told {
  const draw = lot(seed);
  const all = incidents(country, country.cases, draw);
  const rules = rulesOf({ k: k[code] });
  const rows = all.map((values, at) => ({
    ...{ id: `${at}`, person: `${at}` },
    values: rules.columns.map(({ name }) => values[name] ?? ''),
  }));
  const first: PublishedRow[] = anonymise(rows, rules).released.map(({ row, values }) => ({ ...row, values }));
  const gone = new Set<string>();
  let last = first;
  for (let edition = 2; edition <= 3; edition++) {
    const those = new Set(Array.from({ length: 1 + draw(2) }, () => last[draw(last.length)]?.id ?? ''));
    for (const id of those) gone.add(id);
    const going = withdrawn(last, those, rules, draw);
    last = last.filter(({ id }) => !going.has(id));
  }
  const counted = all.filter((_, at) => !gone.has(`${at}`));
  return { counted, first: first.filter(({ id }) => !gone.has(id)), last };
}

const floorsOf = (rows: readonly PublishedRow[]) =>
  floorsOfRows(
    '2026',
    rows.map(({ values }) => values),
  );

/** Leaks of tables made beside some rows, to whoever knows of others. */
async function leaking(code: Code, seed: number, beside: 'first' | 'last', knowing: 'first' | 'last'): Promise<number> {
  const told = editionsOf(code, countries[code], seed);
  const populations = populationsOf(told.counted);
  const input = { ...yearOf(countries[code], seed), lists: mergedLists, populations };
  const { editions } = await publish({ ...input, floors: floorsOf(told[beside]) });
  return (await attackOn({ ...input, floors: floorsOf(told[knowing]) }, editions)).leaks.length;
}

const cases = (Object.keys(k) as Code[]).flatMap((code) => seeds[code].map((seed) => [code, seed] as const));

test.each(cases)(
  'tables of %s that were made beside all editions tell nothing to who kept them (%i)',
  async (...of) => {
    expect(await leaking(...of, 'first', 'first')).toBe(0);
    expect(await leaking(...of, 'first', 'last')).toBe(0);
  },
);

test('tables that were made beside the last edition alone are seen to tell who kept the first', async () => {
  expect(await leaking('BW', 2, 'last', 'last')).toBe(0);
  expect(await leaking('BW', 2, 'last', 'first')).toBeGreaterThan(0);
  expect(await leaking('BW', 6, 'last', 'first')).toBeGreaterThan(0);
});
