/** The thread that fills a country; see `threads.ts`. */
import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { fillCountry, type Filling } from './fill';
import type { Told } from './threads';

const tell = (told: Told): void => parentPort?.postMessage(told);

/** Messages in a whole run: enough for a bar that moves. */
const STEPS = 200;
let last = 0;

function report(share: number): void {
  const step = Math.floor(share * STEPS);
  if (step === last) return;
  last = step;
  tell({ share });
}

/** Bytes arrive as plain arrays of them. */
const given = workerData as Filling;
const keys = given.keys.map(({ id, key }) => ({ id, key: Buffer.from(key) }));

/** What fails ends the thread, and its starter gets the error. */
void fillCountry({ ...given, keys }, report).then((rows) => tell({ rows }));
