/**
 * What a search finds is what the lists of the same account show, and nothing else: for every role, every type and every
 * text that a record of the country or of another has.
 */
import { adminRows, snake } from '../support/admin';
import { accountOf } from '../support/access-matrix';
import type { Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { listAll, type Shown } from '../support/records';
import { walkedThings, type WalkedThing } from '../support/walk';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

/** What a record of each type is told by. */
const titles: Readonly<Record<string, string>> = {
  Province: 'name',
  District: 'name',
  Organisation: 'name',
  StaffMember: 'name',
  Survivor: 'survivorCode',
  Intervention: 'name',
  AdvocacyActivity: 'title',
  Ally: 'name',
  Case: 'displayId',
  Country: 'nameEn',
  Referral: 'survivorCode',
  ReferralLetter: 'number',
  ServiceSlip: 'number',
  ComplaintMechanism: 'name',
  ComplaintOffice: 'name',
  Platform: 'name',
  MemberAssociation: 'name',
  ServiceEntry: 'name',
  OutreachActivity: 'title',
  SurveyResult: 'title',
  Material: 'title',
  Training: 'title',
  KnowledgeProduct: 'title',
  Dissemination: 'recipientUnit',
  MediaPiece: 'title',
  ProcedureAdoption: 'unit',
  FundingStream: 'donor',
};

const constant = (name: string): string => snake(name).toUpperCase();
const all = [...walkedThings().values()];
const things = all.flatMap((thing) => (titles[thing.name] ? [[thing.name, titles[thing.name]!, thing] as const] : []));

interface Hit {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly match: string;
}

const document = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    isPartial pageInfo { hasNextPage endCursor } edges { node { id type title match } } } }`;

/** Everything that is found, page by page. */
async function found(client: Client, text: string, types?: readonly string[], first = 100): Promise<Hit[]> {
  const hits: Hit[] = [];
  let after: string | null = null;
  do {
    const { data, errors, text: bytes } = await client.query(document, { text, types, first, after });
    if (errors.length > 0) throw new Error(bytes);
    const { edges } = data.search as { edges: { node: Hit }[] };
    hits.push(...edges.map(({ node }) => node));
    after = data.search.pageInfo.hasNextPage ? data.search.pageInfo.endCursor : null;
  } while (after);
  return hits;
}

test('every type that can be searched is looked for here, and its data class is asked', async () => {
  const { data } = await (
    await api.as('case-manager', 'za')
  ).query('{ __type(name: "SearchType") { enumValues { name } } }');
  const { enumValues } = data.__type as { enumValues: { name: string }[] };
  const named = enumValues.map(({ name }) => name);
  expect(named.sort()).toEqual([...Object.keys(titles).map(constant), 'SURVIVOR_IDENTITY'].sort());
});

/** Some texts that records of a type have: of the first, the middle and the last row of each country. */
const samples = new Map<string, Promise<readonly string[]>>();
const textsOf = (thing: WalkedThing, title: string): Promise<readonly string[]> => {
  const known = samples.get(thing.name) ?? sample(thing, title);
  samples.set(thing.name, known);
  return known;
};
async function sample({ name }: WalkedThing, title: string): Promise<readonly string[]> {
  const texts = await Promise.all(
    ['za', 'mz', 'region'].map(async (country) => {
      const column = `"${snake(title)}"`;
      const text = `SELECT DISTINCT ${column} AS text FROM "${country}"."${snake(name)}" WHERE ${column} IS NOT NULL ORDER BY 1`;
      const rows = await adminRows<{ text: string }>(api.database, text);
      return [0, Math.floor(rows.length / 2), rows.length - 1].flatMap((at) => rows[at]?.text ?? []);
    }),
  );
  return [...new Set(texts.flat())].filter((text) => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 3);
}

const roles = [
  'FIELD_WORKER',
  'CASE_MANAGER',
  'SUPERVISOR',
  'PARTNER_ADMIN',
  'ME_OFFICER',
  'SERVICE_PROVIDER',
  'PRIVACY_OFFICER',
];
const accounts: [string, string][] = [
  ...['za', 'mz'].flatMap((country) => roles.map((role): [string, string] => [accountOf(role), country])),
  ['case-manager-2', 'za'],
  ...['secretariat', 'analyst', 'operator'].map((account): [string, string] => [account, 'region']),
];

describe.each(accounts)('%s of %s', (account, country) => {
  it.each(things)('finds of %s by %s what the list shows', async (name, title, thing) => {
    const client = await api.as(account, country);
    const listed = await listAll(client, thing, `id ${title}`);
    const texts = await textsOf(thing, title);
    if (listed === null) {
      const { data, errors } = await client.query(document, { text: texts[0] ?? 'nothing', types: [constant(name)] });
      expect(data?.search ?? null).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      return;
    }
    for (const text of texts) {
      const hits = await found(client, text, [constant(name)]);
      const exact = hits.filter(({ match }) => match === 'EXACT').map(({ id }) => id);
      const same = listed.filter((record: Shown) => folded(record[title] as string | null) === folded(text));
      if (same.length <= 100) expect([text, exact.sort()]).toEqual([text, same.map(({ id }) => id).sort()]);
      const ids = new Set(listed.map(({ id }) => id));
      expect(hits.filter(({ id }) => !ids.has(id))).toEqual([]);
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
    }
  });

  it('finds nothing of a type that it may not read, where it names none', async () => {
    const client = await api.as(account, country);
    for (const [name, title, thing] of things) {
      if ((await listAll(client, thing)) !== null) continue;
      const [text = 'nothing'] = await textsOf(thing, title);
      expect((await found(client, text)).filter(({ type }) => type === constant(name))).toEqual([]);
    }
  });
});

const folded = (text: string | null): string | null =>
  text === null ? null : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

test('pages follow each other without a gap and without a record twice, over the countries too', async () => {
  for (const [account, country] of [
    ['me-officer', 'za'],
    ['secretariat', 'region'],
  ] as const) {
    const client = await api.as(account, country);
    const whole = await found(client, 'training');
    expect(whole.length).toBeGreaterThan(5);
    expect(await found(client, 'training', undefined, 3)).toEqual(whole);
  }
});

test('a cursor is good for the text and the types that it came from alone', async () => {
  const client = await api.as('me-officer', 'za');
  const { data } = await client.query(document, { text: 'training', first: 1 });
  const after = data.search.pageInfo.endCursor as string;
  for (const other of [{ text: 'police' }, { text: 'training', types: ['TRAINING'] }]) {
    const { errors } = await client.query(document, { ...other, after });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
  expect((await client.query(document, { text: 'training', after })).errors).toEqual([]);
});
