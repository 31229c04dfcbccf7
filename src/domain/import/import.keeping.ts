/** Which row became what, so that it is imported once. */
import { sql } from '../../base/sql';
import { newId } from '../../writing/record-id';
import type { Made } from '../../writing/row-work';
import type { Work } from '../../writing/work';
import type { ImportKind } from './import.codes';
import type { KindOfImport } from './import.kinds';
import type { ImportRow } from './import.batch';

/** What is kept of a row, or of somebody in it. */
export interface Kept {
  readonly kind: ImportKind;
  readonly row: number;
  /** Keyed hashes, as hexadecimal digits. */
  readonly reference: string;
  readonly digest: string;
  /** Type of the record. */
  readonly entity: string;
  readonly recordId: string;
  readonly made: Made;
}

export const keptOf = (
  { kind, action }: KindOfImport,
  { row, reference, digest }: ImportRow,
  { id: recordId, made }: { readonly id: string; readonly made: Made },
): Kept => ({ kind, row, reference, digest, entity: action.thing.name, recordId, made });

interface Whose {
  readonly importId: string;
  readonly organisationId: string;
}

export function keep({ importId, organisationId }: Whose, work: Work, kept: readonly Kept[]): void {
  if (kept.length === 0) return;
  const rows = kept.map(({ reference, digest, recordId, ...one }) => ({
    ...{ ...one, id: newId(), import_id: importId, organisation_id: organisationId, record_id: recordId },
    ...{ reference: `\\x${reference}`, digest: `\\x${digest}` },
  }));
  work.write(sql`
    INSERT INTO imported_row (id, import_id, organisation_id, kind, reference, digest, row, entity, record_id, made, kept)
    SELECT *, false FROM json_to_recordset(${JSON.stringify(rows)}::json) AS v(id uuid, import_id uuid,
      organisation_id uuid, kind text, reference bytea, digest bytea, row int, entity text, record_id uuid, made jsonb)`);
}
