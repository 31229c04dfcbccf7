/** Contents that go up and down stand in the log and in the metrics: how it went, and never of what. */
import { startApp, type Client, type TestApp } from '../support/app';

const lines: string[] = [];
let running: TestApp;
let manager: Client;
beforeAll(async () => {
  const log = { write: (line: string): void => void lines.push(line) };
  running = await startApp({ log, env: { LOG_LEVEL: 'info' } });
  manager = await running.as('case-manager', 'za');
});
afterAll(() => running.close());

const stored = `query { cases(first: 100) { edges { node {
  attachments(first: 5) { edges { node { id status kind size content { caption } } } } } } } }`;

it('notes method, status, time and bytes, and neither id, token nor words', async () => {
  type Found = { id: string; status: string; kind: string; size: number | null; content: { caption: string | null } };
  const { data } = await manager.query(stored);
  const edges = data.cases.edges as { node: { attachments: { edges: { node: Found }[] } } }[];
  const all = edges.flatMap(({ node }) => node.attachments.edges.map((edge) => edge.node));
  const paper = all.find(({ status, kind }) => status === 'STORED' && kind !== 'PHOTOGRAPH' && kind !== 'AUDIO');
  if (!paper) throw new Error('no paper with content');
  const headers = { authorization: `Bearer ${manager.token}`, 'x-request-id': 'request-4712' };
  lines.length = 0;
  const ask = (method: 'GET' | 'PUT', url: string, payload = '') =>
    running.http.inject({ method, url, headers, ...(payload && { payload }) });
  expect((await ask('GET', `/attachments/${paper.id}`)).statusCode).toBe(200);
  expect((await ask('PUT', `/attachments/${paper.id}`, 'spoken-aloud')).statusCode).toBe(415);
  expect((await running.http.inject({ url: `/attachments/${paper.id}` })).statusCode).toBe(401);
  const noted = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'attachment');
  const by = { requestId: 'request-4712', role: 'CASE_MANAGER', country: 'ZA', ms: expect.any(Number) };
  expect(noted).toEqual([
    expect.objectContaining({ ...by, method: 'GET', status: 200, bytes: paper.size }),
    expect.objectContaining({ ...by, method: 'PUT', status: 415 }),
    expect.objectContaining({ method: 'GET', status: 401, bytes: 0, codes: ['UNAUTHENTICATED'] }),
  ]);
  expect(lines.join('')).not.toContain(paper.id);
  expect(lines.join('')).not.toMatch(/Bearer|spoken|attachments\//);
  const { body } = await running.http.inject('/metrics');
  expect(body).toMatch(/attachment_requests_total\{method="GET",status="200"\} 1/);
  expect(body).toContain(`attachment_bytes_total{method="GET"} ${paper.size}`);
});
