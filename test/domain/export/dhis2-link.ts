/** Files for a DHIS2 as a client asks for them, and what both importers read in them. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import { sentText } from '../../../src/exchange/dhis2/sent';
import { readMapping } from '../../../src/exchange/dhis2/mapping-read';
import { cellKey, keyText, type CellKey } from '../../../src/exchange/dhis2/data-value';
import { adminRows } from '../../support/admin';
import type { Client, TestApp } from '../../support/app';
import type { Read } from '../../support/dhis2/readers';
import { sweepNow } from '../../support/outside';
import type { Made } from './exporting';

export const example = readFileSync(join(projectRoot, 'examples/dhis2/mapping-za.yml'), 'utf8');

const document = `mutation ($input: ExportForDhis2Input!) { exportForDhis2(input: $input) {
  dataExport { id root columns format status } url expiresAt problems { code message path } } }`;

export interface Wanted {
  readonly mapping?: string;
  readonly dataSet?: string | null;
  readonly periods?: readonly string[];
  readonly format?: string;
  readonly sent?: string;
  readonly purpose?: string;
}

export const inputOf = (wanted: Wanted, key: string = randomUUID()): object => ({
  ...{ idempotencyKey: key, mapping: example, dataSet: 'hoDsQuarter', periods: ['2025Q4'], format: 'DHIS2_JSON' },
  ...{ purpose: 'REPORTING', ...wanted },
});

export async function forDhis2(client: Client, wanted: Wanted = {}, locale = 'en', key?: string): Promise<Made> {
  const { data, errors } = await client.query(document, { input: inputOf(wanted, key) }, { 'accept-language': locale });
  if (!data?.exportForDhis2) throw new Error(JSON.stringify(errors));
  return data.exportForDhis2 as Made;
}

/** What is against it, where nothing is made. */
export async function against(client: Client, wanted: Wanted, locale = 'en'): Promise<string[]> {
  const { dataExport, url, problems } = await forDhis2(client, wanted, locale);
  if (dataExport !== null || url !== null) throw new Error('it is made');
  return problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** What GraphQL says to whoever may not. */
export const asked = (client: Client, wanted: Wanted = {}) => client.query(document, { input: inputOf(wanted) });

/** The record of what was sent, with these cells of a data set. */
export function recordOf(cells: readonly CellKey[], dataSet = 'hoDsQuarter', mapping = example): string {
  const { country, schemes } = readMapping(mapping);
  const keys = new Map(cells.map((key) => [keyText(key), key]));
  return sentText({ to: 'https://d.example', country, schemes, release: null, cells: new Map([[dataSet, keys]]) });
}

/** The cell of a value that was read. */
export const keyOf = ({ dataElement, period, orgUnit, categoryOptionCombo, attributeOptionCombo }: Read): CellKey =>
  cellKey({
    ...{ dataElement: dataElement ?? '', period: period ?? '', orgUnit: orgUnit ?? '' },
    ...{ categoryOptionCombo, attributeOptionCombo },
  });

/** Cells and their values, by what every form says of them. */
export const cellsOf = (all: readonly Read[]): string[] =>
  all.map(({ dataElement, orgUnit, period, value }) => [dataElement, orgUnit, period, value].join(' ')).sort();

/** Publishes so far that two quarters are told, and says which: all that is due takes minutes on a busy machine. */
export async function published(api: TestApp, country = 'za'): Promise<readonly [string, string]> {
  await sweepNow(api, country, 'countIndicators');
  for (;;) {
    const rows = await adminRows<{ period: string }>(
      api.database,
      `SELECT period FROM ${country}.published_period WHERE series = 'main' AND period LIKE '%Q%' ORDER BY ends_on`,
    );
    const [one, two] = rows.map(({ period }) => period);
    if (one !== undefined && two !== undefined) return [one, two];
    await sweepNow(api, country, 'publishIndicators');
  }
}
