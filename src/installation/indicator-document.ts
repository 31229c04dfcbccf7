/** What each indicator counts, and what of it the region is told: `schema/indicators.md`. */
import { markdownTable } from '../base/markdown';
import '../domain/all';
import { allIndicators, dimensionsOf, disclosureOf, unitOf, type Indicator } from '../domain/indicator/indicator';
import { CountedUnit, DisclosureClass, IndicatorMeasure, PeriodBasis } from '../domain/indicator/indicator.codes';
import { IndicatorDimension } from '../domain/indicator/indicator.dimensions';
import { openDimensionsOf } from '../domain/indicator/table/counts.sql';
import { LongTermOutcome } from '../domain/activity/activity.codes';
import { allSeries, planOf, tablesOf } from '../domain/indicator/publication/publication.plan';

const named = (names: readonly IndicatorDimension[]): string =>
  names.map((name) => IndicatorDimension.of[name].en).join(', ') || '–';

/** By what the region is told it. */
function toRegion(one: Indicator): string {
  if (disclosureOf(one) === 'OPEN') return `exact, by ${named(openDimensionsOf(one))}`;
  if (disclosureOf(one) === 'SURVEY') return 'as published';
  const tables = tablesOf(one);
  if (!tables || one.of.kind !== 'kept') return 'not told';
  if (one.only) return 'one number for each calendar year';
  const days = planOf(one.of, one.numerator)?.series.afterDays;
  return `published ${days} days after the period: ${['as a whole', ...tables.map(named)].join('; ')}`;
}

function section(one: Indicator): string {
  const { code, version, title, description, of, numerator, denominator, matureAfterDays } = one;
  const told: readonly (readonly [string, string])[] = [
    ['Em português', `${title.pt}. ${description.pt}`],
    ['Counts', `${of.measures[numerator]?.en ?? ''}${denominator ? `, of: ${of.measures[denominator]?.en}` : ''}`],
    ['Unit', CountedUnit.of[unitOf(one)].en],
    ['Value', IndicatorMeasure.of[one.measure].en],
    ['Period', PeriodBasis.of[of.basis].en],
    ...(matureAfterDays === undefined ? [] : [['Has a value', `${matureAfterDays} days after the period`] as const]),
    ['By', named(dimensionsOf(one))],
    ['Leaves the country', DisclosureClass.of[disclosureOf(one)].en],
    ['The region is told', toRegion(one)],
    ['Outcome', one.outcome ? LongTermOutcome.of[one.outcome].en : 'impact, or the data themselves'],
    ['Also counted by', one.source],
  ];
  return [`## ${code} ${title.en}`, description.en, markdownTable(['', `Version ${version}`], told)].join('\n\n');
}

export const indicatorsDocument = (): string =>
  [
    '# Indicators',
    'Generated from `src/domain/indicator` by `npm run schema`; do not edit. The query `indicators` tells the same.',
    `What counts survivors is exact in its country. The region is told what was published: ${allSeries.map(({ name, afterDays }) => `“${name}” ${afterDays} days after the end of a period`).join(', ')}; frozen from then on, without minors, and with small numbers hidden as \`docs/design.md\` says.`,
    ...allIndicators().map(section),
  ]
    .join('\n\n')
    .concat('\n');
