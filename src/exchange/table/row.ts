/** The cells of a row as what a mutation takes. */
import type { Text } from '../../base/locale';
import type { Attribute } from '../../model/thing';
import type { Cell, RawRow } from '../files/sheet';
import type { CellFinding } from '../mapped';
import { folded } from '../mapping/headings';
import { settled } from '../mapping/paths';
import type { Converted, Reading } from '../values/converted';
import { yesOrNo } from '../values/numbers';
import { isUnknown, leftUnknown, valueOf } from '../values/value';
import type { Assigned, Assignment, Target } from './assigned';
import type { Scanned } from './scan';
import type { Column } from './table';
import type { Steps, Tree } from './tree';

/** A table that is ready to be mapped. */
export interface Readable {
  readonly assignment: Assignment;
  readonly scanned: Scanned;
  readonly timeZone: string;
  /** Choices are 0 also where nobody was asked. */
  readonly zeroIsOpen: boolean;
  /** How findings name a table of repeats; null for rows of their own. */
  readonly repeats: string | null;
}

export interface Findings {
  readonly problems: CellFinding[];
  readonly warnings: CellFinding[];
}

const merged: Text = {
  en: 'The cell is merged with the one above. Give each row its own value.',
  pt: 'A célula está unida à de cima. Dê a cada linha o seu próprio valor.',
};
const openZero: Text = {
  en: 'No choice is marked, which is written also where nobody was asked: it was left out as unknown.',
  pt: 'Nenhuma opção está marcada, o que se escreve também quando não se perguntou: foi omitido como desconhecido.',
};
const notKnownHere: Text = {
  en: 'What it says has no code here, and was left out.',
  pt: 'O que diz não tem código aqui, e foi omitido.',
};
const severalSaid: Text = {
  en: 'It says several things, and one alone is kept: the first that is known.',
  pt: 'Diz várias coisas, e só se guarda uma: a primeira que se conhece.',
};
const severalChosen: Text = {
  en: 'Several choices are marked, and one alone can be kept. Mark one.',
  pt: 'Há várias opções marcadas, e só se pode guardar uma. Marque uma.',
};

/** Reads the cells of one row into its tree. */
export class RowReader {
  constructor(
    private readonly of: Readable,
    private readonly tree: Tree,
    private readonly findings: Findings,
    private readonly row: RawRow,
    private readonly ordinals: readonly number[],
  ) {}

  read(): void {
    const { assigned } = this.of.assignment;
    for (const turn of [undefined, 1, 2]) for (const one of assigned) if (one.rule.fallback === turn) this.take(one);
  }

  private take(one: Assigned): void {
    if (one.choices.some(({ column }) => !this.isBlank(column))) return this.takeChoices(one);
    // Choices that are all blank were not asked for, or not exported: then the answer as a whole counts, if there is one.
    const { column, targets, rule, choices } = one;
    if (choices.some((choice) => choice.column === column)) return;
    const cell = this.cellOf(column, targets);
    if (cell === null) return;
    if (cell === '') return this.takeBlank(one);
    if (cell === '0' && this.isOpen(one)) return this.warn(column, targets[0], openZero);
    const text = rule.part ? rule.part(cell) : cell;
    if (text === null) return this.warn(column, targets[0], isUnknown(cell) ? leftUnknown : notKnownHere);
    for (const target of targets) this.takeOne(one, target, text);
  }

  private isBlank({ at }: Column): boolean {
    return (this.row.cells[at] ?? '') === '';
  }

  private takeBlank({ column, targets, rule }: Assigned): void {
    const [target] = targets;
    if (!rule.blank || !target) return;
    const { blank } = rule;
    const converted = valueOf(attributeOf(target), blank.value, this.reading(column, target));
    if ('value' in converted) this.put(column, target, converted.value);
    this.warn(column, target, blank.warning);
  }

