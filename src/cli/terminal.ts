/** What the commands take and say, and how they end. */
import { InvalidArgumentError } from 'commander';
import { constants } from 'node:os';
import { InputCheck } from '../writing/input';

/** A command failed in a way that its message says all about. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A name, in the form and length in which the API keeps texts. */
export function nameArgument(text: string): string {
  const check = new InputCheck();
  const name = check.text(text, []);
  if (name) return name;
  throw new InvalidArgumentError(check.problems[0]?.text.en ?? 'It must not be empty.');
}

/** Somebody has stopped a command. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
  override readonly message = 'Interrupted: what was not finished is undone, and the same command begins it again.';
}

/**
 * Runs work that stops when the signal it is given says so: at the first Ctrl-C or SIGTERM; at the second the process
 * just ends. The exit code is that of a process which the signal ended.
 */
export function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      process.exitCode = 128 + constants.signals[name];
      abort.abort(new Interrupted());
    });
  }
  return work(abort.signal);
}

/** One line on the terminal. */
export const say = (line: string): void => console.log(line);

/** Errors that were raised for people: the message is enough. */
const explained = new Set([
  'Failure',
  'Interrupted',
  'ConfigError',
  'DatabaseUnready',
  'ProvisionError',
  'DefinitionError',
  'ContractError',
  'EmbeddedError',
  'SeedError',
  'AdministratorError',
  'BackupError',
  'FailoverError',
]);

/** Prints an error: for people the message; for an unexpected one where it came from, too. */
export function complain(error: unknown): void {
  if (!(error instanceof Error)) return console.error(error);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return console.error(`Another program listens there already (${error.message}): set PORT.`);
  }
  console.error(explained.has(error.name) ? error.message : error);
}
