/** Everything that the region can be told of survivors: every indicator by every table that a country has published. */
import '../../../src/domain/all';
import { periodAt } from '../../../src/base/period/period';
import { allIndicators, disclosureOf } from '../../../src/domain/indicator/indicator';
import { publishedAs } from '../../../src/domain/indicator/publication/publication.plan';
import type { Kept } from '../../../src/domain/indicator/counting/counting';
import { adminRows } from '../../support/admin';
import type { Client, TestApp } from '../../support/app';

/** One table of one country. */
export interface Question {
  readonly country: string;
  readonly by: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
}

export interface Row {
  readonly indicator: string;
  readonly country: string;
  readonly period: string;
  readonly dimensions: readonly { readonly dimension: string; readonly code: string | null; readonly label: string }[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
  readonly gapLabel: string | null;
  readonly previous: number | null;
  readonly baseline: number | null;
  readonly targets: readonly { readonly value: number }[];
}

/** What the API answers to a question. */
export interface Answered {
  readonly question: Question;
  readonly rows: readonly Row[];
}

/** Three at a time counts are told roughly: each period by itself, so that two of them stand for all. */
export const isRough = ({ by }: Pick<Question, 'by'>): boolean => by.length > 2;
const ROUGH_PERIODS = 2;

/** What the indicators that count survivors are published as. */
const controlled = allIndicators().flatMap((one) => {
  if (disclosureOf(one) !== 'CONTROLLED') return [];
  const kept = one as typeof one & { readonly of: Kept };
  const measures = [one.numerator, ...(one.denominator === undefined ? [] : [one.denominator])];
  const [numerator, denominator] = measures.map((measure) => publishedAs(kept, measure)?.population);
  return numerator === undefined ? [] : [{ code: one.code, numerator, denominator, always: one.shareOf }];
});

/** What is published and told by no indicator: nobody reads it, and it need not be asked. */
export const untold = (populations: readonly string[]): readonly string[] =>
  populations.filter((name) => !controlled.some((one) => one.numerator === name || one.denominator === name));

export interface Published {
  readonly populations: readonly string[];
  readonly questions: readonly Question[];
}

/** As it stands in the tables of a country: nothing of it is listed here. */
export async function publishedIn({ database }: Pick<TestApp, 'database'>, country: string): Promise<Published> {
  const schema = country.toLowerCase();
  const [tables, published] = await Promise.all([
    adminRows<{ population: string; dimensions: string }>(
      database,
      `SELECT DISTINCT population, dimensions FROM ${schema}.published_cell ORDER BY 1, 2`,
    ),
    adminRows<{ period: string; ends: string; isPart: boolean }>(
      database,
      `SELECT DISTINCT period, ends_on::text AS ends, series = 'main' AND parts IS NULL AS "isPart"
       FROM ${schema}.published_period ORDER BY ends_on::text, period`,
    ),
  ]);
  const longer = published.flatMap(({ ends }) => [periodAt(ends, 'HALF_YEAR'), periodAt(ends, 'YEAR')]);
  const periods = [...new Set([...published.map(({ period }) => period), ...longer.flatMap((one) => one?.name ?? [])])];
  const parts = [...new Set(published.flatMap(({ period, isPart }) => (isPart ? [period] : [])))];
  const all = [...new Set(tables.map(({ dimensions }) => dimensions))];
  const questions = all.map((dimensions): Question => {
    const by = dimensions.split(',').filter(Boolean);
    const told = new Set(tables.flatMap((one) => (one.dimensions === dimensions ? [one.population] : [])));
    const indicators = controlled.flatMap(({ code, numerator, always }) =>
      told.has(numerator) && (always === undefined || by.includes(always)) ? [code] : [],
    );
    return { country, by, indicators, periods: isRough({ by }) ? parts.slice(-ROUGH_PERIODS) : periods };
  });
  return {
    populations: [...new Set(tables.map(({ population }) => population))],
    questions: questions.filter(({ indicators }) => indicators.length > 0),
  };
}

export const inputOf = ({ country, by, indicators, periods }: Question): object => ({
  ...{ countries: [country], by, indicators },
  period: { names: periods },
});

const document = `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows { indicator country period
  dimensions { dimension code label } value numerator denominator status gapLabel previous baseline
  targets { value } } } }`;

/** Asks; what is too large for one table in halves. */
export async function answersTo(client: Client, question: Question): Promise<readonly Answered[]> {
  const { data, errors } = await client.query(document, { input: inputOf(question) });
  if (data?.indicatorTable) return [{ question, rows: data.indicatorTable.rows as Row[] }];
  if (!/could have/.test(errors[0]?.message ?? '')) throw new Error(JSON.stringify(errors));
  const halves = halved(question).map((half) => answersTo(client, half));
  return (await Promise.all(halves)).flat();
}

export function halved(question: Question): readonly Question[] {
  const name = question.periods.length > 1 ? 'periods' : 'indicators';
  const all = question[name];
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)].map((half) => ({ ...question, [name]: half }));
}
