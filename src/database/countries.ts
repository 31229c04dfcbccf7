/** The countries that this instance serves, each with its own pools; one that is added while it runs is taken up. */
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { isBesideAccounts, type Config } from '../base/config';
import {
  REGION,
  REGION_ZONE,
  type Countries,
  type CountryCode,
  type CountryDatabase,
  type CountryState,
} from '../base/countries';
import type { IdentityDatabase } from './identity';
import { migrationState, openingOf, openPool, openSource, type MakeSource, type Opening } from './pool';
import { regionRole, schemaOf } from './roles';
import { hasSessionCheck } from './session-check';
import { DatabaseUnready, explain, insistOnMigrations } from './unready';
import type { Watch } from './watch';

/** Looks whether a country that was opened may be served. Throws DatabaseUnready where it may not. */
export type Admit = (code: CountryCode, pool: Pool) => Promise<void>;

/**
 * Opens every country that this instance serves. One that cannot be served from is left out, and tried again later.
 * Throws DatabaseUnready when there is none that can.
 */
export async function openCountries(
  config: Config,
  identity: IdentityDatabase,
  log: Logger,
  make: MakeSource,
  admit: Admit,
): Promise<Countries> {
  const registry = new Registry(config, identity, log, make, admit);
  try {
    await registry.openAll();
    const unknown = config.database.served.filter((code) => !registry.states().some((state) => state.code === code));
    if (unknown.length > 0)
      throw new DatabaseUnready(`COUNTRIES names what this installation does not have: ${unknown.join(', ')}`);
    if (registry.all().length === 0 && registry.states().length > 0)
      throw new DatabaseUnready(
        registry
          .states()
          .map(({ because }) => because)
          .join('\n'),
      );
  } catch (error) {
    await registry.close();
    throw error;
  }
  registry.watch();
  return registry;
}

interface Open {
  readonly database: CountryDatabase;
  readonly watch: Watch;
}

class Registry implements Countries {
  readonly #open = new Map<CountryCode, Open>();
  /** Why a country is left out: it was never opened, or does not answer now. */
  readonly #out = new Map<CountryCode, string>();
  #sorted: readonly CountryDatabase[] = [];
  #timer: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;
  #closed = false;

  constructor(
    readonly config: Config,
    readonly identity: IdentityDatabase,
    readonly log: Logger,
    readonly make: MakeSource,
    readonly admit: Admit,
  ) {}

  get(code: CountryCode): CountryDatabase | undefined {
    return this.#out.has(code) ? undefined : this.#open.get(code)?.database;
  }

  all(): readonly CountryDatabase[] {
    return this.#sorted;
  }

  states(): readonly CountryState[] {
    const codes = [...new Set([...this.#open.keys(), ...this.#out.keys()])].sort();
    return codes.map((code) => ({ code, because: this.#out.get(code) ?? null }));
  }

  /** Codes of the registry that this instance should serve and does not yet. */
  async lacking(): Promise<CountryCode[]> {
    const { rows } = await this.identity.pool.query<{ code: string }>('SELECT code FROM country ORDER BY code');
    const { served } = this.config.database;
    return rows
      .map(({ code }) => code)
      .filter((code) => !this.#open.has(code) && (served.length === 0 || served.includes(code)));
  }

  /** Opens what is lacking; a country that cannot be served does not disturb the others. */
  async openAll(): Promise<void> {
    const lacking = this.#closed ? [] : await this.lacking();
    await Promise.all(
      lacking.map(async (code) => {
        try {
          await this.#openOne(code);
          this.#hear(code, null);
        } catch (error) {
          this.#hear(code, (error as Error).message);
        }
      }),
    );
  }

  /** @param because why a country cannot be served; null when it is, again or at last */
  #hear(code: CountryCode, because: string | null): void {
    if (this.#closed) return;
    if (because === null) this.log.info({ country: code }, 'A country is served');
    else if (this.#out.get(code) !== because) this.log.error({ country: code, because }, 'A country cannot be served');
    if (because === null) this.#out.delete(code);
    else this.#out.set(code, because);
    const served = [...this.#open.keys()].sort().map((each) => this.get(each));
    this.#sorted = Object.freeze(served.filter((database) => database !== undefined));
  }

  async #openOne(code: CountryCode): Promise<void> {
    if (!this.config.secrets.countryKeys(code)) {
      throw new DatabaseUnready(
        `${code} has no key: set COUNTRY_KEY_${code} to the output of \`openssl rand -base64 32\`, or put that into a file of this name in COUNTRY_KEYS_DIR`,
      );
    }
    const opening = openingOf(this.config, code, schemaOf(code), this.log, (because) => this.#hear(code, because));
    try {
      this.#open.set(code, { database: await this.#opened(code, opening), watch: opening.watch });
    } catch (error) {
      opening.watch.stop();
      throw explain(code, error as Error);
    }
  }

  async #opened(code: CountryCode, opening: Opening): Promise<CountryDatabase> {
    const { dataSource, pool } = await openSource(opening, this.make);
    const region = openPool(opening, regionRole(opening.schema), this.config.database.regionPoolSize);
    try {
      insistOnMigrations(code, await migrationState(pool, opening.schema));
      await this.admit(code, pool);
      const checksSessions = isBesideAccounts(this.config, code) && (await hasSessionCheck(pool));
      const profile = await profileOf(code, pool);
      const distrust = (): void => opening.watch.suspect();
      return Object.freeze({ code, writer: dataSource, app: pool, region, checksSessions, ...profile, distrust });
    } catch (error) {
      await Promise.all([dataSource.destroy(), region.end()]);
      throw error;
    }
  }

  /** Calls that come while one is under way share it. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.openAll().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  watch(): void {
    const every = this.config.database.registrySeconds * 1000;
    this.#timer = setInterval(() => void this.refresh().catch(() => undefined), every).unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#refreshing?.catch(() => undefined);
    await Promise.all([...this.#open.values()].map(closeCountry));
  }
}

type Profile = Pick<CountryDatabase, 'sharesCases' | 'timezone'>;

/** The region's own place is no country, and has no profile. */
async function profileOf(code: CountryCode, pool: Pool): Promise<Profile> {
  const { rows } = await pool.query<Profile>('SELECT case_sharing AS "sharesCases", timezone FROM country');
  return rows[0] ?? { sharesCases: code !== REGION, timezone: code === REGION ? REGION_ZONE : 'UTC' };
}

function closeCountry({ database: { writer, region }, watch }: Open): Promise<unknown> {
  watch.stop();
  return Promise.all([writer.destroy(), region.end()]);
}
