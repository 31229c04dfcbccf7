/** Counts attempts to sign in, per account and per address. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('sign_in_throttle')
export class SignInThrottle {
  /** Keyed hash of the e-mail or the network address: neither stands here in clear. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_throttle_pkey' })
  key: string;

  @Column('integer')
  attempts: number;

  /** From then on counting starts anew. */
  @Index('sign_in_throttle_resets_at')
  @Column('timestamptz', { name: 'resets_at' })
  resetsAt: string;
}
