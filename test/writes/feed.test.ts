/** The change feed: a reader that asks while others commit misses nothing and gets nothing twice. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { mutate } from '../../src/writing/mutate';
import { readChanges, type Change } from '../../src/writing/feed';
import { freshKey } from './boxes';
import { Box, openSmallCountry, type SmallCountry } from './small-country';

let country: SmallCountry;
beforeAll(async () => (country = await openSmallCountry()));
afterAll(async () => country.close());

/** Makes boxes in one mutation that stays open for a while after its last statement but the commit. */
const make = (name: string, number = 1, openMs = 0): Promise<string> =>
  mutate(country.context(), 'makeBox', { idempotencyKey: freshKey() }, async (work) => {
    const organisationId = work.actor.organisationId as string;
    const rows = Array.from({ length: number }, () => ({ name, content: 0, tags: [], organisationId }));
    const [id] = await work.insertAll(Box, rows);
    if (openMs > 0) await delay(openMs);
    return id as string;
  }).then(({ id }) => id as string);

/** The oldest open transaction of the server holds the feed back, another test's too: until what is open now has ended. */
async function othersEnded(): Promise<void> {
  const { rows } = await country.pool.query<{ xid: string }>(
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS xid',
  );
  const text = 'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS ended';
  const ended = async () => (await country.pool.query<{ ended: boolean }>(text, [rows[0]?.xid])).rows[0]?.ended;
  while (!(await ended())) await delay(10);
}

async function readAll(after: string | null, limit = 100): Promise<{ changes: Change[]; position: string }> {
  await othersEnded();
  const found: Change[] = [];
  for (let position = after; ;) {
    const page = await readChanges(country.pool, { after: position, limit });
    found.push(...page.changes);
    position = page.position;
    if (!page.more) return { changes: found, position };
  }
}

it('tells what changed, to which version, and who may have seen it, and no value', async () => {
  const { position } = await readAll(null);
  const ctx = country.context();
  const { id } = await mutate(ctx, 'makeBox', { idempotencyKey: freshKey() }, (work) =>
    work.insert(Box, { name: 'told', content: 0, tags: [], organisationId: work.actor.organisationId as string }),
  );
  const { changes } = await readAll(position);
  expect(changes).toEqual([
    {
      entity: 'Box',
      recordId: id,
      version: 1,
      operation: 'INSERT',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      dataClass: 'CASE_OPERATIONS',
      organisations: [ctx.actor?.organisationId],
      accounts: [ctx.actor?.accountId],
    },
  ]);
});

it('waits for a transaction that began earlier and is still open, and then tells both in order', async () => {
  const { position } = await readAll(null);
  const slow = make('slow', 1, 400);
  await delay(100);
  const fast = await make('fast');
  const early = await readChanges(country.pool, { after: position, limit: 100 });
  expect(early).toEqual({ changes: [], position, more: false });
  const ids = [await slow, fast];
  const late = await readAll(early.position);
  expect(late.changes.map(({ recordId }) => recordId)).toEqual(ids);
});

it('goes on past a transaction that was rolled back', async () => {
  const { position } = await readAll(null);
  const failing = mutate(country.context(), 'makeBox', { idempotencyKey: freshKey() }, async (work) => {
    await work.insert(Box, { name: 'never', content: 0, tags: [], organisationId: randomUUID() });
    await delay(100);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const id = await make('after');
  expect((await readAll(position)).changes.map(({ recordId }) => recordId)).toEqual([id]);
});

it('gives everything once to one who reads page by page while eight write', async () => {
  const start = (await readAll(null)).position;
  let writing = true;
  const told: string[] = [];
  const reader = (async () => {
    let position = start;
    for (let idle = false; !idle;) {
      const stillWriting = writing;
      const page = await readChanges(country.pool, { after: position, limit: 3 });
      told.push(...page.changes.map(({ recordId }) => recordId));
      idle = !stillWriting && !page.more;
      position = page.position;
    }
  })();
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; n < 12; n++) await make('many', 1 + (n % 3), (writer * 7 + n * 13) % 25);
  });
  await Promise.all(writers);
  await othersEnded();
  writing = false;
  await reader;
  const rows = await country.look<{ id: string }>(
    "SELECT c.record_id AS id FROM change_entry c JOIN box ON box.id = c.record_id WHERE name = 'many' ORDER BY c.xid, c.seq",
  );
  expect(rows.length).toBeGreaterThan(150);
  expect(told).toEqual(rows.map(({ id }) => id));
});

it('tells the changes of one transaction in their order, and pages through them', async () => {
  const { position } = await readAll(null);
  await make('five', 5);
  const whole = await readAll(position);
  const pages = await readAll(position, 2);
  expect(whole.changes).toHaveLength(5);
  expect(pages).toEqual(whole);
});

it.each([
  '',
  'x',
  Buffer.from('1').toString('base64url'),
  Buffer.from('1.2.3').toString('base64url'),
  Buffer.from('a.b').toString('base64url'),
])('refuses the position %j', async (after) => {
  await expect(readChanges(country.pool, { after, limit: 1 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});
