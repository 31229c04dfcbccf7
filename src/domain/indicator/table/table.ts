/** A table of indicators: each country counts its own, and what comes back is put side by side. */
import type { Pool } from 'pg';
import type { Actor } from '../../../base/actor';
import { dayIn } from '../../../base/calendar';
import type { CountryReader, RequestContext } from '../../../base/context';
import type { Locale } from '../../../base/locale';
import { globalId } from '../../../base/global-id';
import { badInput } from '../../../base/errors';
import { previous, type Period } from '../../../base/period/period';
import { outOfService } from '../../../base/refusals';
import type { Sql } from '../../../base/sql';
import { isUnavailable } from '../../../database/unavailable';
import type { Indicator } from '../indicator';
import type { IndicatorDimension } from '../indicator.dimensions';
import type { IndicatorGap } from '../indicator.codes';
import {
  asOfStatement,
  countsStatement,
  isHidden,
  placesStatement,
  surveysStatement,
  toldBy,
  type Counted,
  type Narrowed,
  type SurveyedValue,
} from './counts.sql';
import type { TableOf } from './asked';
import { lattice, sizeOfLattice, toldOf, type Codes, type Places } from './lattice';
import { publishedRows } from './published';
import type { TableRow } from './row';
import { noTargets, Targets, targetsStatement, type SetTarget } from './targets';
import { baselineOf, notYet, nothingBy, surveyedIn, valueOf, type Value } from './values';

export interface CountryOfTable {
  readonly country: string;
  readonly asOf: string | null;
  readonly gap: IndicatorGap | null;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly countries: readonly CountryOfTable[];
}

/** Rows that a table has at most. */
export const MOST_ROWS = 20_000;

/** What is asked, of whom, for whom. */
export interface Question extends TableOf {
  readonly isRegion: boolean;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly narrowed: (country: string) => Narrowed;
}

/** @throws ApiError UNAVAILABLE where the country does not answer, or one of those that all have to */
export async function tableFrom(
  ctx: Pick<RequestContext, 'told' | 'requiresAll' | 'app'>,
  readers: readonly CountryReader[],
  question: Question,
): Promise<Table> {
  const answers = await Promise.all(
    readers.map(async (reader) => {
      try {
        return await answerOf(reader, ctx.app.countries.get(reader.code)?.timezone ?? 'UTC', question);
      } catch (error) {
        if (!isUnavailable(error as Error)) throw error;
        if (!question.isRegion || ctx.requiresAll) throw outOfService([reader.code]);
        ctx.told.away.add(reader.code);
        return unanswered(reader.code, question);
      }
    }),
  );
  return { rows: answers.flatMap(({ rows }) => rows), countries: answers.map(({ country }) => country) };
}

interface Answer {
  readonly rows: readonly TableRow[];
  readonly country: CountryOfTable;
}

function unanswered(country: string, question: Question): Answer {
  const none = { dimensions: [], previous: null, baseline: null, ...noTargets, ...nothingBy('NO_ANSWER') };
  const rows = question.indicators.flatMap((indicator) =>
    question.periods.map((period) => ({ indicator, country, period, ...none })),
  );
  return { rows, country: { country, asOf: null, gap: 'NO_ANSWER' } };
}

const rowsOf = async <Row extends object>(pool: Pool, { text, values }: Sql): Promise<Row[]> =>
  (await pool.query<Row>(text, [...values])).rows;

async function answerOf(reader: CountryReader, timezone: string, question: Question): Promise<Answer> {
  const { code, pool } = reader;
  const { indicators, by, isRegion } = question;
  const places = await placesOf(reader, by);
  assertSize(question, places);
  const periods = withPrevious(question.periods);
  const narrowed = question.narrowed(code);
  const counts = countsStatement({ indicators, periods, by, isRegion, ...narrowed });
  const [counted, surveyed, targets, [state]] = await Promise.all([
    counts ? rowsOf<Counted>(pool, counts) : [],
    rowsOf<SurveyedValue>(pool, surveysStatement(indicators.map((one) => one.code))),
    rowsOf<SetTarget>(pool, targetsStatement({ ...question, ...narrowed })),
    rowsOf<{ asOf: string }>(pool, asOfStatement),
  ]);
  const known: Known = {
    ...question,
    places,
    surveyed,
    targets: new Targets(targets, code, narrowed),
    country: code,
    today: dayIn(timezone),
    cells: cellsOf(counted),
  };
  const lookup = { indicators: indicators.filter((one) => isRegion && isHidden(one)), periods: question.periods, by };
  const published =
    lookup.indicators.length === 0
      ? []
      : await publishedRows({ query: (statement) => rowsOf(pool, statement) }, { ...known, ...lookup, timezone });
  const rows = indicators.flatMap((one) =>
    isRegion && isHidden(one)
      ? published.filter(({ indicator }) => indicator === one)
      : rowsOfIndicator(one, counted, known),
  );
  return { rows, country: { country: code, asOf: state?.asOf ?? null, gap: null } };
}

