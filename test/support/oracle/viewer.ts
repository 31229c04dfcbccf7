/** Whoever asks: the one object of the oracle that is no record, with records below it. */
import { globalId } from '../../../src/base/global-id';
import type { GraphQLResolveInfo } from 'graphql';
import { CountryLocale } from '../../../src/model/country.codes';
import { Country } from '../../../src/domain/country/country.entity';
import { Organisation } from '../../../src/domain/organisation/organisation.entity';
import { label } from '../../../src/model/codelist';
import { codesOf, thingOf } from '../../../src/model/thing';
import { accessOf, because, ruledTypes, writingOf } from '../../../src/policy/access';
import { RoleCode } from '../../../src/policy/role.codes';
import { pageOf, recordOf, shown, type Asking, type Found } from './records';

/** What the oracle knows of the viewer, by type. */
export const viewerFields: Readonly<Record<string, readonly string[]>> = {
  Viewer: ['account', 'access'],
  Account: [
    'id',
    'name',
    'email',
    'role',
    'roleLabel',
    'locale',
    'localeLabel',
    'hasSecondFactor',
    'organisation',
    'country',
  ],
  FieldAccess: ['field', 'dataClass', 'read', 'write', 'minimum', 'maximum', 'codes', 'because'],
};

const locales = { en: 'EN', pt: 'PT' } as const;

export async function viewerOf(asking: Asking): Promise<unknown> {
  const { app, actor, locale } = asking;
  const holder = await app.identity.holder(actor.accountId);
  if (!holder) throw new Error('the account is gone');
  const { accountId, name, email, role, hasSecondFactor } = holder;
  const spoken = locales[holder.locale];
  const account = {
    id: actor.country === null ? accountId : globalId('StaffMember', actor.country, accountId),
    name,
    email,
    role,
    roleLabel: label(RoleCode, role, locale),
    locale: spoken,
    localeLabel: label(CountryLocale, spoken, locale),
    hasSecondFactor,
    organisation: (_args: unknown, _asking: unknown, info: GraphQLResolveInfo) => organisationOf(asking, info),
    country: (_args: unknown, _asking: unknown, info: GraphQLResolveInfo) => countryOf(asking, info),
  };
  return {
    account,
    access: ({ type }: { type: string }, _asking: unknown, info: GraphQLResolveInfo) => access(asking, type, info),
  };
}

async function organisationOf(asking: Asking, info: GraphQLResolveInfo): Promise<Found | null> {
  const { organisationId } = asking.actor;
  if (organisationId === null) return null;
  const id = { type: null, country: null, uuid: organisationId };
  return shown(asking, await recordOf(asking, thingOf(Organisation), id), info);
}

async function countryOf(asking: Asking, info: GraphQLResolveInfo): Promise<Found | null> {
  if (asking.actor.country === null) return null;
  const thing = thingOf(Country);
  const { found } = await pageOf(asking, thing, thing.plural, { first: 1 }, { rows: true, total: false });
  return shown(asking, found[0] ?? null, info);
}

function access({ actor, locale }: Asking, name: string, info: GraphQLResolveInfo): unknown {
  const type = ruledTypes(info.schema).find((ruled) => ruled.name === name);
  if (!type) throw new Error(`the oracle is not asked for the unknown type ${name}`);
  return accessOf(type, actor.role).map(({ field, dataClass, read, write: right }) => {
    const { write: written, attribute } = writingOf(name, field, actor.role);
    const write = name === 'Mutation' ? right : written;
    return {
      ...{ field, dataClass, read: read.length > 0, write: write.length > 0 },
      minimum: attribute?.min ?? null,
      maximum: attribute?.max ?? null,
      codes: (attribute && codesOf(attribute.type)?.codes) ?? null,
      because: because({ read, write })[locale],
    };
  });
}
