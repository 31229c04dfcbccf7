/**
 * Whoever dies while it is counted or published, and whenever: nothing is half done, and no wrong number is told
 * afterwards. A server that was killed is started again; a connection that was ended is replaced by the server itself.
 */
import { startTestCluster, type TestCluster } from '../../support/cluster';
import { copyOf, freshDatabase } from '../../support/database';
import { Place, until, type Held } from './counting-place';
import { change, numbers } from './counting-work';
import { report } from './report';

const durable = { fsync: 'on', full_page_writes: 'on', wal_level: 'replica', max_wal_size: '256MB' };
const changes = 60;

let cluster: TestCluster & { readonly stop: () => Promise<void> };
let place: Place;
/** Where nobody disturbs. */
let copy: Place | undefined;
const held: Held[] = [];
const table: string[] = [];

const countries = ['ZA', 'BW', 'MZ', 'ZW'] as const;

beforeAll(async () => {
  cluster = await startTestCluster(durable);
  place = new Place(await freshDatabase('demo', cluster));
  for (const country of countries) held.push(await place.pause(country, 'publishIndicators'));
  await place.serve();
  await place.settle();
});
afterAll(async () => {
  for (const one of [place, copy]) await one?.end('SIGTERM');
  for (const one of held) await one.release();
  await cluster?.stop();
  const head = ['A server and its PostgreSQL; who ends is ended while it waits inside the transaction.', ''];
  const titles = ['| what ended | where | kept by then | afterwards |', '| --- | --- | --- | --- |'];
  if (table.length > 0) report('While it counts and publishes', [...head, ...titles, ...table]);
});

const cell = `counting, month, organisation_id, province_id, gender, age_band, violence_type, perpetrator, category, detail,
  amount, n, m1, m2, m3, m4, m5, m6`;
const counts = {
  indicator_cell: cell,
  open_cell: cell,
  indicator_share: 'root_id, cell_id, n, m1, m2, m3, m4, m5, m6',
  indicator_position: 'derivation, xid, seq',
};
const published = {
  published_period: 'series, period, starts_on, ends_on, list, parts',
  published_cell: 'period, population, dimensions, codes, value, is_rounded',
  published_edition: 'series, period, content, floors',
  published_record: 'counting, record_id, period',
};

/** Who is killed: the server, or the connection on which it works. */
type Ended = 'server' | 'connection';

/**
 * Ends it where it waits, and looks at what is kept before anybody can go on.
 * @returns the pause in which nobody does
 */
async function strike(who: Ended, sweep: string, lock: Held): Promise<Held> {
  const pid = await place.waitingFor(lock);
  if (who === 'server') await place.end('SIGKILL');
  else await place.terminate(pid);
  // What a server has sent before it was killed goes on until it has to answer.
  if (who === 'server') await lock.release();
  await place.gone(pid);
  const pause = await place.pause('ZA', sweep);
  if (who === 'connection') await lock.release();
  return pause;
}

/** As told by whoever administers the installation. */
async function check(): Promise<void> {
  const { code, out, error } = await place.handsoff('indicators', 'check', 'ZA');
  expect([code, out.trim(), error]).toEqual([0, 'ZA: what is kept is what follows from the records', '']);
}

const caughtUp = (): Promise<unknown> =>
  until('the feed is not counted', async () => {
    const unread = `SELECT FROM za.change_entry c, za.indicator_position p WHERE (c.xid, c.seq) > (p.xid, p.seq) LIMIT 1`;
    return (await place.rows(unread)).length === 0;
  });

/** What is told is what counting anew tells. */
async function isTrue(): Promise<void> {
  await caughtUp();
  await check();
  const told = await numbers(place.address);
  const rebuilt = await place.handsoff('indicators', 'rebuild', 'ZA');
  expect([rebuilt.code, rebuilt.error]).toEqual([0, '']);
  expect(await numbers(place.address)).toEqual(told);
}

/** The row of a sweep's last run: written last of all. */
const lastRun = (sweep: string): string => `INSERT INTO za.job_run (name, ran_at) VALUES ('${sweep}', now())
  ON CONFLICT (name) DO UPDATE SET ran_at = excluded.ran_at`;

const whileCounting = [
  ['before it reads the feed', 'SELECT FROM za.indicator_position FOR UPDATE'],
  ['between what goes and what comes', 'LOCK TABLE za.indicator_cell IN SHARE MODE'],
  ['with all counted, and how far not yet said', 'LOCK TABLE za.indicator_as_of IN SHARE MODE'],
  ['with everything written and nothing committed', lastRun('countIndicators')],
] as const;

describe.each(['server', 'connection'] as const)('the %s ends while it counts', (who) => {
  it.each(whileCounting)('%s', async (where, statement) => {
    const pause = await place.pause('ZA', 'countIndicators');
    const count = await change(place.address, changes);
    const before = await place.digest(counts);
    const lock = await place.hold(statement);
    await pause.release();
    const after = await strike(who, 'countIndicators', lock);
    expect(await place.digest(counts)).toEqual(before);
    if (who === 'server') await place.serve();
    else expect(place.isServing).toBe(true);
    await after.release();
    await isTrue();
    expect(await place.digest(counts)).not.toEqual(before);
    table.push(
      `| ${who} | it counts ${count} changed cases, ${where} | nothing of it | no difference, the same numbers anew |`,
    );
  });
});

