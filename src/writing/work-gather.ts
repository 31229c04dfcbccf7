/** What is gathered from everything that a unit of work did, when all of it is done. */
import type { Thing } from '../model/thing';
import type { Operation } from './history-entry.entity';

/** What happened to a record, and the record as it is by then. */
export interface Noted {
  readonly operation: Operation;
  readonly thing: Thing;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Gathers something from all that was noted, in the unit of work that did it. */
export type Gatherer<W> = (work: W, all: readonly Noted[]) => Promise<void>;

/** What is gathered at the end of every unit of work, as it is declared. */
export class Gatherings<W> {
  private readonly declared: Gatherer<W>[] = [];

  add(gatherer: Gatherer<W>): void {
    this.declared.push(gatherer);
  }

  async run(work: W, all: readonly Noted[]): Promise<void> {
    for (const gatherer of this.declared) await gatherer(work, all);
  }
}
