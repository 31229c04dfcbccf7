/** The address of the page, periods as it writes them, and what the dashboard opens with. */
import '../../src/domain/all';
import { periodInput } from '../../src/chart/asked-period';
import { openingOf } from '../../src/chart/opening';
import { periodName, periodText, spanText } from '../../src/chart/period-names';
import { hashOf, overview, viewOf } from '../../src/chart/view';
import { relativePeriods } from '../../src/base/period/relative';
import { financialChoices, relativeChoices } from '../../src/dashboard/periods';
import { dimensionsOf, indicators, disclosureOf } from '../../src/domain/indicator/indicator';
import { openDimensionsOf } from '../../src/domain/indicator/table/counts.sql';
import { tablesOf } from '../../src/domain/indicator/publication/publication.plan';

it('keeps what is looked at, and comes back to the same', () => {
  const view = {
    indicator: 'I08b',
    period: '2025Q1..2026Q2',
    by: ['PROVINCE', 'GENDER'],
    countries: ['ZA', 'BW'],
    province: 'ZA-GP',
    organisation: 'T3JnYW5pc2F0aW9uOlpBOjdiMGM4ZjNl',
    language: 'pt',
  };
  expect(hashOf(view)).toBe(
    '#I08b?period=2025Q1..2026Q2&by=PROVINCE,GENDER&country=ZA,BW&province=ZA-GP&organisation=T3JnYW5pc2F0aW9uOlpBOjdiMGM4ZjNl&lang=pt',
  );
  expect(viewOf(hashOf(view))).toEqual(view);
  expect(viewOf(hashOf(overview))).toEqual(overview);
});

it.each([
  '',
  '#',
  '#nothing',
  '#I03/../..',
  '#<script>',
  '#overview?period=<b>&by=a b&country=%00&province="&organisation=a b&lang=fr',
  '#I03?period=',
])('leaves out what it does not understand: %s', (hash) => {
  const view = viewOf(hash);
  expect(JSON.stringify({ ...view, indicator: null })).toBe(JSON.stringify(overview));
});

it('periods are asked for by name, from one to another, or from today', () => {
  expect(periodInput('2026Q1,2026Q2')).toEqual({ names: ['2026Q1', '2026Q2'] });
  expect(periodInput('2025Q3..2026Q2')).toEqual({ from: '2025-07-01', to: '2026-06-30', by: 'QUARTER' });
  expect(periodInput('2024April..2025April')).toEqual({ from: '2024-04-01', to: '2026-03-31', by: 'FINANCIAL_APRIL' });
  expect(periodInput('LAST_4_QUARTERS')).toEqual({ relative: 'LAST_4_QUARTERS' });
  const relative = 'LAST_FINANCIAL_YEAR';
  expect(periodInput(relative)).toEqual({ relative });
  expect(periodInput(`${relative}.FINANCIAL_JULY`)).toEqual({ relative, financialYear: 'FINANCIAL_JULY' });
  for (const wrong of [
    '',
    'LAST_FINANCIAL_YEAR.JULY',
    'JULY.FINANCIAL_JULY',
    '2026Q1..2026S1',
    'x..y',
    '2026Q1, 2026Q2',
    'constructor..',
    '../',
  ])
    expect(periodInput(wrong)).toBeNull();
});

it('offers every relative period there is, of financial years each by when it begins, once', () => {
  const offered = [...relativeChoices('en'), ...financialChoices('en')];
  const asked = offered.map(({ value }) => periodInput(value));
  expect(new Set(asked.map((one) => one?.relative))).toEqual(new Set(Object.keys(relativePeriods)));
  expect(asked.filter((one) => one?.financialYear === 'FINANCIAL_OCTOBER').map((one) => one?.relative)).toEqual([
    ...['THIS_FINANCIAL_YEAR', 'LAST_FINANCIAL_YEAR', 'LAST_5_FINANCIAL_YEARS'],
  ]);
  expect(new Set(offered.map(({ label }) => label)).size).toBe(offered.length);
  for (const { value } of offered) expect(viewOf(hashOf({ ...overview, period: value })).period).toBe(value);
  expect(financialChoices('pt').at(-1)?.label).toBe('Últimos 5 anos fiscais (com início em Outubro)');
});

it('periods have the names that people use', () => {
  expect(['202603', '2026Q1', '2026S1', '2026', '2025April'].map((name) => periodText(name, 'en'))).toEqual([
    'Mar 2026',
    'Q1 2026',
    'H1 2026',
    '2026',
    'Apr 2025 – Mar 2026',
  ]);
  expect(['202602', '2026Q4', '2026S2', '2025Oct'].map((name) => periodText(name, 'pt'))).toEqual([
    'Fev 2026',
    'T4 2026',
    'S2 2026',
    'Out 2025 – Set 2026',
  ]);
  expect(spanText(['2025Q4', '2026Q1'], 'en')).toBe('Oct 2025 – Mar 2026');
  expect(periodName('2026Q1', 'en')).toEqual({ short: 'Q1', year: '2026' });
});

describe.each([
  ['a country', false],
  ['the region', true],
])('what %s opens with', (_, isRegion) => {
  it.each(
    openingOf(isRegion, '2026-06-30').map(
      (one) => [`${one.indicator} by ${one.by.join(' and ') || 'nothing'}`, one] as const,
    ),
  )('%s is told so', (__, { indicator, by, period }) => {
    const known = indicators.get(indicator);
    if (!known) throw new Error(`there is no ${indicator}`);
    const told = !isRegion
      ? dimensionsOf(known)
      : disclosureOf(known) === 'OPEN'
        ? openDimensionsOf(known)
        : (tablesOf(known) ?? []).flat();
    for (const name of by) expect(told).toContain(name);
    expect(periodInput(period)).not.toBeNull();
  });
});
