/** The server that data keys are kept on when it is not that of the data: a small pool for each country, with a role of its own. */
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Config, DatabaseAddress } from '../base/config';
import type { CountryCode } from '../base/countries';
import { openingAt, openPool, type Opening } from './pool';
import { explain } from './unready';
import { noAnswer } from './watch';
import { appRole, keySchemaOf } from './roles';

interface Open {
  readonly pool: Pool;
  readonly opening: Opening;
}

export class KeyServer {
  readonly #open = new Map<CountryCode, Open>();

  constructor(
    private readonly config: Config,
    private readonly address: DatabaseAddress,
    private readonly log: Logger,
  ) {}

  /** @throws an error of the connection while the server is known not to answer */
  pool(country: CountryCode): Pool {
    const { pool, opening } = this.#of(country);
    if (opening.watch.isDown) throw noAnswer();
    return pool;
  }

  /** Looks whether the keys of a country can be read, and says so in the log where they cannot: what is not sealed needs none. */
  async look(country: CountryCode): Promise<void> {
    try {
      await this.pool(country).query('SELECT FROM data_key LIMIT 0');
    } catch (error) {
      const because = explain(`${country} (data keys)`, error as Error).message;
      this.log.error(
        { country, because },
        'The server of the data keys does not serve: nothing sealed is read or written',
      );
    }
  }

  async read(country: CountryCode, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const { rows } = await this.pool(country).query<{ id: string; wrapped: Buffer }>({
      name: 'read data keys',
      text: 'SELECT id, wrapped FROM data_key WHERE id = ANY ($1::uuid[])',
      values: [ids],
    });
    return new Map(rows.map(({ id, wrapped }) => [id, wrapped]));
  }

  async add(country: CountryCode, keys: readonly { readonly id: string; readonly wrapped: Buffer }[]): Promise<void> {
    await this.pool(country).query({
      name: 'add data keys',
      text: 'INSERT INTO data_key (id, wrapped) SELECT * FROM unnest($1::uuid[], $2::bytea[])',
      values: [keys.map(({ id }) => id), keys.map(({ wrapped }) => wrapped)],
    });
  }

  async remove(country: CountryCode, ids: readonly string[]): Promise<number> {
    const { rowCount } = await this.pool(country).query({
      name: 'destroy data keys',
      text: 'DELETE FROM data_key WHERE id = ANY ($1::uuid[])',
      values: [ids],
    });
    return rowCount ?? 0;
  }

  #of(country: CountryCode): Open {
    let open = this.#open.get(country);
    if (!open) this.#open.set(country, (open = this.#opened(country)));
    return open;
  }

  #opened(country: CountryCode): Open {
    const { config, address, log } = this;
    const schema = keySchemaOf(country);
    const opening = openingAt(address, config, `${country} (data keys)`, schema, log, (because) => {
      if (because === null) log.info({ country }, 'The server of the data keys answers again');
      else
        log.error(
          { country, because },
          'The server of the data keys does not serve: nothing sealed is read or written',
        );
    });
    return { pool: openPool(opening, appRole(schema), config.database.regionPoolSize), opening };
  }

  async close(): Promise<void> {
    for (const { opening } of this.#open.values()) opening.watch.stop();
    await Promise.all([...this.#open.values()].map(({ pool }) => pool.end()));
  }
}
