/** What each idempotency key was used for, so that a retry gets the first answer. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'idempotency_record' })
export class IdempotencyRecord {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text')
  key: string;

  /** Name of the mutation. */
  @Column('text')
  action: string;

  /** Keyed hash of the input: a plain one could be guessed from, and the input may hold what is sealed. */
  @Column('bytea', { name: 'request_hash' })
  requestHash: Buffer;

  /** The payload's record. */
  @Column('uuid', { name: 'result_id', nullable: true })
  resultId: string | null;

  @Column('timestamp with time zone', { name: 'created_at' })
  createdAt: string;
}
