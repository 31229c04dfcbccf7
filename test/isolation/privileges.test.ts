/** What the run-time roles may do, read from the catalogue: for every table of every schema and every role. */
import { stepsTable } from '../../src/database/migration-steps';
import type { TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { adminRows } from '../support/admin';
import { AllegedPerpetrator } from '../../src/domain/casework/incident/alleged-perpetrator.entity';
import { erasedWithDraft } from '../../src/domain/casework/case/case.erasure';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { Survivor } from '../../src/domain/casework/survivor/survivor.entity';
import { countryGrants, identityGrants, regionGrants } from '../../src/installation/granted';
import { allThings } from '../../src/model/thing';
import { callableTextFunctions } from '../../src/model/text-function';

const tablePrivileges = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];
const countries = ['za', 'bw', 'mz', 'zw'];
/** What is kept like a country: those, and the region's own place. */
const places = [...countries, 'region'];
const runtimeRoles = ['identity_app', ...places.flatMap((code) => [`${code}_app`, `${code}_region`])];
const owners = ['identity', ...places].map((schema) => `${schema}_owner`);
const ours = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'`;

let api: TestApp;
beforeAll(async () => {
  api = await startApp({ template: 'migrated' });
});
afterAll(() => api?.close());

const rows = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  adminRows<R>(api.database, text, values);

/** What the policy grants, as `role table privilege`; serving also reads which migrations ran. */
function expected(): string[] {
  const country = places.flatMap((code) =>
    (code === 'region' ? regionGrants() : countryGrants()).flatMap(({ table, app, region }) => [
      ...app.map((privilege) => `${code}_app ${code}.${table} ${privilege}`),
      ...region.map((privilege) => `${code}_region ${code}.${table} ${privilege}`),
    ]),
  );
  const identity = identityGrants().flatMap(({ table, app }) =>
    app.map((privilege) => `identity_app identity.${table} ${privilege}`),
  );
  const migrations = ['identity', ...places].map((schema) => `${schema}_app ${schema}.migrations SELECT`);
  return [...country, ...identity, ...migrations].sort();
}

