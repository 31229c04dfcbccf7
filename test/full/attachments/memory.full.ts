/** A recording of 20 MB goes up and down through a real server, in each store, which holds no more of it than of a short one. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { projectRoot } from '../../../src/base/project';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { start, type Started } from '../../support/command';
import { startS3, type S3Server } from '../../support/s3';
import { temporaryDirectory } from '../../support/temporary';
import { wavOf } from '../../domain/attachment/samples';
import { signIn } from '../load';

const MOST_GROWTH_MB = 10;
const MEGABYTE = 2 ** 20;
/**
 * The server collects all the time, and tells what is left in bytes, a line each: that is what it holds. Its resident
 * memory would tell when it last collected: V8 lets up to 64 MB of buffers wait, and nobody sees among them a content
 * that is held whole.
 */
const collecting = `import { appendFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const look = () => {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  appendFileSync(process.env.HELD, heapUsed + external + '\\n');
  setTimeout(look, 200).unref();
};
setTimeout(look, 200).unref();`;
const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(collecting)}`;
const HELD = join(temporaryDirectory('held'), 'bytes');
const PORT = 4178;
const address = `http://127.0.0.1:${PORT}`;
/** As large as one may be. */
const recording = wavOf(20_971_520 - 78);
const short = wavOf(1_048_576);

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
  server = start({
    ...env,
    HOST: '127.0.0.1',
    PORT: String(PORT),
    ENV_FILE: '',
    DATABASE_ADMIN_URL: '',
    NODE_OPTIONS,
    HELD,
  });
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

/** The most that the server held meanwhile, in MB. */
async function held(meanwhile: () => Promise<void>): Promise<number> {
  rmSync(HELD, { force: true });
  await meanwhile();
  const lines = readFileSync(HELD, 'utf8').trimEnd().split('\n');
  return Math.max(...lines.map(Number)) / MEGABYTE;
}

/** As a telephone sends: what is held of it meanwhile can be seen. */
async function* slowly(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += MEGABYTE) {
    yield content.subarray(at, at + MEGABYTE);
    await setTimeout(50);
  }
}

async function upAndDown(content: Buffer): Promise<void> {
  const url = `${address}/attachments/${await attached()}`;
  const put = await fetch(url, {
    method: 'PUT',
    headers: headers(),
    body: Readable.toWeb(Readable.from(slowly(content))) as ReadableStream,
    duplex: 'half',
  });
  expect([put.status, await put.text()]).toEqual([204, '']);
  const get = await fetch(url, { headers: headers() });
  expect(get.status).toBe(200);
  let size = 0;
  for await (const part of get.body as unknown as AsyncIterable<Uint8Array>) {
    if (Math.floor((size + part.length) / MEGABYTE) > Math.floor(size / MEGABYTE)) await setTimeout(50);
    size += part.length;
  }
  expect(size).toBe(content.length);
}

describe.each(['database', 'folder', 's3'])('in the store %s', (store) => {
  beforeAll(() => begin(store));
  afterAll(async () => {
    server?.signal('SIGTERM');
    await server?.ended;
  });

  it(`20 MB up and down take less than ${MOST_GROWTH_MB} MB more memory than 1 MB`, async () => {
    const repeat = async (content: Buffer, times: number): Promise<void> => {
      for (let time = 0; time < times; time++) await upAndDown(content);
    };
    // What is made once, compiled code, connections and buffers, is made for short ones.
    await repeat(short, 5);
    const before = await held(() => repeat(short, 5));
    const most = await held(() => repeat(recording, 3));
    told.push(
      `${store}: ${(most - before).toFixed(1)} MB more than for contents of 1 MB, ${most.toFixed(0)} MB in all.`,
    );
    expect(most - before).toBeLessThan(MOST_GROWTH_MB);
  });
});
