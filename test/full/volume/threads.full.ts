/** `handsoff seed` in volume: each country in a thread of its own. */
import { availableParallelism } from 'node:os';
import { asAdmin, asOwner } from '../../../src/database/connect';
import { countryThings } from '../../../src/domain/all';
import type { ThingRecord } from '../../../src/model/record';
import { thingOf, type Constructor } from '../../../src/model/thing';
import { handsoff, start } from '../../support/command';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { asRead, tell, type Told } from '../../seeds/told';

const SCALE = 8;
let database: TestDatabase;
let env: Readonly<Record<string, string>>;

const query = <R extends object>(schema: string, text: string): Promise<R[]> =>
  asOwner(database.admin, schema, async (client) => (await client.query<R>(text)).rows);
const change = (text: string): Promise<unknown> => asAdmin(database.admin, (client) => client.query(text));
/** What a command said, without how far it was meanwhile: that depends on the machine. */
const said = (out: string): string => out.replace(/^Making the demo data: .*\n/gm, '');

beforeAll(async () => {
  database = await freshDatabase('empty');
  // As the rows that are told here: of the same day.
  env = { ...database.env, COUNTRIES: 'BW,MZ', DEMO_UNTIL: process.env.DEMO_UNTIL ?? '' };
}, 180_000);
afterAll(() => database?.drop());

const seed = (): ReturnType<typeof handsoff> => handsoff(['seed', '--scale', String(SCALE)], env);

/** The rows of a table as they were told and as they are, in the order in which they were made; what differs by key left out. */
async function compare(schema: string, told: Told, target: Constructor<ThingRecord>): Promise<void> {
  const thing = thingOf(target);
  const rows = told.of(target);
  if (rows.length === 0 || thing.dataClass === 'CASE_SHARE') return;
  const open = [...thing.attributes.values()].filter(({ sealed }) => !sealed);
  const columns = open.map(({ column, name }) => `"${column}" AS "${name}"`).join(', ');
  const expected = rows.map((row) =>
    Object.fromEntries(
      open.map(({ name, type }) => [
        name,
        asRead(type === 'dateTime', (row as unknown as Record<string, unknown>)[name]),
      ]),
    ),
  );
  // A country has offices, mechanisms and deadlines before anything is told of it.
  const ids = rows.map(({ id }) => `'${id}'`).join(', ');
  const stored = `SELECT ${columns} FROM "${thing.table}" WHERE id IN (${ids}) ORDER BY ctid`;
  expect(await query(schema, stored)).toEqual(expected);
}

it('stops at Ctrl-C, and leaves no country half filled', async () => {
  const running = start(env, ['seed', '--scale', '2000']);
  await asAdmin(database.admin, async (client) => {
    const copying = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%'`;
    while (((await client.query(copying)).rowCount ?? 0) < Math.min(2, availableParallelism()))
      await new Promise((resolve) => setTimeout(resolve, 100));
  });
  running.signal('SIGINT');
  expect(await running.ended).toBe(130);
  expect(said(running.output())).toBe(
    'Interrupted: what was not finished is undone, and the same command begins it again.\n',
  );
  for (const schema of ['bw', 'mz']) expect(await query(schema, 'SELECT id FROM organisation')).toEqual([]);
  expect(await query('identity', 'SELECT id FROM account')).toEqual([]);
}, 180_000);

it('ends with the message of what failed in a thread', async () => {
  await change(`ALTER TABLE bw."case" ADD CONSTRAINT nothing CHECK (display_id = '')`);
  const { code, error } = await seed();
  expect(code).toBe(1);
  expect(error).toContain('new row for relation "case" violates check constraint "nothing"');
  expect(await query('bw', 'SELECT id FROM organisation')).toEqual([]);
  expect(await query('identity', 'SELECT id FROM account')).toEqual([]);
}, 180_000);

it('completes what was interrupted, and has written the same rows as without threads', async () => {
  await change('ALTER TABLE bw."case" DROP CONSTRAINT nothing');
  const { code, out, error } = await seed();
  expect([code, error]).toEqual([0, '']);
  expect(said(out)).toMatch(/^MZ: filled already\nBW: \d+ rows in [\d.]+ s\n19 demo accounts\n$/);
  for (const country of ['BW', 'MZ']) {
    const told = tell(country, SCALE);
    for (const target of countryThings as readonly Constructor<ThingRecord>[])
      await compare(country.toLowerCase(), told, target);
  }
}, 180_000);
