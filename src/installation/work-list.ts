/** What waits, derived anew after a migration; a source that is new needs none. */
import type { AdminAddress } from '../base/config';
import '../domain/all';
import { deriveAll, derivationOfAll } from '../domain/casework/work-list/work-item.refresh';
import { deriveOnce } from './derived';

/** @returns how many items were not there before, or null where they were derived so already */
export const deriveWorkList = (admin: AdminAddress, country: string): Promise<number | null> =>
  deriveOnce(admin, country, { name: 'work list', statement: derivationOfAll, derive: deriveAll });
