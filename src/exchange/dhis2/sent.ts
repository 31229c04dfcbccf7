/**
 * What DHIS2 was sent: a small document that holds cells and no value. A cell that is hidden or missing by now has to be
 * deleted there, since leaving it out would keep the old number; so it has to be known that it was sent.
 */
import { cellKey, keyText, type CellKey, type DataValue } from './data-value';
import { NotWritable } from './fault';
import type { Mapping, Schemes } from './mapping';
import { isPlain, LONGEST_TEXT } from './mapping-nodes';
import { noRecord, otherRecord, otherRelease } from './texts';

export interface Sent {
  /** Where it was sent. */
  readonly to: string;
  readonly country: string;
  /** Id of the release to a ministry by which it was sent; null: it was published. */
  readonly release: string | null;
  /** In which its ids are said. */
  readonly schemes: Schemes;
  /** By data set, then by the text of the key. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, CellKey>>;
}

const FORM = 'handsoff-dhis2-sent-1';

export const nothingSent = (to: string, { country, schemes }: Mapping, release: string | null = null): Sent => ({
  ...{ to, country, release, schemes },
  cells: new Map(),
});

/**
 * @param to null: to whichever server
 * @throws NotWritable where it is of something else: then nobody knows what is to be deleted
 */
export function readSent(
  text: string,
  to: string | null,
  { country, schemes }: Mapping,
  release: string | null = null,
): Sent {
  const kept = parsed(text);
  if (
    (to !== null && kept.to !== to) ||
    kept.country !== country ||
    (kept.release ?? null) !== release ||
    !idSchemesOf(schemes).every((one) => kept.schemes?.[one] === schemes[one])
  )
    throw new NotWritable(release === null ? otherRecord(country, to) : otherRelease(country, to));
  const cells = Object.entries(kept.cells ?? {}).map(
    ([dataSet, keys]) => [dataSet, new Map(keys.map((key) => [keyText(key), key]))] as const,
  );
  return { to: kept.to, country, release, schemes, cells: new Map(cells) };
}

const idSchemesOf = (schemes: Schemes): readonly (keyof Schemes)[] => Object.keys(schemes) as (keyof Schemes)[];

const areCells = (cells: unknown): cells is Written['cells'] =>
  typeof cells === 'object' &&
  cells !== null &&
  Object.values(cells).every((keys) => Array.isArray(keys) && keys.every(isKey));

const isKey = (key: unknown): boolean =>
  Array.isArray(key) &&
  key.length === 5 &&
  key.every((part) => typeof part === 'string' && part.length <= LONGEST_TEXT && isPlain(part));

interface Written extends Omit<Sent, 'cells' | 'release'> {
  readonly form: string;
  /** Left out where there is none. */
  readonly release?: string;
  readonly cells: Readonly<Record<string, readonly CellKey[]>>;
}

/** A record may have been anywhere before it is read. @throws NotWritable for what is none */
function parsed(text: string): Written {
  const said = json(text);
  const isRecord = said?.form === FORM && typeof said.to === 'string' && said.to !== '' && areCells(said.cells ?? {});
  if (isRecord) return said as Written;
  throw new NotWritable(noRecord);
}

function json(text: string): Partial<Written> | null {
  try {
    return JSON.parse(text) as Partial<Written> | null;
  } catch {
    return null;
  }
}

/** In an order of its own, so that two records of the same are the same file. */
export function sentText({ cells, release, ...of }: Sent): string {
  const sorted = [...cells].filter(([, keys]) => keys.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const told = sorted.map(([dataSet, keys]) => [
    dataSet,
    [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key),
  ]);
  return `${JSON.stringify({ form: FORM, ...of, ...(release !== null && { release }), cells: Object.fromEntries(told) as object }, null, 1)}\n`;
}

/** What is there once these values were taken: those that are deleted are not. */
export function withTaken(sent: Sent, taken: readonly DataValue[]): Sent {
  const cells = new Map([...sent.cells].map(([dataSet, keys]) => [dataSet, new Map(keys)]));
  for (const value of taken) {
    const keys = cells.get(value.dataSet) ?? new Map<string, CellKey>();
    cells.set(value.dataSet, keys);
    const key = cellKey(value);
    // A cell that went into another data set before is the same cell.
    for (const others of cells.values()) others.delete(keyText(key));
    if (!value.deleted) keys.set(keyText(key), key);
  }
  return { ...sent, cells };
}
