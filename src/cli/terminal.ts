/** What the commands take and say, and how they end. */
import { InvalidArgumentError } from 'commander';
import { InputCheck } from '../database/input';

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

/** One line on the terminal. */
export const say = (line: string): void => console.log(line);

/** Errors that were raised for people: the message is enough. */
const explained = new Set([
  'Failure',
  'ConfigError',
  'DatabaseUnready',
  'ProvisionError',
  'DefinitionError',
  'EmbeddedError',
  'SeedError',
  'AdministratorError',
]);

/** Prints an error: for people the message; for an unexpected one where it came from, too. */
export function complain(error: unknown): void {
  if (!(error instanceof Error)) return console.error(error);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return console.error(`Another program listens there already (${error.message}): set PORT.`);
  }
  console.error(explained.has(error.name) ? error.message : error);
}
