/** Copies of schemas into files, each of one moment, by `pg_dump`: the data of a country in one, its keys in another place. */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import type { AdminAddress } from '../../base/config';
import { asOwner } from '../../database/connect';
import { ownerRole } from '../../database/roles';
import { nameOfCopy } from './folder';
import { contentOf, writeManifest, type Manifest } from './manifest';
import { BackupError, findTool, runTool, type Means } from './tools';

/** A schema to copy, and who may. */
export interface Source {
  readonly schema: string;
  readonly admin: AdminAddress;
  /** The schema whose owner owns it. */
  readonly ownedBy: string;
  readonly folder: string;
}

export interface Backup {
  readonly file: string;
  readonly manifest: Manifest;
}

/**
 * Copies schemas of one database, all as they are in the same moment. A file that is there is whole: it has its name
 * when it is.
 * @param progress gets the bytes that are written
 * @throws BackupError
 */
export async function backUp(
  sources: readonly [Source, ...Source[]],
  { bin, signal }: Means,
  progress: (schema: string, bytes: number) => void = () => undefined,
): Promise<Backup[]> {
  const [{ admin, ownedBy }] = sources;
  return asOwner(admin, ownedBy, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0');
    const { rows } = await client.query<{ snapshot: string; postgres: number }>(
      `SELECT pg_export_snapshot() AS snapshot, current_setting('server_version_num')::int / 10000 AS postgres`,
    );
    const { snapshot = '', postgres = 0 } = rows[0] ?? {};
    const path = await findTool('pg_dump', bin, postgres);
    const made: Backup[] = [];
    for (const source of sources)
      made.push(await copy(client, source, { path, snapshot, signal }, (bytes) => progress(source.schema, bytes)));
    await client.query('COMMIT');
    return made;
  });
}

async function copy(
  client: Client,
  source: Source,
  tool: { readonly path: string; readonly snapshot: string; readonly signal: AbortSignal },
  progress: (bytes: number) => void,
): Promise<Backup> {
  const content = await contentOf(client, source.schema);
  try {
    mkdirSync(source.folder, { recursive: true, mode: 0o700 });
    const file = join(source.folder, nameOfCopy(content.schema, content.takenAt));
    const measured = await dump(source, tool, file, progress);
    const manifest: Manifest = { format: 1, ...content, ...measured };
    writeManifest(file, manifest);
    renameSync(draftOf(file), file);
    return { file, manifest };
  } catch (error) {
    throw isOfFiles(error) ? new BackupError(`${source.folder} cannot be written to: ${error.message}`) : error;
  }
}

const draftOf = (file: string): string => `${file}.partial`;

async function dump(
  { schema, ownedBy, admin }: Source,
  { path, snapshot, signal }: { readonly path: string; readonly snapshot: string; readonly signal: AbortSignal },
  file: string,
  progress: (bytes: number) => void,
): Promise<Measured> {
  const args = ['--format=custom', `--schema=${schema}`, `--snapshot=${snapshot}`, `--role=${ownerRole(ownedBy)}`];
  try {
    return await runTool({ path, args, admin, signal }, ({ stdin, stdout }) => {
      stdin.end();
      return store(stdout, draftOf(file), progress);
    });
  } catch (error) {
    rmSync(draftOf(file), { force: true });
    throw error;
  }
}

type Measured = Pick<Manifest, 'bytes' | 'sha256'>;

/** A full disk, a folder of somebody else: told by the operating system, which names neither what it was for nor what to do. */
const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  /^(mkdir|open|writev?|fsync|rename)$/.test(String((error as NodeJS.ErrnoException).syscall));

async function store(from: NodeJS.ReadableStream, file: string, progress: (bytes: number) => void): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      progress((bytes += chunk.length));
      done(null, chunk);
    },
  });
  await pipeline(from, measure, createWriteStream(file, { mode: 0o600 }));
  // A power cut after this finds it on the disk.
  const written = await open(file, 'r+');
  await written.sync().finally(() => written.close());
  return { bytes, sha256: hash.digest('hex') };
}
