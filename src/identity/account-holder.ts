/** An account as the identity code reads it, from whichever statement. */
import type { Locale } from '../base/locale';
import type { Role } from '../base/names';
import type { AccountStatus } from './account.entity';
import type { Db } from './database';

export interface AccountHolder {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null for the region's accounts. */
  readonly country: string | null;
  readonly organisationId: string | null;
  readonly locale: Locale;
  readonly hasSecondFactor: boolean;
}

/** What proves that somebody is the holder. */
export interface Credentials {
  readonly holder: AccountHolder;
  readonly passwordHash: string;
  readonly status: AccountStatus;
  /** The password is a generated one; whether its time has passed. */
  readonly oneTime: 'NO' | 'GOOD' | 'EXPIRED';
  /** Sealed. */
  readonly totpSecret: string | null;
  readonly totpPending: string | null;
}

export interface HolderRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly country: string | null;
  readonly organisation_id: string | null;
  readonly locale: Locale;
  readonly has_second_factor: boolean;
}

interface CredentialsRow extends HolderRow {
  readonly password_hash: string;
  readonly status: AccountStatus;
  readonly one_time: Credentials['oneTime'];
  readonly totp_secret: string | null;
  readonly totp_pending: string | null;
}

/** The columns of `HolderRow`, from `account` under an alias. */
export const holderColumns = (alias: string): string =>
  ['id', 'email', 'name', 'role', 'country', 'organisation_id', 'locale'].map((name) => `${alias}.${name}`).join(', ') +
  `, ${alias}.totp_secret IS NOT NULL AS has_second_factor`;

export const holderOf = (row: HolderRow): AccountHolder => ({
  accountId: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  country: row.country,
  organisationId: row.organisation_id,
  locale: row.locale,
  hasSecondFactor: row.has_second_factor,
});

const CREDENTIALS = `
  SELECT ${holderColumns('a')}, a.password_hash, a.status, a.totp_secret, a.totp_pending,
    CASE WHEN a.one_time_password_until IS NULL THEN 'NO' WHEN a.one_time_password_until > now() THEN 'GOOD'
      ELSE 'EXPIRED' END AS one_time
  FROM account a`;

/** What an account's holder must prove, found by e-mail or by id. */
export async function findCredentials(db: Db, by: 'email' | 'id', value: string): Promise<Credentials | null> {
  const { rows } = await db.query<CredentialsRow>({
    name: `identity.credentials.${by}`,
    text: `${CREDENTIALS} WHERE a.${by} = $1`,
    values: [value],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    holder: holderOf(row),
    passwordHash: row.password_hash,
    status: row.status,
    oneTime: row.one_time,
    totpSecret: row.totp_secret,
    totpPending: row.totp_pending,
  };
}
