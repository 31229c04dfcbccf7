/** Whether a mapping is whole: what is unmapped, what it names that there is not, and what does not come back from DHIS2. */
import { periodTypeCodes, periodTypes } from '../../base/period/type';
import type { Text } from '../../base/locale';
import { eachOnce, type Fault } from './fault';
import type { DataSet, Entry, Mapping } from './mapping';
import { dhis2Period } from './period';
import type { Published } from './placing';
import { NOT_KNOWN, PLACE, type IndicatorRow } from './row';
import * as texts from './texts';
import { valuesOf, type Sending } from './values';

/** What is known of an indicator. */
export interface KnownIndicator {
  readonly code: string;
  /** COUNT, PER_CENT and so on. */
  readonly measure: string;
  /** By what it is told outside its country. */
  readonly dimensions: readonly string[];
  /** It counts activities, and is told by provinces everywhere. */
  readonly isOpen: boolean;
}

export interface Known {
  readonly indicators: readonly KnownIndicator[];
  /** The codes that a dimension can have; null: they are records of a country. */
  codesOf(dimension: string): readonly string[] | null;
  /** Null: nobody was asked. */
  readonly published: Published | null;
}

export interface Findings {
  /** Nothing is sent as long as there are any. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

const at = (line: number | null, text: Text): Fault => ({ line, text });

/** What can be said without any numbers. */
export function checkMapping(mapping: Mapping, known: Known): Findings {
  const faults = [...placeFaults(mapping, known.published), ...mapping.dataSets.flatMap((one) => typeFaults(one))];
  const warnings: Fault[] = [];
  const codes = known.indicators.map(({ code }) => code);
  for (const entry of mapping.dataSets.flatMap(({ entries }) => entries)) {
    const indicator = known.indicators.find(({ code }) => code === entry.indicator);
    if (!indicator) faults.push(at(entry.line, texts.noIndicator(entry.indicator, codes)));
    else faults.push(...entryFaults(entry, indicator, known));
    warnings.push(...unheardCodes(entry, known));
  }
  return { faults: eachOnce(faults), warnings: eachOnce(warnings) };
}

/** What the rows of these periods say of it, beside that. */
export function checkRows(mapping: Mapping, rows: readonly IndicatorRow[], asked: Omit<Sending, 'sent'>): Findings {
  const { periods } = asked;
  const { faults, warnings } = valuesOf(mapping, rows, { ...asked, sent: null });
  const meant = rows.filter((one) => isMeant(one, mapping));
  const gaps = Object.entries(gapTexts).flatMap(([gap, text]) =>
    meant.filter((one) => one.gap === gap).map(({ indicator, period }) => at(null, text(indicator, period))),
  );
  return {
    faults: eachOnce([...periodFaults(mapping, periods), ...strayRows(mapping, rows), ...faults]),
    warnings: [...eachOnce(gaps), ...warnings],
  };
}

/** Why a data set that takes it has no number of an indicator and a period: the file lacks it, and nobody is to take that for zero. */
const gapTexts: Readonly<Record<string, (indicator: string, period: string) => Text>> = {
  NOT_TOLD_SO: texts.notTogether,
  NOT_PUBLISHED: texts.notPublished,
  NOT_A_UNION: texts.notUnion,
  NOT_OVER: texts.notYet,
  NOT_MATURE: texts.notYet,
  NOT_SURVEYED: texts.notSurveyed,
};

/** Each data set is asked for all periods, and takes those of its type. */
function isMeant({ indicator, period }: IndicatorRow, { dataSets }: Mapping): boolean {
  const type = dhis2Period(period)?.type;
  return dataSets.some((one) => one.periodType === type && one.entries.some((entry) => entry.indicator === indicator));
}

/** Periods that no data set takes, or that are none. */
export function periodFaults({ dataSets }: Mapping, periods: readonly string[]): readonly Fault[] {
  const types = [...new Set(dataSets.map(({ periodType }) => periodType))];
  return periods.flatMap((id): Fault[] => {
    const period = dhis2Period(id);
    if (!period) return [at(null, texts.noPeriod(id))];
    return types.includes(period.type) ? [] : [at(null, texts.otherPeriods(id, period.type, types))];
  });
}

const offered: readonly string[] = periodTypeCodes.map((code) => periodTypes[code].dhis2);
/** The type of these ADX reads back as another. */
const lost = dhis2Period('2026NovQ1');

function typeFaults({ line, id, periodType }: DataSet): readonly Fault[] {
  if (offered.includes(periodType)) return [];
  const isLost = lost?.type === periodType && !lost.survives;
  return [at(line, (isLost ? texts.lostPeriods : texts.uncountedPeriods)(id, periodType, offered))];
}

function placeFaults({ orgUnits, country }: Mapping, published: Published | null): readonly Fault[] {
  if (!published) return [];
  const { place: kind, codes } = published;
  const named = [...orgUnits.keys()].filter((place) => place !== country && place !== NOT_KNOWN);
  const missing = named.some((place) => codes.includes(place)) ? codes.filter((place) => !orgUnits.has(place)) : [];
  return [
    ...named
      .filter((place) => !codes.includes(place))
      .map((place) => at(null, texts.notPublishedBy(country, texts.placeKinds[kind], codes, place))),
    ...missing.map((place) => at(null, texts.noUnit(place))),
  ];
}

function entryFaults(
  { line, by, targets }: Entry,
  { code, measure, dimensions, isOpen }: KnownIndicator,
  known: Known,
): readonly Fault[] {
  const wrong = by.filter((name) => !dimensions.includes(name));
  const isTooFine = isOpen && known.published?.place === 'ZONE' && by.includes(PLACE);
  return [
    ...(wrong.length > 0 ? [at(line, texts.notToldBy(code, wrong, dimensions))] : []),
    ...(targets.denominator && measure === 'COUNT' ? [at(line, texts.noDenominator(code))] : []),
    ...(isTooFine ? [at(line, texts.tooFine(code, PLACE))] : []),
  ];
}

/** Codes that a mapping names, and no table ever has. */
function unheardCodes({ line, by, combos }: Entry, known: Known): readonly Fault[] {
  const dimensions = by.filter((name) => name !== PLACE);
  return [...(combos?.keys() ?? [])].flatMap((codes) =>
    codes.split(',').flatMap((code, nth): Fault[] => {
      const dimension = dimensions[nth] ?? '';
      const list = known.codesOf(dimension);
      const isHeard = list === null || code === NOT_KNOWN || list.includes(code);
      return isHeard ? [] : [at(line, texts.noCode(dimension, code))];
    }),
  );
}

/** Rows of an indicator that no entry takes: it is told by something that the mapping does not name. */
function strayRows({ dataSets }: Mapping, rows: readonly IndicatorRow[]): readonly Fault[] {
  return rows.flatMap(({ indicator, dimensions, status }): Fault[] => {
    const entries = dataSets.flatMap((one) => one.entries).filter((entry) => entry.indicator === indicator);
    const names = dimensions.map(({ dimension }) => dimension);
    const isTaken = entries.some(({ by }) => by.length === names.length && names.every((name) => by.includes(name)));
    const [entry] = entries;
    if (!entry || isTaken || (status === 'MISSING' && names.length === 0)) return [];
    return [at(entry.line, texts.alwaysBy(indicator, names))];
  });
}
