/** The secrets of an installation: given in production, generated once into `DATA_DIR/secrets.json` elsewhere. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Reader } from './environment';
import { KeyFolder, keyName } from './key-folder';
import type { secretKeys } from './keys';

/** A key-encryption key of a country; its id stands in everything that it seals. */
export interface CountryKey {
  readonly id: string;
  readonly key: Buffer;
}

export type SecretName = keyof typeof secretKeys;

/** What is generated for development. */
interface Generated extends Record<SecretName, string> {
  /** The country keys are derived from it, so that a country added later has one at once. */
  readonly COUNTRY_KEY: string;
  /** Superuser of the embedded PostgreSQL. */
  readonly POSTGRES_PASSWORD: string;
}

/** Holds the secrets where neither a log entry nor `JSON.stringify` of the configuration can show them. */
export class Secrets {
  readonly #role: string;
  readonly #tokens: readonly string[];
  readonly #countries: Map<string, readonly CountryKey[]>;
  readonly #master: string | undefined;
  /** Where keys of countries come from that are added while this runs. */
  readonly folder: KeyFolder | undefined;

  constructor(
    role: string,
    tokens: readonly string[],
    countries: ReadonlyMap<string, readonly CountryKey[]>,
    master: string | undefined,
    folder: KeyFolder | undefined,
  ) {
    this.#role = role;
    this.#tokens = Object.freeze([...tokens]);
    this.#countries = new Map(countries);
    this.#master = master;
    this.folder = folder;
    Object.freeze(this);
  }

  /** What the passwords of the run-time database roles are derived from. */
  get role(): string {
    return this.#role;
  }

  /** What seals signing keys at rest; the key of cursors is derived from it. The current one first, then one that is on its way in or out. */
  get tokens(): readonly string[] {
    return this.#tokens;
  }

  /** The keys that are given by name, of every country. */
  get givenCountryKeys(): ReadonlyMap<string, readonly CountryKey[]> {
    return this.#countries;
  }

  /** Keys of a country, the current one first. Undefined when none was given in production. @throws ConfigError */
  countryKeys(code: string): readonly CountryKey[] | undefined {
    const given = this.#countries.get(code) ?? this.#come(code);
    if (given || this.#master === undefined) return given;
    const key = Buffer.from(hkdfSync('sha256', this.#master, 'hands-off', `country-key:${code}`, 32));
    return [{ id: 'dev', key }];
  }

  /** A key that was put into the folder since. */
  #come(code: string): readonly CountryKey[] | undefined {
    const text = this.folder?.read(code);
    if (text === undefined) return undefined;
    const keys = countryKeysIn(text);
    if (typeof keys === 'string') throw new ConfigError([`${this.folder?.file(code)}: ${keys}`]);
    this.#countries.set(code, keys);
    return keys;
  }
}

/** Reads the secrets; what is missing (of those needed) or weak becomes a problem of the reader. */
export function readSecrets(
  reader: Reader,
  production: boolean,
  dataDir: string,
  needed: readonly SecretName[],
  keysDir: string,
): Secrets {
  const generated = production ? undefined : developmentSecrets(dataDir);
  const read = (name: SecretName, most: number): readonly string[] => {
    const given = reader.text(name);
    const parts = (most > 1 ? given?.split(',').map((part) => part.trim()) : given && [given]) || [];
    if (parts.length > most) reader.problems.push(`${name} has ${parts.length} values: at most ${most} are taken`);
    const weak = parts.map(weakness).find((what) => what !== undefined);
    if (weak) reader.problems.push(`${name} ${weak}: use the output of \`openssl rand -base64 48\``);
    if (given === undefined && production && needed.includes(name)) {
      reader.problems.push(`${name} is missing: set it, or ${name}_FILE, to the output of \`openssl rand -base64 48\``);
    }
    return given === undefined ? [generated?.[name] ?? ''] : parts;
  };
  const [role = ''] = read('ROLE_SECRET', 1);
  const tokens = read('TOKEN_SECRET', 2);
  if (role && tokens.includes(role))
    reader.problems.push('TOKEN_SECRET is the same as ROLE_SECRET: each needs its own');
  const folder = keysDir ? new KeyFolder(keysDir) : undefined;
  return new Secrets(role, tokens, readCountryKeys(reader, folder), generated?.COUNTRY_KEY, folder);
}

function readCountryKeys(reader: Reader, folder: KeyFolder | undefined): Map<string, readonly CountryKey[]> {
  const found = new Map<string, readonly CountryKey[]>();
  const given = reader.perCountry('COUNTRY_KEY_');
  for (const [code, text] of new Map([...(folder ? inFolder(reader, folder) : []), ...given])) {
    if (given.has(code) && folder && (folder.read(code) ?? text) !== text)
      reader.problems.push(`${keyName(code)} is not the one in ${folder.file(code)}: leave one of them out`);
    const keys = countryKeysIn(text);
    if (typeof keys === 'string') reader.problems.push(`${keyName(code)}: ${keys}`);
    found.set(code, typeof keys === 'string' ? [] : keys);
  }
  return found;
}

function inFolder(reader: Reader, folder: KeyFolder): [string, string][] {
  try {
    return folder.codes().map((code) => [code, folder.read(code) ?? '']);
  } catch (error) {
    const isNew = (error as NodeJS.ErrnoException).code === 'ENOENT';
    // The first country that is added makes it.
    if (!isNew) reader.problems.push(`COUNTRY_KEYS_DIR cannot be read: ${(error as Error).message}`);
    return [];
  }
}

/** The keys of a setting, or what is wrong with it. */
function countryKeysIn(text: string): readonly CountryKey[] | string {
  const keys = text.split(',').map((part) => countryKey(part.trim()));
  const good = keys.filter((key) => key !== undefined);
  if (good.length === keys.length && new Set(good.map(({ id }) => id)).size === good.length) return good;
  return (
    'expected 32 random bytes as base64 (`openssl rand -base64 32`), ' +
    'several as `id:base64` with different ids, separated by commas'
  );
}

function countryKey(text: string): CountryKey | undefined {
  const [, id = '1', encoded = ''] = /^(?:([A-Za-z0-9_-]{1,32}):)?([A-Za-z0-9+/_-]{42,43}=?)$/.exec(text) ?? [];
  const key = Buffer.from(encoded, 'base64');
  return key.length === 32 && new Set(key).size >= 8 ? { id, key } : undefined;
}

function weakness(text: string): string | undefined {
  if (text.length < 32) return 'is shorter than 32 characters';
  if (new Set(text).size < 10) return 'repeats too few characters';
  return /change.?me|example|default|password|secret/i.test(text) ? 'looks like a placeholder' : undefined;
}

/** The generated secrets of a data directory, made at the first call. Only its owner can read the file. */
export function developmentSecrets(dataDir: string): Generated {
  const path = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  try {
    chmodSync(path, 0o600);
    return JSON.parse(readFileSync(path, 'utf8')) as Generated;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  writeOnce(path, JSON.stringify(generate(), null, 2) + '\n');
  return JSON.parse(readFileSync(path, 'utf8')) as Generated;
}

function generate(): Generated {
  const random = (): string => randomBytes(32).toString('base64url');
  return { ROLE_SECRET: random(), TOKEN_SECRET: random(), COUNTRY_KEY: random(), POSTGRES_PASSWORD: random() };
}

/** Whole or not at all, and the first of two processes wins. */
function writeOnce(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
