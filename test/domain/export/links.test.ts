/** A link gives its file once, goes on where it broke off, and ends with its time, its session and its server. */
import { createHash, randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../support/app';
import { adminRows } from '../../support/admin';
import { sweepNow } from '../../support/sweep-now';
import { exported, fetched, fileOf, linesOf, type Made } from './exporting';

let api: TestApp;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000', ATTACHMENT_STORE: 'database' }, listen: true });
});
afterAll(() => api?.close());

const document = '{ cases { edges { node { id displayId status openedAt } } } }';
const rows = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  adminRows(api.database, text, values) as Promise<T[]>;
const shown = async (client: Awaited<ReturnType<TestApp['as']>>, { dataExport }: Made) => {
  const { data } = await client.query(
    'query ($id: ID!) { dataExport(id: $id) { status rows bytes sha256 madeAt purpose format root columns } }',
    { id: dataExport?.id },
  );
  return data.dataExport as Record<string, unknown>;
};
/** Until what follows a delivery is done: it is not waited for by whoever fetches. */
const settled = async (until: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200 && !(await until()); tries++) await new Promise((done) => setTimeout(done, 50));
  expect(await until()).toBe(true);
};
const uuidOf = ({ dataExport }: Made): string =>
  Buffer.from(dataExport?.id ?? '', 'base64url')
    .toString()
    .split(':')[2] ?? '';
const linkOf = async (made: Made): Promise<{ used: boolean; free: boolean } | undefined> => {
  const [found] = await rows<{ used: boolean; free: boolean }>(
    `SELECT used_at IS NOT NULL AS used, leased_until IS NULL OR leased_until < now() AS free
     FROM za.one_time_link WHERE record_id = $1`,
    [uuidOf(made)],
  );
  return found;
};
/** As soon as nobody else has it. */
const answered = async ({ url }: Made) => {
  for (;;) {
    const answer = await fetched(api, url);
    if (answer.statusCode !== 503) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
};
const isUsed = async (made: Made): Promise<boolean> => (await linkOf(made))?.used === true;
const isFree = async (made: Made): Promise<boolean> => (await linkOf(made))?.free === true;
const statusOf = async (made: Made): Promise<string> => {
  const uuid = Buffer.from(made.dataExport?.id ?? '', 'base64url')
    .toString()
    .split(':')[2];
  const [found] = await rows<{ status: string }>('SELECT status FROM za.data_export WHERE id = $1', [uuid]);
  return found?.status ?? '';
};

it('gives its file once, with its length, its digest and how many rows it has', async () => {
  const client = await api.as('case-manager', 'za');
  const made = await exported(client, { document });
  expect(await shown(client, made)).toMatchObject({ status: 'PREPARED', rows: null, sha256: null });
  const answer = await fetched(api, made.url);
  const digest = createHash('sha256').update(answer.body).digest();
  expect(answer.headers).toMatchObject({
    'content-length': String(answer.body.length),
    'content-disposition': expect.stringMatching(/^attachment; filename="cases-\d{4}-\d{2}-\d{2}\.ndjson"$/),
    ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'accept-ranges': 'bytes' },
    'repr-digest': `sha-256=:${digest.toString('base64')}:`,
    'x-row-count': String(linesOf(answer.body).length),
  });
  await settled(() => isUsed(made));
  const again = await fetched(api, made.url, { 'accept-language': 'pt' });
  expect([again.statusCode, again.problems[0]?.code]).toEqual([410, 'NOT_FOUND']);
  expect(again.problems[0]?.message).toMatch(/já não abre nada/);
  const known = {
    sha256: digest.toString('hex'),
    purpose: 'REPORTING',
    columns: ['id', 'displayId', 'status', 'openedAt'],
  };
  expect(await shown(client, made)).toMatchObject({ status: 'READY', ...known });
});

