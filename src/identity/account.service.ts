/** Accounts made and mended by an administrator. Nobody ever chooses, or learns, another person's lasting password. */
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Locale } from '../base/locale';
import type { Role } from '../base/names';
import { within, type Db } from './database';
import { normaliseEmail } from './email';
import { hashPassword, oneTimePassword } from './password';
import { dropSecondFactor } from './second-factor';
import type { SessionEnd } from './session.entity';
import type { SignInEventKind } from './sign-in-event.entity';

/** A one-time password that lies about is a way in: it lapses. */
const ONE_TIME_DAYS = 7;

export interface NewAccount {
  /** Made here when not given. */
  readonly id?: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null for the region's accounts. */
  readonly country: string | null;
  readonly organisationId: string | null;
  readonly locale: Locale;
}

/** To be handed over once; its holder must replace it at the first sign-in. */
export interface OneTimePassword {
  readonly accountId: string;
  readonly password: string;
  readonly validDays: number;
}

/** Makes an account. `db` and `owner`, here and below, have the owner's rights on the identity schema. */
export async function createAccount(db: Db, account: NewAccount): Promise<OneTimePassword> {
  const password = oneTimePassword();
  const [accountId = ''] = await insertAccounts(db, [account], { hash: await hashPassword(password), demo: false });
  return { accountId, password, validDays: ONE_TIME_DAYS };
}

/**
 * The accounts of the demo data, all with one published password. They share one hash: a salt of its own
 * protects a secret password's hash, and this password is printed in the README; computing it once keeps seeding fast.
 */
export async function insertDemoAccounts(
  db: Db,
  accounts: readonly NewAccount[],
  demoPassword: string,
): Promise<readonly string[]> {
  return insertAccounts(db, accounts, { hash: await hashPassword(demoPassword), demo: true });
}

/** Gives somebody who lost their password a one-time one, and ends their sessions. Null for an unknown e-mail. */
export async function resetPassword(owner: ClientBase, email: string): Promise<OneTimePassword | null> {
  const password = oneTimePassword();
  const until = `now() + make_interval(days => ${ONE_TIME_DAYS})`;
  const change = `password_hash = $2, one_time_password_until = ${until}`;
  const values = [await hashPassword(password)];
  const accountId = await administer(owner, email, 'PASSWORD_RESET', { change, values, end: 'PASSWORD_CHANGED' });
  return accountId === null ? null : { accountId, password, validDays: ONE_TIME_DAYS };
}

/** For somebody who lost both device and recovery codes, and whom the administrator knows by other means. */
export async function removeSecondFactor(owner: ClientBase, email: string): Promise<boolean> {
  const then = (accountId: string): Promise<void> => dropSecondFactor(owner, accountId);
  return (await administer(owner, email, 'SECOND_FACTOR_REMOVED', { change: 'totp_pending = NULL', then })) !== null;
}

/** The next request that could see the colleague in the country has it say the same first (`following.ts`). */
const telling = 'staff_due = country IS NOT NULL';

/** Disables an account: its sessions end, and nothing opens new ones. False for an unknown e-mail. */
export async function disableAccount(owner: ClientBase, email: string): Promise<boolean> {
  const change = `status = 'DISABLED', ${telling}`;
  return (await administer(owner, email, 'ACCOUNT_DISABLED', { change, end: 'ACCOUNT_DISABLED' })) !== null;
}

/** Lets a disabled account sign in again. False for an unknown e-mail. */
export async function enableAccount(owner: ClientBase, email: string): Promise<boolean> {
  return (await administer(owner, email, 'ACCOUNT_ENABLED', { change: `status = 'ACTIVE', ${telling}` })) !== null;
}

interface Change {
  /** This file's own SQL; its values begin at `$2`. */
  readonly change: string;
  readonly values?: readonly unknown[];
  /** Why the account's sessions end, if they do. */
  readonly end?: SessionEnd;
  readonly then?: (accountId: string) => Promise<void>;
}

/** Changes an account, ends its sessions where that is called for, and writes the trail: all or nothing. */
async function administer(
  owner: ClientBase,
  email: string,
  kind: SignInEventKind,
  { change, values = [], end, then }: Change,
): Promise<string | null> {
  return within(owner, async () => {
    const { rows } = await owner.query<{ id: string }>(
      `UPDATE account SET ${change}, updated_at = now() WHERE email = $1 RETURNING id`,
      [normaliseEmail(email) ?? '', ...values],
    );
    const accountId = rows[0]?.id;
    if (accountId === undefined) return null;
    if (end) {
      await owner.query(
        'UPDATE session SET revoked_at = now(), revoked_because = $2 WHERE account_id = $1 AND revoked_at IS NULL',
        [accountId, end],
      );
    }
    await then?.(accountId);
    await owner.query(
      `INSERT INTO sign_in_event (kind, account_id, address, request_id) VALUES ($1, $2, 'administrator', 'handsoff')`,
      [kind, accountId],
    );
    return accountId;
  });
}

const INSERT = `
  WITH made AS (
    INSERT INTO account
      (id, email, name, role, country, organisation_id, locale, password_hash, demo, one_time_password_until)
    SELECT t.id, t.email, t.name, t.role, t.country, t.organisation_id, t.locale, $8, $9,
      CASE WHEN $9 THEN NULL ELSE now() + make_interval(days => ${ONE_TIME_DAYS}) END
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[])
      AS t (id, email, name, role, country, organisation_id, locale)
    RETURNING id)
  INSERT INTO sign_in_event (kind, account_id, address, request_id)
  SELECT 'ACCOUNT_CREATED', id, 'administrator', 'handsoff' FROM made`;

/** A demo password is the one to keep; any other that is set here is good once. */
async function insertAccounts(
  db: Db,
  accounts: readonly NewAccount[],
  { hash, demo }: { readonly hash: string; readonly demo: boolean },
): Promise<readonly string[]> {
  const ids = accounts.map(({ id }) => id ?? randomUUID());
  await db.query(INSERT, [
    ids,
    accounts.map(({ email }) => validEmail(email)),
    accounts.map(({ name }) => name),
    accounts.map(({ role }) => role),
    accounts.map(({ country }) => country),
    accounts.map(({ organisationId }) => organisationId),
    accounts.map(({ locale }) => locale),
    hash,
    demo,
  ]);
  return ids;
}

function validEmail(email: string): string {
  const normal = normaliseEmail(email);
  if (normal === null) throw new Error(`Not an e-mail address: ${email}`);
  return normal;
}
