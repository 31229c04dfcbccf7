/** The database grants that follow from the policy: what each role of a country may do with each table. */
import { identityTables } from '../identity/entities';
import { systemTables } from '../database/ledger.entities';
import { allThings } from '../graph/thing';
import '../domain/entities';
import { dataClasses } from './table';

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

export interface TableGrant {
  readonly table: string;
  readonly app: readonly Privilege[];
  readonly region: readonly Privilege[];
}

/** Grants in a country's schema. A data class is a table, so a grant to the region is field-level authorization. */
export function countryGrants(): readonly TableGrant[] {
  const things = [...allThings.values()].map((thing): TableGrant => {
    const app: Privilege[] = ['SELECT', 'INSERT'];
    if (!thing.appendOnly) app.push('UPDATE');
    if (thing.derived) app.push('DELETE');
    return { table: thing.table, app, region: dataClasses[thing.dataClass].shared ? ['SELECT'] : [] };
  });
  const system = Object.entries(systemTables).map(([table, app]): TableGrant => ({ table, app, region: [] }));
  return [...things, ...system].sort((a, b) => (a.table < b.table ? -1 : 1));
}

/** Grants of `identity_app` in the identity schema. */
export const identityGrants = (): readonly TableGrant[] =>
  Object.entries(identityTables).map(([table, app]) => ({ table, app, region: [] }));
