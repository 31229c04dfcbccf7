/** What stands beside a backup: what it is of, when it was taken, and what it must hold when it is put back. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Client } from 'pg';
import { migrationsTable } from '../../database/migrations';
import { stepsTable } from '../../database/migration-steps';
import { quote } from '../../database/connect';
import { version } from '../../base/project';
import { BackupError } from './tools';

export interface Manifest {
  readonly format: 1;
  /** `identity`, a country such as `za`, or its keys, `za_keys`. */
  readonly schema: string;
  /** The moment whose state it holds. */
  readonly takenAt: string;
  readonly postgres: number;
  /** Of the API. */
  readonly version: string;
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly sha256: string;
}

export type Content = Pick<Manifest, 'schema' | 'takenAt' | 'postgres' | 'version' | 'rows'>;

/** What a schema holds, as the transaction of the client sees it. */
export async function contentOf(client: Client, schema: string): Promise<Content> {
  const { rows } = await client.query<{ at: string; postgres: number }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
            current_setting('server_version_num')::int / 10000 AS postgres`,
  );
  const { at = '', postgres = 0 } = rows[0] ?? {};
  return { schema, takenAt: at, postgres, version, rows: await countRows(client, schema) };
}

/** Rows of each table of a schema, but for what migrating notes. */
export async function countRows(client: Client, schema: string): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
      WHERE relnamespace = to_regnamespace($1) AND relkind = 'r' AND relname <> ALL ($2) ORDER BY 1`,
    [quote(schema), [migrationsTable, stepsTable]],
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await client.query<{ count: number }>(
      `SELECT count(*)::float8 AS count FROM ${quote(schema)}.${quote(name)}`,
    );
    counts[name] = counted.rows[0]?.count ?? 0;
  }
  return counts;
}

const manifestOf = (file: string): string => `${file}.json`;

export const writeManifest = (file: string, manifest: Manifest): void =>
  writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });

/** @throws BackupError */
export function readManifest(file: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(manifestOf(file), 'utf8')) as Manifest;
    if (manifest.format === 1 && typeof manifest.schema === 'string') return manifest;
  } catch (error) {
    throw new BackupError(
      `${manifestOf(file)}, which says what ${file} holds, cannot be read: ${(error as Error).message}`,
    );
  }
  throw new BackupError(`${manifestOf(file)} is not of this kind, or of a later version`);
}

/** What a copy holds, in one line. */
export const told = ({ schema, rows, takenAt }: Manifest): string =>
  `${schema}: ${Object.values(rows).reduce((sum, count) => sum + count, 0)} rows as of ${takenAt}`;
