/** What the domain asks of the accounts behind colleagues, which stand in a database of their own. */
import type { CountryCode } from './countries';
import type { Role } from './names';

/** What somebody may do, as far as it changes. */
export interface AccountChange {
  readonly role?: Role;
  readonly organisationId?: string | null;
  readonly active?: boolean;
}

/** From where it is asked for, for the trail. */
export interface AskedFrom {
  readonly address: string;
  readonly requestId: string;
}

export interface Accounts {
  /**
   * Changes what an account may do, and ends its sessions: from then on that is what counts, and colleagues follow.
   * Repeating it is harmless.
   */
  change(country: CountryCode, accountId: string, change: AccountChange, from: AskedFrom): Promise<void>;

  /**
   * Notes that an account is named to something of another organisation, and ends its sessions where that is new: what it
   * reads is asked for it from then on. It opens nothing by itself, and ends with a change of role or organisation.
   */
  nameElsewhere(country: CountryCode, accountId: string, from: AskedFrom): Promise<void>;
}
