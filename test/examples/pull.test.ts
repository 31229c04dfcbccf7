/** The scripts that data teams begin with give what the API answers, row by row, and say what it has against them. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { Secret, TOTP } from 'otpauth';
import { startApp, type Client, type TestApp } from '../support/app';
import { sweepNow } from '../support/sweep-now';
import { languages, pull, wayTo, type Language } from './pulling';

let api: TestApp;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000' }, listen: true });
  // Of Botswana the region is told something, of which some is hidden.
  await sweepNow(api, 'bw', 'publishIndicators');
});
afterAll(() => api?.close());

type Row = Readonly<Record<string, string>>;
const rowsOf = (csv = ''): Row[] => parse(csv, { columns: true });
const asText = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const fields = 'id country title topic status startOn organisation { name }';

interface Training {
  readonly title: string;
  readonly organisation: { readonly name: string } | null;
}

/** Every training, asked for otherwise than the scripts ask: from the back, a few at a time. */
async function everyTraining(client: Client): Promise<Row[]> {
  const rows: Training[] = [];
  for (let before: string | null = null; ;) {
    const { data } = await client.query(
      `query ($before: String) {
        trainings(last: 31, before: $before) { pageInfo { hasPreviousPage startCursor } edges { node { ${fields} } } } }`,
      { before },
    );
    rows.unshift(...(data.trainings.edges as { node: Training }[]).map(({ node }) => node));
    if (!data.trainings.pageInfo.hasPreviousPage) break;
    before = data.trainings.pageInfo.startCursor as string;
  }
  return rows.map(({ organisation, ...rest }) =>
    Object.fromEntries(
      Object.entries({ ...rest, 'organisation.name': organisation?.name }).map(([name, value]) => [
        name,
        asText(value),
      ]),
    ),
  );
}

const byId = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

type Told = Readonly<Record<string, string | number | null>> & {
  readonly dimensions: readonly { readonly code: string; readonly label: string }[];
};

const table = `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) {
  rows { indicator version country period from to dimensions { code label } value numerator denominator status gap }
  countries { country asOf } } }`;

async function everyValue(client: Client): Promise<Row[]> {
  const input = { indicators: ['I03', 'I08', 'I09'], period: { names: ['2025', '2026S1'] }, by: ['PROVINCE'] };
  const { data } = await client.query(table, { input }, { 'accept-language': 'en' });
  return (data.indicatorTable.rows as Told[]).map(({ dimensions, ...row }) => {
    const [place] = dimensions;
    const told = { ...row, province: place?.code, province_label: place?.label };
    return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, asText(value)]));
  });
}

const without = ({ asOf: _asOf, lockedOn: _lockedOn, ...row }: Row): Row => row;

