/**
 * The region's own place: what the secretariat does itself stands there, kept like a country (schema, roles, key), and
 * nothing of any country does. Every installation has it; one that is older gets it when it is migrated.
 */
import type { AdminAddress } from '../base/config';
import { REGION, REGION_ORGANISATION } from '../base/countries';
import { asOwner } from '../database/connect';
import type { MigrationReport } from '../database/migrations';
import { identitySchema, schemaOf } from '../database/roles';
import { CountryCode } from '../model/country.codes';
import { scopesOfRole } from '../policy/rights';
import { roles } from '../policy/role';
import { writeProgrammePhases } from './programme-phases';
import { prepareKeysOf, prepareSchema, type Administration } from './administration';

/** Roles that do something in it. */
export const worksForRegion = (role: (typeof roles)[number]): boolean => scopesOfRole(role).has('secretariat');

/** Makes the place where there is none yet. @returns null where its administrator is not known */
export async function prepareRegion(administration: Administration): Promise<MigrationReport | null> {
  const admin = administration.of(REGION);
  if (!admin) return null;
  await prepareKeysOf(administration, REGION);
  const report = await prepareSchema(admin, schemaOf(REGION), administration.roles);
  await asOwner(admin, schemaOf(REGION), (client) => client.query(organisation, [REGION_ORGANISATION, name]));
  await writeProgrammePhases(admin, REGION);
  const { en, pt } = CountryCode.of.REGION;
  await asOwner(administration.main, identitySchema, (client) =>
    client.query('INSERT INTO country (code, name_en, name_pt) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      REGION,
      en,
      pt,
    ]),
  );
  await enrolRegion(administration.main, admin);
  return report;
}

const name = 'Hands Off Regional Secretariat';

const organisation = `
  INSERT INTO organisation (id, version, created_at, updated_at, name, kind, sex_worker_led, services)
  VALUES ($1, 1, now(), now(), $2, 'NGO', false, '{}') ON CONFLICT (id) DO NOTHING`;

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** The working identities of those who act there, which what they record names as its makers. */
export async function enrolRegion(main: AdminAddress, admin: AdminAddress): Promise<void> {
  const { rows } = await asOwner(main, identitySchema, (client) =>
    client.query<Colleague>('SELECT id, name, role FROM account WHERE country IS NULL AND role = ANY ($1)', [
      roles.filter(worksForRegion),
    ]),
  );
  await asOwner(admin, schemaOf(REGION), (client) =>
    client.query(
      `INSERT INTO staff_member (id, version, created_at, updated_at, name, role, active, organisation_id)
       SELECT id, 1, now(), now(), name, role, true, $2 FROM jsonb_to_recordset($1::jsonb) AS a(id uuid, name text, role text)
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(rows), REGION_ORGANISATION],
    ),
  );
}
