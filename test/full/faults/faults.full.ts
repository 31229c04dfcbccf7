/**
 * Under load, one thing after the other goes wrong: what was acknowledged is kept and nothing happens twice, the other
 * countries do not notice, and it mends itself. What was measured is written to FAULTS.md.
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { adminRows } from '../../support/admin';
import { install, type Installation } from './installation';
import { Person, type Answered, type Work } from './people';
import { report } from './report';

const countries = ['ZA', 'MZ', 'BW'] as const;
type Code = (typeof countries)[number];
const peopleOfEach = 3;
const undisturbedMs = 15_000;
const recoveryMs = 10_000;

let installation: Installation;
const work = Object.fromEntries(
  countries.map((code) => [code, { answers: [], acknowledged: new Map(), doubled: [] }]),
) as unknown as Record<Code, Work>;
const stop = new AbortController();
let working: Promise<unknown>;
let undisturbed: Record<Code, number>;
const before = new Map<Code, number>();
const table: string[] = [];

const percentile95 = (answers: readonly Answered[]): number =>
  [...answers].map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(answers.length * 0.95)] ?? Number.NaN;
const since = (code: Code, from: number): Answered[] => work[code].answers.filter(({ at }) => at >= from);
const casesIn = async (code: Code): Promise<number> => {
  const [row] = await adminRows<{ n: number }>(
    installation.databaseOf(code),
    `SELECT count(*)::int AS n FROM ${code.toLowerCase()}."case"`,
  );
  return row?.n ?? 0;
};

beforeAll(async () => {
  installation = await install();
  for (const code of countries) before.set(code, await casesIn(code));
  const people = countries.flatMap((code) =>
    Array.from(
      { length: peopleOfEach },
      (_, nth) => new Person(installation.addresses, code.toLowerCase(), work[code], nth),
    ),
  );
  working = Promise.all(people.map((person) => person.workUntil(stop.signal)));
  await delay(5_000);
  const from = performance.now();
  await delay(undisturbedMs);
  undisturbed = Object.fromEntries(
    countries.map((code) => [code, percentile95(since(code, from))]),
  ) as typeof undisturbed;
});
afterAll(async () => {
  await installation?.close();
  const head = ['Two instances, three servers, nine people at work.', ''];
  const titles = ['| fault | failed meanwhile | p95 of others, to undisturbed | working again after the cause ended |'];
  if (table.length > 0) report('Under load', [...head, ...titles, '| --- | --- | --- | --- |', ...table]);
});

interface Fault {
  readonly what: string;
  /** Who is struck; everybody where it is an instance. */
  readonly struck: readonly Code[];
  /** How long it lasts. */
  readonly ms: number;
  readonly strike: () => unknown;
  readonly mend: () => unknown;
}

async function suffer({ what, struck, ms, strike, mend }: Fault): Promise<void> {
  const from = performance.now();
  await strike();
  await delay(ms);
  await mend();
  const mended = performance.now();
  // Everybody who was struck has had an answer again that was asked for since.
  const isBack = (): boolean => struck.every((code) => since(code, mended).some(({ ok }) => ok));
  while (!isBack() && performance.now() - mended < 3 * recoveryMs) await delay(20);
  const back = performance.now() - mended;
  await delay(2_000);
  const others = countries.filter((code) => !struck.includes(code));
  const ratios = others.map((code) => percentile95(since(code, from)) / undisturbed[code]);
  const failed = (codes: readonly Code[]): number =>
    codes.flatMap((code) => since(code, from)).filter(({ ok }) => !ok).length;
  const shown = [
    failed(struck),
    others.length > 0 ? Math.max(...ratios).toFixed(2) : '–',
    `${(back / 1000).toFixed(1)} s`,
  ];
  table.push(`| ${what} | ${shown.join(' | ')} |`);
  expect(failed(others)).toBe(0);
  for (const ratio of ratios) expect(ratio).toBeLessThanOrEqual(1.5);
  expect(back).toBeLessThanOrEqual(recoveryMs);
}

const signalAll = (name: NodeJS.Signals): void => {
  for (const pid of installation.processes()) process.kill(pid, name);
};

