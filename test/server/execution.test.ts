/** Compiled and interpreted execution answer alike, and neither can be made to do what a document must not. */
import { Kind, graphql, parse, type DocumentNode } from 'graphql';
import { Compiler, isSafe } from '../../src/server/compile';
import { flatten } from '../../src/server/flatten';
import { startTestServer, testConfig, type TestServer } from './harness';
import { randomDocument, randomNumbers } from './random-document';
import { smallSchema } from './small-schema';

const schema = smallSchema();
const flat = (source: string, variables = {}): DocumentNode => {
  const document = parse(source);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return flatten(document, operation, variables);
};

interface Result {
  data?: Record<string, unknown>;
  errors?: { message: string; path?: (string | number)[] }[];
}

/** Asked often enough that the compiled form has its turn. */
async function settled(server: TestServer, query: string, variables?: object): Promise<Result> {
  await server.post({ query, variables });
  await server.post({ query, variables });
  return (await server.post({ query, variables })).json<Result>();
}

const byPath = (result: Result): string[] => (result.errors ?? []).map((error) => JSON.stringify(error)).sort();

/** The part of the data at a path is gone: an error below it need not be told (GraphQL, 6.4.4). */
function isGone(data: unknown, path: readonly (string | number)[] = []): boolean {
  const inner = path.slice(0, -1).reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], data);
  return inner === null || inner === undefined;
}

