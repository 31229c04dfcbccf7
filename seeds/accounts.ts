/** The accounts of the demonstration data; they exist only there. */
import type { NewAccount } from '../src/identity/account.service';
import { BEGIN } from './demo/calendar';
import { regionalPosts, roleOf, seats } from './demo/posts';
import { Random } from './demo/random';
import type { Team, World } from './demo/world';

/** An account of the demonstration data: one of a country's colleagues, or one of the region's. */
export type DemoAccount = NewAccount & { readonly id: string };

/** The accounts of a country, held by colleagues who are there. */
export function countryAccounts({ country, partners, providers }: World): DemoAccount[] {
  return seats.map(({ address, post, place, nth }) => {
    const team = (place === 'partner' ? partners : providers)[nth] as Team;
    const [holder] = team.staff.get(post) ?? [];
    if (!holder) throw new Error(`${team.name} has no ${post}`);
    return {
      id: holder.id,
      email: `${address}@${country.code.toLowerCase()}.demo`,
      name: holder.name,
      role: roleOf(post),
      country: country.code,
      organisationId: team.id,
      locale: country.defaultLocale,
    };
  });
}

/** The accounts of the region. */
export function regionalAccounts(): DemoAccount[] {
  const random = new Random('hands off region');
  return regionalPosts.map((post) => ({
    id: random.id(BEGIN),
    email: `${post}@region.demo`,
    name: `Regional ${post}`,
    role: roleOf(post),
    country: null,
    organisationId: null,
    locale: 'en',
  }));
}
