/** What a search looks among is kept with the records: what is written is found at once, and nothing is found that is not. */
import { randomUUID } from 'node:crypto';
import { asOwner } from '../../src/database/connect';
import { dataClasses } from '../../src/policy/table';
import { allThings } from '../../src/model/thing';
import { textLength } from '../../src/writing/input';
import { searchTextsAnew, titleFieldsOf, wordFieldsOf } from '../../src/model/search-text';
import type { Client } from '../support/app';
import { adminRows } from '../support/admin';
import { sweepNow } from '../support/sweep-now';
import { actor, done } from './acting';
import { ndjson, prepared, send } from './import/sending';
import { openWorld, type World } from './world';

let world: World;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as('me-officer', 'za');
});
afterAll(() => world.close());

const training = actor<{ id: string; version: number }>('training', 'id version');

const plan = async (title: string, topic = 'POLICE_SENSITISATION'): Promise<{ id: string; version: number }> =>
  done(
    await training(officer, 'planTraining', {
      ...{ organisationId: world.organisation.za.partner, title, topic, audience: 'POLICE', level: 'NATIONAL' },
      ...{ outcome: 'LTO1', startOn: '2026-12-10' },
    }),
  );

interface Page {
  readonly hits: readonly string[];
  readonly isPartial: boolean;
  readonly after: string | null;
}

const document = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    isPartial pageInfo { hasNextPage endCursor } edges { node { title match } } } }`;

async function page(text: string, more: object = {}): Promise<Page> {
  const { data, errors } = await officer.query(document, { text, types: ['TRAINING'], ...more });
  expect(errors).toEqual([]);
  const { isPartial, pageInfo, edges } = data.search as {
    isPartial: boolean;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { title: string; match: string } }[];
  };
  const hits = edges.map(({ node }) => `${node.match} ${node.title}`);
  return { hits, isPartial, after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

const found = async (text: string): Promise<readonly string[]> => (await page(text)).hits;

const kept = (column: string, table: string): Promise<{ kept: string }[]> =>
  adminRows(world.database, `SELECT ${column} AS kept FROM za.${table}`);

test('a title is found by what it is now, as soon as it is written', async () => {
  const { id, version } = await plan('Quixotic Cartography');
  expect(await found('quixotic cartography')).toEqual(['EXACT Quixotic Cartography']);
  expect(await found('quixotic')).toEqual(['BEGINS Quixotic Cartography']);
  expect(await found('cartography quixo')).toEqual(['CONTAINS Quixotic Cartography']);
  expect(await found('cartogrphy')).toEqual(['ALIKE Quixotic Cartography']);
  done(await training(officer, 'updateTraining', { id, expectedVersion: version, title: 'Zymurgy for beginners' }));
  expect(await found('zymurgy')).toEqual(['BEGINS Zymurgy for beginners']);
  expect(await found('zymurgi')).toEqual(['ALIKE Zymurgy for beginners']);
  expect(await found('quixotic')).toEqual([]);
});

test('two words that were typed as one are found, and one that was typed as two', async () => {
  await plan('Sandstone harbourfront');
  expect(await found('sandstoneharbourfront')).toEqual(['ALIKE Sandstone harbourfront']);
  expect(await found('sand stone')).toEqual(['CONTAINS Sandstone harbourfront']);
});

test('what no record is called any more is forgotten within the hour, and nothing else', async () => {
  const { id, version } = await plan('Ephemeral gathering');
  await plan('Lasting gathering');
  done(await training(officer, 'updateTraining', { id, expectedVersion: version, title: 'Lasting gathering' }));
  const texts = async (): Promise<string[]> => (await kept('text', 'search_text')).map((row) => row.kept);
  expect(await texts()).toEqual(expect.arrayContaining(['ephemeral gathering', 'lasting gathering']));
  expect(await sweepNow(world, 'ZA', 'tidySearch')).toBe(1);
  expect(await sweepNow(world, 'ZA', 'tidySearch')).toBe(0);
  expect(await texts()).not.toContain('ephemeral gathering');
  expect(await texts()).toContain('lasting gathering');
  expect((await kept('word', 'search_word')).map((row) => row.kept)).not.toContain('ephemeral');
  expect(await found('lasting gathering')).toHaveLength(2);
});

const took = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { dataImport { status rowsUndone } problems { code } } }`;

