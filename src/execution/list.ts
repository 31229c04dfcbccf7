/** A list as a document asks for it, and as a request with its arguments does. */
import { and, FALSE, join, raw, sql, TRUE, type Sql } from '../base/sql';
import { badInput } from '../base/errors';
import type { CursorSeal } from './read/cursor';
import { sortCell } from './read/columns';
import { askedBy } from './read/by';
import { filterCondition, type Filter } from './read/filter';
import { beyond, mostTerms, orderBy, orderTerms, type OrderInput, type OrderTerm, type Place } from './read/order';
import type { Thing } from '../model/thing';
import type { Viewpoint } from '../policy/rights';
import type { ArgumentSet } from './argument-set';

export const defaultPageSize = 20;

export interface ListArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: Filter | null;
  readonly orderBy?: readonly OrderInput[] | null;
  readonly country?: string | null;
  readonly purpose?: string | null;
}

/** Which parts of a connection a document selects. */
export interface Wants {
  readonly rows: boolean;
  /** Cursors, of edges or of the page. */
  readonly cursors: boolean;
  /** Whether there is a record beyond the page. */
  readonly more: boolean;
  readonly totalCount: boolean;
}

/** A list in a document. */
export interface ListPlan {
  /** Counts the lists of a plan: what a request binds is found by it. */
  readonly number: number;
  readonly thing: Thing;
  /** Binds its cursors. */
  readonly name: string;
  /** What its cursors are bound to where that is no filter. */
  readonly question?: ((given: Readonly<Record<string, unknown>>) => object) | undefined;
  readonly given: ArgumentSet;
  readonly wants: Wants;
  /** The document says how long a page is, without a variable: the same in every request. */
  readonly isFixed: boolean;
}

/** A list in a request. */
export interface BoundList {
  readonly limit: number;
  /** Read from the back: SQL runs in reverse order, the page is turned round afterwards. */
  readonly reversed: boolean;
  readonly terms: readonly OrderTerm[];
  readonly condition: Sql;
  readonly after: Place | null;
  readonly before: Place | null;
}

export const withoutRows: BoundList = {
  limit: 0,
  reversed: false,
  terms: [],
  condition: FALSE,
  after: null,
  before: null,
};

/** @throws ApiError BAD_USER_INPUT, ForbiddenError for a filter on what may not be read */
export function bindList(
  { thing }: ListPlan,
  given: ListArguments & Readonly<Record<string, unknown>>,
  viewpoint: Viewpoint,
  seal: () => CursorSeal,
  maxPageSize: number,
): BoundList {
  const by = askedBy(thing, given, viewpoint, alias);
  const terms = orderTerms(thing, given.orderBy, by?.term);
  const condition = filterCondition(viewpoint, thing, alias, given.filter);
  return {
    ...pageOf(given, maxPageSize),
    terms,
    condition: by ? and([condition, by.rows]) : condition,
    after: given.after ? seal().openIn(terms, given.after) : null,
    before: given.before ? seal().openIn(terms, given.before) : null,
  };
}

/** Alias of a part's main table. */
export const alias = 't';

function pageOf({ first, last }: ListArguments, maxPageSize: number): { limit: number; reversed: boolean } {
  const reversed = last !== null && last !== undefined;
  const asked = last ?? first ?? Math.min(defaultPageSize, maxPageSize);
  if (reversed && first !== null && first !== undefined) {
    throw badInput('Ask for `first` or for `last`, not for both.', 'Peça `first` ou `last`, não ambos.');
  }
  if (asked < 0 || asked > maxPageSize) {
    throw badInput(
      `A page has between 0 and ${maxPageSize} records; ${asked} were asked for.`,
      `Uma página tem entre 0 e ${maxPageSize} registos; foram pedidos ${asked}.`,
    );
  }
  return { limit: asked, reversed };
}

/** Lengths that stand in texts: the planner must know that a page is short, and texts must not differ by every number. */
const lengths = [2, 11, 51, 101];

const lengthFor = (rows: number): number => lengths.find((length) => length >= rows) ?? rows;

/** How many rows are read. */
export const rowsOf = ({ wants }: ListPlan, { limit }: BoundList): number => limit + (wants.more ? 1 : 0);

/** ` AND condition`. */
export const conditionOf = ({ condition }: BoundList): Sql => (condition === TRUE ? raw('') : sql` AND ${condition}`);

/** ` AND condition ORDER BY … LIMIT …` in one country; the length is rounded where it differs by request. */
export function tailOf(plan: ListPlan, list: BoundList, country: string): Sql {
  const { terms, reversed, after, before, condition } = list;
  const from = after ? beyond(alias, terms, after, false, country) : TRUE;
  const to = before ? beyond(alias, terms, before, true, country) : TRUE;
  const all = and([condition, from, to]);
  const where = all === TRUE ? raw('') : sql` AND ${all}`;
  const rows = rowsOf(plan, list);
  const length = raw(String(plan.isFixed ? rows : lengthFor(rows)));
  return sql`${where} ORDER BY ${orderBy(alias, terms, reversed)} LIMIT ${length}`;
}

/** Names of the columns that hold what rows are sorted by. */
export const sortNames = (thing: Thing): readonly string[] =>
  Array.from({ length: mostTerms(thing) }, (_, at) => `$s${at}`);

/** What the rows are sorted by, as more columns: always as many, so that the row keeps its form. */
export function sortColumns(thing: Thing, { terms }: BoundList): Sql {
  const columns = sortNames(thing).map((name, at) => {
    const term = terms[at];
    const value = term ? sortCell(alias, term.attribute) : raw('NULL::text');
    return sql`, ${value} AS ${raw(`"${name}"`)}`;
  });
  return join(columns, '');
}
