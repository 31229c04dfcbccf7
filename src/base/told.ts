/** What reads tell beside the data: errors of records, and where in the answer a denied field was met first. */
import { locatedError, type FieldNode, type GraphQLError } from 'graphql';
import type { CountryCode } from './countries';
import type { Path } from './path';

/** Where something is told of: in the document, and in the answer. */
export interface Met {
  readonly nodes: readonly FieldNode[];
  readonly path: Path;
}

export interface Failure extends Met {
  readonly error: Error;
}

/** What was met while an answer was written. */
export interface Findings {
  readonly failures: readonly Failure[];
  /** The first place of each denied coordinate. */
  readonly denied: ReadonlyMap<string, Met>;
}

export class Told {
  /** Countries that could not be asked, or did not answer: what is answered is without them. */
  readonly away: Set<CountryCode>;
  readonly #asked = new Set<string>();
  readonly errors: GraphQLError[] = [];
  /** The first place of each denied coordinate. */
  readonly denied = new Map<string, Met>();

  constructor(away: readonly CountryCode[] = []) {
    this.away = new Set(away);
  }

  deny(coordinate: string, nodes: Met['nodes'], path: Path): void {
    if (!this.denied.has(coordinate)) this.denied.set(coordinate, { nodes, path });
  }

  /** An id names a type: a record of it is asked for here, whether there is one or not. */
  ask(key: string, type: string): void {
    this.#asked.add(`${key}/${type}`);
  }

  /** Whether a record of this type was asked for where a path begins. */
  isAsked({ type, path: [key] }: { readonly type: string; readonly path: readonly string[] }): boolean {
    return this.#asked.has(`${key}/${type}`);
  }

  /** Takes what was met while something was written that stands at `prefix`. */
  take({ failures, denied }: Findings, prefix: Path = []): void {
    for (const { error, nodes, path } of failures) this.errors.push(locatedError(error, nodes, [...prefix, ...path]));
    for (const [coordinate, { nodes, path }] of denied) this.deny(coordinate, nodes, [...prefix, ...path]);
  }
}
