/** What is told once of a table: columns that are not imported and why, rows that were passed over. */
import type { Text } from '../../base/locale';
import type { FileFinding } from '../mapped';
import type { Shape } from '../shapes/shape';
import * as texts from '../texts';
import { isInList, type Assignment } from './assigned';
import type { Scanned } from './scan';
import { columnLetter } from '../files/sheet';
import type { Column } from './table';

export function warningsOf(assignment: Assignment, scanned: Scanned, shape: Shape, isRepeat: boolean): FileFinding[] {
  const { table, assigned, unknown, left, doubled, same } = assignment;
  const { file, name: sheet } = table.sheet;
  const of = (text: Text, column: Column | null = null, row: number | null = null): FileFinding => ({
    ...{ file, sheet, row, text },
    ...{ column: column?.letter ?? null, heading: column?.heading ?? null, path: null },
  });
  const isFilled = ({ at }: Column): boolean => scanned.filled.has(at);
  const said = new Set(assigned.flatMap(({ targets }) => targets.map(({ path }) => path)));
  const isSaid = (where: string): boolean => [...said].some((path) => path.startsWith(where));
  return [
    ...(table.above.length > 0 ? [of(texts.passedOver)] : []),
    ...doubled.map((column) => of(texts.doubledHeading(column.heading), column)),
    ...same.map((column) => of(texts.sameField, column)),
    ...unknown.filter((column) => !doubled.includes(column)).map((column) => of(texts.unknownHeading, column)),
    ...unnamed(assignment, scanned).map((at) => ({ ...of(texts.blankHeading), column: columnLetter(at) })),
    ...(isRepeat ? assigned.filter((one) => !one.targets.every(isInList)) : []).map(({ column }) =>
      of(texts.notInList, column),
    ),
    ...left.filter(({ column }) => isFilled(column)).map(({ column, text }) => of(text, column)),
    ...assigned.flatMap(({ column, rule }) => (rule.remark && isFilled(column) ? [of(rule.remark, column)] : [])),
    ...(shape.given ?? []).flatMap(({ once, remark, where }) => (once && remark && isSaid(where) ? [of(remark)] : [])),
    ...[...scanned.totals].map((row) => of(texts.total, null, row)),
  ];
}

/** Columns that have something in them, and no heading. */
function unnamed({ table: { columns } }: Assignment, { filled }: Scanned): number[] {
  const named = new Set(columns.map(({ at }) => at));
  return [...filled].filter((at) => !named.has(at)).sort((a, b) => a - b);
}
