/**
 * Which row of which file became which record, so that a row is imported once, and an import can be taken back. What a file
 * calls a row, and what stood in it, may tell who somebody is: both stand here as keyed hashes alone.
 */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'imported_row' })
@Index(['organisationId', 'kind', 'reference'], { unique: true })
@Index(['importId', 'row'])
@Index(['recordId'])
export class ImportedRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'import_id' })
  importId: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  kind: string;

  /** Keyed hash of what the file calls the row; of what stands in it where it has no name. */
  @Column('bytea')
  reference: Buffer;

  /** Keyed hash of what stood in it. */
  @Column('bytea')
  digest: Buffer;

  @Column('int')
  row: number;

  /** Type of the record that it became. */
  @Column('text')
  entity: string;

  @Column('uuid', { name: 'record_id' })
  recordId: string;

  /** Everything that was made of it, as `[type, id]` in the order in which that was made; data keys as `DataKey`. */
  @Column('jsonb')
  made: readonly (readonly [string, string])[];

  /** The import was taken back, and this stayed: somebody had worked on what it became. */
  @Column('boolean', { default: false })
  kept: boolean;
}
