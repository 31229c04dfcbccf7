/** What a country answered to a statement: the rows of each part, found by the record that they hang on. */
import { readCells, type Cells } from './cells';
import type { Count, Part } from './part';
import type { CountryRows, Run } from './writing';

const none: Cells = [];

/** An array of arrays; one without elements has no inner ones. */
const cellsOf = (text: string): Cells => (text === '{}' ? none : readCells(text));

export class AnsweredRows implements CountryRows {
  readonly #cells = new Map<number, Cells>();
  readonly #under = new Map<number, Map<string, Run>>();
  readonly #counts = new Map<number, Map<string | null, number>>();
  keys: CountryRows['keys'] = null;

  constructor(
    readonly country: string,
    /** Columns of the answer's one row, by the number of the part or count. */
    private readonly columns: ReadonlyMap<number, string>,
  ) {}

  all(part: Part): Run {
    const width = part.cells.length;
    const cells = this.#cellsOf(part.number);
    return { cells, start: 0, length: cells.length / width, width };
  }

  under(part: Part, key: string): Run {
    let runs = this.#under.get(part.number);
    if (!runs) this.#under.set(part.number, (runs = runsOf(this.all(part))));
    return runs.get(key) ?? { cells: none, start: 0, length: 0, width: part.cells.length };
  }

  count({ number }: Count, key: string | null): number {
    let counts = this.#counts.get(number);
    if (!counts) {
      counts = new Map();
      const cells = this.#cellsOf(number);
      for (let at = 0; at < cells.length; at += 2) counts.set(cells[at] ?? null, Number(cells[at + 1]));
      this.#counts.set(number, counts);
    }
    return counts.get(key) ?? 0;
  }

  #cellsOf(number: number): Cells {
    let cells = this.#cells.get(number);
    if (!cells) this.#cells.set(number, (cells = cellsOf(this.columns.get(number) ?? '{}')));
    return cells;
  }
}

/** The rows of each key stand together; the key is their first cell. */
function runsOf({ cells, length, width }: Run): Map<string, Run> {
  const runs = new Map<string, Run>();
  for (let row = 0; row < length;) {
    const start = row * width;
    const key = cells[start];
    while (row < length && cells[row * width] === key) row++;
    runs.set(key as string, { cells, start, length: row - start / width, width });
  }
  return runs;
}
