/** What every function that touches data is given first: who asks, for which countries, in which language. */
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import type { Config } from '../config';
import type { Countries, CountryCode } from '../database/countries';
import type { Vault } from '../feature/vault/vault';
import type { IdentityService } from '../identity/identity.service';
import type { Standing } from '../identity/standing';
import type { Told } from '../execution/told';
import type { Locale } from '../locale/locale';
import type { Role } from '../policy/role';

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

/** A country as this actor may read it: through its own role's pool, or through the region's. */
export interface CountryReader {
  readonly code: CountryCode;
  readonly pool: Pool;
  /** Its statements can ask whether the session stands. */
  readonly checksSessions: boolean;
}

/** What the composition root puts together once. */
export interface App {
  readonly config: Config;
  readonly countries: Countries;
  readonly identity: IdentityService;
  readonly vault: Vault;
  readonly log: Logger;
}

export interface RequestContext {
  readonly requestId: string;
  readonly locale: Locale;
  /** Network address of the client, for sign-in throttling and the audit trail. */
  readonly address: string;
  readonly actor: Actor | null;
  /** Whether the actor's session stands; null while signed out. */
  readonly standing: Standing | null;
  readonly app: App;
  /** Empty while signed out. There is no other way to a connection. */
  readonly scope: readonly CountryReader[];
  /** What reads tell beside the data. */
  readonly told: Told;
}
