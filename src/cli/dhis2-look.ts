/** What is to be sent to a DHIS2, and whether it may be: the published rows against the mapping. */
import type { Locale } from '../base/locale';
import { checkMapping, checkRows, type Findings } from '../exchange/dhis2/check';
import type { Fault } from '../exchange/dhis2/fault';
import type { Mapping } from '../exchange/dhis2/mapping';
import type { Published } from '../exchange/dhis2/placing';
import { beyondRelease } from '../exchange/dhis2/release';
import type { IndicatorRow } from '../exchange/dhis2/row';
import type { ApiClient } from './api-client';
import { codesOf } from './dhis2-known';
import type { Release } from './dhis2-release';
import { assertRegion } from './dhis2-account';
import { indicatorsOf, placesOf, rowsOf } from './dhis2-tables';
import * as words from './dhis2-words';
import { Failure, say } from './terminal';

export interface Looked {
  readonly rows: readonly IndicatorRow[];
  readonly published: Published;
  readonly findings: Findings;
}

/**
 * As the region is told it; by a release exactly, down to the country’s own finest places.
 * @throws Failure for an account of a country without a release
 */
export async function look(
  client: ApiClient,
  mapping: Mapping,
  { periods, release }: { readonly periods: readonly string[]; readonly release: Release | null },
): Promise<Looked> {
  if (!release) await assertRegion(client);
  const published = await placesOf(client, mapping.country, release !== null);
  const known = { indicators: await indicatorsOf(client, release !== null), codesOf, published };
  const own = withRelease(checkMapping(mapping, known), mapping, release);
  // What the API would refuse is told by the check, with the line.
  if (own.faults.length > 0) return { rows: [], published, findings: own };
  const rows = await rowsOf(client, mapping, periods, release);
  const found = checkRows(mapping, rows, { periods, published });
  return {
    ...{ rows, published },
    findings: { faults: found.faults, warnings: [...own.warnings, ...found.warnings] },
  };
}

const withRelease = ({ faults, warnings }: Findings, mapping: Mapping, release: Release | null): Findings => ({
  faults: [...faults, ...(release ? beyondRelease(mapping, release) : [])],
  warnings,
});

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
