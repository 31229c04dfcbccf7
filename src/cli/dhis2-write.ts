/** `handsoff dhis2 write`: published numbers as files, for somebody who brings them to a DHIS2 by hand. */
import type { Mapping } from '../exchange/dhis2/mapping';
import { endings, inFileName, leftBy, payloadsOf, queryOf, writtenNow, type Format } from '../exchange/dhis2/payloads';
import { hiddenNumbers, nothingToSend } from '../exchange/dhis2/texts';
import { valuesOf } from '../exchange/dhis2/values';
import type { ApiClient } from './api-client';
import { keepFile, sentIn, told } from './dhis2-files';
import { assertWhole, look } from './dhis2-look';
import type { Release } from './dhis2-release';
import { filesFor } from './dhis2-release-words';
import { warningOf, written } from './dhis2-words';
import { say } from './terminal';

export interface Write {
  readonly periods: readonly string[];
  /** By which exact numbers leave; null: those that are published. */
  readonly release: Release | null;
  readonly format: Format;
  readonly out: string;
  /** The record of what was sent, for deletions; it is only read, since nobody knows what becomes of a file. */
  readonly sent?: string;
}

export async function write(client: ApiClient, mapping: Mapping, asked: Write): Promise<void> {
  const { locale } = client;
  const { periods, release, format, out, sent } = asked;
  const { rows, published, today, findings } = await look(client, mapping, asked);
  assertWhole(findings, locale);
  const before =
    sent === undefined ? null : await sentIn(sent, { to: release?.address ?? null, release }, mapping, locale);
  const made = valuesOf(mapping, rows, { periods, published, today, sent: before });
  if (made.hidden > 0) say(hiddenNumbers(made.hidden)[locale]);
  const writing = { format, at: writtenNow(), dryRun: false };
  const payloads = told(locale, () => payloadsOf(mapping, made.values, writing));
  for (const left of leftBy(mapping, payloads)) say(warningOf(left)[locale]);
  if (payloads.length === 0) say(nothingToSend[locale]);
  else if (release) say(warningOf(filesFor(release.address))[locale]);
  for (const [at, { dataSet, values, body, query, format: own }] of payloads.entries()) {
    const name = `${mapping.country}-${periods.join('-')}-${String(at + 1).padStart(2, '0')}-${inFileName(dataSet)}.${endings[own]}`;
    const path = await keepFile(out, name, body);
    const deletions = values.filter((one) => one.deleted).length;
    const address = `/api/dataValueSets?${new URLSearchParams({ ...queryOf(mapping.schemes), ...query }).toString()}`;
    say(written(path, values.length - deletions, deletions, address)[locale]);
  }
}
