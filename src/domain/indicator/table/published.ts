/** What the region is told of survivors: looked up in what countries published, and never counted anew. */
import { dayIn } from '../../../base/calendar';
import { REGION } from '../../../base/countries';
import { globalId } from '../../../base/global-id';
import type { Locale } from '../../../base/locale';
import { periodOf, previous, unionOf, type Period } from '../../../base/period/period';
import type { PeriodTypeCode } from '../../../base/period/type';
import { raw, sql, type Sql } from '../../../base/sql';
import { ratioOf } from '../../../disclosure/ratio';
import type { Indicator } from '../indicator';
import type { IndicatorDimension } from '../indicator.dimensions';
import type { Kept } from '../counting/counting';
import { notYet } from '../maturity';
import { NOT_KNOWN } from '../publication/publication.codes';
import { publishedAs } from '../publication/publication.plan';
import { placesStatement, type SurveyedValue } from './beside.sql';
import { toldBy } from './counts.sql';
import type { Place } from './lattice';
import { orderOf, toldAs, type PublishedPlaces } from './published.codes';
import { besideNothing, type TableRow } from './row';
import type { Targets } from './targets';
import { baselineOf, nothingBy, type Value } from './values';

type Hidden = Indicator & { readonly of: Kept };

/** As it lies in the table of published cells. */
interface Cell {
  readonly period: string;
  readonly population: string;
  readonly dimensions: string;
  readonly codes: readonly string[];
  readonly value: number | null;
  readonly isRounded: boolean;
}

interface PeriodRow {
  readonly series: string;
  readonly period: string;
  readonly parts: readonly string[] | null;
  readonly k: number;
  /** A day of the country’s calendar. */
  readonly publishedOn: string;
}

export interface Lookup {
  readonly indicators: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly by: readonly IndicatorDimension[];
  readonly country: string;
  readonly timezone: string;
  /** Asked of one organisation or province. */
  readonly isNarrowed: boolean;
  readonly locale: Locale;
  readonly surveyed: readonly SurveyedValue[];
  readonly targets: Targets;
}

export interface Asking {
  query<Row extends object>(statement: Sql): Promise<Row[]>;
}

const keyOfDimensions = (names: readonly IndicatorDimension[]): string => [...names].sort().join(',');

/** Populations of an indicator: what it counts, and what that is a share of. */
const populations = (one: Hidden): readonly string[] =>
  [one.numerator, ...(one.denominator === undefined ? [] : [one.denominator])].flatMap(
    (measure) => publishedAs(one, measure)?.population ?? [],
  );

export async function publishedRows(asking: Asking, lookup: Lookup): Promise<readonly TableRow[]> {
  const hidden = lookup.indicators as readonly Hidden[];
  const dimensions = hidden.flatMap((one) => {
    const told = toldBy(one, lookup.by);
    return [told, told.filter((name) => name !== one.shareOf)].map(keyOfDimensions);
  });
  const [periods, cells, provinces, organisations] = await Promise.all([
    asking.query<PeriodRow>(
      raw(`SELECT p.series, p.period, p.parts, z.release_k AS k, p.published_on::text AS "publishedOn"
        FROM published_period p, country z`),
    ),
    asking.query<Cell>(sql`SELECT period, population, dimensions, codes, value, is_rounded AS "isRounded" FROM published_cell
      WHERE population = ANY(${[...new Set(hidden.flatMap(populations))]}::text[])
        AND dimensions = ANY(${[...new Set(dimensions)]}::text[]) AND period = ANY(${periodNames(lookup.periods)}::text[])`),
    lookup.by.includes('PROVINCE')
      ? asking.query<{ code: string; name: string }>(raw('SELECT code, name FROM province ORDER BY code'))
      : [],
    lookup.by.includes('ORGANISATION') ? asking.query<Place>(placesStatement.organisations) : [],
  ]);
  const places = [
    ...provinces.map(({ code, name }) => ({ id: code, told: code, label: name })),
    ...organisations.map((one) => ({ ...one, told: globalId('Organisation', lookup.country, one.id) })),
  ];
  const told = new Published(lookup, periods, cells, new Map(places.map((place) => [place.id, place])));
  return hidden.flatMap((one) => told.rowsOf(one));
}

/** The periods, those before them, and whatever they may be made of. */
function periodNames(periods: readonly Period[]): string[] {
  const all = periods.flatMap((period) => [period, previous(period) ?? period]);
  const parts = all.flatMap((period) =>
    (['QUARTER', 'HALF_YEAR'] as const).flatMap((type) => unionOf(period, type) ?? []),
  );
  return [...new Set([...all, ...parts].map(({ name }) => name))];
}

