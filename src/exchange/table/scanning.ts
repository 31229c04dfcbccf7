/** Reads every table once, to its end: repeats are kept, and it is seen which rows they are parts of. */
import type { RawRow } from '../files/sheet';
import { FileRefused } from '../files/sheet';
import type { FileFinding } from '../mapped';
import { ofFile, refusalOf, type Reading } from '../reading';
import * as texts from '../texts';
import { isInList, type Assignment } from './assigned';
import { Repeats } from './repeats';
import type { Readable } from './row';
import { scan } from './scan';
import type { Sorted } from './sorted';
import { underOf } from './table';
import { warningsOf } from './warnings';

export interface Ready {
  readonly mains: readonly Readable[];
  readonly repeats: Repeats;
  readonly warnings: readonly FileFinding[];
}

/** @returns what cannot be read to its end, where that is so */
export async function scanAll(sorted: Sorted, reading: Reading): Promise<Ready | FileFinding> {
  const [first] = sorted.mains;
  const repeats = new Repeats(sorted.shape, first?.table.sheet.name ?? '');
  const scanner = new Scanner(sorted, reading, repeats);
  for (const assignment of [...sorted.repeats, ...sorted.mains]) {
    const { file, name } = assignment.table.sheet;
    try {
      await scanner.take(assignment);
    } catch (error) {
      if (error instanceof FileRefused) return refusalOf(file, name, error);
      throw error;
    }
  }
  const orphans = repeats
    .orphans()
    .map(({ table: { sheet }, row }) => ofFile(sheet.file, sheet.name, texts.orphan, row));
  const isEmpty = scanner.mains.every(({ scanned }) => scanned.rows === 0);
  const empty = first && isEmpty ? [ofFile(first.table.sheet.file, first.table.sheet.name, texts.noRows)] : [];
  return { mains: scanner.mains, repeats, warnings: [...scanner.warnings, ...orphans, ...empty] };
}

class Scanner {
  readonly mains: Readable[] = [];
  readonly warnings: FileFinding[] = [];
  private rows = 0;

  constructor(
    private readonly sorted: Sorted,
    private readonly reading: Reading,
    private readonly repeats: Repeats,
  ) {}

  /** @throws FileRefused */
  async take(assignment: Assignment): Promise<void> {
    const { shape, repeats } = this.sorted;
    const isRepeat = repeats.includes(assignment);
    const scanned = await scan(assignment, this.reading.limits, this.rows, this.seeing(assignment, isRepeat));
    this.rows += scanned.rows;
    this.warnings.push(...warningsOf(assignment, scanned, shape, isRepeat));
    const { name, file } = assignment.table.sheet;
    const { timeZone } = this.reading;
    const of = { scanned, timeZone, zeroIsOpen: shape.zeroIsOpen ?? false };
    if (!isRepeat) this.mains.push({ ...of, assignment, repeats: null });
    else this.repeats.add({ ...of, assignment: inLists(assignment), repeats: name ?? file });
  }

  private seeing(assignment: Assignment, isRepeat: boolean): (row: RawRow) => void {
    if (isRepeat) return this.repeats.taking(assignment);
    const { table } = assignment;
    const under = underOf(table);
    return (row) => this.repeats.see(this.repeats.keysOf(under(row), table));
  }
}

const inLists = (assignment: Assignment): Assignment => ({
  ...assignment,
  assigned: assignment.assigned.filter(({ targets }) => targets.every(isInList)),
});
