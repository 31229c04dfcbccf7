/** Puts a copy back into a database, on any server: roles and hardening made anew, every row counted, nothing half. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import type { AdminAddress, RoleSettings } from '../../base/config';
import { asAdmin, asOwner, quote, tryMigrationLock } from '../../database/connect';
import { ownerRole } from '../../database/roles';
import { checkServer, provision } from '../provision';
import { countRows, readManifest, type Manifest } from './manifest';
import { BackupError, findTool, runTool, type Means, type Run } from './tools';

export interface Target {
  readonly admin: AdminAddress;
  /** The schema whose owner owns what is put back. */
  readonly ownedBy: string;
  readonly roles: RoleSettings;
}

/** A copy that was looked at. */
export interface Copy {
  readonly file: string;
  readonly manifest: Manifest;
}

/**
 * Looks at a file before anything is changed.
 * @param schema what it must be of
 * @throws BackupError where it is damaged, or of something else
 */
export async function lookAt(file: string, schema: string): Promise<Copy> {
  const manifest = readManifest(file);
  if (manifest.schema !== schema) throw new BackupError(`${file} is of ${manifest.schema}, not of ${schema}`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== manifest.sha256)
    throw new BackupError(`${file} is not what was written: a byte is missing or changed. Take another copy.`);
  return { file, manifest };
}

/** Whether what a copy holds is there already, and nothing that was put back after it: a restore was interrupted between the two. */
export async function isThere({ manifest }: Copy, { admin, ownedBy }: Target): Promise<boolean> {
  const [copied, data] = await asAdmin(admin, (client) => areFull(client, [manifest.schema, ownedBy]));
  if (!copied || (data && manifest.schema !== ownedBy)) return false;
  return asOwner(admin, ownedBy, async (client) => {
    const found = await countRows(client, manifest.schema);
    return Object.entries(manifest.rows).every(([table, count]) => found[table] === count);
  });
}

/** Of each schema whether it holds a table or a view. */
async function areFull(client: Client, schemas: readonly string[]): Promise<boolean[]> {
  const { rows } = await client.query<{ full: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(name)) AND relkind IN ('r', 'v')) AS "full"
       FROM unnest($1::text[]) WITH ORDINALITY AS s(name, nth) ORDER BY nth`,
    [schemas],
  );
  return rows.map(({ full }) => full);
}

/**
 * Whole, or not at all. Migrating afterwards makes its grants, and brings it up to date.
 * @throws BackupError where the schema holds something already, or somebody else is at it
 */
export async function putBack(copy: Copy, target: Target, means: Means): Promise<void> {
  const { admin, ownedBy, roles } = target;
  await asAdmin(admin, async (client) => {
    await checkServer(client, ownedBy, roles, admin);
    await lock(client, ownedBy);
    await provision(client, ownedBy, roles);
    await asOwner(admin, ownedBy, (owner) => fill(owner, copy, target, means));
  });
}

/** Until the connection ends: who migrates it waits, who restores it too is told. */
async function lock(client: Client, schema: string): Promise<void> {
  if (!(await tryMigrationLock(client, schema)))
    throw new BackupError(`${schema} is being restored or migrated by somebody else: wait until that has ended.`);
}

async function fill(
  owner: Client,
  { file, manifest }: Copy,
  { admin, ownedBy }: Target,
  { bin, signal }: Means,
): Promise<void> {
  const { schema } = manifest;
  await refuseFull(owner, schema);
  const path = await findTool('pg_restore', bin, await majorOf(owner));
  const list = await listOf({ path, args: ['--list', file], admin, signal });
  await withFile(list, (chosen) => {
    const args = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges'];
    const into = [`--role=${ownerRole(ownedBy)}`, `--dbname=${admin.database}`, `--use-list=${chosen}`];
    return runTool({ path, args: [...args, ...into, file], admin, signal }, ({ stdin, stdout }) => {
      stdin.end();
      stdout.resume();
      return Promise.resolve();
    });
  });
  await expectRows(owner, manifest);
  const tables = Object.keys(manifest.rows).map((table) => `${quote(schema)}.${quote(table)}`);
  await owner.query(`ANALYZE ${tables.join(', ')}`);
}

async function refuseFull(client: Client, schema: string): Promise<void> {
  const [full] = await areFull(client, [schema]);
  if (!full) return;
  throw new BackupError(
    `The schema ${schema} is not empty: restore into a new database, or put the old one aside first ` +
      `(ALTER SCHEMA ${quote(schema)} RENAME TO ${quote(`${schema}_old`)})`,
  );
}

async function majorOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS major`,
  );
  return rows[0]?.major ?? 0;
}

/** The schema is there, and the check of sessions is another owner's, who makes it anew. */
async function listOf(run: Run): Promise<string> {
  const list = await runTool(run, ({ stdin, stdout }) => {
    stdin.end();
    return text(stdout);
  });
  return list
    .split('\n')
    .filter((line) => !/^\d+; \d+ \d+ (SCHEMA |FUNCTION \S+ session_stands\()/.test(line))
    .join('\n');
}

async function withFile<T>(content: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hands-off-restore-'));
  try {
    const path = join(folder, 'list');
    await writeFile(path, content);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function expectRows(client: Client, { schema, rows: expected }: Manifest): Promise<void> {
  const found = await countRows(client, schema);
  const different = Object.keys(expected).filter((table) => expected[table] !== found[table]);
  if (different.length > 0)
    throw new BackupError(`Restored, but not whole: other numbers of rows in ${different.join(', ')}`);
}
