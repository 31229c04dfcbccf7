/** What planning a document takes: the document, who asks, and the numbers by which a request finds what it binds. */
import type { FieldNode } from 'graphql';
import { sql } from '../base/sql';
import type { Link } from '../model/thing';
import type { Viewpoint } from '../policy/rights';
import type { ArgumentSet, Field } from './argument-set';
import { Hole } from './hole';
import type { ListPlan } from './list';
import type { Part, Source } from './part';
import type { Place } from '../base/path';
import type { Walk } from './selection';
import type { Write } from './writing';

/** Where a record stands: in which part and table, and where in the answer. */
export interface Spot {
  readonly part: Part;
  readonly source: Source;
  readonly place: Place;
}

export type Follow = (planning: Planning, spot: Spot, link: Link, field: Field, nodes: readonly FieldNode[]) => Write;

export interface PlanningParts {
  readonly walk: Walk;
  readonly viewpoint: Viewpoint;
  /** The coordinate, where the actor's role may not read the field. */
  readonly denies: (type: string, field: Field) => string | null;
  /** Plans what a link leads to. */
  readonly follow: Follow;
}

const defaultPurpose = 'CASE_WORK';

export class Planning implements PlanningParts {
  readonly walk: Walk;
  readonly viewpoint: Viewpoint;
  readonly denies: PlanningParts['denies'];
  readonly follow: Follow;
  /** Everything that a request binds. */
  readonly sets: ArgumentSet[] = [];
  readonly lists: ListPlan[] = [];
  #parts = 0;
  #aliases = 0;

  constructor({ walk, viewpoint, denies, follow }: PlanningParts) {
    this.walk = walk;
    this.viewpoint = viewpoint;
    this.denies = denies;
    this.follow = follow;
  }

  /** Countries are merged, so that lists of root fields need what they are sorted by. */
  get isRegional(): boolean {
    return this.viewpoint.country === null;
  }

  partNumber(): number {
    return this.#parts++;
  }

  /** An alias for a table that is joined. */
  alias(): string {
    return `t${++this.#aliases}`;
  }

  arguments(field: Field, node: FieldNode): ArgumentSet {
    const set = { number: this.sets.length, field, node };
    this.sets.push(set);
    return set;
  }

  list(list: Omit<ListPlan, 'number'>): ListPlan {
    const numbered = { ...list, number: this.lists.length };
    this.lists.push(numbered);
    return numbered;
  }

  /** What sensitive records are read for: the field's `purpose`, if it has one. */
  purpose(set: ArgumentSet | null): Hole {
    return new Hole((request) => sql`${(set && request.given(set.number).purpose) ?? defaultPurpose}`);
  }
}
