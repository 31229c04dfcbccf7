/** Who is asked for a service: whoever offers it near the survivor. */
import type { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import type { Place, Team, World } from './world';

/** The first that offers it in the province; where there is none, the country's first. */
export function nearest({ providers }: World, category: ServiceCategory, { provinceId }: Place): Team | null {
  const offering = providers.filter(({ services }) => services.includes(category));
  return offering.find((team) => team.provinceId === provinceId) ?? offering[0] ?? null;
}