/** Where nothing smaller is told, in any country. */
const THRESHOLDS = { plain: 5, sensitive: 10 };
const LEAST_DENOMINATOR = 20;

/** A count as it is told: null is hidden; undefined: there is none. */
type Told = { readonly value: number | null; readonly isRounded: boolean } | undefined;

class Published {
  private readonly cells = new Map<string, Cell>();
  /** Of each series the kind of its periods. */
  private readonly finest: ReadonlyMap<string, PeriodTypeCode>;
  /** On which day each period of a series was published. */
  private readonly published: ReadonlyMap<string, string>;
  /** By which dimensions anything is told of a period. */
  private readonly told: ReadonlySet<string>;
  private readonly plain: number;

  constructor(
    private readonly lookup: Lookup,
    periods: readonly PeriodRow[],
    cells: readonly Cell[],
    private readonly places: PublishedPlaces,
  ) {
    for (const cell of cells) this.cells.set(keyOf(cell), cell);
    this.told = new Set(cells.map(({ dimensions, period }) => `${dimensions} ${period}`));
    this.finest = new Map(
      periods.flatMap(({ series, period, parts }) => {
        const found = parts ? null : periodOf(period);
        return found ? [[series, found.type] as const] : [];
      }),
    );
    this.published = new Map(
      periods.map(({ series, period, publishedOn }) => [`${series} ${period}`, publishedOn] as const),
    );
    this.plain = Math.max(THRESHOLDS.plain, periods[0]?.k ?? 0);
  }

  rowsOf(indicator: Hidden): readonly TableRow[] {
    const { periods, country } = this.lookup;
    const dimensions = toldBy(indicator, this.lookup.by);
    const combinations = this.codesOf(indicator, dimensions);
    return periods.flatMap((period) =>
      combinations.map((codes) => {
        const before = previous(period);
        const value = this.valueAt(indicator, period, dimensions, codes);
        return {
          ...{ indicator, version: indicator.version, country, period },
          dimensions: codes.map((code, at) =>
            toldAs(dimensions[at] as IndicatorDimension, code, this.places, this.lookup.locale),
          ),
          ...value,
          ...besideNothing,
          publishedOn: this.publishedOn(indicator, period, value),
          previous: before && this.valueAt(indicator, before, dimensions, codes).value,
          baseline: baselineOf(indicator.code, this.lookup.surveyed),
          ...this.lookup.targets.of(indicator, period, dimensions, codes),
        };
      }),
    );
  }

  /** Whatever is published of it by these dimensions, in the order of the codes; of nothing, one cell without codes. */
  private codesOf(indicator: Hidden, dimensions: readonly IndicatorDimension[]): readonly (readonly string[])[] {
    const population = publishedAs(indicator, indicator.numerator)?.population;
    const key = keyOfDimensions(dimensions);
    const sorted = [...dimensions].sort();
    const found = new Map<string, readonly string[]>();
    for (const cell of this.cells.values()) {
      if (cell.population !== population || cell.dimensions !== key) continue;
      const codes = dimensions.map((name) => cell.codes[sorted.indexOf(name)] ?? NOT_KNOWN);
      found.set(codes.join('\n'), codes);
    }
    const places = dimensions.map((name) => orderOf(name, this.places));
    const all = [...found.values()].sort((a, b) => {
      const at = a.findIndex((code, nth) => code !== b[nth]);
      return at < 0
        ? 0
        : (places[at]?.(a[at] ?? '') ?? 0) - (places[at]?.(b[at] ?? '') ?? 0) || (a[at]! < b[at]! ? -1 : 1);
    });
    return all.length > 0 ? all : [[]];
  }

