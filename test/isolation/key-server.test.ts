/** Data keys on a server of their own: what is read and written, moved, destroyed and restored, and what its absence means. */
import type { Client as PgClient } from 'pg';
import { loadAdminConfig } from '../../src/base/config';
import { asAdmin, asOwner, quote } from '../../src/database/connect';
import { keySchemaOf, schemaOf } from '../../src/database/roles';
import { administrationOf, prepareKeysOf, type Administration } from '../../src/installation/administration';
import { closeDatabase, admit } from '../../src/installation/harden';
import { moveKeys } from '../../src/installation/key-server';
import { rewrap } from '../../src/installation/rewrap';
import { adminRows } from '../support/admin';
import type { Answer, Client, TestApp } from '../support/app';
import { startTestCluster, type TestCluster } from '../support/cluster';
import { freshDatabase, type TestDatabase } from '../support/database';
import { lineTo, type Line } from '../support/line';
import { startApp } from '../support/outside';
import { alertKeysOf } from './alert-keys';
import { call, everything, identityOf, makeMarkedCase, mark, marks, uuidOf, type MarkedCase } from './marked-case';

let data: TestDatabase;
let keys: TestDatabase;
let second: TestCluster & { stop(): Promise<void> };
let line: Line;
let api: TestApp;
let manager: Client;
let administration: Administration;
/** Made while keys stood beside the data, and on their own server. */
let before: MarkedCase;
let after: MarkedCase;

const env = (url: string): Record<string, string> => ({
  DATABASE_KEYS_URL: url,
  DATABASE_ADMIN_URL_KEYS: keys.adminUrl,
  SILENCE_MS: '500',
});

beforeAll(async () => {
  second = await startTestCluster();
  [data, keys] = await Promise.all([freshDatabase('demo'), freshDatabase('empty', second)]);
  const beside = await startApp({ database: data });
  before = await makeMarkedCase(beside);
  await beside.close();
  line = await lineTo(keys);
  const config = loadAdminConfig({ ...data.env, ...env(line.url) });
  administration = administrationOf(config, data.admin);
  for (const code of ['BW', 'MZ', 'ZA', 'ZW', 'REGION']) await prepareKeysOf(administration, code);
  api = await startApp({ database: data, env: env(line.url) });
  manager = await api.as('case-manager', 'za');
  after = await makeMarkedCase(api);
});
afterAll(async () => {
  await line?.close();
  await data?.drop();
  await second?.stop();
});

const read = ({ caseId }: MarkedCase, client = manager): Promise<Answer> => client.query(everything, { id: caseId });
async function expectWhole(story: MarkedCase, client = manager): Promise<void> {
  const { text, errors } = await read(story, client);
  expect(errors).toEqual([]);
  expect(marks.filter((one) => !text.includes(one))).toEqual([]);
}
const keyOf = async ({ identityId }: MarkedCase): Promise<string> => {
  const [row] = await adminRows<{ id: string }>(
    data,
    'SELECT data_key_id AS id FROM za.survivor_identity WHERE id = $1',
    [uuidOf(identityId)],
  );
  return row!.id;
};
const isThere = async (database: TestDatabase, id: string): Promise<boolean> =>
  (await adminRows(database, 'SELECT FROM za_keys.data_key WHERE id = $1', [id])).length === 1;

it('keeps new keys there and not beside the data, and opens what was sealed under either', async () => {
  const [old, made] = [await keyOf(before), await keyOf(after)];
  expect([await isThere(data, old), await isThere(keys, old)]).toEqual([true, false]);
  expect([await isThere(data, made), await isThere(keys, made)]).toEqual([false, true]);
  await expectWhole(before);
  await expectWhole(after);
});

it('writes under keys of either', async () => {
  for (const { survivorId } of [before, after]) {
    const { survivor } = await call<{ survivor: { version: number } }>(
      manager,
      'updateSurvivor',
      { id: survivorId, expectedVersion: await versionOf(survivorId), safeContact: { note: `${mark}-note, changed` } },
      'survivor { version safeContact { note } }',
    );
    expect(JSON.stringify(survivor)).toContain(`${mark}-note, changed`);
  }
});

