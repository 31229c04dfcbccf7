/** Releases to a ministry as tests make them, and tables that are asked for by them. */
import type { Answer, Client } from '../../support/app';
import { dayFromNow } from '../../support/days';
import { actor, done } from '../acting';

export interface Release {
  readonly id: string;
  readonly version: number;
  readonly ministry: string;
  readonly reason: string;
  readonly address: string;
  readonly indicatorCodes: readonly string[];
  readonly by: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly validUntil: string;
  readonly status: string;
  readonly revokedAt: string | null;
}

export const act = actor<Release>(
  'ministryRelease',
  'id version ministry reason address indicatorCodes by startsOn endsOn validUntil status revokedAt',
);

export const whole = {
  ministry: 'Ministry of Health',
  address: 'https://dhis2.health.example',
  indicatorCodes: ['I03', 'I08'],
  by: ['PROVINCE', 'VIOLENCE_TYPE'],
  startsOn: '2025-01-01',
  endsOn: '2025-12-31',
  reason: 'Agreement on data.',
  validUntil: dayFromNow(30),
} as const;

export const release = (client: Client, values: object = {}, headers?: Record<string, string>) =>
  act(client, 'releaseToMinistry', { ...whole, ...values }, headers);

export const revoke = async (client: Client, { id, version }: Release): Promise<Release> =>
  done(await act(client, 'revokeMinistryRelease', { id, expectedVersion: version }));

const document = `query ($release: ID!, $period: IndicatorPeriodInput!, $indicators: [String!], $by: [IndicatorDimension!]) {
  ministryTable(release: $release, period: $period, indicators: $indicators, by: $by) {
    rows { indicator period dimensions { dimension code } value numerator denominator status gap }
    countries { country gap } } }`;

export const ask = (client: Client, id: string, more: object = {}, headers?: Record<string, string>): Promise<Answer> =>
  client.query(document, { release: id, period: { names: ['2025Q2'] }, ...more }, headers);

export interface Row {
  readonly indicator: string;
  readonly period: string;
  readonly dimensions: readonly { readonly dimension: string; readonly code: string | null }[];
  readonly value: number | null;
  readonly status: string;
}

export async function rows(client: Client, id: string, more: object = {}): Promise<readonly Row[]> {
  const { data, errors } = await ask(client, id, more);
  expect(errors).toEqual([]);
  return data.ministryTable.rows as Row[];
}

/** What was refused: null, and one error that says why. */
export function refusal({ data, errors }: Answer): string {
  expect(data?.ministryTable ?? null).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  return errors[0]?.message ?? '';
}
