/**
 * What makes rows about people safe to give away: how many people look alike in all that is told of them, and how many
 * kinds of what they must not be recognised by stand among those who look alike in the rest.
 */

/** A column of a row, and how it is told the more coarsely the higher one steps; null: not told at all. */
export interface ReleasedColumn<Name extends string = string> {
  readonly name: Name;
  /** Steps of the ladder above the value itself, each with what is lost by it, from 0 to 1. The last tells nothing. */
  readonly steps: readonly LadderStep[];
  /** What must not be learnt of a person whose other columns are known. */
  readonly sensitive?: true;
}

export interface LadderStep {
  readonly loss: number;
  readonly tell: (value: string) => string | null;
}

/** The last step of each ladder. */
export const untold = (loss: number): LadderStep => ({ loss, tell: () => null });

export type ReleasedValues = readonly (string | null)[];

export interface ReleaseRules<Name extends string = string> {
  readonly columns: readonly ReleasedColumn<Name>[];
  /** People who look alike, at least. */
  readonly k: number;
  /** The same of rows that show what few are: never less than `k`. */
  readonly kOfFew: number;
  readonly isOfFew: (values: ReleasedValues) => boolean;
  /** Kinds of each sensitive column among those whose other columns are alike, at least, unless none is told. */
  readonly l: number;
}

/** How many people have to look alike in these values. */
export const leastPeople = ({ k, kOfFew, isOfFew }: ReleaseRules, values: ReleasedValues): number =>
  isOfFew(values) ? Math.max(k, kOfFew) : k;

/** Rows by what is told of them. */
export function classesOf<Row>(rows: Iterable<Row>, valuesOf: (row: Row) => ReleasedValues): Map<string, Row[]> {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(valuesOf(row));
    const others = classes.get(key);
    if (others) others.push(row);
    else classes.set(key, [row]);
  }
  return classes;
}

/** A person with several rows is one of those who look alike. */
export const peopleIn = (rows: readonly { readonly person: string }[]): number =>
  new Set(rows.map(({ person }) => person)).size;
