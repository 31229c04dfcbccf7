/** From start to stop: health, metrics, the explorer, keys, overload and a graceful end. */
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setDatabase, startTestServer, type TestServer } from './harness';

const started: TestServer[] = [];
async function start(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await startTestServer({ environment });
  started.push(server);
  return server;
}
afterAll(() => Promise.all(started.map((server) => server.shutdown())));

describe('health', () => {
  it('is ready while a country answers, and names the parts that do not', async () => {
    const server = await start();
    const ready = async (): Promise<object> => {
      const response = await server.http.inject('/health/ready');
      return { status: response.statusCode, ...response.json<object>() };
    };
    const both = (served: boolean): object[] => [
      { code: 'ZA', served: true },
      { code: 'MZ', served },
    ];
    expect(await ready()).toEqual({ status: 'ready', failing: [], countries: both(true) });
    setDatabase('MZ', false);
    expect(await ready()).toEqual({ status: 'ready', failing: ['MZ', 'MZ (region)'], countries: both(false) });
    setDatabase('ZA', false);
    const away = await server.http.inject('/health/ready');
    expect(away.statusCode).toBe(503);
    expect(away.json()).toMatchObject({ status: 'unavailable' });
    setDatabase('ZA', true);
    expect((await server.http.inject('/health/live')).statusCode).toBe(200);
    setDatabase('MZ', true);
    expect((await server.http.inject('/health/ready')).statusCode).toBe(200);
  });
});

describe('keys', () => {
  it('are published', async () => {
    const server = await start();
    expect((await server.http.inject('/.well-known/jwks.json')).json()).toEqual({ keys: [{ kid: 'one', kty: 'EC' }] });
  });
});

describe('metrics', () => {
  it('count requests without naming anybody', async () => {
    const server = await start();
    await server.ask('query Secretive { hello }', {}, { authorization: 'Bearer good' });
    await server.ask('mutation { signIn }');
    await server.ask('{ fails(how: "plain") }');
    await server.ask('{');
    const text = (await server.http.inject('/metrics')).body;
    expect(text).toContain('graphql_requests_total{operation="query",code="OK"} 1');
    expect(text).toContain('graphql_requests_total{operation="mutation",code="OK"} 1');
    expect(text).toContain('graphql_requests_total{operation="query",code="INTERNAL_SERVER_ERROR"} 1');
    expect(text).toContain('graphql_requests_total{operation="none",code="GRAPHQL_VALIDATION_FAILED"} 1');
    expect(text).toContain('database_connections{country="MZ",role="region",state="open"} 1');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('Secretive');
  });

  it('are not there in production without a token', async () => {
    const production = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://127.0.0.1/handsoff' };
    expect((await (await start(production)).http.inject('/metrics')).statusCode).toBe(404);
    const server = await start({ ...production, METRICS_TOKEN: 'sesame' });
    expect((await server.http.inject('/metrics')).statusCode).toBe(401);
  });

  it('ask for their token when they have one', async () => {
    const server = await start({ METRICS_TOKEN: 'sesame' });
    expect((await server.http.inject('/metrics')).statusCode).toBe(401);
    expect((await server.http.inject({ url: '/metrics', headers: { authorization: 'Bearer sesam' } })).statusCode).toBe(
      401,
    );
    expect(
      (await server.http.inject({ url: '/metrics', headers: { authorization: 'Bearer sesame' } })).statusCode,
    ).toBe(200);
  });
});

describe('the explorer', () => {
  it('comes whole from this server', async () => {
    const server = await start();
    const page = await server.http.inject('/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("connect-src 'self'");
    const parts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] as string);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      expect(part).not.toMatch(/^(https?:)?\/\//);
      if (part === '/explorer/') continue;
      expect({
        part,
        status: (await server.http.inject(new URL(part, 'http://x/explorer/').pathname)).statusCode,
      }).toEqual({ part, status: 200 });
    }
    expect(page.body).not.toMatch(/<script>[^<]/);
    expect((await server.http.inject('/explorer/options.js')).body).toContain('/graphql');
    expect((await server.http.inject('/explorer/../../package.json')).statusCode).toBe(404);
  });

  it('is not there when it is not wanted', async () => {
    const server = await start({ EXPLORER: 'false' });
    expect((await server.http.inject('/')).statusCode).toBe(404);
    expect((await server.http.inject('/explorer/main.js')).statusCode).toBe(404);
  });
});

describe('overload', () => {
  it('turns requests away instead of piling them up', async () => {
    const server = await start({ MAX_EVENT_LOOP_DELAY_MS: '20' });
    const until = Date.now() + 300;
    while (Date.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 1));
    let status = 0;
    for (let turn = 0; turn < 200 && status !== 503; turn++) {
      const end = Date.now() + 30;
      while (Date.now() < end);
      const response = await server.post({ query: '{ hello }' });
      status = response.statusCode;
      if (status === 503) expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    }
    expect(status).toBe(503);
    expect((await server.http.inject('/health/live')).statusCode).toBe(200);
  });

  it('gives up on what takes too long', async () => {
    const server = await start({ REQUEST_TIMEOUT_MS: '200' });
    const { status, errors } = await server.ask('{ slow(ms: 600) }');
    expect({ status, code: errors?.[0]?.extensions['code'] }).toEqual({ status: 503, code: 'UNAVAILABLE' });
  });

  it('gives up on headers and bodies that never come', async () => {
    const server = await start({ HEADERS_TIMEOUT_MS: '200', REQUEST_TIMEOUT_MS: '400' });
    const port = await listen(server);
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => socket.on('close', resolve).resume());
    const slow = connect(port, '127.0.0.1').on('error', () => undefined);
    slow.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"que',
    );
    await new Promise((resolve) => slow.on('close', resolve).resume());
  });
});

async function listen(server: TestServer): Promise<number> {
  await server.http.listen({ port: 0, host: '127.0.0.1' });
  return (server.http.server.address() as AddressInfo).port;
}

/** Sends a query over a connection that is kept open; gives status and body. */
function ask(port: number, query: string, agent?: Agent): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path: '/graphql',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    sent.on('error', reject).end(JSON.stringify({ query }));
  });
}

describe('stopping', () => {
  it('answers what is in flight, takes nothing new and ends', async () => {
    // Whoever waits for connections that only idle waits longer than a test may take.
    const server = await start({ SHUTDOWN_TIMEOUT_MS: '300000' });
    const port = await listen(server);
    const idle = new Agent({ keepAlive: true });
    await ask(port, '{ hello }', idle);
    const slow = ask(port, '{ slow(ms: 400) }', idle);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = server.shutdown();
    expect((await server.http.inject('/health/ready').catch(() => ({ statusCode: 503 }))).statusCode).toBe(503);
    await expect(ask(port, '{ hello }')).rejects.toThrow('ECONNREFUSED');
    expect(await slow).toEqual({ status: 200, body: '{"data":{"slow":"slept"}}' });
    await stopped;
    idle.destroy();
  });

  it('does not wait for ever', async () => {
    const server = await start({ SHUTDOWN_TIMEOUT_MS: '300' });
    const port = await listen(server);
    const stuck = ask(port, '{ slow(ms: 1000) }').catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.shutdown();
    // Waited for, it would have been answered.
    expect(await stuck).toMatch(/hang up|ECONNRESET/);
  });

  it('may be asked for twice', async () => {
    const server = await start();
    await Promise.all([server.shutdown(), server.shutdown()]);
  });
});
