/** What is to be sent to a DHIS2, and whether it may be, as it is told on the terminal. */
import type { Locale } from '../base/locale';
import { look as lookAt, type Looked } from '../domain/indicator/dhis2/look';
import type { Findings } from '../exchange/dhis2/check';
import { faultAt, NotTold, type Fault } from '../exchange/dhis2/fault';
import type { Mapping } from '../exchange/dhis2/mapping';
import type { ApiClient } from './api-client';
import { assertRegion } from './dhis2-account';
import type { Release } from './dhis2-release';
import * as words from './dhis2-words';
import { Failure, say } from './terminal';

/** @throws Failure for an account of a country without a release, and where the API does not tell what was asked */
export async function look(
  client: ApiClient,
  mapping: Mapping,
  asked: { readonly periods: readonly string[]; readonly release: Release | null },
): Promise<Looked> {
  if (!asked.release) await assertRegion(client);
  try {
    return await lookAt(client, mapping, asked);
  } catch (error) {
    throw error instanceof NotTold ? new Failure(error.text[client.locale]) : error;
  }
}

export function tell({ faults, warnings }: Findings, locale: Locale): void {
  const lines = (all: readonly Fault[]): string[] => all.map((one) => faultAt(one)[locale]);
  for (const line of lines(faults)) say(line);
  for (const one of warnings) say(words.warningOf(faultAt(one))[locale]);
}

/** @throws Failure where anything is wrong: a part of the numbers would look like all of them */
export function assertWhole(findings: Findings, locale: Locale): void {
  tell(findings, locale);
  if (findings.faults.length === 0) return;
  process.exitCode = 2;
  throw new Failure(words.faulty(findings.faults.length)[locale]);
}
