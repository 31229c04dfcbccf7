/** Tables of indicators as tests ask for them. */
import type { Answer, Client } from '../../support/app';

export interface Row {
  readonly indicator: string;
  readonly country: string;
  readonly period: string;
  readonly dimensions: { readonly dimension: string; readonly code: string | null }[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
  readonly gap: string | null;
  readonly previous: number | null;
}

const shown = `rows { indicator country period dimensions { dimension code } value numerator denominator status gap previous }
  countries { country asOf gap }`;

export const ask = (client: Client, input: object): Promise<Answer> =>
  client.query(`query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { ${shown} } }`, { input });

export async function rows(client: Client, input: object): Promise<Row[]> {
  const { data, errors } = await ask(client, input);
  expect(errors).toEqual([]);
  return data.indicatorTable.rows as Row[];
}
