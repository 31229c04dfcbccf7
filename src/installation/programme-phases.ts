/** Phases of the programme that every country begins with (`seeds/programme/phases.json`); what is there already is left as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdminAddress } from '../base/config';
import { projectRoot } from '../base/project';
import { asOwner } from '../database/connect';
import { schemaOf } from '../database/roles';
import type { CountryCode } from '../model/country.codes';
import { placeId } from './place-id';

export interface PhaseDefinition {
  /** Never changed: the ids follow from it. */
  readonly code: string;
  readonly nameEn: string;
  readonly namePt: string;
  readonly countryCodes: readonly CountryCode[];
  readonly firstYear: number;
  readonly lastYear: number | null;
}

export const programmePhases = (): readonly PhaseDefinition[] =>
  JSON.parse(readFileSync(join(projectRoot, 'seeds', 'programme', 'phases.json'), 'utf8')) as PhaseDefinition[];

export const phaseId = (country: string, code: string): string => placeId(country, 'phase', code);

/** Writes the phases that a country does not have yet. */
export const writeProgrammePhases = (admin: AdminAddress, country: string): Promise<void> =>
  asOwner(admin, schemaOf(country), async (client) => {
    await client.query(
      `INSERT INTO programme_phase (id, code, name_en, name_pt, country_codes, first_year, last_year, version, created_at, updated_at)
       SELECT p.*, 1, now(), now() FROM jsonb_to_recordset($1)
         AS p(id uuid, code text, "nameEn" text, "namePt" text, "countryCodes" text[], "firstYear" int, "lastYear" int)
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(programmePhases().map((phase) => ({ id: phaseId(country, phase.code), ...phase })))],
    );
  });
