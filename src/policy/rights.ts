/** The policy table, asked: what a role may do with a class, and with which rows. */
import { and, column, or, sql, type Sql } from '../base/sql';
import { isVoidable, type Thing } from '../model/thing';
import type { Actor } from '../base/actor';
import { REGION, type CountryCode } from '../base/countries';
import type { Subject } from '../model/reach';
import { reachable, reaching, type Known } from './reach';
import { roles, type Role } from './role';
import { dataClasses, type DataClass, type Right, type Scope } from './table';
import { allActions } from '../model/action';
import { duties, type Duty } from './duties';

export type Use = 'read' | 'write';

/** Of which rows a role may use a class: all that one of the scopes covers. */
export type Scopes = readonly Scope[];

type Granted = Readonly<Record<Use, Scopes>>;

const nothing: Granted = { read: [], write: [] };
const parsed = new Map<Right | readonly Right[], Granted>();

function parse(rights: Right | readonly Right[]): Granted {
  const each = [rights].flat().map((right) => right.split(' ') as [Scope, string]);
  const using = (letter: string): Scopes => each.filter(([, uses]) => uses.includes(letter)).map(([scope]) => scope);
  return { read: using('r'), write: using('w') };
}

/** Of which rows a role may use a class; empty: of none. */
export function scopesOf(role: Role, dataClass: DataClass, use: Use): Scopes {
  const rights = dataClasses[dataClass].rights[role];
  if (!rights) return nothing[use];
  let found = parsed.get(rights);
  if (!found) parsed.set(rights, (found = parse(rights)));
  return found[use];
}

/** Whether a role may use a class at all. */
export const mayUse = (role: Role, dataClass: DataClass, use: Use): boolean =>
  scopesOf(role, dataClass, use).length > 0;

/** Whether a role may pass a class on: what it may only take access to for hours it may not; `isNamed`: of another organisation's case, that it was named to. */
export const mayPassOn = (role: Role, dataClass: DataClass, isNamed = false): boolean =>
  [...scopesOf(role, dataClass, 'read'), ...scopesOf(role, dataClass, 'write')].some((scope) =>
    isNamed ? scope === 'named' : scope !== 'granted',
  );

/** Whether every read of a thing goes into the access log. */
export const isLogged = ({ dataClass }: Pick<Thing, 'dataClass'>): boolean => dataClasses[dataClass].logged === true;

/** Which roles may use a class at all. */
export const rolesThatMay = (use: Use, dataClass: DataClass): readonly Role[] =>
  roles.filter((role) => mayUse(role, dataClass, use));

/** Whether a role reads a class in the region's own place alone: of no country anything. */
const readsInPlace = (role: Role, dataClass: DataClass): boolean => {
  const scopes = scopesOf(role, dataClass, 'read');
  return scopes.length > 0 && scopes.every((scope) => scope === 'secretariat');
};

/** Which roles read a class of countries: whom to ask for what one may not read oneself. */
export const rolesThatRead = (dataClass: DataClass): readonly Role[] =>
  rolesThatMay('read', dataClass).filter((role) => !readsInPlace(role, dataClass));

/** Whether anybody reads a class by a referral to their organisation. */
export const isReadByReceivers = (dataClass: DataClass): boolean =>
  roles.some((role) => scopesOf(role, dataClass, 'read').includes('referred'));

/** Whether accounts of the region read a class: records of several countries in one list. */
export const isReadByRegion = (dataClass: DataClass): boolean =>
  roles.some((role) => scopesOf(role, dataClass, 'read').includes('region'));

const classes = Object.keys(dataClasses) as DataClass[];

/** Every scope that a role's rights are bound to. */
export const scopesOfRole = (role: Role): ReadonlySet<Scope> =>
  new Set(classes.flatMap((name) => [...scopesOf(role, name, 'read'), ...scopesOf(role, name, 'write')]));

/** What the work there takes beside what it is about. */
const besideRegion: readonly DataClass[] = [
  ...(['REFERENCE', 'ORGANISATION', 'STAFF', 'WORK_LIST', 'VOIDING', 'HISTORY'] as const),
  'ACCESS_LOG',
];

/** Whether records of a class stand in the region's own place: what the secretariat does, and what that takes. */
export const isHeldByRegion = (dataClass: DataClass): boolean =>
  besideRegion.includes(dataClass) || roles.some((role) => scopesOf(role, dataClass, 'write').includes('secretariat'));

/** Whether a role is one of the region's: its accounts have no country, and see what the countries share. */
export const isOfRegion = (role: Role): boolean => scopesOfRole(role).has('region');

/** Which roles may take an action: those of its duty, among those who may write its class. */
export function rolesOfAction(name: string): readonly Role[] {
  const action = allActions.get(name);
  if (!action) return [];
  const { thing, duty } = action;
  return duty === undefined ? rolesThatMay('write', thing.dataClass) : rolesOnDuty(duty as Duty, thing.dataClass);
}

/** Whether an actor may take an action. */
export const mayDo =
  ({ role }: Pick<Actor, 'role'>) =>
  (action: string): boolean =>
    rolesOfAction(action).includes(role);

/** The roles of a duty among those who may write a class. */
export const rolesOnDuty = (duty: Duty, dataClass: DataClass): readonly Role[] =>
  rolesThatMay('write', dataClass).filter((role) => hasDuty(duty, role));

/** An actor as far as rights depend on it. */
export type Viewpoint = Subject & Pick<Actor, 'role' | 'country' | 'namedElsewhere'>;

