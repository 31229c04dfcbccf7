/** What does not leave as a file is refused before a link is made, with what to do instead, in both languages. */
import { startApp, type Client, type TestApp } from '../../support/app';
import { actorOf, roles } from '../../support/policy-actors';
import { exported } from './exporting';
import '../../../src/domain/all';
import { allThings, innerThings } from '../../../src/model/thing';
import { isLogged } from '../../../src/policy/rights';

let api: TestApp;
let client: Client;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000' } });
  client = await api.as('supervisor', 'za');
});
afterAll(() => api?.close());

const row = '{ edges { node { displayId } } }';

const refused: readonly (readonly [what: string, document: string, code: string, en: RegExp, pt: RegExp])[] = [
  ['no document', 'cases', 'INVALID_INPUT', /not valid: Syntax Error/, /não é válido/],
  [
    'an unknown field',
    '{ cases { edges { node { nothing } } } }',
    'INVALID_INPUT',
    /Cannot query field/,
    /não é válido/,
  ],
  ['a mutation', 'mutation { signOut { problems { message } } }', 'INVALID_INPUT', /one query/, /uma só consulta/],
  [
    'two operations',
    `query A { cases ${row} } query B { cases ${row} }`,
    'INVALID_INPUT',
    /one query/,
    /uma só consulta/,
  ],
  ['two lists', `{ cases ${row} a: cases ${row} }`, 'INVALID_INPUT', /one list alone/, /uma só lista/],
  ['a record', '{ viewer { account { name } } }', 'INVALID_INPUT', /“viewer” is no list/, /não é uma lista/],
  [
    'a search',
    '{ search(text: "Xaba") { edges { node { country } } } }',
    'INVALID_INPUT',
    /“search” is no list/,
    /não é uma lista/,
  ],
  ['no rows', '{ cases { totalCount } }', 'INVALID_INPUT', /Select what each row/, /Seleccione o que cada linha/],
  ['a page', `{ cases(first: 10) ${row} }`, 'INVALID_INPUT', /leave “first” out/, /omita «first»/],
  [
    'a page of indicators’ rows',
    '{ indicatorTable(input: {indicators: ["I03"], period: {names: ["2026"]}}) { countries { country } } }',
    'INVALID_INPUT',
    /Nothing of the rows/,
    /Nada das linhas/,
  ],
  [
    'values without their status',
    '{ indicatorTable(input: {indicators: ["I03"], period: {names: ["2026"]}}) { rows { value } } }',
    'INVALID_INPUT',
    /Select the status/,
    /Seleccione o estado/,
  ],
  [
    'a list within rows',
    '{ cases { edges { node { displayId incidents { totalCount edges { node { id } } } } } } }',
    'INVALID_INPUT',
    /“incidents” is a list within/,
    /«incidents» é uma lista dentro/,
  ],
  [
    'a field that is not theirs',
    '{ survivorIdentities { edges { node { legalName } } } }',
    'SEALED',
    /never leaves as a file: survivorIdentities/,
    /nunca sai como ficheiro/,
  ],
  [
    'what is sealed below a record',
    '{ referrals { edges { node { id reason { text } } } } }',
    'SEALED',
    /: reason\. Leave it out/,
    /Omita-o/,
  ],
  [
    'rows by another name',
    '{ indicatorTable(input: {indicators: ["I03"], period: {names: ["2026"]}}) { r: rows { value status } } }',
    'INVALID_INPUT',
    /Ask for “rows” once/,
    /Peça «rows»/,
  ],
  [
    'another field called status',
    '{ indicatorTable(input: {indicators: ["I03"], period: {names: ["2026"]}}) { rows { value status: indicator } } }',
    'INVALID_INPUT',
    /Select the status/,
    /Seleccione o estado/,
  ],
  [
    'edges by two names',
    '{ cases { edges { node { x: displayId } } b: edges { node { x: status } } } }',
    'INVALID_INPUT',
    /Ask for “edges” once/,
    /Peça «edges»/,
  ],
  [
    'a node by another name',
    '{ cases { edges { n: node { displayId } } } }',
    'INVALID_INPUT',
    /Ask for “node” once/,
    /Peça «node»/,
  ],
  [
    'two columns of one name',
    '{ cases { edges { node { a: openedAt a_utc: displayId } } } }',
    'INVALID_INPUT',
    /“a_utc”/,
    /«a_utc»/,
  ],
  [
    'nothing of each row',
    '{ cases { edges { node { displayId @skip(if: true) } } } }',
    'INVALID_INPUT',
    /Select what each row/,
    /Seleccione/,
  ],
  [
    'how many sealed records there are',
    '{ cases { edges { node { displayId notes { totalCount } } } } }',
    'SEALED',
    /: notes\. Leave/,
    /Omita-o/,
  ],
  [
    'a wrong value',
    '{ cases(filter: { displayId: { eq: "" } , openedAt: { gt: "yesterday" } }) { edges { node { id } } } }',
    'INVALID_INPUT',
    /not valid/,
    /não é válido/,
  ],
];

it.each(refused)('%s', async (_what, document, code, en, pt) => {
  const [english] = (await exported(client, { document, format: 'CSV' })).problems;
  expect([english?.code, english?.path]).toEqual([code, ['document']]);
  expect(english?.message).toMatch(en);
  const made = await exported(client, { document, format: 'CSV' }, 'pt');
  expect(made).toMatchObject({ dataExport: null, url: null });
  expect(made.problems[0]?.message).toMatch(pt);
});

