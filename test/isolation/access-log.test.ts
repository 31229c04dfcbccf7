/** The access log: one entry for every sensitive record that is read, by whatever way, and no reading without it. */
import { adminRows, type AdminRow } from '../support/admin';
import type { Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';
import {
  call,
  everything,
  expectClean,
  identityOf,
  makeMarkedCase,
  mark,
  uuidOf,
  type MarkedCase,
} from './marked-case';

let api: TestApp;
let manager: Client;
let story: MarkedCase;
beforeAll(async () => {
  api = await startApp();
  manager = await api.as('case-manager', 'za');
  story = await makeMarkedCase(api);
});
afterAll(() => api?.close());

const admin = (text: string, values: unknown[] = []): Promise<AdminRow[]> => adminRows(api.database, text, values);

/** Entries that something adds, as the administrator sees them. */
async function entriesOf(run: () => Promise<unknown>): Promise<AdminRow[]> {
  const known = (await admin('SELECT id FROM za.access_log_entry')).map(({ id }) => id);
  await run();
  return admin(
    `SELECT actor_id, actor_role, organisation_id, entity, record_id, survivor_id, data_class, purpose
     FROM za.access_log_entry WHERE NOT id = ANY($1) ORDER BY created_at`,
    [known],
  );
}
const readerOf = async (email: string): Promise<AdminRow> => {
  const [account] = await admin('SELECT id, role, organisation_id FROM identity.account WHERE email = $1', [email]);
  return { actor_id: account!.id, actor_role: account!.role, organisation_id: account!.organisation_id };
};
const ask = async (document: string, id: string, client = manager): Promise<void> => {
  const { errors, text } = await client.query(`query ($id: ID!) { ${document} }`, { id });
  expect(errors).toEqual([]);
  expect(text).toContain(mark);
};

type Path = readonly [path: string, purpose: string, read: () => Promise<unknown>];
/** Changes nothing but the version, and shows what is sensitive in its payload. */
async function update(what: 'updateSurvivor' | 'updateCase'): Promise<void> {
  const [thing, id, shown] =
    what === 'updateSurvivor'
      ? ['survivor', story.survivorId, 'identity { workingName }']
      : ['case', story.caseId, narrativeInCase];
  const { data } = await manager.query(`query ($id: ID!) { ${thing}(id: $id) { version } }`, { id });
  await call(manager, what, { id, expectedVersion: data[thing].version }, `${thing} { ${shown} }`);
}
const firstIncident = (): string => story.incidents[0]!.id;
const narrative = (): string => story.incidents[0]!.narrative.id;
const narrativeInCase = 'incidents { edges { node { narrative { text } } } }';

const identities: readonly Path[] = [
  [
    'a list',
    'QUALITY_REVIEW',
    () =>
      ask(
        'survivorIdentities(filter: { survivor: { eq: $id } }, purpose: QUALITY_REVIEW) { edges { node { phone } } }',
        story.survivorId,
      ),
  ],
  [
    'its id',
    'SURVIVOR_REQUEST',
    () => ask('survivorIdentity(id: $id, purpose: SURVIVOR_REQUEST) { address }', story.identityId),
  ],
  [
    'its case',
    'SUPERVISION',
    () => ask('case(id: $id) { survivor { identity(purpose: SUPERVISION) { idNumber } } }', story.caseId),
  ],
  [
    'a list of cases',
    'CASE_WORK',
    () =>
      ask('cases(filter: { id: { eq: $id } }) { edges { node { survivor { identity { phone } } } } }', story.caseId),
  ],
  ['node', 'CASE_WORK', () => ask('node(id: $id) { ... on SurvivorIdentity { legalName } }', story.identityId)],
  ['nodes', 'CASE_WORK', () => ask('nodes(ids: [$id]) { ... on SurvivorIdentity { legalName } }', story.identityId)],
  ['the payload of a mutation', 'CASE_WORK', () => update('updateSurvivor')],
];

test.each(identities)('tells who read an identity through %s, once', async (_path, purpose, read) => {
  expect(await entriesOf(read)).toEqual([
    {
      ...(await readerOf('case-manager@za.demo')),
      entity: 'SurvivorIdentity',
      record_id: uuidOf(story.identityId),
      survivor_id: uuidOf(story.survivorId),
      data_class: 'IDENTITY',
      purpose,
    },
  ]);
});

const narratives: readonly Path[] = [
  [
    'a list',
    'INVESTIGATION',
    () =>
      ask(
        'incidentNarratives(filter: { incident: { eq: $id } }, purpose: INVESTIGATION) { edges { node { text } } }',
        firstIncident(),
      ),
  ],
  ['its id', 'CASE_WORK', () => ask('incidentNarrative(id: $id) { text }', narrative())],
  [
    'its incident',
    'SUPERVISION',
    () => ask('incident(id: $id) { narrative(purpose: SUPERVISION) { text } }', firstIncident()),
  ],
  ['node', 'CASE_WORK', () => ask('node(id: $id) { ... on IncidentNarrative { text } }', narrative())],
];

test.each(narratives)('tells who read a narrative through %s, once', async (_path, purpose, read) => {
  expect(await entriesOf(read)).toEqual([
    {
      ...(await readerOf('case-manager@za.demo')),
      entity: 'IncidentNarrative',
      record_id: uuidOf(narrative()),
      survivor_id: uuidOf(story.survivorId),
      data_class: 'NARRATIVE',
      purpose,
    },
  ]);
});

test('tells both narratives of a case, also when a mutation shows them', async () => {
  const read = (): Promise<unknown> =>
    ask('case(id: $id) { incidents { edges { node { narrative { text } } } } }', story.caseId);
  expect(await entriesOf(read)).toHaveLength(2);
  expect((await entriesOf(() => update('updateCase'))).map((one) => [one.entity, one.survivor_id])).toEqual(
    Array(2).fill(['IncidentNarrative', uuidOf(story.survivorId)]),
  );
});

test('tells of the receiver of a referral, as which role and for which organisation', async () => {
  const provider = await api.as('service-provider', 'za');
  const read = (): Promise<unknown> =>
    ask('referral(id: $id) { serviceRecord(purpose: REFERRAL) { providerNote } }', story.referralId, provider);
  expect(await entriesOf(read)).toMatchObject([
    {
      ...(await readerOf('service-provider@za.demo')),
      survivor_id: uuidOf(story.survivorId),
      data_class: 'SERVICE_RECORD',
      purpose: 'REFERRAL',
    },
  ]);
});

test('is silent where nothing sensitive was read, or nobody was let', async () => {
  const { caseId: id, identityId } = story;
  const [administrator, stranger] = [await api.as('partner-admin', 'za'), await api.as('case-manager', 'bw')];
  const entries = await entriesOf(async () => {
    await manager.query('query ($id: ID!) { case(id: $id) { survivor { survivorCode } incidents { totalCount } } }', {
      id,
    });
    const refused = await administrator.query('query ($id: ID!) { survivorIdentity(id: $id) { phone } }', {
      id: identityId,
    });
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    await stranger.query('query ($id: ID!) { survivorIdentity(id: $id) { phone } node(id: $id) { id } }', {
      id: identityId,
    });
  });
  expect(entries).toEqual([]);
});

const counted = { data_class: 'CASE_NOTES', entity: 'CaseNote', record_id: null };

test('tells of what was counted: of a list, and of what hangs on a record with whom that is about', async () => {
  const whole = await entriesOf(() => manager.query('{ caseNotes(purpose: QUALITY_REVIEW) { totalCount } }'));
  const reader = await readerOf('case-manager@za.demo');
  expect(whole).toEqual([{ ...reader, ...counted, survivor_id: null, purpose: 'QUALITY_REVIEW' }]);
  const document = 'query ($id: ID!) { case(id: $id) { notes(purpose: SUPERVISION) { totalCount } } }';
  const below = await entriesOf(() => manager.query(document, { id: story.caseId }));
  const about = { survivor_id: uuidOf(story.survivorId), purpose: 'SUPERVISION' };
  expect(below).toEqual([{ ...reader, ...counted, ...about }]);
});

test('tells of a count beside the records that are shown, once each', async () => {
  const document = `query ($id: ID!) { survivors(filter: { id: { eq: $id } }) { edges { node {
    cases { edges { node { notes(first: 1) { totalCount edges { node { kind } } } } } } } } } }`;
  const entries = await entriesOf(() => manager.query(document, { id: story.survivorId }));
  const survivor = uuidOf(story.survivorId);
  const counts = entries.filter(({ record_id }) => record_id === null);
  expect(counts).toMatchObject([{ ...counted, survivor_id: survivor }]);
  expect(entries.filter(({ survivor_id }) => survivor_id !== survivor)).toEqual([]);
});

test('that cannot be written gives nothing away, and nothing else is touched', async () => {
  await admin('REVOKE INSERT ON za.access_log_entry FROM za_app');
  try {
    for (const [, , read] of [...identities, ...narratives]) await expect(read()).rejects.toThrow();
    for (const answer of [await identityOf(manager, story), await manager.query(everything, { id: story.caseId })])
      expectClean(answer, /./);
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { id } }', { id: story.caseId });
    expect(data.case.id).toBe(story.caseId);
  } finally {
    await admin('GRANT INSERT ON za.access_log_entry TO za_app');
  }
  expect((await identityOf(manager, story)).text).toContain(mark);
});

describe('a page of sensitive records', () => {
  it.each([
    ['survivorIdentities(first: 1)', 1],
    ['survivorIdentities(first: 0)', 0],
    ['survivorIdentities(last: 2)', 2],
  ])(
    '%s leaves an entry for each record that is shown, not for the one that tells of a next page',
    async (list, shown) => {
      const entries = await entriesOf(() =>
        manager.query(`{ ${list} { edges { node { phone } } pageInfo { hasNextPage hasPreviousPage } } }`),
      );
      expect(entries).toHaveLength(shown);
    },
  );

  it('counts for each parent of a nested list', async () => {
    const document = '{ cases(first: 30) { edges { node { notes(first: 1) { edges { node { id } } } } } } }';
    let notes = 0;
    const entries = await entriesOf(async () => {
      const { data } = await manager.query(document);
      for (const { node } of data.cases.edges as { node: { notes: { edges: unknown[] } } }[])
        notes += node.notes.edges.length;
    });
    expect(entries).toHaveLength(notes);
  });
});
