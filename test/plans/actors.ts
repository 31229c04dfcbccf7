/** Who asks: for each role somebody of the organisation with the most rows, and somebody of a middling one. */
import { adminRows } from '../support/admin';
import type { Client, TestApp } from '../support/app';
import type { TestDatabase } from '../support/database';
import { accountOf, isRegional } from '../support/access-matrix';
import { home, matrix, roles } from '../support/policy-actors';

export interface PlanActor {
  readonly role: string;
  /** `most`, `middle`, or `region`. */
  readonly rows: string;
  /** Database role that reads. */
  readonly reader: string;
  readonly client: Client;
}

const schema = home.toLowerCase();

/** Colleagues of a role by how many cases and referrals they reach: their own, then those of their organisation. */
const colleagues = `
  SELECT s.id, s.organisation_id AS organisation
  FROM ${schema}.staff_member s
  LEFT JOIN (SELECT owner_id, count(*) AS n FROM ${schema}."case" GROUP BY 1) own ON own.owner_id = s.id
  LEFT JOIN (SELECT organisation_id, count(*) AS n FROM ${schema}."case" GROUP BY 1) cases USING (organisation_id)
  LEFT JOIN (SELECT to_organisation_id AS organisation_id, count(*) AS n FROM ${schema}.referral GROUP BY 1) referrals
    USING (organisation_id)
  WHERE s.role = $1
  ORDER BY coalesce(own.n, 0) + coalesce(cases.n, referrals.n, 0) DESC, s.id`;

export async function planActors(api: TestApp): Promise<PlanActor[]> {
  const actors: PlanActor[] = [];
  for (const role of roles) {
    if (isRegional(matrix, role)) {
      actors.push({ role, rows: 'region', reader: `${schema}_region`, client: await api.as(accountOf(role)) });
      continue;
    }
    const found = await adminRows<Colleague>(api.database, colleagues, [role]);
    const wanted = new Map(
      [found[0], found[found.length >> 1]].map((one, at) => [one, at === 0 ? 'most' : 'middle'] as const).reverse(),
    );
    for (const [one, rows] of wanted) {
      if (!one) throw new Error(`nobody in ${home} is a ${role}`);
      const [name = ''] = (await accountFor(api.database, role, one)).split('@');
      actors.push({ role, rows, reader: `${schema}_app`, client: await api.as(name, schema) });
    }
  }
  return actors;
}

interface Colleague {
  readonly id: string;
  readonly organisation: string;
}

/** Demo accounts are few; a colleague without one takes the password of its role's. @returns the email to sign in with */
async function accountFor(database: TestDatabase, role: string, { id, organisation }: Colleague): Promise<string> {
  const columns = 'name, password_hash, role, country, locale, status, demo';
  await adminRows(
    database,
    `INSERT INTO identity.account (id, email, organisation_id, created_at, updated_at, ${columns})
     SELECT $1, $2, $3, now(), now(), ${columns} FROM identity.account WHERE email = $4
     ON CONFLICT (id) DO NOTHING`,
    [id, `${id}@${schema}.demo`, organisation, `${accountOf(role)}@${schema}.demo`],
  );
  const [account] = await adminRows<{ email: string }>(database, 'SELECT email FROM identity.account WHERE id = $1', [
    id,
  ]);
  return account?.email ?? '';
}
