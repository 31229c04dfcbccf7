/** Reads of the oracle: whole rows, one list or one record at a time, nothing planned and nothing shared. */
import type { GraphQLResolveInfo } from 'graphql';
import { and, column, ident, PerCountry, raw, sql, TRUE, type Sql } from '../../../src/base/sql';
import { REGION } from '../../../src/base/countries';
import { badInput } from '../../../src/base/errors';
import { globalId, type GlobalId } from '../../../src/base/global-id';
import { CursorSeal } from '../../../src/execution/read/cursor';
import { filterCondition, type Filter } from '../../../src/execution/read/filter';
import {
  beyond,
  comparePlaces,
  orderBy,
  orderTerms,
  placeOf,
  type OrderInput,
} from '../../../src/execution/read/order';
import type { Attribute, Thing } from '../../../src/model/thing';
import type { Locale } from '../../../src/base/locale';
import { isJoint } from '../../../src/policy/reach';
import { rowScope, scopesOf } from '../../../src/policy/rights';
import type { App } from '../../../src/identity/app';
import type { Actor } from '../../../src/base/actor';
import { scopeOf } from '../../../src/identity/scope';
import { selected } from './selected';

/** Who asks, and in which language. */
export interface Asking {
  readonly app: App;
  /** `lists`: what is merged into another record is passed over. */
  readonly actor: Actor & { readonly lists?: 'read'; readonly hangs?: boolean };
  readonly locale: Locale;
}

/** A record: the values of its attributes by their names, sealed ones opened. `$id` is the UUID. */
export interface Found {
  readonly thing: Thing;
  readonly country: string;
  readonly $id: string;
  readonly [attribute: string]: unknown;
}

/** Arguments of a list, as graphql-js coerced them. */
export interface ListArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: Filter | null;
  readonly orderBy?: readonly OrderInput[] | null;
  readonly country?: string | null;
}

