/** The share as it once was given, a row of each running case with nothing left out, is seen to leak beside the tables. */
import { publish } from '../../src/disclosure/publication';
import type { Floor } from '../../src/disclosure/linking';
import type { Place } from '../../src/disclosure/table-design';
import { lot } from './invented';
import { countries, incidents, mergedLists, populationsOf, yearOf, type Country } from './invented-tables';
import { attackOn } from './tables-cases';

const columns = ['place', 'gender', 'age', 'type', 'perpetrator'] as const;
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);

/** A row of the share: the month in which the case was opened, and the codes. */
type Shared = readonly string[];

function caseload(
  country: Country,
  seed: number,
): { readonly all: readonly Place[]; readonly share: readonly Shared[] } {
  const draw = lot(seed);
  const all = incidents(country, country.cases, draw);
  const share = all.map((values) => [months[draw(12)] ?? '', ...columns.map((name) => values[name] ?? '')]);
  return { all, share };
}

/** Rows that are the same, and how many of them there are. */
function alike(rows: readonly Shared[]): readonly { readonly row: Shared; readonly n: number }[] {
  const kinds = new Map<string, { row: Shared; n: number }>();
  for (const row of rows) kinds.set(row.join(), { row, n: (kinds.get(row.join())?.n ?? 0) + 1 });
  return [...kinds.values()];
}

/** What a reader has from it: so many there are at least of each kind, in the year of its months. */
const floorsOf = (share: readonly Shared[]): readonly Floor[] =>
  alike(share).map(({ row: [month = '', ...codes], n }) => ({
    ...{ population: 'incidents', period: month.slice(0, 4), n },
    codes: Object.fromEntries(columns.map((name, at) => [name, [codes[at] ?? '']])),
  }));

test.each(Object.values(countries).map((country) => [country.name, country] as const))(
  'in %s it tells of at least every fourth hidden cell more than may be told',
  async (_, country) => {
    const { all, share } = caseload(country, 1);
    const alone = alike(share).filter(({ n }) => n === 1);
    expect(alone.length / share.length).toBeGreaterThan(0.2);
    const populations = populationsOf(all);
    const input = { ...yearOf(country, 1), lists: mergedLists, floors: [], populations };
    const { editions } = await publish(input);
    expect((await attackOn(input, editions)).leaks).toEqual([]);
    const { hidden, leaks } = await attackOn({ ...input, floors: floorsOf(share) }, editions);
    expect(leaks.length).toBeGreaterThan(hidden / 4);
  },
);
