/** `npm start` in a data directory of its own; whatever a test file started is gone when it is done. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, start, type Started } from './command';
import { temporaryDirectory } from './temporary';

export const dataDir = temporaryDirectory('start');
export const env = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
const started: Started[] = [];

beforeAll(build, 180_000);
afterAll(async () => {
  for (const one of started)
    if (one.process.exitCode === null && one.process.signalCode === null) one.signal('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
});

/** Starts it; it may be refused. */
export function begin(change: Readonly<Record<string, string>> = {}): Started {
  const one = start({ ...env, ...change });
  started.push(one);
  return one;
}

/** Starts it and waits until it serves. */
export async function up(
  change: Readonly<Record<string, string>> = {},
): Promise<{ readonly process: Started; readonly address: string }> {
  const one = begin(change);
  await one.until('/graphql\n');
  return { process: one, address: /^ {2}(\S+)\/graphql$/m.exec(one.output())?.[1] ?? '' };
}

/** Process id of the PostgreSQL that runs in the directory. */
export const postmaster = (): number =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
