/** The embedded PostgreSQL as it is reached; how it recovers from whatever killed it is told in `test/full/servers`. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { asAdmin } from '../../src/database/connect';
import { startEmbedded, type EmbeddedDatabase } from '../../src/installation/embedded/embedded';
import { temporaryDirectory } from '../support/temporary';

let running: EmbeddedDatabase | undefined;
afterAll(() => running?.stop());

const ask = <T extends object>(database: EmbeddedDatabase, text: string): Promise<T[]> =>
  asAdmin(database.admin, async (client) => (await client.query<T>(text)).rows);

it('listens on this machine only, asks for a password, and keeps statements and values out of its log', async () => {
  const dataDir = temporaryDirectory('embedded');
  const database = (running = await startEmbedded(dataDir));
  const settings = await ask<{ name: string; setting: string }>(
    database,
    `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'unix_socket_directories', 'jit', 'fsync', 'synchronous_commit', 'password_encryption') ORDER BY 1`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    jit: 'off',
    listen_addresses: '127.0.0.1',
    password_encryption: 'scram-sha-256',
    synchronous_commit: 'on',
    unix_socket_directories: '',
  });
  const rules = await ask<{ auth_method: string }>(database, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules');
  expect(rules).toEqual([{ auth_method: 'scram-sha-256' }]);
  await expect(new Client({ ...database.admin, password: 'guessed' }).connect()).rejects.toThrow(
    /password authentication failed/,
  );
  await expect(ask(database, `SELECT 'not for the log'::uuid`)).rejects.toThrow();
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('not for the log');
  for (const path of ['secrets.json', 'postgres.log', 'embedded.lock'])
    expect(statSync(join(dataDir, path)).mode & 0o077).toBe(0);
});
