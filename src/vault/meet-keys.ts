/**
 * Holds the keys that are configured for a country against what its database knows of them, before anything is written
 * with them: another key would be taken in silence, and what it seals could not be read when the right one is back.
 */
import { randomBytes } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { CountryCode } from '../base/countries';
import { DatabaseUnready } from '../database/unready';
import {
  checkPlace,
  dataKeyPlace,
  firstLastingKeys,
  lastingKeyPlace,
  purposes,
  unwrap,
  usable,
  wrap,
  type CountryKey,
  type Keys,
  type LastingKeys,
  type Purpose,
} from './country-keys';
import { KEY_BYTES, readWrapHeader, wrapHeader } from './sealing';

export type Db = Pick<Pool | ClientBase, 'query'>;

/** What helps to say what is wrong. */
export interface Surroundings {
  /** The keys of all countries: to tell when one was given to another. */
  readonly elsewhere?: ReadonlyMap<CountryCode, readonly CountryKey[]>;
  /** Where data keys stand that do not stand beside the data. */
  readonly apart?: Db | undefined;
}

interface Known {
  /** By the id of the key. */
  readonly checks: ReadonlyMap<string, Buffer>;
  readonly lasting: ReadonlyMap<string, Buffer>;
}

/**
 * The country's lasting keys. What is missing of the records is written: keys that are met for the first time, and in
 * a database that is older than the records all of them, once they were tried on a data key.
 * @throws DatabaseUnready that says which key is wrong, swapped or missing
 */
export async function meetKeys(
  db: Db,
  country: CountryCode,
  given: readonly CountryKey[],
  around: Surroundings = {},
): Promise<LastingKeys> {
  const keys = usable(country, given);
  const problems = await keyProblems(db, country, keys, around);
  if (problems.length > 0) throw new DatabaseUnready(`${country}: ${problems.join('; ')}`);
  await recordKeys(db, country, keys, await readKnown(db));
  return openLasting(country, keys, (await readKnown(db)).lasting);
}

/** What is wrong with the keys that are given, in words that say how to mend it; writes nothing. */
export async function keyProblems(
  db: Db,
  country: CountryCode,
  given: readonly CountryKey[],
  around: Surroundings = {},
): Promise<readonly string[]> {
  const keys = usable(country, given);
  const known = await readKnown(db);
  const places = around.apart ? [db, around.apart] : [db];
  const wrong = await wrongKeys(places, country, keys, known, around.elsewhere ?? new Map());
  return [...wrong, ...(await lackingKeys(places, country, keys, known))];
}

async function readKnown(db: Db): Promise<Known> {
  const { rows: checks } = await db.query<{ id: string; sealed: Buffer }>(
    'SELECT key_id AS id, sealed FROM key_check ORDER BY key_id',
  );
  const { rows: lasting } = await db.query<{ purpose: string; wrapped: Buffer }>(
    'SELECT purpose, wrapped FROM lasting_key',
  );
  return {
    checks: new Map(checks.map(({ id, sealed }) => [id, sealed])),
    lasting: new Map(lasting.map(({ purpose, wrapped }) => [purpose, wrapped])),
  };
}

/** Something that a key of this id wrapped: its check, or a data key. */
type Proof = { readonly place: Buffer; readonly wrapped: Buffer } | undefined;

async function proofOf(places: readonly Db[], country: CountryCode, id: string, { checks }: Known): Promise<Proof> {
  const check = checks.get(id);
  if (check) return { place: checkPlace(country), wrapped: check };
  const header = wrapHeader(id);
  for (const db of places) {
    const { rows } = await db.query<{ id: string; wrapped: Buffer }>(
      'SELECT id, wrapped FROM data_key WHERE substring(wrapped FROM 1 FOR $2) = $1 LIMIT 1',
      [header, header.length],
    );
    const [found] = rows;
    if (found) return { place: dataKeyPlace(country, found.id), wrapped: found.wrapped };
  }
  return undefined;
}

const opens = (key: Buffer, id: string, { place, wrapped }: NonNullable<Proof>): boolean => {
  try {
    unwrap([{ id, key }], place, wrapped);
    return true;
  } catch {
    return false;
  }
};

async function wrongKeys(
  places: readonly Db[],
  country: CountryCode,
  keys: Keys,
  known: Known,
  elsewhere: NonNullable<Surroundings['elsewhere']>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const { id, key } of keys) {
    const proof = await proofOf(places, country, id, known);
    if (!proof || opens(key, id, proof)) continue;
    const owner = [...elsewhere].find(
      ([code, others]) => code !== country && others.some((other) => opens(other.key, id, proof)),
    );
    problems.push(
      owner
        ? `its key ${id} was given to ${owner[0]}: COUNTRY_KEY_${country} and COUNTRY_KEY_${owner[0]} are swapped`
        : `COUNTRY_KEY_${country} is wrong: its data were sealed with another key ${id}`,
    );
  }
  return problems;
}

const keyIdOf = (wrapped: Buffer): string => readWrapHeader(wrapped).keyId;

async function usedIn(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT DISTINCT convert_from(substring(wrapped FROM 3 FOR get_byte(wrapped, 1)), 'UTF8') AS id FROM data_key`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Ids of keys that something is wrapped with still, and that were not given. Where keys stand apart and cannot be looked
 * at now, that keeps no country from being served: one that is missing harms nothing, what it opens is just not read.
 */
async function lackingKeys(places: readonly Db[], country: CountryCode, keys: Keys, known: Known): Promise<string[]> {
  const others = [...known.checks.keys()].filter((id) => !keys.some((key) => key.id === id));
  // Whatever wraps is recorded before it does, but for databases that are older than the records.
  if (known.checks.size > 0 && others.length === 0) return [];
  const used = await Promise.all(places.map((db, at) => (at === 0 ? usedIn(db) : usedIn(db).catch(() => []))));
  const ids = [...used.flat(), ...[...known.lasting.values()].map(keyIdOf)];
  const lacking = [...new Set(ids)].sort().filter((id) => !keys.some((key) => key.id === id));
  return Promise.all(
    lacking.map(async (id) => {
      const proof = await proofOf(places, country, id, known);
      const same = proof && keys.find(({ key }) => opens(key, id, proof));
      return same
        ? `COUNTRY_KEY_${country} names a key ${same.id} that its data call ${id}: give it as ${id}:…`
        : `COUNTRY_KEY_${country} lacks the key ${id}, which data are sealed with: give it beside the others, as ${id}:…`;
    }),
  );
}

async function recordKeys(db: Db, country: CountryCode, keys: Keys, { checks, lasting }: Known): Promise<void> {
  for (const key of keys) {
    if (checks.has(key.id)) continue;
    await db.query('INSERT INTO key_check (key_id, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      key.id,
      wrap(key, checkPlace(country), randomBytes(KEY_BYTES)),
    ]);
  }
  const first = firstLastingKeys(country, keys);
  for (const purpose of purposes) {
    if (lasting.has(purpose)) continue;
    await db.query('INSERT INTO lasting_key (purpose, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      purpose,
      wrap(keys[0], lastingKeyPlace(country, purpose), first[purpose]),
    ]);
  }
}

/** As they are recorded, whoever was first. */
function openLasting(country: CountryCode, keys: Keys, lasting: Known['lasting']): LastingKeys {
  const open = (purpose: Purpose): Buffer =>
    unwrap(keys, lastingKeyPlace(country, purpose), lasting.get(purpose) ?? Buffer.alloc(0));
  return { pseudonym: open('pseudonym'), fingerprint: open('fingerprint') };
}
