/** What goes over the wire, and what is turned away at it. */
import type { LightMyRequestResponse } from 'fastify';
import { startTestServer, type Answer, type TestServer } from './harness';

let server: TestServer;
beforeAll(
  async () => void (server = await startTestServer({ environment: { ALLOWED_ORIGINS: 'https://app.example.org' } })),
);
afterAll(() => server.shutdown());

const hello = { query: '{ hello }' };
const codeOf = (body: string): unknown => (JSON.parse(body) as Answer).errors?.[0]?.extensions['code'];

describe('requests', () => {
  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const)('come by POST, not by %s', async (method) => {
    const response = await server.http.inject({
      method,
      url: '/graphql?query={hello}',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.statusCode).toBe(405);
    expect(response.headers['allow']).toBe('POST');
    if (method !== 'HEAD') expect(codeOf(response.body)).toBe('BAD_USER_INPUT');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=latin1',
    '',
  ])('come as JSON in UTF-8, not as "%s"', async (type) => {
    const response = await server.http.inject({
      method: 'POST',
      url: '/graphql',
      payload: JSON.stringify(hello),
      headers: type ? { 'content-type': type } : {},
    });
    expect({ status: response.statusCode, code: codeOf(response.body) }).toEqual({
      status: 415,
      code: 'BAD_USER_INPUT',
    });
  });

  it('may name their charset', async () => {
    expect((await server.post(hello, { 'content-type': 'application/json;charset=UTF-8' })).statusCode).toBe(200);
  });

  it.each<[string, unknown]>([
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    [
      'half of a UTF-8 character',
      Buffer.concat([Buffer.from('{"query":"{ hello(name: \\"'), Buffer.from([0xe2, 0x82]), Buffer.from('\\") }"}')]),
    ],
    ['an overlong encoding', Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x7d])],
    ['nothing', ''],
    ['no JSON', '{query: hello}'],
    ['JSON that stops', '{"query": "{ hel'],
    ['a raw NUL', '{"query": "{ hello }\0"}'],
    [
      'an escaped NUL in a variable',
      '{"query": "query ($n: String) { hello(name: $n) }", "variables": {"n": "a\\u0000b"}}',
    ],
    ['an escaped NUL in the document', '{"query": "{ hello(name: \\"a\\u0000b\\") }"}'],
    ['half a surrogate pair', '{"query": "query ($n: String) { hello(name: $n) }", "variables": {"n": "\\ud83d"}}'],
    ['the other half', '{"query": "query ($n: String) { hello(name: $n) }", "variables": {"n": "\\uDE00 x"}}'],
    [
      'half a pair in a key',
      '{"query": "query ($f: CaseFilter) { echo(filter: $f) }", "variables": {"f": {"\\ud83d": 1}}}',
    ],
    ['a prototype', '{"query": "{ hello }", "variables": {"__proto__": {"a": 1}}}'],
    ['an escaped prototype', '{"query": "{ hello }", "variables": {"\\u005f_proto__": {"a": 1}}}'],
    ['a list of operations', [hello, hello]],
    ['an empty list', []],
    ['a number', '5'],
    ['null', 'null'],
    ['no query', {}],
    ['an empty query', { query: '' }],
    ['a query that is no text', { query: { hello: 1 } }],
    ['an operation name that is no text', { ...hello, operationName: 5 }],
    ['variables that are a list', { ...hello, variables: [] }],
    ['variables that are a text', { ...hello, variables: '{}' }],
    ['extensions that are a text', { ...hello, extensions: 'x' }],
    ['a persisted query without its text', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
    ['a persisted query with its text', { ...hello, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
  ])('are the caller’s fault with %s', async (_, body) => {
    const response = await server.post(body, { accept: 'application/graphql-response+json' });
    expect({ status: response.statusCode, code: codeOf(response.body) }).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
    const plain = await server.post(body);
    expect(plain.statusCode).toBeLessThan(500);
  });

  it('may carry whole characters however they are written', async () => {
    const response = await server.post(
      '{"query": "query ($n: String) { hello(name: $n) }", "variables": {"n": "\\ud83d\\ude00 \\u007f é"}}',
    );
    expect(response.json()).toEqual({ data: { hello: 'hello 😀 \u007f é' } });
  });

  it('may be a megabyte and no more', async () => {
    const response = await server.post({ ...hello, variables: { x: 'x'.repeat(1_048_576) } });
    expect({ status: response.statusCode, code: codeOf(response.body) }).toEqual({
      status: 413,
      code: 'BAD_USER_INPUT',
    });
    expect((await server.post({ ...hello, variables: { x: 'x'.repeat(1_000_000) } })).statusCode).toBe(200);
  });

  it('that accept neither JSON are told so', async () => {
    expect((await server.post(hello, { accept: 'text/html' })).statusCode).toBe(406);
  });
});

describe('who asks', () => {
  it.each(['Bearer forged', 'Basic Z29vZA==', 'good', 'Bearer'])('"%s" is nobody', async (authorization) => {
    for (const accept of ['application/graphql-response+json', 'application/json', '*/*']) {
      const response = await server.post(hello, { authorization, accept });
      expect({ status: response.statusCode, code: codeOf(response.body) }).toEqual({
        status: 401,
        code: 'UNAUTHENTICATED',
      });
      expect(response.headers['www-authenticate']).toBe('Bearer');
      expect(response.headers['content-type']).toContain(accept === '*/*' ? 'application/json' : accept);
    }
  });

  it('cannot be known while the database is away', async () => {
    const response = await server.post(hello, { authorization: 'Bearer down' });
    expect({ status: response.statusCode, code: codeOf(response.body) }).toEqual({ status: 503, code: 'UNAVAILABLE' });
  });

  it('is not taken from the address', async () => {
    const response = await server.http.inject({
      method: 'POST',
      url: '/graphql?access_token=good&authorization=Bearer%20good',
      payload: { query: '{ me }' },
    });
    expect(response.json<Answer>().data?.['me']).not.toContain('CASE_MANAGER');
  });
});

describe('answers', () => {
  it('may be neither stored, sniffed nor framed, and name no software', async () => {
    const { headers } = await server.post(hello);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['strict-transport-security']).toBeDefined();
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['server']));
    expect(headers['etag']).toBeUndefined();
  });

  it('carry the request’s id: a well-formed one of the client’s, else a new one', async () => {
    const id = async (sent: string): Promise<unknown> =>
      (await server.post(hello, { 'x-request-id': sent })).headers['x-request-id'];
    expect(await id('client-1234.5')).toBe('client-1234.5');
    for (const odd of ['short', 'with space in it', '<script>alert(1)</script>', 'x'.repeat(65), 'new\tline-id-x']) {
      expect(await id(odd)).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('to unknown addresses are errors of the same form', async () => {
    const response = await server.http.inject({ method: 'GET', url: '/nowhere', headers: { 'accept-language': 'pt' } });
    expect({ status: response.statusCode, body: response.json<object>() }).toEqual({
      status: 404,
      body: { errors: [{ message: 'Não há nada neste endereço.', extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('come in the media type that was asked for', async () => {
    const type = async (accept: string): Promise<unknown> =>
      (await server.post(hello, { accept })).headers['content-type'];
    expect(await type('application/graphql-response+json')).toBe('application/graphql-response+json; charset=utf-8');
    expect(await type('application/json')).toBe('application/json; charset=utf-8');
    expect(await type('*/*')).toBe('application/json; charset=utf-8');
  });
});

describe('browsers of other sites', () => {
  const preflight = async (origin: string): Promise<unknown> =>
    (
      await server.http.inject({
        method: 'OPTIONS',
        url: '/graphql',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,authorization',
        },
      })
    ).headers['access-control-allow-origin'];

  it('are let in when their origin is allowed, exactly', async () => {
    expect(await preflight('https://app.example.org')).toBe('https://app.example.org');
    for (const other of [
      'https://app.example.org.evil.net',
      'http://app.example.org',
      'https://evil.app.example.org',
      'https://app.example.org:444',
      'null',
    ]) {
      expect(await preflight(other)).toBeUndefined();
      expect((await server.post(hello, { origin: other })).headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(
      (await server.post(hello, { origin: 'https://app.example.org' })).headers['access-control-allow-origin'],
    ).toBe('https://app.example.org');
  });

  it('never send credentials of the browser along', async () => {
    expect(
      (await server.post(hello, { origin: 'https://app.example.org' })).headers['access-control-allow-credentials'],
    ).toBeUndefined();
  });

  it('cannot make a form that does anything', async () => {
    const response = await server.http.inject({
      method: 'POST',
      url: '/graphql',
      payload: 'query=mutation{signIn}',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.net' },
    });
    expect(response.statusCode).toBe(415);
  });
});

describe('too many requests', () => {
  it('from one address are refused, from another are not', async () => {
    const limited = await startTestServer({ environment: { RATE_LIMIT_PER_MINUTE: '3' } });
    const from = (remoteAddress: string): Promise<LightMyRequestResponse> =>
      limited.http.inject({
        method: 'POST',
        url: '/graphql',
        payload: hello,
        remoteAddress,
        headers: { 'x-forwarded-for': String(Math.random()) },
      });
    for (let turn = 0; turn < 3; turn++) expect((await from('10.0.0.1')).statusCode).toBe(200);
    const refused = await from('10.0.0.1');
    expect({ status: refused.statusCode, code: codeOf(refused.body) }).toEqual({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('10.0.0.2')).statusCode).toBe(200);
    expect((await limited.http.inject('/health/live')).statusCode).toBe(200);
    await limited.shutdown();
  });
});
