/** From what a country counted to the rows of an indicator: every period and code that there can be. */
import type { Locale } from '../../../base/locale';
import { periodsWithin, previous, type Period } from '../../../base/period/period';
import type { Indicator } from '../indicator';
import type { IndicatorGap } from '../indicator.codes';
import type { IndicatorDimension } from '../indicator.dimensions';
import { locksOf, periodOfLock, versionIn, type Lock } from '../lock/locked.sql';
import { notYet } from '../maturity';
import type { SurveyedValue } from './beside.sql';
import { toldBy, type Counted, type Narrowed } from './counts.sql';
import { lattice, toldOf, type Codes, type Places } from './lattice';
import type { TableRow } from './row';
import type { Targets } from './targets';
import { baselineOf, nothingBy, surveyedIn, valueOf, type Value } from './values';

/** What is known of a country, for its rows. */
export interface Known {
  readonly country: string;
  readonly periods: readonly Period[];
  readonly by: readonly IndicatorDimension[];
  readonly locale: Locale;
  readonly places: Places;
  readonly surveyed: readonly SurveyedValue[];
  readonly today: string;
  readonly targets: Targets;
  readonly narrowed: Narrowed;
  /** Why there is nothing of an indicator here, whatever the period; null where there is. */
  readonly missing: (indicator: Indicator) => IndicatorGap | null;
  readonly locks: readonly Lock[];
  /** As it is told: of what is locked, as it was. */
  readonly counted: readonly Counted[];
  /** As it is counted now. */
  readonly live: readonly Counted[];
}

export function rowsOfIndicator(indicator: Indicator, known: Known): readonly TableRow[] {
  const dimensions = toldBy(indicator, known.by);
  const ofIndicator = (all: readonly Counted[]) => all.filter((one) => one.indicator === indicator.code);
  const counted = ofIndicator(known.counted);
  const live = known.live === known.counted ? counted : ofIndicator(known.live);
  const found = [...counted, ...(live === counted ? [] : live), ...known.targets.cells(indicator, dimensions)];
  const codes = lattice(dimensions, known.places, found).filter(
    (one) => isTold(indicator, dimensions, one) && isAsked(known.narrowed, dimensions, one),
  );
  const told = codes.map((one) =>
    dimensions.map((dimension, at) => {
      return { dimension, ...toldOf(dimension, one[at] ?? null, known.places, known.locale) };
    }),
  );
  const values = new Values(indicator, codes, counted, known);
  const now = live === counted ? values : new Values(indicator, codes, live, known);
  const baseline = baselineOf(indicator.code, known.surveyed);
  const hidesRevisions = isOfPeople(indicator, dimensions);
  return known.periods.flatMap((period) => {
    const [own, earlier, current] = [values.of(period), previous(period), now.of(period)];
    const before = earlier && values.of(earlier);
    const held = heldBy(indicator, period, known.locks);
    return own.map((value, nth) => ({
      ...{ indicator, country: known.country, period, dimensions: told[nth] ?? [] },
      ...value,
      ...{ previous: before?.[nth]?.value ?? null, baseline },
      ...{ publishedOn: null, lockedOn: held?.lockedOn ?? null, version: held?.version ?? indicator.version },
      revised: hidesRevisions ? null : revisedTo(value, current[nth]),
      ...known.targets.of(indicator, period, dimensions, codes[nth] ?? []),
    }));
  });
}

const revisedTo = (told: Value, now: Value | undefined): Value | null =>
  now && (['value', 'numerator', 'denominator', 'gap'] as const).some((name) => told[name] !== now[name]) ? now : null;

/** By whom somebody is: a difference of one would say who was recorded late, or who withdrew. */
const isOfPeople = ({ of }: Indicator, dimensions: readonly IndicatorDimension[]): boolean =>
  of.kind === 'kept' && of.ofSurvivors && dimensions.some((name) => name !== 'ORGANISATION' && name !== 'PROVINCE');

