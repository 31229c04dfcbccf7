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
import { contentOf, writeManifest, type Content, type Manifest } from './manifest';
import { findTool, runTool } from './tools';

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
 * @param bin folder of `pg_dump`; empty: PATH
 * @param progress gets the bytes that are written
 * @throws BackupError
 */
export async function backUp(
  sources: readonly [Source, ...Source[]],
  bin: string,
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
      made.push(await copy(client, source, { path, snapshot }, (bytes) => progress(source.schema, bytes)));
    await client.query('COMMIT');
    return made;
  });
}

async function copy(
  client: Client,
  { schema, admin, ownedBy, folder }: Source,
  { path, snapshot }: { path: string; snapshot: string },
  progress: (bytes: number) => void,
): Promise<Backup> {
  const content = await contentOf(client, schema);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, nameOf(content));
  const draft = `${file}.partial`;
  const args = ['--format=custom', `--schema=${schema}`, `--snapshot=${snapshot}`, `--role=${ownerRole(ownedBy)}`];
  try {
    const measured = await runTool({ path, args, admin }, ({ stdin, stdout }) => {
      stdin.end();
      return store(stdout, draft, progress);
    });
    const manifest: Manifest = { format: 1, ...content, ...measured };
    writeManifest(file, manifest);
    renameSync(draft, file);
    return { file, manifest };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** `za-20261128T062418Z.dump`: in the order of their names they are in that of time. */
const nameOf = ({ schema, takenAt }: Content): string => `${schema}-${takenAt.replaceAll(/[-:]/g, '')}.dump`;

async function store(
  from: NodeJS.ReadableStream,
  file: string,
  progress: (bytes: number) => void,
): Promise<Pick<Manifest, 'bytes' | 'sha256'>> {
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
