/** What leaves the server when something goes wrong: a stable code, a fitting status, and nothing of ours. */
import { startTestServer, type Answer, type TestServer } from './harness';

const graphqlJson = { accept: 'application/graphql-response+json' };

describe('errors', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startTestServer()));
  afterAll(() => server.shutdown());

  /** The third answer: what is kept of the first two must not change it. */
  const third = async (query: string, variables?: object, headers?: Record<string, string>): Promise<Answer> => {
    await server.ask(query, variables, headers);
    await server.ask(query, variables, headers);
    return server.ask(query, variables, headers);
  };
  const codeOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions['code'];

  it.each([
    ['plain', 'INTERNAL_SERVER_ERROR'],
    ['text', 'INTERNAL_SERVER_ERROR'],
    ['graphql', 'INTERNAL_SERVER_ERROR'],
    ['constraint', 'INTERNAL_SERVER_ERROR'],
    ['api', 'BAD_USER_INPUT'],
    ['nul', 'BAD_USER_INPUT'],
  ])('of one field (%s) leave the others alone', async (how, code) => {
    const answer = await third('query ($how: String!) { fails(how: $how) hello }', { how });
    expect({ status: answer.status, code: codeOf(answer), data: answer.data }).toEqual({
      status: 200,
      code,
      data: { fails: null, hello: 'hello world' },
    });
    expect(answer.errors?.[0]?.path).toEqual(['fails']);
  });

  it.each(['plain', 'text', 'graphql', 'constraint', 'nul', 'refused', 'shutdown', 'timeout', 'pool'])(
    'say nothing of their cause: %s',
    async (how) => {
      const answer = await third('query ($how: String!) { failsHard(how: $how) }', { how });
      expect(JSON.stringify(answer)).not.toMatch(
        /select|survivor|phone|\+27|srv|\.ts|za\.|10\.0|postgres|terminat|statement|timeout|byte|0x00|stack/i,
      );
      expect(Object.keys(answer.errors?.[0]?.extensions ?? {})).toEqual(['code']);
    },
  );

  it.each([
    ['refused', 'UNAVAILABLE', 503],
    ['pool', 'UNAVAILABLE', 503],
    ['shutdown', 'UNAVAILABLE', 503],
    ['timeout', 'UNAVAILABLE', 503],
    ['limited', 'RATE_LIMITED', 429],
    ['unauthenticated', 'UNAUTHENTICATED', 401],
  ])('of everything that was asked (%s) have a status of their own', async (how, code, status) => {
    for (const headers of [{}, graphqlJson] as Record<string, string>[]) {
      const answer = await third('query ($how: String!) { fails(how: $how) }', { how }, headers);
      expect({ status: answer.status, code: codeOf(answer), data: answer.data }).toEqual({
        status,
        code,
        data: undefined,
      });
    }
  });

  it('of a database that is not there leave what did come', async () => {
    const answer = await third('{ fails(how: "refused") hello }');
    expect({ status: answer.status, code: codeOf(answer), data: answer.data }).toEqual({
      status: 200,
      code: 'UNAVAILABLE',
      data: { fails: null, hello: 'hello world' },
    });
  });

  it('are told in the language that was asked for', async () => {
    const ask = async (language: string): Promise<unknown> =>
      (await third('{ fails(how: "api") }', {}, { 'accept-language': language })).errors?.[0]?.message;
    expect([await ask('pt-MZ, en;q=0.5'), await ask('en'), await ask('zu')]).toEqual([
      'Esse cursor não é válido.',
      'That cursor is none.',
      'That cursor is none.',
    ]);
  });

  it.each([
    ['{', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { hello } query B { hello }', 'BAD_USER_INPUT'],
    ['query ($n: Int!) { hello }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ hello(name: "\\u0000") }', 'BAD_USER_INPUT'],
    ['{ echo(filter: { openedAt: "yesterday" }) }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('of a document are the caller’s: %s', async (query, code) => {
    const answer = await third(query, {}, graphqlJson);
    expect({ status: answer.status, code: codeOf(answer), data: answer.data }).toEqual({
      status: 400,
      code,
      data: undefined,
    });
  });

  it.each([
    [
      'query ($n: Int!) { slow(ms: $n) }',
      { n: 'hunter2-hunter2' },
      'A whole number is expected, such as 3, of at most ten digits.',
      ['n'],
    ],
    ['query ($n: Int!) { slow(ms: $n) }', {}, 'This is needed, and is missing: fill it in.', ['n']],
    [
      'query ($f: CaseFilter) { echo(filter: $f) }',
      { f: { displayId: { eq: { secret: 'hunter2' } } } },
      'A text is expected.',
      ['f', 'displayId', 'eq'],
    ],
    [
      'query ($f: CaseFilter) { echo(filter: $f) }',
      { f: { status: 'hunter2' } },
      'This is none of the choices. Choose one from the list.',
      ['f', 'status'],
    ],
    [
      'query ($f: CaseFilter) { echo(filter: $f) }',
      { f: { openedAt: 'hunter2 has no time' } },
      'This value does not fit here.',
      ['f', 'openedAt'],
    ],
    [
      'query ($f: CaseFilter) { echo(filter: $f) }',
      { f: { status: { secret: 'hunter2' } } },
      'This is none of the choices. Choose one from the list.',
      ['f', 'status'],
    ],
    [
      'query ($f: CaseFilter) { echo(filter: $f) }',
      { f: { displayIdd: { eq: 'hunter2' } } },
      'Something was sent in a form that is not known here. Bring the app up to date, or tell whoever looks after it.',
      ['f', 'displayIdd'],
    ],
  ])('of a variable say where, and not what else was sent: %s %j', async (query, variables, message, path) => {
    const answer = await third(query, variables, graphqlJson);
    const { message: said, extensions } = answer.errors?.[0] ?? {};
    expect({ status: answer.status, code: codeOf(answer), said, path: extensions?.path }).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      said: message,
      path,
    });
  });

  it.each([
    [{ status: 'hunter2' }, 'The codes are those of '],
    [{ displayIdd: { eq: 'hunter2' } }, 'CaseFilter has no field of this name.'],
    [{ displayId: 'hunter2' }, 'The schema asks for an object, '],
  ])('of a variable say for developers what the schema takes there: %j', async (f, detail) => {
    const headers = { ...graphqlJson, 'accept-language': 'pt' };
    const answer = await third('query ($f: CaseFilter) { echo(filter: $f) }', { f }, headers);
    expect(String(answer.errors?.[0]?.extensions?.detail)).toContain(detail);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('of several variables are told together, in the caller’s language', async () => {
    const variables = { n: 'three', f: { status: 'NONE', displayId: { eq: 5 } } };
    const query = 'query ($n: Int!, $f: CaseFilter) { slow(ms: $n) echo(filter: $f) }';
    const { errors } = await third(query, variables, { ...graphqlJson, 'accept-language': 'pt' });
    expect(errors?.map(({ message, extensions }) => [message, extensions?.path])).toEqual([
      ['Espera-se um número inteiro, como 3, com dez algarismos no máximo.', ['n']],
      ['Espera-se um texto.', ['f', 'displayId', 'eq']],
      ['Isto não é nenhuma das opções. Escolha uma da lista.', ['f', 'status']],
    ]);
  });

  it('of an argument that is found unfit only while running are the caller’s', async () => {
    const answer = await third('query ($upper: String = "x") { hello(name: $upper) case(id: "case-1") { id } }', {
      upper: null,
    });
    expect(answer.errors).toBeUndefined();
    const withNull = await third('query ($n: Int = 5) { slow(ms: $n) hello }', { n: null });
    expect({ code: codeOf(withNull), data: withNull.data }).toEqual({
      code: 'BAD_USER_INPUT',
      data: { slow: null, hello: 'hello world' },
    });
  });

  it('name no field that was not asked for', async () => {
    const production = await startTestServer({ environment: { INTROSPECTION: 'false' } });
    const { errors } = await production.ask('{ hallo cases(frist: 1) { totalCount } }');
    expect(JSON.stringify(errors)).not.toMatch(/did you mean|hello|first/i);
    const introspection = await production.ask('{ __schema { types { name } } }', {}, graphqlJson);
    expect({ status: introspection.status, code: codeOf(introspection) }).toEqual({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    await production.shutdown();
  });

  it('of ours are logged with the request’s id, its place and its cause, but never with values', async () => {
    server.log.length = 0;
    const headers = { 'x-request-id': 'request-4711', authorization: 'Bearer good' };
    await server.ask(
      'query Q($how: String!, $s: String = "spoken-aloud") { failsHard(how: $how) hello(name: $s) }',
      { how: 'plain' },
      headers,
    );
    await server.ask('query Q($how: String!) { failsHard(how: $how) }', { how: 'constraint' }, headers);
    await server.ask('query Q($how: Int!) { slow(ms: $how) }', { how: 'spoken-aloud' }, headers);
    const lines = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(
      lines
        .filter(({ msg }) => msg === 'request failed')
        .map(({ requestId, path, code }) => ({ requestId, path, code })),
    ).toEqual([
      { requestId: 'request-4711', path: 'failsHard', code: undefined },
      { requestId: 'request-4711', path: 'failsHard', code: '23505' },
    ]);
    expect(lines.filter(({ msg }) => msg === 'graphql')).toHaveLength(3);
    expect(lines.find(({ msg }) => msg === 'graphql')).toMatchObject({
      requestId: 'request-4711',
      operation: 'Q',
      role: 'CASE_MANAGER',
      country: 'ZA',
      status: 200,
      codes: ['INTERNAL_SERVER_ERROR'],
    });
    expect(server.log.join('')).not.toMatch(/spoken-aloud|Bearer|good"|\+27|failsHard\(|select/i);
  });
});
