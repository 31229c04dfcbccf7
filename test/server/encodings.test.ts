/** Bodies are taken as JSON in UTF-8 and nothing else: with a byte order mark or without, and never compressed. */
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startTestServer, type Answer, type TestServer } from './harness';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.shutdown());

const hello = { query: '{ hello }' };
const codeOf = (body: string): unknown => (JSON.parse(body) as Answer).errors?.[0]?.extensions['code'];

describe('requests', () => {
  it('may begin with a byte order mark', async () => {
    expect((await server.post(`\ufeff${JSON.stringify(hello)}`)).json()).toEqual({ data: { hello: 'hello world' } });
    expect((await server.post(`\ufeff\ufeff${JSON.stringify(hello)}`)).statusCode).toBe(400);
    expect((await server.post('\ufeff')).statusCode).toBe(400);
  });

  it.each(['identity', 'Identity', 'identity, identity', ''])('may be encoded as they are: "%s"', async (encoding) => {
    expect((await server.post(hello, { 'content-encoding': encoding })).statusCode).toBe(200);
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x-identity', 'aes128gcm'])(
    'are not taken in another encoding: %s',
    async (encoding) => {
      for (const body of [gzipSync(JSON.stringify(hello)), JSON.stringify(hello), '']) {
        const response = await server.post(body, { 'content-encoding': encoding, 'accept-language': 'pt' });
        expect({ status: response.statusCode, body: response.json<object>() }).toEqual({
          status: 415,
          body: {
            errors: [
              {
                message: 'Envie o corpo do pedido tal como é, sem Content-Encoding.',
                extensions: { code: 'BAD_USER_INPUT' },
              },
            ],
          },
        });
      }
    },
  );

  it('in another encoding are answered whether their body comes or not', async () => {
    await server.http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.http.server.address() as AddressInfo;
    for (const rest of [
      'Content-Length: 0\r\n\r\n',
      'Content-Length: 900000\r\n\r\n',
      'Transfer-Encoding: chunked\r\n\r\n',
      '\r\n',
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n${rest}`,
      );
      const [first] = (await once(socket, 'data')) as [Buffer];
      expect(first.toString()).toMatch(/^HTTP\/1.1 415 /);
      socket.destroy();
    }
  });

  it('without type and body are told what to send', async () => {
    const response = await server.http.inject({ method: 'POST', url: '/graphql' });
    expect({ status: response.statusCode, code: codeOf(response.body) }).toEqual({
      status: 415,
      code: 'BAD_USER_INPUT',
    });
  });
});
