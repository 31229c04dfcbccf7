/** What a request searches for, and among which types. */
import { constantCase } from '../../base/naming';
import type { Sought } from '../../model/sought';
import type { Attribute, Thing } from '../../model/thing';
import { ForbiddenError } from '../../policy/denial';
import { rolesThatMay } from '../../policy/rights';
import { soughtCodes, soughtText } from './sought-text';

export type Given = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly text: string;
  readonly things: readonly Thing[];
  /** The codes that are called so, of the attributes where there are any. */
  readonly codes: ReadonlyMap<Attribute, readonly string[]>;
  /** Whether it may be a number that nobody can read. */
  readonly marks: boolean;
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
  return { text, things: sought.map(({ thing }) => thing), codes, marks };
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
