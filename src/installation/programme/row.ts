/** One feature that sentences of the programme ask for, and where it is in the API. */
import type { Sentence } from './sentences';

type Some = readonly [string, ...string[]];

export interface CoverageRow {
  readonly sentences: readonly [Sentence, ...Sentence[]];
  readonly feature: string;
  /** Types, their fields and codes: `Training`, `Training.level`, `ActivityLevel.GLOBAL`. */
  readonly types: Some;
  /** Root fields of Query. */
  readonly queries: Some;
  /** Root fields of Mutation; or why it is not written through the API. */
  readonly mutations: Some | { readonly none: string };
  /** What its numbers are counted from. */
  readonly counted: string;
  /** Documents of `schema/operations/programme` that show it, by name. */
  readonly shownBy: Some;
}
