/** Fills one country: its story told, sealed and written, in one transaction. */
import type { Client } from 'pg';
import type { AdminAddress } from '../src/base/config';
import { asOwner, inTransaction } from '../src/database/connect';
import { schemaOf } from '../src/database/roles';
import { EARLIEST_DAY, LATEST_DAY } from '../src/base/period/period';
import { countAll } from '../src/domain/indicator/indicator.keeping';
import { lockedNow, locksBetween, periodOfLock, type Lock } from '../src/domain/indicator/lock/locked.sql';
import { askingOn } from '../src/installation/indicators';
import { deriveAll } from '../src/domain/casework/work-list/work-item.refresh';
import { Case } from '../src/domain/casework/case/case.entity';
import { knownCountry } from '../src/installation/country-definition';
import { deriveSearchTexts } from '../src/writing/search-texts';
import { createVault, type CountryKey } from '../src/vault/vault';
import { loadTables } from './bulk';
import { Copier, lookForTables, tables } from './copy';
import { tellCountry, VOLUMES } from './demo/country';
import { releaseAll } from './release';

/** A country to be filled; nothing in it but values, so that it can be handed to a thread. */
export interface Filling {
  readonly country: string;
  readonly scale: number;
  readonly admin: AdminAddress;
  /** Keys of the country, the current one first. */
  readonly keys: readonly CountryKey[];
}

/** Told now and then how much of the work is done, from 0 to 1. */
export type Report = (share: number) => void;

/** Rows take about so much of the time; indexes, foreign keys and statistics the rest. */
const LOADING = 0.85;

/**
 * Wholly or not at all. A country that has organisations was filled before and stays as it is.
 * @returns the number of rows written
 * @throws the reason of `signal` when that is given meanwhile
 */
export const fillCountry = (filling: Filling, report: Report, signal?: AbortSignal): Promise<number> =>
  asOwner(filling.admin, schemaOf(filling.country), (client) =>
    inTransaction(client, async () => {
      // Who comes second waits here, and then finds it filled.
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`seed ${filling.country}`]);
      const { rowCount } = await client.query('SELECT FROM organisation LIMIT 1');
      if (rowCount !== 0) return 0;
      await lookForTables(client, filling.country);
      const load = (): Promise<number> => write(client, filling, report, signal);
      const rows = await loadTables(client, tables, load, (share) => {
        signal?.throwIfAborted();
        report(LOADING + (1 - LOADING) * share);
      });
      const [derived, released] = [await deriveAll(client), await release(client, filling)];
      await countAll(askingOn(client), filling.country);
      await lockAll(client);
      await deriveSearchTexts(client);
      return rows + derived + released;
    }),
  );

/** Holds fast what is locked, as it is counted. */
async function lockAll(client: Client): Promise<void> {
  const asks = askingOn(client);
  for (const lock of await asks.query<Lock>(locksBetween(EARLIEST_DAY, LATEST_DAY)))
    await asks.query(lockedNow(lock.id, periodOfLock(lock)));
}

function release(client: Client, { country: code, keys }: Filling): Promise<number> {
  const known = knownCountry(code);
  if (!known) throw new Error(`nothing is known of ${code}`);
  const vault = createVault(() => keys);
  return releaseAll(client, known.country, (value) => vault.pseudonym(code, value));
}

async function write(client: Client, filling: Filling, report: Report, signal?: AbortSignal): Promise<number> {
  const { country, scale, keys } = filling;
  const vault = createVault(() => keys);
  const copier = new Copier(client, country, vault);
  const cases = VOLUMES.cases * scale;
  let told = 0;
  for (const batch of tellCountry(country, scale)) {
    signal?.throwIfAborted();
    await copier.write(batch);
    report((LOADING * (told += batch.of(Case).length)) / cases);
  }
  await copier.finish();
  return copier.rows;
}