describe('compiled and interpreted execution', () => {
  let compiled: TestServer;
  let interpreted: TestServer;

  beforeAll(async () => {
    const limits = {
      MAX_DEPTH: '100',
      MAX_COST: '100000000',
      MAX_FIELDS: '100000',
      MAX_ALIASES: '1000',
      MAX_DIRECTIVES: '1000',
      MAX_ROOT_FIELDS: '1000',
    };
    compiled = await startTestServer({ environment: { EXECUTION: 'compiled', ...limits } });
    interpreted = await startTestServer({ environment: { EXECUTION: 'interpreted', ...limits } });
  });
  afterAll(() => Promise.all([compiled.shutdown(), interpreted.shutdown()]));

  const alike = async (query: string, variables?: object): Promise<Result> => {
    const one = await settled(compiled, query, variables);
    const other = await settled(interpreted, query, variables);
    expect({ query, data: one.data }).toEqual({ query, data: other.data });
    const told = new Set(byPath(other));
    for (const error of one.errors ?? []) {
      if (!isGone(one.data, error.path))
        expect({ query, told: told.has(JSON.stringify(error)) }).toEqual({ query, told: true });
    }
    expect(byPath(one)).toEqual(
      expect.arrayContaining(
        byPath(other).filter(
          (error) => !isGone(other.data, (JSON.parse(error) as Result['errors'] & { path: [] }).path),
        ),
      ),
    );
    expect(!one.errors).toBe(!other.errors);
    return one;
  };

  it.each([
    [
      'fields, lists and scalars',
      '{ cases(first: 3) { edges { cursor node { id status openedAt priority organisation { name } partners { name } } } totalCount } }',
    ],
    ['aliases', '{ a: hello b: hello(name: "b") c: case(id: "case-1") { x: id y: id } }'],
    ['interfaces', '{ node(id: "case-1") { __typename id ... on Case { displayId } ... on Organisation { name } } }'],
    [
      'lists of interfaces',
      '{ nodes(ids: ["case-1", "none"]) { __typename id ... on Case { displayId } ... on Organisation { name } } }',
    ],
    [
      'fragments spread twice',
      '{ case(id: "case-1") { ...C organisation { ...O } partners { ...O } } } fragment C on Case { id organisation { ...O } } fragment O on Organisation { id name }',
    ],
    ['a null in a nullable place', '{ case(id: "nobody") { id } }'],
    ['a null in a non-null place', '{ case(id: "case-1") { id broken } hello }'],
    ['a null in a non-null place of a list', '{ cases(first: 2) { edges { node { id broken } } } }'],
    ['a mutation', 'mutation { signIn touch(input: { eq: "x" }) }'],
    [
      'names of JavaScript',
      '{ constructor: hello toString: hello hasOwnProperty: hello case(id: "case-1") { constructor: id valueOf: displayId } }',
    ],
    ['the name __proto__', '{ __proto__: case(id: "case-1") { __proto__: organisation { name } id } hello }'],
    [
      'paths that read alike',
      '{ case(id: "case-1") { a_b: referrals { edges { node { c: organisation { name } } } } a: referrals { edges { node { b_c: organisation { id } } } } } }',
    ],
    [
      'an alias like a position',
      '{ cases(first: 1) { idx0: edges { idx1: node { id label } } edges { node { label } } } }',
    ],
    ['an empty list', '{ cases(first: 0) { edges { node { id } } totalCount } }'],
    [
      'introspection',
      '{ __schema { queryType { name } types { name fields { name } } } __type(name: "Coerced") { name } __typename }',
    ],
  ])('answer alike: %s', (_, query) => alike(query));

  it.each([
    [{ n: 'x', f: { displayId: { eq: 'a' }, and: [{ not: { status: 'OPEN' } }] } }],
    [{ n: null, f: null }],
    [{}],
    [{ f: { and: { status: 'OPEN' } } }],
    [{ f: { status: 'NEITHER' } }],
    [{ f: { unknown: 1 } }],
    [{ n: 5 }],
    [{ f: { and: [{ and: [{ and: [{ openedAt: '2026-01-01T00:00:00Z' }] }] }] } }],
  ])('answer alike with variables: %j', (variables) =>
    alike(
      'query Q($n: String = "default", $f: CaseFilter) { hello(name: $n) echo(text: $n, filter: $f, list: [["a"], [$m]]) }'.replace(
        ', [$m]',
        '',
      ),
      variables,
    ),
  );

  it.each([true, false])('answer alike with @skip and @include: %s', async (on) => {
    await alike(
      `query Q($on: Boolean!) {
        hello @include(if: $on)
        case(id: "case-1") { ...C @skip(if: $on) id @skip(if: $on) organisation { name @include(if: $on) } ... @include(if: $on) { status } }
        other: case(id: "case-2") { ...C }
      }
      fragment C on Case { displayId priority @include(if: $on) }`,
      { on },
    );
  });

  it('answer alike when everything is left out', () =>
    alike('query Q($on: Boolean!) { hello @include(if: $on) case(id: "case-1") { id @include(if: $on) } }', {
      on: false,
    }));

  it('answer random documents alike', async () => {
    let safe = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const { query, variables } = randomDocument(schema, randomNumbers(seed));
      await alike(query, variables);
      if (isSafe(flat(query, { b: true, ...variables }))) safe++;
    }
    expect(safe).toBeGreaterThan(100);
  }, 60_000);

  it('picks the named operation of several, each with its own conditions', async () => {
    const query = `query A($x: Boolean!) { case(id: "case-1") { ...C } } query B { case(id: "case-1") { ...C } }
      fragment C on Case { id label } query C($x: Boolean!) { case(id: "case-1") { ...D @include(if: $x) id } } fragment D on Case { status }`.replace(
      'A($x: Boolean!)',
      'A',
    );
    for (let turn = 0; turn < 3; turn++) {
      const ask = async (operationName: string, variables = {}): Promise<unknown> =>
        (await compiled.post({ query, operationName, variables })).json<{ data: { case: unknown } }>().data.case;
      expect(await ask('A')).toEqual({ id: 'case-1', label: 'ZA-2026-1' });
      expect(await ask('C', { x: true })).toEqual({ id: 'case-1', status: 'OPEN' });
      expect(await ask('C', { x: false })).toEqual({ id: 'case-1' });
    }
  });

  it('says where an error stands', async () => {
    const { errors } = await alike('{ hello\n  fails(how: "api") }');
    expect(errors).toEqual([
      {
        message: 'That cursor is none.',
        locations: [{ line: 2, column: 3 }],
        path: ['fails'],
        extensions: { hint: 1, code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('gives resolvers the frozen context', async () => {
    const { data: one } = await compiled.ask(
      '{ me }',
      {},
      { authorization: 'Bearer good', 'x-request-id': 'request-0001' },
    );
    expect(JSON.parse(one?.['me'] as string)).toEqual({ actor: 'CASE_MANAGER', frozen: true, id: 'request-0001' });
  });
});

describe('the compiler', () => {
  const marker = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';

  it.each([
    ['a text', `{ hello(name: "${marker}(globalThis.ran=true,1)") }`],
    ['an escaped text', `{ hello(name: "\\u005f${marker.slice(1)}(globalThis.ran=true,1)") }`],
    ['a block', `{ hello(name: """${marker}(globalThis.ran=true,1)""") }`],
    ['a text in an object', `{ echo(filter: { displayId: { in: ["${marker}(globalThis.ran=true,1)"] } }) }`],
    ['a default', `query ($n: String = "${marker}(globalThis.ran=true,1)") { hello(name: $n) }`],
  ])('never runs %s of a document as code', async (_, query) => {
    const server = await startTestServer();
    const { data, errors } = await settled(server, query);
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})[0]).toContain(marker);
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
    expect(isSafe(flat(query))).toBe(false);
    await server.shutdown();
  });

  it.each([
    [
      'aliases with underscores',
      'query ($f: CaseFilter) { za_cases: cases(filter: $f) { edges { node { __isNode: __typename first_id: id } } } }',
    ],
    ['recursive filters', 'query ($f: CaseFilter!) { cases(filter: $f, first: 5) { edges { node { id } } } }'],
    [
      'fragments and conditions',
      'query ($on: Boolean!) { case(id: "case-1") { ...C } } fragment C on Case { id @include(if: $on) label }',
    ],
  ])('compiles %s', (_, query) => {
    expect(new Compiler(schema).compile(flat(query, { on: true }))).not.toBeNull();
  });

  it('leaves dates and the like as the rows have them', async () => {
    const run = new Compiler(schema).compile(flat('{ case(id: "case-1") { openedAt } }'));
    expect(await run?.({}, {})).toEqual({ data: { case: { openedAt: '2026-11-21T20:01:04.123456Z' } } });
  });

  it('refuses a schema that it would answer wrongly', () => {
    const renamed = smallSchema();
    const status = renamed.getType('Status') as unknown as { getValues(): { value: unknown }[] };
    (status.getValues()[0] as { value: unknown }).value = 1;
    expect(() => new Compiler(renamed)).toThrow('Status.OPEN');
  });

  it('gives what graphql-js gives', async () => {
    const query =
      '{ cases(first: 50) { edges { node { id displayId status openedAt priority organisation { name } } } } }';
    const run = new Compiler(schema).compile(flat(query));
    expect(JSON.stringify(await run?.({}, {}))).toBe(JSON.stringify(await graphql({ schema, source: query })));
  });
});

it('compiles unless told otherwise', () => {
  expect(testConfig().server.execution).toBe('compiled');
});
