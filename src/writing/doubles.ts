/**
 * What stands twice in a list of an input is kept once. Where each item stood is remembered: a problem that is found later
 * counts what is kept, and is told at the place that was sent.
 */

/** Names of fields, and places in lists. */
export type Path = readonly (string | number)[];

export class Doubles {
  /** Of each list that lost some, by its path: where those that are kept stood. */
  private readonly stood = new Map<string, readonly number[]>();

  /** Each item once, in their order; those that are null were refused. */
  once<V>(items: readonly (V | null)[], path: Path): V[] {
    const kept = items.flatMap((item, at) => (item === null || items.indexOf(item) < at ? [] : [{ item, at }]));
    if (kept.length < items.length)
      this.stood.set(
        path.join('.'),
        kept.map(({ at }) => at),
      );
    return kept.map(({ item }) => item);
  }

  /** The place in what was sent, of one in what is kept. */
  sent(path: Path): Path {
    const at = path.at(-1);
    const before = path.slice(0, -1);
    const stood = at === undefined ? undefined : this.stood.get(before.join('.'))?.[Number(at)];
    return stood === undefined ? path : [...before, stood];
  }
}
