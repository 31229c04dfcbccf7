/**
 * A copy of an installation by `handsoff backup`, put back on another server by `handsoff restore`: everything is there,
 * and what is not to be there is not. Needs pg_dump and pg_restore of PostgreSQL 18, in PATH or in PG_BIN.
 */
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import { asAdmin } from '../../../src/database/connect';
import { handsoff, start } from '../../support/command';
import { startTestCluster } from '../../support/cluster';
import { startApp, type Client, type TestApp } from '../../support/app';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { adminRows } from '../../support/admin';
import { listAll } from '../../support/records';
import { temporaryDirectory } from '../../support/temporary';
import { walkedThings } from '../../support/walk';
import { bin, done, fileOf, owned, password, run, timed, user, type Server } from './installation';
import { everything, makeMarkedCase, mark, marks, uuidOf, type MarkedCase } from '../../isolation/marked-case';

const folder = temporaryDirectory('backup');
const places = { data: join(folder, 'data'), keys: join(folder, 'keys') };
const codes = ['BW', 'MZ', 'ZA', 'ZW'];

let other: Server;
let original: TestDatabase;
let restored: TestDatabase;
let app: TestApp;
let story: MarkedCase;
let erased: MarkedCase;
let before: Map<string, string>;
const told: string[] = [];

/** What each country’s case managers and the region read in every list. */
async function everyList(api: TestApp): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const readers: [string, Client][] = [['region', await api.as('secretariat')]];
  for (const code of codes) readers.push([code, await api.as('case-manager', code.toLowerCase())]);
  for (const [who, client] of readers)
    for (const thing of walkedThings().values())
      if (thing.name !== 'AccessLogEntry')
        read.set(`${who} ${thing.plural}`, JSON.stringify(await listAll(client, thing)));
  return read;
}

beforeAll(async () => {
  other = await startTestCluster({ fsync: 'on', full_page_writes: 'on' });
  await asAdmin(other.admin, (client) => client.query(`CREATE ROLE ${user} LOGIN CREATEROLE PASSWORD '${password}'`));
  original = await freshDatabase('demo');
  app = await startApp({ database: original });
  [story, erased] = [await makeMarkedCase(app), await makeMarkedCase(app)];
  before = await everyList(app);
});
afterAll(async () => {
  await app?.close();
  await original?.drop();
  await other?.stop();
  const file = join(projectRoot, 'test/full/backup/BACKUP.md');
  writeFileSync(file, '# What came of `npm run test:full -- backup`\n\n');
  appendFileSync(file, told.map((line) => `- ${line}\n`).join(''));
});

it('is taken while the API serves, data and keys in two places, and says what it holds', async () => {
  const { result, seconds } = await timed(() =>
    done(original, 'backup', '--to', places.data, '--keys-to', places.keys),
  );
  const lines = result.trim().split('\n');
  expect(lines).toHaveLength(1 + 2 * codes.length);
  expect(readdirSync(places.data).filter((name) => name.includes('_keys'))).toEqual([]);
  for (const place of Object.values(places))
    for (const name of readdirSync(place)) expect(statSync(join(place, name)).mode & 0o077).toBe(0);
  const za = JSON.parse(readFileSync(`${fileOf(places.data, 'za')}.json`, 'utf8')) as { rows: Record<string, number> };
  const rows = Object.values(za.rows).reduce((sum, count) => sum + count, 0);
  told.push(
    `Accounts and four countries, the largest with ${rows} rows, were copied in ${seconds} s while they were served.`,
  );
  told.push('Recovery point: the moment at which a copy was begun; each country and its keys are of one moment.');
});

it('holds nothing that opens what is sealed: without the keys a restored country shows none of it', async () => {
  const alone = await owned(other);
  for (const schema of ['identity', ...codes.map((code) => code.toLowerCase())])
    await done(alone, 'restore', fileOf(places.data, schema), ...(schema === 'identity' ? [] : ['--without-keys']));
  const there = await startApp({ database: alone });
  const client = await there.as('case-manager', 'za');
  const { data, text, errors } = await client.query(everything, { id: story.caseId });
  expect([errors, data.case === null]).toEqual([[], false]);
  expect(text).not.toContain(mark);
  await there.close();
  await alone.drop();
});

