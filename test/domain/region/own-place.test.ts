/** What the secretariat does itself: written by it in a place of its own, and listed beside what the countries did. */
import { randomUUID } from 'node:crypto';
import { globalId } from '../../../src/base/global-id';
import type { Client, TestApp } from '../../support/app';
import { startApp } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { actor, done, expectForbidden, told } from '../acting';

interface Shown {
  readonly id: string;
  readonly country: string;
  readonly version: number;
  readonly status: string;
  readonly organisation: { readonly name: string };
}

const act = actor<Shown>('training', 'id country version status organisation { name }');
const planned = {
  ...{ title: 'Trainers of four countries', topic: 'POLICE_TRAINING_OF_TRAINERS', audience: 'POLICE' },
  ...{ level: 'REGIONAL', outcome: 'LTO4', startOn: '2026-03-02' },
};

let api: TestApp;
let secretariat: Client;
beforeAll(async () => {
  api = await startApp();
  secretariat = await api.as('secretariat', 'region');
});
afterAll(() => api?.close());

const plan = async (): Promise<Shown> => done(await act(secretariat, 'planTraining', planned));
const listed = async (client: Client, country?: string): Promise<Set<string>> => {
  const of = country === undefined ? '' : `, country: ${country}`;
  const { data } = await client.query(
    `{ trainings(first: 100, filter: { level: { eq: REGIONAL } }${of}) { edges { node { id country } } } }`,
  );
  const { edges } = data.trainings as { edges: { node: { id: string; country: string } }[] };
  return new Set(edges.map(({ node }) => node.country));
};

test('a training of the secretariat is the region’s, and stands in one list with those of the countries', async () => {
  const training = await plan();
  expect([training.country, training.organisation.name]).toEqual(['REGION', 'Hands Off Regional Secretariat']);
  const all = await listed(secretariat);
  expect(all.has('REGION') && all.size > 1).toBe(true);
  expect([...(await listed(secretariat, 'REGION'))]).toEqual(['REGION']);
  const analyst = await api.as('analyst', 'region');
  expect([...(await listed(analyst, 'REGION'))]).toEqual(['REGION']);
});

test('it is carried on by the secretariat, as a country’s is by its people', async () => {
  const { id } = await plan();
  const confirmed = done(await act(secretariat, 'confirmTraining', { id, expectedVersion: 1 }));
  expect(confirmed).toMatchObject({ status: 'CONFIRMED', version: 2 });
  const held = done(await act(secretariat, 'holdTraining', { id, expectedVersion: 2 }));
  expect(held.status).toBe('HELD');
});

test.each(['za', 'mz'])('nobody of %s sees or changes it', async (country) => {
  const { id } = await plan();
  for (const account of ['me-officer', 'partner-admin', 'case-manager']) {
    const client = await api.as(account, country);
    const { data } = await client.query('query ($id: ID!) { training(id: $id) { id } node(id: $id) { id } }', { id });
    expect([account, data]).toEqual([account, { training: null, node: null }]);
    expect(told(await act(client, 'confirmTraining', { id, expectedVersion: 1 }))).toEqual(['NOT_FOUND id']);
  }
});

test('the secretariat changes nothing of a country, and records nothing in its name', async () => {
  const { data } = await secretariat.query(
    '{ trainings(first: 1, country: ZA, filter: { status: { eq: PLANNED } }) { edges { node { id version organisation { id } } } } }',
  );
  const [{ node }] = data.trainings.edges as [{ node: { id: string; version: number; organisation: { id: string } } }];
  const change = { id: node.id, expectedVersion: node.version };
  expect(told(await act(secretariat, 'confirmTraining', change))).toEqual(['NOT_FOUND id']);
  const elsewhere = { ...planned, organisationId: node.organisation.id };
  expect(told(await act(secretariat, 'planTraining', elsewhere))).toEqual(['NOT_FOUND organisationId']);
});

