/** The country that a unit of work runs in, with its data protection profile. */
import type { Work } from '../../database/work';
import { Country } from './country.entity';

const known = new WeakMap<Work, Promise<Country>>();

/** Read once in a unit of work. */
export function countryOf(work: Work): Promise<Country> {
  let found = known.get(work);
  if (!found) known.set(work, (found = read(work)));
  return found;
}

async function read(work: Work): Promise<Country> {
  const [country] = await work.find(Country, {});
  if (!country) throw new Error('The country has no row about itself.');
  return country;
}
