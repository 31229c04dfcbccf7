/** A table of indicators: each country counts its own, and what comes back is put side by side. */
import type { Pool } from 'pg';
import type { Actor } from '../../../base/actor';
import { dayIn } from '../../../base/calendar';
import type { CountryReader, RequestContext } from '../../../base/context';
import type { Locale } from '../../../base/locale';
import { globalId } from '../../../base/global-id';
import { badInput } from '../../../base/errors';
import { EARLIEST_DAY, LATEST_DAY, previous, type Period } from '../../../base/period/period';
import { outOfService } from '../../../base/refusals';
import type { Sql } from '../../../base/sql';
import { isUnavailable } from '../../../database/unavailable';

import type { IndicatorDimension } from '../indicator.dimensions';
import type { IndicatorGap } from '../indicator.codes';
import { locksBetween, type Lock } from '../lock/locked.sql';
import {
  placesStatement,
  stateStatement,
  surveysStatement,
  type StateOfCountry,
  type SurveyedValue,
} from './beside.sql';
import { countsStatement, isHidden, toldBy, type Asked, type Counted, type Narrowed } from './counts.sql';
import type { TableOf } from './asked';
import { sizeOfLattice, type Places } from './lattice';
import { publishedRows } from './published';
import { besideNothing, type TableRow } from './row';
import { rowsOfIndicator, type Known } from './rows';
import { noTargets, Targets, targetsStatement, type SetTarget } from './targets';
import { nothingBy } from './values';

export interface CountryOfTable {
  readonly country: string;
  readonly asOf: string | null;
  readonly gap: IndicatorGap | null;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly countries: readonly CountryOfTable[];
}

/** Rows that a table has at most: each takes 0.06 ms of Node.js, and nobody else has a turn meanwhile. */
export const MOST_ROWS = 5_000;

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
  const none = { ...besideNothing, ...noTargets, dimensions: [], ...nothingBy('NO_ANSWER') };
  const rows = question.indicators.flatMap((indicator) =>
    question.periods.map((period) => ({ indicator, version: indicator.version, country, period, ...none })),
  );
  return { rows, country: { country, asOf: null, gap: 'NO_ANSWER' } };
}

const rowsOf = async <Row extends object>(pool: Pool, { text, values }: Sql): Promise<Row[]> =>
  (await pool.query<Row>(text, [...values])).rows;

async function answerOf(reader: CountryReader, timezone: string, question: Question): Promise<Answer> {
  const { code: country, pool } = reader;
  const { indicators, by, isRegion, locale } = question;
  const periods = withPrevious(question.periods);
  const places = await placesOf(reader, by);
  assertSize(question, places);
  const narrowed = question.narrowed(country);
  const asked = { indicators, periods, by, isRegion, ...narrowed };
  const [live, locks, surveyed, targets, [state]] = await Promise.all([
    countedIn(pool, asked),
    isRegion ? [] : locksIn(pool, periods),
    rowsOf<SurveyedValue>(pool, surveysStatement(indicators.map((one) => one.code))),
    rowsOf<SetTarget>(pool, targetsStatement({ ...question, ...narrowed })),
    rowsOf<StateOfCountry>(pool, stateStatement(narrowed)),
  ]);
  const { asOf = null, isThere = false } = state ?? {};
  // Most tables meet no lock: only those that do wait once more.
  const locked = locks.length > 0 ? await countedIn(pool, { ...asked, locks }) : live;
  const today = dayIn(timezone);
  const known: Known = {
    ...{ country, periods: question.periods, by, locale, places, surveyed, today, locks, live },
    targets: new Targets(targets, country, narrowed),
    narrowed,
    counted: locked,
    missing: ({ of }) => (!isThere ? 'NOT_THERE' : asOf === null && of.kind === 'kept' ? 'NOT_COUNTED' : null),
  };
  const hidden = indicators.filter((one) => isRegion && isHidden(one));
  const published =
    hidden.length === 0
      ? []
      : await publishedRows(
          { query: (statement) => rowsOf(pool, statement) },
          { ...known, indicators: hidden, timezone, isNarrowed: isNarrowed(narrowed) },
        );
  const rows = indicators.flatMap((one) =>
    hidden.includes(one) ? published.filter(({ indicator }) => indicator === one) : rowsOfIndicator(one, known),
  );
  return { rows, country: { country, asOf, gap: null } };
}

const isNarrowed = ({ organisationId, provinceId }: Narrowed): boolean =>
  organisationId !== null || provinceId !== null;

async function countedIn(pool: Pool, asked: Asked): Promise<readonly Counted[]> {
  const statement = countsStatement(asked);
  return statement ? rowsOf<Counted>(pool, statement) : [];
}

const locksIn = (pool: Pool, periods: readonly Period[]): Promise<readonly Lock[]> =>
  rowsOf<Lock>(
    pool,
    locksBetween(
      periods.reduce((first, { from }) => (from < first ? from : first), LATEST_DAY),
      periods.reduce((last, { to }) => (to > last ? to : last), EARLIEST_DAY),
    ),
  );

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
