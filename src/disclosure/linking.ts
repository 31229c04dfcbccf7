/** Brings what was published, what is about to be and what else is known of it into one system. */
import { codesAt, codingOf, codingsOf, codingsOfCells, coarsest, placesOf, type Codings } from './coding';
import { commonTables, counted, type Edition, type Held, type Population } from './edition';
import { CellSystem, type LinkedCell, type LinkedTables } from './linked-tables';
import { isWithin, listNames, marginsOf, type Codes, type Dimension, type Place, type TableList } from './table-design';

/** People known to be counted from elsewhere: of each dimension that is told, the codes of which one is theirs. */
export interface Floor {
  readonly population: string;
  readonly period: string;
  readonly codes: Codes;
  readonly n: number;
}

export interface Thresholds {
  readonly plain: number;
  readonly sensitive: number;
}

export interface Union {
  readonly period: string;
  /** Published periods. */
  readonly of: readonly string[];
}

export interface Sources {
  readonly period: string;
  /** To be published with it. */
  readonly unions: readonly Union[];
  readonly dimensions: readonly Dimension[];
  readonly populations: readonly Population[];
  readonly thresholds: Thresholds;
  /** In the order in which they were published. */
  readonly earlier: readonly Edition[];
  /** Of the period and of all earlier ones: what is known of a part of a year is known of the year. */
  readonly floors: readonly Floor[];
}

/** An edition of which the cells are in the system. */
export interface Draft {
  readonly period: string;
  readonly parts: readonly string[] | null;
  readonly list: TableList;
  readonly codings: Codings;
}

export interface Linked {
  readonly tables: LinkedTables;
  readonly drafts: readonly Draft[];
}

/** @param list of the current period; null: nothing is published of it */
export function link(sources: Sources, list: TableList | null): Linked {
  const linking = new Linking(sources);
  for (const edition of sources.earlier) linking.addEarlier(edition);
  if (list) {
    linking.addCurrent(list);
    for (const union of sources.unions) linking.addUnion(union, list);
  }
  linking.addRemainders();
  linking.addHeld();
  linking.addFloors();
  return { tables: linking.system, drafts: linking.drafts };
}

class Linking {
  readonly system = new CellSystem();
  readonly drafts: Draft[] = [];

  constructor(private readonly sources: Sources) {}

  addEarlier({ period, parts, list, cells }: Edition): void {
    const codings = codingsOfCells(
      cells.map(({ at }) => at),
      list.merges,
    );
    const draft = { period, parts, list, codings };
    for (const { population, at, value, isHidden, protection } of cells)
      this.system.add({
        ...this.described(draft, population, at),
        ...{ value, protection, state: isHidden ? 'HIDDEN' : 'PUBLISHED' },
      });
    this.addDraft(draft);
  }

  addCurrent(list: TableList): void {
    const { period, dimensions, populations } = this.sources;
    const draft = { period, parts: null, list, codings: codingsOf(dimensions, list.merges) };
    for (const { population, at, value } of counted(period, list, dimensions, populations).values())
      this.system.add({ ...this.described(draft, population, at), value, protection: null, state: 'OPEN' });
    this.addDraft(draft);
  }

  /** What all its parts have, by codes that all of them can be told by; nothing where of one of them nothing is told. */
  addUnion({ period, of }: Union, current: TableList): void {
    if (of.some((one) => !this.drafts.some((draft) => draft.period === one))) return;
    const lists = of.map((one) => this.draftOf(one).list);
    const merges = coarsest(lists.flatMap(({ merges }) => merges));
    if (!merges) return;
    const name = listNames[Math.max(...lists.map(({ name }) => listNames.indexOf(name)))] ?? current.name;
    const list = { name, tables: commonTables(current, lists), merges };
    const draft = { period, parts: of, list, codings: codingsOf(this.sources.dimensions, merges) };
    for (const { name: population } of this.sources.populations)
      for (const margin of marginsOf(list.tables, population))
        for (const at of placesOf(margin, draft.codings)) {
          const value = this.system.sum(this.partsOf(draft, population, codesAt(at, draft.codings)));
          this.system.add({ ...this.described(draft, population, at), value, protection: null, state: 'OPEN' });
        }
    this.addDraft(draft);
  }

  /** Of a population without a part of it nobody is told, and everybody can subtract. */
  addRemainders(): void {
    for (const { name, of } of this.sources.populations)
      for (const part of of === undefined ? [] : this.system.cells.filter(({ population }) => population === name)) {
        const at = this.system.find(name, part.period, part.codes);
        const whole = this.system.find(of ?? '', part.period, part.codes);
        if (whole === undefined || at === undefined) continue;
        const value = this.system.cell(whole).value - part.value;
        if (value < 0) throw new RangeError(`${part.key} counts more than what it is a part of`);
        const rest = this.system.add({
          ...{ ...part, population: `${of} without ${name}`, value, state: 'UNPUBLISHED', protection: null },
          isPersonal: part.value > 0,
        });
        this.system.equate(whole, [at, rest]);
      }
  }

  /** What is told of some codes of a population is in another, and what that has besides everybody can reckon. */
  addHeld(): void {
    for (const { name, holds } of this.sources.populations)
      for (const cell of holds ? this.system.cells.filter(({ population }) => population === name) : [])
        if (holds) this.addHeldOf(cell, holds);
  }

