/** What tests of DHIS2 begin with: samples, a mapping, rows of tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataValue } from '../../../src/exchange/dhis2/data-value';
import { BadMapping } from '../../../src/exchange/dhis2/fault';
import { readMapping } from '../../../src/exchange/dhis2/mapping-read';
import type { IndicatorRow } from '../../../src/exchange/dhis2/row';

export const sample = (name: string): string => readFileSync(join(__dirname, 'samples', name), 'utf8');
export const sampleJson = (name: string): unknown => JSON.parse(sample(name));

export const units = { ZA: 'zZ9yX8wV7uT', 'ZA-GP': 'gP9yX8wV7uT', 'ZA-WC': 'wC9yX8wV7uT' } as const;

/** Incidents by place and kind of violence, referrals as a share, outreach of the country. */
export const mappingText = `country: ZA
orgUnits:
  ZA: ${units.ZA}
  ZA-GP: ${units['ZA-GP']}
  ZA-WC: ${units['ZA-WC']}
  NOT_KNOWN: ~
categories:
  VIOLENCE_TYPE:
    code: HO_VIOLENCE
    options: { RAPE: V_RAPE, PHYSICAL_ASSAULT: V_PHYSICAL }
dataSets:
  - id: dS1aB2cD3eF
    name: Violence
    periodType: Quarterly
    indicators:
      - indicator: I03
        by: [PROVINCE, VIOLENCE_TYPE]
        value: aB1cD2eF3gH
        categoryOptionCombos:
          RAPE: kL4mN5oP6qR
          PHYSICAL_ASSAULT: sT7uV8wX9yZ
          NOT_KNOWN: ~
      - indicator: I10
        by: [PROVINCE]
        value: bC2dE3fG4hI
        numerator: cD3eF4gH5iJ
        denominator: dE4fG5hI6jK
        categoryOptionCombo: default
  - id: dS2aB2cD3eF
    periodType: Yearly
    complete: true
    indicators:
      - indicator: I08
        value: { dataElement: eF5gH6iJ7kL, zeroIsSignificant: false }
`;

export const mapping = readMapping(mappingText);

/** A mapping of which something is said otherwise. */
export const changed = (from: string | RegExp, to: string) => readMapping(mappingText.replace(from, to));

/** Lines and what is wrong in them. */
export function faultsIn(text: string): string[] {
  try {
    readMapping(text);
    return [];
  } catch (error) {
    if (!(error instanceof BadMapping)) throw error;
    return error.message.split('\n');
  }
}

type Told = Partial<Omit<IndicatorRow, 'dimensions'>> & { readonly at?: Readonly<Record<string, string | null>> };

/** A row of the table of South Africa, of the first quarter of 2026. */
export function row({ at = {}, ...said }: Told): IndicatorRow {
  const value = said.value === undefined ? 7 : said.value;
  return {
    ...{ indicator: 'I03', country: 'ZA', period: '2026Q1', value, numerator: value, denominator: null },
    status: value === null ? 'SUPPRESSED' : 'EXACT',
    ...said,
    dimensions: Object.entries(at).map(([dimension, code]) => ({ dimension, code })),
  };
}

export const value = (said: Partial<DataValue> = {}): DataValue => ({
  ...{ dataSet: 'dS1aB2cD3eF', dataElement: 'aB1cD2eF3gH', period: '2026Q1', orgUnit: 'zZ9yX8wV7uT' },
  ...{ categoryOptionCombo: 'kL4mN5oP6qR', attributeOptionCombo: 'HllvX50cXC0', value: '7' },
  ...said,
});

/** Texts that break forms: each is tried in every place that takes one. */
export const nasty = [
  ...['a,b', 'say "yes"', '""', "it's", 'line one\nline two', 'line\r\nbreak', 'one\rtwo', ' begins', 'ends ', 'null'],
  ...[
    '\uFEFFmark',
    'a\tb',
    '<b>&amp;',
    ']]>',
    '=1+1',
    'é, ão',
    'nul\u0000',
    'line\u2028end',
    '\ud800',
    '🙂',
    '#',
    '\\',
    ';',
  ],
];
