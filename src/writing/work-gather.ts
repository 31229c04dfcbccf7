/** What is gathered from everything that a unit of work did, when all of it is done. */
import type { Thing } from '../model/thing';
import type { Operation } from './history-entry.entity';
import type { Work } from './work';

/** What happened to a record, and the record as it is by then. */
export interface Noted {
  readonly operation: Operation;
  readonly thing: Thing;
  readonly row: Readonly<Record<string, unknown>>;
}

export type Gatherer = (work: Work, all: readonly Noted[]) => Promise<void>;

const declared: Gatherer[] = [];

/** Declares something that is gathered at the end of every unit of work. */
export function gatherAtEnd(gatherer: Gatherer): void {
  declared.push(gatherer);
}

export async function gather(work: Work, all: readonly Noted[]): Promise<void> {
  for (const gatherer of declared) await gatherer(work, all);
}
