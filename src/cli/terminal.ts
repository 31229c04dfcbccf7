/** What the commands say, and how they end. */

/** A command failed in a way that its message says all about. */
export class Failure extends Error {
  override readonly name = 'Failure';
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
