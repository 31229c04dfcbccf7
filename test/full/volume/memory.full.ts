/** What a request brings is gone from memory when it is answered: plans, documents and connections keep none of it. */
import { createReadStream, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { start, type Started } from '../../support/command';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { temporaryDirectory } from '../../support/temporary';

let database: TestDatabase;
let api: Started;
let address: string;
const snapshots = temporaryDirectory('memory');

beforeAll(async () => {
  database = await freshDatabase('demo');
  const options = `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${snapshots}`;
  api = start({ ...database.env, NODE_OPTIONS: options });
  await api.until('/graphql\n');
  address = /^ {2}(\S+)\/graphql$/m.exec(api.output())?.[1] ?? '';
}, 180_000);
afterAll(async () => {
  api.signal('SIGKILL');
  await api.ended;
  await database.drop();
});

interface Answer {
  readonly data?: Record<string, Record<string, unknown> | null> | null;
  readonly errors?: readonly object[];
}

async function ask(query: string, variables: object = {}, token?: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
  return (await response.json()) as Answer;
}

async function signIn(email: string, password = 'hands-off-demo'): Promise<string> {
  const document = `mutation ($email: String!, $password: String!) {
    signIn(input: { email: $email, password: $password }) { session { accessToken } problems { code } } }`;
  const { data } = await ask(document, { email, password });
  return (data?.['signIn']?.['session'] as { accessToken: string } | null)?.accessToken ?? '';
}

/** Which of the texts are reachable in the process. A snapshot begins with a full collection of garbage. */
async function heldOf(texts: readonly string[]): Promise<string[]> {
  process.kill(api.process.pid as number, 'SIGUSR2');
  const file = (): string | undefined => readdirSync(snapshots).find((name) => name.endsWith('.heapsnapshot'));
  while (!file()) await new Promise((resolve) => setTimeout(resolve, 100));
  // Answers again only when it is written.
  await ask('{ __typename }');
  const held = new Set<string>();
  let before = '';
  const reading = createReadStream(join(snapshots, file() as string), { encoding: 'latin1' });
  reading.on('data', (chunk) => {
    const text = before + String(chunk);
    for (const one of texts) if (text.includes(one)) held.add(one);
    before = text.slice(-100);
  });
  await once(reading, 'end');
  return texts.filter((one) => held.has(one));
}

/** Unlike anything else, and of letters and digits alone, so that it reads the same wherever it stands. */
const mark = (name: string): string => `${name}${Math.random().toString(36).slice(2)}kept`;

it('keeps documents, and none of the values that came with them or were answered', async () => {
  const named = mark('document');
  const [filter, id, cursor] = [mark('filter'), mark('id'), mark('cursor')];
  const [narrative, office, key] = [mark('narrative'), mark('office'), mark('key')];
  const [email, password] = [mark('email'), mark('password')];
  const token = await signIn('case-manager@za.demo');
  const list = `query ${named} ($filter: CaseFilter, $after: String) {
    cases(first: 5, filter: $filter, after: $after) { totalCount edges { cursor node { displayId incidents { edges { node { id } } } } } } }`;
  for (let time = 0; time < 3; time++) {
    await ask(list, { filter: { registeredAtOffice: { contains: filter } } }, token);
    await ask(list, { after: cursor }, token);
    await ask('query ($id: ID!) { node(id: $id) { id } case(id: $id) { displayId } }', { id }, token);
    await signIn(`${email}@za.demo`, password);
  }
  const register = `mutation ($input: RegisterCaseInput!) { registerCase(input: $input) { case { id incidents { edges { node { narrative { text } } } } } problems { code message path } } }`;
  const registered = await ask(register, { input: inputOf(narrative, office, key) }, token);
  const { case: opened } = registered.data?.['registerCase'] as { case: { id: string } };
  const inFull = `query ($id: ID!) { case(id: $id) { registeredAtOffice incidents { edges { node { narrative(purpose: CASE_WORK) { text } } } } } }`;
  for (let time = 0; time < 2; time++)
    expect(JSON.stringify(await ask(inFull, { id: opened.id }, token))).toContain(narrative);
  // What is read last stays until something else is: buffers of connections are of their last use.
  for (let time = 0; time < 20; time++) await ask('{ cases(first: 3) { edges { node { displayId } } } }', {}, token);
  expect(await heldOf([named, filter, id, cursor, narrative, office, key, email, password])).toEqual([named]);
}, 120_000);

const inputOf = (narrative: string, registeredAtOffice: string, idempotencyKey: string): object => ({
  idempotencyKey,
  source: 'OUTREACH_ACTIVITY',
  anonymous: true,
  registeredAtOffice,
  incidents: [
    {
      gbvimsType: 'DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES',
      violationTypes: ['EXTORTION_BRIBE'],
      violenceForms: ['COERCION'],
      reportedAt: '2026-06-01T08:00:00Z',
      consentReporting: false,
      narrative: { text: narrative },
    },
  ],
});
