/** Row scopes as SQL: the predicate that says which rows of a table a scope of the policy covers. */
import { and, column, FALSE, ident, lookedFor, or, raw, sql, TRUE, type Parameter, type Sql } from '../base/sql';
import { isListing, type Subject } from '../model/reach';
import { sortedBy } from '../model/sorting';
import type { Attribute, Link, Thing, Way } from '../model/thing';
import { large } from './large';
import { dataClasses, RECENT_DAYS, type Scope } from './table';

/** A record that a row was reached from, by this link, and the scopes that this record itself was read in. */
export interface Known {
  readonly thing: Thing;
  readonly link: Pick<Link, 'local' | 'foreign'>;
  readonly scopes: readonly Scope[];
}

/**
 * The rows of `thing` (under `alias`) that one of the scopes covers for this subject. What the record that the rows
 * are reached from implies already is not asked again, in whichever scope that was read.
 */
export function reachable(thing: Thing, alias: string, asked: readonly Scope[], subject: Subject, known?: Known): Sql {
  const scopes = reaching(thing, asked, subject);
  const closing = dataClasses[thing.dataClass].closes === true;
  const rows = { thing, alias, subject, closing, amongWays: scopes.length > 1 };
  const ways = known
    ? reaching(known.thing, known.scopes).map((scope) => ({ thing: known.thing, link: known.link, scope }))
    : [];
  const implied = (way: KnownWay): boolean => scopes.some((scope) => within({ ...rows, known: way }, scope) === TRUE);
  if (ways.length > 0 && ways.every(implied)) return TRUE;
  const [way, another] = ways;
  const alone = scopes.map((scope) => within({ ...rows, known: another ? undefined : way }, scope));
  return or(thing.reach.follows && !subject.lists ? [...alone, followed(rows, thing.reach.follows, scopes)] : alone);
}

/** The scopes that can cover rows of a thing: few things are joint, and lists leave out what is, but for rows that name the partner. */
export const reaching = (
  thing: Thing,
  scopes: readonly Scope[],
  subject: Pick<Subject, 'lists' | 'hangs'> = {},
): readonly Scope[] => {
  const isSeen = isListing(subject) ? thing.reach.partners !== undefined : isJoint(thing);
  return isSeen ? scopes : scopes.filter((scope) => scope !== 'joint');
};

/** Whether rows can be joint: they are one organisation's, and another one takes part in them. */
export const isJoint = ({ reach: { joint, through } }: Thing): boolean =>
  joint !== undefined || (through !== undefined && isJoint(through.thing));

/** What mine takes part in by what the row says is read in lists as well; what else is joint by its id and by links. */
function jointly(rows: Rows): Sql {
  const { alias, subject } = rows;
  const { partners, joint } = rows.thing.reach;
  if (!partners && !joint) return throughParent(rows, 'joint');
  const ways = subject.organisationId === null ? [] : holders(rows, partners, subject.organisationId);
  return or(joint && !isListing(subject) ? [...ways, joint(alias, subject)] : ways);
}

/** Another row stands for it by now, and is covered. */
function followed(rows: Rows, name: string, scopes: readonly Scope[]): Sql {
  const link = rows.thing.links.get(name);
  if (!link) throw new Error(`${rows.thing.name} follows ${name}, which is no link of it`);
  const inner = `${rows.alias}f`;
  const key = attributeColumn(rows.thing, rows.alias, link.local);
  const covered = or(scopes.map((scope) => within({ ...rows, alias: inner }, scope)));
  const same = sql`${attributeColumn(rows.thing, inner, link.foreign)} = ${key}`;
  return sql`(${key} IS NOT NULL AND EXISTS (SELECT 1 FROM ${ident(rows.thing.table)} ${ident(inner)} WHERE ${and([same, covered])}))`;
}

const recently = raw(`interval '${RECENT_DAYS} days'`);

/** The same, of a record that was read in one scope. */
type KnownWay = Pick<Known, 'thing' | 'link'> & { readonly scope: Scope };

