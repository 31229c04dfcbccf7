/** Lists that are asked for by a record of another thing: which rows are meant, and what comes first. */
import { badInput } from '../../base/errors';
import { otherType, parseId, uuidIn } from '../../base/global-id';
import { and, ident, PerCountry, sql, TRUE, type Sql } from '../../base/sql';
import { givenAttribute, thingOf, type ListBy, type Thing } from '../../model/thing';
import { ForbiddenError } from '../../policy/denial';
import { actorScopes, rolesThatMay, rowScope, type Viewpoint } from '../../policy/rights';
import type { Filter } from './filter';
import type { OrderTerm } from './order';

type Given = Readonly<Record<string, unknown>>;

export interface AskedBy {
  readonly term: OrderTerm;
  readonly rows: Sql;
}

const givenOf = ({ by = [] }: Thing, given: Given): readonly ListBy[] =>
  by.filter(({ argument }) => given[argument] !== undefined && given[argument] !== null);

/**
 * What the arguments ask for, on the rows of `alias`; undefined where they name no record.
 * @throws ApiError BAD_USER_INPUT; ForbiddenError where the actor may read no such record
 */
export function askedBy(thing: Thing, given: Given, viewpoint: Viewpoint, alias: string): AskedBy | undefined {
  const [by, another] = givenOf(thing, given);
  if (!by) return undefined;
  if (another) throw both(by.argument, another.argument);
  const id = idOf(by, given[by.argument] as string, viewpoint);
  const reckoned = (name: string): Sql => by.rank(name, id);
  const attribute = { ...givenAttribute(by.argument, { type: 'int', description: by.description }), reckoned };
  const rows = and([seenBy(viewpoint, by, id), by.rows?.(alias, id) ?? TRUE]);
  return { term: { attribute, descending: false }, rows };
}

/** Asked by what is not there, or is not the caller's to see, a list is empty; what was received is not asked by. */
const seenBy = (viewpoint: Viewpoint, { of }: ListBy, id: Sql): Sql => {
  const thing = thingOf(of());
  const seen = rowScope(viewpoint, thing, 'read', 'asked', { side: 'sent' });
  return sql`EXISTS (SELECT FROM ${ident(thing.table)} asked WHERE asked.id = ${id} AND ${seen})`;
};

/** A cursor belongs to what was asked: the filter, and the record that the list was asked for by. */
export function questionOf(
  thing: Thing,
  given: Given & { readonly filter?: Filter | null },
): Filter | null | undefined {
  const by = givenOf(thing, given);
  if (by.length === 0) return given.filter;
  return { filter: given.filter, ...Object.fromEntries(by.map(({ argument }) => [argument, given[argument]])) };
}

function idOf({ of }: ListBy, given: string, viewpoint: Viewpoint): Sql {
  const { name, singular, label, dataClass } = thingOf(of());
  const id = parseId(given);
  if (id.type !== null && id.type !== name) {
    const { en, pt } = otherType(label);
    throw badInput(en, pt);
  }
  if (actorScopes(viewpoint, dataClass, 'read').length === 0) {
    const coordinate = `Query.${singular}`;
    throw new ForbiddenError({ coordinate, dataClass, readableBy: rolesThatMay('read', dataClass) });
  }
  return sql`${new PerCountry((country) => uuidIn(id, country))}::uuid`;
}

const both = (one: string, another: string): Error =>
  badInput(`Ask by ${one} or by ${another}, not by both.`, `Peça por ${one} ou por ${another}, não por ambos.`);
