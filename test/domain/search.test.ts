/** Searching: numbers however they are typed, texts without case and accents, slips of the keyboard, the best first. */
import { readsOf } from '../support/operations';
import type { Client } from '../support/app';
import { adminRows } from '../support/admin';
import { actor, done } from './acting';
import { registration } from './case/acts';
import { openWorld, type World } from './world';

let world: World;
let manager: Client;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  officer = await world.as('me-officer', 'za');
  for (const title of [...titles, ...Array.from({ length: 12 }, (_, nth) => `Módulo ${nth + 1} da série`)])
    await plan(title);
});
afterAll(() => world.close());

const titles = [
  'Formação da polícia',
  'Formação',
  'A formação dos formadores',
  'Rights of sex workers',
  'Paralegal course: law in the street',
  'Accountability: who is asked, and who answers',
];

async function plan(title: string): Promise<void> {
  const input = {
    organisationId: world.organisation.za.partner,
    title,
    audience: 'POLICE',
    topic: 'POLICE_SENSITISATION',
    level: 'NATIONAL',
    outcome: 'LTO1',
    startOn: '2026-12-10',
  };
  done(await actor<{ id: string }>('training', 'id')(officer, 'planTraining', input));
}

interface Hit {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly match: string;
}

const document = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    isPartial pageInfo { hasNextPage endCursor } edges { node { id type title match } } } }`;

const hitsOf = (data: unknown): Hit[] =>
  (data as { search: { edges: { node: Hit }[] } }).search.edges.map(({ node }) => node);

async function find(client: Client, text: string, more: object = {}): Promise<Hit[]> {
  const { data, errors, text: bytes } = await client.query(document, { text, ...more });
  if (errors.length > 0) throw new Error(bytes);
  return hitsOf(data);
}

const ofTrainings = async (text: string): Promise<string[]> =>
  (await find(officer, text, { types: ['TRAINING'] })).map(({ match, title }) => `${match} ${title}`);

describe('texts', () => {
  it.each([
    ['formação', ['EXACT Formação', 'BEGINS Formação da polícia', 'CONTAINS A formação dos formadores']],
    ['FORMACAO', ['EXACT Formação', 'BEGINS Formação da polícia', 'CONTAINS A formação dos formadores']],
    ['  formação \u00a0 da ', ['BEGINS Formação da polícia']],
    ['formacao polic', ['CONTAINS Formação da polícia']],
    ['polícia formação', ['CONTAINS Formação da polícia']],
    ['street law', ['CONTAINS Paralegal course: law in the street']],
    ['paralegal', ['BEGINS Paralegal course: law in the street']],
    ['parelegal', ['ALIKE Paralegal course: law in the street']],
    ['paralgal', ['ALIKE Paralegal course: law in the street']],
    ['praalegla', []],
    ['accountabiltiy', ['ALIKE Accountability: who is asked, and who answers']],
    ['acocuntabiltiy', ['ALIKE Accountability: who is asked, and who answers']],
    ['acocnutabiltiy', []],
    ['rigths', ['ALIKE Rights of sex workers']],
    ['xyzxyz', []],
    ['100%', []],
    ['abc.*', []],
    ['abc%_\\', []],
  ])('%s', async (text, expected) => {
    const hits = await ofTrainings(text);
    expect(hits).toEqual(expected);
  });

  it('a topic is found by its label, in either language', async () => {
    const { data } = await officer.query('{ codeLists(names: ["TrainingTopic"]) { codes { code label { en pt } } } }');
    const [list] = data.codeLists as { codes: { code: string; label: { en: string; pt: string } }[] }[];
    const labels = list!.codes.find(({ code }) => code === 'POLICE_SENSITISATION')!.label;
    for (const label of [labels.en, labels.pt]) {
      const hits = await find(officer, label, { types: ['TRAINING'], first: 100 });
      expect(hits.filter(({ match }) => match === 'TOPIC').length).toBeGreaterThanOrEqual(17);
    }
  });

  it('pages have every one once, in the same order', async () => {
    const whole = await find(officer, 'módulo', { first: 100 });
    expect(whole).toHaveLength(12);
    const paged: Hit[] = [];
    let after: string | null = null;
    do {
      const { data } = await officer.query(document, { text: 'módulo', first: 5, after });
      paged.push(...hitsOf(data));
      after = data.search.pageInfo.hasNextPage ? data.search.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(whole);
  });
});

describe('numbers', () => {
  it('are found however they are typed, by how they begin, and with one letter wrong', async () => {
    const { id, displayId, survivor } = await registered();
    const letters = displayId.slice(3);
    const careless = letters.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
    for (const typed of [displayId, `za ${careless}`, careless, `za–${letters.slice(0, 3)} ${letters.slice(3)}`]) {
      const hits = await find(manager, typed, { types: ['CASE'] });
      expect([typed, hits[0]]).toMatchObject([typed, { id, title: displayId, match: 'EXACT' }]);
    }
    expect(await find(manager, displayId.slice(0, 7))).toContainEqual({
      id,
      type: 'CASE',
      title: displayId,
      match: 'BEGINS',
    });
    for (let at = 0; at < letters.length; at++) {
      const wrong = `ZA-${letters.slice(0, at)}${letters[at] === 'X' ? 'Y' : 'X'}${letters.slice(at + 1)}`;
      const missing = `ZA-${letters.slice(0, at)}${letters.slice(at + 1)}`;
      for (const typed of at === 5 ? [wrong] : [wrong, missing])
        expect([typed, (await find(manager, typed)).map((hit) => hit.id)]).toEqual([
          typed,
          expect.arrayContaining([id]),
        ]);
    }
    const codes = await find(manager, survivor.survivorCode.toLowerCase().replace('-', ''));
    expect(codes[0]).toMatchObject({ id: survivor.id, type: 'SURVIVOR', match: 'EXACT' });
  });

  it('of another organisation, and of another country, are found by nobody here', async () => {
    const { displayId } = await registered();
    const theirs = await registered(await world.as('case-manager', 'bw'));
    const none = await find(await world.as('case-manager-2', 'za'), 'ZA-ZZZZZZ');
    expect(none).toEqual([]);
    expect(await find(await world.as('case-manager-2', 'za'), displayId)).toEqual([]);
    expect(await find(manager, theirs.displayId)).toEqual([]);
  });

  it('that are out of sight are asked for by the same statement, and answered by the same bytes, as those of nobody', async () => {
    const { displayId, survivor } = await registered();
    const other = await world.as('case-manager-2', 'za');
    // What has a digit may be a number of a document: that is the text's own, and nothing of what there is.
    const nobodysLike = (number: string): string =>
      number.replace(/.$/, /\d/.test(number) ? '9' : 'Z').replace(/-../, '-ZZ');
    for (const [hidden, nobodys] of [displayId, survivor.survivorCode].map((one) => [one, nobodysLike(one)] as const)) {
      await find(other, hidden);
      const [a, b] = [
        await readsOf(() => other.query(document, { text: hidden })),
        await readsOf(() => other.query(document, { text: nobodys })),
      ];
      expect(a.statements).toEqual(b.statements);
      expect(a.statements).toHaveLength(1);
      expect(a.result.text).toBe(b.result.text);
    }
  });

  it('of a restricted case are found by those alone whom it is open to', async () => {
    const { id, displayId } = await registered();
    const restrict = `UPDATE za."case" SET restricted_at = now(), restriction_reason = 'OTHER' WHERE display_id = '${displayId}'`;
    expect((await find(manager, displayId)).map((hit) => hit.id)).toContain(id);
    await adminRows(world.database, restrict);
    expect(await find(manager, displayId)).toEqual([]);
  });
});

it('what was recorded in error is found by nobody', async () => {
  await plan('Quetzalcoatl at the station');
  expect(await ofTrainings('quetzalcoatl')).toHaveLength(1);
  await adminRows(world.database, `UPDATE za.training SET voided_at = now() WHERE title LIKE 'Quetzal%'`);
  expect(await ofTrainings('quetzalcoatl')).toEqual([]);
});

interface Registered {
  readonly id: string;
  readonly displayId: string;
  readonly version: number;
  readonly survivor: { readonly id: string; readonly survivorCode: string };
}

async function registered(client = manager, survivor: object = {}): Promise<Registered> {
  const act = actor<Registered>('case', 'id displayId version survivor { id survivorCode }');
  return done(await act(client, 'registerCase', registration({ survivor: { genderIdentity: 'WOMAN', ...survivor } })));
}

describe('identities', () => {
  const phone = '+27 82 555 0142';
  const idNumber = 'AB 123-456';
  beforeAll(async () => {
    await registered(manager, { identity: { phone, idNumber, legalName: 'Thandi Mokoena' } });
  });
  const identities = async (client: Client, text: string): Promise<string[]> =>
    (await find(client, text)).filter(({ type }) => type === 'SURVIVOR_IDENTITY').map(({ match }) => match);

  it('are found by the whole number alone, however it is written, and by no name', async () => {
    for (const text of ['082 555 0142', '+27825550142', 'ab123456', 'AB-123-456'])
      expect([text, await identities(manager, text)]).toEqual([text, ['EXACT']]);
    for (const text of ['082 555 014', '082 555 0143', 'ab12345', '555 0142', 'Thandi', 'Mokoena'])
      expect([text, await identities(manager, text)]).toEqual([text, []]);
  });

  it('are found by those alone who may read them, and are noted as read', async () => {
    for (const name of ['case-manager-2', 'field-worker', 'supervisor', 'service-provider'])
      expect([name, await identities(await world.as(name, 'za'), '082 555 0142')]).toEqual([name, []]);
    const count = async (): Promise<number> => {
      const rows = await adminRows<{ n: number }>(
        world.database,
        `SELECT count(*)::int AS n FROM za.access_log_entry WHERE entity = 'SurvivorIdentity' AND survivor_id IS NOT NULL`,
      );
      return rows[0]!.n;
    };
    const before = await count();
    await identities(manager, '082 555 0143');
    expect(await count()).toBe(before);
    await identities(manager, '082 555 0142');
    expect(await count()).toBe(before + 1);
    const { errors } = await (
      await world.as('me-officer', 'za')
    ).query(document, { text: '0825550142', types: ['SURVIVOR_IDENTITY'] });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

it('gives the record itself, as the document selects it', async () => {
  const { displayId } = await registered();
  const { data, errors } = await manager.query(
    `query ($text: String!) { search(text: $text) { edges { node { typeLabel matchLabel country record {
      __typename id ... on Case { displayId survivor { survivorCode } } } } } } }`,
    { text: displayId },
  );
  expect(errors).toEqual([]);
  expect(data.search.edges[0].node).toMatchObject({
    typeLabel: 'Case',
    country: 'ZA',
    record: { __typename: 'Case', displayId, survivor: { survivorCode: expect.stringMatching(/^S-/) } },
  });
});

describe('what cannot be searched for', () => {
  it.each([
    ['', /at least 3/, /pelo menos 3/],
    ['a-', /at least 3/, /pelo menos 3/],
    ['x'.repeat(201), /at most 200/, /no máximo 200/],
    [Array(26).fill('word').join(' '), /at most 25/, /no máximo 25/],
    ['tab\there', /control character/, /carácter de controlo/],
  ])('%j is refused, and how to mend it is told in the language of the caller', async (text, en, pt) => {
    for (const [language, told] of [
      ['en', en],
      ['pt', pt],
    ] as const) {
      const { data, errors } = await manager.query(document, { text }, { 'accept-language': language });
      expect(data?.search ?? null).toBeNull();
      expect(errors).toMatchObject([{ message: expect.stringMatching(told), extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('a page is as long as pages are', async () => {
    const { errors } = await manager.query(document, { text: 'training', first: 101 });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
