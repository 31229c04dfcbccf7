/** The link to a letter: once, for 15 minutes, however it is asked for; nothing of it is kept, logged or told. */
import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { asOwner } from '../../../src/database/connect';
import { schemaOf } from '../../../src/database/roles';
import { startApp, type TestApp } from '../../support/app';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { done } from '../acting';
import { step as stepReferral, type ReferralShown } from '../referral/acts';
import type { World } from '../world';
import { issue, issued, link, outsideReferral, step, type LetterShown, type LinkShown } from './acts';

let world: World;
let api: TestApp;
let manager: Client;
const logged: string[] = [];
const log = new Writable({
  write(line: Buffer, _encoding, next) {
    logged.push(line.toString());
    next();
  },
});

beforeAll(async () => {
  world = await openWorld();
  // Another instance on the same data, which listens, and whose log is kept.
  api = await startApp({ database: world.database, listen: true, log, env: { LOG_LEVEL: 'trace' } });
  manager = await world.as('case-manager', 'mz');
});
afterAll(async () => {
  await api.close();
  await world.close();
});

const pathOf = ({ url }: LinkShown): string => new URL(url!).pathname;
const ask = (path: string, method = 'POST'): Promise<Response> => fetch(`${api.address}${path}`, { method });
const closing = { connection: 'close' };

async function newLink(letter?: LetterShown): Promise<{ path: string; letter: LetterShown }> {
  const of = letter ?? (await issued(world, manager, 'mz', { survivorLanguage: 'EN' }));
  return { path: pathOf(await link(manager, of)), letter: of };
}

const inMozambique = (statement: string, values: unknown[] = []): Promise<void> =>
  asOwner(world.database.admin, schemaOf('MZ'), async (client) => {
    await client.query(statement, values);
  });

test('opens the letter once, in both languages, and tells nothing to anybody', async () => {
  const { path, letter } = await newLink();
  expect(path).toMatch(/^\/letter\/[\w-]{43}$/);
  const opened = await ask(path);
  expect(opened.status).toBe(200);
  const text = await opened.text();
  for (const part of ['lang="en"', 'lang="pt"', letter.number, 'Health consultation', 'Consulta de saúde', '25, 3'])
    expect(text).toContain(part);
  expect(text).not.toMatch(/<script|https?:|src=|href=|@import|url\(/);
  const style = /<style>([^]*)<\/style>/.exec(text)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  expect(Object.fromEntries(opened.headers)).toMatchObject({
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': expect.stringContaining(`style-src 'sha256-${hash}'`),
  });
  expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
  const again = await ask(path);
  expect(again.status).toBe(410);
  const never = await ask(`/letter/${'x'.repeat(43)}`);
  expect([never.status, await never.text()]).toEqual([410, await again.text()]);
  expect((await ask('/letter/what')).status).toBe(410);
});

test('is not used up by who only looks where it leads', async () => {
  const { path } = await newLink();
  expect((await ask(path, 'HEAD')).status).toBe(200);
  for (const _ of [1, 2]) {
    const seen = await ask(path, 'GET');
    expect([seen.status, (await seen.text()).includes('R-')]).toEqual([200, false]);
  }
  const form = new URLSearchParams();
  expect((await fetch(`${api.address}${path}`, { method: 'POST', body: form })).status).toBe(200);
  expect((await ask(path, 'GET')).status).toBe(410);
});

test('of several who ask at once one gets it', async () => {
  const { path } = await newLink();
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(path)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(410)]);
});