async function versionOf(id: string): Promise<number> {
  const { data: found } = await manager.query('query ($id: ID!) { survivor(id: $id) { version } }', { id });
  return found.survivor.version as number;
}

it('lets a country’s role look at its own keys, and at nothing else', async () => {
  const { rows } = await asAdmin(keys.admin, (client) =>
    client.query<{ role: string; may: string[] }>(
      `SELECT r.rolname AS role, ARRAY(SELECT n.nspname::text FROM pg_namespace n
          WHERE n.nspname ~ '_keys$' AND has_schema_privilege(r.oid, n.oid, 'USAGE') ORDER BY 1) AS may
         FROM pg_roles r WHERE r.rolname ~ '^[a-z]{2}(_keys)?_(app|region)$' ORDER BY 1`,
    ),
  );
  for (const { role, may } of rows) {
    const own = role.endsWith('_keys_app') ? [role.replace(/_app$/, '')] : [];
    expect([role, may]).toEqual([role, own]);
  }
  expect(rows.map(({ role }) => role)).toEqual(['bw_keys_app', 'mz_keys_app', 'za_keys_app', 'zw_keys_app']);
});

/** As both owners. */
const moving = <T>(work: (from: PgClient, to: PgClient) => Promise<T>): Promise<T> =>
  asOwner(data.admin, schemaOf('ZA'), (from) => asOwner(keys.admin, keySchemaOf('ZA'), (to) => work(from, to)));

it('loses nothing when a move is interrupted between the two servers', async () => {
  const interrupted = moving((from, to) => {
    const query = async (text: string, values: unknown[]): Promise<never> => {
      await to.query(text, values);
      throw new Error('killed');
    };
    return moveKeys(from, { query } as unknown as PgClient);
  });
  await expect(interrupted).rejects.toThrow('killed');
  const old = await keyOf(before);
  expect([await isThere(data, old), await isThere(keys, old)]).toEqual([true, true]);
  await expectWhole(before);
});

it('moves the keys that stand beside the data, while they are read and more are made', async () => {
  let done = false;
  const reader = async (): Promise<void> => {
    do await expectWhole(before);
    while (!done);
  };
  const writer = async (): Promise<MarkedCase[]> => {
    const made: MarkedCase[] = [];
    do made.push(await makeMarkedCase(api));
    while (!done);
    return made;
  };
  const served = Promise.all([writer(), reader(), reader(), reader()]);
  const moved = await moving((from, to) => moveKeys(from, to)).finally(() => (done = true));
  const [made] = await served;
  expect(moved).toBeGreaterThan(50);
  expect(await isThere(keys, await keyOf(before))).toBe(true);
  expect(await adminRows(data, 'SELECT FROM za_keys.data_key')).toEqual([]);
  const again = await startApp({ database: data, env: env(line.url) });
  const client = await again.as('case-manager', 'za');
  for (const story of [before, ...made]) await expectWhole(story, client);
  await again.close();
});

it('brings them under another key of the country', async () => {
  const given = api.config.secrets.countryKeys('ZA') ?? [];
  const newer = { id: 'newer', key: Buffer.alloc(32, 7) };
  const rewrapAs = (all: typeof given): Promise<number> =>
    asOwner(data.admin, schemaOf('ZA'), (owner) =>
      asOwner(keys.admin, keySchemaOf('ZA'), (apart) => rewrap(owner, 'ZA', all, { apart })),
    );
  expect(await rewrapAs([newer, ...given])).toBeGreaterThan(50);
  // Whoever has the old one alone is told, though nothing beside the data says so.
  await expect(rewrapAs(given)).rejects.toThrow(/lacks the key newer/);
  expect(await rewrapAs([...given, newer])).toBeGreaterThan(50);
  await expectWhole(before);
});

it('is said at the start not to be there, where it was never made', async () => {
  const never = await freshDatabase('empty', second);
  const lines: string[] = [];
  const other = await startApp({
    database: data,
    env: { ...env(never.url), LOG_LEVEL: 'error' },
    log: { write: (text) => void lines.push(text) },
  });
  expect(lines.filter((text) => text.includes('The server of the data keys does not serve'))).toHaveLength(5);
  const client = await other.as('case-manager', 'za');
  expect((await client.query('{ cases(first: 1) { totalCount } }')).errors).toEqual([]);
  await other.close();
});

