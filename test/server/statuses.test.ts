/** The status of whatever can be wrong with a request, in either media type: one rule, which `src/server/status.ts` states. */
import { startTestServer, type Answer, type TestServer } from './harness';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.shutdown());

const GRAPHQL = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

const many = (n: number, text: (i: number) => string): string => Array.from({ length: n }, (_, i) => text(i)).join(' ');
const pages =
  '{ cases(first: 100) { edges { node { referrals(first: 100) { edges { node { organisation { name } } } } } } } }';
const list = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const text = 'query ($text: String) { hello(name: $text) }';

type Kind = readonly [what: string, body: unknown, code: string, headers?: Record<string, string>];

const ofGraphql: readonly Kind[] = [
  ['the syntax', { query: '{' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['an empty document', { query: '# nothing' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown field', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a literal of another type', { query: '{ slow(ms: "x") }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['no operation', { query: 'fragment F on Query { hello }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['an operation that is not there', { query: 'query A { hello }', operationName: 'B' }, 'BAD_USER_INPUT'],
  ['an operation without a name, asked for by one', { query: '{ hello }', operationName: '' }, 'BAD_USER_INPUT'],
  ['one of several operations, not named', { query: 'query A { hello } query B { hello }' }, 'BAD_USER_INPUT'],
  ['an operation of a type that is not offered', { query: 'subscription { hello }' }, 'BAD_USER_INPUT'],
  [
    'a variable of another type',
    { query: 'query ($n: Int!) { slow(ms: $n) }', variables: { n: 'x' } },
    'BAD_USER_INPUT',
  ],
  ['a variable that is missing', { query: 'query ($n: Int!) { slow(ms: $n) }' }, 'BAD_USER_INPUT'],
  ['a literal that no text can hold', { query: '{ hello(name: "\\u0000") }' }, 'BAD_USER_INPUT'],
];

const ofLimits: readonly Kind[] = [
  ['tokens', { query: `{ ${many(5_000, () => 'hello')} }` }, 'GRAPHQL_VALIDATION_FAILED'],
  ['depth', { query: `${'{ case '.repeat(20)}${'}'.repeat(20)}` }, 'GRAPHQL_VALIDATION_FAILED'],
  ['depth of literals', { query: `{ echo(list: ${'['.repeat(60)}${']'.repeat(60)}) }` }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'depth beyond the parser',
    { query: `{ echo(list: ${'['.repeat(2_400)}${']'.repeat(2_400)}) }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['root fields', { query: `{ ${many(11, () => 'hello')} }` }, 'GRAPHQL_VALIDATION_FAILED'],
  ['aliases', { query: `{ case(id: "case-1") { ${many(16, (i) => `a${i}: id`)} } }` }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'directives',
    { query: `{ case(id: "x") { ${many(10, () => 'id @include(if: true)')} } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'definitions',
    { query: `{ hello } ${many(100, (i) => `fragment F${i} on Case { id }`)}` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['items of a list', { query: list, variables: { ids: many(101, String).split(' ') } }, 'GRAPHQL_VALIDATION_FAILED'],
  ['the page', { query: '{ cases(first: 101) { totalCount } }' }, 'BAD_USER_INPUT'],
  ['the cost', { query: pages }, 'COST_EXCEEDED'],
];

const withStatus: readonly (readonly [status: number, ...Kind])[] = [
  [400, 'a body that is no JSON', '{', 'BAD_USER_INPUT'],
  [400, 'a body that is no object', '5', 'BAD_USER_INPUT'],
  [400, 'a variable that no text can hold', `{"query":"${text}","variables":{"text":"\\u0000"}}`, 'BAD_USER_INPUT'],
  [413, 'a body that is too large', { query: text, variables: { text: 'x'.repeat(1_048_576) } }, 'BAD_USER_INPUT'],
  [415, 'another charset', { query: text }, 'BAD_USER_INPUT', { 'content-type': `${JSON_TYPE}; charset=latin1` }],
  [415, 'an encoding', { query: text }, 'BAD_USER_INPUT', { 'content-encoding': 'gzip' }],
  [401, 'a forged token', { query: text }, 'UNAUTHENTICATED', { authorization: 'Bearer forged' }],
  [401, 'nobody', { query: '{ fails(how: "unauthenticated") }' }, 'UNAUTHENTICATED'],
  [429, 'a rate', { query: '{ fails(how: "limited") }' }, 'RATE_LIMITED'],
  [503, 'a database that is away', { query: '{ fails(how: "refused") }' }, 'UNAVAILABLE'],
  [503, 'a session that cannot be looked up', { query: text }, 'UNAVAILABLE', { authorization: 'Bearer down' }],
];

async function ask(accept: string | undefined, body: unknown, headers: Record<string, string> = {}) {
  const response = await server.post(body, { ...(accept !== undefined && { accept }), ...headers });
  const { data, errors } = response.json<Answer>();
  const type = String(response.headers['content-type']).split(';')[0];
  const code = errors?.[0]?.extensions['code'];
  for (const { message } of errors ?? []) expect(message).toMatch(/\S/);
  return { status: response.statusCode, type, code, hasData: data !== undefined, headers: response.headers, errors };
}

describe('what GraphQL finds wrong is 400, and 200 to those who take JSON', () => {
  it.each(ofGraphql)('%s', async (_what, body, code) => {
    expect(await ask(GRAPHQL, body)).toMatchObject({ status: 400, type: GRAPHQL, code, hasData: false });
    for (const accept of [JSON_TYPE, '*/*', undefined])
      expect(await ask(accept, body)).toMatchObject({ status: 200, type: JSON_TYPE, code, hasData: false });
  });
});

describe('what is beyond a limit is 400 to everybody', () => {
  it.each(ofLimits)('%s', async (_what, body, code) => {
    expect(await ask(GRAPHQL, body)).toMatchObject({ status: 400, type: GRAPHQL, code, hasData: false });
    const answer = await ask(JSON_TYPE, body);
    expect(answer).toMatchObject({ status: 400, type: JSON_TYPE, code, hasData: false });
    if (code !== 'COST_EXCEEDED') expect(answer.errors?.[0]?.extensions['limit']).toEqual(expect.any(String));
    const portuguese = await ask(JSON_TYPE, body, { 'accept-language': 'pt' });
    expect(portuguese.errors?.[0]?.message).not.toBe(answer.errors?.[0]?.message);
  });
});

describe('what never gets as far, or is not there for the whole request, has a status of its own', () => {
  const titled = withStatus.map((kind) => [`${kind[0]}: ${kind[1]}`, kind] as const);

  it.each(titled)('%s', async (_title, [status, , body, code, headers]) => {
    for (const type of [GRAPHQL, JSON_TYPE])
      expect(await ask(type, body, headers)).toMatchObject({ status, type, code, hasData: false });
  });

  it('and says how to mend it, whoever gives it', async () => {
    for (const [status, what, body, , headers] of withStatus) {
      const told = (await ask(GRAPHQL, body, headers)).headers;
      expect([what, told['www-authenticate']]).toEqual([what, status === 401 ? 'Bearer' : undefined]);
      expect([what, told['retry-after']]).toEqual([what, status === 503 ? '2' : undefined]);
      expect([what, told['accept-encoding']]).toEqual([what, what === 'an encoding' ? 'identity' : undefined]);
    }
  });
});

it.each(['api', 'plain', 'constraint'])('an error of a field leaves 200: %s', async (how) => {
  for (const type of [GRAPHQL, JSON_TYPE])
    expect(await ask(type, { query: `{ fails(how: "${how}") hello }` })).toMatchObject({
      status: 200,
      type,
      hasData: true,
    });
});

describe('the media type is the one that is liked best, whether the answer is good or not', () => {
  it.each([
    ['application/json, application/graphql-response+json', JSON_TYPE],
    ['application/graphql-response+json, application/json', GRAPHQL],
    ['application/graphql-response+json, application/json;q=0.9', GRAPHQL],
    ['application/graphql-response+json;q=0.5, application/json', JSON_TYPE],
    ['application/json;q=0.1, */*', GRAPHQL],
    ['*/*, application/graphql-response+json', GRAPHQL],
    ['text/html, application/*;q=0.8', JSON_TYPE],
    ['APPLICATION/JSON; q=1', JSON_TYPE],
  ])('%s', async (accept, type) => {
    expect((await ask(accept, { query: '{ hello }' })).type).toBe(type);
    expect((await ask(accept, '{')).type).toBe(type);
    expect((await ask(accept, { query: '{' })).status).toBe(type === GRAPHQL ? 400 : 200);
  });

  it.each(['text/html', 'application/json;q=0', 'image/*'])('is none of "%s": nothing is done', async (accept) => {
    server.log.length = 0;
    expect(await ask(accept, { query: '{ failsHard(how: "plain") }' })).toMatchObject({
      status: 406,
      type: JSON_TYPE,
      code: 'BAD_USER_INPUT',
    });
    expect(server.log.join('')).not.toContain('request failed');
  });
});
