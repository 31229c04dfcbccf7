/** PostgreSQL servers for the tests: one for the whole run, others for the tests that need a second one. */
import { accessSync, chmodSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdminAddress } from '../../src/base/config';
import { developmentSecrets } from '../../src/base/config/secrets';
import { startCluster } from '../../src/installation/embedded/cluster';

/** How the tests reach the run's server. */
export interface TestCluster {
  readonly admin: AdminAddress;
  /** DATA_DIR of every installation in it, so that all have the same secrets. */
  readonly dataDir: string;
}

/** The server of the run is the environment's: jest hands it to its workers. */
export const clusterVariable = 'HANDSOFF_TEST_CLUSTER';

/** A crash of the server is proven elsewhere; without waiting for the disk the tests are twice as fast. */
const parameters = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  // No database lives long enough to be worth it.
  autovacuum: 'off',
};

/** What a run needs at most is a quarter of this. */
const roomBytes = 4e9;
const memoryFiles = '/dev/shm';

/** Where a server without volume stands: a copy of a database is 1,300 files, which a busy disk takes seconds to make. */
function quickPlace(): string {
  try {
    accessSync(memoryFiles, constants.W_OK);
    const { bavail, bsize } = statfsSync(memoryFiles);
    if (Math.min(bavail * bsize, freemem()) >= roomBytes) return memoryFiles;
  } catch {
    // There is none here: the disk will do.
  }
  return tmpdir();
}

/** Starts a server in a directory of its own; both go when this process ends, however it ends. */
export async function startTestCluster(
  more: Readonly<Record<string, string>> = {},
  place = quickPlace(),
): Promise<TestCluster & { readonly stop: () => Promise<void> }> {
  const home = mkdtempSync(join(place, 'hands-off-test-'));
  chmodSync(home, 0o755);
  const dataDir = join(home, 'data');
  const { admin, stop } = await startCluster({
    directory: join(home, 'postgres'),
    logFile: join(home, 'postgres.log'),
    password: developmentSecrets(dataDir).POSTGRES_PASSWORD,
    parameters: { ...parameters, ...more },
    removeAfter: home,
  });
  return { admin, dataDir, stop };
}

export function testCluster(): TestCluster {
  const text = process.env[clusterVariable];
  if (!text) throw new Error('The server of the test run is missing: is test/support/global-setup.ts configured?');
  return JSON.parse(text) as TestCluster;
}
