/** Bytes that are too many for a field, sealed: that they are kept, and where; and the pieces of those that are kept here. */
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Written before the first byte is kept, and removed after the last is gone: no byte is ever kept that nobody knows of. */
@Entity({ name: 'stored_content' })
export class StoredContent {
  @PrimaryColumn('uuid')
  id: string;

  /** In which store; another may be set by now. */
  @Column('text')
  store: string;

  @CreateDateColumn({ type: 'timestamp with time zone', name: 'started_at' })
  startedAt: string;

  /** When all of it was there; null: it is still coming, or broke off. */
  @Column('timestamp with time zone', { name: 'finished_at', nullable: true })
  finishedAt: string | null;
}

/** Of contents that are kept in the database. */
@Entity({ name: 'content_piece' })
export class ContentPiece {
  @PrimaryColumn('uuid', { name: 'content_id' })
  contentId: string;

  /** Counted from 0. */
  @PrimaryColumn('int')
  number: number;

  @Column('bytea')
  bytes: Buffer;
}
