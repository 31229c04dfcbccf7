/** The committed `schema/access.md`, read as a document: what the tests hold the API against. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';

export interface Cell {
  /** Of which rows, or null for none. */
  readonly read: string | null;
  readonly write: string | null;
}

export interface AccessRow {
  readonly field: string;
  /** Null where the document shows a dash: nobody's data. */
  readonly dataClass: string | null;
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface AccessMatrix {
  readonly roles: readonly string[];
  /** Rows by type, then by field. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, AccessRow>>;
  row(type: string, field: string): AccessRow;
  reads(role: string, type: string, field: string): boolean;
  /** Of which rows each role may use a data class. */
  classCell(dataClass: string, role: string): Cell;
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function parseCell(text: string): Cell {
  const scopes = Object.fromEntries(
    text.split(', ').flatMap((part) => {
      const match = /^([\w+]+) ([rw])$/.exec(part);
      return match ? [[match[2], match[1]]] : [];
    }),
  ) as { r?: string; w?: string };
  if (!scopes.r && !scopes.w && text !== '–') throw new Error(`access.md has a cell that says nothing: ${text}`);
  return { read: scopes.r ?? null, write: scopes.w ?? null };
}

const tableLines = (section: string): string[] => section.split('\n').filter((line) => line.startsWith('|'));

/** The first table: data classes by role. */
function parseClasses(section: string): Map<string, Map<string, Cell>> {
  const [head = '', , ...body] = tableLines(section);
  const roles = cellsOf(head).slice(1);
  return new Map(
    body.map((line) => {
      const [name = '', ...cells] = cellsOf(line);
      return [name.replace(/ \*$/, ''), new Map(roles.map((role, at) => [role, parseCell(cells[at] ?? '')]))];
    }),
  );
}

function parseTable(section: string): { roles: string[]; rows: Map<string, AccessRow> } {
  const [head = '', , ...body] = tableLines(section);
  const roles = cellsOf(head).slice(2);
  const rows = body.map((line): AccessRow => {
    const [field = '', dataClass = '', ...cells] = cellsOf(line);
    const byRole = new Map(roles.map((role, at) => [role, parseCell(cells[at] ?? '')]));
    return { field, dataClass: dataClass === '–' ? null : dataClass, cells: byRole };
  });
  return { roles, rows: new Map(rows.map((row) => [row.field, row])) };
}

export function accessMatrix(): AccessMatrix {
  const text = readFileSync(join(projectRoot, 'schema/access.md'), 'utf8');
  const sections = text.slice(text.indexOf('\n## Fields')).split('\n### ').slice(1);
  const tables = new Map(sections.map((section) => [section.slice(0, section.indexOf('\n')), parseTable(section)]));
  const roles = tables.get('Query')?.roles ?? [];
  if (roles.length !== 10) throw new Error(`access.md shows ${roles.length} roles, not ten`);
  const types = new Map([...tables].map(([name, { rows }]) => [name, rows]));
  const row = (type: string, field: string): AccessRow => {
    const found = types.get(type)?.get(field);
    if (!found) throw new Error(`access.md says nothing of ${type}.${field}: run \`npm run schema\``);
    return found;
  };
  const reads = (role: string, type: string, field: string): boolean =>
    (row(type, field).cells.get(role)?.read ?? null) !== null;
  const classes = parseClasses(text.slice(0, text.indexOf('\n## Written')));
  const classCell = (dataClass: string, role: string): Cell => {
    const found = classes.get(dataClass)?.get(role);
    if (!found) throw new Error(`access.md says nothing of the class ${dataClass}: run \`npm run schema\``);
    return found;
  };
  return { roles, types, row, reads, classCell };
}

/** The demo account of a role: `case-manager` in `za`, `secretariat` of the region. */
export const accountOf = (role: string): string => role.toLowerCase().replaceAll('_', '-');

/** Roles whose accounts belong to the region: their cells say `region`. */
export function isRegional(matrix: AccessMatrix, role: string): boolean {
  return matrix.row('Query', 'organisations').cells.get(role)?.read === 'region';
}
