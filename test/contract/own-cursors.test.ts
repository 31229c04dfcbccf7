/** The server takes back every cursor that it made, however the same question is put and however long its texts are. */
import '../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { CursorSeal, longestCursor } from '../../src/execution/read/cursor';
import { MAX_TERMS, type Place } from '../../src/execution/read/order';
import type { Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { caseManager } from '../server/harness';
import type { Page } from '../support/records';
import { walkedThings } from '../support/walk';

let api: TestApp;
let officer: Client;
beforeAll(async () => {
  walkedThings(); // every thing is declared
  api = await startApp();
  officer = await api.as('me-officer', 'mz');
});
afterAll(() => api?.close());

const document = `query ($after: String, $filter: TrainingFilter, $orderBy: [TrainingOrder!]) {
  trainings(first: 1, after: $after, filter: $filter, orderBy: $orderBy) { edges { node { id } } pageInfo { endCursor } } }`;

describe('a cursor is that of a question, not of its spelling', () => {
  const since = '2020-01-01T00:00:00Z';
  const filter = { createdAt: { gt: since, isNull: false }, not: { title: { eq: 'x' } } };
  const orderBy = [{ field: 'TITLE', direction: 'DESC' }];

  it.each<[string, object]>([
    ['null for what is not asked', { filter: { ...filter, title: null, and: null, startOn: null }, orderBy }],
    ['nulls further in', { filter: { ...filter, not: { title: { eq: 'x' }, or: null } }, orderBy }],
    ['another order of names', { filter: { not: filter.not, createdAt: { isNull: false, gt: since } }, orderBy }],
    ['another order of names in a term', { filter, orderBy: [{ direction: 'DESC', field: 'TITLE' }] }],
    [
      'more digits of a time',
      { filter: { ...filter, createdAt: { gt: '2020-01-01T00:00:00.000Z', isNull: false } }, orderBy },
    ],
  ])('%s', async (_what, question) => {
    const { data } = await officer.query(document, { filter, orderBy });
    const after: unknown = data.trainings.pageInfo.endCursor;
    const there = await officer.query(document, { after, filter, orderBy });
    const here = await officer.query(document, { after, ...question });
    expect(here.errors).toEqual([]);
    expect(here.text).toBe(there.text);
  });

  it('no filter, null and an empty one are one question, and so are no order, null and an empty one', async () => {
    const { data } = await officer.query(document, {});
    const after: unknown = data.trainings.pageInfo.endCursor;
    for (const question of [{}, { filter: null, orderBy: null }, { filter: {}, orderBy: [] }])
      expect((await officer.query(document, { after, ...question })).errors).toEqual([]);
  });

  it('a variable inside the filter may be left out or null', async () => {
    const withVariable = `query ($after: String, $or: [TrainingFilter!]) {
      trainings(first: 1, after: $after, filter: { or: $or }) { pageInfo { endCursor } } }`;
    const { data } = await officer.query(withVariable, {});
    const after: unknown = data.trainings.pageInfo.endCursor;
    expect((await officer.query(withVariable, { after, or: null })).errors).toEqual([]);
  });

  it('an empty list is another question: it asks for nothing', async () => {
    const { data } = await officer.query(document, {});
    const after: unknown = data.trainings.pageInfo.endCursor;
    const { errors } = await officer.query(document, { after, filter: { or: [] } });
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
  });
});

describe('the longest cursors', () => {
  const seal = new CursorSeal(['secret'], 'trainings', null, null, caseManager);
  const place = (text: string): Place => ({ values: Array(MAX_TERMS).fill(text), country: 'ZA', id: randomUUID() });

  it.each([
    ['characters of four bytes', '\u{1F600}'.repeat(200)],
    ['characters that are escaped', '"\\'.repeat(100)],
    ['characters of three bytes', '\u{FFFD}'.repeat(200)],
  ])('of %s are taken back', (_what, text) => {
    const longest = place(text);
    expect(seal.open(seal.seal(longest))).toEqual(longest);
  });

  it('are as long as is allowed, and not longer', () => {
    // A character decomposes into three of four bytes at most, and stands in the key once more.
    const longest = (more: string): string => `${'\u{1F600}'.repeat(3 * 200)}\u0001${'\u{1F600}'.repeat(200)}${more}`;
    expect(seal.seal(place(longest('')))).toHaveLength(longestCursor());
    expect(() => seal.open(seal.seal(place(longest('\u{1F600}'))))).toThrow('A cursor is not valid here.');
  });

  it('lead through a list that is ordered by one thing again and again', async () => {
    const plan = 'mutation ($i: PlanTrainingInput!) { planTraining(input: $i) { problems { code } } }';
    for (const character of ['\u{1F600}', '\u{1F601}']) {
      const planned = { audience: 'POLICE', topic: 'POLICE_SENSITISATION', level: 'NATIONAL', outcome: 'LTO1' };
      const title = character.repeat(200);
      const input = { idempotencyKey: randomUUID(), title, ...planned, startOn: '2026-12-10' };
      expect((await officer.query(plan, { i: input })).data.planTraining.problems).toEqual([]);
    }
    const term = { field: 'TITLE', direction: 'DESC' };
    const shown: unknown[] = [];
    for (let after: unknown = null, turn = 0; turn < 2; turn++) {
      const { data, errors } = await officer.query(document, {
        after,
        orderBy: [term, term, { ...term, direction: 'ASC' }],
      });
      expect(errors).toEqual([]);
      shown.push(data.trainings.edges[0].node.id);
      after = data.trainings.pageInfo.endCursor;
    }
    const once = await officer.query(document.replace('first: 1', 'first: 2'), { orderBy: [term] });
    const { edges } = once.data.trainings as Page;
    expect(shown).toEqual(edges.map(({ node }) => node.id));
  });
});

it('is valid on every instance while the secret is turned', () => {
  const sealOf = (...secrets: string[]): CursorSeal => new CursorSeal(secrets, 'trainings', null, null, caseManager);
  const place = { values: ['a title'], country: 'ZA', id: randomUUID() };
  const steps = [sealOf('old'), sealOf('old', 'new'), sealOf('new', 'old'), sealOf('new')];
  for (const [at, one] of steps.slice(1).entries()) {
    const before = steps[at]!;
    expect(before.open(one.seal(place))).toEqual(place);
    expect(one.open(before.seal(place))).toEqual(place);
  }
});

it('is valid as it is only: each of its characters matters', () => {
  const seal = new CursorSeal(['secret'], 'trainings', null, null, caseManager);
  const cursor = seal.seal({ values: ['a title'], country: 'ZA', id: randomUUID() });
  for (let at = 0; at < cursor.length - 1; at++) {
    const other = cursor[at] === 'x' ? 'y' : 'x';
    expect(() => seal.open(cursor.slice(0, at) + other + cursor.slice(at + 1))).toThrow('A cursor is not valid here.');
  }
  for (const cut of [cursor.slice(1), cursor.slice(0, -2), cursor.slice(0, 16), '']) {
    expect(() => seal.open(cut)).toThrow('A cursor is not valid here.');
  }
  expect(() => new CursorSeal(['another'], 'trainings', null, null, caseManager).open(cursor)).toThrow(
    'not valid here',
  );
});
