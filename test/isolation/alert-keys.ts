/** What an alert says of a person has keys of its own. */
import { adminRows } from '../support/admin';
import type { TestDatabase } from '../support/database';
import { uuidOf, type MarkedCase } from './marked-case';

/** Ids of the keys of the alerts that a case came of. */
export const alertKeysOf = async (database: TestDatabase, { caseId }: MarkedCase): Promise<string[]> => {
  const of = (table: string): string =>
    `SELECT w.data_key_id AS key FROM za.${table} w JOIN za.emergency_alert a ON a.id = w.alert_id WHERE a.case_id = $1`;
  const rows = await adminRows<{ key: string }>(database, `${of('alert_place')} UNION ${of('alert_number')}`, [
    uuidOf(caseId),
  ]);
  return rows.map(({ key }) => key);
};
