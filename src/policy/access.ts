/** What each role may do with each coordinate, and why: for `viewer.access` and for `schema/access.md`. */
import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { allThings } from '../model/thing';
import type { Text } from '../base/locale';
import { rulingOf, type Ruling } from './coordinate';
import { scopeOf } from './rights';
import type { Role } from './role';
import type { DataClass, Scope } from './table';

export interface Access {
  readonly field: string;
  /** Null for what is no data of anybody: structure, and what is about the caller alone. */
  readonly dataClass: DataClass | null;
  readonly read: Scope | 'all' | null;
  readonly write: Scope | 'all' | null;
}

/** Types that stand for data: the things, and the roots. */
export const ruledTypes = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  [
    schema.getQueryType(),
    schema.getMutationType(),
    ...[...allThings.keys()].map((name) => schema.getType(name)),
  ].filter((type): type is GraphQLObjectType => type instanceof GraphQLObjectType);

/** The access of a role to every field of a type. */
export function accessOf(type: GraphQLObjectType, role: Role): readonly Access[] {
  return Object.values(type.getFields()).map((field) =>
    fieldAccess(type.name, field.name, rulingOf(type.name, field), role),
  );
}

function fieldAccess(type: string, field: string, ruling: Ruling | undefined, role: Role): Access {
  if (!ruling || !('roles' in ruling)) return { field, dataClass: null, read: ruling ? 'all' : null, write: null };
  const { dataClass, kind, roles } = ruling;
  if (kind === 'write') {
    const write = roles.includes(role) ? scopeOf(role, dataClass, 'write') : null;
    return { field, dataClass, read: null, write };
  }
  const writable = allThings.has(type) ? scopeOf(role, dataClass, 'write') : null;
  return { field, dataClass, read: scopeOf(role, dataClass, 'read'), write: writable };
}

const scopeTexts: Readonly<Record<Scope | 'all', Text>> = {
  own: { en: 'what you made or are assigned', pt: 'o que criou ou lhe foi atribuído' },
  organisation: { en: "your organisation's", pt: 'o da sua organização' },
  referred: {
    en: 'what referrals to your organisation share, while they are accepted',
    pt: 'o que os encaminhamentos para a sua organização partilham, enquanto aceites',
  },
  country: { en: "all of your country's", pt: 'tudo do seu país' },
  region: { en: 'what the countries share with the region', pt: 'o que os países partilham com a região' },
  all: { en: 'open to your account', pt: 'aberto à sua conta' },
};

const nothing: Text = { en: 'nothing', pt: 'nada' };

/** The access in words. */
export function because({ read, write }: Access): Text {
  const [r, w] = [read ? scopeTexts[read] : nothing, write ? scopeTexts[write] : nothing];
  return { en: `Read: ${r.en}. Write: ${w.en}.`, pt: `Leitura: ${r.pt}. Escrita: ${w.pt}.` };
}
