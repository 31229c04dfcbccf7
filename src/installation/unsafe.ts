/** What production refuses to serve with: published accounts, and an address that came with an owner's rights. */
import type { Pool } from 'pg';
import { ConfigError, type Config } from '../base/config';
import type { Countries } from '../base/countries';

/** Throws a ConfigError in production; elsewhere everything is allowed. */
export async function refuseUnsafe(config: Config, identity: Pool, countries: Countries): Promise<void> {
  if (!config.production) return;
  const problems: string[] = [];
  const { rows } = await identity.query<{ demo: number }>('SELECT count(*)::int AS demo FROM account WHERE demo');
  if (rows[0]?.demo) {
    problems.push(
      `The database has ${rows[0].demo} demo accounts, whose password is published: production needs a database without demo data`,
    );
  }
  for (const { key, user, country } of config.database.named) {
    const pool = country ? countries.get(country)?.app : identity;
    if (pool && (await hasOwnerRights(pool, user))) {
      problems.push(ownerNamed(key, user));
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
}

/** The same of one country that was out at the start, or was added since. Throws a ConfigError in production. */
export async function refuseUnsafeCountry({ production, database }: Config, code: string, pool: Pool): Promise<void> {
  if (!production) return;
  for (const { key, user, country } of database.named)
    if (country === code && (await hasOwnerRights(pool, user))) throw new ConfigError([ownerNamed(key, user)]);
}

const ownerNamed = (key: string, user: string): string =>
  `${key} names the user "${user}", who has the rights of an owner: leave user and password out of it`;

/** Whether a user could create, own or grant, itself or by a role that it is a member of. */
async function hasOwnerRights(pool: Pool, user: string): Promise<boolean> {
  const { rows } = await pool.query<{ unsafe: boolean }>(
    `SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls
            OR EXISTS (SELECT FROM pg_roles o WHERE o.rolname ~ '_owner$' AND pg_has_role(r.oid, o.oid, 'MEMBER')) AS unsafe
       FROM pg_roles r WHERE r.rolname = $1`,
    [user],
  );
  return rows[0]?.unsafe ?? false;
}