it('goes on where a download broke off, for who has its beginning, as often as it takes', async () => {
  const client = await api.as('case-manager', 'za');
  const whole = await fileOf(api, client, { document });
  const made = await exported(client, { document });
  const first = await fetched(api, made.url, { range: 'bytes=0-999' });
  expect([first.statusCode, first.headers['content-range']]).toEqual([206, `bytes 0-999/${whole.length}`]);
  await settled(() => isUsed(made));
  const tag = String(first.headers.etag);
  const from = async (range: string, more: object = { 'if-range': tag }) => {
    await settled(() => isFree(made));
    return fetched(api, made.url, { range, ...more });
  };
  for (let times = 0; times < 2; times++) {
    const rest = await from('bytes=1000-');
    expect([rest.statusCode, Buffer.concat([first.body, rest.body]).equals(whole)]).toEqual([206, true]);
  }
  expect((await from(`bytes=${whole.length}-`)).statusCode).toBe(416);
  // Whoever has nothing of it has nothing more of it.
  for (const [range, more] of [
    ['bytes=1000-', {}],
    ['bytes=1000-', { 'if-range': `"${'0'.repeat(64)}"` }],
    ['bytes=0-', { 'if-range': tag }],
    ['bytes=-10', { 'if-range': tag }],
    ['bytes=1-2,4-5', { 'if-range': tag }],
  ] as const)
    expect([range, (await from(range, more)).statusCode]).toEqual([range, 410]);
});

it('is not lost to who went away before there was an answer', async () => {
  const client = await api.as('case-manager', 'za');
  for (const patienceMs of [1, 5, 20]) {
    const made = await exported(client, { document });
    const gone = new AbortController();
    setTimeout(() => gone.abort(), patienceMs);
    const path = new URL(made.url ?? '').pathname;
    await fetch(`${api.address}${path}`, { signal: gone.signal }).catch(() => undefined);
    const { statusCode, headers } = await answered(made);
    // Where it had arrived all the same, it was used.
    expect([200, 410]).toContain(statusCode);
    if (statusCode === 410) expect(await isUsed(made)).toBe(true);
    else expect(Number(headers['x-row-count'])).toBeGreaterThan(0);
  }
});

it('begins anew for who has the beginning of another file', async () => {
  const client = await api.as('case-manager', 'za');
  const made = await exported(client, { document });
  const answer = await fetched(api, made.url, { range: 'bytes=1000-', 'if-range': `"${'0'.repeat(64)}"` });
  expect([answer.statusCode, linesOf(answer.body).length]).toEqual([200, Number(answer.headers['x-row-count'])]);
});

it('is the same link for the same request, and of nobody who guesses', async () => {
  const client = await api.as('case-manager', 'za');
  const key = randomUUID();
  const [one, two] = [await exported(client, { document }, 'en', key), await exported(client, { document }, 'en', key)];
  expect(two.url).toBe(one.url);
  const guessed = `${api.config.server.publicUrl}/export/${'A'.repeat(43)}`;
  expect((await fetched(api, guessed)).statusCode).toBe(410);
  expect((await fetched(api, `${api.config.server.publicUrl}/export/short`)).statusCode).toBe(410);
  expect((await fetched(api, one.url?.replace('/export/', '/letter/') ?? '')).statusCode).toBe(410);
  const [kept] = await rows<{ found: string }>(
    `SELECT count(*)::text AS found FROM za.one_time_link WHERE encode(token_hash, 'base64') LIKE '%' || $1 || '%'`,
    [one.url?.slice(-43)],
  );
  expect(kept?.found).toBe('0');
});

it('ends with the session in which it was made', async () => {
  await api.as('case-manager', 'bw');
  const { data } = await api.anyone.query(
    'mutation { signIn(input: {email: "case-manager@bw.demo", password: "hands-off-demo"}) { session { accessToken } } }',
  );
  const headers = { authorization: `Bearer ${data.signIn.session.accessToken as string}`, 'accept-language': 'pt' };
  const input = { idempotencyKey: randomUUID(), document, format: 'CSV', purpose: 'REPORTING' };
  const mutation = 'mutation ($input: ExportDataInput!) { exportData(input: $input) { url } }';
  const made = await api.anyone.query(mutation, { input }, headers);
  const other = await api.anyone.query(mutation, { input: { ...input, idempotencyKey: randomUUID() } }, headers);
  const begun = await fetched(api, other.data.exportData.url as string, { range: 'bytes=0-9' });
  expect(begun.statusCode).toBe(206);
  await api.anyone.query('mutation { signOut { problems { message } } }', {}, headers);
  const answer = await fetched(api, made.data.exportData.url as string, { 'accept-language': 'pt' });
  expect([answer.statusCode, answer.problems[0]?.message]).toEqual([410, expect.stringMatching(/terminou/)]);
});

