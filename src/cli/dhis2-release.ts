/** The release to a ministry by which exact numbers go to a DHIS2: whose it is, where it leads, and what it names. */
import type { Mapping } from '../exchange/dhis2/mapping';
import type { Released } from '../exchange/dhis2/release';
import type { ApiClient } from './api-client';
import { countryOf } from './dhis2-account';
import * as words from './dhis2-release-words';
import { Failure } from './terminal';

export interface Release extends Released {
  /** The global id, however it was asked for. */
  readonly id: string;
  /** The one DHIS2 that numbers go to by it. */
  readonly address: string;
}

const document = `query Release($id: ID!) { ministryRelease(id: $id) { id address indicatorCodes by } }`;

/**
 * @param to where numbers are to go; null: into files
 * @throws Failure where the mapping is of another country than the account, there is no such release, or it leads elsewhere
 */
export async function releaseFor(
  client: ApiClient,
  mapping: Mapping,
  { id, to }: { readonly id: string; readonly to: string | null },
): Promise<Release> {
  const country = await countryOf(client);
  if (country !== mapping.country) throw new Failure(words.otherCountry(mapping.country, country)[client.locale]);
  const { ministryRelease: release } = await client.query<{ readonly ministryRelease: Release | null }>(document, {
    id,
  });
  if (!release) throw new Failure(words.noRelease[client.locale]);
  if (to !== null && to !== release.address) throw new Failure(words.elsewhere(release.address, to)[client.locale]);
  return release;
}
