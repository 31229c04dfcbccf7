/** Text is sorted without case and accents, in a country as in the region, and is found so, by an index. */
import { randomUUID } from 'node:crypto';
import { CursorSeal } from '../../src/execution/read/cursor';
import { orderTerms } from '../../src/execution/read/order';
import { thingOf } from '../../src/model/thing';
import { Training } from '../../src/domain/training/training.entity';
import { ask } from '../plans/ask';
import { Explainer } from '../plans/explain';
import { startApp, type Client, type TestApp } from '../support/app';
import { caseManager } from '../server/harness';
import type { Page } from '../support/records';

let api: TestApp;
const mark = randomUUID().slice(0, 8);
const countries = ['mz', 'za'] as const;

const titles = ['angela', 'Ângela', 'Angela', 'Áurea', 'aurea', 'Zuri', 'élan', 'Elan', 'İlha', 'ilha', 'Łódź', 'zuri'];
/** By their letters, then by the code points of what they are. */
const sorted = ['Angela', 'angela', 'Ângela', 'aurea', 'Áurea', 'Elan', 'élan', 'ilha', 'İlha', 'Zuri', 'zuri', 'Łódź'];

beforeAll(async () => {
  api = await startApp();
  const plan = 'mutation ($i: PlanTrainingInput!) { planTraining(input: $i) { problems { code } } }';
  for (const country of countries) {
    const officer = await api.as('me-officer', country);
    for (const title of titles) {
      const planned = { audience: 'POLICE', topic: 'POLICE_SENSITISATION', level: 'NATIONAL', outcome: 'LTO1' };
      const input = { idempotencyKey: randomUUID(), title: `${mark} ${title}`, ...planned, startOn: '2026-12-10' };
      expect((await officer.query(plan, { i: input })).data.planTraining.problems).toEqual([]);
    }
  }
});
afterAll(() => api?.close());

const document = (
  page: string,
): string => `query ($cursor: String, $filter: TrainingFilter, $direction: OrderDirection!) {
  trainings(${page}, filter: $filter, orderBy: [{ field: TITLE, direction: $direction }]) {
    edges { node { title country } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function walk(client: Client, direction: string, size: number, backwards = false): Promise<string[]> {
  const found: string[] = [];
  const text = document(backwards ? `last: ${size}, before: $cursor` : `first: ${size}, after: $cursor`);
  for (let cursor: unknown = null, more = true; more;) {
    const filter = { title: { startsWith: mark } };
    const { data, errors } = await client.query(text, { cursor, direction, filter });
    expect(errors).toEqual([]);
    const { edges, pageInfo } = data.trainings as Page & { pageInfo: Record<string, unknown> };
    const shown = edges.map(({ node }) => `${String(node.title).slice(mark.length + 1)} ${String(node.country)}`);
    if (backwards) found.unshift(...shown);
    else found.push(...shown);
    more = Boolean(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage);
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
  }
  return found;
}

const places = (code: string): string[] => sorted.map((title) => `${title} ${code}`);
const both = sorted.flatMap((title) => [`${title} MZ`, `${title} ZA`]);
/** Countries ascend in either direction. */
const bothDown = [...sorted].reverse().flatMap((title) => [`${title} MZ`, `${title} ZA`]);

describe.each([1, 5, 100])('in pages of %i', (size) => {
  it.each(countries)('the titles of %s are sorted without case and accents', async (country) => {
    const officer = await api.as('me-officer', country);
    const up = places(country.toUpperCase());
    for (const backwards of [false, true]) {
      expect(await walk(officer, 'ASC', size, backwards)).toEqual(up);
      expect(await walk(officer, 'DESC', size, backwards)).toEqual([...up].reverse());
    }
  });

  it('the region merges its countries in the same order', async () => {
    const secretariat = await api.as('secretariat');
    for (const backwards of [false, true]) {
      expect(await walk(secretariat, 'ASC', size, backwards)).toEqual(both);
      expect(await walk(secretariat, 'DESC', size, backwards)).toEqual(bothDown);
    }
  });
});

it.each(['GÁZ', 'gaz', 'Gáza'])('the province of Gaza is found by %s', async (contains) => {
  const find = `query ($filter: ProvinceFilter) { provinces(filter: $filter) { edges { node { name } } } }`;
  for (const client of [await api.as('case-manager', 'mz'), await api.as('secretariat')]) {
    const { data, errors } = await client.query(find, { filter: { name: { contains } } });
    expect(errors).toEqual([]);
    expect((data.provinces as Page).edges.map(({ node }) => String(node.name))).toEqual(['Gaza']);
  }
});

it('a case is found by a part of its number, in any case', async () => {
  for (const country of countries) {
    const manager = await api.as('case-manager', country);
    const list = `query ($filter: CaseFilter) { cases(first: 100, filter: $filter) { edges { node { displayId } } } }`;
    const all = ((await manager.query(list)).data.cases as Page).edges.map(({ node }) => String(node.displayId));
    const part = (all[0] as string).slice(-5).toLowerCase();
    const { data } = await manager.query(list, { filter: { displayId: { contains: part } } });
    const found = (data.cases as Page).edges.map(({ node }) => String(node.displayId));
    expect(found).toEqual(all.filter((each) => each.toLowerCase().includes(part)));
  }
});

describe('a cursor', () => {
  const training = thingOf(Training);
  const terms = orderTerms(training, [{ field: 'TITLE', direction: 'ASC' }]);
  const seal = new CursorSeal(['secret'], 'trainings', null, null, caseManager);
  const place = { country: 'ZA', id: randomUUID() };

  it('of a version that sorted text by itself is not valid, in an order by text', () => {
    const old = seal.seal({ ...place, values: ['Ângela'] });
    expect(() => seal.openIn(terms, old)).toThrow('A cursor is not valid here.');
    const own = orderTerms(training, [{ field: 'START_ON', direction: 'ASC' }]);
    expect(seal.openIn(own, old)).toEqual({ ...place, values: ['Ângela'] });
  });

  it('of this version is', () => {
    const values = ['angela\u0001Ângela'];
    expect(seal.openIn(terms, seal.seal({ ...place, values }))).toEqual({ ...place, values });
  });
});

describe('an index is read', () => {
  const title = { field: 'TITLE', direction: 'ASC' };
  // Of a few rows every plan reads all: it is asked which index could be read, for a condition or in an order.
  const searching = ['enable_seqscan = off', 'enable_indexscan = off'];
  const walking = ['enable_seqscan = off', 'enable_bitmapscan = off', 'enable_sort = off'];

  it.each([
    ['behind a part of a title', { filter: { title: { contains: 'ângel' } } }, searching, 'training_title_search'],
    ['behind the beginning of one', { filter: { title: { startsWith: 'ângel' } } }, searching, 'training_title_search'],
    ['in the order of titles', { orderBy: [title] }, walking, 'training_title_list'],
    ['further on in that order', { orderBy: [title], beyond: true as const }, walking, 'training_title_list'],
  ])('%s', async (what, asked, settings, index) => {
    const sent = await ask(await api.as('secretariat'), thingOf(Training), { what, ...asked });
    if (!sent) throw new Error('the secretariat reads trainings');
    const explainer = await Explainer.open(api.database, 'za_region', settings);
    try {
      expect((await explainer.measure(sent)).scans).toContain(index);
    } finally {
      await explainer.close();
    }
  });
});
