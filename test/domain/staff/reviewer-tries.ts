/** Naming a colleague as a reviewer of a platform. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import type { CountryName, World } from '../world';

/** Where it must be somebody active. */
export const reviewerPlaces = { 'namePlatformReviewer.memberId': null };

/** @param tried who is tried, and where */
export async function reviewerTries(
  manager: Client,
  world: World,
  [country, memberId]: readonly [country: CountryName, tried: string],
) {
  const administrator = await world.as('partner-admin', country);
  const register = actor<{ id: string }>('platform', 'id');
  const platform = done(await register(manager, 'registerPlatform', { name: 'Ours', level: 'NATIONAL' }));
  const name = actor<{ id: string }>('platformReviewer', 'id');
  return {
    'namePlatformReviewer.memberId': (): Promise<Acted<unknown>> =>
      name(administrator, 'namePlatformReviewer', { platformId: platform.id, memberId }),
  };
}
