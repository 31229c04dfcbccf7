/** Invented countries with a year of cases each, as unevenly spread as real ones, and the tables that are published. */
import type { CubeRow, Population } from '../../src/disclosure/edition';
import type { PublicationInput } from '../../src/disclosure/publication';
import {
  coarsening,
  type Dimension,
  type Merge,
  type Place,
  type TableDesign,
} from '../../src/disclosure/table-design';
import { anonymise } from '../../src/disclosure/anonymise';
import type { Floor } from '../../src/disclosure/linking';
import { classesOf, type ReleasedValues } from '../../src/disclosure/release-rules';
import { lot, rulesOf, type Draw } from './invented';

export interface Country {
  readonly name: string;
  readonly cases: number;
  readonly places: number;
  readonly organisations: number;
  /** In a year. */
  readonly periods: number;
}

export const countries = {
  ZA: { name: 'ZA', cases: 4_000, places: 9, organisations: 6, periods: 4 },
  ZW: { name: 'ZW', cases: 2_500, places: 10, organisations: 5, periods: 2 },
  BW: { name: 'BW', cases: 400, places: 3, organisations: 3, periods: 2 },
  MZ: { name: 'MZ', cases: 900, places: 3, organisations: 4, periods: 2 },
} satisfies Record<string, Country>;

const numbered = (letter: string, n: number): readonly string[] =>
  Array.from({ length: n }, (_, at) => `${letter}${at}`);

export const dimensionsOf = ({ places, organisations }: Country): readonly Dimension[] => [
  { name: 'place', codes: numbered('P', places) },
  { name: 'type', codes: ['PHYSICAL', 'RAPE', 'EMOTIONAL', 'ECONOMIC', 'ASSAULT', 'MARRIAGE'] },
  {
    name: 'perpetrator',
    codes: ['CLIENT', 'POLICE', 'PARTNER', 'PUBLIC', 'VENUE', 'UNKNOWN'],
    sensitive: ['POLICE'],
  },
  { name: 'gender', codes: ['WOMAN', 'MAN', 'TRANS', 'NON_BINARY'], sensitive: ['TRANS', 'NON_BINARY'] },
  { name: 'age', codes: ['25-34', '18-24', '35-49', '50+', 'UNKNOWN'] },
  { name: 'organisation', codes: numbered('O', organisations) },
];

export const merges: readonly Merge[] = [
  { dimension: 'type', codes: ['ASSAULT', 'MARRIAGE'], into: 'ASSAULT_OR_MARRIAGE' },
  { dimension: 'gender', codes: ['TRANS', 'NON_BINARY'], into: 'TRANS_OR_NON_BINARY' },
  { dimension: 'age', codes: ['35-49', '50+'], into: '35+' },
];

const table = (population: string, ...by: readonly string[]): TableDesign => ({
  name: `${population} by ${by.join(' and ')}`,
  population,
  by,
});

export const tables: readonly TableDesign[] = [
  table('incidents', 'place', 'type'),
  table('incidents', 'place', 'perpetrator'),
  table('incidents', 'place', 'gender'),
  table('incidents', 'place', 'age'),
  table('incidents', 'type', 'perpetrator'),
  table('incidents', 'type', 'gender'),
  table('incidents', 'type', 'age'),
  table('incidents', 'perpetrator', 'gender'),
  table('incidents', 'perpetrator', 'age'),
  table('incidents', 'gender', 'age'),
  table('incidents', 'organisation', 'type'),
  table('incidents', 'organisation', 'place'),
];

/** Of those who had been raped some had PEP, and of all of them some were referred. */
export const partTables: readonly TableDesign[] = [
  table('pep', 'place'),
  table('pep', 'gender'),
  table('pep', 'age'),
  table('referred', 'place', 'type'),
  table('referred', 'gender'),
];

const weights = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => 1 / (at + 1) ** 1.3);

function pick<T>(draw: Draw, list: readonly T[], by: readonly number[]): T {
  let left = (draw(1_000_000) / 1_000_000) * by.reduce((sum, one) => sum + one, 0);
  return list[by.findIndex((one) => (left -= one) < 0)] ?? (list[0] as T);
}

