/** What a batch of rows is, and what comes of a row. */
import type { RequestContext } from '../../base/context';
import type { ProblemShape } from '../../base/problem';
import type { Made } from '../../writing/row-work';
import type { CountryActor } from '../../writing/work';
import type { KindOfImport } from './import.kinds';
import type { Marking } from './import.marks';
import type { References } from './import.references';

/** A row of a file, ready to be done. */
export interface ImportRow {
  readonly row: number;
  readonly input: Record<string, unknown>;
  /** Keyed hashes, as hexadecimal digits. */
  readonly reference: string;
  readonly digest: string;
}

/** What came of a row. */
export interface Outcome {
  /** It became records, or had before, by this import or by another one; none of them where it was refused. */
  readonly came?: 'made' | 'made before' | 'known';
  readonly problems: readonly ProblemShape[];
  readonly warnings: readonly ProblemShape[];
}

export interface Batch {
  readonly ctx: RequestContext;
  readonly actor: CountryActor;
  readonly importId: string;
  readonly organisationId: string;
  readonly way: KindOfImport;
  readonly references: References;
  readonly marking: Marking;
  readonly dryRun: boolean;
}

/** A row that was done. */
export interface Done {
  readonly id: string;
  readonly made: Made;
  readonly warnings: readonly ProblemShape[];
}
