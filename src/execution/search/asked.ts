/** What a request searches for, and among which types. */
import { constantCase } from '../../base/naming';
import type { Sought } from '../../model/sought';
import type { Attribute, Thing } from '../../model/thing';
import { ForbiddenError } from '../../policy/denial';
import { rolesThatMay } from '../../policy/rights';
import type { NumberForm } from '../../base/typed-number';
import { soughtNumber, type SoughtNumber } from './sought-number';
import { soughtCodes, soughtText, soughtWords, type SoughtWords } from './sought-text';

export type Given = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly text: string;
  readonly words: SoughtWords;
  readonly things: readonly Thing[];
  /** The codes that are called so, of the attributes where there are any. */
  readonly codes: ReadonlyMap<Attribute, readonly string[]>;
  /** Whether it may be a number that nobody can read. */
  readonly marks: boolean;
  /** The number of a form that may be meant in a country; null where it can be none. */
  readonly number: (form: NumberForm, country: string) => SoughtNumber | null;
}

const kept = new WeakMap<Given, Asked>();

/** @throws ApiError BAD_USER_INPUT; ForbiddenError for a type that the actor may not read */
export function asked(given: Given, all: readonly Sought[], read: readonly Sought[]): Asked {
  let found = kept.get(given);
  if (!found) kept.set(given, (found = ask(given, all, read)));
  return found;
}

function ask(given: Given, all: readonly Sought[], read: readonly Sought[]): Asked {
  const text = soughtText(given.text as string);
  const types = given.types as readonly string[] | null | undefined;
  const sought = types ? all.filter(({ thing }) => types.includes(searchType(thing))) : read;
  const denied = sought.find((one) => !read.includes(one));
  if (denied) throw forbidden(denied.thing);
  const codes = new Map<Attribute, readonly string[]>();
  for (const by of sought.flatMap((one) => one.codes)) {
    const called = soughtCodes(by, text);
    if (called.length > 0) codes.set(by, called);
  }
  const marks = /\p{N}/u.test(text) && sought.some(({ thing }) => thing.marked);
  const number = numbersOf(text);
  return { text, words: soughtWords(text), things: sought.map(({ thing }) => thing), codes, marks, number };
}

function numbersOf(text: string): Asked['number'] {
  const made = new Map<string, SoughtNumber | null>();
  return (form, country) => {
    const key = form.prefix === 'country' ? country : `-${form.prefix}`;
    let found = made.get(key);
    if (found === undefined) made.set(key, (found = soughtNumber(text, form, country)));
    return found;
  };
}

/** A type as `types` names it. */
export const searchType = ({ name }: Thing): string => constantCase(name);

function forbidden({ plural, dataClass }: Thing): ForbiddenError {
  return new ForbiddenError({
    coordinate: `Query.${plural}`,
    dataClass,
    readableBy: rolesThatMay('read', dataClass),
  });
}
