/** Where somebody changes anything: in their country, or in the region's own place, and so in no country. */
import type { Actor } from '../base/actor';
import { REGION, REGION_ORGANISATION } from '../base/countries';
import type { CountryActor } from './work-reader';

export const workingActor = (actor: Actor): CountryActor =>
  actor.country === null
    ? { ...actor, country: REGION, organisationId: REGION_ORGANISATION }
    : { ...actor, country: actor.country };
