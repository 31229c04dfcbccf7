/** The countries that an instance serves, as everything above reaches them. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** ISO 3166-1 alpha-2, upper-case; or `REGION`. */
export type CountryCode = string;

/**
 * What the regional secretariat does itself has a place of its own, which is kept like a country: schema, roles, key. It
 * holds nothing of any country, and no country's account reaches it.
 */
export const REGION = 'REGION';

/** A code that a country or the region has, as part of a regular expression. */
export const codeForm = `[A-Z]{2}|${REGION}`;

/** Whose everything in the region's own place is. */
export const REGION_ORGANISATION = '5ec4e7a2-1a70-4f0e-9b1d-0a9d0ff00001';

/** The secretariat and three of the four countries are on the same time. */
export const REGION_ZONE = 'Africa/Johannesburg';

/** A country's database as serving reaches it. */
export interface CountryDatabase {
  readonly code: CountryCode;
  /** TypeORM as `<cc>_app`. */
  readonly writer: DataSource;
  /** The same pool, for plain SQL. */
  readonly app: Pool;
  /** As `<cc>_region`: only what the country shares. */
  readonly region: Pool;
  /** Statements of both can ask whether a session stands. */
  readonly checksSessions: boolean;
  /** As its profile said when it was opened: it is decided when a country is added. */
  readonly sharesCases: boolean;
  /** Its time zone (IANA name): days and months are its own. */
  readonly timezone: string;
  /** Something about an answer was odd: looks whether the server still serves. */
  distrust(): void;
}

/** How it stands with a country that this instance should serve. */
export interface CountryState {
  readonly code: CountryCode;
  /** Why it is not served, or does not answer now; null when it does. */
  readonly because: string | null;
}

export interface Countries {
  /** One that is served and answers. */
  get(code: CountryCode): CountryDatabase | undefined;
  /** Every country that this instance should serve, sorted by code. */
  states(): readonly CountryState[];
  /** Those that are served and answer, sorted by code. */
  all(): readonly CountryDatabase[];
  /** Looks for countries that were added since. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}
