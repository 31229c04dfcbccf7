/** Links that open a page once. Who has the database has none of them: only the hash of what stands in the address is kept. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'one_time_link' })
export class OneTimeLink {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** Which page it opens: the first part of its path. */
  @Column('text')
  kind: string;

  @Column('uuid', { name: 'record_id' })
  recordId: string;

  @Column('timestamp with time zone', { name: 'expires_at' })
  expiresAt: string;

  /** Whose answer is on its way: nobody else has it meanwhile. */
  @Column('uuid', { name: 'lease_id', nullable: true })
  leaseId: string | null;

  /** An answer that never came to its end, nor broke off, keeps it no longer than this. */
  @Column('timestamp with time zone', { name: 'leased_until', nullable: true })
  leasedUntil: string | null;

  /** When its page was delivered. */
  @Column('timestamp with time zone', { name: 'used_at', nullable: true })
  usedAt: string | null;
}
