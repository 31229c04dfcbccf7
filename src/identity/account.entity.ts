/** An account: who may sign in, in which role, for which country and organisation. */
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { locales, type Locale } from '../base/locale';
import { isOfRegion } from '../policy/rights';
import { roles, type Role } from '../policy/role';
import { CountryEntry } from './country.entity';
import { oneOf } from './one-of';

export const accountStatuses = ['ACTIVE', 'DISABLED'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

@Entity('account')
@Index('account_staff_due', ['country'], { where: 'staff_due' })
@Check(`email = lower(email)`)
@Check(oneOf('role', roles))
@Check(`(country IS NULL) = (${oneOf('role', roles.filter(isOfRegion))})`)
@Check(oneOf('locale', locales))
@Check(oneOf('status', accountStatuses))
export class Account {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id: string;

  /** Lower-cased; what one signs in with. */
  @Index('account_email', { unique: true })
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  /** Argon2id, PHC string. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  /** Set while the password is a generated one: until then it opens nothing but its own replacement, after that nothing. */
  @Column('timestamptz', { name: 'one_time_password_until', nullable: true })
  oneTimePasswordUntil: string | null;

  @Column('text')
  role: Role;

  /** Null for the region's accounts. */
  @Column('text', { nullable: true })
  country: string | null;

  @ManyToOne(() => CountryEntry, { nullable: true })
  @JoinColumn({ name: 'country', foreignKeyConstraintName: 'account_country_fkey' })
  countryEntry?: CountryEntry;

  /** The organisation's id in the country's schema; no foreign key can reach across. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text', { default: 'en' })
  locale: Locale;

  @Column('text', { default: 'ACTIVE' })
  status: AccountStatus;

  /** Role, organisation or status changed, and its colleague in the country's database may not say so yet. */
  @Column('boolean', { name: 'staff_due', default: false })
  staffDue: boolean;

  /**
   * It was named to a case of another organisation since it has its role. It opens nothing: what it is named to stands in
   * the country. Accounts that it does not hold for, nearly all, need not be asked.
   */
  @Column('boolean', { name: 'named_elsewhere', default: false })
  namedElsewhere: boolean;

  /** A published account of the demo data, with a published password: production refuses to start with one. */
  @Column('boolean', { default: false })
  demo: boolean;

  /** The second factor's secret, sealed. */
  @Column('text', { name: 'totp_secret', nullable: true })
  totpSecret: string | null;

  /** A secret that was shown and is not confirmed yet, sealed; the one in use stays until then. */
  @Column('text', { name: 'totp_pending', nullable: true })
  totpPending: string | null;

  /** Time step of the last code used: it and earlier ones are spent. */
  @Column('bigint', { name: 'totp_last_counter', nullable: true })
  totpLastCounter: number | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: string;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: string;
}
