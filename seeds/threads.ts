/** Countries are filled beside each other, each in a thread of its own: making rows is work for a processor. */
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fillCountry, type Filling, type Report } from './fill';

/** What a thread tells: how far it is, and at the end how many rows it wrote. */
export type Told = { readonly share: number } | { readonly rows: number };

/** From this scale on a thread gains more than it costs to start. */
const MUCH = 8;

/**
 * Fills the country in a thread, where that pays and can be done: a thread runs what was compiled, and a function that
 * checks a server's certificate cannot be handed to it.
 *
 * @returns the number of rows written
 * @throws what failed there, or the reason of `signal`
 */
export async function fill(filling: Filling, report: Report, signal?: AbortSignal): Promise<number> {
  signal?.throwIfAborted();
  const { ssl } = filling.admin;
  const portable = typeof ssl === 'boolean' || Object.values(ssl).every((value) => typeof value !== 'function');
  const threaded = filling.scale >= MUCH && portable && extname(__filename) === '.js';
  return (threaded ? inThread : fillCountry)(filling, report, signal);
}

/**
 * Does the work for each, for as many at once as there are processors: more would only push each other out of their
 * caches, and each has its rows in memory.
 *
 * @throws what failed first, when all are done
 */
export async function inLanes<T, R>(items: readonly T[], work: (item: T, nth: number) => Promise<R>): Promise<R[]> {
  const waiting = items.entries();
  const results: Promise<R>[] = [];
  const lane = async (): Promise<void> => {
    for (const [nth, item] of waiting) await Promise.allSettled([(results[nth] = work(item, nth))]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return Promise.all(results);
}

function inThread(filling: Filling, report: Report, signal?: AbortSignal): Promise<number> {
  const worker = new Worker(join(__dirname, 'worker.js'), { workerData: filling });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  return new Promise<number>((resolve, reject) => {
    worker.on('message', (told: Told) => ('rows' in told ? resolve(told.rows) : report(told.share)));
    worker.once('error', reject);
    worker.once('exit', () => reject((signal?.reason as Error | undefined) ?? new Error('The thread has ended early')));
  }).finally(() => signal?.removeEventListener('abort', stop));
}
