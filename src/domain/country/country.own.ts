/** The country that a unit of work runs in, with its data protection profile. */
import type { Work } from '../../writing/work';
import { Country } from './country.entity';

const asked = new WeakMap<Work, Promise<Country>>();
const known = new WeakMap<Work, Country>();

/** Read once in a unit of work. */
export function countryOf(work: Work): Promise<Country> {
  let found = asked.get(work);
  if (!found) asked.set(work, (found = read(work)));
  return found;
}

/** The country, where it was read already. */
export const knownCountry = (work: Work): Country | undefined => known.get(work);

async function read(work: Work): Promise<Country> {
  const [country] = await work.find(Country, {});
  if (!country) throw new Error('The country has no row about itself.');
  known.set(work, country);
  return country;
}
