/** Where somebody changes anything: in their country, or in the region's own place, and so in no country. */
import type { Actor } from '../base/actor';
import { REGION, REGION_ORGANISATION } from '../base/countries';
import { ApiError } from '../base/errors';
import { scopesOfRole } from '../policy/rights';
import type { CountryActor } from './work-reader';

/** @throws ApiError FORBIDDEN for accounts of the region that do nothing there */
export function workingActor(actor: Actor): CountryActor {
  const { country, role } = actor;
  if (country !== null) return { ...actor, country };
  if (scopesOfRole(role).has('secretariat')) return { ...actor, country: REGION, organisationId: REGION_ORGANISATION };
  throw new ApiError('FORBIDDEN', {
    en: 'Accounts of the region change nothing in a country.',
    pt: 'As contas da região não alteram nada num país.',
  });
}
