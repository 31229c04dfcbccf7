/** Which districts are towns, in a country that was there before this was known (`seeds/places/<CC>.json`). */
import type { AdminAddress } from '../base/config';
import { asOwner } from '../database/connect';
import { schemaOf } from '../database/roles';
import { knownCountry } from './country-definition';

/** Marks them; what is marked already stays. */
export async function markTowns(admin: AdminAddress, country: string): Promise<void> {
  const districts = knownCountry(country)?.provinces.flatMap((province) => province.districts) ?? [];
  const towns = districts.filter(({ urban }) => urban).map(({ code }) => code);
  await asOwner(admin, schemaOf(country), (client) =>
    client.query('UPDATE district SET urban = true WHERE code = ANY($1::text[]) AND NOT urban', [towns]),
  );
}
