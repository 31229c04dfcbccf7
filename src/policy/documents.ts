/** The policy on paper: `schema/access.md` and `schema/grants.md`, generated, committed and checked. */
import type { GraphQLSchema } from 'graphql';
import { accessOf, ruledTypes, type Access } from './access';
import { countryGrants, identityGrants, type Privilege } from './grants';
import { roles } from './role';
import { dataClasses, type DataClass } from './table';
import { scopeOf } from './rights';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...body.map(row)].join('\n');

const cell = (read: string | null, write: string | null): string =>
  [read && `${read} r`, write && `${write} w`].filter(Boolean).join(', ') || '–';

/** The access matrix: data classes by role, then every coordinate by role. */
export function accessDocument(schema: GraphQLSchema): string {
  const classes = (Object.keys(dataClasses) as DataClass[]).map((name) => [
    `${name}${dataClasses[name].logged ? ' *' : ''}`,
    ...roles.map((role) => cell(scopeOf(role, name, 'read'), scopeOf(role, name, 'write'))),
  ]);
  const sections = ruledTypes(schema).map(
    (type) =>
      `### ${type.name}\n\n${table(['Field', 'Data class', ...roles], fieldRows(roles.map((role) => accessOf(type, role))))}`,
  );
  return [
    '# Access',
    'Generated from `src/policy/table.ts` by `npm run schema`; do not edit.',
    'A cell says of which rows a role may read (r) and write (w): what it made or is assigned (own), its organisation’s, what accepted referrals to it share (referred), its country’s, what countries share with the region. A dash is no access. Every read of a class with * is logged.',
    '## Data classes',
    ...(Object.keys(dataClasses) as DataClass[]).map((name) => `- **${name}**: ${dataClasses[name].description}`),
    table(['Data class', ...roles], classes),
    '## Fields',
    ...sections,
  ]
    .join('\n\n')
    .replaceAll(/\n\n- /g, '\n- ')
    .concat('\n');
}

function fieldRows(byRole: readonly (readonly Access[])[]): string[][] {
  return (byRole[0] ?? []).map(({ field, dataClass }, i) => [
    field,
    dataClass ?? '–',
    ...byRole.map((accesses) => cell(accesses[i]?.read ?? null, accesses[i]?.write ?? null)),
  ]);
}

const privileges = (granted: readonly Privilege[]): string => granted.join(', ') || '–';

/** The grants, table by table; `handsoff doctor` compares them with the live catalogue. */
export function grantsDocument(): string {
  const country = countryGrants().map(({ table: name, app, region }) => [name, privileges(app), privileges(region)]);
  const identity = identityGrants().map(({ table: name, app }) => [name, privileges(app)]);
  return [
    '# Grants',
    'Generated from `src/policy/table.ts` and the entities by `npm run schema`; do not edit. Nothing else is granted: run-time roles own nothing and can create nothing.',
    '## Schema of a country',
    table(['Table', '`<cc>_app`', '`<cc>_region`'], country),
    '## Schema `identity`',
    table(['Table', '`identity_app`'], identity),
  ]
    .join('\n\n')
    .concat('\n');
}