/** Those who can be named elsewhere, and are not: what nearly all of them read costs nothing for the few who are. */
const namedNowhere = ({ role, namedElsewhere }: Viewpoint): boolean =>
  namedElsewhere === false && hasDuty('supervision', role);

/** Where an actor is whom a scope reaches: a country's in it; the region's everywhere, and where it works itself. */
function reaches(scope: Scope, country: Viewpoint['country']): boolean {
  if (scope === 'region') return country === null || country === REGION;
  return scope === 'secretariat' ? country === REGION : country !== null && country !== REGION;
}

/**
 * The scopes that reach any row of the actor's. An account of the region reads everywhere what is shared; where it works,
 * in the region's own place, it has what it has there and nothing else.
 */
export function actorScopes(actor: Viewpoint, dataClass: DataClass, use: Use): Scopes {
  const scopes = scopesOf(actor.role, dataClass, use);
  const without = namedNowhere(actor) ? 'named' : undefined;
  const isReached = (scope: Scope): boolean => reaches(scope, actor.country) && scope !== without;
  return scopes.every(isReached) ? scopes : scopes.filter(isReached);
}

/** An account of the region where it works itself: there it may have what it has of no country. */
export const inOwnPlace = <A extends Viewpoint>(actor: A): A => ({ ...actor, country: REGION });

/** Whose rights the rows of a class are read with, and where alone: the region's where it works itself, where it has none of countries. */
export function readerOf<A extends Viewpoint>(actor: A, dataClass: DataClass): { viewpoint: A; place?: CountryCode } {
  if (actor.country !== null || actorScopes(actor, dataClass, 'read').length > 0) return { viewpoint: actor };
  return { viewpoint: inOwnPlace(actor), place: REGION };
}

/** Whether accounts of the region read of a class what stands in its own place, and of no country anything. */
export const isReadInPlace = (dataClass: DataClass): boolean => roles.some((role) => readsInPlace(role, dataClass));

/**
 * Of which side of a referral somebody acts: whoever manages cases both sends and receives, and does to what was received
 * nothing that is the sender's, nor the other way round.
 */
export type Side = 'sent' | 'received' | 'either';

const ofSide = (scopes: Scopes, side: Side): Scopes =>
  side === 'either' ? scopes : scopes.filter((scope) => (scope === 'referred') === (side === 'received'));

/** The rows of a thing that the actor may use, as a predicate on `alias`; less what is `known` of them. */
export function rowScope(
  actor: Viewpoint,
  thing: Thing,
  use: Use,
  alias: string,
  { known, side = 'either' }: { readonly known?: Known | undefined; readonly side?: Side } = {},
): Sql {
  const scopes = reaching(thing, ofSide(actorScopes(actor, thing.dataClass, use), side), actor);
  const within = (these: Scopes): Sql => reachable(thing, alias, these, seerOf(actor), known);
  if (!isVoidable(thing)) return within(scopes);
  const seen = scopesOf(actor.role, 'VOIDING', 'read');
  const stays = thing.staysInSight === true;
  const answered = scopes.filter((scope) => answersFor(seen, scope) || (stays && scope === 'organisation'));
  if (answered.length === scopes.length) return within(scopes);
  if (actor.lists) return and([within(scopes), stands(alias)]);
  // What all of the country read is still some organisation's.
  const ours = scopes.includes('country') ? seen.filter((scope) => scope !== 'own') : [];
  const mine = sql`${column(alias, 'created_by_id')} = ${actor.accountId}`;
  const ofOurs = [...answered, ...ours].map((scope) => within([scope]));
  return and([within(scopes), or([stands(alias), mine, ...ofOurs])]);
}

/** Whether of a thing the actor may see those rows alone that they made. */
export const isOfMaker = (actor: Viewpoint, thing: Thing): boolean => {
  const [maker, another] = thing.reach.own ?? [];
  const scopes = reaching(thing, actorScopes(actor, thing.dataClass, 'read'), actor);
  return maker === 'createdById' && another === undefined && scopes.every((scope) => scope === 'own');
};

/** Whether of a thing the actor may see rows of the one organisation alone that is theirs. */
export const isOfOwnOrganisation = (actor: Viewpoint, thing: Thing): boolean => {
  const scopes = reaching(thing, actorScopes(actor, thing.dataClass, 'read'), actor);
  return scopes.every((scope) => scope === 'own' || scope === 'organisation');
};

/**
 * What was recorded in error is seen by its maker, and by those who answer for the records in whose scope it is: of what
 * is read in a wider one (all of the country, what was referred), those do not answer who answer for an organisation.
 */
const answersFor = (seen: Scopes, scope: Scope): boolean =>
  seen.includes('country') ||
  (scope !== 'own' && seen.includes(scope)) ||
  (seen.includes('organisation') && withinOrganisation.includes(scope));
const withinOrganisation: Scopes = ['own', 'recent', 'granted'];

/** The actor, with what it sees beyond others by its duties. */
export const seerOf = <A extends Viewpoint>(actor: A): A => ({
  ...actor,
  duties: (Object.keys(duties) as Duty[]).filter((duty) => hasDuty(duty, actor.role)),
  oversees: hasDuty('supervision', actor.role),
  watches: hasDuty('privacy', actor.role),
});

/** Whether a role has a duty. */
export const hasDuty = (duty: Duty, role: string): boolean => (duties[duty] as readonly string[]).includes(role);

/** The record was not found to be recorded in error. */
export const stands = (alias: string): Sql => sql`${column(alias, 'voided_at')} IS NULL`;
