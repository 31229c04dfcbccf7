/** A code by which somebody who forgot their password chooses another, once: there is one row while it is good. */
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity';

@Entity('password_reset_code')
export class PasswordResetCode {
  /** A new code takes the place of the one before. */
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'password_reset_code_pkey' })
  accountId: string;

  @OneToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'password_reset_code_account_fkey' })
  account?: Account;

  /** Keyed hash of the code. */
  @Column('text', { name: 'code_hash' })
  codeHash: string;

  /** The administrator's account. No foreign key: it is part of what happened. */
  @Column('uuid', { name: 'issued_by' })
  issuedBy: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: string;
}
