/** What is not a planned read is answered as graphql-js answers it: the same data, the same errors, however often it is asked. */
import { graphql } from 'graphql';
import { startTestServer, type TestServer } from './harness';
import { randomDocument, randomNumbers } from './random-document';
import { smallSchema } from './small-schema';

const schema = smallSchema();

interface Told {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly object[];
  readonly extensions?: { readonly coordinate?: string };
}

interface Result {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly Told[];
}

/** Where errors stand; of those of one denied coordinate the first. */
function placesOf({ errors = [] }: Result): unknown[] {
  const coordinates = errors.map(({ extensions }) => extensions?.coordinate);
  const told = errors.filter((_, at) => !coordinates[at] || coordinates.indexOf(coordinates[at]) === at);
  return told.map(({ path, locations }) => JSON.stringify({ path, locations })).sort();
}

describe('an operation', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({
      environment: {
        MAX_DEPTH: '100',
        MAX_COST: '100000000',
        MAX_FIELDS: '100000',
        MAX_ALIASES: '1000',
        MAX_DIRECTIVES: '1000',
        MAX_ROOT_FIELDS: '1000',
      },
    });
  });
  afterAll(() => server.shutdown());

  /** Asked three times: what is kept from the first answer must not change the others. */
  const alike = async (query: string, variables?: Record<string, unknown>): Promise<Result> => {
    const expected = (await graphql({ schema, source: query, variableValues: variables })) as Result;
    let answer: Result = {};
    for (let turn = 1; turn <= 3; turn++) {
      answer = (await server.post({ query, variables })).json<Result>();
      const [data, expectedData] = [answer.data ?? null, expected.data ?? null].map((part) => JSON.stringify(part));
      expect({ query, turn, data }).toEqual({ query, turn, data: expectedData });
      expect({ query, turn, told: placesOf(answer) }).toEqual({ query, turn, told: placesOf(expected) });
    }
    return answer;
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
  ])('is answered alike: %s', (_, query) => alike(query));

  it.each([
    [{ n: 'x', f: { displayId: { eq: 'a' }, and: [{ not: { status: 'OPEN' } }] } }],
    [{ n: null, f: null }],
    [{}],
    [{ f: { and: { status: 'OPEN' } } }],
    [{ f: { status: 'NEITHER' } }],
    [{ f: { unknown: 1 } }],
    [{ n: 5 }],
    [{ f: { and: [{ and: [{ and: [{ openedAt: '2026-01-01T00:00:00Z' }] }] }] } }],
  ])('is answered alike with variables: %j', (variables) =>
    alike(
      'query Q($n: String = "default", $f: CaseFilter) { hello(name: $n) echo(text: $n, filter: $f, list: [["a"]]) }',
      variables,
    ),
  );

  it.each([true, false])('is answered alike with @skip and @include: %s', async (on) => {
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

  it('is answered alike when everything is left out', () =>
    alike('query Q($on: Boolean!) { hello @include(if: $on) case(id: "case-1") { id @include(if: $on) } }', {
      on: false,
    }));

  it('that is random is answered alike', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const { query, variables } = randomDocument(schema, randomNumbers(seed));
      await alike(query, variables as Record<string, unknown>);
    }
  }, 60_000);

  it('picks the named operation of several, each with its own conditions', async () => {
    const query = `query A { case(id: "case-1") { ...C } } query B { case(id: "case-1") { ...C } }
      fragment C on Case { id label } query C($x: Boolean!) { case(id: "case-1") { ...D @include(if: $x) id } } fragment D on Case { status }`;
    for (let turn = 0; turn < 3; turn++) {
      const ask = async (operationName: string, variables = {}): Promise<unknown> =>
        (await server.post({ query, operationName, variables })).json<{ data: { case: unknown } }>().data.case;
      expect(await ask('A')).toEqual({ id: 'case-1', label: 'ZA-2026-1' });
      expect(await ask('C', { x: true })).toEqual({ id: 'case-1', status: 'OPEN' });
      expect(await ask('C', { x: false })).toEqual({ id: 'case-1' });
    }
  });

  it('takes a switch of another operation for none, whatever it is called', async () => {
    for (const name of ['toString', 'constructor', 'valueOf', 'x']) {
      const query = `query A { hello } query B($${name}: Boolean!) { hello @include(if: $${name}) }`;
      for (let turn = 0; turn < 3; turn++) {
        const ask = async (operationName: string): Promise<unknown> =>
          (await server.post({ query, operationName })).json<{ data?: unknown }>().data;
        expect([name, await ask('A')]).toEqual([name, { hello: expect.any(String) as string }]);
      }
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
    const { data: one } = await server.ask(
      '{ me }',
      {},
      { authorization: 'Bearer good', 'x-request-id': 'request-0001' },
    );
    expect(JSON.parse(one?.['me'] as string)).toEqual({ actor: 'CASE_MANAGER', frozen: true, id: 'request-0001' });
  });
});