interface Rows {
  readonly thing: Thing;
  readonly alias: string;
  readonly subject: Subject;
  readonly known?: KnownWay | undefined;
  /** Nobody reads them of a case that is closed off. What is implied elsewhere is then asked again: it may be closed. */
  readonly closing: boolean;
  /** Another way than through a record may cover a row as well: no list can then begin from such records. */
  readonly amongWays?: boolean;
}

function within(rows: Rows, scope: Scope): Sql {
  const { thing, alias, subject } = rows;
  const { open, openInPlace } = thing.reach;
  // In the region's own place there is nothing that is open to some alone.
  if (scope === 'secretariat') return openInPlace?.(alias) ?? TRUE;
  if (scope === 'region' || scope === 'referred') return covered(rows, scope);
  return and([covered(rows, scope), open ? open(alias, subject) : TRUE, openBeside(rows)]);
}

/** What a link leads to is open to me as well, where it leads to anything. */
function openBeside({ thing, alias, subject }: Rows): Sql {
  const link = thing.reach.beside === undefined ? undefined : thing.links.get(thing.reach.beside);
  if (!link) return TRUE;
  const target = link.target();
  const inner = `${alias}b`;
  const key = attributeColumn(thing, alias, link.local);
  const same = sql`${attributeColumn(target, inner, link.foreign)} = ${key}`;
  const open = target.reach.open?.(inner, subject) ?? TRUE;
  const there = sql`SELECT 1 FROM ${ident(target.table)} ${ident(inner)} WHERE ${and([same, open])}`;
  return sql`(${key} IS NULL OR ${lookedFor(there)})`;
}

/** Whether rows are reached through one that may be shut. */
const isBound = ({ reach: { through } }: Thing): boolean =>
  through !== undefined && (through.thing.reach.open !== undefined || isBound(through.thing));

function covered(rows: Rows, scope: Scope): Sql {
  const { thing, alias, subject, closing } = rows;
  switch (scope) {
    case 'country':
      return closing || isBound(thing) ? or([throughParent(rows, scope), ...byThemselves(rows)]) : TRUE;
    case 'region':
    case 'secretariat':
      return TRUE;
    case 'granted':
      return byGrant(rows);
    case 'named':
      return byName(rows);
    case 'referred':
      return thing.reach.referred?.(alias, subject, thing.dataClass) ?? FALSE;
    case 'joint':
      return jointly(rows);
    case 'organisation':
      return ofOrganisation(rows);
    case 'recent':
      return and([ofAccount(rows), sql`${column(alias, 'created_at')} > now() - ${recently}`]);
    case 'own':
      return ofAccount(rows);
  }
}

/** Rows that are an organisation's own, where they hang on nothing. */
function byThemselves({ thing, alias }: Rows): Sql[] {
  const { organisation, through } = thing.reach;
  return organisation && through ? [sql`${attributeColumn(thing, alias, through.local)} IS NULL`] : [];
}

/** What of my organisation's I took access to. */
function byGrant(rows: Rows): Sql {
  const { thing, alias, subject } = rows;
  const { granted, through } = thing.reach;
  if (granted) return and([ofOrganisation(rows), granted(alias, subject)]);
  return through ? throughParent(rows, 'granted') : FALSE;
}

/** Of another organisation's what I was named to. */
function byName(rows: Rows): Sql {
  const { thing, alias, subject } = rows;
  const { named, amongNamed, through } = thing.reach;
  if (amongNamed) return amongNamed(alias, subject);
  if (named) return or(holders(rows, named, subject.accountId));
  return through ? throughParent(rows, 'named') : FALSE;
}

function ofOrganisation(rows: Rows): Sql {
  const { reach } = rows.thing;
  const { organisationId } = rows.subject;
  if (organisationId === null) return FALSE;
  const ways = holders(rows, reach.organisation, organisationId);
  if (reach.through) ways.push(throughParent(ways.length > 0 ? { ...rows, amongWays: true } : rows, 'organisation'));
  return or(ways);
}

