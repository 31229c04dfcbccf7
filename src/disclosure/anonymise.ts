/**
 * Makes rows about people safe by a local ladder: whatever looks alike in enough people is told as it is, and only the
 * rest is told more coarsely, the cheapest way first. What stays alone is left out. A ladder for all rows alike loses
 * places and ages altogether; a class that is enough by itself gains nothing from being coarsened with the others.
 */
import {
  classesOf,
  leastPeople,
  peopleIn,
  type LadderStep,
  type ReleasedColumn,
  type ReleasedValues,
  type ReleaseRules,
} from './release-rules';

/** A row as it is, with a value for each column. */
export interface PersonalRow {
  readonly id: string;
  /** Who it is about: the same in all rows about the same person. */
  readonly person: string;
  readonly values: readonly string[];
}

export interface ReleasedRow<Row extends PersonalRow = PersonalRow> {
  readonly row: Row;
  readonly values: ReleasedValues;
}

export interface Anonymised<Row extends PersonalRow> {
  readonly released: readonly ReleasedRow<Row>[];
  /** Those that cannot be made safe. */
  readonly left: readonly Row[];
}

export function anonymise<Row extends PersonalRow>(rows: readonly Row[], rules: ReleaseRules): Anonymised<Row> {
  const released: ReleasedRow<Row>[] = [];
  let left: readonly Row[] = rows;
  for (const shape of shapesOf(rules.columns)) {
    if (left.length === 0) break;
    const rest: Row[] = [];
    for (const [key, alike] of classesOf(left, ({ values }) => told(values, shape))) {
      const values = JSON.parse(key) as ReleasedValues;
      if (peopleIn(alike) < leastPeople(rules, values)) rest.push(...alike);
      else released.push(...alike.map((row) => ({ row, values })));
    }
    left = rest;
  }
  return { released: diversified(released, rules), left };
}

/** A step of each column; null: as it is. */
type Shape = readonly (LadderStep | null)[];

const told = (values: readonly string[], shape: Shape): ReleasedValues =>
  values.map((value, at) => {
    const step = shape[at];
    return step ? step.tell(value) : value;
  });

/** Every way of telling the columns, from what loses nothing to what tells nothing. */
function shapesOf(columns: readonly ReleasedColumn[]): readonly Shape[] {
  let shapes: Shape[] = [[]];
  for (const { steps } of columns) shapes = shapes.flatMap((shape) => [null, ...steps].map((step) => [...shape, step]));
  const lossOf = (shape: Shape): number => shape.reduce((sum, step) => sum + (step?.loss ?? 0), 0);
  return shapes
    .map((shape) => ({ shape, loss: lossOf(shape) }))
    .sort((one, other) => one.loss - other.loss)
    .map(({ shape }) => shape);
}

/**
 * Where all who look alike in the other columns have one kind, it would be known of each of them: it is not told there.
 * That only makes classes larger.
 */
function diversified<Row extends PersonalRow>(
  released: readonly ReleasedRow<Row>[],
  rules: ReleaseRules,
): readonly ReleasedRow<Row>[] {
  const hidden = new Map<ReleasedRow<Row>, Set<number>>();
  const sensitive = rules.columns.flatMap(({ sensitive }, at) => (sensitive ? [at] : []));
  const rest = ({ values }: ReleasedRow): ReleasedValues => values.filter((_, at) => !sensitive.includes(at));
  for (const alike of classesOf(released, rest).values())
    for (const at of sensitive) {
      const kinds = new Set(alike.map(({ values }) => values[at] ?? null).filter((value) => value !== null));
      if (kinds.size >= rules.l) continue;
      for (const one of alike) hidden.set(one, (hidden.get(one) ?? new Set()).add(at));
    }
  return released.map((one) => {
    const at = hidden.get(one);
    return at ? { row: one.row, values: one.values.map((value, column) => (at.has(column) ? null : value)) } : one;
  });
}
