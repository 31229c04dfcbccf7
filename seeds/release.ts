/** What a country has released by today of the cases that were told, by the rules and the statements of the API itself. */
import type { Client } from 'pg';
import { dayIn } from '../src/base/calendar';
import type { Sql } from '../src/base/sql';
import { duePeriod, editionOf, noteRows, putRows, type Profile } from '../src/domain/release/release.edition';
import { Release } from '../src/domain/release/release.entity';
import { SharedCase, SharedIncident } from '../src/domain/release/shared-case.entity';
import { thingOf } from '../src/model/thing';

type Sharing = Profile & { readonly caseSharing: boolean };

/** @returns the number of rows written */
export async function releaseAll(client: Client, country: Sharing, pseudonym: (value: string) => string) {
  if (!country.caseSharing) return 0;
  const query = async <Row extends object>({ text, values }: Sql): Promise<Row[]> =>
    (await client.query<Row>(text, [...values])).rows;
  const today = dayIn(country.timezone);
  let written = 0;
  for (let due; (due = await duePeriod({ query }, country, today));) {
    const { release, cases, incidents, noted } = await editionOf({ query }, country, due, today, pseudonym);
    const releaseId = pseudonym(`release ${due.name}`);
    await query(putRows(thingOf(Release), [{ ...release, id: releaseId }]));
    for (const [target, rows] of [[SharedCase, cases] as const, [SharedIncident, incidents] as const]) {
      const held = rows.map((row) => ({ ...row, releaseId }));
      if (held.length > 0) await query(putRows(thingOf(target), held));
    }
    await query(noteRows(releaseId, noted));
    written += 1 + cases.length + incidents.length;
  }
  return written;
}