describe('the tables', () => {
  it('give every run-time role what the policy grants, and no other privilege of any kind', async () => {
    const found = await rows<{ grant: string }>(
      `SELECT format('%s %s.%s %s', r.role, n.nspname, c.relname, p.privilege) AS "grant"
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest($1::text[]) AS r(role), unnest($2::text[]) AS p(privilege)
        WHERE ${ours} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege(r.role, c.oid, p.privilege)`,
      [runtimeRoles, tablePrivileges],
    );
    expect(found.map((row) => row.grant).sort()).toEqual(expected());
  });

  it('are none that the policy does not know', async () => {
    const found = await rows<{ name: string }>(
      `SELECT format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE ${ours} AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    );
    const known = [
      ...places.flatMap((code) => [
        ...countryGrants().map(({ table }) => `${code}.${table}`),
        `${code}.migrations`,
        `${code}_keys.data_key`,
        `${code}.${stepsTable}`,
      ]),
      ...identityGrants().map(({ table }) => `identity.${table}`),
      'identity.migrations',
      `identity.${stepsTable}`,
    ];
    expect(found.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it('have no grant on a column, none to everybody, and none that may be passed on', async () => {
    const columns = await rows(
      `SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE ${ours} AND a.attacl IS NOT NULL`,
    );
    const loose = await rows(
      `SELECT c.oid::regclass, a.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
        WHERE ${ours} AND a.grantee <> c.relowner AND (a.grantee = 0 OR a.is_grantable)`,
    );
    expect([columns, loose]).toEqual([[], []]);
  });

  it('of the system are written by no run-time role, nor read where they hold secrets or statistics', async () => {
    const found = await rows<{ what: string }>(
      `SELECT format('%s %s %s', r.role, c.oid::regclass, p.privilege) AS what
         FROM pg_class c, unnest($1::text[]) AS r(role), unnest($2::text[]) AS p(privilege)
        WHERE c.relnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AND c.relkind IN ('r', 'v', 'm')
          AND c.oid <> 'pg_settings'::regclass AND has_table_privilege(r.role, c.oid, p.privilege)
          AND (p.privilege <> 'SELECT' OR c.relname IN ('pg_authid', 'pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject',
               'pg_user_mapping', 'pg_shadow', 'pg_hba_file_rules', 'pg_file_settings', 'pg_subscription', 'pg_class'))`,
      [runtimeRoles, tablePrivileges],
    );
    expect(found.map(({ what }) => what)).toEqual([]);
  });
});

test('everything that hangs on a case goes with a draft, but for what a draft cannot have', () => {
  const aggregate = new Set([Case, Survivor, Incident, AllegedPerpetrator] as object[]);
  const hanging = [...allThings.values()].filter(({ links, target }) =>
    [...links.values()].some(
      (link) => link.kind === 'one' && link.foreign === 'id' && aggregate.has(link.target().target) && target !== Case,
    ),
  );
  const staying = hanging.filter(({ target }) => !erasedWithDraft.has(target)).map(({ name }) => name);
  // Of a registered case alone; or an alert, which came before; or who read of it and took access, which is looked at afterwards.
  const ofRegistered = [
    ...['CaseTransfer', 'Complaint', 'ComplaintIdentity', 'ComplaintNote', 'ComplaintWish'],
    ...[
      'FollowUp',
      'FollowUpDue',
      'Referral',
      'ReferralIncident',
      'ServiceDelivery',
      'ServiceRecord',
      'ServiceSession',
    ],
  ];
  const outliving = ['AccessGrant', 'AccessLogEntry', 'EmergencyAlert'];
  expect(staying.sort()).toEqual([...outliving, ...ofRegistered].sort());
});

describe('the roles', () => {
  it('that can log in are the run-time roles and the administrator', async () => {
    const found = await rows<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles WHERE rolcanlogin AND NOT rolsuper AND rolname ~ '^(identity|za|bw|mz|zw|region)_'`,
    );
    expect(found.map(({ name }) => name).filter((name) => !runtimeRoles.includes(name))).toEqual([]);
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(runtimeRoles));
  });

  it('have no attribute that makes them more than themselves, and no membership', async () => {
    const traits = await rows(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)
          AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication OR rolinherit)`,
      [[...runtimeRoles, ...owners]],
    );
    const memberships = await rows(
      `SELECT m.member::regrole, m.roleid::regrole FROM pg_auth_members m
        WHERE m.member::regrole::text = ANY ($1) OR m.roleid::regrole::text = ANY ($1)`,
      [[...runtimeRoles, ...owners]],
    );
    const logins = await rows(`SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND rolcanlogin`, [owners]);
    expect([traits, memberships, logins]).toEqual([[], [], []]);
  });

  it('own nothing at all', async () => {
    const owned = await rows(
      `SELECT classid::regclass, objid, refobjid::regrole FROM pg_shdepend WHERE deptype = 'o' AND refobjid::regrole::text = ANY ($1)`,
      [runtimeRoles],
    );
    expect(owned).toEqual([]);
  });

  it('use their own schema and create nowhere', async () => {
    const found = await rows<{ what: string }>(
      `SELECT format('%s %s %s', r.role, n.nspname, p.privilege) AS what
         FROM pg_namespace n, unnest($1::text[]) AS r(role), unnest(ARRAY['USAGE', 'CREATE']) AS p(privilege)
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND has_schema_privilege(r.role, n.oid, p.privilege)`,
      [runtimeRoles],
    );
    expect(found.map(({ what }) => what).sort()).toEqual(
      runtimeRoles.map((role) => `${role} ${role.split('_')[0]} USAGE`).sort(),
    );
    const inCatalogue = await rows(
      `SELECT r.role FROM unnest($1::text[]) AS r(role) WHERE has_schema_privilege(r.role, 'pg_catalog', 'CREATE')
          OR has_schema_privilege(r.role, 'information_schema', 'CREATE')`,
      [runtimeRoles],
    );
    expect(inCatalogue).toEqual([]);
  });

  it('may connect to the database and neither create nor use temporary tables in it', async () => {
    const found = await rows<{ what: string }>(
      `SELECT format('%s %s', r.role, p.privilege) AS what FROM unnest($1::text[]) AS r(role), unnest(ARRAY['CONNECT', 'CREATE', 'TEMPORARY']) AS p(privilege)
        WHERE has_database_privilege(r.role, current_database(), p.privilege)`,
      [runtimeRoles],
    );
    expect(found.map(({ what }) => what).sort()).toEqual(runtimeRoles.map((role) => `${role} CONNECT`).sort());
  });

  it('have their search path, their time limits and no just-in-time compilation set', async () => {
    const found = await rows<{ role: string; config: string[] }>(
      'SELECT rolname AS role, rolconfig AS config FROM pg_roles WHERE rolname = ANY ($1)',
      [runtimeRoles],
    );
    expect(found).toHaveLength(runtimeRoles.length);
    for (const { role, config } of found) {
      const settings = new Map(config.map((entry) => entry.split('=') as [string, string]));
      expect([role, settings.get('search_path'), settings.get('jit')]).toEqual([role, role.split('_')[0], 'off']);
      for (const limit of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) {
        expect([role, limit, Number.parseInt(settings.get(limit) ?? '0')]).toEqual([role, limit, expect.any(Number)]);
        expect(Number.parseInt(settings.get(limit) ?? '0')).toBeGreaterThan(0);
      }
    }
  });
});

describe('the database', () => {
  it('holds one function in each country that runs with the rights of its owner, and those that say how a text is searched, by this version and the one before', async () => {
    const found = await rows<{ what: string; settings: string[] | null; definer: boolean }>(
      `SELECT format('%s of %s for %s', p.oid::regprocedure, p.proowner::regrole, (SELECT string_agg(
                coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC') || CASE WHEN a.is_grantable THEN '*' ELSE '' END,
                ' ' ORDER BY a.grantee = p.proowner DESC, a.grantee::regrole::text) FROM aclexplode(p.proacl) a)) AS what, p.proconfig AS settings, p.prosecdef AS definer
         FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef OR ${ours}`,
    );
    const check = (code: string): string =>
      `${code}.session_stands(uuid,uuid,text,text,text,uuid) of identity_owner for identity_owner ${code}_app ${code}_region`;
    const searched = (code: string): string[] =>
      callableTextFunctions.map(
        (name) => `${code}.${name} of ${code}_owner for ${code}_owner ${code}_app ${code}_region`,
      );
    const expected = places.flatMap((code) => [check(code), ...searched(code)]);
    expect(found.map(({ what }) => what).sort()).toEqual(expected.sort());
    for (const { what, settings, definer } of found) {
      expect([what, definer]).toEqual([what, what.includes('session_stands')]);
      if (definer) expect(settings).toEqual(['search_path=pg_catalog, pg_temp']);
    }
  });

  it('has no extension, foreign server, language or event trigger beyond what PostgreSQL comes with', async () => {
    const found = await rows<{ name: string }>(
      `SELECT extname AS name FROM pg_extension UNION ALL SELECT srvname FROM pg_foreign_server
        UNION ALL SELECT evtname FROM pg_event_trigger UNION ALL SELECT lanname FROM pg_language WHERE lanname NOT IN ('internal', 'c', 'sql', 'plpgsql')`,
    );
    expect(found.map(({ name }) => name)).toEqual(['plpgsql']);
  });

  it('keeps synchronous_commit on for every role', async () => {
    const found = await rows(
      `SELECT setconfig FROM pg_db_role_setting WHERE setconfig::text ~ 'synchronous_commit|fsync'`,
    );
    expect(found).toEqual([]);
  });
});
