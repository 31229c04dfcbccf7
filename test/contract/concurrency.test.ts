/** Many at once, over HTTP: one update of a version wins, one key has one effect and one answer, the feed tells each once. */
import { randomUUID } from 'node:crypto';
import { readChanges, type Change } from '../../src/writing/feed';
import { adminRows } from '../support/admin';
import type { Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';

let api: TestApp;
let manager: Client;
beforeAll(async () => {
  api = await startApp({ listen: true });
  manager = await api.as('case-manager', 'za');
});
afterAll(() => api?.close());

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly data: Readonly<Record<string, Payload>>;
}

interface Payload {
  readonly case: {
    readonly id: string;
    readonly version: number;
    readonly registeredAtOffice?: string;
    readonly survivor?: { readonly id: string };
  } | null;
  readonly problems: readonly object[];
}

/** A request over a socket of its own, as a client beside others makes it. */
async function send(query: string, input: object): Promise<Sent> {
  const response = await fetch(`${api.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${manager.token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await response.text();
  return { status: response.status, text, data: (JSON.parse(text) as Sent).data };
}

const times = <T>(count: number, run: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => run(at)));

const registerCase = `mutation ($input: RegisterCaseInput!) { registerCase(input: $input) {
  case { id displayId version survivor { id survivorCode } incidents { totalCount } } problems { code path } } }`;
const updateCase = `mutation ($input: UpdateCaseInput!) { updateCase(input: $input) { case { id version registeredAtOffice }
  problems { __typename code ... on VersionConflict { expectedVersion actualVersion } } } }`;

const registration = (): object => ({
  idempotencyKey: randomUUID(),
  source: 'HELPLINE',
  survivor: { genderIdentity: 'WOMAN', identity: { workingName: 'Thandi' } },
  consents: [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN' }],
  incidents: [{ violationTypes: ['BEATING'], consentReporting: false, narrative: { text: 'What happened.' } }],
});

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString('latin1').split(':')[2] ?? '';
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  (await adminRows<{ n: number }>(api.database, `SELECT count(*)::integer AS n FROM ${text}`, values))[0]!.n;

/** The feed from a position to its end: until it has shown all that was written, for others on the server hold it back. */
async function changesAfter(
  position: string | null,
  written: number,
): Promise<{ changes: Change[]; end: string | null }> {
  const { app: pool } = api.app.countries.get('ZA')!;
  const changes: Change[] = [];
  let after = position;
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const page = await readChanges(pool, { after, limit: 50 });
    changes.push(...page.changes);
    after = page.position;
    if (!page.more && changes.length >= written) break;
    if (!page.more) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { changes, end: after };
}

const feedLength = (): Promise<number> => count('za.change_entry');
const feedEnd = async (): Promise<string | null> => (await changesAfter(null, await feedLength())).end;
const record = ({ entity, recordId, version, operation }: Change): string =>
  [entity, recordId, version, operation].join(' ');

/** Runs something and tells what the feed said of it; the audit trail, which is written beside it, must say the same. */
async function fed(run: () => Promise<void>): Promise<string[]> {
  const [start, before, audited] = [await feedEnd(), await feedLength(), await count('za.audit_event')];
  await run();
  const written = (await feedLength()) - before;
  expect((await count('za.audit_event')) - audited).toBe(written);
  const told = (await changesAfter(start, written)).changes.map(record);
  expect(told).toHaveLength(written);
  expect(new Set(told).size).toBe(told.length);
  return told;
}

test('of twenty updates of one version one wins, and nineteen are told of it', async () => {
  const { data } = await send(registerCase, registration());
  const { id, version } = data.registerCase!.case!;
  let answers: Sent[] = [];
  const told = await fed(async () => {
    answers = await times(20, (at) =>
      send(updateCase, {
        idempotencyKey: randomUUID(),
        id,
        expectedVersion: version,
        registeredAtOffice: `Office ${at}`,
      }),
    );
  });
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const payloads = answers.map((answer) => answer.data.updateCase!);
  const [winner, ...others] = payloads.filter((payload) => payload.case !== null);
  expect(others).toEqual([]);
  expect(winner).toMatchObject({ case: { version: version + 1 }, problems: [] });
  const conflict = { code: 'VERSION_CONFLICT', expectedVersion: version, actualVersion: version + 1 };
  const losers = payloads.filter((payload) => payload !== winner);
  expect(losers).toEqual(Array(19).fill({ case: null, problems: [{ __typename: 'VersionConflict', ...conflict }] }));
  const office = winner!.case!.registeredAtOffice;
  expect(
    await adminRows(api.database, 'SELECT version, registered_at_office FROM za."case" WHERE id = $1', [uuidOf(id)]),
  ).toEqual([{ version: version + 1, registered_at_office: office }]);
  expect(told.filter((line) => line.startsWith('Case '))).toEqual([`Case ${uuidOf(id)} ${version + 1} UPDATE`]);
});

test.each([
  ['three times, one after the other', 3, false],
  ['ten times at once', 10, true],
])('a case that is registered with one key %s is one case with one answer', async (_how, number, atOnce) => {
  const input = registration();
  const cases = await count('za."case"');
  const answers: Sent[] = [];
  const told = await fed(async () => {
    if (atOnce) answers.push(...(await times(number, () => send(registerCase, input))));
    else for (let at = 0; at < number; at++) answers.push(await send(registerCase, input));
  });
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const { case: made, problems } = answers[0]!.data.registerCase!;
  expect(problems).toEqual([]);
  expect(made).toMatchObject({ version: 1, incidents: { totalCount: 1 } });
  expect(await count('za."case"')).toBe(cases + 1);
  const entities = told.map((line) => line.split(' ')[0]!);
  expect(told).toContain(`Case ${uuidOf(made!.id)} 1 INSERT`);
  expect(told).toContain(`Survivor ${uuidOf(made!.survivor!.id)} 1 INSERT`);
  for (const entity of ['Case', 'Survivor', 'SurvivorIdentity', 'Consent', 'Incident', 'IncidentNarrative'])
    expect([entity, entities.filter((one) => one === entity).length]).toEqual([entity, 1]);
});

test('ten cases at once, each with a key of its own, are ten cases, each told once', async () => {
  const ids: string[] = [];
  const told = await fed(async () => {
    const answers = await times(10, () => send(registerCase, registration()));
    ids.push(...answers.map(({ data }) => uuidOf(data.registerCase!.case!.id)));
  });
  const cases = told.filter((line) => line.startsWith('Case '));
  expect(cases.sort()).toEqual(ids.map((id) => `Case ${id} 1 INSERT`).sort());
});

test('a key with another input, at once with the first, is refused to one of them', async () => {
  const input = registration();
  const answers = await Promise.all([
    send(registerCase, input),
    send(registerCase, { ...input, source: 'OUTREACH_ACTIVITY' }),
  ]);
  const payloads = answers.map(({ data }) => data.registerCase!);
  expect(payloads.filter((payload) => payload.case !== null)).toHaveLength(1);
  expect(payloads.flatMap(({ problems }) => problems)).toEqual([
    { code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] },
  ]);
});
