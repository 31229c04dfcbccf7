/** Of which rows: what each demo account lists is what SQL written by hand from the domain model says, row by row. */
import { accountOf } from '../support/access-matrix';
import { adminRows, HeldAdmin } from '../support/admin';
import type { TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { listAll, readGlobalId, tableNamed } from '../support/records';
import { rowScopes } from '../support/row-scope-oracle';
import { walkedThings, type WalkedThing } from '../support/walk';

let api: TestApp;
let admin: HeldAdmin;
beforeAll(async () => {
  api = await startApp();
  admin = new HeldAdmin(api.database);
  for (const country of ['za', 'mz']) await mixScopes(country);
  for (const [account, country] of readers) {
    await (await api.as(account, country)).query('{ safeContacts(first: 3) { edges { node { id } } } }'); // for the access log
  }
});
afterAll(async () => {
  await admin?.end();
  await api?.close();
});

/**
 * What the demo data have none of: referrals to an organisation that manages cases itself, a deputy whose time it is, one
 * whose time is over, a colleague who is named to restricted cases, reviewers who reported a breach, and supervisors who are named to cases of another organisation.
 */
async function mixScopes(country: string): Promise<void> {
  const manager = await personOf(`case-manager-2@${country}.demo`);
  const peer = await personOf(`field-worker@${country}.demo`);
  const provider = await personOf(`service-provider@${country}.demo`);
  const rows = (text: string, values: unknown[]): Promise<{ id: string }[]> => admin.rows(text, values, country);
  const sent = await rows(
    `UPDATE referral SET to_organisation_id = $1 WHERE to_organisation_id = $2 AND from_organisation_id <> $1
       AND ('x' || substr(md5(id::text), 1, 2))::bit(8)::int % 2 = 0 RETURNING id`,
    [manager.organisation_id, provider.organisation_id],
  );
  for (const kept of ['service_record', 'service_session', 'service_delivery'])
    await rows(`UPDATE ${kept} SET provider_id = $1 WHERE referral_id = ANY($2)`, [
      manager.organisation_id,
      sent.map(({ id }) => id),
    ]);
  // What waits there is derived with the referral, which is written past the API here.
  await rows('UPDATE work_item SET organisation_id = $1 WHERE record_id = ANY($2) AND case_id IS NULL', [
    manager.organisation_id,
    sent.map(({ id }) => id),
  ]);
  expect(sent.length).toBeGreaterThan(5);
  const absent = await rows(
    `SELECT s.id FROM staff_member s WHERE s.organisation_id = $1 AND s.id <> $2
       AND EXISTS (SELECT FROM "case" c WHERE c.owner_id = s.id) ORDER BY s.id LIMIT 2`,
    [peer.organisation_id, peer.id],
  );
  for (const [nth, { id }] of absent.entries())
    await rows(
      `INSERT INTO deputyship (id, version, created_at, updated_at, organisation_id, absent_id, deputy_id, starts_at, ends_at)
       VALUES (gen_random_uuid(), 1, now(), now(), $1, $2, $3, now() - interval '3 days', now() + $4::int * interval '1 day')`,
      [peer.organisation_id, id, peer.id, nth === 0 ? 3 : -1],
    );
  await rows(
    `INSERT INTO case_member (id, version, created_at, updated_at, case_id, member_id)
     SELECT gen_random_uuid(), 1, now(), now(), c.id, $2 FROM "case" c WHERE c.organisation_id = $1 AND c.restricted_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM case_member m WHERE m.case_id = c.id AND m.member_id = $2)
       AND NOT EXISTS (SELECT FROM accused_colleague x WHERE x.case_id = c.id AND x.accused_id = $2) ORDER BY c.id LIMIT 3`,
    [peer.organisation_id, peer.id],
  );
  const supervisor = await personOf(`supervisor@${country}.demo`);
  const own = await rows(
    `UPDATE conduct_breach SET created_by_id = $1 WHERE id IN (SELECT b.id FROM conduct_breach b
       JOIN member_association a ON a.id = b.association_id JOIN platform_reviewer r ON r.platform_id = a.platform_id
       WHERE r.member_id = $1 ORDER BY b.id LIMIT 3) RETURNING id`,
    [supervisor.id],
  );
  expect(own.length).toBe(3);
  const [theirs] = await rows(
    `SELECT id FROM staff_member WHERE organisation_id = $1 AND role = 'SUPERVISOR' AND active ORDER BY id LIMIT 1`,
    [manager.organisation_id],
  );
  await nameElsewhere(country, supervisor.id, manager.organisation_id);
  await nameElsewhere(country, theirs!.id, supervisor.organisation_id);
}

/** Names a supervisor to some cases of another organisation. */
async function nameElsewhere(country: string, id: string, organisationId: string | null): Promise<void> {
  const rows = (text: string, values: unknown[]): Promise<{ id: string }[]> => admin.rows(text, values, country);
  const named = await rows(
    `UPDATE "case" SET outside_supervisor_id = $1, restricted_at = coalesce(restricted_at, now()),
       restriction_reason = coalesce(restriction_reason, 'OTHER')
     WHERE id IN (SELECT c.id FROM "case" c WHERE c.organisation_id = $2
       AND NOT EXISTS (SELECT FROM accused_colleague x WHERE x.case_id = c.id AND x.accused_id = $1)
       ORDER BY c.restricted_at, md5(c.id::text) LIMIT 12) RETURNING id`,
    [id, organisationId],
  );
  expect(named.length).toBe(12);
  await rows(
    `INSERT INTO case_member (id, version, created_at, updated_at, case_id, member_id)
     SELECT gen_random_uuid(), 1, now(), now(), c, $2 FROM unnest($1::uuid[]) c`,
    [named.map((one) => one.id), id],
  );
  await admin.rows('UPDATE identity.account SET named_elsewhere = true WHERE id = $1', [id]);
}

const things = [...walkedThings().values()];
const inCountry = [
  'field-worker',
  'case-manager',
  'case-manager-2',
  'supervisor',
  'partner-admin',
  'me-officer',
  'service-provider',
  'privacy-officer',
];
const accounts: [string, string][] = [
  ...['za', 'mz'].flatMap((country) => inCountry.map((account): [string, string] => [account, country])),
  ...['secretariat', 'analyst', 'operator'].map((account): [string, string] => [account, 'region']),
];
const readers = accounts.filter(([account]) =>
  ['field-worker', 'case-manager', 'case-manager-2', 'supervisor'].includes(account),
);

it('the oracle speaks of every thing of the schema', () => {
  expect(Object.keys(rowScopes).sort()).toEqual(things.map(({ name }) => name).sort());
});

interface Person {
  readonly id: string;
  readonly organisation_id: string | null;
}

async function personOf(email: string): Promise<Person> {
  const [found] = await admin.rows<Person>('SELECT id, organisation_id FROM identity.account WHERE email = $1', [
    email,
  ]);
  if (!found) throw new Error(`${email} has no account`);
  return found;
}

/** The ids that the oracle names in one country; unqualified names are that country's. */
async function expectedIn(country: string, thing: WalkedThing, role: string, person: Person): Promise<string[]> {
  const condition = rowScopes[thing.name]?.[role];
  if (condition === undefined) return [];
  const text = `SELECT id FROM "${tableNamed(thing.name)}" WHERE ${condition}`;
  const rows = await admin.rows<{ id: string }>(text, [person.id, person.organisation_id], country.toLowerCase());
  return rows.map(({ id }) => `${country.toUpperCase()} ${id}`);
}

describe.each(accounts)('%s of %s', (account, country) => {
  const role = account.replace(/-\d$/, '').toUpperCase().replaceAll('-', '_');
  const countries = country === 'region' ? ['bw', 'mz', 'za', 'zw', 'region'] : [country];

  it.each(things.map((thing) => [thing.plural, thing] as const))('%s', async (_name, thing) => {
    const client = await api.as(account, country);
    const person = await personOf(`${account}@${country}.demo`);
    const shown = await listAll(client, thing);
    const expected = (await Promise.all(countries.map((one) => expectedIn(one, thing, role, person)))).flat();
    expect(shown === null).toBe(rowScopes[thing.name]?.[role] === undefined);
    const ids = (shown ?? []).map(({ id }) => readGlobalId(id)).map((id) => `${id.country} ${id.uuid}`);
    expect(ids.sort()).toEqual(expected.sort());
    if (shown === null || !thing.total) return;
    const { data } = await client.query(`{ ${thing.plural} { totalCount } }`);
    expect(data[thing.plural].totalCount).toBe(expected.length);
  });
});

it('the demo data makes the scopes differ: no account of ZA sees nothing or everything of what is scoped', async () => {
  const counts = await adminRows<{ cases: number; referrals: number }>(
    api.database,
    'SELECT (SELECT count(*) FROM za."case")::int AS cases, (SELECT count(*) FROM za.referral)::int AS referrals',
  );
  for (const [account, field, total] of [
    ['field-worker', 'cases', counts[0]?.cases],
    ['case-manager', 'cases', counts[0]?.cases],
    ['case-manager-2', 'cases', counts[0]?.cases],
    ['service-provider', 'referrals', counts[0]?.referrals],
    ['service-provider', 'survivors', counts[0]?.cases],
    ['field-worker', 'referrals', counts[0]?.referrals],
  ] as const) {
    const { data } = await (await api.as(account, 'za')).query(`{ ${field} { totalCount } }`);
    expect([account, field, data[field].totalCount > 0 && data[field].totalCount < (total ?? 0)]).toEqual([
      account,
      field,
      true,
    ]);
  }
});

it('of what a case manager sees through the organisation, the identities are only those of the own cases', async () => {
  const client = await api.as(accountOf('CASE_MANAGER'), 'za');
  const { data } = await client.query(
    '{ survivors { totalCount } survivorIdentities { totalCount } cases { totalCount } }',
  );
  expect(data.survivorIdentities.totalCount).toBeGreaterThan(0);
  expect(data.survivorIdentities.totalCount).toBeLessThan(data.survivors.totalCount as number);
});
