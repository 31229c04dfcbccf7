/** The dashboard as it is served: one page and what it loads, in few bytes, under a policy that allows nothing else. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { builtFolder, encodingFor, PAGE, readBuilt, type BuiltFiles } from '../../src/server/dashboard/files';
import { startTestServer, type TestServer } from './harness';

/** What the page weighs at most before any data, as a phone on a slow line gets it. */
const MOST_BYTES = 250_000;

let server: TestServer;
let files: BuiltFiles;
beforeAll(async () => {
  server = await startTestServer();
  files = readBuilt();
});
afterAll(() => server?.shutdown());

const get = (url: string, headers: Record<string, string> = {}) => server.http.inject({ url, headers });
const scripts = (): readonly string[] => [...files.keys()].filter((name) => /\.(js|css)$/.test(name));

describe('the page', () => {
  it('is one page that loads its own script and style, and is kept nowhere', async () => {
    const { statusCode, headers, body } = await get('/dashboard');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const loaded = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(
      loaded
        .filter((address) => address !== 'data:,')
        .every((address) => files.has((address ?? '').replace('dashboard/', ''))),
    ).toBe(true);
    expect(loaded.filter((address) => address?.endsWith('.js'))).toHaveLength(
      scripts().filter((name) => name.endsWith('.js')).length,
    );
  });

  it('may load nothing from elsewhere, run nothing that stands in it, and be framed by nobody', async () => {
    const { headers, body } = await get('/dashboard');
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(
      Object.fromEntries(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')])),
    ).toEqual({
      ...{
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'img-src': "'self' data:",
        'connect-src': "'self'",
      },
      ...{ 'base-uri': "'none'", 'form-action': "'self'", 'frame-ancestors': "'none'" },
    });
    expect(body).not.toMatch(/<style|style=|\son\w+=|<script>|<script(?![^>]*src=)/);
  });

  it.each(['POST', 'PUT', 'DELETE'] as const)('is not there for %s', async (method) => {
    expect((await server.http.inject({ method, url: '/dashboard' })).statusCode).toBe(404);
  });

  it('and all that it loads is below 250 kB as it goes over the line, compressed beforehand', () => {
    const weigh = (encoding: 'br' | 'gzip'): number =>
      [PAGE, ...scripts()].reduce((sum, name) => sum + (files.get(name)?.bytes[encoding].length ?? 0), 0);
    expect(weigh('gzip')).toBeLessThan(MOST_BYTES);
    expect(weigh('br')).toBeLessThan(weigh('gzip'));
  });

  it('signs in with a small part of it: the charts load meanwhile', () => {
    const main = [...files].find(([name]) => /^main-.*\.js$/.test(name))?.[1];
    expect(main?.bytes.gzip.length).toBeLessThan(30_000);
  });
});

describe('what it loads', () => {
  it('is sent as it was compressed, in the best way that a client takes', async () => {
    for (const name of scripts()) {
      const plain = await get(`/dashboard/${name}`);
      expect(plain.headers['content-encoding']).toBeUndefined();
      const br = await get(`/dashboard/${name}`, { 'accept-encoding': 'gzip, deflate, br' });
      const gzip = await get(`/dashboard/${name}`, { 'accept-encoding': 'gzip' });
      expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
      expect(brotliDecompressSync(br.rawPayload).equals(plain.rawPayload)).toBe(true);
      expect(gunzipSync(gzip.rawPayload).equals(plain.rawPayload)).toBe(true);
      for (const { headers } of [plain, br, gzip]) expect(headers['vary']).toBe('accept-encoding');
    }
  });

  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['*', 'br'],
    ['identity', 'identity'],
    ['BR', 'br'],
    [undefined, 'identity'],
  ])('Accept-Encoding: %s gets %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });

  it('is named by what is in it, so that it is fetched once and never asked for again', async () => {
    for (const name of scripts()) {
      const { headers } = await get(`/dashboard/${name}`);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-type']).toBe(
        name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8',
      );
      const again = await get(`/dashboard/${name}`, { 'if-none-match': String(headers['etag']) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
  });

  it('is what the build made and nothing beside it', async () => {
    for (const name of ['index.html', 'nothing.js', '..%2f.built', '%2e%2e/package.json', 'main.js.map', ''])
      expect([name, (await get(`/dashboard/${name}`)).statusCode]).toEqual([name, 404]);
    expect(() => readBuilt(`${builtFolder}-elsewhere`)).toThrow('npm run build');
  });

  it('names no other server, but for the names of XML and who holds a licence', () => {
    for (const [name, { bytes }] of files) {
      if (name === 'licences.txt') continue;
      const addresses = [
        ...bytes.identity.toString().matchAll(/(?:https?:)?\/\/[a-z][\w.-]*\.[a-z]{2,}[^\s"'`\\)]*/gi),
      ].map(([address]) => address);
      expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
    }
  });

  it('makes no program from text', () => {
    for (const name of scripts())
      expect(files.get(name)?.bytes.identity.toString()).not.toMatch(/\beval\(|new Function\(/);
  });

  it('passes on the licences of the libraries that are in it', () => {
    const told = files.get('licences.txt')?.bytes.identity.toString() ?? '';
    for (const words of ['Apache ECharts', 'Apache License', 'Baidu Inc', 'BSD 3-Clause', 'Microsoft Corporation'])
      expect(told).toContain(words);
  });
});
