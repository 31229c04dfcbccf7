/** The audit trail of accounts and signing in: append-only, without passwords, tokens or the e-mail addresses of strangers. */
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from './one-of';

export const signInEvents = [
  'SIGNED_IN',
  'PASSWORD_WRONG',
  'PASSWORD_EXPIRED',
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_INACTIVE',
  'SECOND_FACTOR_MISSING',
  'SECOND_FACTOR_WRONG',
  'PASSWORD_CHANGE_PENDING',
  'LOCKED_OUT',
  'SIGNED_OUT',
  'TOKEN_REUSED',
  'PASSWORD_CHANGED',
  'SECOND_FACTOR_ENROLLED',
  'SECOND_FACTOR_REMOVED',
  'ACCOUNT_CREATED',
  'ACCOUNT_DISABLED',
  'ACCOUNT_ENABLED',
  'PASSWORD_RESET',
  'RIGHTS_CHANGED',
  'RESET_CODE_ISSUED',
  'RESET_CODE_WRONG',
] as const;
export type SignInEventKind = (typeof signInEvents)[number];

@Entity('sign_in_event')
@Check(oneOf('kind', signInEvents))
export class SignInEvent {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'sign_in_event_pkey' })
  id: string;

  @Index('sign_in_event_at')
  @Column('timestamptz', { default: () => 'now()' })
  at: string;

  @Column('text')
  kind: SignInEventKind;

  /** Null when no account has that e-mail. No foreign key: the trail outlives the account. */
  @Index('sign_in_event_account_id')
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** Keyed hash of the e-mail that was tried, so that attempts on one address can be counted together. */
  @Column('text', { nullable: true })
  subject: string | null;

  /** Network address; `administrator` for what was done by command. */
  @Column('text')
  address: string;

  @Column('text', { name: 'request_id' })
  requestId: string;
}
