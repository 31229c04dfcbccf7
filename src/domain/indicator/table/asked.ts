/** What a table of indicators is asked for: read strictly, and told what is wrong with it before anything is counted. */
import { badInput } from '../../../base/errors';
import { dayIn } from '../../../base/calendar';
import { REGION_ZONE } from '../../../base/countries';
import { periodAt, periodOf, periodsWithin, type Period } from '../../../base/period/period';
import { periodsMeant, type RelativePeriodCode } from '../../../base/period/relative';
import type { PeriodTypeCode, YearTypeCode } from '../../../base/period/type';
import { dimensionsOf, indicators, type Indicator } from '../indicator';
import type { IndicatorDimension } from '../indicator.dimensions';

/** As the caller gives it. */
export interface PeriodAsked {
  readonly names?: readonly string[] | null;
  readonly relative?: RelativePeriodCode | null;
  readonly financialYear?: YearTypeCode | null;
  /** Id of a funding stream: `relative` means the financial years of its donor. */
  readonly fundingStream?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly by?: PeriodTypeCode | null;
}

export interface TableAsked {
  readonly indicators: readonly string[];
  readonly countries?: readonly string[] | null;
  readonly period: PeriodAsked;
  readonly by?: readonly IndicatorDimension[] | null;
  readonly organisation?: string | null;
  readonly province?: string | null;
}

export interface TableOf {
  readonly indicators: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly by: readonly IndicatorDimension[];
}

export const MOST_INDICATORS = 50;
export const MOST_PERIODS = 120;

/** @throws ApiError BAD_USER_INPUT */
export function tableOf(asked: TableAsked): TableOf {
  const by = [...new Set(asked.by ?? [])];
  const chosen = chosenIndicators(asked.indicators);
  return { indicators: chosen, periods: periodsOf(asked.period), by };
}

function chosenIndicators(codes: readonly string[]): readonly Indicator[] {
  if (codes.length === 0 || codes.length > MOST_INDICATORS)
    throw badInput(
      `Ask for 1 to ${MOST_INDICATORS} indicators at a time.`,
      `Peça de 1 a ${MOST_INDICATORS} indicadores de cada vez.`,
    );
  const unknown = codes
    .filter((code) => !indicators.has(code))
    .slice(0, 10)
    .map((code) => code.slice(0, 20));
  if (unknown.length > 0) {
    const named = unknown.map((code) => JSON.stringify(code)).join(', ');
    throw badInput(
      `There is no indicator ${named}. The query “indicators” tells which there are.`,
      `Não há nenhum indicador ${named}. A consulta «indicators» diz quais existem.`,
      { unknown },
    );
  }
  return [...new Set(codes)].flatMap((code) => indicators.get(code) ?? []);
}

/** @throws ApiError BAD_USER_INPUT where an indicator is not told by what is asked */
export function assertToldBy(one: Indicator, by: readonly IndicatorDimension[]): void {
  const possible = dimensionsOf(one);
  const wrong = by.filter((name) => !possible.includes(name));
  if (wrong.length === 0) return;
  const [asked, known] = [wrong.join(', '), possible.join(', ')];
  throw badInput(
    `${one.code} is not told by ${asked}; ${known ? `it is told by ${known}` : 'it is told as a whole alone'}.`,
    `${one.code} não se indica por ${asked}; ${known ? `indica-se por ${known}` : 'só se indica no conjunto'}.`,
    { indicator: one.code, wrong, possible },
  );
}

/** The periods that are meant, the earliest first, each once. */
function periodsOf(asked: PeriodAsked): readonly Period[] {
  const periods = given(asked);
  if (periods.length === 0)
    throw badInput('No whole period lies between these days.', 'Nenhum período inteiro fica entre estes dias.');
  if (periods.length > MOST_PERIODS)
    throw badInput(
      `These are ${periods.length} periods; ask for at most ${MOST_PERIODS} at a time.`,
      `São ${periods.length} períodos; peça no máximo ${MOST_PERIODS} de cada vez.`,
    );
  return periods;
}

const yearOfNothing = (): Error =>
  badInput(
    'A financial year says which years “relative” means. Leave it out, or ask by “relative”.',
    'Um ano fiscal indica os anos de «relative». Omita-o, ou peça por «relative».',
  );

function given(asked: PeriodAsked): readonly Period[] {
  const { names, relative, financialYear, from, to, by } = asked;
  const ways = [Boolean(names?.length), Boolean(relative), Boolean(from ?? to ?? by)].filter(Boolean).length;
  if (ways !== 1) throw oneWay();
  if (financialYear && !relative) throw yearOfNothing();
  if (names?.length) return named(names);
  if (relative) return periodsMeant(relative, today(), financialYear ?? 'FINANCIAL_APRIL');
  if (!from || !to || !by) throw oneWay();
  if (to < from)
    throw badInput('The last day lies before the first.', 'O último dia fica antes do primeiro.', { from, to });
  const first = periodAt(from, by);
  if (first && (first.from !== from || periodAt(to, by)?.to !== to))
    throw badInput(
      `These days cut a period. Periods of this kind begin on ${first.from} and end on ${first.to}, for instance.`,
      `Estes dias cortam um período. Os períodos deste tipo começam, por exemplo, em ${first.from} e acabam em ${first.to}.`,
      { from, to },
    );
  return periodsWithin(from, to, by);
}

/** Three of the four countries and the secretariat are on one time; the fourth is too. */
const today = (): string => dayIn(REGION_ZONE);

const oneWay = (): Error =>
  badInput(
    'Say which periods in one way: “names” (such as 2026Q1), or “relative”, or “from”, “to” and “by” together.',
    'Indique os períodos de uma só forma: «names» (como 2026Q1), ou «relative», ou «from», «to» e «by» em conjunto.',
  );

function named(names: readonly string[]): readonly Period[] {
  const found = names.map((name) => [name, periodOf(name)] as const);
  const unknown = found.filter(([, period]) => !period).map(([name]) => name.slice(0, 20));
  if (unknown.length > 0)
    throw badInput(
      `This is no period that is offered: ${unknown.slice(0, 10).join(', ')}. Write it as DHIS2 does: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.`,
      `Não é um período disponível: ${unknown.slice(0, 10).join(', ')}. Escreva-o como o DHIS2: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.`,
      { unknown: unknown.slice(0, 10) },
    );
  const periods = new Map(found.flatMap(([, period]) => (period ? [[period.name, period] as const] : [])));
  return [...periods.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
}