export interface Page {
  readonly found: readonly Found[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly total: number;
  cursor(of: Found): string;
}

type Country = ReturnType<typeof scopeOf>[number];

const alias = 't';
const defaultPageSize = 20;

/** The record with this id, or null when there is none that the actor may see. */
export async function recordOf(asking: Asking, thing: Thing, id: GlobalId): Promise<Found | null> {
  const pages = await Promise.all(
    placesOf(asking, thing).map((country) =>
      rows(asking, country, thing, sql`${column(alias, 'id')} = ${id.uuid}::uuid`, raw('')),
    ),
  );
  const [found] = pages.flat();
  if (!found || (id.type ?? thing.name) !== thing.name || (id.country ?? found.country) !== found.country) return null;
  return found;
}

/** The record of the same country whose attribute has this value. */
export async function recordBy(
  asking: Asking,
  from: Found,
  thing: Thing,
  by: Attribute,
  value: unknown,
): Promise<Found | null> {
  const [country] = scopeOf(asking.app, asking.actor).filter(({ code }) => code === from.country);
  if (!country || value === null) return null;
  const [found] = await rows(asking, country, thing, sql`${column(alias, by.column)} = ${value}`, raw('LIMIT 2'));
  return found ?? null;
}

/** What narrows a list that hangs on a record. */
export interface Hanging {
  readonly from: Found;
  readonly by: Attribute;
  readonly value: unknown;
}

/** What of a list is asked for; the rest is not read. */
export interface Wants {
  readonly rows: boolean;
  readonly total: boolean;
}

/** A page of a list. `name` binds its cursors. */
export async function pageOf(
  asking: Asking,
  thing: Thing,
  name: string,
  given: ListArguments,
  wants: Wants,
  on?: Hanging,
): Promise<Page> {
  const { actor, app } = asking;
  // Joint activities stand in no list but with what is joint itself.
  const below = { ...asking, actor: { ...actor, hangs: on !== undefined && !isJoint(on.from.thing) } };
  const listing: Asking = on ? below : { ...asking, actor: { ...actor, lists: 'read' } };
  const reversed = typeof given.last === 'number';
  const terms = orderTerms(thing, given.orderBy);
  const hanging = on ? sql`${column(alias, on.by.column)} = ${on.value}` : TRUE;
  const standing = thing.attributes.has('voidedAt') ? sql`t.voided_at IS NULL` : TRUE;
  const condition = and([hanging, standing, filterCondition(actor, thing, alias, given.filter)]);
  const limit = lengthOf(given, app.config.limits.pageSize);
  const seal = new CursorSeal(app.config.secrets.tokens, name, given.orderBy, given.filter, actor);
  const after = given.after ? seal.open(given.after) : null;
  const before = given.before ? seal.open(given.before) : null;
  const only = on?.from.country ?? given.country;
  const countries = placesOf(asking, thing).filter(({ code }) => !only || code === only);
  const tail = sql`ORDER BY ${orderBy(alias, terms, reversed)} LIMIT ${limit + 1}`;
  const pages = await Promise.all(
    (wants.rows ? countries : []).map((country) => {
      const from = after ? beyond(alias, terms, after, false, country.code) : TRUE;
      const to = before ? beyond(alias, terms, before, true, country.code) : TRUE;
      return rows(listing, country, thing, and([condition, from, to]), tail);
    }),
  );
  const totals = await Promise.all(
    (wants.total ? countries : []).map((country) => count(listing, country, thing, condition)),
  );
  const sorted = pages
    .flat()
    .sort((a, b) => comparePlaces(terms, placeOf(terms, a), placeOf(terms, b)) * (reversed ? -1 : 1));
  const page = sorted.slice(0, limit);
  const more = sorted.length > limit;
  return {
    found: reversed ? page.reverse() : page,
    hasNextPage: reversed ? before !== null : more,
    hasPreviousPage: reversed ? more : after !== null,
    total: totals.reduce((sum, part) => sum + part, 0),
    cursor: (of) => seal.seal(placeOf(terms, of)),
  };
}

function lengthOf({ first, last }: ListArguments, most: number): number {
  if (typeof first === 'number' && typeof last === 'number')
    throw badInput('Ask for `first` or for `last`, not for both.', 'Peça `first` ou `last`, não ambos.');
  return first ?? last ?? Math.min(defaultPageSize, most);
}

/** Where the region works itself it reads what it does not read of countries. */
const readerOf = ({ actor }: Asking, { code }: Country, thing: Thing): Asking['actor'] =>
  code === REGION && isOfPlace(actor, thing) ? { ...actor, country: REGION } : actor;

/** Where records of a thing are looked for: what is read where the region works itself alone, there. */
const placesOf = ({ app, actor }: Asking, thing: Thing): Country[] =>
  scopeOf(app, actor).filter(({ code }) => code === REGION || !isOfPlace(actor, thing));

export const isOfPlace = (actor: Actor, { dataClass }: Thing): boolean =>
  actor.country === null &&
  scopesOf(actor.role, dataClass, 'read').length > 0 &&
  scopesOf(actor.role, dataClass, 'read').every((scope) => scope === 'secretariat');

async function rows(asking: Asking, country: Country, thing: Thing, where: Sql, tail: Sql): Promise<Found[]> {
  const within = and([rowScope(readerOf(asking, country, thing), thing, 'read', alias), where]);
  const found = await run(country, sql`SELECT t.* FROM ${ident(thing.table)} t WHERE ${within} ${tail}`);
  return found.map((row) => ({
    ...Object.fromEntries([...thing.attributes.values()].map(({ name, column }) => [name, row[column]])),
    thing,
    country: country.code,
    $id: row.id as string,
  }));
}

async function count(asking: Asking, country: Country, thing: Thing, where: Sql): Promise<number> {
  const within = and([rowScope(readerOf(asking, country, thing), thing, 'read', alias), where]);
  const [row] = await run(country, sql`SELECT count(*)::integer AS n FROM ${ident(thing.table)} t WHERE ${within}`);
  return row?.n as number;
}

async function run({ pool, code }: Country, { text, values }: Sql): Promise<Record<string, unknown>[]> {
  const settled = values.map((value) => (value instanceof PerCountry ? value.valueIn(code) : value));
  return (await pool.query<Record<string, unknown>>(text, settled)).rows;
}

/**
 * The record as a field gives it: with its sealed values in plain text, if any is asked for; null where the data key
 * was destroyed.
 * @throws SealBroken when one does not open: then there is no record in this place
 */
export async function shown(asking: Asking, found: Found | null, info: GraphQLResolveInfo): Promise<Found | null> {
  if (!found) return null;
  const { thing, country } = found;
  const asked = selected(info, thing.name);
  const sealed = [...thing.attributes.values()].filter((attribute) => attribute.sealed && asked.has(attribute.name));
  if (sealed.length === 0) return found;
  const reader = scopeOf(asking.app, asking.actor).find(({ code }) => code === country);
  const id = found.dataKeyId as string;
  const [row] = reader ? await run(reader, sql`SELECT wrapped FROM data_key WHERE id = ${id}`) : [];
  const wrapped = row?.wrapped as Buffer | null | undefined;
  const { vault } = asking.app;
  const key = wrapped ? vault.openDataKey(country, id, wrapped) : null;
  const plain = sealed.map(({ name, column }) => {
    const place = { country, table: thing.table, column, row: found.$id };
    const value = found[name] as Buffer | null;
    return [name, key && value ? vault.open(key, value, place) : null] as const;
  });
  return { ...found, ...Object.fromEntries(plain) };
}

export const idOf = ({ thing, country, $id }: Found): string => globalId(thing.name, country, $id);
