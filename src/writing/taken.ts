/** Values of an input on their way into a record. */
import type { Values } from './work';

/**
 * The named values of an input; what was not given is left out. An input has been checked when it comes here, so that
 * null stands only where the attribute may have no value.
 */
export function taken<T>(input: object, names: readonly (keyof Values<T> & string)[]): Values<T> {
  const given = input as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  ) as Values<T>;
}
