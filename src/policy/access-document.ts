/** The policy on paper: `schema/access.md`, generated, committed and checked. */
import type { GraphQLSchema } from 'graphql';
import { markdownTable } from '../base/markdown';
import { accessOf, ruledTypes, type Access } from './access';
import { roles } from './role';
import { dataClasses, type DataClass } from './table';
import { scopeOf } from './rights';

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
      `### ${type.name}\n\n${markdownTable(['Field', 'Data class', ...roles], fieldRows(roles.map((role) => accessOf(type, role))))}`,
  );
  return [
    '# Access',
    'Generated from `src/policy/table.ts` by `npm run schema`; do not edit.',
    'A cell says of which rows a role may read (r) and write (w): what it made or is assigned (own), its organisation’s, what accepted referrals to it share (referred), its country’s, what countries share with the region. A dash is no access. Every read of a class with * is logged.',
    '## Data classes',
    ...(Object.keys(dataClasses) as DataClass[]).map((name) => `- **${name}**: ${dataClasses[name].description}`),
    markdownTable(['Data class', ...roles], classes),
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
