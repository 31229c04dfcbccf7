/** GraphQL over HTTP: the audits of the specification's reference implementation. */
import type { AddressInfo } from 'node:net';
import { serverAudits, type AuditResult } from 'graphql-http';
import { startTestServer, type TestServer } from '../server/harness';

describe.each([
  ['when a document comes for the first time', 1],
  ['when it is known', 2],
])('GraphQL over HTTP, %s', (_when, times) => {
  let server: TestServer;
  let results: AuditResult[];

  beforeAll(async () => {
    server = await startTestServer();
    await server.http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.http.server.address() as AddressInfo;
    const audits = serverAudits({ url: `http://127.0.0.1:${port}/graphql`, fetchFn: fetch });
    for (let time = 1; time <= times; time++) results = await Promise.all(audits.map((audit) => audit.fn()));
  });

  afterAll(() => server.shutdown());

  const named = (status: string): string[] =>
    results.filter((result) => result.status === status).map(({ id, name }) => `${id} ${name}`);

  it('does all that the specification demands', () => {
    expect(results.length).toBeGreaterThan(50);
    expect(named('error')).toEqual([]);
  });

  it('does all that it recommends', () => {
    expect(named('warn')).toEqual([]);
  });

  it('leaves out queries by GET, which it only allows', () => {
    expect(named('notice').map((name) => name.slice(0, 4))).toEqual(['5A70', 'D6D5', '6A70']);
  });
});