/** What a value is held against: the period before each. */
const withPrevious = (periods: readonly Period[]): readonly Period[] => {
  const all = periods.flatMap((period) => [period, previous(period) ?? period]);
  return [...new Map(all.map((period) => [period.name, period])).values()];
};

async function placesOf({ pool, code: country }: CountryReader, by: readonly IndicatorDimension[]): Promise<Places> {
  const [provinces, found] = await Promise.all([
    by.includes('PROVINCE') ? rowsOf<Places['provinces'][number]>(pool, placesStatement.provinces) : [],
    by.includes('ORGANISATION') ? rowsOf<Places['organisations'][number]>(pool, placesStatement.organisations) : [],
  ]);
  const organisations = found.map((one) => ({ ...one, told: globalId('Organisation', country, one.id) }));
  return { provinces, organisations };
}

/** Of organisations only those that count something are told, so that all of them need not fit. */
function assertSize({ indicators, periods, by }: Question, places: Places): void {
  const bounded = { ...places, organisations: places.organisations.slice(0, 20) };
  const size = indicators.reduce((sum, one) => sum + sizeOfLattice(toldBy(one, by), bounded), 0) * periods.length;
  if (size > MOST_ROWS)
    throw badInput(
      `This table could have ${size} rows; at most ${MOST_ROWS} are told. Ask for fewer indicators, periods or dimensions at a time.`,
      `Esta tabela poderia ter ${size} linhas; indicam-se no máximo ${MOST_ROWS}. Peça menos indicadores, períodos ou dimensões de cada vez.`,
      { size, maximum: MOST_ROWS },
    );
}

type Cells = ReadonlyMap<string, readonly Counted[]>;

interface Known extends Question {
  readonly places: Places;
  readonly surveyed: readonly SurveyedValue[];
  readonly targets: Targets;
  readonly country: string;
  readonly today: string;
  readonly cells: Cells;
}

const keyOf = (indicator: string, period: string, codes: Codes): string => JSON.stringify([indicator, period, codes]);

function cellsOf(counted: readonly Counted[]): Cells {
  const cells = new Map<string, Counted[]>();
  for (const one of counted) {
    const key = keyOf(one.indicator, one.period, one.codes);
    const found = cells.get(key);
    if (found) found.push(one);
    else cells.set(key, [one]);
  }
  return cells;
}

function rowsOfIndicator(indicator: Indicator, counted: readonly Counted[], known: Known): readonly TableRow[] {
  const dimensions = toldBy(indicator, known.by);
  const found = counted.filter((one) => one.indicator === indicator.code);
  const cells = [...found, ...known.targets.cells(indicator, dimensions)];
  const told = lattice(dimensions, known.places, cells).filter((codes) => isTold(indicator, dimensions, codes));
  const baseline = baselineOf(indicator.code, known.surveyed);
  return known.periods.flatMap((period) =>
    told.map((codes) => {
      const before = previous(period);
      return {
        ...{ indicator, country: known.country, period },
        dimensions: dimensions.map((dimension, at) => {
          return { dimension, ...toldOf(dimension, codes[at] ?? null, known.places, known.locale) };
        }),
        ...valueAt(indicator, period, codes, known),
        previous: before && valueAt(indicator, before, codes, known).value,
        baseline,
        ...known.targets.of(indicator, period, dimensions, codes),
      };
    }),
  );
}

/** What an indicator is narrowed to is told, and no other code; what is no share of a whole is not told as one. */
function isTold({ only = {}, shareOf }: Indicator, dimensions: readonly IndicatorDimension[], codes: Codes): boolean {
  return dimensions.every((dimension, at) => {
    const code = codes[at] ?? null;
    if (dimension === shareOf && code === null) return false;
    return only[dimension]?.includes(code ?? '') ?? true;
  });
}

function valueAt(indicator: Indicator, period: Period, codes: Codes, known: Known): Value {
  if (indicator.of.kind === 'surveyed') return surveyedIn(period, indicator.code, known.surveyed);
  const gap = notYet(indicator, period, known.today);
  if (gap) return nothingBy(gap);
  const lines = known.cells.get(keyOf(indicator.code, period.name, codes)) ?? [];
  return valueOf(indicator, lines, wholeOf(indicator, period, codes, known));
}

/** Of what is told as a share of all: what the shares are of, over every code of that dimension. */
function wholeOf(indicator: Indicator, period: Period, codes: Codes, known: Known): number | null {
  const { shareOf } = indicator;
  if (!shareOf) return null;
  const dimensions = toldBy(indicator, known.by);
  const at = dimensions.indexOf(shareOf);
  const of = lattice([shareOf], known.places, []).map(([code]) => codes.map((one, nth) => (nth === at ? code : one)));
  const lines = of.flatMap((all) => known.cells.get(keyOf(indicator.code, period.name, all as Codes)) ?? []);
  return lines.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
}