it('is whole on another server, put back by an administrator who is no superuser', async () => {
  restored = await owned(other);
  const everything = ['restore', '--from', places.data, '--keys-from', places.keys];
  const { result, seconds } = await timed(() => done(restored, ...everything));
  expect(result.match(/^.. is restored\.$/gim)).toHaveLength(codes.length);
  told.push(
    `Recovery time: ${seconds} s until accounts and four countries were there, counted and granted, on another server.`,
  );
  expect(await done(restored, 'migrate')).toBe(
    ['identity', ...codes.map((code) => code.toLowerCase())].map((schema) => `${schema}: up to date\n`).join(''),
  );
  const { out } = await run(restored, 'doctor');
  expect(out.split('\n').filter((line) => line.startsWith('WRONG'))).toEqual([]);
});

it('answers every list as the original did, opens what is sealed, and can be written to', async () => {
  const there = await startApp({ database: restored });
  const found = await everyList(there);
  expect([...found.keys()]).toEqual([...before.keys()]);
  expect([...found].filter(([list, rows]) => rows !== before.get(list)).map(([list]) => list)).toEqual([]);
  const client = await there.as('case-manager', 'za');
  const { text } = await client.query(everything, { id: story.caseId });
  expect(marks.filter((one) => !text.includes(one))).toEqual([]);
  await makeMarkedCase(there);
  await there.close();
  told.push(`${before.size} lists of a country’s and the region’s readers are answered byte for byte as before.`);
});

it('is copied by that administrator too', async () => {
  const out = await done(restored, 'backup', 'ZA', '--to', join(folder, 'own'), '--keys-to', join(folder, 'own-keys'));
  expect(out.trim().split('\n')).toHaveLength(2);
});

it('does not bring back what was erased since: the keys of a later copy open all but that', async () => {
  // The survivor's, and those of the alert that the case came of, which have a time of their own.
  const sealed = `SELECT data_key_id FROM za.survivor_identity WHERE id = $1
    UNION SELECT p.data_key_id FROM za.emergency_alert a JOIN za.alert_place p ON p.alert_id = a.id WHERE a.case_id = $2
    UNION SELECT n.data_key_id FROM za.emergency_alert a JOIN za.alert_number n ON n.alert_id = a.id WHERE a.case_id = $2`;
  const of = [uuidOf(erased.identityId), uuidOf(erased.caseId)];
  await adminRows(original, `DELETE FROM za_keys.data_key WHERE id IN (${sealed})`, of);
  const later = join(folder, 'later');
  await done(original, 'backup', 'ZA', '--to', join(folder, 'later-data'), '--keys-to', later);
  const place = await owned(other);
  await done(place, 'restore', fileOf(places.data, 'identity'));
  await done(place, 'restore', fileOf(places.data, 'za'), '--keys', fileOf(later, 'za_keys'));
  for (const schema of ['bw', 'mz', 'zw'])
    await done(place, 'restore', fileOf(places.data, schema), '--keys', fileOf(places.keys, `${schema}_keys`));
  const there = await startApp({ database: place });
  const client = await there.as('case-manager', 'za');
  expect((await client.query(everything, { id: erased.caseId })).text).not.toContain(mark);
  const { text } = await client.query(everything, { id: story.caseId });
  expect(marks.filter((one) => !text.includes(one))).toEqual([]);
  await there.close();
  await place.drop();
});

it('goes on after a restore that was interrupted between keys and data', async () => {
  const place = await owned(other);
  await done(place, 'restore', fileOf(places.data, 'identity'));
  const args = ['restore', fileOf(places.data, 'za'), '--keys', fileOf(places.keys, 'za_keys')];
  await done(place, ...args);
  await asAdmin({ ...other.admin, database: place.name }, (client) => client.query('DROP SCHEMA za CASCADE'));
  expect(await done(place, ...args)).toMatch(/za_keys: is there already.*\nza: \d+ rows/);
  await place.drop();
});

it('of everything goes on where it was interrupted, in the middle of a country too', async () => {
  const place = await owned(other);
  const args = ['restore', '--from', places.data, '--keys-from', places.keys];
  const first = start({ ...place.env, PG_BIN: bin }, args);
  await first.until('bw: ');
  first.signal('SIGINT');
  expect(await first.ended).toBe(130);
  expect(first.output()).toMatch(/Interrupted: what was not finished is undone/);
  expect(await done(place, ...args)).toMatch(/^identity: is there already/);
  const { out } = await run(place, 'doctor');
  expect(out.split('\n').filter((line) => line.startsWith('WRONG'))).toEqual([]);
  await place.drop();
});

