/** An address that leads nowhere is answered alike, whatever is wrong with it: in our form, in the language that was asked for. */
import { startTestServer, type Answer, type TestServer } from './harness';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.shutdown());

const get = (url: string, language: string) =>
  server.http.inject({ url, headers: { 'accept-language': language, 'x-request-id': 'the-same-request' } });

const folders = ['', 'letter/', 'export/', 'attachments/', 'imports/', 'chart/', 'dashboard/', 'health/', 'graphql/'];
const wrong = [
  ['no text', '%ff'],
  ['half of an escape', '%'],
  ['half of a character', '%ed%a0%80'],
  ['too long', 'a'.repeat(200)],
] as const;

describe.each(folders)('below /%s', (folder) => {
  it.each(wrong)('what is %s', async (_what, part) => {
    for (const [language, text] of [
      ['en', 'There is nothing at this address.'],
      ['pt-MZ', 'Não há nada neste endereço.'],
    ] as const) {
      const [known, found] = [await get('/nothing/of/ours', language), await get(`/${folder}${part}`, language)];
      expect([found.statusCode, (JSON.parse(found.body) as Answer).errors?.[0]?.message]).toEqual([404, text]);
      expect([found.body, { ...found.headers, date: '' }]).toEqual([known.body, { ...known.headers, date: '' }]);
    }
  });
});

it('also where something is sent to it', async () => {
  for (const [method, url] of [
    ['POST', '/letter/%ff'],
    ['PUT', '/attachments/%ff'],
    ['PUT', `/imports/${'a'.repeat(200)}`],
  ] as const) {
    const { statusCode, body } = await server.http.inject({
      ...{ method, url, payload: '{}' },
      headers: { 'content-type': 'application/json', 'accept-language': 'pt' },
    });
    expect([statusCode, body]).toEqual([404, expect.stringContaining('Não há nada neste endereço.')]);
  }
});
