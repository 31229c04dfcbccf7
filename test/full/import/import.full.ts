/**
 * Ten thousand rows, three in a hundred of them bad, through a real server: the good ones come in, the bad ones are told, the
 * second time changes nothing, a server that is killed in the middle makes no difference, and taken back nothing is left.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import { asAdmin } from '../../../src/database/connect';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { start, type Started } from '../../support/command';
import { signIn } from '../load';
import { BAD_EVERY, files, type ImportedFile } from './rows';

const PORT = 4179;
const address = `http://127.0.0.1:${PORT}`;
const LEAST_ROWS_A_SECOND = 1000;
const MOST_GROWTH_MB = 200;

let database: TestDatabase;
let server: Started;
let token: string;
const told: string[] = [];
beforeAll(async () => {
  database = await freshDatabase('demo');
  await begin();
});
afterAll(async () => {
  server?.signal('SIGTERM');
  await server?.ended;
  await database?.drop();
  const file = join(projectRoot, 'test/full/import/RESULT.md');
  writeFileSync(file, '# What came of `npm run test:full -- import`\n\n');
  appendFileSync(file, told.map((line) => `- ${line}\n`).join(''));
});

async function begin(): Promise<void> {
  // What falls due meanwhile would change what is counted before and after.
  const env = { SWEEP_SECONDS: '0', HOST: '127.0.0.1', PORT: String(PORT), ENV_FILE: '', DATABASE_ADMIN_URL: '' };
  server = start({ ...database.env, ...env });
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

async function prepared({ kind, name }: ImportedFile): Promise<string> {
  const input = { idempotencyKey: randomUUID(), kind, fileName: name };
  const { prepareImport } = await ask(
    'mutation ($input: PrepareImportInput!) { prepareImport(input: $input) { dataImport { id } problems { message } } }',
    { input },
  );
  if (!prepareImport.dataImport) throw new Error(JSON.stringify(prepareImport));
  return prepareImport.dataImport.id as string;
}

interface Line {
  readonly status?: string;
  readonly rowsRead: number;
  readonly rowsMade: number;
  readonly rowsKnown: number;
  readonly rowsRefused: number;
  readonly findings?: readonly { readonly finding: string; readonly row: number; readonly message: string }[];
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** @param stopAfter rows after which the server is killed */
async function sent(id: string, { body }: ImportedFile, stopAfter = Infinity): Promise<Line> {
  const answer = await fetch(`${address}/imports/${id}`, { method: 'PUT', headers: headers(), body });
  let last: Line | undefined;
  try {
    for await (const line of linesOf(answer)) {
      last = JSON.parse(line) as Line;
      if (last.rowsRead >= stopAfter) server.signal('SIGKILL');
    }
  } catch (error) {
    // Whoever is killed breaks off.
    if (stopAfter === Infinity) throw error;
  }
  if (!last) throw new Error(`no answer: ${answer.status}`);
  return last;
}

/** In MB; `peak` since the server began. */
function memory(): { now: number; peak: number } {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

/** What stays of what was: the trail, and what is told of imports themselves. */
const trail = ['audit_event', 'change_entry', 'record_change', 'erased_record', 'erasure', 'idempotency_record'];
const ofImports = ['data_import', 'import_row_finding'];

/** How many rows each table has, but for the trail. */
const counted = (): Promise<Record<string, number>> =>
  asAdmin(database.admin, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'za' AND table_type = 'BASE TABLE'`,
    );
    const result: Record<string, number> = {};
    for (const { name } of rows.filter((table) => ![...trail, ...ofImports].includes(table.name))) {
      const { rows: found } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM za."${name}"`);
      result[name] = found[0]?.n ?? 0;
    }
    return result;
  });

async function undone(id: string): Promise<{ status: string; rowsUndone: number; rowsKept: number }> {
  const { dataImport } = await ask('query ($id: ID!) { dataImport(id: $id) { version } }', { id });
  for (let { version } = dataImport as { version: number }; ;) {
    const { undoImport } = await ask(
      `mutation ($input: UndoImportInput!) { undoImport(input: $input) { dataImport { version status rowsUndone rowsKept }
        problems { message } } }`,
      { input: { idempotencyKey: randomUUID(), id, expectedVersion: version } },
    );
    if (!undoImport.dataImport) throw new Error(JSON.stringify(undoImport));
    const found = undoImport.dataImport as { version: number; status: string; rowsUndone: number; rowsKept: number };
    if (found.status !== 'UNDOING') return found;
    version = found.version;
  }
}

const good = (all: number): number => all - Math.floor(all / BAD_EVERY);

it('imports ten thousand mixed rows once, and takes them back without a trace but the trail', async () => {
  const before = await counted();
  const all = files();
  const ids = new Map<string, string>();
  const idle = memory();
  const began = performance.now();
  for (const file of all) {
    const id = await prepared(file);
    ids.set(file.name, id);
    const since = performance.now();
    const end = await sent(id, file);
    const seconds = (performance.now() - since) / 1000;
    expect({ file: file.name, made: end.rowsMade, read: end.rowsRead }).toEqual({
      ...{ file: file.name, made: good(file.rows), read: file.rows },
    });
    expect(end.findings?.filter(({ finding }) => finding === 'PROBLEM')).toHaveLength(file.rows - good(file.rows));
    told.push(`${file.name}: ${file.rows} rows in ${seconds.toFixed(2)} s, ${Math.round(file.rows / seconds)} rows/s`);
  }
  const seconds = (performance.now() - began) / 1000;
  const rows = all.reduce((sum, file) => sum + file.rows, 0);
  const growth = memory().peak - idle.now;
  told.push(
    `all ${rows} rows: ${Math.round(rows / seconds)} rows/s; the server grew by ${growth.toFixed(0)} MB at most`,
  );
  for (const file of all) {
    const end = await sent(await prepared(file), file);
    expect([end.rowsMade, end.rowsKnown]).toEqual([0, good(file.rows)]);
  }
  const since = performance.now();
  for (const file of [...all].reverse()) {
    const { status, rowsUndone, rowsKept } = await undone(ids.get(file.name) as string);
    expect([file.name, status, rowsUndone, rowsKept]).toEqual([file.name, 'UNDONE', good(file.rows), 0]);
  }
  told.push(`taken back in ${((performance.now() - since) / 1000).toFixed(1)} s`);
  expect(await counted()).toEqual(before);
  expect(rows / seconds).toBeGreaterThan(LEAST_ROWS_A_SECOND);
  expect(growth).toBeLessThan(MOST_GROWTH_MB);
});

it('comes to the same end when the server is killed in the middle and the file is sent again', async () => {
  const [file] = files() as [ImportedFile];
  const id = await prepared(file);
  const broken = await sent(id, file, file.rows / 2);
  expect(broken.status).toBeUndefined();
  await server.ended;
  await begin();
  const end = await sent(id, file);
  // What came in before the server was killed is there already.
  expect([end.rowsRead, end.rowsMade + end.rowsKnown]).toEqual([file.rows, good(file.rows)]);
  expect(end.rowsKnown).toBeGreaterThan(0);
  expect(end.rowsMade).toBeGreaterThan(0);
  const found = await counted();
  expect(found.imported_row).toBe(good(file.rows));
  expect((await undone(id)).rowsUndone).toBe(good(file.rows));
});
