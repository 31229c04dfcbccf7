/** Orders and keysets: a page begins where a cursor says, in SQL and in the merge of countries alike. */
import { and, column, FALSE, join, or, raw, sql, TRUE, type Sql } from '../../base/sql';
import { countryAttribute } from '../../policy/country';
import { badInput } from '../../base/errors';
import { constantCase } from '../../base/naming';
import { isText, type Attribute, type Thing } from '../../model/thing';
import { isTextKey, textKey } from '../../model/text-key';
import { castOf, compareValues, sortExpression, sortValue, type SortValue } from './columns';
import { lastOf } from '../../model/sorting';

export interface OrderTerm {
  readonly attribute: Attribute;
  readonly descending: boolean;
}

/** A place in a list: the sort values, then country and id, which break ties. */
export interface Place {
  readonly values: readonly SortValue[];
  readonly country: string;
  readonly id: string;
}

export interface OrderInput {
  /** Name of the attribute, or the enum value that stands for it. */
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

export const MAX_TERMS = 3;

/** How many terms an order of the thing has at most: its own may have more than what is asked for. */
export const mostTerms = ({ order: { then = [] } }: Thing): number => Math.max(MAX_TERMS, 1 + then.length);

const names = new WeakMap<Thing, ReadonlyMap<string, Attribute>>();

/** What a thing can be ordered by, by its own name and by that of the GraphQL value; every list asks. */
function namesOf(thing: Thing): ReadonlyMap<string, Attribute> {
  let found = names.get(thing);
  if (!found) {
    const all = [countryAttribute, ...thing.attributes.values()];
    found = new Map(
      all.flatMap((attribute) => [attribute.name, constantCase(attribute.name)].map((name) => [name, attribute])),
    );
    names.set(thing, found);
  }
  return found;
}

/** The terms of an order, or of the thing's own. What is ordered by already decides nothing a second time. */
export function orderTerms(
  thing: Thing,
  input: readonly OrderInput[] | null | undefined,
  /** What is sorted by before them. */
  first?: OrderTerm,
): readonly OrderTerm[] {
  const asked = input?.length ? input : ownOrder(thing);
  if (input && input.length + (first ? 1 : 0) > MAX_TERMS) {
    throw badInput(`An order has at most ${MAX_TERMS} terms.`, `Uma ordem tem no máximo ${MAX_TERMS} termos.`);
  }
  const terms = asked.map(({ field, direction }) => {
    const attribute = namesOf(thing).get(field);
    if (!attribute) throw new Error(`${thing.name} cannot be ordered by ${field}`);
    return { attribute, descending: direction === 'DESC' };
  });
  const own = terms.filter(({ attribute }, at) => terms.findIndex((term) => term.attribute === attribute) === at);
  return first ? [first, ...own] : own;
}

const ownOrder = ({ order: { field, direction, then = [] } }: Thing): readonly OrderInput[] =>
  [field, ...then].map((name) => ({ field: name, direction }));

/** The id follows the direction of the last term, so that one index serves both ways. */
const idDescends = (terms: readonly OrderTerm[]): boolean => terms[terms.length - 1]?.descending ?? false;

const isCountry = ({ attribute }: OrderTerm): boolean => attribute === countryAttribute;

/** `ORDER BY` of the terms inside a country, or of their reverse. Nulls are last; reversed, first. */
export function orderBy(alias: string, terms: readonly OrderTerm[], reversed: boolean): Sql {
  const inside = terms.filter((term) => !isCountry(term));
  const parts = inside.map(({ attribute, descending }) => {
    const direction = raw(descending !== reversed ? ' DESC' : ' ASC');
    return sql`${sortExpression(alias, attribute, descending)}${direction}`;
  });
  const id = raw(idDescends(terms) !== reversed ? ' DESC' : ' ASC');
  return join([...parts, sql`${column(alias, 'id')}${id}`], ', ');
}

/** A term, and the value of a place in it. */
interface Step extends OrderTerm {
  readonly value: SortValue;
}

/** The condition that a row of this country comes after (or, reversed, before) a place. */
export function beyond(
  alias: string,
  terms: readonly OrderTerm[],
  place: Place,
  reversed: boolean,
  country: string,
): Sql {
  const compared = stepsBefore(terms, place, country);
  const last = compared[compared.length - 1];
  const here = country === place.country;
  // With the id in one comparison, an index is entered behind the place even where many rows have the same value.
  const inOne = here && last?.descending === idDescends(terms);
  const id = { row: column(alias, 'id'), value: sql`${place.id}::uuid` };
  const steps: Sql[] = [];
  const ties: Sql[] = [];
  for (const step of compared) {
    const { row, value } = comparedAt(alias, step);
    const after = further(step.descending !== reversed);
    const withId = inOne && step === last;
    const compares = withId ? sql`(${row}, ${id.row})${after}(${value}, ${id.value})` : sql`${row}${after}${value}`;
    steps.push(and([...ties, compares]));
    ties.push(sql`${row} = ${value}`);
  }
  const tie = here
    ? sql`${id.row}${further(idDescends(terms) !== reversed)}${id.value}`
    : otherCountry(terms, place, reversed, country);
  if (!inOne) steps.push(and([...ties, tie]));
  return and([leading(alias, compared, reversed), or(steps)]);
}

/** What rows of a country are compared by before the tie is broken: another country decides in the place of its term. */
function stepsBefore(terms: readonly OrderTerm[], { values, country: other }: Place, country: string): Step[] {
  const steps = terms.map((term, i): Step => ({ ...term, value: values[i] ?? null }));
  const at = terms.findIndex(isCountry);
  return at >= 0 && country !== other ? steps.slice(0, at) : steps.filter((step) => !isCountry(step));
}

const further = (descends: boolean): Sql => raw(descends ? ' < ' : ' > ');

/** What of a row is compared with what of a place. */
function comparedAt(alias: string, { attribute, descending, value }: Step): { row: Sql; value: Sql } {
  const row = sortExpression(alias, attribute, descending);
  return { row, value: value === null ? lastOf(attribute, descending) : sql`${value}${castOfSort(attribute)}` };
}

/** Ties with a place of another country are broken by country, which ascends unless a term says otherwise. */
function otherCountry(terms: readonly OrderTerm[], place: Place, reversed: boolean, country: string): Sql {
  const descends = terms.find(isCountry)?.descending ?? false;
  return country > place.country !== (descends !== reversed) ? TRUE : FALSE;
}

/** Says again, as a plain range on the first term, what the steps imply: an index can be entered by it. */
function leading(alias: string, [first]: readonly Step[], reversed: boolean): Sql {
  if (!first) return TRUE;
  const { row, value } = comparedAt(alias, first);
  return sql`${row}${raw(first.descending !== reversed ? ' <= ' : ' >= ')}${value}`;
}

const castOfSort = (attribute: Attribute): Sql =>
  typeof attribute.type === 'string' ? castOf(attribute) : raw('::integer');

/** The place of a row whose attributes were read. */
export const placeOf = (terms: readonly OrderTerm[], row: Readonly<Record<string, unknown>>): Place => ({
  values: terms.map(({ attribute }) => {
    const value = row[attribute.name];
    return isText(attribute.type) ? textKey(value as string) : sortValue(attribute, value);
  }),
  country: row.country as string,
  id: row.$id as string,
});

/** Whether a place can be one of this order: not one that a version made which sorted text by itself. */
export const isPlaceIn = (terms: readonly OrderTerm[], { values }: Place): boolean =>
  terms.every(({ attribute }, at) => !isText(attribute.type) || isTextKey(values[at]));

/** Compares two places in list order: the merge of countries uses it. */
export function comparePlaces(terms: readonly OrderTerm[], a: Place, b: Place): number {
  for (const [i, { descending }] of terms.entries()) {
    const [x, y] = [a.values[i] ?? null, b.values[i] ?? null];
    const sign = descending && x !== null && y !== null ? -1 : 1;
    const compared = sign * compareValues(x, y);
    if (compared !== 0) return compared;
  }
  if (a.country !== b.country) return a.country < b.country ? -1 : 1;
  return (idDescends(terms) ? -1 : 1) * (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
