/** `handsoff dhis2` as a data team runs it: against an API that listens, and a server in place of a DHIS2. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';
import { startApp, type TestApp } from '../support/app';
import { handsoff, type Outcome } from '../support/command';
import { adxFaults } from '../support/dhis2/adx-schema';
import { adxRead, csvOfNew, csvOfOld, jsonRead, type Importer } from '../support/dhis2/readers';
import { StandIn } from '../support/dhis2/server';
import { sweepNow } from '../support/sweep-now';
import { temporaryDirectory } from '../support/temporary';

const example = readFileSync(join(projectRoot, 'examples/dhis2/mapping-za.yml'), 'utf8');
const folder = temporaryDirectory('dhis2');
const period = ['--period', '2025Q4', '2025'];

let api: TestApp;
let standIn: StandIn;
let address: string;
beforeAll(async () => {
  api = await startApp({ listen: true });
  for (const country of ['za', 'mz']) {
    await sweepNow(api, country, 'countIndicators');
    // A look publishes for some seconds: on a busy machine not all that is due.
    while (await sweepNow(api, country, 'publishIndicators'));
  }
}, 180_000);
afterAll(() => api?.close());
afterEach(() => standIn?.close());

const open = async (importer: Importer): Promise<void> => {
  standIn = new StandIn(importer);
  address = await standIn.listen();
};

/** A mapping of this text, by a path of its own. */
function saved(name: string, text = example): string {
  const path = join(folder, `${name}.yml`);
  writeFileSync(path, text);
  return path;
}

