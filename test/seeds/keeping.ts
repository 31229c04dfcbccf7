/** How rules over rows are told. */
/** In order, as far as they are known. */
export const inOrder = (...moments: (string | null)[]): boolean => {
  const known = moments.filter((moment) => moment !== null);
  return known.every((moment, at) => at === 0 || (known[at - 1] as string) <= moment);
};

/** The first few that break a rule, so that a failure shows them; none is as it should be. */
export const breaking = <T>(rows: Iterable<T>, rule: (row: T) => boolean): T[] =>
  [...rows].filter((row) => !rule(row)).slice(0, 3);

/** Every attribute of `part` is so in `row`. */
export const agrees = <T extends object>(row: T | undefined, part: Partial<T>): boolean =>
  row !== undefined && Object.entries(part).every(([name, value]) => row[name as keyof T] === value);