/** What is mine is mine inside my organisation: a case that moved on takes its maker's access with it. */
function ofAccount(rows: Rows): Sql {
  const { own, organisation, through, entrusted } = rows.thing.reach;
  if (!own) return through ? throughParent(rows, 'own') : FALSE;
  const named = holders(rows, own, rows.subject.accountId);
  const mine = or(entrusted ? [...named, entrusted(rows.alias, rows.subject)] : named);
  return organisation || through ? and([mine, ofOrganisation(rows)]) : mine;
}

const holders = ({ thing, alias }: Rows, names: readonly string[] | undefined, holder: string | Parameter): Sql[] =>
  (names ?? []).map((name) => sql`${attributeColumn(thing, alias, name)} = ${holder}`);

function throughParent(rows: Rows, scope: Scope): Sql {
  const { thing, known, closing, subject, amongWays = false } = rows;
  const { thing: parent, local, foreign } = wayOf(thing);
  if (known && !closing && (isParent(known, parent, local, foreign) || isSibling(known, parent, local, foreign))) {
    if (covers({ thing: parent, scope: known.scope }, scope)) return TRUE;
  }
  if (subject.lists === 'found' || (subject.lists === 'read' && scope === 'country')) return lookedUp(rows, scope);
  // Through another record as well, PostgreSQL would ask of all of those which the organisation has.
  const isFar = amongWays || parent.reach.through !== undefined;
  if (subject.lists === 'read' && isFar && scope === 'organisation') return bySize(rows);
  const { row, condition } = parentOf(rows, scope);
  return sql`EXISTS (SELECT 1 FROM ${row} WHERE ${and([sameAs(rows), condition])})`;
}

const innerOf = ({ alias }: Rows): string => `${alias}p`;

function sameAs(rows: Rows): Sql {
  const { thing: parent, local, foreign } = wayOf(rows.thing);
  return sql`${attributeColumn(parent, innerOf(rows), foreign)} = ${attributeColumn(rows.thing, rows.alias, local)}`;
}

/** The records that rows are reached through, and which of them the scope covers. */
function parentOf(rows: Rows, scope: Scope): { readonly row: Sql; readonly condition: Sql } {
  const { thing: parent } = wayOf(rows.thing);
  const { subject, closing } = rows;
  const inner = innerOf(rows);
  const { closedOff } = parent.reach;
  const open = closing && closedOff ? sql`NOT ${closedOff(inner, subject)}` : TRUE;
  const reached = within({ thing: parent, alias: inner, subject, closing: closing && !closedOff }, scope);
  return { row: sql`${ident(parent.table)} ${ident(inner)}`, condition: and([reached, open]) };
}

const inList = (rows: Rows, lists: 'counted' | 'found'): Rows => ({ ...rows, subject: { ...rows.subject, lists } });

function lookedUp(rows: Rows, scope: Scope): Sql {
  const { row, condition } = parentOf(inList(rows, 'found'), scope);
  return lookedFor(sql`SELECT 1 FROM ${row} WHERE ${and([sameAs(rows), condition])}`);
}

/**
 * What an organisation has through its cases fills a page soon where it has many: each row is looked up. Where it has few,
 * these are looked up once. PostgreSQL would look all of them up, however many: which it is, is counted when it runs.
 */
function bySize(rows: Rows): Sql {
  const { local, foreign } = wayOf(rows.thing);
  const { row, condition } = parentOf(inList(rows, 'counted'), 'organisation');
  const found = attributeColumn(wayOf(rows.thing).thing, innerOf(rows), foreign);
  const few = sql`${attributeColumn(rows.thing, rows.alias, local)} IN (SELECT ${found} FROM ${row} WHERE ${condition})`;
  return sql`CASE WHEN ${hasMany(rows)} THEN ${lookedUp(rows, 'organisation')} ELSE ${few} END`;
}

/**
 * Counted where all ways end: of what is an organisation's own beside its cases there may be little. In the order of its
 * lists, so that it is the index behind them that is read: without one the whole table looks cheaper, for which an
 * organisation of middling size reads thousands of rows of others.
 */