it('that is interrupted leaves no half of a copy, and no file of its own', async () => {
  const own = temporaryDirectory('interrupted');
  const to = join(own, 'data');
  const env = { ...original.env, PG_BIN: bin, TMPDIR: own };
  const begun = start(env, ['backup', '--to', to, '--keys-to', join(own, 'keys')]);
  await begun.until('identity: ');
  begun.signal('SIGTERM');
  expect(await begun.ended).toBe(143);
  expect(readdirSync(own).filter((name) => name.startsWith('hands-off'))).toEqual([]);
  const copies = readdirSync(to).filter((name) => !name.endsWith('.json'));
  expect(copies.filter((name) => !name.endsWith('.dump'))).toEqual([]);
});

it('is put back by one at a time: the second is told', async () => {
  const place = await owned(other);
  const args = ['restore', fileOf(places.data, 'identity')];
  const both = await Promise.all([run(place, ...args), run(place, ...args)]);
  expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(both.map(({ error }) => error).join('')).toMatch(/somebody else|is not empty/);
  await place.drop();
});

it.each([
  ['the same folder', (own: string) => [own, own], /one is in the other/],
  ['a folder within the other', (own: string) => [own, join(own, 'new', 'keys')], /one is in the other/],
  ['a file in place of a folder', (own: string) => [join(own, 'file'), `${own}-keys`], /cannot be written to: EEXIST/],
])('is refused into %s', async (_, folders, message) => {
  const own = temporaryDirectory('refused');
  writeFileSync(join(own, 'file'), '');
  const [to = '', keys = ''] = folders(own);
  const { code, error } = await run(original, 'backup', 'ZA', '--to', to, '--keys-to', keys);
  expect([code, error]).toEqual([1, expect.stringMatching(message)]);
});

describe('a restore that cannot be', () => {
  it.each([
    [
      'over what is there',
      () => [fileOf(places.data, 'za'), '--keys', fileOf(places.keys, 'za_keys')],
      /za_keys is not empty/,
    ],
    ['without a word of the keys', () => [fileOf(places.data, 'za')], /--keys <file>/],
    ['of nothing', () => [], /Say what to restore/],
    ['of a folder without copies', () => ['--from', folder, '--without-keys'], /There is no copy in/],
    ['of a folder without the keys', () => ['--from', places.data], /--keys-from <folder>/],
    ['with a folder that lacks them', () => ['--from', places.data, '--keys-from', places.data], /has no keys of bw/],
    ['of keys alone', () => [fileOf(places.keys, 'za_keys')], /holds keys/],
    ['of what is not there', () => [join(folder, 'nothing.dump')], /There is no file/],
    [
      'with the keys of another country',
      () => [fileOf(places.data, 'za'), '--keys', fileOf(places.keys, 'bw_keys')],
      /is of bw_keys, not of za_keys/,
    ],
  ])('is refused %s, with what to do', async (_, args, message) => {
    const { code, error } = await run(restored, 'restore', ...args());
    expect(code).toBe(1);
    expect(error).toMatch(message);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it('is refused with keys from before the data, and of a country before the accounts', async () => {
    const place = await owned(other);
    const [file, keys] = [fileOf(places.data, 'za'), fileOf(places.keys, 'za_keys')];
    const early = join(folder, 'early.dump');
    copyFileSync(keys, early);
    const manifest = JSON.parse(readFileSync(`${keys}.json`, 'utf8')) as object;
    writeFileSync(`${early}.json`, JSON.stringify({ ...manifest, takenAt: '2020-01-01T00:00:00Z' }));
    const older = await run(place, 'restore', file, '--keys', early);
    expect([older.code, older.error]).toEqual([1, expect.stringMatching(/before the data/)]);
    const first = await run(place, 'restore', file, '--keys', keys);
    expect([first.code, first.error]).toEqual([1, expect.stringMatching(/Restore the accounts first/)]);
    await place.drop();
  });

  it('is refused of a file in which a byte has changed', async () => {
    const damaged = join(folder, 'damaged');
    mkdirSync(damaged);
    const [from, to] = [fileOf(places.data, 'za'), join(damaged, 'za.dump')];
    copyFileSync(`${from}.json`, `${to}.json`);
    const bytes = readFileSync(from);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(to, bytes);
    const { code, error } = await run(restored, 'restore', to, '--without-keys');
    expect([code, error]).toEqual([1, expect.stringMatching(/not what was written/)]);
  });
});

it('is refused with an older pg_dump, or none', async () => {
  const { code, error } = await handsoff(['backup', '--to', folder, '--without-keys'], {
    ...original.env,
    PG_BIN: join(folder, 'nowhere'),
  });
  expect([code, error]).toEqual([1, expect.stringMatching(/cannot be run .*install the client of PostgreSQL 18/)]);
});
