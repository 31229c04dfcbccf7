/** `handsoff dhis2 --release`: exact numbers to the ministry's DHIS2, and nothing beyond what was released. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readId } from '../../src/base/global-id';
import { adminRows } from '../support/admin';
import { startApp, type TestApp } from '../support/app';
import { handsoff, type Outcome } from '../support/command';
import { StandIn } from '../support/dhis2/server';
import { sweepNow } from '../support/sweep-now';
import { temporaryDirectory } from '../support/temporary';
import { dayFromNow } from '../support/days';

const folder = temporaryDirectory('dhis2-release');
const period = ['--period', '2025Q2'];

let api: TestApp;
let standIn: StandIn;
let address: string;
beforeAll(async () => {
  api = await startApp({ listen: true });
  await sweepNow(api, 'mz', 'countIndicators');
  standIn = new StandIn('NEW');
  address = await standIn.listen();
}, 180_000);
afterAll(async () => {
  await standIn?.close();
  await api?.close();
});

/** Provinces of a country that is published by zones, each with a unit of its own. */
async function mappingOf(change = (text: string): string => text): Promise<string> {
  const officer = await api.as('me-officer', 'mz');
  const { data } = await officer.query('{ provinces(first: 50) { edges { node { code } } } }');
  const provinces = (data.provinces.edges as { node: { code: string } }[]).map(({ node }) => node.code);
  const text = `country: MZ
orgUnits:
  MZ: hoMoz000001
${provinces.map((code, at) => `  ${code}: hoMozP${String(at).padStart(5, '0')}`).join('\n')}
  NOT_KNOWN: ~
dataSets:
  - id: hoDsQuarter
    periodType: Quarterly
    indicators:
      - { indicator: I03, by: [PROVINCE], value: hoDe0000001 }
`;
  const path = join(folder, `${randomUUID()}.yml`);
  writeFileSync(path, change(text));
  return path;
}

/** A release whose DHIS2 is the one that listens here, which no release may name. */
async function releasedTo(to = address, values: object = {}): Promise<string> {
  const privacy = await api.as('privacy-officer', 'mz');
  const input = {
    ...{ idempotencyKey: randomUUID(), ministry: 'MISAU', address: 'https://dhis2.example', reason: 'Acordo' },
    ...{ indicatorCodes: ['I03'], by: ['PROVINCE'], startsOn: '2025-01-01', endsOn: '2025-12-31' },
    validUntil: dayFromNow(30),
    ...values,
  };
  const { data, text } = await privacy.query(
    'mutation ($input: ReleaseToMinistryInput!) { releaseToMinistry(input: $input) { ministryRelease { id } } }',
    { input },
  );
  const id = data?.releaseToMinistry?.ministryRelease?.id as string | undefined;
  if (id === undefined) throw new Error(text);
  await adminRows(api.database, 'UPDATE mz.ministry_release SET address = $2 WHERE id = $1', [readId(id)?.uuid, to]);
  return id;
}

async function run(args: readonly string[], role = 'me-officer', country?: string): Promise<Outcome> {
  const { token } = await api.as(role, country);
  const env = { HANDSOFF_TOKEN: token as string, HANDSOFF_URL: api.address, DHIS2_TOKEN: 'a-secret-token' };
  return handsoff(['dhis2', ...args, '--language', 'en'], env);
}

const told = ({ out, error }: Outcome): string => (out + error).trim();
const push = (path: string, id: string, to = address): string[] => [
  'push',
  path,
  ...period,
  '--release',
  id,
  '--to',
  to,
];

it('sends exact numbers of provinces, and keeps the record of that apart', async () => {
  const [path, id] = [await mappingOf(), await releasedTo()];
  const outcome = await run(push(path, id), 'me-officer', 'mz');
  expect([outcome.code, told(outcome)]).toEqual([0, expect.stringMatching(/hoDsQuarter: \d+ values: taken/)]);
  const officer = await api.as('me-officer', 'mz');
  const { data } = await officer.query(
    '{ indicatorTable(input: { indicators: ["I03"], period: { names: ["2025Q2"] }, by: [PROVINCE] }) { rows { value dimensions { code } } } }',
  );
  const rows = data.indicatorTable.rows as { value: number; dimensions: { code: string | null }[] }[];
  const known = rows.filter(({ dimensions }) => dimensions[0]?.code !== null).map(({ value }) => String(value));
  expect([...standIn.cells.values()].sort()).toEqual(known.sort());
  expect(known.some((value) => Number(value) > 0 && Number(value) < 5)).toBe(true);
  const record = path.replace('.yml', `.${readId(id)?.uuid}.sent.json`);
  expect(JSON.parse(readFileSync(record, 'utf8'))).toMatchObject({ country: 'MZ', release: id, to: address });
  expect(existsSync(path.replace('.yml', '.sent.json'))).toBe(false);

  const other = await run([...push(path, await releasedTo()), '--sent', record], 'me-officer', 'mz');
  expect([other.code, told(other)]).toEqual([1, expect.stringContaining('is not of this release of MZ')]);
});

it('writes files, and says for whom they are', async () => {
  const out = join(folder, 'out');
  const args = [
    'write',
    await mappingOf(),
    ...period,
    '--release',
    await releasedTo('https://d.example'),
    '--out',
    out,
  ];
  const outcome = await run(args, 'me-officer', 'mz');
  expect([outcome.code, told(outcome)]).toEqual([
    0,
    expect.stringContaining('go to https://d.example and nowhere else'),
  ]);
  expect(readdirSync(out)).toHaveLength(1);
});

describe('nothing is sent', () => {
  beforeEach(() => void standIn.requests.splice(0));
  afterEach(() => expect(standIn.requests.filter(({ path }) => path.includes('dataValueSets'))).toEqual([]));

  it('elsewhere than to the address of the release', async () => {
    const outcome = await run(push(await mappingOf(), await releasedTo('https://d.example')), 'me-officer', 'mz');
    expect([outcome.code, told(outcome)]).toEqual([
      1,
      expect.stringMatching(/^The release is for https:\/\/d.example/),
    ]);
  });

  it('by an account of the region, or a mapping of another country', async () => {
    const [path, id] = [await mappingOf(), await releasedTo()];
    expect(told(await run(push(path, id), 'analyst'))).toMatch(/this one is of the region/);
    expect(told(await run(push(path, id), 'me-officer', 'za'))).toMatch(/mapping is of MZ, and the account of ZA/);
  });

  it('that the release does not name: each told with its line', async () => {
    const more = await mappingOf((text) =>
      text
        .replace('by: [PROVINCE]', 'by: [PROVINCE, GENDER], categoryOptionCombos: { WOMAN: aB1cD2eF3gH }')
        .concat('      - { indicator: I08, value: hoDe0000002 }\n'),
    );
    const outcome = await run(push(more, await releasedTo()), 'me-officer', 'mz');
    expect(outcome.code).toBe(2);
    expect(told(outcome)).toMatch(/^line \d+: I03: the release to the ministry does not tell anything by GENDER/m);
    expect(told(outcome)).toMatch(/^line \d+: The release to the ministry does not name I08; it names I03/m);
  });

  it('of other days, or by what is not there', async () => {
    const path = await mappingOf();
    const id = await releasedTo(address, { endsOn: '2025-05-31' });
    expect(told(await run(push(path, id), 'me-officer', 'mz'))).toMatch(/2025Q2 does not lie within the days/);
    expect(told(await run(push(path, randomUUID()), 'me-officer', 'mz'))).toMatch(/sees no such release/);
  });
});
