/** Two numbers that go to one cell: which of them would stay is chance, and from 2.43 on the whole group is refused. */
import { BadMapping, type Fault } from './fault';
import type { DataSet, Entry, Mapping } from './mapping';
import { sharedCell, tooManyCells } from './mapping-texts';
import { measures, PLACE } from './row';

/** The cells that an entry can fill, whatever its rows say: without the period, which all have. */
function* cellsOf(mapping: Mapping, dataSet: DataSet, entry: Entry): Generator<string> {
  const units = [...mapping.orgUnits].filter(([place]) => (place === mapping.country) !== entry.by.includes(PLACE));
  const combos = entry.combos ? [...entry.combos.values()] : [entry.combo];
  for (const measure of measures) {
    const target = entry.targets[measure];
    if (!target) continue;
    for (const [, unit] of units)
      for (const combo of combos)
        if (unit !== null && combo !== null)
          yield JSON.stringify([dataSet.periodType, target.dataElement, unit, combo, dataSet.attributeOptionCombo]);
  }
}

/** Cells of one period that a mapping fills at most. */
const MOST_CELLS = 200_000;

/**
 * Each pair of places in the mapping of which two numbers go to one cell.
 * @throws BadMapping where there are more than anybody fills
 */
export function sharedCells(mapping: Mapping): readonly Fault[] {
  const filled = new Map<string, number>();
  const faults = new Map<string, Fault>();
  let cells = 0;
  for (const dataSet of mapping.dataSets)
    for (const entry of dataSet.entries)
      for (const cell of cellsOf(mapping, dataSet, entry)) {
        const other = filled.get(cell);
        filled.set(cell, entry.line);
        if (++cells > MOST_CELLS) throw new BadMapping([{ line: entry.line, text: tooManyCells(MOST_CELLS) }]);
        if (other === undefined || faults.has(`${other} ${entry.line}`)) continue;
        const [, element, unit, combo] = JSON.parse(cell) as string[];
        const at = `${element}, ${unit}, ${combo}`;
        faults.set(`${other} ${entry.line}`, {
          line: entry.line,
          text: sharedCell(at, other),
        });
      }
  return [...faults.values()];
}
