/**
 * Which record a released row was made of: the country's own, and the region has no right to it. What was released once
 * is not released again, and what is withdrawn is found by it. Whoever a row is about has a number that no other table has.
 */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'released_row' })
@Index(['releaseId'])
export class ReleasedRow {
  /** Id of the case, or of the incident. */
  @PrimaryColumn('uuid', { name: 'record_id' })
  recordId: string;

  @Column('uuid', { name: 'release_id' })
  releaseId: string;

  /** Id of the row that the region reads; null where none is, or is any more. */
  @Column('uuid', { name: 'row_id', nullable: true })
  rowId: string | null;

  /** The same in all rows of a release about one person. */
  @Column('uuid')
  person: string;

  /**
   * Of an incident whose row left with others, until the tables of its period are published: what was told of it. Whoever
   * kept that edition knows of it still. Null of those who withdrew.
   */
  @Column('text', { array: true, nullable: true })
  told: (string | null)[] | null;
}
