/** What a country begins with: its profile, its provinces and districts, the deadlines of services. */
import type { EntityManager } from 'typeorm';
import { ownerDataSource } from '../../ormconfig';
import type { AdminAddress } from '../base/config';
import { Country } from '../domain/country/country.entity';
import { District, Province } from '../domain/country/place.entity';
import { defaultDeadlines } from '../domain/casework/referral/referral.deadlines';
import { ServiceDeadline } from '../domain/casework/referral/service-deadline.entity';
import type { CountryDefinition } from './country-definition';
import { schemaOf } from '../database/roles';
import { placeId } from './place-id';

/** Writes a country's reference data. What an interrupted attempt wrote already is left as it is. */
export async function writeReferenceData(admin: AdminAddress, definition: CountryDefinition): Promise<void> {
  const source = await ownerDataSource(admin, schemaOf(definition.country.code)).initialize();
  try {
    await source.transaction((manager) => write(manager, definition));
  } finally {
    await source.destroy();
  }
}

async function write(manager: EntityManager, { country, provinces }: CountryDefinition): Promise<void> {
  const at = new Date().toISOString();
  const row = (...of: readonly string[]) => ({
    id: placeId(country.code, ...of),
    version: 1,
    createdAt: at,
    updatedAt: at,
    createdById: null,
  });
  const names = { nameEn: country.name.en, namePt: country.name.pt };
  const profile = { ...row(), ...country, ...names, defaultLocale: country.defaultLocale.toUpperCase() };
  const districts = provinces.flatMap(({ code: province, districts: inside }) =>
    inside.map(({ code, name, urban = false }) => ({
      ...{ ...row(code), code, name, urban },
      provinceId: placeId(country.code, province),
    })),
  );
  await insert(manager, Country, [profile]);
  await insert(
    manager,
    Province,
    provinces.map(({ code, name, zone = null }) => ({ ...row(code), code, name, zone })),
  );
  await insert(manager, District, districts);
  const deadlines = Object.entries(defaultDeadlines).map(([deadlineOf, hours]) => ({
    ...row('deadline', deadlineOf),
    ...{ deadlineOf, ...hours },
  }));
  await insert(manager, ServiceDeadline, deadlines);
}

async function insert(manager: EntityManager, target: new () => object, rows: object[]): Promise<void> {
  await manager.createQueryBuilder().insert().into(target).values(rows).orIgnore().updateEntity(false).execute();
}
