/** Who acts when nobody does: work that falls due with time. It has no right of any class; what it writes is declared. */
import type { Actor } from '../base/actor';
import type { CountryCode } from '../base/countries';
import type { Role } from '../base/names';

/** Stands for no account in the audit trail. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

export const systemActor = (country: CountryCode): Actor & { readonly country: CountryCode } => ({
  accountId: NOBODY,
  sessionId: NOBODY,
  name: '',
  email: '',
  // No role of the policy: whatever asks for a right of it finds none.
  role: 'SYSTEM' as Role,
  country,
  organisationId: null,
  locale: 'en',
});
