/** An export whose server is killed: who fetches it goes on to the same file, or is told to ask again and gets it anew. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handsoff } from '../support/command';
import { dataDir, up } from '../support/npm-start';

const cases = '{ cases { edges { node { id displayId status openedAt owner { name } } } } }';
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function ask<T>(address: string, query: string, variables: object, token?: string): Promise<T> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: T }).data;
}

async function linkOf(address: string, format: string): Promise<string> {
  const { signIn } = await ask<{ signIn: { session: { accessToken: string } } }>(
    address,
    `mutation { signIn(input: { email: "supervisor@za.demo", password: "hands-off-demo" }) { session { accessToken } } }`,
    {},
  );
  const input = { idempotencyKey: crypto.randomUUID(), document: cases, format, purpose: 'REPORTING' };
  const { exportData } = await ask<{ exportData: { url: string } }>(
    address,
    'mutation ($input: ExportDataInput!) { exportData(input: $input) { url } }',
    { input },
    signIn.session.accessToken,
  );
  return new URL(exportData.url).pathname;
}

it('goes on after its server was killed, to the same file', async () => {
  const first = await up();
  const path = await linkOf(first.address, 'CSV');
  const begun = await fetch(`${first.address}${path}`, { headers: { range: 'bytes=0-99' } });
  expect(begun.status).toBe(206);
  const [tag, head] = [String(begun.headers.get('etag')), Buffer.from(await begun.arrayBuffer())];
  first.process.signal('SIGKILL');
  await first.process.ended;
  const second = await up();
  const fetching = async (): Promise<Response> => {
    // What the killed server held is held for a minute.
    for (;;) {
      const answer = await fetch(`${second.address}${path}`, { headers: { range: 'bytes=100-', 'if-range': tag } });
      if (answer.status !== 503) return answer;
      await new Promise((done) => setTimeout(done, 1_000));
    }
  };
  const rest = await fetching();
  const whole = Buffer.concat([head, Buffer.from(await rest.arrayBuffer())]);
  expect([rest.status, `"${digest(whole)}"`]).toEqual([206, tag]);
  await expect(fetch(`${second.address}${path}`).then(({ status }) => status)).resolves.toBeGreaterThanOrEqual(410);
  second.process.signal('SIGTERM');
  await second.process.ended;
});

it('is written from a terminal, in the language of the account, and refused with the reason', async () => {
  const { address, process } = await up();
  const document = join(dataDir, 'cases.graphql');
  await writeFile(document, cases);
  const run = (output: string, email: string) =>
    handsoff(['export', document, join(dataDir, output), '--url', address, '--email', email], {
      HANDSOFF_PASSWORD: 'hands-off-demo',
    });
  const { code, out } = await run('cases.csv', 'supervisor@mz.demo');
  const file = await readFile(join(dataDir, 'cases.csv'));
  expect([code, out]).toEqual([0, expect.stringContaining(`linhas, ${file.length} bytes, SHA-256 ${digest(file)}`)]);
  expect(await run('cases.txt', 'supervisor@za.demo')).toMatchObject({
    code: 1,
    error: expect.stringMatching(/says no form/),
  });
  expect(await run('cases.csv', 'service-provider@za.demo')).toMatchObject({
    code: 1,
    error: expect.stringMatching(/no right to this/),
  });
  process.signal('SIGTERM');
  await process.ended;
});
