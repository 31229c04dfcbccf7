/** Which column of a table becomes which field. */
import type { Input } from '../../model/input';
import { folded, type Headings } from '../mapping/headings';
import { EXTERNAL_ID, type Left, type Mapping, type Rule } from '../mapping/mapping';
import { openIn, pathOf, placeAt, settled, type Place } from '../mapping/paths';
import type { Shape } from '../shapes/shape';
import type { Text } from '../../base/locale';
import { notOfTheseRows } from '../texts';
import type { Column, Table } from './table';

/** A choice of a question of several answers, in a column of its own. */
export interface Choice {
  readonly column: Column;
  /** As the column calls it. */
  readonly called: string;
}

export interface Target {
  readonly place: Place;
  /** With the first of each list, for findings. */
  readonly path: string;
  readonly meanings: ReadonlyMap<string, string | null>;
}

export interface Assigned {
  readonly column: Column;
  readonly targets: readonly Target[];
  readonly rule: Omit<Rule, 'paths' | 'values'>;
  /** The answer is put together from them. */
  readonly choices: readonly Choice[];
  /** It is one of the choices of a question itself: these are all of them, with the answer as a whole. */
  readonly siblings: readonly Column[];
  readonly isUtc: boolean;
  /** Its program says what it is. */
  readonly isShaped: boolean;
}

export interface Assignment {
  readonly table: Table;
  readonly assigned: readonly Assigned[];
  readonly externalId: readonly Column[];
  readonly left: readonly { readonly column: Column; readonly text: Text }[];
  /** Headings that nothing is known of. */
  readonly unknown: readonly Column[];
  /** Headings of the mapping that were found. */
  readonly used: ReadonlySet<string>;
  /** Columns of a field that another column says already. */
  readonly same: readonly Column[];
  /** Headings that a mapping names and that stand in the table more than once. */
  readonly doubled: readonly Column[];
}

export interface Assigning {
  readonly input: Input;
  readonly headings: Headings;
  readonly mapping: Mapping;
  readonly shape: Shape;
}

type Columns = readonly Column[];

/** Assigns the columns of one table. */
export class Assigner {
  private readonly mapped: ReadonlyMap<string, string>;
  private readonly used = new Set<string>();
  private readonly taken = new Set<Column>();

  constructor(
    private readonly table: Table,
    private readonly as: Assigning,
  ) {
    this.mapped = new Map(Object.entries(as.mapping.columns).map(([heading, path]) => [folded(heading), path]));
  }

  assign(): Assignment {
    const { columns } = this.table;
    const found = columns.map((column) => ({ column, said: this.said(column) }));
    const externalId = found.filter(({ said }) => said === EXTERNAL_ID).map(({ column }) => column);
    for (const { column, said } of found) if (said !== undefined) this.taken.add(column);
    const all = [...found.flatMap(({ column, said }) => this.assigned(column, said)), ...this.summaries()];
    const same = all.filter((one, at) => all.slice(0, at).some((before) => isSame(before, one)));
    const assigned = all.filter((one) => !same.includes(one));
    const left = found.flatMap(({ column, said }) => {
      const text = this.whyLeft(column, said);
      return text ? [{ column, text }] : [];
    });
    return {
      ...{ table: this.table, assigned, left, used: this.used, same: same.map(({ column }) => column) },
      externalId: externalId.length > 0 ? externalId : this.ids(),
      unknown: columns.filter((column) => !this.taken.has(column) && !this.isOwn(column)),
      doubled: columns.filter(({ key, nth }) => nth === 2 && this.used.has(key)),
    };
  }

  /** Why what a program has a place for has none here. */
  private whyLeft(column: Column, said: string | Rule | Left | undefined): Text | null {
    if (typeof said !== 'object') return null;
    if ('left' in said) return said.left;
    // A column of the program's own, which stands in every file of it.
    if (said.fallback && this.isOwn(column)) return null;
    const isTaken = said.paths.length === 0 || said.paths.some((path) => placeAt(this.as.input, path));
    return isTaken ? null : notOfTheseRows;
  }

  private ids(): Columns {
    const { shape } = this.as;
    return shape.ids.flatMap((id) => this.table.columns.find(({ key }) => key === id) ?? []);
  }

  /** What a column is: as the mapping says, as its program has it, as it is called. */
  private said(column: Column): string | Rule | Left | undefined {
    const { shape, headings } = this.as;
    const mapped = this.mappedAs(column);
    if (mapped !== undefined) return headings.isExternalId(mapped) ? EXTERNAL_ID : mapped;
    const rule = shape.rule?.(column.key);
    if (rule && !this.isConstant(rule)) return rule;
    if (this.isOwn(column)) return undefined;
    if (headings.isExternalId(column.key)) return EXTERNAL_ID;
    if (column.nth > 1 || this.isChoice(column)) return undefined;
    const names = [column.heading, ...this.ungrouped(column.heading)];
    const place = names.map((name) => this.placeOf(name)).find(Boolean);
    return place ? pathOf(place.steps.filter((step) => typeof step === 'string' || step >= 0)) : undefined;
  }

