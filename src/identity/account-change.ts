/** What an account may do is changed here first: from then on it counts, and the colleague in the country follows. */
import type { Pool } from 'pg';
import type { AccountChange, Accounts, AskedFrom } from '../base/accounts';
import type { CountryCode } from '../base/countries';
import type { Role } from '../base/names';
import { transaction } from './database';
import type { Sessions } from './sessions';
import type { SignInEventKind } from './sign-in-event.entity';
import type { Trail } from './trail';

/** An account whose colleague may not say yet what it may do. */
export interface Due {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly active: boolean;
}

const DUE = `
  SELECT id, role, organisation_id AS "organisationId", status = 'ACTIVE' AS active
  FROM account WHERE country = $1 AND staff_due ORDER BY id`;

/** Not where it changed once more meanwhile. */
const FOLLOWED = `
  UPDATE account a SET staff_due = false
  FROM jsonb_to_recordset($1::jsonb) AS d(id uuid, role text, "organisationId" uuid, active boolean)
  WHERE a.id = d.id AND a.role = d.role AND a.organisation_id IS NOT DISTINCT FROM d."organisationId"
    AND (a.status = 'ACTIVE') = d.active`;

const CHANGE = `
  UPDATE account SET role = coalesce($3, role), status = coalesce($4, status), staff_due = true, updated_at = now(),
    organisation_id = CASE WHEN $5 THEN $6::uuid ELSE organisation_id END,
    named_elsewhere = named_elsewhere AND $3::text IS NULL AND NOT $5
  WHERE id = $1 AND country = $2`;

const NAME = `
  UPDATE account SET named_elsewhere = true, updated_at = now()
  WHERE id = $1 AND country = $2 AND NOT named_elsewhere`;

export class AccountChanges implements Accounts {
  constructor(
    private readonly pool: Pool,
    private readonly sessions: Sessions,
    private readonly trail: Trail,
  ) {}

  async change(country: CountryCode, accountId: string, change: AccountChange, from: AskedFrom): Promise<void> {
    const { role, organisationId, active } = change;
    const status = active === undefined ? null : active ? 'ACTIVE' : 'DISABLED';
    const moved = organisationId !== undefined;
    await transaction(this.pool, async (client) => {
      await client.query(CHANGE, [accountId, country, role ?? null, status, moved, organisationId ?? null]);
      await this.sessions.endAll(client, accountId, active === false ? 'ACCOUNT_DISABLED' : 'RIGHTS_CHANGED');
      await this.trail.write(client, kindOf(active), { accountId }, from);
    });
  }

  async nameElsewhere(country: CountryCode, accountId: string, from: AskedFrom): Promise<void> {
    await transaction(this.pool, async (client) => {
      const { rowCount } = await client.query(NAME, [accountId, country]);
      if (rowCount === 0) return;
      await this.sessions.endAll(client, accountId, 'RIGHTS_CHANGED');
      await this.trail.write(client, 'RIGHTS_CHANGED', { accountId }, from);
    });
  }

  /** Accounts of a country whose colleagues may not say yet what they may do. */
  async due(country: CountryCode): Promise<readonly Due[]> {
    return (await this.pool.query<Due>(DUE, [country])).rows;
  }

  /** Their colleagues say it now. */
  async followed(due: readonly Due[]): Promise<void> {
    await this.pool.query(FOLLOWED, [JSON.stringify(due)]);
  }
}

const kindOf = (active: boolean | undefined): SignInEventKind =>
  active === undefined ? 'RIGHTS_CHANGED' : active ? 'ACCOUNT_ENABLED' : 'ACCOUNT_DISABLED';
