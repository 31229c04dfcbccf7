/**
 * Contents of attachments by a copy and a restore: those in the database come with it, a folder is copied beside it. They
 * open afterwards, and what was erased since stays erased under the keys of a later copy. Needs what the others here need.
 */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin } from '../../../src/database/connect';
import { startApp, type Client, type TestApp } from '../../support/app';
import { startTestCluster } from '../../support/cluster';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { temporaryDirectory } from '../../support/temporary';
import { pdfOf } from '../../domain/attachment/samples';
import { register } from '../../domain/case/acts';
import { call, makeMarkedCase } from '../../isolation/marked-case';
import { done, fileOf, owned, password, user, type Server } from './installation';

const folder = temporaryDirectory('contents');
const live = join(folder, 'live');
const copied = join(folder, 'copied');
const [before, after] = ['before', 'after'].map((when) => ({
  data: join(folder, when, 'data'),
  keys: join(folder, when, 'keys'),
})) as [Place, Place];
interface Place {
  readonly data: string;
  readonly keys: string;
}
const stores = ['database', 'folder'] as const;
type Store = (typeof stores)[number];

let other: Server;
let original: TestDatabase;
/** The attachments of each store: one that stays, and one of a draft that is erased after the first copy. */
const kept = new Map<Store, { readonly stays: string; readonly erased: string }>();

const open = (database: TestDatabase, contents: string, store: Store = 'database'): Promise<TestApp> =>
  startApp({ database, env: { ATTACHMENT_STORE: store, ATTACHMENT_FOLDER: contents } });

const contentOf = (store: Store, what: string): Buffer => pdfOf(`3 0 obj << /Of (${store} ${what}) >> endobj\n`);

async function attach(api: TestApp, client: Client, caseId: string, content: Buffer): Promise<string> {
  const made = await call<{ attachment: { id: string } }>(
    client,
    'attachToCase',
    { caseId, kind: 'DOCUMENT' },
    'attachment { id }',
  );
  const { id } = made.attachment;
  const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/octet-stream' };
  const answer = await api.http.inject({ method: 'PUT', url: `/attachments/${id}`, payload: content, headers });
  expect(answer.statusCode).toBe(204);
  return id;
}

/** What fetching each answers: its status, and whether it is what was sent. */
async function fetchAll(database: TestDatabase, contents: string): Promise<Record<string, string>> {
  const api = await open(database, contents);
  const { token } = await api.as('case-manager', 'za');
  const found: Record<string, string> = {};
  for (const store of stores)
    for (const what of ['stays', 'erased'] as const) {
      const url = `/attachments/${kept.get(store)?.[what]}`;
      const answer = await api.http.inject({ url, headers: { authorization: `Bearer ${token}` } });
      const isSame = answer.rawPayload.equals(contentOf(store, what));
      found[`${store} ${what}`] = `${answer.statusCode}${isSame ? ' as it was' : ''}`;
    }
  await api.close();
  return found;
}

const backup = (to: Place): Promise<string> => done(original, 'backup', '--to', to.data, '--keys-to', to.keys);

beforeAll(async () => {
  other = await startTestCluster({ fsync: 'on', full_page_writes: 'on' });
  await asAdmin(other.admin, (client) => client.query(`CREATE ROLE ${user} LOGIN CREATEROLE PASSWORD '${password}'`));
  original = await freshDatabase('demo');
  const drafts: Awaited<ReturnType<typeof register>>[] = [];
  for (const store of stores) {
    const api = await open(original, live, store);
    const manager = await api.as('case-manager', 'za');
    const { caseId } = await makeMarkedCase(api);
    const draft = await register(manager, { draft: true });
    drafts.push(draft);
    const stays = await attach(api, manager, caseId, contentOf(store, 'stays'));
    const erased = await attach(api, manager, draft.id, contentOf(store, 'erased'));
    kept.set(store, { stays, erased });
    await api.close();
  }
  await backup(before);
  cpSync(live, copied, { recursive: true });
  const api = await open(original, live);
  const manager = await api.as('case-manager', 'za');
  for (const { id, version } of drafts) {
    const input = { idempotencyKey: randomUUID(), caseId: id, expectedVersion: version };
    await call(manager, 'discardCase', input, 'erasure { id }');
  }
  await api.close();
  await backup(after);
});
afterAll(async () => {
  await original?.drop();
  await other?.stop();
});

it('all open on another server as they were, with the folder that was copied beside', async () => {
  const place = await owned(other);
  await done(place, 'restore', '--from', before.data, '--keys-from', before.keys);
  expect(await fetchAll(place, copied)).toEqual({
    'database stays': '200 as it was',
    'database erased': '200 as it was',
    'folder stays': '200 as it was',
    'folder erased': '200 as it was',
  });
  // Without the folder it is an error that says so much, and the others open.
  expect(await fetchAll(place, join(folder, 'nothing'))).toMatchObject({
    'database stays': '200 as it was',
    'folder stays': '500',
  });
  await place.drop();
});

it.each([
  ['the data of then with the keys of a later copy', before],
  ['a later copy', after],
])('what was erased stays erased after %s, with all its bytes in the folder, and the rest opens', async (_, data) => {
  const place = await owned(other);
  await done(place, 'restore', fileOf(data.data, 'identity'));
  for (const schema of ['bw', 'mz', 'za', 'zw'])
    await done(place, 'restore', fileOf(data.data, schema), '--keys', fileOf(after.keys, `${schema}_keys`));
  expect(await fetchAll(place, copied)).toEqual({
    'database stays': '200 as it was',
    'database erased': '404',
    'folder stays': '200 as it was',
    'folder erased': '404',
  });
  await place.drop();
});
