/** An export whose server is killed: who fetches it goes on to the same file, or is told to ask again and gets it anew. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asAdmin } from '../../src/database/connect';
import { useEmbedded } from '../../src/installation/embedded/embedded';
import { handsoff } from '../support/command';
import { dataDir, up } from '../support/npm-start';

const cases = '{ cases { edges { node { id displayId status openedAt owner { name } } } } }';
/** Of every country, one after the other. */
const outreach = `{ outreachActivities { edges { node { id country countryLabel type typeLabel status statusLabel heldOn level
  levelLabel outcome outcomeLabel createdAt updatedAt topics topicsLabel organisation { id name }
  district { id name province { id name } } } } } }`;
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function ask<T>(address: string, query: string, variables: object, token?: string): Promise<T> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: T }).data;
}

interface Exported {
  readonly document: string;
  readonly format: string;
  readonly email: string;
}

/** Signed in as somebody. */
async function tokenOf(address: string, email: string): Promise<string> {
  const { signIn } = await ask<{ signIn: { session: { accessToken: string } } }>(
    address,
    `mutation ($email: String!) { signIn(input: { email: $email, password: "hands-off-demo" }) { session { accessToken } } }`,
    { email },
  );
  return signIn.session.accessToken;
}

async function linkOf(address: string, { document, format, email }: Exported): Promise<string> {
  const input = { idempotencyKey: crypto.randomUUID(), document, format, purpose: 'REPORTING' };
  const { exportData } = await ask<{ exportData: { url: string | null; problems: object[] } }>(
    address,
    'mutation ($input: ExportDataInput!) { exportData(input: $input) { url problems { message } } }',
    { input },
    await tokenOf(address, email),
  );
  expect(exportData.problems).toEqual([]);
  return new URL(exportData.url ?? '').pathname;
}

/** What the killed server held is held for a minute; until then one is told to wait. */
async function patiently(url: string, headers: Readonly<Record<string, string>> = {}) {
  const refusals: { readonly wait: string | null; readonly code: string | undefined }[] = [];
  for (;;) {
    const answer = await fetch(url, { headers });
    if (answer.status !== 503) return { answer, refusals };
    const { problems } = (await answer.json()) as { problems: { code: string }[] };
    refusals.push({ wait: answer.headers.get('retry-after'), code: problems[0]?.code });
    await pause(1_000);
  }
}