/** Whoever is in a place is most often with the organisations of that place. */
export function incidents(country: Country, n: number, draw: Draw): readonly Place[] {
  const dimensions = dimensionsOf(country);
  return Array.from({ length: n }, () =>
    Object.fromEntries(
      dimensions.map(({ name, codes }) => {
        if (name === 'gender') return [name, pick(draw, codes, [0.86, 0.05, 0.07, 0.02])];
        if (name === 'age') return [name, pick(draw, codes, [0.42, 0.25, 0.2, 0.05, 0.08])];
        if (name === 'type') return [name, pick(draw, codes, [0.34, 0.2, 0.2, 0.15, 0.1, 0.01])];
        if (name === 'perpetrator') return [name, pick(draw, codes, [0.42, 0.2, 0.15, 0.1, 0.08, 0.05])];
        return [name, pick(draw, codes, weights(codes.length))];
      }),
    ),
  );
}

export const cubeOf = (all: readonly Place[]): readonly CubeRow[] => all.map((values) => ({ values, n: 1 }));

/** Nobody is drawn for a part who is not in the whole. */
export const populationsOf = (all: readonly Place[], draw?: Draw): readonly Population[] => {
  const whole = { name: 'incidents', cube: cubeOf(all) };
  if (!draw) return [whole];
  const pep = all.filter(({ type }) => type === 'RAPE' && draw(100) < 60);
  const referred = all.filter(() => draw(100) < 35);
  return [
    whole,
    { name: 'pep', of: 'incidents', sensitive: true, cube: cubeOf(pep) },
    { name: 'referred', of: 'incidents', cube: cubeOf(referred) },
  ];
};

export const thresholds = { plain: 5, sensitive: 10 };
export const seeds: readonly number[] = Array.from({ length: 25 }, (_, at) => at + 1);

/** A country that has none gives no rows. */
const releaseK: Readonly<Record<string, number>> = { ZA: 5, ZW: 7, BW: 5 };

const wide: Readonly<Record<string, readonly string[]>> = { '18-34': ['18-24', '25-34'], '35+': ['35-49', '50+'] };

/** The rows that the country gives away of the same people. */
export function floorsOf({ name }: Country, period: string, all: readonly Place[]): readonly Floor[] {
  const k = releaseK[name];
  if (k === undefined) return [];
  const rules = rulesOf({ k });
  const rows = all.map((values, at) => ({
    ...{ id: `${at}`, person: `${at}` },
    values: rules.columns.map((column) => values[column.name] ?? ''),
  }));
  return floorsOfRows(
    period,
    anonymise(rows, rules).released.map(({ values }) => values),
  );
}

/** What rows that are given away tell of the incidents of a period: so many there are at least of each kind. */
export function floorsOfRows(period: string, rows: readonly ReleasedValues[]): readonly Floor[] {
  const { columns } = rulesOf({ k: 0 });
  return [...classesOf(rows, (values) => values).values()].map((alike) => ({
    ...{ population: 'incidents', period, n: alike.length },
    codes: Object.fromEntries(
      columns.flatMap((column, at) => {
        const told = alike[0]?.[at] ?? null;
        return told === null ? [] : [[column.name, wide[told] ?? [told]]];
      }),
    ),
  }));
}

const lists = coarsening([...tables, ...partTables], merges);
/** As a country's profile begins, whose rare codes are never told apart. */
export const mergedLists = lists.filter(({ name }) => name !== 'FULL');

type Settings = Omit<PublicationInput, 'period' | 'populations' | 'floors'>;

const settingsOf = (country: Country): Settings => ({
  ...{ unions: [], earlier: [], thresholds, lists },
  dimensions: dimensionsOf(country),
});

/** A year of a country as one period, with the parts of its people and the rows that are given away of them. */
export function yearOf(country: Country, seed: number): PublicationInput {
  const draw = lot(seed);
  const all = incidents(country, country.cases, draw);
  const floors = floorsOf(country, '2026', all);
  return { ...settingsOf(country), period: '2026', populations: populationsOf(all, draw), floors };
}

/** The finest periods of two years in their order, years with their last period. */
export function periodsOf(country: Country, seed: number): readonly Omit<PublicationInput, 'earlier'>[] {
  const draw = lot(seed);
  return [2026, 2027].flatMap((year) => {
    const names = Array.from({ length: country.periods }, (_, at) => `${year}-${at + 1}`);
    return names.map((period) => {
      const all = incidents(country, Math.round(country.cases / country.periods), draw);
      return {
        ...settingsOf(country),
        ...{ period, populations: populationsOf(all, draw), floors: floorsOf(country, period, all) },
        unions: period === names.at(-1) ? [{ period: `${year}`, of: names }] : [],
      };
    });
  });
}
