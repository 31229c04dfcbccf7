/** Two numbers that go to one cell: which of them would stay is chance, and from 2.43 on the whole group is refused. */
import { BadMapping, type Fault } from './fault';
import type { DataSet, Entry, Mapping } from './mapping';
import { sharedCell, tooManyCells } from './mapping-texts';
import { measures, PLACE } from './row';

type Cell = readonly [periodType: string, element: string, unit: string, combo: string, attributeCombo: string];

/** Numbers in place of ids: a key of each cell that repeats them would be a thousand times as long as the mapping. */
class Keys {
  private readonly numbers = new Map<string, number>();

  of(cell: Cell): string {
    return cell.map((id) => this.numberOf(id)).join(' ');
  }

  private numberOf(id: string): number {
    const found = this.numbers.get(id) ?? this.numbers.size;
    this.numbers.set(id, found);
    return found;
  }
}

/** The cells that an entry can fill, whatever its rows say: without the period, which all have. */
function* cellsOf(mapping: Mapping, dataSet: DataSet, entry: Entry): Generator<Cell> {
  const units = [...mapping.orgUnits].filter(([place]) => (place === mapping.country) !== entry.by.includes(PLACE));
  const combos = entry.combos ? [...entry.combos.values()] : [entry.combo];
  for (const measure of measures) {
    const target = entry.targets[measure];
    if (!target) continue;
    for (const [, unit] of units)
      for (const combo of combos)
        if (unit !== null && combo !== null)
          yield [dataSet.periodType, target.dataElement, unit, combo, dataSet.attributeOptionCombo];
  }
}

/** Pairs that are told at most. */
const MOST_FAULTS = 1_000;

/** Cells of one period that a mapping fills at most. */
const MOST_CELLS = 200_000;

/**
 * Each pair of places in the mapping of which two numbers go to one cell.
 * @throws BadMapping where there are more than anybody fills
 */
export function sharedCells(mapping: Mapping): readonly Fault[] {
  const keys = new Keys();
  const filled = new Map<string, number>();
  const faults = new Map<string, Fault>();
  let cells = 0;
  for (const dataSet of mapping.dataSets)
    for (const entry of dataSet.entries)
      for (const cell of cellsOf(mapping, dataSet, entry)) {
        const key = keys.of(cell);
        const other = filled.get(key);
        filled.set(key, entry.line);
        if (++cells > MOST_CELLS) throw new BadMapping([{ line: entry.line, text: tooManyCells(MOST_CELLS) }]);
        if (other === undefined || faults.size >= MOST_FAULTS || faults.has(`${other} ${entry.line}`)) continue;
        const [, element, unit, combo] = cell;
        faults.set(`${other} ${entry.line}`, {
          line: entry.line,
          text: sharedCell(`${element}, ${unit}, ${combo}`, other),
        });
      }
  return [...faults.values()];
}