it('is made beside few others: who asks meanwhile is told to wait, and gets it', async () => {
  const client = await api.as('supervisor', 'za');
  const all = await Promise.all(Array.from({ length: 24 }, () => exported(client, { document })));
  const answers = await Promise.all(all.map(({ url }) => fetched(api, url)));
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  for (const [at, { statusCode, headers }] of answers.entries()) {
    if (statusCode === 200) continue;
    expect(headers['retry-after']).toBe('5');
    expect((await answered(all[at] as Made)).statusCode).toBe(200);
  }
});

it('ends with its time, and then nothing of it is kept but that it was', async () => {
  const client = await api.as('supervisor', 'za');
  const made = await exported(client, { document });
  expect((await fetched(api, made.url, { range: 'bytes=0-9' })).statusCode).toBe(206);
  const uuid = Buffer.from(made.dataExport?.id ?? '', 'base64url')
    .toString()
    .split(':')[2];
  await settled(async () => (await sweepNow(api, 'za', 'forgetExport')) === 0);
  expect(await statusOf(made)).toBe('READY');
  const [content] = await rows<{ id: string }>('SELECT content_id AS id FROM za.data_export WHERE id = $1', [uuid]);
  await rows(
    `UPDATE za.one_time_link SET expires_at = now() - interval '1 minute', leased_until = NULL WHERE record_id = $1`,
    [uuid],
  );
  expect((await fetched(api, made.url)).statusCode).toBe(410);
  expect(await sweepNow(api, 'za', 'forgetExport')).toBeGreaterThan(0);
  await rows(`UPDATE za.stored_content SET finished_at = now() - interval '1 hour' WHERE id = $1`, [content?.id]);
  await sweepNow(api, 'za', 'removeContents');
  expect(await rows('SELECT FROM za.content_piece WHERE content_id = $1', [content?.id])).toEqual([]);
  expect(
    await rows('SELECT document, variables, session_id, content_id FROM za.data_export WHERE id = $1', [uuid]),
  ).toEqual([{ document: null, variables: null, session_id: null, content_id: null }]);
  expect(await shown(client, made)).toMatchObject({ status: 'OVER', root: 'cases' });
});

it('is told no more to who asks again for the same once it was used, or its time is over', async () => {
  const client = await api.as('case-manager', 'za');
  const ask = (key: string) => exported(client, { document }, 'en', key);
  const [used, late] = [randomUUID(), randomUUID()];
  const made = await ask(used);
  await fetched(api, made.url);
  await settled(() => isUsed(made));
  const [uuid, never] = [uuidOf(await ask(late)), { url: null, expiresAt: null, problems: [] }];
  await rows(`UPDATE za.one_time_link SET expires_at = now() - interval '1 second' WHERE record_id = $1`, [uuid]);
  expect([await ask(used), await ask(late)]).toMatchObject([
    { ...never, dataExport: { id: made.dataExport?.id } },
    never,
  ]);
});

it('waits sealed, by a key that stands nowhere', async () => {
  const client = await api.as('case-manager', 'za');
  const made = await exported(client, { document });
  await fetched(api, made.url, { range: 'bytes=0-0' });
  const pieces = await rows<{ bytes: Buffer }>('SELECT bytes FROM za.content_piece');
  expect(pieces.length).toBeGreaterThan(0);
  for (const { bytes } of pieces) expect(bytes.includes('displayId')).toBe(false);
});

it('stands in the access log, with what it was for', async () => {
  const client = await api.as('case-manager', 'za');
  const made = await exported(client, { document, purpose: 'QUALITY_REVIEW' });
  await fetched(api, made.url);
  const officer = await api.as('privacy-officer', 'za');
  const { data } = await officer.query(
    `query ($id: ID!) { dataExport(id: $id) { purpose rows }
      accessLogEntries(first: 20, filter: { entity: { eq: "DataExport" }, purpose: { eq: QUALITY_REVIEW } }) {
        edges { node { entity entityLabel actorRole purpose } } } }`,
    { id: made.dataExport?.id },
  );
  expect(data.dataExport).toMatchObject({ purpose: 'QUALITY_REVIEW', rows: expect.any(Number) });
  const entries = data.accessLogEntries.edges as { node: object }[];
  expect(entries.map(({ node }) => node)).toContainEqual({
    ...{ entity: 'DataExport', entityLabel: 'Export', actorRole: 'CASE_MANAGER', purpose: 'QUALITY_REVIEW' },
  });
});
