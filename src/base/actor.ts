/** Who asks. */
import type { CountryCode } from './countries';
import type { Locale } from './locale';
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
  /** False: it was named to no case of another organisation since it has its role. Left out, or true: it may have been, rows are asked. */
  readonly namedElsewhere?: boolean;
  /** In which the account is written to, unless a request asks for another language. */
  readonly locale: Locale;
}
