/** What a search looks among, derived anew after a migration; a thing that is new needs none. */
import type { AdminAddress } from '../base/config';
import { sql } from '../base/sql';
import '../domain/all';
import { searchTextsAnew } from '../model/search-text';
import { deriveSearchTexts } from '../writing/search-texts';
import { deriveOnce } from './derived';

const statement = () => searchTextsAnew().reduce((all, one) => sql`${all}; ${one}`);

/** @returns how many were not there before, or null where they were derived so already */
export const deriveSearched = (admin: AdminAddress, country: string): Promise<number | null> =>
  deriveOnce(admin, country, { name: 'search texts', statement, derive: deriveSearchTexts });
