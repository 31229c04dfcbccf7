/**
 * The indexes behind lists: a page is read where it begins, and not sorted out of a whole table. They follow from the
 * declarations, and hold expressions and orders that TypeORM's cannot.
 */
import { createHash } from 'node:crypto';
import { ident } from '../base/sql';
import { sortColumn } from './sorting';
import { soughtOf } from './sought';
import { digestColumn, partsColumn } from './text-function';
import { keyColumn } from './text-key';
import { isSearched, thingOf, type Attribute, type Thing } from './thing';

export interface ListIndex {
  /** Ends in a digest of what it holds: an index of other columns, or of a longer code list, is another index. */
  readonly name: string;
  /** As `CREATE INDEX` takes it, on an unqualified table. */
  readonly definition: string;
}

export const isListIndex = (name: string): boolean => /_list_[0-9a-f]{8}$/.test(name);

/** Longest name of PostgreSQL's, less the ending. */
const stemLength = 63 - '_list_01234567'.length;

/**
 * One for each order of the whole list, and one for each attribute that lists hang on. A unique one leads to one row.
 * And one in which is counted what stands how with an organisation: its lists are counted at every visit. And one by
 * the key under which rows are somebody's own. And one for each text that is searched, by its parts; of numbers, by how
 * they begin.
 */
export function listIndexes(thing: Thing): ListIndex[] {
  const attributes = [...thing.attributes.values()];
  const ordered = thing.few ? [] : attributes.filter(({ sort }) => sort).flatMap((by) => ordersOf(thing, by));
  const holders = attributes.filter(
    ({ unique, of, name }) => !unique && (of ?? (thing.within?.includes(name) || isMine(thing, name))),
  );
  return [
    ...ordered,
    ...holders.map((holder) => heldBy(thing, holder)),
    ...counted(thing),
    ...kept(thing),
    ...titled(thing),
    ...numbered(thing),
    ...searched(thing),
  ];
}

/** Of what is seen through another record and is somebody's own, few rows among many may be mine. */
const isMine = ({ reach: { own, through, organisation } }: Thing, name: string): boolean =>
  Boolean(through && !organisation && own?.includes(name));

/** Where two organisations may see a row, either's are found by both indexes together, and so not counted in one. */
function counted(thing: Thing): ListIndex[] {
  const status = thing.attributes.get('status');
  const [name, another] = thing.reach.organisation ?? [];
  const by = name !== undefined && another === undefined ? thing.attributes.get(name) : undefined;
  if (thing.few || !status || !by) return [];
  const columns = [`"${by.column}"`, `"${status.column}"`];
  return [index(thing, [by, status], columns, `${decidedBy(thing, ['id'])}${standing(thing, by)}`)];
}

/** By which it is decided whether a row is open to somebody: what is counted, or looked up as a whole, is read in the index alone. */
const decidedBy = ({ reach, attributes }: Thing, beside: readonly string[]): string =>
  reach.opens
    ? ` INCLUDE (${[...beside, ...reach.opens].map((name) => `"${attributes.get(name)?.column}"`).join(', ')})`
    : '';

/** What is mine for several reasons is read and counted key by key; by the organisation alone it is counted here as well. */
function kept(thing: Thing): ListIndex[] {
  const { order, reach, tally, attributes } = thing;
  const holder = attributes.get(reach.organisation?.[0] ?? '');
  const own = attributes.get(order.field);
  if (!reach.kept || !holder || !own) return [];
  const key = reach.kept.key(ident);
  const columns = [`"${holder.column}"`, key.text, sortColumn(own, false).text, ...thenBy(thing), '"id"'];
  return [index(thing, [holder, own], columns, decidedBy(thing, tally ? [tally.by] : []))];
}

/** What was recorded in error stands in no count. */
function standing({ attributes }: Thing, holder: Attribute): string {
  const voided = attributes.get('voidedAt');
  const conditions = [
    ...(holder.nullable ? [`("${holder.column}" IS NOT NULL)`] : []),
    ...(voided ? [`("${voided.column}" IS NULL)`] : []),
  ];
  return conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
}

