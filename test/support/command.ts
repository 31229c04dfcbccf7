/** Runs what people run: the compiled `handsoff` command and the compiled API, in processes of their own. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

let built = false;

/** Compiles when the sources are younger than what was compiled of them; looks once in a test file. */
export function build(): void {
  if (built) return;
  built = true;
  execFileSync(process.execPath, [join(projectRoot, '.ci/build.mjs'), '--if-needed'], { stdio: 'pipe' });
}

const environment = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  // What somebody keeps beside the project is not the tests'.
  ENV_FILE: '',
  ...env,
});

/** `npx handsoff …`, of the project or of another checkout that was built. */
export async function handsoff(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  root = projectRoot,
): Promise<Outcome> {
  if (root === projectRoot) build();
  return new Promise((resolve) => {
    const command = [join(root, 'dist/src/cli/main.js'), ...args];
    execFile(process.execPath, command, { env: environment(env), cwd: root }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, error: err }),
    );
  });
}

/** A running `npm start`, or a command that runs for long. */
export interface Started {
  readonly process: ChildProcess;
  /** Everything that it printed. */
  output(): string;
  /** Resolves when the text was printed; rejects with the output when the process ended before. */
  until(text: string): Promise<void>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Signals the whole process group, as Ctrl-C does. */
  signal(name: NodeJS.Signals): void;
}

/** Starts the API, or the `handsoff` command with these arguments. */
export function start(env: Readonly<Record<string, string>>, args?: readonly string[], root = projectRoot): Started {
  if (root === projectRoot) build();
  const program = join(root, args ? 'dist/src/cli/main.js' : 'dist/src/main.js');
  const child = spawn(process.execPath, [program, ...(args ?? [])], {
    env: environment(env),
    cwd: root,
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  return {
    process: child,
    ended,
    output: () => text,
    signal: (name) => void process.kill(-(child.pid as number), name),
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => (text.includes(wanted) ? resolve() : undefined);
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
        child.once('exit', () => reject(new Error(`It ended before "${wanted}":\n${text}`)));
        look();
      }),
  };
}
