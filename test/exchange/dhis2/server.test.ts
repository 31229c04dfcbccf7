/** What the push command makes of servers in between, of tasks, and of either importer. */
import { reportOf, takenOf } from '../../../src/cli/dhis2-push';
import { addressOf, credentials, Dhis2Server } from '../../../src/cli/dhis2-server';
import { payloadsOf, queryOf, type Payload } from '../../../src/exchange/dhis2/payloads';
import type { Importer } from '../../support/dhis2/readers';
import { StandIn } from '../../support/dhis2/server';
import { mapping, value } from './reading';

const quick = { tries: [0.01, 0.01, 0.01], task: [0.01, 0.02, 0.05, 0.1] };
const schemes = queryOf(mapping.schemes);
const values = [value(), value({ orgUnit: 'oT9yX8wV7uT', value: '0' }), value({ orgUnit: 'nO9yX8wV7uT' })];
const payload = (format: 'json' | 'csv' | 'adx' = 'json'): Payload =>
  payloadsOf(mapping, values, { format, at: '2026-06-05T08:00:00Z', dryRun: false })[0] as Payload;

let standIn: StandIn;
let server: Dhis2Server;
const said: string[] = [];
const open = async (importer: Importer, authorization = 'ApiToken t'): Promise<void> => {
  standIn = new StandIn(importer);
  server = new Dhis2Server(await standIn.listen(), authorization, 'en', quick);
};
beforeEach(() => {
  said.length = 0;
  jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await standIn.close();
});

describe.each<Importer>(['OLD', 'NEW'])('the importer %s', (importer) => {
  beforeEach(() => open(importer));

  test.each(['json', 'csv', 'adx'] as const)(
    'keeps all of what is sent as %s, with its content type and schemes',
    async (format) => {
      expect((await server.send(payload(format), schemes, false)).outcome).toBe('SUCCESS');
      expect([...standIn.cells.values()]).toEqual(['7', '0', '7']);
      expect(standIn.sent).toEqual([
        expect.objectContaining({
          contentType: { json: 'application/json', csv: 'application/csv', adx: 'application/adx+xml' }[format],
          query: { ...schemes, ...(format === 'csv' && { dataSet: 'dS1aB2cD3eF' }), async: 'false' },
          authorization: 'ApiToken t',
        }),
      ]);
    },
  );

  test('refuses a unit: up to 2.42 that value, from 2.43 on all of them, and what is there stays known', async () => {
    standIn.rules = { ...standIn.rules, unknownUnits: new Set(['nO9yX8wV7uT']) };
    const judged = await server.send(payload(), schemes, false);
    const taken = takenOf(payload(), judged).map(({ orgUnit }) => orgUnit);
    expect([judged.outcome, taken]).toEqual(
      importer === 'OLD' ? ['PART', ['zZ9yX8wV7uT', 'oT9yX8wV7uT']] : ['REFUSED', []],
    );
    expect(standIn.cells.size).toBe(taken.length);
    const lines = reportOf('dS1aB2cD3eF', [{ payload: payload(), judged }]).map(({ en }) => en);
    expect(lines[0]).toMatch(importer === 'OLD' ? /3 values: taken in part, 1 refused/ : /3 values: REFUSED/);
    expect(lines[1]).toMatch(
      importer === 'OLD' ? /^ {2}refused .* nO9yX8wV7uT .*E7612/ : /^ {2}refused 3, the first of them .*E8022/,
    );
    expect(lines).toHaveLength(2);
    expect(standIn.sent).toHaveLength(1);
  });

  test('takes deletions away, and says nothing is wrong with what is the same as before', async () => {
    await server.send(payload(), schemes, false);
    const gone = values.map((one) => (one.value === '0' ? one : { ...one, value: '', deleted: true as const }));
    const [next] = payloadsOf(mapping, gone, { format: 'csv', at: '2026-06-06T08:00:00Z', dryRun: false }) as [Payload];
    expect(await server.send(next, schemes, false)).toMatchObject({ outcome: 'SUCCESS', rejected: [] });
    expect([...standIn.cells]).toEqual([[expect.stringContaining('oT9yX8wV7uT'), '0']]);
  });

  test('keeps nothing in a dry run', async () => {
    expect((await server.send(payload(), schemes, true)).outcome).toBe('SUCCESS');
    expect(standIn.cells.size).toBe(0);
    expect(standIn.sent[0]?.query['dryRun']).toBe('true');
  });

  test('puts it off: the task is waited for, and judged as it ends', async () => {
    standIn.putsOff = true;
    standIn.rules = { ...standIn.rules, closed: ['2026'] };
    expect(await server.send(payload(), schemes, false)).toMatchObject({ outcome: 'REFUSED', rejected: [0, 1, 2] });
  });
});

