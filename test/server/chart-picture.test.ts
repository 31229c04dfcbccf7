/** Pictures of charts by the server: the API's own answer to the API's own question, drawn; and refused where it refuses. */
import { Writable } from 'node:stream';
import { parse, validate } from 'graphql';
import { SaxesParser } from 'saxes';
import { chartDocument } from '../../src/chart/document';
import { servedSchema } from '../../src/schema/served';
import { startApp } from '../support/outside';
import type { TestApp } from '../support/app';

const log: string[] = [];
let api: TestApp;
beforeAll(async () => {
  const sink = new Writable({ write: (chunk, _, done) => (log.push(String(chunk)), done()) });
  api = await startApp({ log: sink, env: { LOG_LEVEL: 'info' } });
});
afterAll(() => api?.close());

interface Asked {
  readonly role?: string;
  readonly where?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function picture(address: string, { role = 'me-officer', where = 'za', headers = {} }: Asked = {}) {
  const { token } = role === '' ? api.anyone : await api.as(role, where === 'region' ? undefined : where);
  return api.http.inject({
    url: `/chart/${address}`,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
  });
}

/** The texts of a picture; it is well-formed, or else this fails. */
function textsOf(svg: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => void (text.trim() && texts.push(text)));
  parser.write(svg).close();
  return texts;
}

const code = ({ body }: { body: string }): unknown =>
  (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

it('asks a question that the schema takes', () => {
  expect(validate(servedSchema().executable, parse(chartDocument))).toEqual([]);
});

it('tells an officer of a country the same numbers as the API', async () => {
  const officer = await api.as('me-officer', 'za');
  const { data } = await officer.query(
    '{ indicatorTable(input: { indicators: ["I03"], period: { names: ["2025Q3", "2025Q4"] } }) { rows { value } } }',
  );
  const { statusCode, headers, body } = await picture('I03.svg?period=2025Q3,2025Q4');
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
  const texts = textsOf(body);
  for (const { value } of data.indicatorTable.rows as { value: number }[]) expect(texts).toContain(String(value));
  expect(texts).toEqual(expect.arrayContaining(['Incidents of violence reported', 'Q3', 'Q4', '2025']));
});

it('has a title and says in words what it shows, for whoever does not see it; and is shown under a policy without styles', async () => {
  const { body } = await picture('I03.svg?period=LAST_4_QUARTERS&by=VIOLENCE_TYPE');
  expect(body).toMatch(/^<svg [^>]*role="img" aria-labelledby="title desc" xml:lang="en"/);
  expect(body).toMatch(
    /<title id="title">Incidents of violence reported<\/title><desc id="desc">South Africa · by type of violence · [^<]+ 28 values; /,
  );
  expect(body).not.toMatch(/<style|style=|<script|\son\w+=|href=|ecmeta/);
  expect(body.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:/);
});

it('draws what countries published for the region: hidden as hidden', async () => {
  const { statusCode, body } = await picture('I03.svg?period=2025S1,2025S2', { role: 'secretariat', where: 'region' });
  expect(statusCode).toBe(200);
  const texts = textsOf(body);
  for (const country of ['Botswana', 'Mozambique', 'South Africa', 'Zimbabwe']) expect(texts).toContain(country);
  expect(texts.join(' ')).toMatch(/hidden|not published/);
  const narrowed = await picture('I08.svg?period=2025S1&country=BW,ZA', { role: 'analyst', where: 'region' });
  expect(textsOf(narrowed.body)).not.toContain('Zimbabwe');
});

it('speaks the language that is asked for, or that of the account', async () => {
  expect((await picture('I03.svg?period=2025&by=PROVINCE&lang=pt')).body).toContain(
    'Incidentes de violência comunicados',
  );
  expect((await picture('I03.svg?period=2025', { where: 'mz' })).body).toContain('Incidentes de violência comunicados');
  expect((await picture('I03.svg?period=2025', { where: 'mz', headers: { 'accept-language': 'en' } })).body).toContain(
    'Incidents of violence reported',
  );
});

it('says which place it is narrowed to', async () => {
  const officer = await api.as('me-officer', 'za');
  const { data } = await officer.query(
    '{ provinces(filter: { code: { eq: "ZA-GP" } }, first: 1) { edges { node { id name } } } }',
  );
  const { id, name } = data.provinces.edges[0].node as { id: string; name: string };
  const { body } = await picture(`I03.svg?period=2025&province=${encodeURIComponent(id)}`);
  expect(body).toContain(`South Africa · ${name} ·`);
});

it('shows everybody who reads numbers what they may see, and nobody else anything', async () => {
  for (const role of ['field-worker', 'case-manager', 'supervisor', 'partner-admin', 'me-officer'])
    expect([role, (await picture('I03.svg?period=2025', { role })).statusCode]).toEqual([role, 200]);
  for (const [role, where] of [
    ['service-provider', 'za'],
    ['privacy-officer', 'za'],
    ['operator', 'region'],
  ] as const) {
    const refused = await picture('I03.svg?period=2025', { role, where });
    expect([role, refused.statusCode, code(refused)]).toEqual([role, 403, 'FORBIDDEN']);
    expect(refused.headers['content-type']).toBe('application/json; charset=utf-8');
  }
  const stranger = await picture('I03.svg?period=2025', { role: '' });
  expect([stranger.statusCode, code(stranger), stranger.headers['www-authenticate']]).toEqual([
    401,
    'UNAUTHENTICATED',
    'Bearer',
  ]);
  const forged = await picture('I03.svg?period=2025', { role: '', headers: { authorization: 'Bearer nothing' } });
  expect([forged.statusCode, code(forged)]).toEqual([401, 'UNAUTHENTICATED']);
});

it('a session that has ended draws nothing more', async () => {
  const { data } = await api.anyone.query(
    'mutation ($p: String!) { signIn(input: { email: "me-officer@zw.demo", password: $p }) { session { accessToken } } }',
    { p: api.config.demoPassword },
  );
  const headers = { authorization: `Bearer ${data.signIn.session.accessToken as string}` };
  expect((await picture('I03.svg?period=2025', { role: '', headers })).statusCode).toBe(200);
  await api.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: '{"query":"mutation { signOut { problems { code } } }"}',
  });
  expect((await picture('I03.svg?period=2025', { role: '', headers })).statusCode).toBe(401);
});

