/** After all tests: nothing keeps running. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster?.();
}
