/** Before all tests: the PostgreSQL of the run. */
import { clusterVariable, startTestCluster } from './cluster';

export default async function setUp(): Promise<void> {
  const { stop, ...cluster } = await startTestCluster();
  process.env[clusterVariable] = JSON.stringify(cluster);
  (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster = stop;
}