it('a list within rows whose end nobody sees', async () => {
  const within = (page: string) =>
    `{ cases { edges { node { displayId incidents { ${page} edges { node { id } } } } } } }`;
  const [problem] = (await exported(client, { document: within('') })).problems;
  expect(problem?.message).toMatch(/nothing would say where there is more/);
  for (const page of ['totalCount', 'pageInfo { hasNextPage }'])
    expect((await exported(client, { document: within(page) })).problems).toEqual([]);
});

it('what is sealed, by whatever name, and beside what is not', async () => {
  for (const document of [
    '{ cases { edges { node { x: notes { pageInfo { startCursor } } } } } }',
    '{ cases { edges { node { incidents { totalCount edges { node { x: district { name } } } b: edges { node { x: injury { id } } } } } } } }',
    'query ($no: Boolean = true) { cases { edges { node { displayId ... @include(if: $no) { notes { totalCount } } } } } }',
  ]) {
    const [problem] = (await exported(client, { document })).problems;
    expect([document, problem?.code]).toEqual([document, 'SEALED']);
  }
});

it('and takes what clients write: fragments at the root and below, names of one’s own', async () => {
  const document = `query { ...Mine } fragment Mine on Query { cases { edges { node { ...Row } } } }
    fragment Row on Case { number: displayId of: owner { called: name } }`;
  const made = await exported(client, { document, format: 'CSV' });
  expect([made.problems, made.dataExport?.columns]).toEqual([[], ['displayId', 'owner.name']]);
});

it('rows that hold too much', async () => {
  const inner = 'first: 100) { totalCount edges { node { id } } }';
  const document = `{ cases { edges { node { incidents(first: 100) { totalCount edges { node { id perpetrators: allegedPerpetrators(${inner} } } } } } } }`;
  const [problem] = (await exported(client, { document })).problems;
  expect(problem?.message).toMatch(/at most 1000 are allowed/);
});

it.each([
  ['no JSON', 'status: CLOSED', /no JSON object/],
  ['no object', '["CLOSED"]', /no JSON object/],
  ['a code that is none', '{"status": "SHUT"}', /do not fit/],
  ['nothing where something is needed', '{}', /do not fit/],
])('variables: %s', async (_what, variables, says) => {
  const document =
    'query ($status: CaseStatus!) { cases(filter: { status: { eq: $status } }) { edges { node { id } } } }';
  const input = { idempotencyKey: crypto.randomUUID(), document, variables, format: 'CSV', purpose: 'REPORTING' };
  const { data } = await client.query(
    'mutation ($input: ExportDataInput!) { exportData(input: $input) { problems { message path } } }',
    { input },
  );
  expect(data.exportData.problems).toEqual([{ message: expect.stringMatching(says), path: ['variables'] }]);
});

const sealed = [...allThings.values(), ...innerThings.values()].filter(isLogged);

it.each(sealed.filter(({ inner }) => !inner).map((thing) => [thing.plural] as const))(
  'no %s leave, whoever asks',
  async (plural) => {
    for (const role of roles) {
      const asker = await actorOf(api, role);
      const { data, errors } = await asker.query(
        'mutation ($input: ExportDataInput!) { exportData(input: $input) { url problems { code } } }',
        {
          input: {
            idempotencyKey: crypto.randomUUID(),
            document: `{ ${plural} { edges { node { id } } } }`,
            format: 'NDJSON',
            purpose: 'REPORTING',
          },
        },
      );
      const told = data?.exportData ?? { url: null, problems: errors.map(({ extensions }) => extensions) };
      expect([role, told.url, told.problems]).toEqual([
        role,
        null,
        [expect.objectContaining({ code: expect.stringMatching(/^(SEALED|FORBIDDEN)$/) })],
      ]);
    }
  },
);

it('no more than an account may have in a day, also of many that it asks for at once', async () => {
  const strict = await startApp({ env: { EXPORTS_PER_DAY: '3' } });
  try {
    const manager = await strict.as('case-manager', 'za');
    const asked = Array.from({ length: 12 }, () => exported(manager, { document: `{ cases ${row} }` }));
    const codes = (await Promise.all(asked)).map(({ problems: [problem] }) => problem?.code);
    expect(codes.sort()).toEqual([...Array<string>(9).fill('EXPORT_LIMIT'), ...Array<undefined>(3)]);
  } finally {
    await strict.close();
  }
});

it('no more than an account may have in a day', async () => {
  const strict = await startApp({ env: { EXPORTS_PER_DAY: '2' } });
  try {
    const manager = await strict.as('case-manager', 'za');
    const document = `{ cases ${row} }`;
    for (let nth = 0; nth < 2; nth++) expect((await exported(manager, { document })).problems).toEqual([]);
    const [problem] = (await exported(manager, { document })).problems;
    expect([problem?.code, problem?.message]).toEqual(['EXPORT_LIMIT', expect.stringMatching(/2 times within a day/)]);
    expect((await exported(await strict.as('supervisor', 'za'), { document })).problems).toEqual([]);
  } finally {
    await strict.close();
  }
});
