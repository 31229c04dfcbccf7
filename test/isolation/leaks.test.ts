/** What is sealed is read through the API alone: whole or not at all, never without a trace, and nowhere else. */
import { adminRows, type AdminRow } from '../support/admin';
import type { Answer, Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';
import {
  call,
  everything,
  expectClean,
  identityOf,
  makeMarkedCase,
  mark,
  marks,
  openMark,
  uuidOf,
  type MarkedCase,
} from './marked-case';
import { filesWith } from './plaintext';

const logLines: string[] = [];
let api: TestApp;
let manager: Client;
let story: MarkedCase;
let other: MarkedCase;
beforeAll(async () => {
  api = await startApp({ env: { LOG_LEVEL: 'trace' }, log: { write: (line) => void logLines.push(line) } });
  manager = await api.as('case-manager', 'za');
  [story, other] = [await makeMarkedCase(api), await makeMarkedCase(api)];
});
afterAll(() => api?.close());

const admin = (text: string, values: unknown[] = []): Promise<AdminRow[]> => adminRows(api.database, text, values);

const narrativeOf = (id: string): Promise<Answer> =>
  manager.query('query ($id: ID!) { incidentNarrative(id: $id) { text } }', { id });

test('whoever may, reads every text as it was written', async () => {
  const { text, errors } = await manager.query(everything, { id: story.caseId });
  expect(errors).toEqual([]);
  expect(marks.filter((one) => !text.includes(one))).toEqual([]);
});

describe('a seal that is broken', () => {
  /** Changes a sealed column behind the API for the time of a task. */
  async function tampering(table: string, column: string, id: string, value: string, task: () => Promise<void>) {
    const [row] = await admin(`SELECT ${column} AS value FROM za.${table} WHERE id = $1`, [id]);
    await admin(`UPDATE za.${table} SET ${column} = ${value} WHERE id = $1`, [id]);
    try {
      await task();
    } finally {
      await admin(`UPDATE za.${table} SET ${column} = $2 WHERE id = $1`, [id, row!.value]);
    }
  }
  const keyOf = async ({ identityId }: MarkedCase): Promise<string> => {
    const [row] = await admin('SELECT data_key_id FROM za.survivor_identity WHERE id = $1', [uuidOf(identityId)]);
    return row!.data_key_id as string;
  };
  /** Of the whole case one record is null in its place, with one error; everything else is there. */
  async function expectOnlyGap(gone: string, there: string): Promise<void> {
    const { data, errors } = await manager.query(
      'query ($id: ID!) { case(id: $id) { displayId incidents { edges { node { narrative { id text } } } } } }',
      { id: story.caseId },
    );
    const { edges } = (data as { case: { incidents: { edges: { node: { narrative: { id: string } | null } }[] } } })
      .case.incidents;
    const narratives = edges.map(({ node }) => node.narrative);
    const at = narratives.indexOf(null);
    expect(narratives.map((narrative) => narrative?.id ?? gone)).toEqual(at === 0 ? [gone, there] : [there, gone]);
    expect(errors).toEqual([
      {
        message: expect.stringMatching(broken) as string,
        locations: [{ line: 1, column: 73 }],
        path: ['case', 'incidents', 'edges', at, 'node', 'narrative'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
  }
  const flipped = (column: string, at: string): string => `set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1)`;
  const broken = /integrity check/;

  test.each(['0', '1', '13', 'length(text) - 1'])('because byte %s changed is a clean error', async (at) => {
    const [first, second] = story.incidents;
    await tampering('incident_narrative', 'text', uuidOf(first!.narrative.id), flipped('text', at), async () => {
      const answer = await narrativeOf(first!.narrative.id);
      expectClean(answer, broken);
      expect(answer.data?.incidentNarrative ?? null).toBeNull();
      await expectOnlyGap(first!.narrative.id, second!.narrative.id);
      expect((await narrativeOf(second!.narrative.id)).data.incidentNarrative.text).toContain(mark);
      expect((await identityOf(manager, story)).errors).toEqual([]);
      const { errors } = await manager.query(everything, { id: other.caseId });
      expect(errors).toEqual([]);
    });
    expect((await narrativeOf(first!.narrative.id)).text).toContain(mark);
  });

  test('because the value was moved to another row under the same key, or to another column, is a clean error', async () => {
    const [first, second] = story.incidents;
    const moved = `(SELECT text FROM za.incident_narrative WHERE id = '${uuidOf(second!.narrative.id)}')`;
    await tampering('incident_narrative', 'text', uuidOf(first!.narrative.id), moved, async () => {
      expectClean(await narrativeOf(first!.narrative.id), broken);
      expect((await narrativeOf(second!.narrative.id)).text).toContain(mark);
    });
    await tampering('survivor_identity', 'legal_name', uuidOf(story.identityId), 'working_name', async () =>
      expectClean(await identityOf(manager, story), broken),
    );
  });

  test('because the survivor’s key was changed or is another survivor’s is a clean error, and others are read', async () => {
    const [own, foreign] = await Promise.all([story, other].map(keyOf));
    const values = [
      flipped('wrapped', 'length(wrapped) - 1'),
      `(SELECT wrapped FROM za.data_key WHERE id = '${foreign}')`,
    ];
    for (const value of values)
      await tampering('data_key', 'wrapped', own!, value, async () => {
        expectClean(await identityOf(manager, story), broken);
        expect((await identityOf(manager, other)).text).toContain(mark);
      });
    expect((await identityOf(manager, story)).text).toContain(mark);
  });
});

describe('nowhere else', () => {
  test('is any of it: not in the rows that tell of changes, reads and keys', async () => {
    for (const table of [
      'audit_event',
      'change_entry',
      'idempotency_record',
      'access_log_entry',
      '"case"',
      'survivor',
    ]) {
      const [told] = await admin(`SELECT count(*)::integer AS n FROM za.${table} t WHERE t::text LIKE $1`, [
        `%${mark}%`,
      ]);
      expect([table, told!.n]).toEqual([table, 0]);
      expect((await admin(`SELECT FROM za.${table} LIMIT 1`)).length).toBe(1);
    }
  });

  test('is any of it: not in the log of the API, not even of requests that fail with it', async () => {
    const attempts: readonly (readonly [string, object?])[] = [
      [`{ ${mark} }`],
      [`{ case(id: "${mark}" `],
      [`{ case(id: "${mark}") { id } }`],
      ['query ($id: Int!) { case(id: $id) { id } }', { id: mark }],
      [`{ cases(filter: { displayId: { eq: "${mark}" } }, after: "${mark}") { totalCount } }`],
      [
        'mutation ($input: AddCaseNoteInput!) { addCaseNote(input: $input) { problems { code } } }',
        { input: { text: mark } },
      ],
      [
        'mutation ($input: AddCaseNoteInput!) { addCaseNote(input: $input) { problems { code } } }',
        { input: { idempotencyKey: `${mark}`, caseId: story.caseId, text: `${mark}\u0000` } },
      ],
    ];
    const before = logLines.length;
    for (const [document, variables] of attempts) await manager.query(document, variables as Record<string, unknown>);
    expect(logLines.length - before).toBeGreaterThanOrEqual(attempts.length);
    expect(logLines.filter((line) => line.includes('does not open')).length).toBeGreaterThan(0);
    expect(logLines.filter((line) => line.includes(mark))).toEqual([]);
    expect(logLines.filter((line) => line.includes(manager.token ?? ''))).toEqual([]);
  });

  test('is any of it: not in any file of the database server, where what is not sealed is found', async () => {
    const input = {
      title: openMark,
      topic: 'RIGHTS_LITERACY',
      audience: 'SEX_WORKER',
      level: 'COMMUNITY',
      outcome: 'LTO1',
    };
    await call(manager, 'planTraining', { ...input, startOn: '2026-12-01' }, 'training { id }');
    const files = await filesWith(api.database, [mark, openMark]);
    expect(files.get(mark)).toEqual([]);
    const found = files.get(openMark) ?? [];
    expect(found.some((name) => name.includes('/base/'))).toBe(true);
    expect(found.some((name) => name.includes('/pg_wal/'))).toBe(true);
  });
});
