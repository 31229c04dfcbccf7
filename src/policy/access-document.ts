/** The policy on paper: `schema/access.md`, generated, committed and checked. */
import type { GraphQLSchema } from 'graphql';
import { markdownTable } from '../base/markdown';
import type { Thing } from '../model/thing';
import { accessOf, ruledTypes, type Access } from './access';
import { roles } from './role';
import { dataClasses, RECENT_DAYS, type DataClass } from './table';
import { scopesOf, type Scopes } from './rights';

const cell = (read: Scopes | 'all', write: Scopes): string =>
  [said(read, 'r'), said(write, 'w')].filter(Boolean).join(', ') || '–';

const said = (scopes: Scopes | 'all', use: string): string =>
  scopes.length === 0 ? '' : `${[scopes].flat().join('+')} ${use}`;

/** What is written although its writer may have no right to its class. */
export interface WrittenAnyway {
  readonly thing: Pick<Thing, 'name' | 'dataClass'>;
  readonly reason: string;
}

/** The access matrix: data classes by role, what is written whoever acts, then every coordinate by role. */
export function accessDocument(schema: GraphQLSchema, anyway: readonly WrittenAnyway[]): string {
  const classes = (Object.keys(dataClasses) as DataClass[]).map((name) => [
    `${name}${dataClasses[name].logged ? ' *' : ''}`,
    ...roles.map((role) => cell(scopesOf(role, name, 'read'), scopesOf(role, name, 'write'))),
  ]);
  const sections = ruledTypes(schema).map(
    (type) =>
      `### ${type.name}\n\n${markdownTable(['Field', 'Data class', ...roles], fieldRows(roles.map((role) => accessOf(type, role))))}`,
  );
  return [
    '# Access',
    'Generated from `src/policy/table.ts` by `npm run schema`; do not edit.',
    `A cell says of which rows a role may read (r) and write (w): what it made or is assigned (own), the same for the first ${RECENT_DAYS} days of the record (recent), what it took access to for a reason and for hours (granted), its organisation’s, what accepted referrals to it share (referred), what of another organisation it takes part in (joint: by id, by links and below it; other lists leave it out), its country’s, what countries share with the region, what the region did itself in its own place (secretariat). A dash is no access. Every read of a class with * is logged.`,
    '## Data classes',
    ...(Object.keys(dataClasses) as DataClass[]).map((name) => `- **${name}**: ${dataClasses[name].description}`),
    markdownTable(['Data class', ...roles], classes),
    '## Written whoever acts',
    'These follow from what somebody may do, and are written by the system in place of a right of the writer’s role. Every other write asks the table above.',
    markdownTable(
      ['Thing', 'Data class', 'Why'],
      anyway.map(({ thing, reason }) => [thing.name, thing.dataClass, reason]),
    ),
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
    ...byRole.map((accesses) => cell(accesses[i]?.read ?? [], accesses[i]?.write ?? [])),
  ]);
}
