/** Failures that a caller must expect are data: the `problems` of a payload. */
import { Field, InterfaceType, Int, ObjectType } from 'type-graphql';
import type { Locale, Text } from './locale';

export type ProblemCode =
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'VERSION_CONFLICT'
  | 'ILLEGAL_STEP'
  | 'CONSENT_MISSING'
  | 'OPEN_REFERRALS'
  | 'SAME_PERSON'
  | 'ALREADY_EXISTS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'RECORD_OUT_OF_SIGHT'
  | (string & {});

@InterfaceType({
  description:
    'Why a mutation did nothing; RECORD_OUT_OF_SIGHT alone says that it did, and who reads what was recorded where the caller does not. The code is stable, the message is for people.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Problem {
  @Field(() => String, { description: 'Stable code, upper-case.' })
  code: string;

  @Field(() => String, { description: "What is wrong and how to mend it, in the caller's language." })
  message: string;

  @Field(() => [String], { description: 'Path to the part of the input that it is about; empty for the whole.' })
  path: string[];
}

@ObjectType({ implements: Problem, simpleResolvers: true, description: 'A problem that its code says all about.' })
export class PlainProblem extends Problem {}

@ObjectType({ implements: Problem, simpleResolvers: true, description: 'Somebody else changed the record first.' })
export class VersionConflict extends Problem {
  @Field(() => Int, { description: 'The version that the caller expected.' })
  expectedVersion: number;

  @Field(() => Int, { description: 'The version that the record has now.' })
  actualVersion: number;
}

@ObjectType({
  implements: Problem,
  simpleResolvers: true,
  description: 'The lifecycle does not allow this step from where the record stands.',
})
export class IllegalStep extends Problem {
  @Field(() => String, { description: 'The state that the record is in.' })
  from: string;

  @Field(() => String, { description: 'Label of `from` in the caller’s language.' })
  fromLabel: string;

  @Field(() => [String], { description: 'The mutations that the caller can take from there.' })
  allowed: readonly string[];

  @Field(() => [String], { description: 'Label of each of `allowed` in the caller’s language, as what somebody does.' })
  allowedLabel: readonly string[];
}

/** Whether somebody may take an action, by the name of its mutation. */
export type May = (action: string) => boolean;

/** A text for people; one that repeats what was given says the same without it, too. */
export interface ToldText extends Text {
  /** For what is kept, or read by others than who gave it: no name, number, day or choice of theirs. */
  readonly without?: Text;
}

/** A problem before its language is chosen. */
export interface ProblemShape {
  readonly type?: 'PlainProblem' | 'VersionConflict' | 'IllegalStep';
  readonly code: ProblemCode;
  readonly text: ToldText;
  readonly path?: readonly (string | number)[];
  readonly more?: Readonly<Record<string, unknown>>;
  /** More fields, in the caller's language. */
  readonly words?: Readonly<Record<string, Text | readonly Text[]>>;
  /** What it says to somebody who may not do everything. */
  readonly suited?: (may: May) => Pick<ProblemShape, 'text' | 'more' | 'words'>;
}

/** Thrown inside a mutation: everything is rolled back and the problems become data. */
export class ProblemError extends Error {
  constructor(readonly problems: readonly ProblemShape[]) {
    super(problems.map((problem) => problem.code).join(', '));
  }
}

/** Stops a mutation with one problem. @param without the same text without what was given, where it repeats any of that */
export const problem = (
  code: ProblemCode,
  en: string,
  pt: string,
  path: readonly (string | number)[] = [],
  without?: Text,
): ProblemError => new ProblemError([{ code, text: { en, pt, ...(without && { without }) }, path }]);

/** The same for a record that is not there, is out of reach or belongs elsewhere: one answer for all three. */
export const notFound = (path: readonly (string | number)[]): ProblemError =>
  problem('NOT_FOUND', 'There is no such record.', 'Esse registo não existe.', path);

/** A problem in the caller's language, as the payload shows it to somebody who may do so much. */
export function present(shape: ProblemShape, locale: Locale, may: May = () => true): Problem {
  const { type, code, text, path, more, words = {} } = { ...shape, ...shape.suited?.(may) };
  const spoken = Object.entries(words).map(([name, word]) => [name, spokenIn(word, locale)]);
  return {
    __typename: type ?? 'PlainProblem',
    code,
    message: text[locale],
    path: (path ?? []).map(String),
    ...more,
    ...(Object.fromEntries(spoken) as object),
  } as unknown as Problem;
}

const spokenIn = (word: Text | readonly Text[], locale: Locale): string | string[] =>
  'en' in word ? word[locale] : word.map((each) => each[locale]);
