/** What was found in the rows of a file, as it is kept and told: where, and what to do; never a value. */
import type { Locale, Text } from '../../base/locale';
import type { ProblemShape } from '../../base/problem';
import type { CellFinding, MappedRow } from '../../exchange/mapped';
import type { ImportFinding } from './import.codes';

export interface Finding {
  readonly finding: ImportFinding;
  /** As a spreadsheet counts them; 0: the file as a whole. */
  readonly row: number;
  readonly sheet: string | null;
  readonly column: string | null;
  readonly path: string | null;
  readonly code: string;
  readonly text: Text;
}

/** So many are kept and told; all are counted. */
export const MOST_FINDINGS = 1000;

export const ofCell = (
  finding: ImportFinding,
  { row, sheet }: Pick<MappedRow, 'row' | 'sheet'>,
  one: CellFinding,
): Finding => ({
  ...{ finding, row, sheet, path: one.path, code: 'INVALID_INPUT', text: one.text },
  column: columnOf(one),
});

/** What a mutation has against the row, at the column that says it: that of the path, of what stands around it, or first within it. */
export function ofProblem(finding: ImportFinding, { row, sheet, origins }: MappedRow, shape: ProblemShape): Finding {
  const path = (shape.path ?? []).map(String);
  const around = path.map((_, length) => path.slice(0, path.length - length).join('.'));
  const within = [...origins.keys()].filter((one) => path.length > 0 && one.startsWith(`${path.join('.')}.`));
  const at = [...around, ...within].find((one) => origins.has(one));
  const origin = at === undefined ? undefined : origins.get(at);
  return {
    ...{ finding, row, sheet, code: shape.code, text: shape.text.without ?? shape.text },
    path: path.length > 0 ? path.join('.') : null,
    column: origin ? columnOf(origin) : null,
  };
}

/** A column as people find it: its letter and its heading. */
export const columnOf = ({
  column,
  heading,
}: {
  readonly column: string | null;
  readonly heading: string | null;
}): string | null => (column === null ? heading : `${column}${heading ? ` (${heading})` : ''}`.slice(0, 200));

/** As it is told to somebody. */
export const told = ({ text, ...finding }: Finding, locale: Locale) => ({ ...finding, message: text[locale] });
export type ToldFinding = ReturnType<typeof told>;
