/** What is said of a value where a pointer rests on it: whatever its row tells. */
import { cellOf, cellText, cellWords } from './cell';
import { dayText, measured, numberText } from './numbers';
import { periodText } from './period-names';
import { linesOf } from './shapes';
import type { ChartRow, ChartTable } from './table';
import { words } from './words';

const WIDTH = 230;

export function tipOf(table: ChartTable, row: ChartRow): string {
  const { about, locale } = table;
  const cell = cellOf(row);
  const held = (name: 'previous' | 'baseline', value: number | null): readonly string[] =>
    value === null ? [] : [`${words[name][locale]}: ${measured(value, about.measure, locale)}`];
  const lines = [
    titleOf(table, row),
    cell.kind === 'known' ? cellText(cell, about, locale) : cellWords(cell, about, locale),
    ...madeOf(row, locale),
    ...held('previous', row.previous),
    ...row.targets.map((target) => targetText(target, table)),
    ...held('baseline', row.baseline),
    ...(row.lockedOn === null ? [] : [`${words.lockedOn[locale]} ${dayText(row.lockedOn, locale)}`]),
  ];
  return lines.flatMap((one) => linesOf(one, WIDTH)).join('\n');
}

export function titleOf({ countries, locale }: ChartTable, row: ChartRow): string {
  const several = countries.length > 1;
  const country = countries.find((one) => one.country === row.country)?.countryLabel ?? row.country;
  return [
    ...(several ? [country] : []),
    ...row.dimensions.map(({ label }) => label),
    periodText(row.period, locale),
  ].join(', ');
}

/** Of a share what it is made of, as far as it is told. */
export function madeOf(
  { numerator, denominator }: Pick<ChartRow, 'numerator' | 'denominator'>,
  locale: ChartTable['locale'],
): readonly string[] {
  if (denominator === null) return [];
  const upper = numerator === null ? '…' : numberText(numerator, locale);
  return numerator === null ? [] : [`${upper} ${words.of[locale]} ${numberText(denominator, locale)}`];
}

export const targetText = ({ value, donor }: ChartRow['targets'][number], { about, locale }: ChartTable): string =>
  `${donor === null ? words.target[locale] : `${words.targetOf[locale]} ${donor}`}: ${measured(value, about.measure, locale)}`;
