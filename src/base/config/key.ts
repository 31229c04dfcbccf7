/** The kinds of keys that the environment has: how each is written, and what it may be. */

/** One key of the environment. `parse` throws an Error that says what was expected. */
export interface Key<T> {
  readonly description: string;
  /** As one would write it in the environment; some defaults differ in production. */
  readonly default: string | ((production: boolean) => string);
  /** Never shown in a message. */
  readonly secret?: boolean;
  parse(text: string): T;
}

export const text = (byDefault: string, description: string): Key<string> => ({
  description,
  default: byDefault,
  parse: (value) => value,
});

export const secret = (byDefault: string, description: string): Key<string> => ({
  ...text(byDefault, description),
  secret: true,
});

export const integer = (
  byDefault: number | ((production: boolean) => number),
  min: number,
  max: number,
  description: string,
): Key<number> => ({
  description,
  default: typeof byDefault === 'number' ? String(byDefault) : (production) => String(byDefault(production)),
  parse(value) {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new Error(`expected a whole number from ${min} to ${max}`);
  },
});

export const flag = (byDefault: Key<boolean>['default'], description: string): Key<boolean> => ({
  description,
  default: byDefault,
  parse(value) {
    if (value === 'true' || value === 'false') return value === 'true';
    throw new Error('expected true or false');
  },
});

export const oneOf = <const T extends string>(
  choices: readonly T[],
  byDefault: T | ((production: boolean) => T),
  description: string,
): Key<T> => ({
  description,
  default: byDefault,
  parse(value) {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw new Error(`expected one of ${choices.join(', ')}`);
  },
});

const items = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

export const list = (description: string, what: string, valid: (item: string) => boolean): Key<readonly string[]> => ({
  description,
  default: '',
  parse(value) {
    const found = items(value);
    const wrong = found.find((item) => !valid(item));
    if (wrong !== undefined) throw new Error(`expected ${what}, separated by commas; "${wrong}" is none`);
    return found;
  },
});

export const isOrigin = (item: string): boolean => URL.canParse(item) && new URL(item).origin === item;
