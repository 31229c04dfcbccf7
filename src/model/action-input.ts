/** What a mutation takes as a whole: what every one takes, and the inputs that make or change a record. */
import {
  attributesOf,
  besides,
  declare,
  field,
  inputName,
  madeId,
  type Choice,
  type Fields,
  type Given,
  type Input,
  type Others,
} from './input';
import type { Values } from './record';
import { thingOf, type Constructor } from './thing';

const idempotencyKey = field({
  type: 'text',
  maxLength: 128,
  description: 'Made by the client, 8 to 128 characters: the same key sent again has one effect and one answer.',
});
const changedId = field({ type: 'uuid', description: 'The record: global id, or the UUID that it was made with.' });
const expectedVersion = field({
  type: 'int',
  description: 'Version that the client has seen; a newer one is a problem.',
});
/** What of every mutation's input is its own. */
export interface Mutating {
  readonly idempotencyKey: string;
}

export interface Changing extends Mutating {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface Making extends Mutating {
  readonly id?: string | null;
}

/** An input whose name is that of the mutation. */
export type InputOfAction<V = unknown> = (action: string) => Input<V>;

interface ActionChoice<
  T extends object,
  R extends keyof T & string,
  F extends Fields,
  A extends Also,
  L,
> extends Choice<T, R, F> {
  /** Attributes of other things that name the mutation too, sorted under these names. */
  readonly also?: A;
  /** Takes whatever this part takes. */
  readonly like?: Input<L>;
}
type Also = Readonly<Record<string, Constructor>>;
type AlsoValues<A extends Also> = { readonly [K in keyof A]: A[K] extends Constructor<infer T> ? Values<T> : never };
type Whole<T, R extends keyof T, F extends Fields, A extends Also, L> = {
  readonly values: Given<T, R>;
} & Others<F> &
  AlsoValues<A> &
  (unknown extends L ? unknown : L);

/** What a mutation takes that changes a record which is there: its id, the version that was seen, and new values. */
export const changing = <
  T extends object,
  R extends keyof T & string = never,
  F extends Fields = Record<never, never>,
  A extends Also = Record<never, never>,
>(
  target: Constructor<T>,
  choice: ActionChoice<T, R, F, A, unknown>,
): InputOfAction<Changing & Whole<T, R, F, A, unknown>> =>
  ofAction(target, choice, { idempotencyKey, id: changedId, expectedVersion }, false);

/** What a mutation takes that makes a record: its id, where the client made one, and its values. */
export const making = <
  T extends object,
  R extends keyof T & string = never,
  F extends Fields = Record<never, never>,
  A extends Also = Record<never, never>,
  L = unknown,
>(
  target: Constructor<T>,
  choice: ActionChoice<T, R, F, A, L>,
): InputOfAction<Making & Whole<T, R, F, A, L>> => ofAction(target, choice, { idempotencyKey, id: madeId }, true);

/** What a mutation takes that is about several records: what it says itself. */
export const asking = <F extends Fields>(
  target: Constructor,
  choice: { readonly description: string; readonly fields: F },
): InputOfAction<Mutating & Others<F>> => ofAction(target, choice, { idempotencyKey }, false);

/** What a mutation takes that finds its record by something else than its id: a number that people read out. */
export const finding = <
  T extends object,
  R extends keyof T & string = never,
  F extends Fields = Record<never, never>,
  A extends Also = Record<never, never>,
>(
  target: Constructor<T>,
  choice: ActionChoice<T, R, F, A, unknown>,
): InputOfAction<Mutating & Whole<T, R, F, A, unknown>> => ofAction(target, choice, { idempotencyKey }, false);

type AnyChoice = Omit<ActionChoice<object, never, Fields, Also, unknown>, 'relies'> & {
  readonly relies?: readonly string[];
};

function ofAction(
  target: Constructor,
  { description, relies = [], fields, also = {}, like }: AnyChoice,
  base: Fields,
  isMaking: boolean,
): InputOfAction<never> {
  return (action) => {
    const thing = thingOf(target);
    const groups = Object.entries(also).map(([group, other]) => [group, thingOf(other)] as const);
    return declare(inputName(action), description, thing, [
      ...(like?.fields.values() ?? []),
      ...attributesOf(thing, action, isMaking, relies, 'values'),
      ...groups.flatMap(([group, other]) => attributesOf(other, action, isMaking, [], group)),
      ...besides({ ...base, ...fields }),
    ]);
  };
}