test('what an import brought is found, and goes with it when it is taken back; what others have as well stays', async () => {
  const manager = await world.as('case-manager', 'za');
  await plan('Shared colloquium');
  const held = {
    topic: 'PARALEGAL',
    audience: 'SEX_WORKER',
    level: 'COMMUNITY',
    outcome: 'LTO2',
    startOn: '2024-02-08',
  };
  const rows = ['Shared colloquium', 'Imported symposium'].map((title) => ({ externalId: title, title, ...held }));
  const id = await prepared(manager, { kind: 'TRAINING' });
  expect((await send(world, manager, id, ndjson(rows))).end).toMatchObject({ rowsMade: 2 });
  expect(await found('symposium')).toEqual(['CONTAINS Imported symposium']);
  const { data } = await manager.query('query ($id: ID!) { dataImport(id: $id) { version } }', { id });
  const { version } = data.dataImport as { version: number };
  const undone = await manager.query(took, { input: { idempotencyKey: randomUUID(), id, expectedVersion: version } });
  expect(undone.data.undoImport).toEqual({ dataImport: { status: 'UNDONE', rowsUndone: 2 }, problems: [] });
  const texts = (await kept('text', 'search_text')).map((row) => row.kept);
  expect([texts.includes('imported symposium'), texts.includes('shared colloquium')]).toEqual([false, true]);
  const words = (await kept('word', 'search_word')).map((row) => row.kept);
  expect([words.includes('symposium'), words.includes('colloquium')]).toEqual([false, true]);
  expect(await found('shared colloquium')).toEqual(['EXACT Shared colloquium']);
});

it.each(['za', 'mz', 'region'])('of %s, nothing is missing that follows from the records', async (schema) => {
  await asOwner(world.database.admin, schema, async (client) => {
    for (const { text, values } of searchTextsAnew()) expect((await client.query(text, [...values])).rowCount).toBe(0);
  });
});

test('of a first page as of those after it, the best hundred are told, in one order', async () => {
  const titles = Array.from({ length: 104 }, (_, nth) => `Media round ${String(nth).padStart(3, '0')}`);
  for (const title of titles) await plan(title);
  await plan('A talk about something else', 'MEDIA');
  const all: string[] = [];
  let next = await page('media', { first: 30 });
  for (;;) {
    expect(next.isPartial).toBe(true);
    all.push(...next.hits);
    if (!next.after) break;
    next = await page('media', { first: 30, after: next.after });
  }
  expect(all.slice(0, 100)).toEqual(titles.slice(0, 100).map((title) => `BEGINS ${title}`));
  expect(all).toContain('TOPIC A talk about something else');
  expect(new Set(all).size).toBe(all.length);
});

test('what is kept apart from its records is of classes that the region reads of all countries', () => {
  const fields = [...allThings.values()].flatMap((thing) => [...titleFieldsOf(thing), ...wordFieldsOf(thing)]);
  expect(fields.length).toBeGreaterThan(8);
  for (const { name, thing } of fields) expect([name, dataClasses[thing.dataClass].shared]).toEqual([name, true]);
});

/** Of an entry of an index, and what a character of four bytes can decompose into. */
const [MOST_BYTES, BYTES] = [2704, 3 * 4];

test('every text that is kept by itself fits into an index, whatever its letters decompose into', () => {
  for (const { name, attribute } of [...allThings.values()].flatMap(titleFieldsOf)) {
    const beside = name.length + 64;
    expect([name, BYTES * textLength(attribute) + beside <= MOST_BYTES]).toEqual([name, true]);
  }
});

test('the roles of its country read it, and no other', async () => {
  const grants = await adminRows<{ grantee: string }>(
    world.database,
    `SELECT DISTINCT grantee FROM information_schema.role_table_grants
      WHERE table_schema = 'za' AND table_name IN ('search_text', 'search_word') AND grantee NOT LIKE '%owner' ORDER BY 1`,
  );
  expect(grants.map(({ grantee }) => grantee.replace(/^.*(?=za_)/, ''))).toEqual(['za_app', 'za_region']);
});
