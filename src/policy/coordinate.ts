/** The data class of every coordinate (`Type.field`) of the schema. What has none is not allowed. */
import { getNamedType, type GraphQLField, type GraphQLNamedType } from 'graphql';
import { allThings, innerThings, type Thing } from '../model/thing';
import { type DataClass } from './table';
import { allActions } from '../model/action';
import { accountMutations, personalFields, queryClasses } from './duties';
import { mayUse, rolesOfAction, rolesOnDuty, rolesThatMay, rolesThatRead } from './rights';
import type { Role } from './role';

/** Who may use a coordinate: everybody, whoever is signed in, the account it is about, or the roles that the policy names. */
export type Ruling = { readonly kind: 'open' | 'signedIn' | 'own' } | ClassRuling;

/** Each request asks for one role; all of them are looked for only when somebody is to be told. */
export interface ClassRuling {
  readonly kind: 'read' | 'write';
  readonly dataClass: DataClass;
  readonly allows: (role: Role) => boolean;
  readonly roles: () => readonly Role[];
}

/** A record is nearly always a country's; lists of all there are hold the region's own as well. */
const readRuling = (dataClass: DataClass, parent: string): ClassRuling => ({
  kind: 'read',
  dataClass,
  allows: (role) => mayUse(role, dataClass, 'read'),
  roles: () => (parent === 'Query' ? rolesThatMay('read', dataClass) : rolesThatRead(dataClass)),
});

const personal = { signedOut: { kind: 'open' }, signedIn: { kind: 'signedIn' }, own: { kind: 'own' } } as const;

/** The thing that a type stands for: itself, or what its connection lists, or is counted by its codes. */
export function thingOfType(type: GraphQLNamedType): Thing | undefined {
  const name = type.name.replace(/(Connection|Count)$/, '');
  return allThings.get(type.name) ?? allThings.get(name) ?? innerThings.get(name);
}

/** The ruling of a field, or undefined where the policy says nothing. */
export function rulingOf(parent: string, field: GraphQLField<unknown, unknown>): Ruling | undefined {
  const about = personalFields[`${parent}.${field.name}`];
  if (about) return personal[about];
  if (parent === 'Mutation') return actionRuling(field.name);
  const target = thingOfType(getNamedType(field.type));
  const own = allThings.get(parent) ?? innerThings.get(parent);
  const dataClass = (parent === 'Query' ? queryClasses[field.name] : undefined) ?? target?.dataClass ?? own?.dataClass;
  if (dataClass) return readRuling(dataClass, parent);
  return parent === 'Query' ? undefined : personal.signedOut;
}

function actionRuling(name: string): Ruling | undefined {
  const account = accountMutations[name];
  const dataClass = account?.dataClass ?? allActions.get(name)?.thing.dataClass;
  const roles = (): readonly Role[] => (account ? rolesOnDuty(account.duty, account.dataClass) : rolesOfAction(name));
  return dataClass && { kind: 'write', dataClass, allows: (role) => roles().includes(role), roles };
}
