/** The policy table, asked: what a role may do with a class, and with which rows. */
import { FALSE, type Sql } from '../base/sql';
import type { Thing } from '../model/thing';
import type { Actor } from '../base/actor';
import type { Subject } from '../model/reach';
import { reachable, type Known } from './reach';
import { roles, type Role } from './role';
import { dataClasses, type DataClass, type Right, type Scope } from './table';
import { allActions } from '../model/action';
import { duties, type Duty } from './duties';

export type Use = 'read' | 'write';

interface Granted {
  readonly read: Scope | null;
  readonly write: Scope | null;
}

const nothing: Granted = { read: null, write: null };

function parse(right: Right): Granted {
  const [scope, uses] = right.split(' ') as [Scope, string];
  return { read: uses.includes('r') ? scope : null, write: uses.includes('w') ? scope : null };
}

const granted = new Map(
  (Object.keys(dataClasses) as DataClass[]).map((name) => {
    const rights = Object.entries(dataClasses[name].rights) as [Role, Right][];
    return [name, new Map(rights.map(([role, right]) => [role, parse(right)]))] as const;
  }),
);

/** Of which rows a role may use a class; null: of none. */
export const scopeOf = (role: Role, dataClass: DataClass, use: Use): Scope | null =>
  (granted.get(dataClass)?.get(role) ?? nothing)[use];

/** Which roles may use a class at all. */
export const rolesThatMay = (use: Use, dataClass: DataClass): readonly Role[] =>
  roles.filter((role) => scopeOf(role, dataClass, use) !== null);

/** Whether accounts of the region read a class: records of several countries in one list. */
export const isReadByRegion = (dataClass: DataClass): boolean =>
  roles.some((role) => scopeOf(role, dataClass, 'read') === 'region');

/** Which roles may take an action: those of its duty, among those who may write its class. */
export function rolesOfAction(name: string): readonly Role[] {
  const action = allActions.get(name);
  if (!action) return [];
  const { thing, duty } = action;
  const writers = rolesThatMay('write', thing.dataClass);
  if (duty === undefined) return writers;
  const those: readonly Role[] = duties[duty as Duty];
  return writers.filter((role) => those.includes(role));
}

/** An actor as far as rights depend on it. */
export type Viewpoint = Subject & Pick<Actor, 'role' | 'country'>;

/** Whether the actor's rows can be reached at all: region scopes are for the region's accounts, all others for a country's. */
export function actorScope(actor: Viewpoint, dataClass: DataClass, use: Use): Scope | null {
  const scope = scopeOf(actor.role, dataClass, use);
  return scope !== null && (scope === 'region') === (actor.country === null) ? scope : null;
}

/** The rows of a thing that the actor may use, as a predicate on `alias`; less what is `known` of them. */
export function rowScope(actor: Viewpoint, thing: Thing, use: Use, alias: string, known?: Known): Sql {
  const scope = actorScope(actor, thing.dataClass, use);
  return scope === null ? FALSE : reachable(thing, alias, scope, actor, known);
}