function hasMany({ thing, subject }: Rows): Sql {
  let owner = wayOf(thing).thing;
  while (owner.reach.through) owner = wayOf(owner).thing;
  const [name = ''] = owner.reach.organisation ?? [];
  const inOrder = sortedBy(orderOf(owner), attributeColumn(owner, 'n', owner.order.field), false);
  const theirs = sql`SELECT FROM ${ident(owner.table)} n WHERE ${attributeColumn(owner, 'n', name)} = ${subject.organisationId} ORDER BY ${inOrder}`;
  return sql`(SELECT count(*) > ${raw(String(large.cases))} FROM (${theirs} LIMIT ${raw(String(large.cases + 1))}) n)`;
}

function orderOf({ name, attributes, order }: Thing): Attribute {
  const attribute = attributes.get(order.field);
  if (!attribute) throw new Error(`${name} has no ${order.field} to be ordered by`);
  return attribute;
}

function wayOf({ name, reach }: Thing): Way {
  if (reach.through) return reach.through;
  throw new Error(`${name} is closed off with a case, and there is no way from it to one`);
}

/** The rows were reached from the record that their reach goes through. */
const isParent = ({ thing, link }: KnownWay, parent: Thing, local: string, foreign: string): boolean =>
  thing === parent && isWay(link, foreign, local);

/** They were reached from a record that was itself read only because of the same record: by the attribute that they are linked by. */
function isSibling({ thing: { reach }, link }: KnownWay, parent: Thing, local: string, foreign: string): boolean {
  const { through, own, organisation } = reach;
  if (!through || own || organisation || through.thing !== parent) return false;
  return through.foreign === foreign && through.local === link.local && link.foreign === local;
}

/** Whether whoever sees a row of `thing` in these scopes sees in one of those asked what this link of it leads to. */
export const seesBehind = (thing: Thing, scopes: readonly Scope[], link: Link, asked: readonly Scope[]): boolean =>
  scopes.length > 0 &&
  reaching(thing, scopes).every((scope) => asked.some((one) => isSeenBehind(thing, scope, link, one)));

/**
 * Whether whoever sees a row of `thing` in `scope` sees in `asked` what this link of it leads to: it is what the row is
 * seen through, or is seen through the row, or through the same record as the row.
 */
function isSeenBehind(thing: Thing, scope: Scope, link: Link, asked: Scope): boolean {
  if (scope !== 'own' && scope !== 'organisation' && scope !== 'joint') return false;
  const target = link.target();
  if (dataClasses[target.dataClass].closes) return false;
  const { through, own, organisation } = thing.reach;
  const theirs = asked === 'own' && target.reach.own ? undefined : target.reach.through;
  if (theirs && theirs.thing === thing && isWay(link, theirs.foreign, theirs.local)) {
    return covers({ thing, scope }, asked);
  }
  if (!through || organisation) return false;
  const parent = through.thing;
  const isSame = theirs && theirs.thing === parent && theirs.foreign === through.foreign;
  const foreign = target === parent ? through.foreign : isSame && theirs.local;
  if (!foreign || !isWay(link, through.local, foreign)) return false;
  return covers({ thing: parent, scope: scope === 'own' && own ? 'organisation' : scope }, asked);
}

const isWay = (link: Pick<Link, 'local' | 'foreign'>, local: string, foreign: string): boolean =>
  link.local === local && link.foreign === foreign;

/** What is mine inside my organisation (`ofAccount`) is my organisation's as well. */
const covers = ({ thing, scope }: Pick<KnownWay, 'thing' | 'scope'>, asked: Scope): boolean =>
  scope === asked ||
  (scope === 'own' && asked === 'organisation' && Boolean(thing.reach.organisation ?? thing.reach.through));

function attributeColumn(thing: Thing, alias: string, name: string): Sql {
  const attribute = thing.attributes.get(name);
  if (!attribute) throw new Error(`${thing.name} has no attribute ${name}`);
  return column(alias, attribute.column);
}