describe('while its server does not answer', () => {
  it('what is sealed is UNAVAILABLE, everything else is there, and it comes back by itself', async () => {
    const other = await startApp({ database: data, env: env(line.url) });
    const client = await other.as('case-manager', 'za');
    await line.cut();
    const { data: found, errors } = await client.query(
      'query ($id: ID!) { case(id: $id) { displayId status survivor { genderIdentity identity { id legalName } } } }',
      { id: before.caseId },
    );
    expect(found.case).toMatchObject({
      status: expect.any(String),
      survivor: { genderIdentity: 'WOMAN', identity: null },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
    const cases = await adminRows(data, 'SELECT FROM za."case"');
    await expect(makeMarkedCase(other)).rejects.toThrow(/UNAVAILABLE/);
    expect(await adminRows(data, 'SELECT FROM za."case"')).toHaveLength(cases.length);
    // What has nothing sealed about it notices nothing.
    expect((await client.query('{ trainings(first: 1) { totalCount } }')).errors).toEqual([]);
    await line.mend();
    for (let tries = 0; tries < 50 && (await read(before, client)).errors.length > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await expectWhole(before, client);
    await other.close();
  });
});

it('opens nothing any more that was sealed under a key which is destroyed, in a restored copy of the data neither', async () => {
  await api.close();
  const gone = [await keyOf(before), ...(await alertKeysOf(data, before))];
  expect(gone).toHaveLength(3);
  const copy = `${data.name}_copy`;
  await asAdmin({ ...data.admin, database: 'postgres' }, async (client) => {
    await client.query(`CREATE DATABASE ${quote(copy)} TEMPLATE ${quote(data.name)} STRATEGY FILE_COPY`);
  });
  const restored = { ...data, name: copy, admin: { ...data.admin, database: copy } };
  restored.env = { ...data.env, DATABASE_URL: data.url.replace(data.name, copy) };
  await asAdmin(restored.admin, async (client) => {
    await closeDatabase(client, true);
    const { rows } = await client.query<{ role: string }>(
      `SELECT rolname AS role FROM pg_roles WHERE rolname ~ '^(identity_app|[a-z]{2}_(app|region))$'`,
    );
    await admit(
      client,
      rows.map(({ role }) => role),
    );
  });
  await adminRows(keys, 'DELETE FROM za_keys.data_key WHERE id = ANY($1::uuid[])', [gone]);
  for (const database of [data, restored]) {
    const app = await startApp({ database, env: env(line.url) });
    const client = await app.as('case-manager', 'za');
    const answer = await read(before, client);
    expect(answer.errors).toEqual([]);
    expect(answer.text).not.toContain(mark);
    expect((await identityOf(client, before)).text).not.toContain(mark);
    await expectWhole(after, client);
    await app.close();
  }
  await asAdmin({ ...data.admin, database: 'postgres' }, (client) =>
    client.query(`DROP DATABASE ${quote(copy)} WITH (FORCE)`),
  );
});

it('destroys the key of a draft that is discarded, as soon as what falls due is looked for', async () => {
  const app = await startApp({ database: data, env: { ...env(line.url), SWEEP_SECONDS: '1' }, listen: true });
  const client = await app.as('case-manager', 'za');
  const draft = {
    draft: true,
    source: 'HELPLINE',
    survivor: { genderIdentity: 'WOMAN', identity: { legalName: mark } },
  };
  const made = 'case { id version survivor { identity { id } } }';
  const { case: record } = await call<{
    case: { id: string; version: number; survivor: { identity: { id: string } } };
  }>(client, 'registerCase', draft, made);
  const key = await keyOf({ identityId: record.survivor.identity.id } as MarkedCase);
  expect(await isThere(keys, key)).toBe(true);
  const discarded = { caseId: record.id, expectedVersion: record.version };
  await call(client, 'discardCase', discarded, 'erasure { id }');
  for (let wait = 0; wait < 100 && (await isThere(keys, key)); wait++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await isThere(keys, key)).toBe(false);
  await app.close();
});
