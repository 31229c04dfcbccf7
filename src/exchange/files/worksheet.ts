/** The rows of a sheet of a workbook, as they pass by. */
import type { Text } from '../../base/locale';
import { columnAt, FileRefused, type Cell, type RawRow, type Sheet } from './sheet';
import { numberText } from './number-format';
import { damaged, tooManyColumns, tooManyRows } from './refusals';
import { richText, unescaped, type SheetPart, type Workbook } from './workbook';
import { passed, type Handler } from './xml';
import type { Limits } from '../limits';

const errorCell: Text = {
  en: 'The cell shows an error of its formula. Write the value itself.',
  pt: 'A célula mostra um erro da sua fórmula. Escreva o próprio valor.',
};
const noResult: Text = {
  en: 'The formula of the cell has no result. Open the file in the spreadsheet program, save it and send it again.',
  pt: 'A fórmula da célula não tem resultado. Abra o ficheiro na folha de cálculo, guarde-o e envie-o outra vez.',
};

export function worksheet(file: string, book: Workbook, part: SheetPart, limits: Limits): Sheet {
  let merged: ReadonlyMap<string, true> = new Map();
  return {
    file,
    name: part.name,
    hidden: part.hidden,
    warnings: [],
    async *rows() {
      const reader = new SheetReader(book, limits);
      for await (const _ of passed(book.archive.bytesOf(part.part), reader)) yield* reader.taken();
      yield* reader.taken();
      merged = reader.merged;
    },
    isMerged: (row, column) => merged.has(`${row} ${column}`),
  };
}

/** Cells in merged areas that are remembered. */
const MOST_MERGED = 200_000;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

class SheetReader implements Handler {
  /** Cells below the first of a merged area, as `row column`. */
  readonly merged = new Map<string, true>();
  private ready: RawRow[] = [];
  private row = 0;
  private filled = 0;
  private cells: Cell[] = [];
  private cell: OpenCell | null = null;
  private isValue = false;
  private readonly inline = richText('is', (text) => {
    if (this.cell) this.cell.value = text;
  });
  private isInline = false;

  constructor(
    private readonly book: Workbook,
    private readonly limits: Limits,
  ) {}

  taken(): RawRow[] {
    const ready = this.ready;
    this.ready = [];
    return ready;
  }

  readonly open: Handler['open'] = (name, given) => {
    if (this.isInline) return this.inline.open(name, given);
    if (name === 'row') this.openRow(given);
    else if (name === 'c') this.openCell(given);
    else if (name === 'v') this.isValue = true;
    else if (name === 'f' && this.cell) this.cell.hasFormula = true;
    else if (name === 'is') {
      this.isInline = true;
      this.inline.open(name, given);
    } else if (name === 'mergeCell') this.merge(given['ref'] ?? '');
  };

  readonly close: Handler['close'] = (name) => {
    if (this.isInline) {
      this.inline.close(name);
      this.isInline = name !== 'is';
    } else if (name === 'v') this.isValue = false;
    else if (name === 'c' && this.cell) {
      this.cells[this.cell.column] = this.textOf(this.cell);
      this.cell = null;
    } else if (name === 'row') this.closeRow();
  };

  readonly text: Handler['text'] = (text) => {
    if (this.isInline) this.inline.text(text);
    else if (this.isValue && this.cell) this.cell.value += text;
  };

  private openRow({ r }: Readonly<Record<string, string>>): void {
    const row = r === undefined ? this.row + 1 : Number(r);
    if (!Number.isInteger(row) || row <= this.row) throw damaged();
    this.row = row;
    this.cells = [];
  }

  /** Rows that have a format and no cell may be without end: only what is filled counts. */
  private closeRow(): void {
    if (!this.cells.some((cell) => cell !== '')) return;
    this.filled += 1;
    if (this.filled > this.limits.rows + 100) throw tooManyRows(this.limits.rows);
    if (this.cells.length > this.limits.columns) throw tooManyColumns(this.limits.columns, this.row);
    this.ready.push({ row: this.row, cells: Array.from(this.cells, (cell) => cell ?? '') });
  }

  private openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const letters = r === undefined ? null : (/^([A-Z]{1,3})\d+$/.exec(r)?.[1] ?? null);
    if (r !== undefined && letters === null) throw damaged();
    const column = letters === null ? this.cells.length : columnAt(letters);
    this.cell = { column, type: t, style: Number(s), value: '', hasFormula: false };
  }

  private textOf({ type, style, value, hasFormula }: OpenCell): Cell {
    if (type === 'e') return { problem: errorCell };
    if (value === '') return hasFormula && type !== 'str' ? { problem: noResult } : '';
    if (type === 's') return (this.book.texts[Number(value)] ?? '').trim();
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type === 'd') return value.replace(/T00:00:00(\.0+)?$/, '').replace(/\.\d+$/, '');
    if (type !== 'n') return unescaped(value).trim();
    const number = Number(value);
    if (!Number.isFinite(number)) throw new FileRefused(damaged().text, this.row);
    return numberText(number, this.book.shows[style] ?? 'number', this.book.is1904);
  }

  private merge(ref: string): void {
    const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
    if (!left || !right) return;
    const [from, to] = [columnAt(left), Math.min(columnAt(right), this.limits.columns)];
    for (let row = Number(top) + 1; row <= Math.min(Number(bottom), this.row); row++) {
      for (let column = from; column <= to && this.merged.size < MOST_MERGED; column++)
        this.merged.set(`${row} ${column}`, true);
    }
  }
}
