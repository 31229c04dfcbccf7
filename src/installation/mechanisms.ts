/** Complaint mechanisms that a country begins with (`seeds/mechanisms/<CC>.json`); what is there already is left as it is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { AdminAddress } from '../base/config';
import type { Text } from '../base/locale';
import { projectRoot } from '../base/project';
import { asOwner } from '../database/connect';
import { schemaOf } from '../database/roles';
import type { ComplaintMechanismKind } from '../domain/casework/complaint/complaint-mechanism.codes';
import { placeId } from './place-id';

export interface MechanismDefinition {
  /** Unique in the country, and never changed: the ids follow from it. */
  readonly code: string;
  readonly name: string;
  readonly kind: ComplaintMechanismKind;
  readonly note?: Text;
  readonly independent: boolean;
  readonly stalledAfterDays: number;
  readonly verified: boolean;
  /** It has an office in each province: its name, with `{province}` in it. None is verified. */
  readonly offices?: { readonly each: 'province'; readonly name: string };
}

/** Of a country that nothing is known of: what there is everywhere, unverified. */
const anywhere = 'anywhere';

/** The mechanisms that the project knows of a country. */
export function mechanismsOf(country: string): readonly MechanismDefinition[] {
  const path = (name: string): string => join(projectRoot, 'seeds', 'mechanisms', `${name}.json`);
  const known = path(country);
  return JSON.parse(readFileSync(existsSync(known) ? known : path(anywhere), 'utf8')) as MechanismDefinition[];
}

export const mechanismId = (country: string, code: string): string => placeId(country, 'mechanism', code);
export const officeId = (country: string, mechanism: string, provinceId: string): string =>
  placeId(country, 'mechanism', mechanism, provinceId);

/** Writes what a country does not have yet; its provinces are there. */
export const writeMechanisms = (admin: AdminAddress, country: string): Promise<void> =>
  asOwner(admin, schemaOf(country), async (client) => {
    const mechanisms = mechanismsOf(country);
    await insert(
      client,
      'complaint_mechanism',
      '(id, name, kind, note_en, note_pt, independent, stalled_after_days, verified)',
      'id uuid, name text, kind text, note_en text, note_pt text, independent boolean, stalled_after_days int, verified boolean',
      mechanisms.map(({ code, note, stalledAfterDays, ...told }) => ({
        ...told,
        id: mechanismId(country, code),
        note_en: note?.en ?? null,
        note_pt: note?.pt ?? null,
        stalled_after_days: stalledAfterDays,
      })),
    );
    const { rows } = await client.query<{ id: string; name: string }>('SELECT id, name FROM province');
    await insert(
      client,
      'complaint_office',
      '(id, mechanism_id, name, province_id)',
      'id uuid, mechanism_id uuid, name text, province_id uuid',
      mechanisms.flatMap(({ code, offices }) =>
        rows.flatMap(({ id, name }) =>
          offices
            ? [
                {
                  id: officeId(country, code, id),
                  mechanism_id: mechanismId(country, code),
                  name: offices.name.replace('{province}', name),
                  province_id: id,
                },
              ]
            : [],
        ),
      ),
    );
  });

async function insert(client: Client, table: string, into: string, shape: string, rows: object[]): Promise<void> {
  await client.query(
    `INSERT INTO ${table} ${into.replace(')', ', version, created_at, updated_at)')}
     SELECT r.*, 1, now(), now() FROM jsonb_to_recordset($1) AS r(${shape}) ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