  private takeOne({ column, rule, isUtc, targets }: Assigned, target: Target, text: string): void {
    if (rule.fallback && this.tree.has(this.steps(target))) return;
    const converted = this.converted(attributeOf(target), text, this.reading(column, target, isUtc), rule.joined);
    if ('problem' in converted && rule.lenient) {
      // Of several fields that one column fills, the first is told.
      if (target === targets[0]) this.warn(column, target, notKnownHere);
      return;
    }
    this.note(column, target, converted);
  }

  private converted(attribute: Attribute, text: string, reading: Reading, joined?: string): Converted {
    const whole = valueOf(attribute, text, reading);
    if (joined === undefined || !('problem' in whole) || !text.includes(joined)) return whole;
    const parts = text.split(joined).map((part) => valueOf(attribute, part.trim(), reading));
    const known = parts.find((part) => 'value' in part);
    return known ? { ...known, warning: severalSaid } : whole;
  }

  private note(column: Column, target: Target, converted: Converted): void {
    if ('problem' in converted) return this.refuse(column, target, converted.problem);
    if (converted.warning) this.warn(column, target, converted.warning);
    if ('value' in converted) this.put(column, target, converted.value);
  }

  /** What is marked among choices. */
  private takeChoices({ column, choices, targets, isUtc }: Assigned): void {
    const cells = choices.map((choice) => ({ ...choice, cell: this.cellOf(choice.column, targets) }));
    const given = cells.filter(({ cell }) => cell !== '' && cell !== null);
    const marked = given.filter(({ cell }) => isYes(cell as string));
    if (given.length > 0 && marked.length === 0 && this.of.zeroIsOpen) return this.warn(column, targets[0], openZero);
    for (const target of targets) {
      const isList = Array.isArray(attributeOf(target).type);
      if (!isList && marked.length > 1) {
        this.refuse(column, target, severalChosen);
        continue;
      }
      for (const { called, column: at } of marked) {
        this.note(at, target, valueOf(attributeOf(target), called, this.reading(at, target, isUtc)));
      }
    }
  }

  /** A choice that is 0 beside nothing but zeros and blanks. */
  private isOpen({ siblings }: Assigned): boolean {
    return (
      siblings.length > 0 && siblings.every(({ at }) => ['', '0', undefined].includes(this.row.cells[at] as string))
    );
  }

  /** Null where the cell is refused. */
  private cellOf(column: Column, targets: readonly Target[]): string | null {
    const cell: Cell = this.row.cells[column.at] ?? '';
    const isMerged = cell === '' && this.of.assignment.table.sheet.isMerged(this.row.row, column.at);
    if (typeof cell === 'string' && !isMerged) return cell;
    this.refuse(column, targets[0], typeof cell === 'string' ? merged : cell.problem);
    return null;
  }

  private steps({ place }: Target): Steps {
    return settled(place, this.ordinals);
  }

  private put(column: Column, target: Target, value: unknown): void {
    const { heading } = column;
    this.tree.put(this.steps(target), value, { column: this.letterOf(column), heading });
  }

  private reading({ at }: Column, { meanings }: Target, isUtc = false): Reading {
    return { meanings, timeZone: isUtc ? 'UTC' : this.of.timeZone, isMonthFirst: this.of.scanned.monthFirst.has(at) };
  }

  /** A cell of a repeat as spreadsheets name one of another sheet: `perpetrator!B3`. */
  private letterOf({ letter }: Column): string {
    return this.of.repeats === null ? letter : `${this.of.repeats}!${letter}${this.row.row}`;
  }

  private finding(column: Column, target: Target | undefined, text: Text): CellFinding {
    const path = target ? this.steps(target).join('.') : null;
    return { column: this.letterOf(column), heading: column.heading, path, text };
  }

  private refuse(column: Column, target: Target | undefined, text: Text): void {
    this.findings.problems.push(this.finding(column, target, text));
  }

  private warn(column: Column, target: Target | undefined, text: Text): void {
    this.findings.warnings.push(this.finding(column, target, text));
  }
}

const attributeOf = ({ place }: Target): Attribute => place.field.attribute as Attribute;

const isYes = (text: string): boolean => {
  const found = yesOrNo(folded(text));
  return 'value' in found && found.value === true;
};
