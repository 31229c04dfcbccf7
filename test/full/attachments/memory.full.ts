/** A recording of 20 MB goes up and down through a real server, in each store, and its memory stays where it was. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { start, type Started } from '../../support/command';
import { startS3, type S3Server } from '../../support/s3';
import { temporaryDirectory } from '../../support/temporary';
import { wavOf } from '../../domain/attachment/samples';
import { signIn } from '../load';

const MOST_GROWTH_MB = 10;
const PORT = 4178;
const address = `http://127.0.0.1:${PORT}`;
/** As large as one may be. */
const recording = wavOf(20_971_520 - 78);

let database: TestDatabase;
let s3: S3Server;
let server: Started;
let token: string;
const told: string[] = [];
beforeAll(async () => {
  database = await freshDatabase('demo');
  s3 = await startS3(['hands-off-za']);
});
afterAll(async () => {
  await s3?.close();
  await database?.drop();
  const file = join(projectRoot, 'test/full/attachments/MEMORY.md');
  writeFileSync(file, '# What came of `npm run test:full -- attachments`\n\n');
  appendFileSync(file, told.map((line) => `- ${line}\n`).join(''));
});

async function begin(store: string): Promise<void> {
  const env = {
    ...database.env,
    ...s3.env,
    ATTACHMENT_STORE: store,
    ATTACHMENT_FOLDER: temporaryDirectory('contents'),
  };
  server = start({ ...env, HOST: '127.0.0.1', PORT: String(PORT), ENV_FILE: '', DATABASE_ADMIN_URL: '' });
  await server.until('/graphql');
  ({ token } = await signIn(address, 'case-manager@za.demo', database.env.DEMO_PASSWORD ?? 'hands-off-demo'));
}

const headers = (): Record<string, string> => ({ authorization: `Bearer ${token}` });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as they are asked for
async function ask(query: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (!data || errors) throw new Error(text.slice(0, 1000));
  return data;
}

/** A case of a survivor who agreed to recordings, with a recording whose content is still to come. */
async function attached(): Promise<string> {
  const list =
    'query { cases(first: 100, filter: {status: {in: [REGISTERED, ASSESSED, ACTION_PLANNED]}}) { edges { node { id survivor { id } } } } }';
  const { cases } = await ask(list);
  const edges = cases.edges as readonly { readonly node: { id: string; survivor: { id: string } | null } }[];
  const found = edges.map(({ node }) => node).find(({ survivor }) => survivor !== null);
  if (!found?.survivor) throw new Error('no case of a survivor');
  const consent = {
    idempotencyKey: randomUUID(),
    survivorId: found.survivor.id,
    purpose: 'PHOTO_AUDIO',
    decision: 'GIVEN',
    mode: 'VERBAL_WITNESSED',
  };
  await ask('mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { problems { code } } }', {
    input: consent,
  });
  const input = { idempotencyKey: randomUUID(), caseId: found.id, kind: 'AUDIO' };
  const made =
    'mutation ($input: AttachToCaseInput!) { attachToCase(input: $input) { attachment { id } problems { code message } } }';
  const { attachToCase } = await ask(made, { input });
  if (!attachToCase.attachment) throw new Error(JSON.stringify(attachToCase));
  return attachToCase.attachment.id as string;
}

const linuxOnly = process.platform === 'linux' ? describe : describe.skip;

/** In MB; `peak` since it was last begun anew. */
function memory(): { now: number; peak: number } {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

async function upAndDown(id: string): Promise<void> {
  const put = await fetch(`${address}/attachments/${id}`, {
    method: 'PUT',
    headers: headers(),
    body: new Uint8Array(recording),
  });
  expect([put.status, await put.text()]).toEqual([204, '']);
  const get = await fetch(`${address}/attachments/${id}`, { headers: headers() });
  expect(get.status).toBe(200);
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of get.body as unknown as AsyncIterable<Uint8Array>) {
    hash.update(part);
    size += part.length;
  }
  expect(size).toBe(recording.length);
}

linuxOnly.each(['database', 'folder', 's3'])('in the store %s', (store) => {
  beforeAll(() => begin(store));
  afterAll(async () => {
    server?.signal('SIGTERM');
    await server?.ended;
  });

  it(`20 MB up and down take less than ${MOST_GROWTH_MB} MB more memory`, async () => {
    // The first is for what is made once: compiled code, connections, buffers.
    await upAndDown(await attached());
    const ids = [await attached(), await attached()];
    const growths: number[] = [];
    for (const id of ids) {
      const before = memory();
      await upAndDown(id);
      growths.push(Math.max(memory().peak - Math.max(before.now, before.peak), 0));
    }
    const most = Math.max(...growths);
    told.push(`${store}: the peak grew by ${most.toFixed(1)} MB at most, to ${memory().peak.toFixed(0)} MB.`);
    expect(most).toBeLessThan(MOST_GROWTH_MB);
  });
});