/** How a value is held by locks: since when, and by which version it was counted then. */
interface Held {
  readonly lockedOn: string;
  readonly version: number;
}

/** By the last of its months' locks, and the oldest version; null where not all of them are, or not as a whole what does not add up. */
function heldBy(indicator: Indicator, period: Period, locks: readonly Lock[]): Held | null {
  const own = locksOf(indicator, locks);
  if (own.length === 0 || indicator.of.kind === 'surveyed') return null;
  const parts = indicator.of.kind === 'live' ? [period] : periodsWithin(period.from, period.to, 'MONTH');
  const found = parts.map((part) => own.find((one) => holds(indicator, one, part)));
  const all = found.flatMap((lock) => lock ?? []);
  if (all.length < parts.length) return null;
  return {
    lockedOn: all.reduce((last, { lockedOn }) => (lockedOn > last ? lockedOn : last), ''),
    version: Math.min(...all.map((lock) => versionIn(lock, indicator))),
  };
}

function holds({ of }: Indicator, lock: Lock, part: Period): boolean {
  if (of.kind === 'live') return lock.period === part.name;
  const { from, to } = periodOfLock(lock);
  return from <= part.from && part.to <= to;
}

/** What an indicator is narrowed to is told, and no other code; what is no share of a whole is not told as one. */
function isTold({ only = {}, shareOf }: Indicator, dimensions: readonly IndicatorDimension[], codes: Codes): boolean {
  return dimensions.every((dimension, at) => {
    const code = codes[at] ?? null;
    if (dimension === shareOf && code === null) return false;
    return only[dimension]?.includes(code ?? '') ?? true;
  });
}

/** Of a place or organisation alone the others are not told, as if they had nothing. */
function isAsked({ organisationId, provinceId }: Narrowed, dimensions: readonly IndicatorDimension[], codes: Codes) {
  const only = { ORGANISATION: organisationId, PROVINCE: provinceId } as const;
  return dimensions.every((dimension, at) => {
    const one = dimension === 'ORGANISATION' || dimension === 'PROVINCE' ? only[dimension] : null;
    return one === null || one === codes[at];
  });
}

const keyOf = (period: string, codes: Codes): string => `${period}\n${codes.join('\n')}`;

/** The values of an indicator: of each period those of all codes, reckoned once. */
class Values {
  private readonly cells = new Map<string, Counted[]>();
  private readonly known = new Map<string, readonly Value[]>();

  constructor(
    private readonly indicator: Indicator,
    private readonly codes: readonly Codes[],
    counted: readonly Counted[],
    private readonly country: Known,
  ) {
    for (const one of counted) {
      const key = keyOf(one.period, one.codes);
      const found = this.cells.get(key);
      if (found) found.push(one);
      else this.cells.set(key, [one]);
    }
  }

  of(period: Period): readonly Value[] {
    let found = this.known.get(period.name);
    if (!found) this.known.set(period.name, (found = this.reckon(period)));
    return found;
  }

  private reckon(period: Period): readonly Value[] {
    const { indicator, country } = this;
    const surveyed = indicator.of.kind === 'surveyed' ? surveyedIn(period, indicator.code, country.surveyed) : null;
    const gap = surveyed ? null : (country.missing(indicator) ?? notYet(indicator, period, country.today));
    const same = surveyed ?? (gap && nothingBy(gap));
    return this.codes.map(
      (codes) => same ?? valueOf(indicator, this.cells.get(keyOf(period.name, codes)) ?? [], this.whole(period, codes)),
    );
  }

  /** Of what is told as a share of all: what the shares are of, over every code of that dimension. */
  private whole(period: Period, codes: Codes): number | null {
    const { shareOf } = this.indicator;
    if (!shareOf) return null;
    const at = toldBy(this.indicator, this.country.by).indexOf(shareOf);
    const of = lattice([shareOf], this.country.places, []).map(([code = null]) => codes.with(at, code));
    const lines = of.flatMap((all) => this.cells.get(keyOf(period.name, all)) ?? []);
    return lines.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  }
}