describe('whose server is killed', () => {
  const email = 'secretariat@region.demo';
  let address: string;
  let stop: () => Promise<unknown>;
  let sent: { readonly path: string; readonly tag: string; readonly head: Buffer };
  let making: { readonly path: string; readonly half: string; readonly fate: string };

  /** In the database of the running server, as its superuser. */
  const rows = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    asAdmin((await useEmbedded(dataDir, 'test')).admin, async (client) => (await client.query<R>(text, values)).rows);

  /** Fetches a file whose last country is barred; killed when the others stand in it and that one is waited for. */
  async function killedWhileMaking(first: Awaited<ReturnType<typeof up>>, path: string): Promise<typeof making> {
    return asAdmin((await useEmbedded(dataDir, 'test')).admin, async (other) => {
      await other.query('BEGIN; LOCK TABLE zw.outreach_activity IN ACCESS EXCLUSIVE MODE');
      const fate = fetch(`${first.address}${path}`).then(
        ({ status }) => String(status),
        () => 'broken off',
      );
      const waits = `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.relation = 'zw.outreach_activity'::regclass AND NOT l.granted AND a.usename = 'zw_region'`;
      while ((await other.query(waits)).rowCount === 0) {
        await pause(20);
        // Within a transaction it would be told what it was told before.
        await other.query('SELECT pg_stat_clear_snapshot()');
      }
      const { rows: halves } = await other.query<{ id: string; pieces: number }>(
        `SELECT s.id, count(p)::int AS pieces FROM region.stored_content s
         JOIN region.content_piece p ON p.content_id = s.id WHERE s.finished_at IS NULL GROUP BY 1`,
      );
      expect(halves).toEqual([{ id: expect.any(String) as string, pieces: expect.any(Number) as number }]);
      first.process.signal('SIGKILL');
      await first.process.ended;
      return { path, half: halves[0]?.id ?? '', fate: await fate };
    });
  }

  /** What is kept is packed: of the demonstration's own activities it would be less than a piece. */
  const makeMany = () =>
    rows(`INSERT INTO za.outreach_activity
      SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).*
      FROM za.outreach_activity o, generate_series(1, 12000 / (SELECT count(*)::int FROM za.outreach_activity))`);

  beforeAll(async () => {
    const first = await up();
    await makeMany();
    const path = await linkOf(first.address, { document: cases, format: 'CSV', email: 'supervisor@za.demo' });
    const begun = await fetch(`${first.address}${path}`, { headers: { range: 'bytes=0-99' } });
    expect(begun.status).toBe(206);
    sent = { path, tag: String(begun.headers.get('etag')), head: Buffer.from(await begun.arrayBuffer()) };
    making = await killedWhileMaking(
      first,
      await linkOf(first.address, { document: outreach, format: 'NDJSON', email }),
    );
    const second = await up({ SWEEP_SECONDS: '1' });
    address = second.address;
    stop = () => (second.process.signal('SIGTERM'), second.process.ended);
    // All is made here the first time, and the machine may do much else.
  }, 600_000);
  afterAll(() => stop?.());

  it('goes on where it broke off, to the same file', async () => {
    const { path, tag, head } = sent;
    const { answer } = await patiently(`${address}${path}`, { range: 'bytes=100-', 'if-range': tag });
    const whole = Buffer.concat([head, Buffer.from(await answer.arrayBuffer())]);
    expect([answer.status, `"${digest(whole)}"`]).toEqual([206, tag]);
    await expect(fetch(`${address}${path}`).then(({ status }) => status)).resolves.toBeGreaterThanOrEqual(410);
  });

  it('is made anew where it was being made: who fetches it can tell, waits, and gets all of it', async () => {
    expect(making.fate).toBe('broken off');
    const { answer, refusals } = await patiently(`${address}${making.path}`);
    for (const refusal of refusals) expect(refusal).toEqual({ wait: '5', code: 'UNAVAILABLE' });
    const file = Buffer.from(await answer.arrayBuffer());
    const lines = file.toString().split('\n').filter(Boolean);
    const { all } = await ask<{ all: { totalCount: number } }>(
      address,
      `{ all: outreachActivities(first: 0) { totalCount } }`,
      {},
      await tokenOf(address, email),
    );
    const many = all.totalCount;
    expect([answer.status, answer.headers.get('x-row-count'), lines.length]).toEqual([200, String(many), many]);
    expect(new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(lines.length);
    expect(answer.headers.get('etag')).toBe(`"${digest(file)}"`);
    await expect(fetch(`${address}${making.path}`).then(({ status }) => status)).resolves.toBe(410);
  });

  it('leaves nothing of the half that was made: it belongs to no export, and is swept away after a day', async () => {
    const contents = () => rows<{ id: string }>('SELECT id FROM region.stored_content');
    const [{ id } = { id: '' }] = await rows<{ id: string }>('SELECT content_id AS id FROM region.data_export');
    expect((await contents()).map((one) => one.id).sort()).toEqual([id, making.half].sort());
    await rows(`UPDATE region.stored_content SET started_at = now() - interval '25 hours' WHERE id = $1`, [
      making.half,
    ]);
    while ((await contents()).length > 1) await pause(200);
    expect(await contents()).toEqual([{ id }]);
    expect(await rows('SELECT DISTINCT content_id AS id FROM region.content_piece')).toEqual([{ id }]);
  });
});

it('is written from a terminal, in the language of the account, and refused with the reason', async () => {
  const { address, process } = await up();
  const document = join(dataDir, 'cases.graphql');
  await writeFile(document, cases);
  const run = (output: string, email: string) =>
    handsoff(['export', document, join(dataDir, output), '--url', address, '--email', email], {
      HANDSOFF_PASSWORD: 'hands-off-demo',
    });
  const { code, out } = await run('cases.csv', 'supervisor@mz.demo');
  const file = await readFile(join(dataDir, 'cases.csv'));
  expect([code, out]).toEqual([0, expect.stringContaining(`linhas, ${file.length} bytes, SHA-256 ${digest(file)}`)]);
  expect(await run('cases.txt', 'supervisor@za.demo')).toMatchObject({
    code: 1,
    error: expect.stringMatching(/says no form/),
  });
  expect(await run('cases.csv', 'service-provider@za.demo')).toMatchObject({
    code: 1,
    error: expect.stringMatching(/no right to this/),
  });
  process.signal('SIGTERM');
  await process.ended;
});
