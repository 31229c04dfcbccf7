/** Brings everything that a country's keys wrap under the first of them, so that the others can be taken away. */
import type { Client } from 'pg';
import { inTransaction } from '../database/connect';
import { lastingKeyPlace, purposes, unwrap, usable, wrap, type CountryKey, type Keys } from '../vault/country-keys';
import { meetKeys } from '../vault/meet-keys';
import { wrapHeader } from '../vault/sealing';
import { createVault } from '../vault/vault';

const BATCH = 500;

type Report = (share: number) => void;

export interface Rewrapping {
  /** With the rights of the owner of the keys that stand on a server of their own. */
  readonly apart?: Client | undefined;
  /** Gets the share that is done, of each place. */
  readonly progress?: Report;
}

/**
 * While the country is served; interrupted, it goes on where it stopped when it is run again. `owner` has the rights of
 * the schema's owner.
 * @returns how many data keys were brought under the first key
 * @throws DatabaseUnready where a key is wrong or missing
 */
export async function rewrap(
  owner: Client,
  country: string,
  given: readonly CountryKey[],
  { apart, progress = () => undefined }: Rewrapping = {},
): Promise<number> {
  const keys = usable(country, given);
  await meetKeys(owner, country, keys, { apart });
  await rewrapLasting(owner, country, keys);
  const beside = await rewrapIn(owner, country, keys, progress);
  return beside + (apart ? await rewrapIn(apart, country, keys, progress) : 0);
}

async function rewrapIn(place: Client, country: string, keys: Keys, progress: Report): Promise<number> {
  const header = wrapHeader(keys[0].id);
  const { rows } = await place.query<{ others: number }>(
    'SELECT count(*)::int AS others FROM data_key WHERE substring(wrapped FROM 1 FOR $2) <> $1',
    [header, header.length],
  );
  const total = rows[0]?.others ?? 0;
  const vault = createVault(() => keys);
  let done = 0;
  for (let batch = 1; batch > 0;) {
    batch = await inTransaction(place, () =>
      rewrapBatch(place, header, (id, bytes) => vault.rewrapDataKey(country, id, bytes)),
    );
    done += batch;
    progress(total === 0 ? 1 : Math.min(1, done / total));
  }
  return done;
}

type Rewrap = (id: string, wrapped: Buffer) => Buffer | null;

async function rewrapBatch(place: Client, header: Buffer, again: Rewrap): Promise<number> {
  const { rows } = await place.query<{ id: string; wrapped: Buffer }>(
    'SELECT id, wrapped FROM data_key WHERE substring(wrapped FROM 1 FOR $2) <> $1 LIMIT $3 FOR UPDATE',
    [header, header.length, BATCH],
  );
  await place.query(
    `UPDATE data_key SET wrapped = v.wrapped FROM unnest($1::uuid[], $2::bytea[]) AS v(id, wrapped)
     WHERE data_key.id = v.id`,
    [rows.map(({ id }) => id), rows.map(({ id, wrapped }) => again(id, wrapped))],
  );
  return rows.length;
}

async function rewrapLasting(owner: Client, country: string, keys: readonly CountryKey[]): Promise<void> {
  const [current] = usable(country, keys);
  const { rows } = await owner.query<{ purpose: (typeof purposes)[number]; wrapped: Buffer }>(
    'SELECT purpose, wrapped FROM lasting_key WHERE purpose = ANY ($1)',
    [purposes],
  );
  for (const { purpose, wrapped } of rows) {
    const place = lastingKeyPlace(country, purpose);
    await owner.query('UPDATE lasting_key SET wrapped = $2 WHERE purpose = $1', [
      purpose,
      wrap(current, place, unwrap(keys, place, wrapped)),
    ]);
  }
}
