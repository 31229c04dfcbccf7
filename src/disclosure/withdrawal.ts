/**
 * What goes from a release with those who withdrew. Whoever holds both editions sees which rows went: never one alone,
 * but at least as many people as have to look alike, of two kinds of whatever is sensitive. Others go with them, drawn
 * by lot and for good; and what no longer has enough people who look alike goes as a whole. No other row changes.
 */
import { classesOf, leastPeople, peopleIn, type ReleasedValues, type ReleaseRules } from './release-rules';

export interface PublishedRow {
  readonly id: string;
  readonly person: string;
  readonly values: ReleasedValues;
}

/**
 * @param gone ids of the rows of those who withdrew
 * @param draw a number from 0 to below its argument, by lot: what can be guessed tells who withdrew
 * @returns the ids of all rows that go; none where nobody withdrew
 */
export function withdrawn(
  rows: readonly PublishedRow[],
  gone: ReadonlySet<string>,
  rules: ReleaseRules,
  draw: (below: number) => number,
): ReadonlySet<string> {
  const going = new Set(rows.filter(({ id }) => gone.has(id)).map(({ id }) => id));
  if (going.size === 0) return going;
  for (;;) {
    addWeakened(rows, going, rules);
    const staying = rows.filter(({ id }) => !going.has(id));
    if (staying.length === 0 || isCovered(rows, going, rules)) return going;
    going.add((staying[draw(staying.length)] as PublishedRow).id);
  }
}

/** What would be left of a class with too few people, or of those who look alike in all but what is sensitive, of one kind. */
function addWeakened(rows: readonly PublishedRow[], going: Set<string>, rules: ReleaseRules): void {
  const isWeak = (some: readonly PublishedRow[]): boolean =>
    peopleIn(some) < leastPeople(rules, (some[0] as PublishedRow).values);
  const isOfOneKind = (some: readonly PublishedRow[]): boolean =>
    rules.columns.some(({ sensitive }, at) => sensitive && !isMixed(some, at, rules));
  const rest = ({ values }: PublishedRow): ReleasedValues => values.filter((_, at) => !rules.columns[at]?.sensitive);
  for (let before = -1; before !== going.size;) {
    before = going.size;
    addWhere(rows, going, ({ values }) => values, isWeak);
    addWhere(rows, going, rest, isOfOneKind);
  }
}

/** Of the classes that have lost something already, those of which the rest is no longer safe. */
function addWhere(
  rows: readonly PublishedRow[],
  going: Set<string>,
  by: (row: PublishedRow) => ReleasedValues,
  isUnsafe: (staying: readonly PublishedRow[]) => boolean,
): void {
  for (const alike of classesOf(rows, by).values()) {
    const staying = alike.filter(({ id }) => !going.has(id));
    if (staying.length === 0 || staying.length === alike.length) continue;
    if (isUnsafe(staying)) for (const { id } of staying) going.add(id);
  }
}

function isCovered(rows: readonly PublishedRow[], going: ReadonlySet<string>, rules: ReleaseRules): boolean {
  const those = rows.filter(({ id }) => going.has(id));
  const least = Math.max(...those.map(({ values }) => leastPeople(rules, values)));
  return (
    peopleIn(those) >= least && rules.columns.every(({ sensitive }, at) => !sensitive || isMixed(those, at, rules))
  );
}

/** Of what is told nowhere, nothing is learnt. */
function isMixed(rows: readonly PublishedRow[], at: number, { l }: ReleaseRules): boolean {
  const kinds = new Set(rows.map(({ values }) => values[at] ?? null).filter((value) => value !== null));
  return kinds.size === 0 || kinds.size >= l;
}
