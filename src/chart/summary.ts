/** A chart in words: its title, what it is of, and what stands out, for whoever does not see it. */
import type { Text } from '../base/locale';
import { cellOf } from './cell';
import { measured, momentText } from './numbers';
import { spanText } from './period-names';
import { dimensionsIn, distinct, type ChartRow, type ChartTable } from './table';
import { titleOf } from './tips';
import { words } from './words';

/** Of which countries, by what, and when. */
export function subtitleOf(table: ChartTable, narrowed: readonly string[] = []): string {
  const { countries, dimensionLabels, rows, locale } = table;
  const by = dimensionsIn(table).map((name) => (dimensionLabels[name] ?? name).toLocaleLowerCase(locale));
  const listed = by.length > 1 ? `${by.slice(0, -1).join(', ')} ${words.and[locale]} ${by.at(-1) ?? ''}` : by[0];
  const places = countries.map(({ countryLabel }) => countryLabel);
  return [
    ...(places.length > 0 ? [places.join(', ')] : []),
    ...narrowed,
    ...(listed ? [`${words.by[locale]} ${listed}`] : []),
    spanText(distinct(rows.map(({ period }) => period)), locale),
  ].join(' · ');
}

export function summaryOf(table: ChartTable): string {
  const { rows, about, locale } = table;
  const known = rows.flatMap((row) => {
    const cell = cellOf(row);
    return cell.kind === 'known' ? [{ row, value: cell.value }] : [];
  });
  const count = (kind: string): number => rows.filter((row) => cellOf(row).kind === kind).length;
  const [hidden, missing] = [count('hidden'), count('missing')];
  const told = (which: Text, one: { readonly row: ChartRow; readonly value: number }): string =>
    `${which[locale]} ${measured(one.value, about.measure, locale)} (${titleOf(table, one.row)})`;
  const sorted = [...known].sort((a, b) => a.value - b.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const parts = [
    `${rows.length} ${rows.length === 1 ? words.oneValue[locale] : words.values[locale]}`,
    ...(last ? [told(words.highest, last)] : []),
    ...(first && last && first.value < last.value ? [told(words.lowest, first)] : []),
    ...(hidden > 0 ? [`${hidden} ${words.areHidden[locale]}`] : []),
    ...(missing > 0 ? [`${missing} ${words.areMissing[locale]}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Why values are missing, each reason once. */
export const reasonsIn = ({ rows }: Pick<ChartTable, 'rows'>): readonly string[] =>
  distinct(rows.flatMap((row) => (cellOf(row).kind === 'missing' && row.gapLabel !== null ? [row.gapLabel] : [])));

/** Of which of the countries something could not be asked. */
export const unanswered = ({ countries }: Pick<ChartTable, 'countries'>): readonly string[] =>
  countries.flatMap(({ countryLabel, gapLabel }) => (gapLabel === null ? [] : [`${countryLabel}: ${gapLabel}`]));

/** Where the numbers are from, and as of when. @param timeZone by whose clock; left out: by that of whoever reads it */
export function sourceOf({ about, rows, countries, locale }: ChartTable, timeZone?: string): string {
  const version = rows[0]?.version ?? 1;
  // Of several countries that of which the least is counted yet.
  const [earliest] = countries.flatMap(({ asOf }) => asOf ?? []).sort();
  const counted =
    earliest === undefined ? [] : [`${words.asOf[locale]} ${momentText(new Date(earliest), locale, timeZone)}`];
  return [`${words.source[locale]} ${about.code}, v${version}`, ...counted].join(' · ');
}