test('others of the region write nothing, and of cases the secretariat does not either', async () => {
  for (const account of ['analyst', 'operator'])
    expectForbidden(await act(await api.as(account, 'region'), 'planTraining', planned));
  const id = globalId('Case', 'REGION', randomUUID());
  const { errors } = await secretariat.query('query ($id: ID!) { case(id: $id) { id } }', { id });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('a network of several countries is the secretariat’s to keep, in the region’s own place', async () => {
  const onPlatform = actor<Shown>('platform', 'id country version organisation { name }');
  const network = done(await onPlatform(secretariat, 'registerPlatform', { name: 'A network', level: 'REGIONAL' }));
  expect([network.country, network.organisation.name]).toEqual(['REGION', 'Hands Off Regional Secretariat']);
  const onAssociation = actor<Shown>('memberAssociation', 'id country version status');
  const applied = await onAssociation(secretariat, 'registerMemberAssociation', { platformId: network.id, name: 'A' });
  const { id, version: expectedVersion } = done(applied);
  const admitted = done(await onAssociation(secretariat, 'admitMemberAssociation', { id, expectedVersion }));
  expect(admitted).toMatchObject({ country: 'REGION', status: 'MEMBER' });
  const { data } = await secretariat.query('{ platforms(first: 100) { edges { node { country } } } }');
  const { edges } = data.platforms as { edges: { node: { country: string } }[] };
  expect(new Set(edges.map(({ node }) => node.country)).size).toBeGreaterThan(1);
  const manager = await api.as('case-manager', 'za');
  const change = { id: network.id, expectedVersion: 1, name: 'Ours' };
  expect(told(await onPlatform(manager, 'updatePlatform', change))).toEqual(['NOT_FOUND id']);
  const elsewhere = { associationId: id, category: 'OTHER', severity: 'MINOR', roleOfPerson: 'OTHER', note: 'A' };
  expectForbidden(await actor('conductBreach', 'id')(secretariat, 'reportConductBreach', elsewhere));
});

describe('the history', () => {
  const history =
    'history(first: 5) { totalCount edges { node { action version changes { field before after } organisation { name } } } }';
  const forbidden = { code: 'FORBIDDEN', coordinate: 'Training.history', dataClass: 'HISTORY' };
  const confirmed = async (): Promise<Shown> => {
    const { id } = await plan();
    return done(await act(secretariat, 'confirmTraining', { id, expectedVersion: 1 }));
  };

  it('of what the region did is read by the secretariat, from the record, in lists and in answers', async () => {
    const { id } = await confirmed();
    const { data, errors } = await secretariat.query(`query ($id: ID!) { training(id: $id) { ${history} } }`, { id });
    expect(errors).toEqual([]);
    const entries = data.training.history.edges as { node: Record<string, unknown> }[];
    expect([data.training.history.totalCount, entries.map(({ node }) => [node.action, node.version])]).toEqual([
      2,
      [
        ['confirmTraining', 2],
        ['planTraining', 1],
      ],
    ]);
    expect(entries[0]!.node).toMatchObject({
      changes: [{ field: 'status', before: 'PLANNED', after: 'CONFIRMED' }],
      organisation: { name: 'Hands Off Regional Secretariat' },
    });
    const listed = await secretariat.query(
      `{ trainings(first: 100, country: REGION) { edges { node { ${history} } } } }`,
    );
    expect(listed.errors).toEqual([]);
    const onTraining = actor<{ history: { totalCount: number } }>('training', history);
    const held = done(await onTraining(secretariat, 'holdTraining', { id, expectedVersion: 2 }));
    expect(held.history.totalCount).toBe(3);
  });

  it('of a country’s is not, and one error says so, also where both stand in one list', async () => {
    await confirmed();
    const { data, errors } = await secretariat.query(
      `{ trainings(first: 100, filter: { level: { eq: REGIONAL } }) { edges { node { country ${history} again: ${history} } } } }`,
    );
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([forbidden]);
    expect(errors[0]!.extensions.readableBy).not.toContain('SECRETARIAT');
    const { edges } = data.trainings as { edges: { node: { country: string; history: object; again: object } }[] };
    for (const { node } of edges) {
      const isRead = node.country === 'REGION';
      expect([node.country, node.history !== null, node.again !== null]).toEqual([node.country, isRead, isRead]);
    }
    expect(new Set(edges.map(({ node }) => node.country)).size).toBeGreaterThan(2);
  });

  it('is read by nobody else of the region, wherever it is', async () => {
    const { id } = await confirmed();
    const analyst = await api.as('analyst', 'region');
    const { data, errors } = await analyst.query(`query ($id: ID!) { training(id: $id) { id ${history} } }`, { id });
    expect([data.training, errors.map(({ extensions }) => extensions)]).toMatchObject([{ history: null }, [forbidden]]);
  });
});

describe('whom its outreach reached', () => {
  const reached = 'reached(first: 5) { totalCount edges { node { id people contacts } } }';
  const forbidden = { code: 'FORBIDDEN', coordinate: 'OutreachActivity.reached', dataClass: 'OUTREACH_REACH' };
  const held = async (): Promise<{
    id: string;
    reached: { totalCount: number; edges: { node: { id: string } }[] };
  }> => {
    const onOutreach = actor<Shown & Awaited<ReturnType<typeof held>>>('outreachActivity', `id ${reached}`);
    return done(
      await onOutreach(secretariat, 'recordOutreachActivity', {
        ...{ type: 'ROUNDTABLE', title: 'A meeting of the region', heldOn: '2026-02-10', level: 'REGIONAL' },
        ...{ outcome: 'LTO1', topics: ['RIGHTS'] },
        reached: [{ genderIdentity: 'WOMAN', ageBand: 'AGE_25_34', kind: 'NEW', people: 12, contacts: 14 }],
      }),
    );
  };

  it('is read back by the secretariat: in the answer, from the activity, in its list, and by its id', async () => {
    const { id, reached: told } = await held();
    expect(told).toMatchObject({ totalCount: 1, edges: [{ node: { people: 12, contacts: 14 } }] });
    const group = told.edges[0]!.node.id;
    const { data, errors } = await secretariat.query(
      `query ($id: ID!, $group: ID!) {
        outreachActivity(id: $id) { ${reached} }
        outreachReaches(first: 100) { totalCount edges { node { id country activity { id } } } }
        outreachReach(id: $group) { people } node(id: $group) { ... on OutreachReach { people } } }`,
      { id, group },
    );
    expect(errors).toEqual([]);
    expect(data.outreachActivity.reached).toEqual(told);
    const { edges, totalCount } = data.outreachReaches as {
      edges: { node: Record<string, unknown> }[];
      totalCount: number;
    };
    expect([totalCount, new Set(edges.map(({ node }) => node.country))]).toEqual([edges.length, new Set(['REGION'])]);
    expect(edges).toContainEqual({ node: { id: group, country: 'REGION', activity: { id } } });
    expect([data.outreachReach, data.node]).toEqual([{ people: 12 }, { people: 12 }]);
  });

  it('of a country is not, and one error says so', async () => {
    await held();
    const { data, errors } = await secretariat.query(
      `{ outreachActivities(first: 100) { edges { node { country ${reached} } } } }`,
    );
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([forbidden]);
    const { edges } = data.outreachActivities as { edges: { node: { country: string; reached: object } }[] };
    for (const { node } of edges)
      expect([node.country, node.reached !== null]).toEqual([node.country, node.country === 'REGION']);
    expect(new Set(edges.map(({ node }) => node.country)).size).toBeGreaterThan(1);
    const officer = await api.as('me-officer', 'za');
    const theirs = await officer.query('{ outreachReaches(first: 1) { edges { node { id } } } }');
    const { id } = theirs.data.outreachReaches.edges[0].node as { id: string };
    const asked = await secretariat.query('query ($id: ID!) { outreachReach(id: $id) { id } node(id: $id) { id } }', {
      id,
    });
    expect([asked.data, asked.errors]).toEqual([{ outreachReach: null, node: null }, []]);
  });

  it('is read by nobody else of the region', async () => {
    const { id } = await held();
    const analyst = await api.as('analyst', 'region');
    const { data, errors } = await analyst.query(`query ($id: ID!) { outreachActivity(id: $id) { ${reached} } }`, {
      id,
    });
    expect([data.outreachActivity, errors.map(({ extensions }) => extensions)]).toMatchObject([
      { reached: null },
      [forbidden],
    ]);
  });
});

test('what waits of its own doing is on the list of the secretariat, and of nobody else of the region', async () => {
  const waiting = async (): Promise<Map<string, string>> => {
    const { data, errors } = await secretariat.query(
      '{ workList(first: 100) { edges { node { country kind recordId organisation { name } } } } workCounts { count } }',
    );
    expect(errors).toEqual([]);
    const nodes = (data.workList.edges as { node: Record<string, string> }[]).map(({ node }) => node);
    expect(nodes.filter(({ country }) => country !== 'REGION')).toEqual([]);
    const counts = (data.workCounts as { count: number }[]).map(({ count }) => count);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(nodes.length);
    return new Map(nodes.map(({ recordId = '', kind = '' }) => [recordId, kind]));
  };
  const uuid = ({ id }: Shown): string => Buffer.from(id, 'base64url').toString('latin1').split(':')[2]!;
  const past = done(await act(secretariat, 'planTraining', { ...planned, startOn: dayFromNow(-9) }));
  const ahead = done(await act(secretariat, 'planTraining', { ...planned, startOn: dayFromNow(9) }));
  const found = await waiting();
  expect([found.get(uuid(past)), found.get(uuid(ahead))]).toEqual(['ACTIVITY_DAY_PAST', undefined]);
  done(await act(secretariat, 'cancelTraining', { id: past.id, expectedVersion: 1, statusReason: 'Nobody came.' }));
  expect((await waiting()).get(uuid(past))).toBeUndefined();
  for (const role of ['analyst', 'operator']) {
    const { errors } = await (await api.as(role, 'region')).query('{ workList(first: 1) { edges { node { kind } } } }');
    expect(errors.map(({ extensions, message }) => [extensions.code, /Regional secretariat/.test(message)])).toEqual([
      ['FORBIDDEN', true],
    ]);
  }
});

test('it has no imports: whoever is of the region is refused, whatever the import', async () => {
  const id = globalId('DataImport', 'ZA', randomUUID());
  for (const role of ['secretariat', 'analyst', 'operator']) {
    const who = await api.as(role, 'region');
    const headers = { authorization: `Bearer ${who.token}` };
    const { statusCode } = await api.http.inject({ method: 'PUT', url: `/imports/${id}`, headers, payload: '{}' });
    expect([role, statusCode]).toEqual([role, 403]);
  }
});
