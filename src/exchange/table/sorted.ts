/** Which tables of an import have rows of their own, which have parts of these, and which are not read. */
import { labels } from '../../model/codelist';
import type { Text } from '../../base/locale';
import type { FileFinding, FoundTable } from '../mapped';
import { folded } from '../mapping/headings';
import { ofFile, type Reading } from '../reading';
import { ImportShape } from '../shape.codes';
import type { Shape } from '../shapes/shape';
import * as texts from '../texts';
import { isTold, type Assignment } from './assigned';
import type { Table } from './table';

/** The tables of an import with what they are. */
export interface Sorted {
  readonly shape: Shape;
  readonly mains: readonly Assignment[];
  readonly repeats: readonly Assignment[];
  readonly warnings: readonly FileFinding[];
}

/** Tables of a form and its repeats; of others, those that have the columns of the one that has most that are known. */
export function sort(tables: readonly Table[], shape: Shape, assign: (table: Table) => Assignment): Sorted {
  const all = tables.map(assign);
  const isRepeat = ({ table }: Assignment): boolean => shape.isRepeat(table.headings);
  const candidates = all.filter((one) => !isRepeat(one) && (shape.code === 'OWN' || shape.isOf(one.table.headings)));
  const best = candidates.reduce<Assignment | undefined>(
    (a, b) => (a && a.assigned.length >= b.assigned.length ? a : b),
    undefined,
  );
  const mains = candidates.filter((one) => best && (one.assigned.length > 0 || one === best) && isLike(one, best));
  const repeats = all.filter(isRepeat);
  // A sheet that every file of the program has beside the rows is not told of.
  const others = candidates.filter((one) => !mains.includes(one));
  const warnings = others.map(({ table: { sheet } }) => ofFile(sheet.file, sheet.name, texts.otherSheet));
  return { shape, mains, repeats, warnings };
}

const isLike = (one: Assignment, best: Assignment): boolean => {
  const paths = ({ assigned }: Assignment): Set<string> =>
    new Set(assigned.flatMap(({ targets }) => targets.map(({ path }) => path)));
  const [a, b] = [paths(one), paths(best)];
  return a.size === b.size && [...a].every((path) => b.has(path));
};

export const foundOf = ({ table, assigned, externalId }: Assignment, shape: Shape): FoundTable => ({
  file: table.sheet.file,
  sheet: table.sheet.name,
  headings: table.columns.map(({ heading }) => heading),
  paths: table.columns.map((column) => {
    if (externalId[0] === column) return 'externalId';
    return assigned.find((one) => one.column === column)?.targets[0]?.path ?? null;
  }),
  repeats: shape.isRepeat(table.headings),
});

/** A number that is no year, a date, an address: what people put below headings, and not into them. */
const VALUE = /^(?!(?:19|20)\d\d$)[+(]?\d[\d\s.,:/()T+-]*Z?$|\S@\S/;

/** Its first row is one of its records, and some word of it happens to be known. */
function isHeadless({ table: { columns }, assigned }: Assignment): boolean {
  const values = columns.filter(({ heading }) => VALUE.test(heading)).length;
  return values >= 2 && values >= assigned.length;
}

/** Headings that are told of a file at most. */
const MOST_HEADINGS = 30;

/** Of a table of which some heading is known: what stands first in another may be a row, and none of it is told. */
function headingsOf(all: readonly Assignment[]): string {
  const known = all.filter(({ assigned, used }) => assigned.length + used.size > 0);
  const headings = known.flatMap(({ table: { columns } }) => columns.map(({ heading }) => heading.slice(0, 60)));
  return [...headings.slice(0, MOST_HEADINGS), ...(headings.length > MOST_HEADINGS ? ['…'] : [])].join(', ');
}

export function wrongIn(
  { shape, mains, repeats }: Sorted,
  tables: readonly Table[],
  { mapping, shape: said }: Reading,
): FileFinding[] {
  const [{ sheet }] = tables as [Table];
  const of = (text: Text): FileFinding => ofFile(sheet.file, null, text);
  if (said && said !== 'OWN' && mains.length === 0 && repeats.length === 0) {
    return [of(texts.noShape(labels(ImportShape, shape.code)))];
  }
  if (mains.length === 0) return [of(repeats.length > 0 ? texts.onlyRepeats : texts.noHeading)];
  const all = [...mains, ...repeats];
  if (shape.code === 'OWN' && mains.some(isHeadless)) return [of(texts.valuesAsHeadings)];
  const used = new Set(all.flatMap((one) => [...one.used]));
  const names = new Set(tables.flatMap((table) => [table.sheet.name ?? '', table.sheet.file].map(folded)));
  // A sheet of repeats is there only when it has rows.
  const isOfMissingTable = (heading: string): boolean => {
    const at = heading.indexOf('!');
    return (
      at > 0 &&
      ![...names].some(
        (name) => name.replace(/\.[a-z]+$/, '') === heading.slice(0, at) || name === heading.slice(0, at),
      )
    );
  };
  const missing = Object.keys(mapping.columns).filter(
    (heading) => !used.has(folded(heading)) && !isOfMissingTable(folded(heading)),
  );
  if (missing.length > 0) {
    const has = headingsOf(all);
    return missing.map((heading) => of(texts.missingHeading(heading, has)));
  }
  return all.some(({ assigned }) => assigned.some(isTold)) ? [] : [of(texts.noHeading)];
}
