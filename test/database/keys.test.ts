/** The keys of a country: wrong ones are noticed before they do harm, and they turn without a wrong answer in between. */
import { randomBytes } from 'node:crypto';
import { loadConfig } from '../../src/base/config';
import { adminRows } from '../support/admin';
import type { Answer, TestApp } from '../support/app';
import { handsoff } from '../support/command';
import { freshDatabase, type TestDatabase } from '../support/database';
import { startApp } from '../support/outside';

const other = randomBytes(32).toString('base64');
let database: TestDatabase;
/** The key that the demo data of a country are sealed with, in base64; its id is `dev`. */
let keyOf: (code: string) => string;
const started: TestApp[] = [];

beforeAll(async () => {
  database = await freshDatabase('demo');
  const { secrets } = loadConfig(database.env);
  keyOf = (code) => secrets.countryKeys(code)![0]!.key.toString('base64');
});
afterEach(async () => {
  for (const api of started.splice(0)) await api.close();
});
afterAll(() => database.drop());

async function start(env: Record<string, string>): Promise<TestApp> {
  const api = await startApp({ database, env });
  started.push(api);
  return api;
}
const because = (api: TestApp, code: string): string | null | undefined =>
  api.app.countries.states().find((state) => state.code === code)?.because;

const narratives = '{ incidentNarratives(first: 3) { edges { node { id text } } } }';

describe('a key that is wrong', () => {
  it('keeps its country from being served, and no other', async () => {
    const api = await start({ COUNTRY_KEY_ZA: `dev:${other}` });
    expect(because(api, 'ZA')).toBe('ZA: COUNTRY_KEY_ZA is wrong: its data were sealed with another key dev');
    expect(because(api, 'BW')).toBeNull();
    const { errors } = await (await api.as('case-manager', 'za')).query(narratives);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
    const here = await (await api.as('case-manager', 'bw')).query(narratives);
    expect(here.errors).toEqual([]);
    const ready = await api.http.inject('/health/ready');
    expect([ready.statusCode, ready.json()]).toMatchObject([200, { status: 'ready', failing: ['ZA'] }]);
  });

  it('is told to the region in every answer, or refused where all countries are required', async () => {
    const api = await start({ COUNTRY_KEY_ZA: `dev:${other}` });
    const secretariat = await api.as('secretariat');
    const list = '{ trainings(first: 5) { totalCount edges { node { id country } } } }';
    const told = (answer: Answer): unknown => (JSON.parse(answer.text) as { extensions?: object }).extensions;
    for (let turn = 0; turn < 2; turn++) {
      const answer = await secretariat.query(list);
      expect(answer.data.trainings.totalCount).toBeGreaterThan(0);
      expect(told(answer)).toEqual({
        countries: ['BW', 'MZ', 'REGION', 'ZA', 'ZW'].map((code) => ({
          code,
          answered: code !== 'ZA',
          because: code === 'ZA' ? 'UNAVAILABLE' : null,
        })),
      });
    }
    const refused = await secretariat.query(list, {}, { 'require-all-countries': 'true' });
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(told(await (await api.as('case-manager', 'bw')).query(list))).toBeUndefined();
  });

  it('is told apart from one that was given to another country, or has another name', async () => {
    const swapped = await start({ COUNTRY_KEY_ZA: `dev:${keyOf('BW')}`, COUNTRY_KEY_BW: `dev:${keyOf('ZA')}` });
    expect(because(swapped, 'ZA')).toBe(
      'ZA: its key dev was given to BW: COUNTRY_KEY_ZA and COUNTRY_KEY_BW are swapped',
    );
    const renamed = await start({ COUNTRY_KEY_ZA: `1:${keyOf('ZA')}` });
    expect(because(renamed, 'ZA')).toBe('ZA: COUNTRY_KEY_ZA names a key 1 that its data call dev: give it as dev:…');
    const missing = await start({ COUNTRY_KEY_ZA: `1:${other}` });
    expect(because(missing, 'ZA')).toMatch(/^ZA: COUNTRY_KEY_ZA lacks the key dev, which data are sealed with/);
  });

  it('is found by the doctor', async () => {
    const { out } = await handsoff(['doctor'], { ...database.env, COUNTRY_KEY_ZA: `dev:${other}` });
    expect(out).toContain('WRONG ZA: COUNTRY_KEY_ZA is wrong: its data were sealed with another key dev');
    expect(out).toContain('ok    bw: its keys are those that its data were sealed with');
  });

  it('stops the start where no country has another, and so does a TOKEN_SECRET that is another', async () => {
    await expect(start({ COUNTRIES: 'ZA', COUNTRY_KEY_ZA: `dev:${other}` })).rejects.toThrow('COUNTRY_KEY_ZA is wrong');
    await expect(start({ TOKEN_SECRET: randomBytes(48).toString('base64') })).rejects.toThrow(
      'TOKEN_SECRET is not the one that the signing keys were sealed with',
    );
  });
});

