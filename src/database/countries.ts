/** The countries that this instance serves, each with its own pools; one that is added while it runs is taken up. */
import type { Logger } from 'pino';
import { isBesideAccounts, type Config } from '../base/config';
import type { Countries, CountryCode, CountryDatabase } from '../base/countries';
import type { IdentityDatabase } from './identity';
import { migrationState, openPool, openSource, type MakeSource } from './pool';
import { appRole, regionRole, schemaOf } from './roles';
import { hasSessionCheck } from './session-check';
import { DatabaseUnready, explain, insistOnMigrations } from './unready';

/** Opens every country that this instance serves. Throws DatabaseUnready when one of them cannot be served from. */
export async function openCountries(
  config: Config,
  identity: IdentityDatabase,
  log: Logger,
  make: MakeSource,
): Promise<Countries> {
  const registry = new Registry(config, identity, log, make);
  try {
    for (const code of await registry.lacking()) await registry.open(code);
    const unknown = config.database.served.filter((code) => !registry.get(code));
    if (unknown.length > 0)
      throw new DatabaseUnready(`COUNTRIES names what this installation does not have: ${unknown.join(', ')}`);
  } catch (error) {
    await registry.close();
    throw error;
  }
  registry.watch();
  return registry;
}

class Registry implements Countries {
  readonly #open = new Map<CountryCode, CountryDatabase>();
  #sorted: readonly CountryDatabase[] = [];
  #timer: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;
  #closed = false;

  constructor(
    readonly config: Config,
    readonly identity: IdentityDatabase,
    readonly log: Logger,
    readonly make: MakeSource,
  ) {}

  get(code: CountryCode): CountryDatabase | undefined {
    return this.#open.get(code);
  }

  all(): readonly CountryDatabase[] {
    return this.#sorted;
  }

  /** Codes of the registry that this instance should serve and does not yet. */
  async lacking(): Promise<CountryCode[]> {
    const { rows } = await this.identity.pool.query<{ code: string }>('SELECT code FROM country ORDER BY code');
    const { served } = this.config.database;
    return rows
      .map(({ code }) => code)
      .filter((code) => !this.#open.has(code) && (served.length === 0 || served.includes(code)));
  }

  async open(code: CountryCode): Promise<void> {
    if (!this.config.secrets.countryKeys(code)) {
      throw new DatabaseUnready(
        `${code} has no key: set COUNTRY_KEY_${code} to the output of \`openssl rand -base64 32\``,
      );
    }
    const schema = schemaOf(code);
    try {
      const { dataSource, pool } = await openSource(this.make, this.config, code, schema, appRole(schema), this.log);
      const region = openPool(this.config, code, regionRole(schema), this.log);
      try {
        insistOnMigrations(code, await migrationState(pool, schema));
        const checksSessions = isBesideAccounts(this.config, code) && (await hasSessionCheck(pool));
        this.#open.set(code, Object.freeze({ code, writer: dataSource, app: pool, region, checksSessions }));
      } catch (error) {
        await Promise.all([dataSource.destroy(), region.end()]);
        throw error;
      }
    } catch (error) {
      throw explain(code, error as Error);
    }
    this.#sorted = Object.freeze([...this.#open.values()].sort((a, b) => (a.code < b.code ? -1 : 1)));
  }

  /** Calls that come while one is under way share it. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#takeUp().finally(() => (this.#refreshing = undefined));
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

  /** A country that cannot be served yet does not disturb the others; it is tried again at the next turn. */
  async #takeUp(): Promise<void> {
    for (const code of await this.lacking()) {
      if (this.#closed) return;
      try {
        await this.open(code);
        this.log.info({ country: code }, 'A country was added');
      } catch (error) {
        this.log.error({ country: code, reason: (error as Error).message }, 'A country was added and cannot be served');
      }
    }
  }
}

const closeCountry = ({ writer, region }: CountryDatabase): Promise<unknown> =>
  Promise.all([writer.destroy(), region.end()]);