interface Whose {
  readonly role?: string;
  readonly country?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function run(args: readonly string[], { role = 'analyst', country, env = {} }: Whose = {}): Promise<Outcome> {
  const { token } = await api.as(role, country);
  const account = { HANDSOFF_TOKEN: token as string, HANDSOFF_URL: api.address, DHIS2_TOKEN: 'a-secret-token' };
  return handsoff(['dhis2', ...args], { ...account, ...env });
}

const told = ({ out, error }: Outcome): string[] => (out + error).trim().split('\n');
const pushed = (path: string, more: readonly string[] = [], whose: Whose = {}): Promise<Outcome> =>
  run(['push', path, ...period, '--to', address, ...more], whose);

describe('check', () => {
  it('finds the example whole, by itself and against the numbers', async () => {
    const path = saved('whole');
    const alone = await run(['check', path, '--offline'], {
      env: { HANDSOFF_TOKEN: '', HANDSOFF_URL: 'http://127.0.0.1:1' },
    });
    expect([alone.code, told(alone).at(-1)]).toEqual([0, `${path}: everything is mapped.`]);
    const asked = await run(['check', path, ...period]);
    expect([asked.code, told(asked)]).toEqual([0, [`${path}: everything is mapped.`]]);
  });

  it('names what is unmapped, with its line, and a period that no data set takes', async () => {
    const path = saved('holes', example.replace(/ {10}OTHER_VIOLENCE: .*\n/, '').replace(/ {2}ZA-NW: .*\n/, ''));
    const places = await run(['check', path, ...period]);
    expect([places.code, told(places)]).toEqual([
      2,
      [expect.stringContaining('ZA-NW: write its id'), expect.stringContaining('1 fault')],
    ]);
    const codes = await run([
      'check',
      saved('codes', example.replace(/ {10}OTHER_VIOLENCE: .*\n/, '')),
      ...period,
      '2025S1',
    ]);
    expect(told(codes)).toEqual([
      expect.stringContaining('2025S1 is SixMonthly'),
      expect.stringMatching(/^line 39: I03: no combination is named for OTHER_VIOLENCE/),
      expect.stringContaining('2 faults'),
    ]);
  });

  it('tells a mapping that cannot be read, in Portuguese where that is spoken', async () => {
    const path = saved('broken', example.replace('periodType: Yearly', 'periodType: Weakly'));
    const outcome = await run(['check', path, '--offline', '--language', 'pt']);
    expect(outcome.code).toBe(2);
    expect(told(outcome)[0]).toMatch(/^linha \d+: «Weakly» não é /);
  });

  it('refuses places below the lowest that a country is published by', async () => {
    const zones = example
      .replace(/ZA/g, 'MZ')
      .replace(/ {2}MZ-(EC|FS|KZN|LP|MP|NC|NW|WC): .*\n/g, '')
      .replace('MZ-GP', 'MZ-A');
    const outcome = await run(['check', saved('mz', zones), '--period', '2025']);
    expect(outcome.code).toBe(2);
    expect(told(outcome)[0]).toMatch(/MZ is published by zones \(.*\), and not by MZ-A/);
  });
});

describe('who may', () => {
  it('send nothing is whoever reads exact numbers: an account of a country', async () => {
    await open('NEW');
    for (const args of [
      ['push', saved('exact'), ...period, '--to', address],
      ['write', saved('exact'), ...period, '--out', join(folder, 'exact')],
    ]) {
      const outcome = await run(args, { role: 'me-officer', country: 'za' });
      expect([outcome.code, told(outcome).at(-1)]).toEqual([
        1,
        expect.stringMatching(/exact numbers leave a country only by a release .* takes it as --release/),
      ]);
    }
    expect(standIn.sent).toEqual([]);
    expect(existsSync(join(folder, 'exact'))).toBe(false);
  });

  it('say a password is nobody in an address, and credentials have to be there', async () => {
    await open('NEW');
    const secret = await run(['push', saved('secret'), ...period, '--to', 'https://me:hidden@dhis2.example']);
    expect([secret.code, told(secret)[0]]).toEqual([1, expect.not.stringContaining('hidden')]);
    const none = await pushed(saved('secret'), [], { env: { DHIS2_TOKEN: '' } });
    expect(told(none)).toEqual(['Set DHIS2_TOKEN, or DHIS2_USERNAME and DHIS2_PASSWORD.']);
    expect(standIn.requests).toEqual([]);
  });
});

describe.each<Importer>(['OLD', 'NEW'])('push to the importer %s', (importer) => {
  beforeEach(() => open(importer));

  it('asks for the version first, tries, sends, and deletes what is sent no more', async () => {
    const path = saved(`push-${importer}`);
    const record = path.replace('.yml', '.sent.json');
    const tried = await pushed(path, ['--dry-run']);
    expect([tried.code, standIn.cells.size, existsSync(record)]).toEqual([0, 0, false]);
    expect(standIn.requests[0]?.path).toBe('/dhis/api/system/info');

    const first = await pushed(path);
    expect([first.code, told(first)[0]]).toEqual([0, `${address} is DHIS2 ${standIn.version as string}.`]);
    const before = new Map(standIn.cells);
    expect(before.size).toBeGreaterThan(40);
    expect([...before.values()].every((value) => /^(0|[1-9]\d*)(\.\d)?$/.test(value))).toBe(true);
    const kept = JSON.parse(readFileSync(record, 'utf8')) as { cells: Record<string, string[][]> };
    expect(
      Object.values(kept.cells)
        .flat()
        .map((key) => key.join(' '))
        .sort(),
    ).toEqual([...before.keys()].sort());

    writeFileSync(path, example.replace(/ZA-WC: .*/, 'ZA-WC: ~'));
    const second = await pushed(path);
    expect([second.code, told(second).join('\n')]).toEqual([
      0,
      expect.stringMatching(/hoDsQuarter: \d+ values, \d+ deletions: taken/),
    ]);
    const gone = [...before.keys()].filter((key) => key.includes('hoZaf000010'));
    expect(gone.length).toBeGreaterThan(0);
    expect([...standIn.cells.keys()].sort()).toEqual([...before.keys()].filter((key) => !gone.includes(key)).sort());
    expect(readFileSync(record, 'utf8')).not.toContain('hoZaf000010');
  });

  it('tells what was refused, ends with 2, and keeps a record of the rest alone', async () => {
    const path = saved(`part-${importer}`);
    standIn.rules = { ...standIn.rules, unknownUnits: new Set(['hoZaf000003']), closed: ['2025Q4'] };
    const outcome = await pushed(path, ['--language', 'pt']);
    expect(outcome.code).toBe(2);
    const lines = told(outcome).join('\n');
    expect(lines).toMatch(/^hoDsQuarter: \d+ valores: RECUSADO, nada foi aceite\.$/m);
    expect(lines).toMatch(/^ {2}recusado hoDe0000006 2025 hoZaf000003/m);
    expect(lines).toMatch(/^hoDsYear001: 10 valores: aceite em parte, 1 recusado\.$/m);
    expect(lines).not.toMatch(/\b(values|refused|taken|Note|a-secret-token)\b/);
    const text = readFileSync(path.replace('.yml', '.sent.json'), 'utf8');
    const kept = JSON.parse(text) as { cells: Record<string, unknown> };
    expect(Object.keys(kept.cells)).toEqual(['hoDsYear001']);
    expect(text).not.toContain('hoZaf000003');
  });
});

it('does not delete by the record of another server', async () => {
  await open('NEW');
  const path = saved('elsewhere');
  await pushed(path);
  await standIn.close();
  await open('NEW');
  const outcome = await pushed(path);
  expect([outcome.code, told(outcome).at(-1)]).toEqual([
    1,
    expect.stringContaining('The record of what was sent is not of ZA to'),
  ]);
  expect(standIn.sent).toEqual([]);
});

it('tells that a period goes on, marks its numbers, and leaves its forms open', async () => {
  const running = String(new Date().getFullYear());
  const path = saved('running');
  const note = expect.stringMatching(
    new RegExp(`^Nota: ${running} decorre até ${running}-12-31: .*«provisional»`),
  ) as string;
  expect(told(await run(['check', path, '--period', running, '--language', 'pt']))).toContainEqual(note);
  const out = join(folder, 'running');
  for (const format of ['json', 'csv'])
    expect((await run(['write', path, '--period', running, '2025', '--format', format, '--out', out])).code).toBe(0);
  const texts = (ending: string): string[] =>
    readdirSync(out)
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(out, name), 'utf8'));
  const forms = texts('.json').map(jsonRead);
  const complete = forms.filter(({ group }) => group.completeDate !== undefined);
  expect(new Set(complete.flatMap(({ values }) => values.map(({ period: of }) => of)))).toEqual(new Set(['2025']));
  const read = [...forms.flatMap(({ values }) => values), ...texts('.csv').flatMap(csvOfOld)];
  expect(new Set(read.map(({ period: of, comment }) => [of, comment].join(' ')))).toEqual(
    new Set(['2025 ', `${running} provisional`]),
  );
  const adx = await run(['write', path, '--period', running, '--format', 'adx', '--out', out]);
  expect([adx.code, told(adx).at(-1)]).toEqual([1, expect.stringContaining(`${running} is not over, and ADX`)]);
});