it.each([
  ['I03.png?period=2025', 'Name the picture'],
  ['I03.svg', 'Say which periods'],
  ['I03.svg?period=soon', 'no period that is offered'],
  ['I99.svg?period=2025', 'no indicator'],
  ['I10.svg?period=2025&by=ALLY_TYPE', 'is not told by ALLY_TYPE'],
  ['I03.svg?period=2025&by=NOTHING', ''],
  ['I03.svg?period=2025&country=MZ', 'does not see MZ'],
  ['I03.svg?period=2025&width=10', 'from 280 to 2000'],
  ['I03.svg?period=2025&width=1e9', 'from 280 to 2000'],
  ['I03.svg?period=2025&lang=fr', '“lang” is en or pt'],
  ['I03.svg?period=2025&period=2026', 'each once'],
  ['I03.svg?period=2025&token=x', 'each once'],
  ['I03.svg?period=2016..2025&by=PROVINCE,VIOLENCE_TYPE', 'at most 400'],
  ['I03.svg?period=190001..219912', 'at most 120'],
])('%s is refused, with what to mend', async (address, words) => {
  const refused = await picture(address);
  expect([refused.statusCode, code(refused)]).toEqual([400, 'BAD_USER_INPUT']);
  expect(refused.body).toContain(words);
  expect(refused.headers['cache-control']).toBe('no-store');
});

it('logs what the API logs of a question, and nothing of what it was', async () => {
  log.length = 0;
  await picture('I03.svg?period=2025Q1,2025Q2&by=PROVINCE&lang=pt');
  await picture('I03.svg?period=made-up-word');
  const lines = log.join('');
  expect(lines).toContain('"operation":"Chart"');
  expect(lines).not.toMatch(/2025Q1|PROVINCE|made-up-word|I03/);
});
