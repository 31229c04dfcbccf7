/**
 * A thing is an object type of the domain: one GraphQL type, one table, one data class. What it says of itself
 * (`declaration.ts`) stands here for everything that follows from it.
 */
import type { Locale, Text } from '../base/locale';
import type { CountryCode } from '../base/countries';
import type { DataClass } from '../base/names';
import type { Vault } from '../base/vault';
import { label, type CodeList } from './codelist';
import type { Sql } from '../base/sql';
import type { NumberForm } from '../base/typed-number';
import type { Reach } from './reach';

/** `text` is one line (at most 200 characters unless said otherwise), `longText` prose (10,000). */
export type AttributeType =
  | 'text'
  | 'longText'
  | 'int'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'uuid'
  | CodeList
  | readonly [CodeList]
  | readonly ['text'];

/** What a code is called in a language. */
export type Labelling = (code: string, locale: Locale) => string;

export interface AttributeOptions {
  readonly type: AttributeType;
  readonly description: string;
  readonly nullable?: boolean;
  /** No two records of a country have the same value. */
  readonly unique?: true;
  /** May be used in `filter` (default: yes, unless sealed). */
  readonly filter?: boolean;
  /** May be used in `orderBy` (default: only where it is the list's own order). Each is an index. */
  readonly sort?: boolean;
  /** Looked for by parts of its text (default: the texts that lists are sorted by). Each is an index. Of a code: by its labels. */
  readonly search?: true;
  /** `search` finds records by it (default: by what is looked for by its parts). */
  readonly found?: false;
  /** Sealed by the vault: ciphertext in the database, never filtered or sorted. */
  readonly sealed?: boolean;
  /**
   * Inputs that take it, by the name of their mutation or part: each with its corrections. `name!`: must be given;
   * `name?`: may be left out; without a mark that follows from whether a new record can be without it.
   */
  readonly write?: readonly string[];
  /** What a new record has where nothing is given. */
  readonly initial?: boolean | number | string | readonly string[];
  /** A text that holds codes of a list that grows: what each is called. It is shown beside it, as of a code list. */
  readonly labelled?: Labelling;
  /** What it was is told by no history, which says that it was changed and nothing else: what it was may be what had to go. */
  readonly untold?: true;
  /** It is to go: since when, and what to use instead (`Since 2026-11-27: use receiver.`). */
  readonly deprecated?: string;
  /** The same of the attribute in inputs alone. */
  readonly writeDeprecated?: string;
  /** The thing whose id it is, where it is that of one thing and not its own. */
  readonly of?: () => Constructor;
  /** It is a short number of this form: lists find it however it is typed. */
  readonly shortNumber?: NumberForm;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface Attribute extends AttributeOptions {
  readonly name: string;
  readonly column: string;
  readonly filter: boolean;
  readonly sort: boolean;
  readonly sealed: boolean;
  readonly nullable: boolean;
  /** A column that the API itself needs and nobody is shown. */
  readonly hidden: boolean;
  /** It has no column: this is its value in the rows of an alias. */
  readonly reckoned?: (alias: string) => Sql;
}

/** A way from a record to others: `local` and `foreign` are the attributes that must be equal. */
export interface Link {
  readonly name: string;
  readonly description: string;
  readonly kind: 'one' | 'many';
  readonly local: string;
  readonly foreign: string;
  readonly target: () => Thing;
}

/** A way to rows of another thing: those whose attribute `foreign` has the value of `local`. */
export interface Way {
  readonly thing: Thing;
  readonly local: string;
  readonly foreign: string;
}

/** A list asked for by a record of another thing (`serviceDirectory(near: …)`): an argument that says what comes first. */
export interface ListBy {
  readonly argument: string;
  readonly description: string;
  readonly of: () => Constructor;
  /** The whole number by which a row of `alias` is sorted before the list's order, the smallest first; `id` is the record's. */
  readonly rank: (alias: string, id: Sql) => Sql;
  /** Which rows are meant; none are where the caller sees no such record, on the side that sent it. */
  readonly rows?: (alias: string, id: Sql) => Sql;
}

/** How lists of a thing are ordered that ask for no order. */
export interface OwnOrder {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  /** What decides among those that are alike in it, in the same direction: three more at most. */
  readonly then?: readonly string[];
}

export interface ThingOptions {
  /** What people call a record of it. */
  readonly label: Text;
  readonly description: string;
  readonly dataClass: DataClass;
  /** Name of the list: `cases`. */
  readonly plural: string;
  /** Where it is not the name of the type. */
  readonly table?: string;
  /** Read with the record that it belongs to alone: it has no list and no id of its own. */
  readonly inner?: true;
  /** How a row scope of the policy is decided for a row of this table. */
  readonly reach: Reach;
  /**
   * The links that lead from a record to the person it is about, for the access log: `case.survivor`; empty where the
   * record is the person. What is sealed or logged says it, or null where it is about nobody.
   */
  readonly subject?: string | null;
  /** Order of lists that ask for none; the id always breaks ties. */
  readonly order?: OwnOrder;
  /** A country has some thousands at most: lists are sorted as they are read, no index stands behind their orders. */
  readonly few?: true;
  /** Attributes other than links that lists are read within. */
  readonly within?: readonly string[];
  /** Rows are never changed or removed: no UPDATE is granted. */
  readonly appendOnly?: boolean;
  /** Rows are derived and replaced: DELETE is granted. */
  readonly derived?: boolean;
  /** Rows are kept for a time and then erased: DELETE is granted on a view of those that are noted (`erasable.ts`). */
  readonly erased?: boolean;
  /** What the list can be asked for by, one at a time. */
  readonly by?: readonly ListBy[];
  /** Numbers that nobody can read, and by which `search` finds a record when the whole of one is typed. */
  readonly marked?: Marked;
  /** The link to what a row says nothing without: where that was taken out as recorded in error, the row is in no list either. */
  readonly standsWith?: string;
  /**
   * Work hangs on it that goes on though it was recorded in error: whoever of the organisation reads it finds it by its id
   * and by links afterwards too. It stands in no list.
   */
  readonly staysInSight?: true;
  /** What is said of one that was taken out, where that is done on purpose and says nothing of an error. */
  readonly ended?: Text;
  /** One more field that counts the list by the codes of an attribute, for a badge. */
  readonly tally?: { readonly name: string; readonly by: string };
  /** A country that shares no cases has none: it is not asked for any. */
  readonly ofSharing?: true;
}

/** Keyed hashes of numbers: what is made of a text that was typed is compared with those columns. */
export interface Marked {
  readonly columns: readonly string[];
  /** The marks of the number that may have been typed; none where it can be none. */
  readonly marks: (vault: Vault, country: CountryCode, typed: string) => readonly string[];
}

export interface Thing extends Omit<ThingOptions, 'reach' | 'table'> {
  readonly name: string;
  readonly singular: string;
  readonly table: string;
  readonly target: Constructor;
  readonly order: OwnOrder;
  /** The reach, with the way that it goes through. */
  readonly reach: Omit<Reach, 'through'> & { readonly through: Way | undefined };
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly links: Map<string, Link>;
  /** Whether any attribute is sealed. */
  readonly sealed: boolean;
}

export type Constructor<T extends object = object> = abstract new () => T;

const things = new Map<string, Thing>();
const inner = new Map<string, Thing>();
const byTarget = new Map<Constructor, Thing>();

/** Takes a thing up, as it is declared. */
export function addThing(thing: Thing): void {
  (thing.inner ? inner : things).set(thing.name, thing);
  byTarget.set(thing.target, thing);
}

/** Every thing, by the name of its type. Complete once `src/domain/all.ts` is loaded. */
export const allThings: ReadonlyMap<string, Thing> = things;

/** Those that are read with another record alone. */
export const innerThings: ReadonlyMap<string, Thing> = inner;

export function thingOf(target: Constructor): Thing {
  const thing = byTarget.get(target);
  if (!thing) throw new Error(`${target.name} is not declared with @Thing`);
  return thing;
}

/** The thing that the ids in an attribute are of; undefined where they may be of any. */
export const idsOf = (thing: Thing, { name, of }: Attribute): Thing | undefined =>
  of ? thingOf(of()) : name === 'id' ? thing : undefined;

/** An attribute that stands in an input alone, and in no table. */
export const givenAttribute = (name: string, options: AttributeOptions): Attribute => ({
  ...options,
  name,
  column: name,
  nullable: options.nullable ?? false,
  sealed: false,
  filter: false,
  sort: false,
  hidden: false,
});

/** Whether an attribute is the column of a link to one other thing, and shown as that link alone. */
export const isLinkColumn = (thing: Thing, name: string): boolean =>
  [...thing.links.values()].some((link) => link.kind === 'one' && link.local === name && name === `${link.name}Id`);

/** A link is filtered under its own name: `organisation: {eq: "…"}`. */
export const filterName = (thing: Thing, attribute: Attribute): string =>
  isLinkColumn(thing, attribute.name) ? attribute.name.replace(/Id$/, '') : attribute.name;

/** A text that is looked for by parts of it. */
export const isSought = ({ type, sort, search, filter, sealed }: Attribute): boolean =>
  isText(type) && filter && !sealed && (search ?? sort);

/** An index stands behind what is looked for in it: in a few records, all are read. */
export const isSearched = ({ few }: Thing, attribute: Attribute): boolean => !few && isSought(attribute);

/** Records can be found to be recorded in error. */
export const isVoidable = ({ attributes }: Thing): boolean => attributes.has('voidedAt');

export const isText = (type: AttributeType): type is 'text' | 'longText' => type === 'text' || type === 'longText';

export const isList = (type: AttributeType): type is readonly [CodeList] | readonly ['text'] => Array.isArray(type);

/** The code list of a coded attribute. */
export function codesOf(type: AttributeType): CodeList | undefined {
  const one: AttributeType = isList(type) ? type[0] : type;
  return typeof one === 'string' ? undefined : one;
}

/** What the codes in an attribute are called; undefined for what holds none. */
export function labelling({ type, labelled }: Pick<Attribute, 'type' | 'labelled'>): Labelling | undefined {
  const codes = codesOf(type);
  return codes ? (code, locale) => label(codes, code, locale) : labelled;
}

/** What a record of a type is called; a type that is not there any more is shown as it is. */
export const thingLabel: Labelling = (name, locale) => (things.get(name) ?? inner.get(name))?.label[locale] ?? name;
