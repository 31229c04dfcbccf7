/** Tables made by hand, as the API tells them. */
import type { ChartRow, ChartTable, Measure, Status } from '../../src/chart/table';

type Given = Partial<Omit<ChartRow, 'dimensions'>> & { readonly of?: Readonly<Record<string, string | null>> };

export const row = ({ of = {}, ...given }: Given = {}): ChartRow => {
  const value = given.value === undefined ? 5 : given.value;
  const status: Status = value === null ? 'MISSING' : 'EXACT';
  return {
    ...{ indicator: 'I03', version: 1, country: 'ZA', period: '2026Q1' },
    ...{ numerator: value, denominator: null, status, gap: null, gapLabel: null },
    ...{ previous: null, baseline: null, target: null, targets: [], lockedOn: null, revised: null },
    ...given,
    value,
    dimensions: Object.entries(of).map(([dimension, code]) => ({ dimension, code, label: code ?? 'Not known' })),
  };
};

export const hidden = (given: Given = {}): ChartRow =>
  row({ ...given, value: null, numerator: null, status: 'SUPPRESSED' });

export const missing = (gapLabel: string, given: Given = {}): ChartRow =>
  row({ ...given, value: null, numerator: null, gap: 'NOT_OVER', gapLabel });

const labels: Readonly<Record<string, string>> = {
  ZA: 'South Africa',
  BW: 'Botswana',
  MZ: 'Mozambique',
  ZW: 'Zimbabwe',
  REGION: 'The region',
};

export function table(rows: readonly ChartRow[], measure: Measure = 'COUNT'): ChartTable {
  const countries = [...new Set(rows.map(({ country }) => country))];
  return {
    about: { code: 'I03', title: 'Incidents of violence reported', measure, unitLabel: 'Incident' },
    dimensionLabels: { PROVINCE: 'Province', VIOLENCE_TYPE: 'Type of violence', GENDER: 'Gender', AGE_BAND: 'Age' },
    rows,
    countries: countries.map((country) => ({
      ...{ country, countryLabel: labels[country] ?? country },
      ...{ asOf: '2026-06-30T10:00:00.000000Z', gap: null, gapLabel: null },
    })),
    locale: 'en',
  };
}
