/** What a request brought, bound to the lists and arguments of a plan. */
import type { Parameter } from '../base/sql';
import type { BoundList, ListArguments } from './list';

export type Given = Readonly<Record<string, unknown>> & ListArguments;

/** What a statement's holes are filled from: a request, in one country. */
export interface Bound {
  readonly country: string;
  readonly subject: ReadonlyMap<Parameter, unknown>;
  given(set: number): Given;
  list(list: number): BoundList;
  /** UUIDs that a part reads its records by. */
  ids(part: number): readonly string[];
}
