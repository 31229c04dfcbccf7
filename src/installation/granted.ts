/** The database grants that follow from the policy: what each role of a country may do with each table; and on paper. */
import { identityTables } from '../identity/entities';
import { countTables, openTables } from '../domain/indicator/indicator-count.entities';
import { lockedTables } from '../domain/indicator/lock/locked-cell.entity';
import { publishedTables, regionalTables } from '../domain/indicator/publication/publication.entities';
import { retiredTables, systemTables } from '../writing/ledger.entities';
import { erasableViews } from '../model/erasable';
import { searchTextTable, searchWordTable } from '../model/search-text';
import { allThings, innerThings } from '../model/thing';
import '../domain/all';
import { isHeldByRegion, isReadInPlace } from '../policy/rights';
import { dataClasses } from '../policy/table';
import { markdownTable } from '../base/markdown';

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
  const system = Object.entries({
    ...systemTables,
    ...countTables,
    ...lockedTables,
    ...publishedTables,
    ...retiredTables,
  }).map(([table, app]): TableGrant => ({
    table,
    app,
    region: [...openTables, ...regionalTables, searchTextTable, searchWordTable].includes(table) ? ['SELECT'] : [],
  }));
  const erasable = erasableViews(allThings.values()).map(({ name: table }): TableGrant => ({
    table,
    app: ['SELECT', 'DELETE'],
    region: [],
  }));
  return [...things, ...system, ...erasable].sort((a, b) => (a.table < b.table ? -1 : 1));
}

/**
 * Grants in the region's own place: what has no business there can be neither read nor written by who works there; and
 * what the region reads of its own doing alone is read there, and in no country.
 */
export function regionGrants(): readonly TableGrant[] {
  const things = [...allThings.values()];
  const own = [...things, ...innerThings.values()]
    .filter(({ dataClass }) => isReadInPlace(dataClass))
    .map(({ table }) => table);
  const absent = [
    ...things.filter(({ dataClass }) => !isHeldByRegion(dataClass)).map(({ table }) => table),
    ...Object.keys(retiredTables),
  ];
  const views = erasableViews(things).map(({ name }) => name);
  return countryGrants().map((grant) => {
    if (absent.includes(grant.table) || views.includes(grant.table)) return { ...grant, app: [] };
    return own.includes(grant.table) ? { ...grant, region: ['SELECT'] } : grant;
  });
}

/** Grants of `identity_app` in the identity schema. */
export const identityGrants = (): readonly TableGrant[] =>
  Object.entries(identityTables).map(([table, app]) => ({ table, app, region: [] }));

const privileges = (granted: readonly Privilege[]): string => granted.join(', ') || '–';

/** The grants, table by table; `handsoff doctor` compares them with the live catalogue. */
export function grantsDocument(): string {
  const country = countryGrants().map(({ table: name, app, region }) => [name, privileges(app), privileges(region)]);
  const identity = identityGrants().map(({ table: name, app }) => [name, privileges(app)]);
  return [
    '# Grants',
    'Generated from `src/policy/table.ts` and the entities by `npm run schema`; do not edit. Nothing else is granted: run-time roles own nothing and can create nothing.',
    '## Schema of a country',
    markdownTable(['Table', '`<cc>_app`', '`<cc>_region`'], country),
    '## Schema `identity`',
    markdownTable(['Table', '`identity_app`'], identity),
  ]
    .join('\n\n')
    .concat('\n');
}
