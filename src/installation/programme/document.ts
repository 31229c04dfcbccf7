/** Where each sentence of the programme is in the API: `schema/coverage.md`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { markdownTable } from '../../base/markdown';
import { projectRoot } from '../../base/project';
import { projectRows } from './project.rows';
import { regionalRows } from './regional.rows';
import type { CoverageRow } from './row';
import { sentences, type Sentence } from './sentences';

export const coverageRows: readonly CoverageRow[] = [...regionalRows, ...projectRows];

/** Documents that show a row, from the root of the project. */
const folder = 'schema/operations/programme';

/**
 * The page, one line for each sentence.
 * @throws Error with everything that is wrong: a sentence without a row or with two, an empty cell, a coordinate that
 * the schema does not have, a document that is not there or that no row names.
 */
export function coverageDocument(schema: GraphQLSchema, rows: readonly CoverageRow[] = coverageRows): string {
  const wrong = faultsOf(schema, rows);
  if (wrong.length > 0) throw new Error(`schema/coverage.md cannot be written: ${wrong.join('; ')}.`);
  const lines = Object.entries(sentences).map(([id, words]) => {
    const row = rows.find((each) => each.sentences.includes(id as Sentence)) as CoverageRow;
    const where = `type: ${coded(row.types)}; query: ${coded(row.queries)}; mutation: ${mutationsOf(row)}`;
    const shown = row.shownBy.map((name) => `[${name}](operations/programme/${name}.graphql)`).join(', ');
    return [id, words, row.feature, where, row.counted, shown];
  });
  return [
    '# What the programme asks for, and where it is',
    'Generated from `src/installation/programme` by `npm run schema`; do not edit. Each sentence of the programme’s two documents (H: the programme, P: its project in Mozambique), what it needs, and the parts of the schema that hold it. Every query that is linked answers with demo data in each country, for the role that it names; the tests run them all. I01 to I26 are the codes of the programme’s catalogue of indicators, which are not part of the API yet and come later: the column “Counted from” says from which records each will be counted.',
    `${markdownTable(['#', 'Sentence', 'Feature', 'Where', 'Counted from', 'Shown by'], lines)}`,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

const coded = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const mutationsOf = ({ mutations }: CoverageRow): string =>
  'none' in mutations ? `none, ${mutations.none}` : coded(mutations);

/** What keeps the page from being true. */
export function faultsOf(schema: GraphQLSchema, rows: readonly CoverageRow[]): readonly string[] {
  const times = (id: string): number => rows.filter((row) => row.sentences.some((each) => each === id)).length;
  const found = Object.keys(sentences).filter((id) => times(id) !== 1);
  return [
    ...found.map((id) => `sentence ${id} has ${times(id)} rows`),
    ...rows.flatMap((row) => faultsOfRow(schema, row)),
    ...unnamedDocuments(rows),
  ];
}

function faultsOfRow(schema: GraphQLSchema, row: CoverageRow): string[] {
  const mutations = 'none' in row.mutations ? [] : row.mutations;
  const reason = 'none' in row.mutations ? row.mutations.none : undefined;
  const cells = [row.feature, row.counted, reason ?? 'mutations', ...row.types, ...row.queries, ...mutations];
  const lists = [row.types, row.queries, row.shownBy, ...('none' in row.mutations ? [] : [row.mutations])];
  const empty = cells.some((cell) => !cell.trim()) || lists.some((list) => list.length < 1);
  const coordinates = [
    ...row.types,
    ...row.queries.map((name) => `Query.${name}`),
    ...mutations.map((name) => `Mutation.${name}`),
  ];
  const of = row.sentences.join(', ');
  return [
    ...(empty ? [`${of} has an empty cell`] : []),
    ...coordinates.filter((each) => !exists(schema, each)).map((each) => `${of} names ${each}, which the schema lacks`),
    ...row.shownBy
      .filter((name) => !isDocument(name))
      .map((name) => `${of} names ${folder}/${name}.graphql, which is not there`),
  ];
}

const isDocument = (name: string): boolean => existsSync(join(projectRoot, folder, `${name}.graphql`));

/** Documents that no row names would be shown by nothing. */
function unnamedDocuments(rows: readonly CoverageRow[]): string[] {
  const named = new Set(rows.flatMap(({ shownBy }) => shownBy).map((name) => `${name}.graphql`));
  const files = readdirSync(join(projectRoot, folder));
  return files.filter((file) => !named.has(file)).map((file) => `no row names ${folder}/${file}`);
}

/** Whether the schema has a type, a field of it, or a code of it. */
function exists(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = '', member] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (!type || member === undefined) return type !== undefined;
  if (isEnumType(type)) return type.getValue(member) !== undefined;
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields && Object.hasOwn(type.getFields(), member);
}
