/** Whose the account is by which a DHIS2 is told something. */
import { exactHere } from '../exchange/dhis2/texts';
import type { ApiClient } from './api-client';
import * as words from './dhis2-words';
import { Failure } from './terminal';

const whose = `query Whose { viewer { account { country { code } } } }`;
interface Whose {
  readonly viewer: { readonly account: { readonly country: { readonly code: string } | null } } | null;
}

/** Of whom the account is; null: of the region. */
export async function countryOf(client: ApiClient): Promise<string | null> {
  const { viewer } = await client.query<Whose>(whose);
  if (!viewer) throw new Failure(words.nobody[client.locale]);
  return viewer.account.country?.code ?? null;
}

/** @throws Failure for an account of a country: what it reads is exact */
export async function assertRegion(client: ApiClient): Promise<void> {
  const country = await countryOf(client);
  if (country) throw new Failure(exactHere(country)[client.locale]);
}