test('kill -9 of a country’s PostgreSQL', () =>
  suffer({
    what: 'kill -9 of a country’s PostgreSQL',
    struck: ['BW'],
    ms: 0,
    strike: () => process.kill(installation.processes()[0] as number, 'SIGKILL'),
    mend: () => undefined,
  }));

test('a country’s server that is frozen', () =>
  suffer({
    what: 'a country’s server is frozen (SIGSTOP) for 15 s',
    struck: ['BW'],
    ms: 15_000,
    strike: () => signalAll('SIGSTOP'),
    mend: () => signalAll('SIGCONT'),
  }));

test('a country’s server that is gone', () =>
  suffer({
    what: 'a country’s server is gone for 10 s: connections are refused',
    struck: ['MZ'],
    ms: 10_000,
    strike: () => installation.lines.MZ.cut(),
    mend: () => installation.lines.MZ.mend(),
  }));

test('a network that is cut', () =>
  suffer({
    what: 'the network to a country is cut for 15 s: nothing comes through',
    struck: ['MZ'],
    ms: 15_000,
    strike: () => installation.lines.MZ.hold(),
    mend: () => installation.lines.MZ.mend(),
  }));

test('a disk that is full', async () => {
  const { disk } = installation;
  if (!disk) {
    table.push('| a country’s disk is full | not tried: this machine lets nobody make a small disk | – | – |');
    return;
  }
  const ballast = join(disk, 'ballast');
  await suffer({
    what: 'a country’s disk is full for 20 s',
    struck: ['BW'],
    ms: 20_000,
    strike: () => fill(ballast),
    mend: () => rmSync(ballast),
  });
});

/** Writes until there is no room, and whatever is given back while that goes on. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [1_000_000, 4_096])
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  closeSync(file);
}

test('kill -9 of an instance', () =>
  suffer({
    what: 'kill -9 of an instance, started again after 3 s',
    struck: countries,
    ms: 3_000,
    strike: () => installation.instances[1]?.signal('SIGKILL'),
    mend: () => installation.serve(1),
  }));

test('instances that are restarted one after the other', () =>
  suffer({
    what: 'both instances are restarted, one after the other',
    struck: countries,
    ms: 0,
    async strike() {
      for (const nth of [0, 1]) {
        installation.instances[nth]?.signal('SIGTERM');
        await installation.instances[nth]?.ended;
        await installation.serve(nth);
      }
    },
    mend: () => undefined,
  }));

test('a country’s key that is wrong', async () => {
  const restart = async (change: Record<string, string>): Promise<void> => {
    for (const nth of [0, 1]) {
      installation.instances[nth]?.signal('SIGTERM');
      await installation.instances[nth]?.ended;
      await installation.serve(nth, change);
    }
  };
  await restart({ COUNTRY_KEY_BW: `dev:${randomBytes(32).toString('base64')}` });
  await suffer({
    what: 'a country’s key is wrong for 5 s on both instances; the right one comes by restarting both',
    struck: countries,
    ms: 5_000,
    strike: () => undefined,
    mend: () => restart({}),
  });
});

test('nothing that was acknowledged is lost, and nothing was done twice', async () => {
  stop.abort();
  await working;
  for (const { process: api } of installation.instances) expect([api.exitCode, api.signalCode]).toEqual([null, null]);
  for (const code of countries) {
    const { acknowledged, doubled } = work[code];
    const numbers = [...acknowledged.values()];
    const rows = await adminRows(
      installation.databaseOf(code),
      `SELECT display_id FROM ${code.toLowerCase()}."case" WHERE display_id = ANY ($1)`,
      [numbers],
    );
    const made = (await casesIn(code)) - (before.get(code) ?? 0);
    table.push(
      `| ${code}: ${numbers.length} cases acknowledged | ${numbers.length - rows.length} lost | ${made - numbers.length} doubled | |`,
    );
    expect([code, rows.length, new Set(numbers).size, made, doubled]).toEqual([
      code,
      numbers.length,
      numbers.length,
      numbers.length,
      [],
    ]);
    expect(numbers.length).toBeGreaterThan(100);
  }
});
