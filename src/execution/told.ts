/** What reads tell beside the data: errors of records, and where in the answer a denied field was met first. */
import { GraphQLError } from 'graphql';
import type { Path } from './path';
import type { Writing } from './writing';

export class Told {
  readonly errors: GraphQLError[] = [];
  /** The first place of each denied coordinate. */
  readonly denied = new Map<string, Path>();

  /** Takes what was met while something was written that stands at `prefix`. */
  take({ failures, denied }: Writing, prefix: Path = []): void {
    for (const { error, path } of failures) {
      this.errors.push(new GraphQLError(error.message, { path: [...prefix, ...path], originalError: error }));
    }
    for (const [coordinate, path] of denied) {
      if (!this.denied.has(coordinate)) this.denied.set(coordinate, [...prefix, ...path]);
    }
  }
}
