/** Looks at the function by which a country's reads ask whether a session stands: is it as `migrate` makes it? */
import { ok, unmigrated, type Finding, type Queryable } from './inspect';
import { identitySchema, loginRoles, ownerRole } from '../database/roles';
import { FIXED_PATH } from '../database/session-check';

/** What `sessionChecks` calls everybody. */
export const PUBLIC = 'PUBLIC';

interface SessionCheck {
  readonly owner: string;
  readonly settings: readonly string[];
  /** Roles that may run it, sorted; its owner is left out. */
  readonly callers: readonly string[];
}

/** The functions of that name in a schema: one, where accounts are in the same database, else none. */
export async function sessionChecks(db: Queryable, schema: string): Promise<readonly SessionCheck[]> {
  const { rows } = await db.query<SessionCheck>(
    `SELECT p.proowner::regrole::text AS owner, coalesce(p.proconfig, '{}') AS settings,
            ARRAY(SELECT DISTINCT CASE g.grantee WHEN 0 THEN '${PUBLIC}' ELSE pg_get_userbyid(g.grantee)::text END
                    FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
                   WHERE g.grantee <> p.proowner ORDER BY 1) AS callers
       FROM pg_proc p WHERE p.pronamespace = to_regnamespace($1) AND p.proname = 'session_stands'`,
    [schema],
  );
  return rows;
}

/** For a country in the database of the accounts. */
export async function inspectSessionCheck(db: Queryable, schema: string): Promise<Finding[]> {
  const found = await sessionChecks(db, schema);
  const [check] = found;
  if (!check || found.length > 1)
    return [
      unmigrated(
        `${schema}: the function session_stands, by which reads ask whether a session stands, is ${check ? 'there more than once' : 'missing'}`,
      ),
    ];
  const callers = [...loginRoles(schema)].sort();
  const faults = [
    check.owner !== ownerRole(identitySchema) && `belongs to ${check.owner}`,
    check.settings.join() !== FIXED_PATH && `runs with the settings ${check.settings.join() || 'of its caller'}`,
    check.callers.join() !== callers.join() && `may be run by ${check.callers.join(', ') || 'nobody'}`,
  ].filter((fault) => fault !== false);
  if (faults.length > 0) return faults.map((fault) => unmigrated(`${schema}: session_stands ${fault}`));
  return [ok(`${schema}: reads ask whether the session stands`)];
}
