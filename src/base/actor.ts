/** Who asks. */
import type { CountryCode } from './countries';
import type { Role } from './names';

/** Who asks. `country` is null for the region's accounts. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly country: CountryCode | null;
  readonly organisationId: string | null;
}
