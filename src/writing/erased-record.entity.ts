/** What was erased for good: what holds an entry here can be removed, and nothing else. Nothing of what it was stands here. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { erasedTable } from '../model/erasable';

@Entity({ name: erasedTable })
export class ErasedRecord {
  /** That of the record, or of the data key. */
  @PrimaryColumn('uuid')
  id: string;

  /** Type of the record, or `DataKey`. */
  @Column('text')
  entity: string;

  @Column('timestamp with time zone', { name: 'erased_at' })
  erasedAt: string;
}