describe('a key that turns', () => {
  it('on two instances, one after the other, gives no wrong answer in between and changes no pseudonym', async () => {
    const [old, fresh] = [`dev:${keyOf('ZA')}`, `2:${other}`];
    const one = await start({ COUNTRY_KEY_ZA: old });
    const before = (await (await one.as('case-manager', 'za')).query(narratives)).text;
    const content = await contentIn(one);
    const marks = [one.app.vault.pseudonym('ZA', 'x'), one.app.vault.fingerprint('ZA', 'x').toString('hex')];
    for (const keys of [`${old},${fresh}`, `${fresh},${old}`]) {
      for (let instance = 0; instance < 2; instance++) {
        const api = await start({ COUNTRY_KEY_ZA: keys });
        expect((await (await api.as('case-manager', 'za')).query(narratives)).text).toBe(before);
        await writeAndReadElsewhere(api, started.at(-2)!);
      }
    }
    const env = { ...database.env, COUNTRY_KEY_ZA: `${fresh},${old}` };
    const { code, out } = await handsoff(['key', 'rewrap', 'za'], env);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^ZA: [1-9]\d* data keys were rewrapped, all are under the key 2, .*not needed any more: dev/,
      ),
    ]);
    expect((await handsoff(['key', 'rewrap', 'ZA'], env)).out).toContain('ZA: 0 data keys');
    const after = await start({ COUNTRY_KEY_ZA: fresh });
    expect((await (await after.as('case-manager', 'za')).query(narratives)).text).toBe(before);
    expect(await contentIn(after)).toEqual(content);
    expect([after.app.vault.pseudonym('ZA', 'x'), after.app.vault.fingerprint('ZA', 'x').toString('hex')]).toEqual(
      marks,
    );
    const left = await adminRows(database, `SELECT FROM za.data_key WHERE substring(wrapped FROM 3 FOR 3) = 'dev'`);
    expect(left).toEqual([]);
  });

  /** Of a document of a case, in the pieces that it is kept in. */
  async function contentIn(api: TestApp): Promise<Buffer> {
    const client = await api.as('case-manager', 'za');
    const filter = 'filter: { status: { eq: STORED }, kind: { eq: DOCUMENT } }';
    const { data } = await client.query(`{ attachments(first: 1, ${filter}) { edges { node { id } } } }`);
    const { statusCode, rawPayload } = await api.http.inject({
      url: `/attachments/${data.attachments.edges[0].node.id as string}`,
      headers: { authorization: `Bearer ${client.token}` },
    });
    expect([statusCode, rawPayload.length > 0]).toEqual([200, true]);
    return rawPayload;
  }

  /** What one instance seals, the other opens. */
  async function writeAndReadElsewhere(writer: TestApp, reader: TestApp): Promise<void> {
    const input = `input: { idempotencyKey: "${randomBytes(8).toString('hex')}", source: HELPLINE, draft: true,
      survivor: { genderIdentity: WOMAN, identity: { workingName: "Lindiwe Example" } } }`;
    const made = await (
      await writer.as('case-manager', 'za')
    ).query(`mutation { registerCase(${input}) { case { id } problems { code message } } }`);
    const { id } = made.data.registerCase.case as { id: string };
    const { data, errors } = await (
      await reader.as('case-manager', 'za')
    ).query('query ($id: ID!) { case(id: $id) { survivor { identity { workingName } } } }', { id });
    expect(errors).toEqual([]);
    expect(data.case.survivor.identity.workingName).toBe('Lindiwe Example');
  }
});
