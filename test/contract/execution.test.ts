/** Compiled and interpreted execution answer with the same bytes: the example documents, and documents made from the schema. */
import { randomUUID } from 'node:crypto';
import { Compiler } from '../../src/server/compile';
import { startApp, type Answer, type TestApp } from '../support/app';
import { operations, run } from '../support/operations';
import { leaf, walkedThings, type WalkedThing } from '../support/walk';
import { domainMutations, fillInput, mutationDocument } from '../support/walk-input';

const compile = jest.spyOn(Compiler.prototype, 'compile');

let compiled: TestApp;
let interpreted: TestApp;
beforeAll(async () => {
  compiled = await startApp({ env: { EXECUTION: 'compiled' } });
  interpreted = await startApp({ env: { EXECUTION: 'interpreted' }, database: compiled.database });
});
afterAll(async () => {
  await interpreted?.close();
  await compiled?.close();
});

/** What must differ from one answer to the next: tokens. */
const lasting = (text: string): string =>
  text.replaceAll(/"(accessToken|refreshToken|accessTokenExpiresAt)":"[^"]*"/g, '"$1":"…"');

const known = new Set<string>();

/** A document is compiled when it comes again: the first answer is interpreted in any case, the later ones are not. */
async function expectSame(document: string, ask: (api: TestApp) => Promise<Answer>): Promise<void> {
  compile.mockClear();
  const expected = await ask(interpreted);
  expect(compile).not.toHaveBeenCalled();
  for (let time = 1; time <= 3; time++) {
    const answer = await ask(compiled);
    expect([time, answer.status, lasting(answer.text)]).toEqual([time, expected.status, lasting(expected.text)]);
  }
  const results = compile.mock.results.map(({ type, value }) => [type, typeof value]);
  if (!known.has(document)) expect(results).toContainEqual(['return', 'function']);
  known.add(document);
}

describe('an example document', () => {
  it.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (_name, operation) => {
    await expectSame(operation.document, (api) => run(api, operation));
  });
});

const things = [...walkedThings().values()];
const table = things.map((thing) => [thing.name, thing] as const);
const accounts: [string, string][] = [
  ['case-manager', 'za'],
  ['service-provider', 'za'],
  ['me-officer', 'mz'],
  ['secretariat', 'region'],
];

/** Everything at once: aliases, fragments, directives and variables, and fields that this role may not read. */
const documents = ({ plural, singular, name, type, lists }: WalkedThing): string[] => {
  const fields = Object.values(type.getFields());
  const half = Math.ceil(fields.length / 2);
  const [nested] = lists;
  return [
    `query ($yes: Boolean!, $no: Boolean!, $first: Int) {
      first: ${plural}(first: $first) { ...Page }
      ${plural}(last: 3) { ...Page totalCount @include(if: $yes) }
      other: ${plural}(first: 1) @skip(if: $yes) { totalCount }
    }
    fragment Page on ${name}Connection { edges { cursor node { __typename ...Some ... on Node { again: id } } } pageInfo { hasNextPage endCursor @skip(if: $no) } }
    fragment Some on ${name} { ${fields.slice(0, half).map(leaf).join(' ')} ... @include(if: $yes) { ${fields.slice(half).map(leaf).join(' ')} } }`,
    nested
      ? `{ ${plural}(first: 4) { edges { node { one: ${nested.name}(first: 1) { totalCount } two: ${nested.name}(last: 2) { edges { node { __typename id } } } } } } }`
      : `{ a: ${plural}(first: 0) { edges { cursor } pageInfo { hasPreviousPage hasNextPage } totalCount } }`,
    `{ ${plural}(first: 2, after: "garbage") { totalCount } ${singular}(id: "${randomUUID()}") { id } node(id: "${randomUUID()}") { id ... on ${name} { createdAt } } }`,
  ];
};

describe.each(accounts)('a document made from the schema, asked by a %s of %s', (account, country) => {
  it.each(table)('%s', async (_name, thing) => {
    for (const document of documents(thing)) {
      const variables = document.includes('$yes') ? { yes: true, no: false, first: 5 } : undefined;
      await expectSame(document, async (api) => (await api.as(account, country)).query(document, variables));
    }
  });
});

describe('a mutation that finds nothing to do', () => {
  it.each(domainMutations().map((mutation) => [mutation.name, mutation] as const))('%s', async (_name, mutation) => {
    const input = fillInput(mutation, { id: () => randomUUID() });
    for (const [account, country] of accounts.slice(0, 2)) {
      const document = mutationDocument(mutation, 'id');
      await expectSame(document, async (api) => (await api.as(account, country)).query(document, { input }));
    }
  });
});
