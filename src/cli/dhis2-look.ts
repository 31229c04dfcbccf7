/** What is to be sent to a DHIS2, and whether it may be: the published rows against the mapping. */
import type { Locale } from '../base/locale';
import { checkMapping, checkRows, type Findings } from '../exchange/dhis2/check';
import type { Fault } from '../exchange/dhis2/fault';
import type { Mapping } from '../exchange/dhis2/mapping';
import type { Published } from '../exchange/dhis2/placing';
import type { IndicatorRow } from '../exchange/dhis2/row';
import type { ApiClient } from './api-client';
import { codesOf } from './dhis2-known';
import { assertRegion, indicatorsOf, publishedPlaces, rowsOf } from './dhis2-tables';
import * as words from './dhis2-words';
import { Failure, say } from './terminal';

export interface Looked {
  readonly rows: readonly IndicatorRow[];
  readonly published: Published;
  readonly findings: Findings;
}

/** As the region is told it. @throws Failure for an account of a country */
export async function look(client: ApiClient, mapping: Mapping, periods: readonly string[]): Promise<Looked> {
  await assertRegion(client);
  const published = await publishedPlaces(client, mapping.country);
  const known = { indicators: await indicatorsOf(client), codesOf, published };
  const own = checkMapping(mapping, known);
  // What the API would refuse is told by the check, with the line.
  if (own.faults.length > 0) return { rows: [], published, findings: own };
  const rows = await rowsOf(client, mapping, periods);
  const found = checkRows(mapping, rows, { periods, published });
  return {
    ...{ rows, published },
    findings: { faults: found.faults, warnings: [...own.warnings, ...found.warnings] },
  };
}

export function tell({ faults, warnings }: Findings, locale: Locale): void {
  const lines = (all: readonly Fault[]): string[] => all.map((one) => words.faultAt(one)[locale]);
  for (const line of lines(faults)) say(line);
  for (const one of warnings) say(words.warningOf(words.faultAt(one))[locale]);
}

/** @throws Failure where anything is wrong: a part of the numbers would look like all of them */
export function assertWhole(findings: Findings, locale: Locale): void {
  tell(findings, locale);
  if (findings.faults.length === 0) return;
  process.exitCode = 2;
  throw new Failure(words.faulty(findings.faults.length)[locale]);
}