it('writes files of each form that read alike, hidden numbers in none', async () => {
  const out = join(folder, 'out');
  for (const format of ['json', 'csv', 'adx'])
    expect(
      await run(['write', saved('write'), ...period, '--format', format, '--out', join(out, format)]),
    ).toMatchObject({ code: 0 });
  const texts = (format: string): string[] =>
    readdirSync(join(out, format)).map((name) => readFileSync(join(out, format, name), 'utf8'));
  const cells = (
    all: readonly { dataElement: string | null; orgUnit: string | null; period: string | null; value: string | null }[],
  ) => all.map(({ dataElement, orgUnit, period: of, value }) => [dataElement, orgUnit, of, value].join(' ')).sort();
  const json = cells(texts('json').flatMap((text) => jsonRead(text).values));
  expect(json.length).toBeGreaterThan(40);
  expect(cells(texts('csv').flatMap(csvOfOld))).toEqual(json);
  expect(cells(texts('csv').flatMap(csvOfNew))).toEqual(json);
  expect(cells(texts('adx').flatMap(adxRead))).toEqual(json);
  expect(texts('adx').flatMap(adxFaults)).toEqual([]);

  const analyst = await api.as('analyst');
  const { data } = await analyst.query(
    `{ indicatorTable(input: { indicators: ["I03"], countries: [ZA], period: { names: ["2025Q4"] }, by: [PROVINCE, VIOLENCE_TYPE] }) { rows { value status dimensions { code } } } }`,
  );
  const rows = data.indicatorTable.rows as {
    value: number | null;
    status: string;
    dimensions: { code: string | null }[];
  }[];
  const open = rows.filter(
    ({ status, dimensions }) => status === 'EXACT' && dimensions.every(({ code }) => code !== null),
  );
  expect(json.filter((cell) => cell.startsWith('hoDe0000001'))).toHaveLength(open.length);
  expect(rows.some(({ status }) => status === 'SUPPRESSED')).toBe(true);
});