const whileRebuilding = [
  ['with all of it deleted', 'LOCK TABLE za.open_cell IN SHARE MODE'],
  ['with some of it counted', 'LOCK TABLE za.media_piece IN ACCESS EXCLUSIVE MODE'],
] as const;

describe.each(['command', 'connection'] as const)('the %s ends while all is counted anew', (who) => {
  it.each(whileRebuilding)('%s', async (where, statement) => {
    await caughtUp();
    await place.end('SIGTERM');
    const before = await place.digest(counts);
    const lock = await place.hold(statement);
    const command = place.begin('indicators', 'rebuild', 'ZA');
    const pid = await place.waitingFor(lock);
    if (who === 'command') command.signal('SIGKILL');
    else await place.terminate(pid);
    expect(await command.ended).toBe(who === 'command' ? 'SIGKILL' : 1);
    await lock.release();
    await place.gone(pid);
    expect(await place.digest(counts)).toEqual(before);
    await check();
    await place.serve();
    await isTrue();
    table.push(
      `| ${who} | \`indicators rebuild\`, ${where} | what was kept before | no difference, the same numbers anew |`,
    );
  });
});

const whilePublishing = [
  ['server', 'before anything of it is written', 'LOCK TABLE za.published_record IN SHARE MODE'],
  ['server', 'with who was counted noted, and no table yet', 'LOCK TABLE za.published_period IN SHARE MODE'],
  ['connection', 'with a period and no cell of it', 'LOCK TABLE za.published_cell IN SHARE MODE'],
  ['server', 'with a period and no cell of it', 'LOCK TABLE za.published_cell IN SHARE MODE'],
  ['connection', 'with everything written and nothing committed', lastRun('publishIndicators')],
  ['server', 'with everything written and nothing committed', lastRun('publishIndicators')],
] as const;

/** What names a period that was not published. */
const halves = `SELECT 'record' AS of, period FROM za.published_record r
    WHERE NOT EXISTS (SELECT FROM za.published_period p WHERE p.period = r.period)
  UNION ALL SELECT 'cell', period FROM za.published_cell c
    WHERE NOT EXISTS (SELECT FROM za.published_edition e WHERE e.period = c.period)
  UNION ALL SELECT 'edition', period FROM za.published_edition e
    WHERE NOT EXISTS (SELECT FROM za.published_period p WHERE (p.series, p.period) = (e.series, e.period))
  UNION ALL SELECT 'twice', period FROM za.published_period GROUP BY series, period HAVING count(*) > 1`;

/** Until a look finds nothing to publish any more. */
const allPublished = (at: Place): Promise<unknown> =>
  until('it publishes without an end', async () => {
    const idle = `SELECT FROM za.job_run WHERE name = 'publishIndicators' AND error IS NULL AND did_at < ran_at`;
    return (await at.rows(idle)).length > 0;
  });

describe('while it publishes', () => {
  let undisturbed: Awaited<ReturnType<Place['digest']>>;
  let pause: Held;

  beforeAll(async () => {
    await place.settle();
    await place.end('SIGTERM');
    for (const one of held.splice(0)) await one.release();
    // Whoever looked at it is gone by then: a copy is made of what nobody is connected to.
    await until('somebody stays connected', async () => {
      const others = 'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
      return (await place.rows(others)).length === 0;
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    copy = new Place(await copyOf(place.database, cluster));
    const others = [];
    for (const country of countries.slice(1))
      for (const at of [copy, place]) others.push(await at.pause(country, 'publishIndicators'));
    held.push(...others);
    await copy.serve();
    await allPublished(copy);
    await copy.end('SIGTERM');
    undisturbed = await copy.digest(published);
    pause = await place.pause('ZA', 'publishIndicators');
    await place.serve();
  });

  it.each(whilePublishing)('the %s ends %s', async (who, where, statement) => {
    const before = await place.digest(published);
    const lock = await place.hold(statement);
    await pause.release();
    pause = await strike(who, 'publishIndicators', lock);
    expect(await place.digest(published)).toEqual(before);
    expect(await place.rows(halves)).toEqual([]);
    if (who === 'server') await place.serve();
    else expect(place.isServing).toBe(true);
    table.push(`| ${who} | it publishes, ${where} | nothing of it | published once |`);
  });

  it('all of it is published once, as an undisturbed copy publishes it', async () => {
    await pause.release();
    await allPublished(place);
    expect(await place.rows(halves)).toEqual([]);
    expect(await place.digest(published)).toEqual(undisturbed);
    const [row] = await place.rows<{ n: number }>('SELECT count(*)::int AS n FROM za.published_period');
    expect(row?.n).toBeGreaterThan(4);
    await isTrue();
  });
});
