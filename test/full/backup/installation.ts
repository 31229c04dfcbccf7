/** Installations that are copied and put back, and the command that does it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin, quote } from '../../../src/database/connect';
import { testCluster, type TestCluster } from '../../support/cluster';
import { handsoff, type Outcome } from '../../support/command';
import { freshDatabase, type TestDatabase } from '../../support/database';

export type Server = TestCluster & { readonly stop: () => Promise<void> };

/** Folder of pg_dump and pg_restore; empty: PATH. */
export const bin = process.env.PG_BIN ?? '';

export const [user, password] = ['installer', 'no-superuser-of-anything'];

/** What was sealed is opened with the secrets that it was sealed with: they are copied apart from all this. */
const secrets = testCluster().dataDir;

/** Of an administrator who owns the database and may create roles, and is no superuser. */
export async function owned(server: Server): Promise<TestDatabase> {
  const database = await freshDatabase('empty', server);
  await asAdmin(server.admin, async (client) => {
    await client.query(`ALTER DATABASE ${quote(database.name)} OWNER TO ${quote(user)}`);
  });
  const admin = { ...database.admin, user, password };
  const adminUrl = `postgresql://${user}:${password}@${admin.host}:${admin.port}/${database.name}`;
  return { ...database, admin, adminUrl, env: { ...database.env, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: secrets } };
}

export const run = ({ env }: TestDatabase, ...args: string[]): Promise<Outcome> =>
  handsoff(args, { ...env, PG_BIN: bin });
export async function done(database: TestDatabase, ...args: string[]): Promise<string> {
  const { code, out, error } = await run(database, ...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${out}${error}`);
  return out;
}
export const fileOf = (place: string, schema: string): string => {
  const names = readdirSync(place).filter((name) => name.startsWith(`${schema}-`) && name.endsWith('.dump'));
  return join(place, names.sort().at(-1) ?? 'missing');
};

export const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; seconds: string }> => {
  const began = performance.now();
  return { result: await work(), seconds: ((performance.now() - began) / 1000).toFixed(1) };
};