  private addHeldOf(cell: LinkedCell, { of, codes, alone }: Held): void {
    const whole = this.system.find(cell.population, cell.period, cell.codes);
    const held = this.system.find(of, cell.period, { ...cell.codes, ...codes });
    if (whole === undefined || held === undefined) return;
    if (alone) return this.system.equate(whole, [held]);
    const value = cell.value - this.system.cell(held).value;
    if (value < 0) throw new RangeError(`${cell.key} counts less than what is in it`);
    const rest = this.system.add({
      ...{ ...cell, population: `${cell.population} without ${of}`, value, state: 'UNPUBLISHED', protection: null },
      isPersonal: true,
    });
    this.system.equate(whole, [held, rest]);
  }

  addFloors(): void {
    const { floors, populations } = this.sources;
    for (const draft of this.drafts)
      for (const { name } of populations)
        for (const margin of marginsOf(draft.list.tables, name))
          for (const { population, period, codes } of floors)
            if (population === name && period === draft.period && margin.every((dimension) => codes[dimension]))
              this.within(draft, name, Object.fromEntries(margin.map((one) => [one, codes[one] ?? []])));
    for (const [at, cell] of this.system.cells.entries()) {
      const inside = floors.filter(
        ({ population, period, codes }) =>
          population === cell.population && period === cell.period && isWithin(codes, cell.codes),
      );
      const floor = inside.reduce((sum, { n }) => sum + n, 0);
      this.system.raiseFloor(at, floor);
    }
  }

  private described({ period, codings }: Draft, population: string, at: Place) {
    const codes = codesAt(at, codings);
    const { plain, sensitive } = this.sources.thresholds;
    const threshold = this.isSensitive(population, codes) ? sensitive : plain;
    return { population, period, at, codes, threshold, isPersonal: true };
  }

  private isSensitive(population: string, codes: Codes): boolean {
    const { populations, dimensions } = this.sources;
    return (
      populations.some(({ name, sensitive }) => name === population && sensitive) ||
      dimensions.some(({ name, sensitive }) => codes[name]?.some((code) => sensitive?.includes(code)))
    );
  }

  private draftOf(period: string): Draft {
    const draft = this.drafts.find((one) => one.period === period);
    if (!draft) throw new RangeError(`Nothing is published of ${period}`);
    return draft;
  }

  /** What of its tables adds up to their margins, and what of its parts to its cells. */
  private addDraft(draft: Draft): void {
    this.drafts.push(draft);
    const { period, list, parts, codings } = draft;
    for (const { name } of this.sources.populations)
      for (const margin of marginsOf(list.tables, name))
        for (const at of placesOf(margin, codings)) {
          const total = this.system.find(name, period, codesAt(at, codings));
          if (total === undefined) continue;
          if (parts) this.system.equate(total, this.partsOf(draft, name, codesAt(at, codings)));
        }
    this.addSums(draft);
  }

  private addSums({ period, list, codings }: Draft): void {
    for (const { name } of this.sources.populations)
      for (const margin of marginsOf(list.tables, name))
        for (const dimension of margin) {
          const rest = margin.filter((one) => one !== dimension);
          for (const at of placesOf(rest, codings)) {
            const total = this.system.find(name, period, codesAt(at, codings));
            const cells = [...codingOf(codings, dimension).keys()].flatMap(
              (code) => this.system.find(name, period, codesAt({ ...at, [dimension]: code }, codings)) ?? [],
            );
            if (total !== undefined) this.system.equate(total, cells);
          }
        }
  }

  private partsOf({ parts }: Draft, population: string, codes: Codes): readonly number[] {
    return (parts ?? []).flatMap((period) => this.within(this.draftOf(period), population, codes) ?? []);
  }

  /** The cell of an edition in which all of these codes are, made of finer ones if need be; null: it has none of them. */
  private within(draft: Draft, population: string, codes: Codes): number | null {
    const told = Object.entries(codes).map(([name, own]) => {
      const published = [...(draft.codings.get(name)?.values() ?? [])];
      return [name, published.filter((codes) => codes.some((code) => own.includes(code)))] as const;
    });
    if (told.some(([, published]) => published.length === 0)) return null;
    const known = this.system.find(
      population,
      draft.period,
      Object.fromEntries(told.map(([name, one]) => [name, one.flat()])),
    );
    const apart = told.find(([, published]) => published.length > 1);
    if (known !== undefined || !apart) return known ?? null;
    return this.group(draft, population, Object.fromEntries(told.map(([name, one]) => [name, one.flat()])), apart);
  }

  private group(
    draft: Draft,
    population: string,
    codes: Codes,
    [dimension, apart]: readonly [string, readonly (readonly string[])[]],
  ): number {
    const parts = apart.flatMap((one) => this.within(draft, population, { ...codes, [dimension]: one }) ?? []);
    const cell = this.system.add({
      ...this.described(draft, population, {}),
      ...{ codes, isPersonal: false, value: this.system.sum(parts), protection: null, state: 'UNPUBLISHED' },
    });
    this.system.equate(cell, parts);
    return cell;
  }
}