  private valueAt(
    indicator: Hidden,
    period: Period,
    dimensions: readonly IndicatorDimension[],
    codes: readonly string[],
  ): Value {
    if (this.lookup.country === REGION) return nothingBy('NOT_OF_REGION');
    // Of one place or organisation alone nothing is published but what is told by places.
    if (this.lookup.isNarrowed) return nothingBy('NOT_TOLD_SO');
    const as = publishedAs(indicator, indicator.numerator);
    const gap = this.gapOf(indicator, period, as?.series ?? null);
    if (gap) return gap;
    const at = dimensions.map((name, nth) => [name, codes[nth] ?? NOT_KNOWN] as const);
    const numerator = this.countOf(indicator, indicator.numerator, period, at);
    if (numerator === undefined) return nothingBy('NOT_TOLD_SO');
    if (indicator.denominator === undefined) return countOf(numerator);
    const whole = at.filter(([name]) => name !== indicator.shareOf);
    const denominator = this.countOf(indicator, indicator.denominator, period, whole);
    if (denominator === undefined || numerator.isRounded) return nothingBy('NOT_TOLD_SO');
    const isSensitive = as?.sensitive || codes.some((code) => sensitiveCodes.has(code));
    const threshold = isSensitive ? Math.max(THRESHOLDS.sensitive, this.plain) : this.plain;
    const { value, status } = ratioOf(numerator, denominator, { threshold, leastDenominator: LEAST_DENOMINATOR });
    if (status === 'MISSING') return { ...nothingBy('NO_DENOMINATOR'), numerator: 0, denominator: 0 };
    return { value, numerator: numerator.value, denominator: denominator.value, status, gap: null };
  }

  /** Of what was not published as a whole, the day of the last of its parts; of what is not told, none. */
  private publishedOn(indicator: Hidden, period: Period, { gap }: Value): string | null {
    const series = publishedAs(indicator, indicator.numerator)?.series;
    if (series === undefined || (gap !== null && gap !== 'NO_DENOMINATOR')) return null;
    const dayOf = (name: string): string | undefined => this.published.get(`${series} ${name}`);
    const finest = this.finest.get(series);
    const parts = (finest && unionOf(period, finest)) ?? [];
    const days = parts.flatMap(({ name }) => dayOf(name) ?? []).sort();
    return dayOf(period.name) ?? days.at(-1) ?? null;
  }

  private gapOf(indicator: Hidden, period: Period, series: string | null): Value | null {
    const notOver = notYet({ ...indicator, matureAfterDays: 0 }, period, dayIn(this.lookup.timezone));
    if (notOver) return nothingBy(notOver);
    if (series === null || indicator.measure.startsWith('MEDIAN')) return nothingBy('NOT_TOLD_SO');
    const finest = this.finest.get(series);
    if (!finest) return nothingBy('NOT_PUBLISHED');
    const parts = unionOf(period, finest);
    if (!parts) return nothingBy('NOT_A_UNION');
    return parts.every(({ name }) => this.published.has(`${series} ${name}`)) ? null : nothingBy('NOT_PUBLISHED');
  }

  /** As it was published of the period; of what was not, what its parts add up to, where nothing of them is hidden. */
  private countOf(
    indicator: Hidden,
    measure: string,
    period: Period,
    at: readonly (readonly [IndicatorDimension, string])[],
  ): Told {
    const as = publishedAs(indicator, measure);
    if (!as) return undefined;
    const sorted = [...at].sort(([a], [b]) => (a < b ? -1 : 1));
    const place = {
      population: as.population,
      dimensions: sorted.map(([name]) => name).join(','),
      codes: sorted.map(([, code]) => code),
    };
    const own = this.cells.get(keyOf({ ...place, period: period.name }));
    if (own) return own;
    const finest = this.finest.get(as.series);
    const parts = (finest && unionOf(period, finest)) ?? [];
    return added(
      parts.map(({ name }) => this.cells.get(keyOf({ ...place, period: name })) ?? this.zeroOf(place.dimensions, name)),
    );
  }

  /** Of what is told roughly, what is not there was nothing. */
  private zeroOf(dimensions: string, period: string): Told {
    const isRough = dimensions.split(',').length > 2;
    return isRough && this.told.has(`${dimensions} ${period}`) ? { value: 0, isRounded: true } : undefined;
  }
}

const keyOf = ({ period, population, dimensions, codes }: Omit<Cell, 'value' | 'isRounded'>): string =>
  [period, population, dimensions, ...codes].join('\n');

const sensitiveCodes: ReadonlySet<string> = new Set(['LAW_ENFORCEMENT', 'GENDER_DIVERSE']);

const countOf = ({ value, isRounded }: NonNullable<Told>): Value => ({
  ...{ value, numerator: value, denominator: null, gap: null },
  status: value === null ? 'SUPPRESSED' : isRounded ? 'ROUNDED' : 'EXACT',
});

function added(counts: readonly Told[]): Told {
  if (counts.length === 0 || counts.some((one) => one === undefined)) return undefined;
  const known = counts as readonly NonNullable<Told>[];
  const isRounded = known.some((one) => one.isRounded);
  if (known.some(({ value }) => value === null)) return { value: null, isRounded };
  return { value: known.reduce((sum, { value }) => sum + (value ?? 0), 0), isRounded };
}