/** Asks, and goes away without having read the answer. */
async function breakOff(path: string): Promise<void> {
  const { port, hostname } = new URL(api.address);
  const socket: Socket = connect(Number(port), hostname);
  socket.pause();
  await new Promise((connected) => socket.once('connect', connected));
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`);
  // It has come, and lies unread.
  await new Promise((come) => setTimeout(come, 300));
  expect((await ask(path)).status).toBe(410);
  socket.resetAndDestroy();
  await new Promise((gone) => setTimeout(gone, 300));
}

test('stays good when the download breaks off', async () => {
  const { path } = await newLink();
  await breakOff(path);
  await breakOff(path);
  const opened = await fetch(`${api.address}${path}`, { method: 'POST', headers: closing });
  expect([opened.status, (await opened.text()).includes('R-')]).toEqual([200, true]);
  expect((await ask(path)).status).toBe(410);
});

test('is good for 15 minutes, and forgotten after that', async () => {
  const letter = await issued(world, manager, 'mz');
  const made = await link(manager, letter, 'a key of 15 minutes');
  const minutes = (Date.parse(made.expiresAt!) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(14);
  expect(minutes).toBeLessThanOrEqual(15);
  const path = pathOf(made);
  await inMozambique(`UPDATE one_time_link SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`);
  expect([(await ask(path)).status, (await ask(path, 'GET')).status]).toEqual([410, 410]);
  // Nor is it told to who asks again for the same.
  const again = await link(manager, letter, 'a key of 15 minutes');
  expect(again).toEqual({ url: null, expiresAt: null, problems: [] });
  await inMozambique(`UPDATE one_time_link SET expires_at = now() - interval '2 hours'`);
  expect(await sweepNow(world, 'mz', 'forgetLinks')).toBeGreaterThan(0);
  const { app } = world.app.countries.get('MZ')!;
  expect((await app.query('SELECT 1 FROM one_time_link')).rows).toEqual([]);
});

test('a retry gets the same link; the database and the log have none', async () => {
  const letter = await issued(world, manager, 'mz');
  const [first, retry] = [await link(manager, letter, 'the same key'), await link(manager, letter, 'the same key')];
  expect(retry).toEqual(first);
  expect((await ask(pathOf(first))).status).toBe(200);
  const token = pathOf(first).slice('/letter/'.length);
  const { rows } = await world.app.countries
    .get('MZ')!
    .app.query<{ hash: Buffer }>('SELECT token_hash AS hash FROM one_time_link');
  expect(rows.map(({ hash }) => hash.toString('hex'))).toContain(createHash('sha256').update(token).digest('hex'));
  const database = await dump();
  expect(database).toContain(letter.number);
  for (const where of [database, logged.join('')])
    for (const form of [token, Buffer.from(token, 'base64url').toString('hex')]) expect(where).not.toContain(form);
});

/** Every value of the tables that a link touches. */
async function dump(): Promise<string> {
  const { app } = world.app.countries.get('MZ')!;
  const tables = [
    'one_time_link',
    'referral_letter',
    'idempotency_record',
    'audit_event',
    'record_change',
    'change_entry',
  ];
  const all = await Promise.all(tables.map((table) => app.query(`SELECT t::text AS row FROM ${table} t`)));
  return all.flatMap(({ rows }) => rows.map(({ row }: { row: string }) => row)).join('\n');
}

test('opens nothing of a letter that was revoked or answered, nor of a referral that has ended', async () => {
  const over = async (end: (letter: LetterShown, referral: ReferralShown) => Promise<unknown>): Promise<number> => {
    const referral = await outsideReferral(world, manager, 'mz');
    const letter = done(await issue(manager, referral.id));
    const { path } = await newLink(letter);
    await end({ ...letter, version: letter.version + 1 }, referral);
    return (await ask(path)).status;
  };
  expect(await over(async (letter) => done(await step(manager, 'revokeReferralLetter', letter)))).toBe(410);
  expect(await over(async (letter) => done(await issue(manager, letter.referral.id)))).toBe(410);
  expect(await over(async (_, referral) => done(await stepReferral(manager, 'cancelReferral', referral)))).toBe(410);
});

test('letters are erased after their months, and their history says no more than that', async () => {
  const letter = await issued(world, manager, 'mz');
  await inMozambique(`UPDATE referral_letter SET created_at = now() - interval '7 months' WHERE number = $1`, [
    letter.number,
  ]);
  expect(await sweepNow(world, 'mz', 'eraseLetters')).toBe(1);
  const { data } = await manager.query('query ($id: ID!) { referralLetter(id: $id) { number } }', { id: letter.id });
  expect(data.referralLetter).toBeNull();
  expect(await dump()).not.toContain(letter.number);
});