/** Nulls are last both ways: where there are any, each way is an index. */
const ordersOf = (thing: Thing, by: Attribute): ListIndex[] =>
  (by.nullable ? [false, true] : [false]).map((descending) => {
    const then = by.name === thing.order.field ? thenBy(thing) : [];
    return index(thing, [by], [sortColumn(by, descending).text, ...then, '"id"']);
  });

/** What else the list's own order is decided by. */
const thenBy = (thing: Thing): string[] =>
  (thing.order.then ?? []).map((name) => sortColumn(thing.attributes.get(name) as Attribute, false).text);

/** Of the few things each holds many rows: a page of them is read in the list's own order. */
function heldBy(thing: Thing, holder: Attribute): ListIndex {
  const own = thing.attributes.get(thing.order.field);
  const many = !thing.few && own && (holder.of ? thingOf(holder.of()).few : true);
  const columns = [`"${holder.column}"`, ...(many ? [sortColumn(own, false).text, ...thenBy(thing), '"id"'] : [])];
  return index(thing, [holder], columns, heldOnly(holder));
}

const heldOnly = ({ nullable, column }: Attribute): string => (nullable ? ` WHERE ("${column}" IS NOT NULL)` : '');

/** Texts by which an organisation's own rows are found, in the order of their keys where they are sorted by them. */
export function titlesOf(thing: Thing): readonly Title[] {
  const [name, another] = thing.reach.organisation ?? [];
  const holder = name !== undefined && another === undefined ? thing.attributes.get(name) : undefined;
  if (!holder || thing.few) return [];
  return [...thing.attributes.values()]
    .filter((attribute) => !attribute.shortNumber && isSearched(thing, attribute))
    .filter((attribute) => attribute.sort || (soughtOf(thing)?.texts ?? []).includes(attribute))
    .map((by) => ({ thing, holder, by }));
}

export interface Title {
  readonly thing: Thing;
  /** Whose rows they are. */
  readonly holder: Attribute;
  readonly by: Attribute;
}

/** What an organisation calls its own is found by its title, and by who sees of it what is theirs alone. */
const titled = (thing: Thing): ListIndex[] =>
  titlesOf(thing).flatMap(({ holder, by }) =>
    [holder, ...mine(thing)].map((owner) => index(thing, [owner, by], [`"${owner.column}"`, ...inOrder(by)])),
  );

/** A text that nothing is sorted by may be longer than a key of an index can be: it is found as a whole alone. */
const inOrder = (by: Attribute): string[] =>
  by.sort ? [sortColumn(by, false).text, '"id"'] : [digestColumn(ident(by.column)).text];

/** Who made it, where that makes it theirs. */
const mine = ({ reach, attributes }: Thing): Attribute[] => {
  const maker = reach.own?.includes('createdById') ? attributes.get('createdById') : undefined;
  return maker ? [maker] : [];
};

/** Numbers that no list is ordered by are found by how they begin all the same. */
const numbered = (thing: Thing): ListIndex[] =>
  [...thing.attributes.values()]
    .filter((attribute) => attribute.shortNumber && !attribute.sort && isSearched(thing, attribute))
    .map((by) => index(thing, [by], [keyColumn(ident(by.column)).text, '"id"']));

/** Texts by the parts that they consist of. */
const searched = (thing: Thing): ListIndex[] =>
  [...thing.attributes.values()]
    .filter((attribute) => isSearched(thing, attribute))
    .map((by) =>
      named(thing, [by.column, 'search'], `"${thing.table}" USING gin (${partsColumn(ident(by.column)).text})`),
    );

function index(thing: Thing, by: readonly Attribute[], columns: readonly string[], where = ''): ListIndex {
  const definition = `"${thing.table}" (${columns.join(', ')})${where}`;
  return named(
    thing,
    by.map(({ column }) => column),
    definition,
  );
}

function named({ table }: Thing, by: readonly string[], definition: string): ListIndex {
  const digest = createHash('sha256').update(definition).digest('hex').slice(0, 8);
  const stem = [table, ...by].join('_').slice(0, stemLength);
  return { name: `${stem}_list_${digest}`, definition };
}
