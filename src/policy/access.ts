/** What each role may do with each coordinate, and why: for `viewer.access` and for `schema/access.md`. */
import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { writingsOf } from '../model/action';
import { allThings, type Attribute, type Thing } from '../model/thing';
import type { Text } from '../base/locale';
import { rulingOf, type Ruling } from './coordinate';
import { mayUse, rolesOfAction, scopesOf, type Scopes } from './rights';
import type { Role } from './role';
import { RECENT_DAYS, type DataClass, type Scope } from './table';

export interface Access {
  readonly field: string;
  /** Null for what is no data of anybody: structure, and what is about the caller alone. */
  readonly dataClass: DataClass | null;
  /** Empty: none. */
  readonly read: Scopes | 'all';
  readonly write: Scopes;
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
  if (!ruling || !('dataClass' in ruling)) return { field, dataClass: null, read: ruling ? 'all' : [], write: [] };
  const { dataClass, kind } = ruling;
  if (kind === 'write') {
    const write = ruling.allows(role) ? scopesOf(role, dataClass, 'write') : [];
    return { field, dataClass, read: [], write };
  }
  const writable = allThings.has(type) ? scopesOf(role, dataClass, 'write') : [];
  return { field, dataClass, read: scopesOf(role, dataClass, 'read'), write: writable };
}

const scopeTexts: Readonly<Record<Scope | 'all', Text>> = {
  own: { en: 'what you made or are assigned', pt: 'o que criou ou lhe foi atribuído' },
  recent: {
    en: `what you made or are assigned, for ${RECENT_DAYS} days after it was recorded`,
    pt: `o que criou ou lhe foi atribuído, durante ${RECENT_DAYS} dias após o registo`,
  },
  granted: {
    en: "what of your organisation's you took access to, for a reason and for hours",
    pt: 'o que da sua organização a que acedeu, com motivo e por horas',
  },
  organisation: { en: "your organisation's", pt: 'o da sua organização' },
  named: {
    en: 'of a case of another organisation that you were named to, and who is in it beside you',
    pt: 'de um caso de outra organização para o qual foi nomeado, e quem nele está consigo',
  },
  referred: {
    en: 'what referrals to your organisation share, while they are accepted',
    pt: 'o que os encaminhamentos para a sua organização partilham, enquanto aceites',
  },
  joint: {
    en: 'of another organisation what yours takes part in, by its id and by links to it',
    pt: 'de outra organização aquilo em que a sua participa, pelo id e por ligações',
  },
  country: { en: "all of your country's", pt: 'tudo do seu país' },
  region: { en: 'what the countries share with the region', pt: 'o que os países partilham com a região' },
  secretariat: { en: 'what the region did itself', pt: 'o que a região fez por si' },
  all: { en: 'open to your account', pt: 'aberto à sua conta' },
};

const nothing: Text = { en: 'nothing', pt: 'nada' };

function inWords(scopes: Scopes | 'all'): Text {
  const texts = [scopes].flat().map((scope) => scopeTexts[scope]);
  if (texts.length === 0) return nothing;
  return { en: texts.map(({ en }) => en).join('; '), pt: texts.map(({ pt }) => pt).join('; ') };
}

/** What of a field an account must know to fill it in, and by which of its mutations it can. */
export interface FieldWriting {
  readonly writtenBy: readonly {
    readonly mutation: string;
    readonly path: readonly string[];
    readonly required: boolean;
  }[];
  /** Of which rows; empty where no mutation takes it. */
  readonly write: Scopes;
  readonly attribute: Attribute | undefined;
}

/** The mutations that are open to a role and take this field of a thing: a link by the id that it follows. */
export function writingOf(type: string, field: string, role: Role): FieldWriting {
  const thing = allThings.get(type);
  const link = thing?.links.get(field);
  const name = link ? link.kind === 'one' && link.local : field;
  const attribute = name ? thing?.attributes.get(name) : undefined;
  if (!thing || !attribute || attribute.name === 'id') return { writtenBy: [], write: [], attribute: undefined };
  const writtenBy = writingsOf(thing, attribute.name)
    .filter(({ action, things }) => rolesOfAction(action.name).includes(role) && mayWrite(role, things))
    .map(({ action, path, required }) => ({ mutation: action.name, path, required }));
  return { writtenBy, write: writtenBy.length > 0 ? scopesOf(role, thing.dataClass, 'write') : [], attribute };
}

const mayWrite = (role: Role, things: readonly Thing[]): boolean =>
  things.every(({ dataClass }) => mayUse(role, dataClass, 'write'));

/** The access in words. */
export function because({ read, write }: Pick<Access, 'read' | 'write'>): Text {
  const [r, w] = [inWords(read), inWords(write)];
  return { en: `Read: ${r.en}. Write: ${w.en}.`, pt: `Leitura: ${r.pt}. Escrita: ${w.pt}.` };
}
