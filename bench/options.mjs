// What a run measures and how much of it, from the environment.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { workloads } from './workloads.mjs';

const env = process.env;
const quick = env.BENCH_QUICK === '1';

function wholeNumber(name, byDefault) {
  const value = Number(env[name] ?? byDefault);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(`${name}: expected a whole number from 1, not "${env[name]}"`);
}

function scales() {
  const found = (env.BENCH_SCALES ?? (quick ? '4' : '40,530')).split(',').map(Number);
  if (found.every((scale) => Number.isInteger(scale) && scale >= 1)) return found;
  throw new Error(`BENCH_SCALES: expected whole numbers from 1, separated by commas, not "${env.BENCH_SCALES}"`);
}

function only() {
  const known = workloads.map(({ name }) => name);
  const wanted = env.BENCH_ONLY ? env.BENCH_ONLY.split(',') : known;
  const strange = wanted.find((name) => !known.includes(name));
  if (strange === undefined) return wanted;
  throw new Error(`BENCH_ONLY: there is no "${strange}"; there are ${known.join(', ')}`);
}

function baseline() {
  if (!env.BENCH_BASELINE) return null;
  const directory = resolve(env.BENCH_BASELINE);
  if (existsSync(join(directory, 'dist/src/main.js'))) return directory;
  throw new Error(`BENCH_BASELINE: ${directory} is no built checkout (run \`npm ci && npm run build\` there)`);
}

/**
 * `requests` are those of a round; `warmUp` those before the first, by which compilers and plans have settled; `documents`
 * is how many different ones the memory is measured after.
 */
export const options = {
  quick,
  scales: scales(),
  requests: wholeNumber('BENCH_REQUESTS', quick ? 100 : 1500),
  rounds: wholeNumber('BENCH_ROUNDS', quick ? 3 : 5),
  warmUp: quick ? 400 : 1000,
  documents: quick ? 250 : 5000,
  only: only(),
  baseline: baseline(),
  out: env.BENCH_OUT ? resolve(env.BENCH_OUT) : null,
};
