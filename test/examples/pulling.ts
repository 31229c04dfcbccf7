/** The example scripts as people run them: processes of their own, over the network, in a folder of their own. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';

const folderOfExamples = join(projectRoot, 'examples', 'data');

/** How each is run, and what it lacks where it cannot be. */
export const languages = [
  { name: 'pull.mjs', command: process.execPath, isThere: true },
  { name: 'pull.py', command: 'python3', isThere: spawnSync('python3', ['--version']).status === 0 },
] as const;
export type Language = (typeof languages)[number];

export interface Pulled {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** What lies in its folder when it is done, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Rights of those files, as octal digits. */
  readonly modes: readonly string[];
}

/** @param env beside the address: whose account, which language */
export async function pull(
  { name, command }: Language,
  address: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  typed = '',
): Promise<Pulled> {
  const folder = await mkdtemp(join(tmpdir(), 'pulled-'));
  try {
    const outcome = await run(command, [join(folderOfExamples, name), ...args], folder, typed, {
      ...{ HANDSOFF_URL: address, HANDSOFF_PASSWORD: 'hands-off-demo', PYTHONDONTWRITEBYTECODE: '1' },
      ...env,
    });
    const names = (await readdir(folder)).sort();
    const texts = await Promise.all(names.map((one) => readFile(join(folder, one), 'utf8')));
    const modes = await Promise.all(
      names.map(async (one) => ((await stat(join(folder, one))).mode & 0o777).toString(8)),
    );
    return { ...outcome, files: Object.fromEntries(names.map((one, at) => [one, texts[at] ?? ''])), modes };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  typed: string,
  env: Readonly<Record<string, string>>,
): Promise<Pick<Pulled, 'code' | 'out' | 'error'>> =>
  new Promise((resolve) => {
    const given = { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } };
    const child = execFile(command, args, given, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, error: err }),
    );
    child.stdin?.end(typed);
  });

/** What is done to a request on its way. */
export interface Meddling {
  /** Changes the headers that go on. */
  readonly asks?: (incoming: IncomingMessage) => void;
  /** Before which byte the line is dropped; undefined: never. */
  readonly dropsBefore?: (incoming: IncomingMessage) => number | undefined;
}

const beginOf = (range = ''): number => Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0);

/**
 * A way to the API that is not always a good one. What is dropped never left the API: it is asked for a part, and the
 * answer says that more is to come.
 */
export async function wayTo(
  address: string,
  { asks, dropsBefore }: Meddling,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    asks?.(incoming);
    const { method, url = '/', headers } = incoming;
    const [from, end] = [beginOf(headers.range), dropsBefore?.(incoming)];
    if (end !== undefined) headers.range = `bytes=${from}-${end - 1}`;
    const onward = request(new URL(url, address), { method, headers }, (answer) => {
      const { statusCode = 502 } = answer;
      if (end === undefined || statusCode !== 206) {
        outgoing.writeHead(statusCode, answer.headers);
        return void answer.pipe(outgoing);
      }
      const whole = Number(answer.headers['content-range']?.split('/')[1]);
      outgoing.writeHead(from > 0 ? 206 : 200, { ...answer.headers, 'content-length': whole - from });
      answer.on('data', (piece: Buffer) => void outgoing.write(piece));
      answer.on('end', () => setTimeout(() => outgoing.destroy(), 100));
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(forward);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return { address: `http://127.0.0.1:${port}`, close };
}
