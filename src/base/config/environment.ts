/** Reads keys from the environment and gathers everything that is wrong, so that one start tells all of it. */
import { readFileSync } from 'node:fs';
import { codeForm } from '../countries';
import type { Key } from './key';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration cannot be used; the message lists every wrong key and how to mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads keys and remembers what was wrong with them. */
export class Reader {
  readonly problems: string[] = [];

  constructor(readonly environment: Environment) {}

  /** The text of a key, or of the file that `<KEY>_FILE` names. Undefined when neither is given. */
  text(name: string): string | undefined {
    const value = this.environment[name];
    const path = this.environment[`${name}_FILE`];
    if (!path) return value || undefined;
    if (value) this.problems.push(`${name} and ${name}_FILE are both given: leave one of them out`);
    try {
      return readFileSync(path, 'utf8').trim() || undefined;
    } catch (error) {
      this.problems.push(`${name}_FILE names a file that cannot be read: ${(error as Error).message}`);
      return undefined;
    }
  }

  /** Every key of a table, parsed; what is wrong stands for its default meanwhile. */
  all<K extends Record<string, Key<unknown>>>(
    table: K,
    production: boolean,
  ): { [N in keyof K]: ReturnType<K[N]['parse']> } {
    const entries = Object.entries(table).map(([name, key]) => [name, this.one(name, key, production)]);
    return Object.fromEntries(entries) as { [N in keyof K]: ReturnType<K[N]['parse']> };
  }

  /** Keys `<prefix><CC>`, by country code. */
  perCountry(prefix: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const name of Object.keys(this.environment)) {
      const code = new RegExp(`^${prefix}(${codeForm})(_FILE)?$`).exec(name)?.[1];
      const value = code && this.text(`${prefix}${code}`);
      if (code && value) found.set(code, value);
    }
    return found;
  }

  /** Ends the reading: throws when anything was wrong. */
  finish(): void {
    if (this.problems.length > 0) throw new ConfigError(this.problems);
  }

  private one<T>(name: string, key: Key<T>, production: boolean): T {
    const byDefault = typeof key.default === 'string' ? key.default : key.default(production);
    const given = this.text(name);
    if (given === undefined) return key.parse(byDefault);
    try {
      return key.parse(given);
    } catch (error) {
      const shown = key.secret ? '' : `, not "${given}"`;
      const otherwise = byDefault ? `leave it out for ${byDefault}` : 'leave it out';
      this.problems.push(`${name}: ${(error as Error).message}${shown}; or ${otherwise}`);
      return key.parse(byDefault);
    }
  }
}