describe.each(languages)('$name', (language: Language) => {
  // Without the interpreter its tests are skipped, and are named so.
  const here = language.isThere ? it : it.skip;
  const as = (email: string, ...args: string[]) => pull(language, api.address, args, { HANDSOFF_EMAIL: email });

  describe.each([
    ['me-officer', 'za'],
    ['case-manager', 'mz'],
    ['secretariat', 'region'],
  ])('as %s of %s', (role, country) => {
    here('gives every row of a list, and the same rows as one file whose digest is right', async () => {
      const pulled = await as(`${role}@${country}.demo`, 'pages', 'export');
      expect([pulled.code, pulled.error]).toEqual([0, '']);
      expect(Object.keys(pulled.files)).toEqual(['trainings-export.csv', 'trainings.csv']);
      expect(pulled.modes).toEqual(['600', '600']);
      const expected = await everyTraining(await api.as(role, country));
      expect(rowsOf(pulled.files['trainings.csv'])).toEqual(expected);
      const file = pulled.files['trainings-export.csv'] ?? '';
      expect(byId(rowsOf(file))).toEqual(byId(expected));
      expect(pulled.out).toContain(createHash('sha256').update(file).digest('hex'));
      // Where there are no more countries than one, the two ways give the same bytes.
      if (country !== 'region') expect(pulled.files['trainings.csv']).toBe(file);
    });

    here('gives every value of a table: empty where it is hidden or missing, and says which', async () => {
      const args = ['indicators', '--indicators', 'I03,I08,I09', '--period', '2025,2026S1', '--by', 'PROVINCE'];
      const { code, files } = await as(`${role}@${country}.demo`, ...args);
      expect(code).toBe(0);
      const rows = rowsOf(files['indicators.csv']);
      expect(rows.map(without)).toEqual(await everyValue(await api.as(role, country)));
      for (const { value, status, gap } of rows) {
        expect([status, value === '']).toEqual([status, status === 'SUPPRESSED' || status === 'MISSING']);
        expect([status, gap !== '']).toEqual([status, status === 'MISSING']);
      }
      const statuses = new Set(rows.map(({ status }) => status));
      expect([statuses.has('EXACT'), statuses.has('SUPPRESSED')]).toEqual([true, country === 'region']);
    });
  });

  here('says what the API has against it, in the language that is asked for, and writes nothing', async () => {
    const env = { HANDSOFF_EMAIL: 'me-officer@za.demo', HANDSOFF_PASSWORD: 'wrong', HANDSOFF_LANGUAGE: 'pt' };
    const wrong = await pull(language, api.address, ['pages'], env);
    expect(wrong).toMatchObject({ code: 1, files: {}, error: expect.stringMatching(/palavra-passe/) });
    for (const way of ['pages', 'export']) {
      const denied = await as('analyst@region.demo', way, '--list', 'cases', '--fields', 'id displayId');
      expect(denied).toMatchObject({ code: 1, files: {}, error: expect.stringMatching(/role/) });
    }
    const noField = await as('me-officer@za.demo', 'pages', '--fields', 'id nonsense');
    expect(noField).toMatchObject({ code: 1, files: {}, error: expect.stringMatching(/nonsense/) });
    const nobody = await pull(language, 'http://127.0.0.1:9', ['pages'], { HANDSOFF_EMAIL: 'me-officer@za.demo' });
    expect(nobody).toMatchObject({ code: 1, files: {}, error: expect.stringMatching(/does not answer/) });
    const empty = await pull(language, api.address, ['pages']);
    expect(empty).toMatchObject({ code: 1, error: expect.stringMatching(/^Set HANDSOFF_EMAIL/) });
  });

  here('takes a token in place of a password, and says when it is over', async () => {
    const { token } = await api.as('me-officer', 'za');
    const good = await pull(language, api.address, ['pages'], { HANDSOFF_TOKEN: token ?? '' });
    expect([good.code, rowsOf(good.files['trainings.csv']).length > 20]).toEqual([0, true]);
    const over = await pull(language, api.address, ['pages'], { HANDSOFF_TOKEN: 'over' });
    expect(over).toMatchObject({ code: 1, files: {}, error: 'Sign in first.\n' });
  });

  here('goes on with a new token when the old one has ended', async () => {
    let asked = 0;
    const way = await wayTo(api.address, {
      // The second page is asked for with what counts no more.
      asks: ({ headers }) => {
        if (++asked === 3) headers.authorization = 'Bearer over';
      },
    });
    const pulled = await pull(language, way.address, ['pages'], { HANDSOFF_EMAIL: 'secretariat@region.demo' });
    await way.close();
    expect([pulled.code, pulled.error]).toEqual([0, '']);
    const expected = await everyTraining(await api.as('secretariat'));
    expect(rowsOf(pulled.files['trainings.csv'])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(100);
  });

  here('goes on with a download that breaks off', async () => {
    const ranges: (string | undefined)[] = [];
    const way = await wayTo(api.address, {
      dropsBefore: ({ url = '', headers }) => {
        if (!url.startsWith('/export/')) return undefined;
        return [1000, 2000][ranges.push(headers.range) - 1];
      },
    });
    const pulled = await pull(language, way.address, ['export'], { HANDSOFF_EMAIL: 'me-officer@za.demo' });
    await way.close();
    expect([pulled.code, pulled.error, Object.keys(pulled.files)]).toEqual([0, '', ['trainings-export.csv']]);
    expect(ranges).toEqual([undefined, 'bytes=1000-', 'bytes=2000-']);
    const expected = await everyTraining(await api.as('me-officer', 'za'));
    expect(rowsOf(pulled.files['trainings-export.csv'])).toEqual(expected);
  });

  here('asks for the code of a second factor', async () => {
    const [email, password] = [`supervisor@${language.name === 'pull.py' ? 'bw' : 'zw'}.demo`, 'hands-off-demo'];
    const code = await secondFactorOf(email, password);
    const pulled = await pull(language, api.address, ['pages'], { HANDSOFF_EMAIL: email }, `${code}\n`);
    expect([pulled.code, pulled.error]).toEqual([0, 'Code of your authenticator app: ']);
    const unanswered = await pull(language, api.address, ['pages'], { HANDSOFF_EMAIL: email });
    expect([unanswered.code, unanswered.files]).toEqual([1, {}]);
  });
});

/** @returns a code that is good once an authenticator app is needed */
async function secondFactorOf(email: string, password: string): Promise<string> {
  const { data } = await api.anyone.query(
    'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }',
    { input: { email, password } },
  );
  const headers = { authorization: `Bearer ${data.signIn.session.accessToken as string}` };
  const enrolled = await api.anyone.query(
    'mutation ($input: EnrolSecondFactorInput!) { enrolSecondFactor(input: $input) { enrolment { secret } } }',
    { input: { password } },
    headers,
  );
  const totp = new TOTP({ secret: Secret.fromBase32(enrolled.data.enrolSecondFactor.enrolment.secret as string) });
  const at = (steps: number): string => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  await api.anyone.query(
    'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }',
    { input: { oneTimeCode: at(-1) } },
    headers,
  );
  return at(0);
}
