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
]);

/** Prints an error: for people the message; for an unexpected one where it came from, too. */
export function complain(error: unknown): void {
  const known = error instanceof Error && explained.has(error.name);
  console.error(known ? error.message : error);
}
