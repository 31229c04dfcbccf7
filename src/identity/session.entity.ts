/** A session: one sign-in on one device, kept alive by refresh tokens of one family. */
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from './account.entity';
import { oneOf } from './one-of';

export const sessionEnds = [
  'SIGNED_OUT',
  'TOKEN_REUSED',
  'PASSWORD_CHANGED',
  'ACCOUNT_DISABLED',
  'RIGHTS_CHANGED',
] as const;
export type SessionEnd = (typeof sessionEnds)[number];

@Entity('session')
@Check(oneOf('revoked_because', sessionEnds))
@Check(`(revoked_at IS NULL) = (revoked_because IS NULL)`)
export class Session {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @Index('session_account_id')
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'session_account_fkey' })
  account?: Account;

  /** First half of every refresh token of the session, so that any spent one is recognised, however old. */
  @Index('session_family', { unique: true })
  @Column('uuid')
  family: string;

  /** SHA-256 of the secret half of the one refresh token that is good. */
  @Column('bytea', { name: 'refresh_hash' })
  refreshHash: Buffer;

  /** The same of the one before, for as long as it may be shown again. */
  @Column('bytea', { name: 'previous_hash', nullable: true })
  previousHash: Buffer | null;

  @Column('timestamptz', { name: 'rotated_at', nullable: true })
  rotatedAt: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: string;

  @Column('timestamptz', { name: 'last_used_at', default: () => 'now()' })
  lastUsedAt: string;

  /** Moves on with each refresh, never past `endsAt`. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: string;

  /** The absolute end. */
  @Column('timestamptz', { name: 'ends_at' })
  endsAt: string;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: string | null;

  @Column('text', { name: 'revoked_because', nullable: true })
  revokedBecause: SessionEnd | null;
}