  /** What a program says by the way counts for less than what the mapping says of every row. */
  private isConstant(rule: Rule | Left): boolean {
    if ('left' in rule || !rule.fallback) return false;
    const { input, mapping } = this.as;
    const places = Object.keys(mapping.constants ?? {}).map((path) => placeAt(input, path));
    const said = new Set(places.map((place) => place && pathOf(settled(place))));
    return rule.paths.some((path) => said.has(path));
  }

  /** A path is one wherever it stands; a description only where nobody and no program says what columns are. */
  private placeOf(name: string): Place | null {
    const { shape, mapping, headings } = this.as;
    const isTold = shape.code !== 'OWN' || Object.keys(mapping.columns).length > 0;
    return isTold ? headings.pathed(name) : headings.placeOf(name);
  }

  /** By sheet and heading, by heading, by heading without its groups. */
  private mappedAs({ heading }: Column): string | undefined {
    const { sheet } = this.table;
    const within = [sheet.name, sheet.file, sheet.file.replace(/\.[a-z]+$/i, '')].filter((name) => name !== null);
    const names = [heading, ...this.ungrouped(heading)];
    const keys = [...within.map((name) => `${name}!${heading}`), ...names].map(folded);
    const key = keys.find((one) => this.mapped.has(one));
    if (key === undefined) return undefined;
    this.used.add(key);
    return this.mapped.get(key);
  }

  private ungrouped(heading: string): string[] {
    const { group } = this.as.shape;
    if (group === undefined) return [];
    const parts = heading.split(group);
    return parts.slice(1).map((_, at) => parts.slice(at + 1).join(group));
  }

  private isOwn({ key }: Column): boolean {
    return this.as.shape.isOwn(key, this.table.headings);
  }

  private isChoice({ key }: Column): boolean {
    if (!this.as.shape.hasChoices) return false;
    return this.table.columns.some((of) => key.startsWith(`${of.key}/`));
  }

  private choicesOf(key: string, length = key.length): Choice[] {
    if (!this.as.shape.hasChoices) return [];
    const columns = this.table.columns.filter((column) => column.nth === 1 && column.key.startsWith(`${key}/`));
    return columns.map((column) => ({ column, called: column.heading.slice(length + 1) }));
  }

  private assigned(column: Column, said: string | Rule | Left | undefined): Assigned[] {
    const choices = this.choicesOf(column.key, column.heading.length);
    // The choices belong to their question, whether it is imported or not.
    for (const choice of choices) this.taken.add(choice.column);
    if (said === undefined || said === EXTERNAL_ID || (typeof said === 'object' && 'left' in said)) return [];
    const rule: Rule = typeof said === 'string' ? { paths: [said] } : said;
    const targets = rule.paths.flatMap((path) => this.target(path, rule));
    if (targets.length === 0) return [];
    return [
      {
        column,
        targets,
        rule,
        choices,
        siblings: this.siblingsOf(column),
        isUtc: this.isUtc(column),
        isShaped: typeof said === 'object',
      },
    ];
  }

  private target(path: string, { values }: Pick<Rule, 'values'>): Target[] {
    const { input, mapping } = this.as;
    const place = placeAt(input, path);
    if (!place) return [];
    const own = pathOf(settled(place));
    const said = Object.entries(mapping.values ?? {}).filter(([one]) => {
      const other = placeAt(input, one);
      return other !== null && pathOf(settled(other)) === own;
    });
    const meanings = [values?.[path] ?? {}, ...said.map(([, meaning]) => meaning)].flatMap((one) =>
      Object.entries(one),
    );
    return [{ place, path: own, meanings: new Map(meanings.map(([text, code]) => [folded(text), code])) }];
  }

  private isUtc({ key }: Column): boolean {
    return this.as.shape.utc?.has(key) ?? false;
  }

  private siblingsOf(column: Column): Columns {
    const end = column.key.lastIndexOf('/');
    if (!this.as.shape.zeroIsOpen || end < 0) return [];
    const key = column.key.slice(0, end);
    const whole = this.table.columns.filter((one) => one.key === key);
    return [...whole, ...this.choicesOf(key).map((choice) => choice.column)];
  }

  /** A question of the mapping that has columns of its choices alone. */
  private summaries(): Assigned[] {
    return [...this.mapped].flatMap(([key, path]) => {
      if (this.used.has(key)) return [];
      const choices = this.choicesOf(key).filter(({ column }) => !this.taken.has(column));
      const [first] = choices;
      const targets = this.target(path, {});
      if (!first || targets.length === 0) return [];
      this.used.add(key);
      for (const { column } of choices) this.taken.add(column);
      return [{ column: first.column, targets, rule: {}, choices, siblings: [], isUtc: false, isShaped: false }];
    });
  }
}

/** Whether a table of repeats can have a field in it: it must lie in a list. */
export const isInList = ({ place }: Target): boolean => openIn(place) > 0;

/** Says something by itself, and not only where nothing else does. */
export const isTold = ({ rule }: Assigned): boolean => rule.fallback === undefined;

/** Two columns that say one field alike: neither a list, which several can fill, nor as a program has it. */
function isSame(before: Assigned, { targets, isShaped }: Assigned): boolean {
  if (before.isShaped || isShaped) return false;
  const paths = before.targets.map(({ path }) => path);
  return targets.some(({ path, place }) => paths.includes(path) && !Array.isArray(place.field.attribute?.type));
}
