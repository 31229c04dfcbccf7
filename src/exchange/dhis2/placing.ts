/** Where a row of a table goes: to which cells of which data sets, or why it goes nowhere. */
import { DEFAULT } from './data-value';
import type { Fault } from './fault';
import type { DataSet, Entry, Mapping } from './mapping';
import { dhis2Period } from './period';
import { NOT_KNOWN, PLACE, type IndicatorRow } from './row';
import * as texts from './texts';

/** The smallest places that a country is published by. */
export interface Published {
  readonly place: 'PROVINCE' | 'ZONE';
  /** Codes of its provinces, or zones. */
  readonly codes: readonly string[];
}

export interface Placed {
  readonly dataSet: DataSet;
  readonly entry: Entry;
  readonly orgUnit: string;
  /** Null: the default one. */
  readonly combo: string | null;
  /** For ADX: the option of each category; left out where one of them has no code. */
  readonly categories?: ReadonlyMap<string, string>;
}

export interface Placing {
  readonly placed: readonly Placed[];
  readonly faults: readonly Fault[];
}

const codeOf = ({ dimensions }: IndicatorRow, dimension: string): string =>
  dimensions.find((one) => one.dimension === dimension)?.code ?? NOT_KNOWN;

const isOf = (entry: Entry, { indicator, dimensions }: IndicatorRow): boolean =>
  entry.indicator === indicator &&
  entry.by.length === dimensions.length &&
  dimensions.every(({ dimension }) => entry.by.includes(dimension));

/** @param published null: it is not known how finely the country is published */
export function placingOf(row: IndicatorRow, mapping: Mapping, published: Published | null): Placing {
  if (row.country !== mapping.country) return { placed: [], faults: [otherCountry(row, mapping)] };
  const type = dhis2Period(row.period)?.type;
  const [placed, faults]: [Placed[], Fault[]] = [[], []];
  for (const dataSet of mapping.dataSets.filter(({ periodType }) => periodType === type))
    for (const entry of dataSet.entries.filter((one) => isOf(one, row))) {
      const found = placedIn(row, mapping, dataSet, entry, published);
      if (found && 'length' in found) faults.push(...found);
      else if (found) placed.push(found);
    }
  return { placed, faults };
}

function placedIn(
  row: IndicatorRow,
  mapping: Mapping,
  dataSet: DataSet,
  entry: Entry,
  published: Published | null,
): Placed | readonly Fault[] | null {
  const place = entry.by.includes(PLACE) ? codeOf(row, PLACE) : mapping.country;
  const codes = entry.by.filter((name) => name !== PLACE).map((name) => codeOf(row, name));
  const isBelow = place !== mapping.country && place !== NOT_KNOWN && published?.codes.includes(place) === false;
  if (isBelow) return [{ line: entry.line, text: texts.below(row.indicator, place, PLACE) }];
  const orgUnit = mapping.orgUnits.get(place);
  const combo = entry.combos ? entry.combos.get(codes.join(',')) : entry.combo;
  const faults = [
    ...(orgUnit === undefined ? [{ line: null, text: texts.noUnit(place) }] : []),
    ...(combo === undefined ? [{ line: entry.line, text: texts.noCombo(row.indicator, codes) }] : []),
  ];
  if (faults.length > 0) return faults;
  if (orgUnit === null || combo === null || orgUnit === undefined || combo === undefined) return null;
  return { dataSet, entry, orgUnit, combo: combo === DEFAULT ? null : combo, ...categoriesOf(mapping, entry, codes) };
}

function categoriesOf(mapping: Mapping, entry: Entry, codes: readonly string[]): Pick<Placed, 'categories'> {
  const named = entry.by
    .filter((name) => name !== PLACE)
    .map((name, at) => {
      const category = mapping.categories.get(name);
      return [category?.code, category?.options.get(codes[at] ?? NOT_KNOWN)] as const;
    });
  const known = named.filter((pair): pair is readonly [string, string] => pair.every((one) => one !== undefined));
  return named.length > 0 && known.length === named.length ? { categories: new Map(known) } : {};
}

const otherCountry = ({ country }: IndicatorRow, mapping: Mapping): Fault => ({
  line: null,
  text: texts.otherCountry(country, mapping.country),
});