describe('what stands between', () => {
  beforeEach(() => open('NEW'));

  test.each([503, 429, 502, 504, 'HANGS_UP'] as const)(
    '%s: is tried again, told each time, and taken once',
    async (trouble) => {
      standIn.troubles = [trouble, trouble];
      expect((await server.send(payload(), schemes, false)).outcome).toBe('SUCCESS');
      expect(standIn.sent).toHaveLength(3);
      expect(said).toHaveLength(2);
    },
  );

  test.each([503, 'HANGS_UP'] as const)(
    '%s for ever: nobody knows, so values count as there and deletions do not',
    async (trouble) => {
      standIn.troubles = Array<typeof trouble>(9).fill(trouble);
      const judged = await server.send(payload(), schemes, false);
      expect(judged.outcome).toBe('UNKNOWN');
      expect(standIn.sent).toHaveLength(quick.tries.length + 1);
      const withDeletion = {
        ...payload(),
        values: [...values, value({ orgUnit: 'dE9yX8wV7uT', value: '', deleted: true })],
      };
      expect(takenOf(withDeletion, judged)).toEqual(values);
    },
  );

  test.each([
    [302, 'REFUSED', /answers with 302 and leads to https:\/\/elsewhere\.example/],
    [413, 'REFUSED', /answers with 413/],
    [200, 'UNKNOWN', /answers with 200/],
    [500, 'UNKNOWN', /answers with 500/],
  ] as const)('%s with something that is no answer: not tried again', async (status, outcome, why) => {
    standIn.troubles = [status];
    const judged = await server.send(payload(), schemes, false);
    expect(judged).toMatchObject({ outcome, reasons: [{ text: expect.stringMatching(why) as string }] });
    expect(standIn.sent).toHaveLength(1);
  });

  test('a refusal that an importer has judged is never tried again, whatever its HTTP code', async () => {
    standIn.rules = { ...standIn.rules, closed: ['2026'] };
    await server.send(payload(), schemes, false);
    expect(standIn.sent).toHaveLength(1);
  });

  test('who is not known is refused', async () => {
    await standIn.close();
    await open('NEW', 'Nothing');
    expect(await server.send(payload(), schemes, false)).toMatchObject({
      outcome: 'REFUSED',
      reasons: [{ text: 'Unauthorized' }],
    });
  });

  test.each([
    ['2.42.1', 42],
    ['2.44-SNAPSHOT', 44],
  ])('the version %s is asked', async (version, major) => {
    standIn.version = version;
    expect(await server.version()).toEqual({ said: version, major });
  });

  test('without a version nothing is sent', async () => {
    standIn.version = null;
    await expect(server.version()).rejects.toThrow('does not tell its version (It answers with 200)');
  });
});

describe('where to, and as whom', () => {
  beforeEach(() => open('OLD'));

  test.each([
    ['https://dhis2.example/', 'https://dhis2.example'],
    ['https://health.example/dhis/api/', 'https://health.example/dhis'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
  ])('%s is %s', (to, address) => {
    expect(addressOf(to, 'en')).toBe(address);
  });

  test.each([
    'http://dhis2.example',
    'https://user:secret@dhis2.example',
    'dhis2.example',
    'ftp://dhis2.example',
    'https://d.example/?x=1',
    'http//me:secret@x',
  ])('%s is refused, and no password said again', (to) => {
    expect(() => addressOf(to, 'en')).toThrow('is no address of a DHIS2');
    expect(() => addressOf(to, 'pt')).not.toThrow('secret');
  });

  test('credentials are those of the environment', () => {
    expect(credentials('en', { DHIS2_TOKEN: 't', DHIS2_USERNAME: 'u', DHIS2_PASSWORD: 'p' })).toBe('ApiToken t');
    expect(credentials('en', { DHIS2_USERNAME: 'u', DHIS2_PASSWORD: 'é' })).toBe(
      `Basic ${Buffer.from('u:é').toString('base64')}`,
    );
    expect(() => credentials('en', { DHIS2_USERNAME: 'u' })).toThrow('Set DHIS2_TOKEN');
  });
});
