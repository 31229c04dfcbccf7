/** How the rows of a thing belong to accounts and organisations: what the row scopes of the policy are made from. */
import type { DataClass } from '../base/names';
import type { Parameter, Sql } from '../base/sql';

/** What of the actor a predicate needs: the ids, or what stands for them in a text that is kept for every actor. */
export interface Subject {
  readonly accountId: string | Parameter;
  readonly organisationId: string | Parameter | null;
  /** What they are to do beyond others, by the names of the duties (`src/policy/duties.ts`). */
  readonly duties?: readonly string[];
  /** Answers for what others in the organisation begin: sees their drafts. */
  readonly oversees?: boolean;
  /** Watches over the country's people, and is shut out of nothing but where they are accused themselves. */
  readonly watches?: boolean;
  /**
   * All rows that they may have in lists are asked for: read on one after another until a page is full, counted, or asked
   * of a few that were found by something else. What decides is the same; how it is looked up is not.
   */
  readonly lists?: 'read' | 'counted' | 'found';
  /** A list that hangs on a record is asked for, which is not itself what organisations take part in. */
  readonly hangs?: boolean;
}

/** Rows stand in a list of what is there: what is joint is read by its id, by links to it and with what it belongs to. */
export const isListing = ({ lists, hangs }: Pick<Subject, 'lists' | 'hangs'>): boolean =>
  lists !== undefined || hangs === true;

/** All rows of a list are gone through: what is few is then looked up once. */
export const goesThroughAll = ({ lists }: Subject): boolean => lists === 'read' || lists === 'counted';

/** Where rows are mine for several reasons, all of them in one expression: lists of what is mine are read key by key. */
export interface Kept {
  /** The key that a row stands under; an index holds it, after the organisation. */
  readonly key: (column: (name: string) => Sql) => Sql;
  /** The keys under which rows of my organisation's are mine: an array of texts. */
  readonly mine: (subject: Subject) => Sql;
  /** What is mine though it stands under another key: so few rows that they are found first. */
  readonly beside: (alias: string, subject: Subject) => Sql;
}

/**
 * How the rows of a table belong to somebody. Attributes are named as in the entity. `own` and `organisation` list
 * the attributes that hold an account or an organisation; `through` follows the reach of what a link leads to (`case`),
 * or a link of what a link leads to (`survivor.cases`); for `own` only where no attribute says it. `referred` is the condition under which a receiving organisation sees a row.
 */
export interface Reach {
  readonly own?: readonly string[];
  readonly organisation?: readonly string[];
  /**
   * Attributes that hold an organisation that takes part in what is another one's: it reads the row as `joint`, in lists
   * as well, and neither writes it nor answers for it.
   */
  readonly partners?: readonly string[];
  readonly through?: string;
  /** Attributes that hold somebody of another organisation who was named to the row. */
  readonly named?: readonly string[];
  /** Rows that are in something with me to which one of us was named from another organisation. */
  readonly amongNamed?: (alias: string, subject: Subject) => Sql;
  /** The row is mine as well though no attribute says so: I stand in for whose it is, or was named. */
  readonly entrusted?: (alias: string, subject: Subject) => Sql;
  /** The same as `own` and `entrusted` together, for the lists of whoever sees nothing else. */
  readonly kept?: Kept;
  /** Who else sees rows as theirs though no attribute says so, for the change feed: `id` of each of these rows, and `account`. */
  readonly others?: (ids: readonly string[]) => Sql;
  /** The row is open to me at all, whatever scope covers it; else it does not exist for me, nor whatever is reached through it. */
  readonly open?: (alias: string, subject: Subject) => Sql;
  /** What takes the place of `open` in the region's own place, where there is no case. */
  readonly openInPlace?: (alias: string) => Sql;
  /** Attributes that `open` asks for, beside id and status: where rows are counted, they stand in the index. */
  readonly opens?: readonly string[];
  /** A link to a row that must be open to me as well, where the link leads to one. */
  readonly beside?: string;
  /**
   * A link of the row to another one of the same table that stands for it by now: whoever reaches that one reaches the row
   * as well, by its id; in lists it is no more.
   */
  readonly follows?: string;
  /** I took access to the row, and it has not ended. */
  readonly granted?: (alias: string, subject: Subject) => Sql;
  /** The row is closed off to me: what of it nobody is to read then is not read. */
  readonly closedOff?: (alias: string, subject: Subject) => Sql;
  /** My organisation takes part in what is another one's. What is reached `through` such a row is joint with it. */
  readonly joint?: (alias: string, subject: Subject) => Sql;
  readonly referred?: (alias: string, subject: Subject, dataClass: DataClass) => Sql;
}
