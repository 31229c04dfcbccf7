/**
 * The example documents work as they are told, and cost what is committed: `schema/operations/costs.json`, and the SQL
 * that is sent for each in `schema/operations/sql`. `npm run costs` writes both anew.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type Answer, type TestApp } from '../support/app';
import { askedBy, toCountries, toIdentity, type Asked } from '../support/cost';
import { measuredDatabase } from '../support/measured-database';
import { clientOf, folder, operations, variablesOf, type Operation, type Variables } from '../support/operations';
import { linesOf } from '../support/sql-lines';
import { listen, type Sent } from '../support/wire';

/** What a document costs the countries, and beside it the accounts and sessions. */
interface DocumentCost extends Asked {
  /** Of the answer's body. */
  readonly bytes: number;
  readonly identity: Asked;
}

interface Measured {
  readonly answer: Answer;
  readonly sent: readonly Sent[];
  readonly cost: DocumentCost;
}

const costs = join(folder, 'costs.json');
const sqlFolder = join(folder, 'sql');
const sqlFile = (name: string): string => join(sqlFolder, `${name}.sql`);
const measured = new Map<string, Measured>();

let api: TestApp;
beforeAll(async () => {
  const database = await measuredDatabase();
  // Looking for new countries would count as part of whatever runs at that moment.
  api = await startApp({ database, env: { REGISTRY_SECONDS: '3600' } });
  await readIdentities();
  for (const operation of inOrder) measured.set(operation.name, await measure(operation));
  if (process.env.UPDATE_COSTS) update();
});
afterAll(async () => {
  await api.close();
  await api.database.drop();
});

/** So that the access log has something to show. */
async function readIdentities(): Promise<void> {
  const client = await api.as('case-manager', 'bw');
  const { data } = await client.query(
    '{ survivorIdentities(first: 10, purpose: CASE_WORK) { edges { node { id } } } }',
  );
  expect(data.survivorIdentities.edges).toHaveLength(10);
}

const isMutation = ({ document }: Operation): boolean => /^mutation\b/m.test(document);
/** What writes comes last, so that what reads finds the same whichever documents there are. */
const inOrder = [...operations].sort((a, b) => Number(isMutation(a)) - Number(isMutation(b)));

/** How often a document is run before it counts: then connections are open, statements planned, catalogues known. */
const WARM_UPS = 2;
/**
 * How often it is run to count; the cheapest tells, since a connection that meets a statement for the first time looks
 * more up. What writes, or is logged, is run no more often than that: under random ids an index of more than a page is
 * split where chance has it.
 */
const COUNTED = { writes: 2, reads: 8 } as const;

async function measure(operation: Operation): Promise<Measured> {
  const client = await clientOf(api, operation);
  const variables = await variablesOf(client, operation);
  const ask = (nth: number): Promise<Answer> => client.query(operation.document, anew(variables, nth));
  const { sent } = await listen(() => ask(0));
  for (let nth = 1; nth < WARM_UPS; nth++) await ask(nth);
  const counted = COUNTED[sent.some(({ text }) => /\bINSERT\b/.test(text)) ? 'writes' : 'reads'];
  const runs: Measured[] = [];
  for (let nth = 0; nth < counted; nth++) {
    // The signing keys are looked at every few seconds, whoever asks then.
    await api.app.identity.ping();
    runs.push(costed(await listen(() => ask(WARM_UPS + nth))));
  }
  const pages = ({ cost }: Measured): number => cost.buffers + cost.identity.buffers;
  return runs.reduce((least, run) => (pages(run) < pages(least) ? run : least));
}

function costed({ result: answer, sent }: { readonly result: Answer; readonly sent: readonly Sent[] }): Measured {
  const identity = askedBy(toIdentity(sent));
  const bytes = Buffer.byteLength(answer.text);
  return { answer, sent, cost: { ...askedBy(toCountries(sent)), bytes, identity } };
}

/** A mutation that is sent once more is another one. */
function anew(variables: Variables, nth: number): Variables {
  const { input } = variables as { input?: { idempotencyKey?: string } };
  const { idempotencyKey } = input ?? {};
  return idempotencyKey ? { ...variables, input: { ...input, idempotencyKey: `${idempotencyKey}-${nth}` } } : variables;
}

const measuredOf = ({ name }: Operation): Measured => measured.get(name) as Measured;

/** What is sent, each text once, with the roles that ran it and how often. */
function goldenOf({ sent }: Measured): string {
  const roles = new Map<string, string[]>();
  for (const { text, role } of sent) roles.set(text, [...(roles.get(text) ?? []), role]);
  return settled([...roles])
    .map(([text, by]) => `-- ${by.sort().join(', ')}\n${linesOf(text)};\n`)
    .join('\n');
}

/** Reads that are sent side by side leave in whichever order connections are free. */
function settled(sent: readonly (readonly [string, string[]])[]): (readonly [string, string[]])[] {
  const isRead = (text: string): boolean => text.trimStart().startsWith('SELECT ARRAY(');
  const runs: (readonly [string, string[]])[][] = [];
  for (const one of sent) {
    const run = runs.at(-1);
    if (run?.[0] && isRead(run[0][0]) && isRead(one[0])) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => run.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function update(): void {
  const all = operations.map((operation) => [operation.name, measuredOf(operation).cost]);
  writeFileSync(costs, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  rmSync(sqlFolder, { recursive: true, force: true });
  mkdirSync(sqlFolder);
  for (const operation of operations) writeFileSync(sqlFile(operation.name), goldenOf(measuredOf(operation)));
}

const committed = (): Record<string, DocumentCost> =>
  JSON.parse(readFileSync(costs, 'utf8')) as Record<string, DocumentCost>;

describe.each(operations)('$name', (operation) => {
  it('answers without an error or a problem, and with data', () => {
    const { errors, data, text } = measuredOf(operation).answer;
    expect(errors).toEqual([]);
    expect(text).not.toMatch(/"problems":\[\{/);
    expect(Object.values(data as object)).not.toContain(null);
  });

  it('costs what is committed', () => {
    expect(measuredOf(operation).cost).toEqual(committed()[operation.name]);
  });

  it('sends the SQL that is committed', () => {
    expect(goldenOf(measuredOf(operation))).toBe(readFileSync(sqlFile(operation.name), 'utf8'));
  });

  it('names no country in its SQL', () => {
    for (const { text } of measuredOf(operation).sent) expect(text).not.toMatch(/\b(za|bw|mz|zw)\./);
  });
});

describe('what is committed', () => {
  it('is of the documents that there are', () => {
    const names = operations.map(({ name }) => name);
    expect(Object.keys(committed())).toEqual(names);
    expect(readdirSync(sqlFolder).sort()).toEqual(names.map((name) => `${name}.sql`).sort());
  });

  it('knows the pages that every statement touched', () => {
    const unknown = [...measured.values()].flatMap(({ sent }) => sent.filter(({ buffers }) => buffers === null));
    for (const { text } of unknown) expect(text).toMatch(/^(BEGIN|COMMIT|SET)\b/);
  });
});
