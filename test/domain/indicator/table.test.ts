/** Tables of indicators: who is told which numbers, and what is wrong with what is asked. */
import type { TestApp } from '../../support/app';
import { startApp } from '../../support/outside';
import { ask, rows as rowsFor, type Row } from './asking';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

const rows = async (role: string, country: string | undefined, input: object): Promise<Row[]> =>
  rowsFor(await api.as(role, country), input);

const year = { names: ['2025'] };

/** What lies in the tables of a country. */
const stored = async (country: string, text: string): Promise<number> => {
  const { rows } = (await api.app.countries.get(country)!.app.query(text)) as { rows: { n: string }[] };
  return Number(rows[0]?.n);
};

describe('an indicator', () => {
  it('is told to whoever is signed in, with what it counts', async () => {
    for (const role of ['service-provider', 'privacy-officer', 'me-officer']) {
      const { data, errors } = await (
        await api.as(role, 'mz')
      ).query('{ indicators { code version title { en pt } dimensions disclosure denominator { pt } measure } }');
      expect(errors).toEqual([]);
      const codes = (data.indicators as { code: string }[]).map(({ code }) => code);
      expect(codes).toEqual([...codes].sort());
      const programme = Array.from({ length: 26 }, (_, at) => `I${String(at + 1).padStart(2, '0')}`);
      expect(codes).toEqual(expect.arrayContaining([...programme, 'I08b', 'I10b']));
    }
  });
});

describe('a table', () => {
  it('has every period and code, and tells nothing from not known', async () => {
    const told = await rows('me-officer', 'za', { indicators: ['I03'], period: year, by: ['VIOLENCE_TYPE'] });
    expect(told).toHaveLength(7);
    const sum = told.reduce((total, { value }) => total + (value ?? NaN), 0);
    const [whole] = await rows('me-officer', 'za', { indicators: ['I03'], period: year });
    expect(sum).toBe(whole?.value);
    expect(told.every(({ status }) => status === 'EXACT')).toBe(true);
    const [none] = await rows('me-officer', 'za', { indicators: ['I22'], period: { names: ['2019'] } });
    expect(none).toMatchObject({ value: null, denominator: 0, status: 'MISSING', gap: 'NO_DENOMINATOR' });
  });

  it('adds up from months to quarters, half-years and years', async () => {
    const valueIn = async (period: object): Promise<number> =>
      (await rows('me-officer', 'bw', { indicators: ['I03'], period })).reduce((sum, { value }) => sum + value!, 0);
    const of = (by: string) => valueIn({ from: '2025-01-01', to: '2025-12-31', by });
    const [whole] = await rows('me-officer', 'bw', { indicators: ['I03'], period: year });
    expect(whole?.value).toBeGreaterThan(0);
    for (const by of ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR']) expect(await of(by)).toBe(whole?.value);
  });

  /** By two dimensions sums are kept, by three or of medians they are not. */
  it('adds up however finely it is asked for', async () => {
    const finely = ['PROVINCE', 'GENDER', 'AGE_BAND'];
    for (const indicator of ['I03', 'I08', 'I09', 'I10']) {
      const all = await rows('me-officer', 'za', { indicators: [indicator], period: year, by: finely });
      for (const by of [finely.slice(0, 2), finely.slice(1), ['PROVINCE'], []]) {
        const told = await rows('me-officer', 'za', { indicators: [indicator], period: year, by });
        const codes = ({ dimensions }: Row): string =>
          JSON.stringify(by.map((name) => dimensions.find(({ dimension }) => dimension === name)?.code));
        const sum = (of: readonly Row[]): number => of.reduce((n, { numerator }) => n + (numerator ?? 0), 0);
        for (const row of told) expect(row.numerator).toBe(sum(all.filter((one) => codes(one) === codes(row))));
        expect(sum(told)).toBe(sum(all));
        expect(sum(told)).toBeGreaterThan(0);
      }
    }
  });

  it('holds each period against the one before', async () => {
    const [, second] = await rows('me-officer', 'zw', { indicators: ['I03'], period: { names: ['2025Q1', '2025Q2'] } });
    const [first] = await rows('me-officer', 'zw', { indicators: ['I03'], period: { names: ['2025Q1'] } });
    expect(second?.previous).toBe(first?.value);
  });

  it('tells shares of groups of all, and medians of those that have one', async () => {
    const delays = await rows('me-officer', 'za', { indicators: ['I15'], period: year });
    expect(delays).toHaveLength(6);
    expect(new Set(delays.map(({ denominator }) => denominator)).size).toBe(1);
    expect(delays.reduce((sum, { numerator }) => sum + numerator!, 0)).toBe(delays[0]?.denominator);
    const [median] = await rows('me-officer', 'za', { indicators: ['I16'], period: year });
    const closed = `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY (closed_at AT TIME ZONE 'Africa/Johannesburg')::date
        - (opened_at AT TIME ZONE 'Africa/Johannesburg')::date) AS n FROM "case" c
      WHERE (closed_at AT TIME ZONE 'Africa/Johannesburg')::date BETWEEN '2025-01-01' AND '2025-12-31' AND EXISTS (
        SELECT FROM incident i WHERE i.case_id = c.id AND i.consent_reporting AND NOT i.reported_elsewhere AND i.voided_at IS NULL)`;
    expect(median?.value).toBe(await stored('ZA', closed));
  });

  it('has no value of a period that is not over, or too young', async () => {
    const next = new Date().getUTCFullYear() + 1;
    const [ahead] = await rows('me-officer', 'za', { indicators: ['I03'], period: { names: [String(next)] } });
    expect(ahead).toMatchObject({ value: null, gap: 'NOT_OVER' });
    const [running] = await rows('me-officer', 'za', { indicators: ['I10'], period: { relative: 'THIS_YEAR' } });
    expect(running).toMatchObject({ value: null, gap: 'NOT_OVER' });
    const [young] = await rows('me-officer', 'za', { indicators: ['I23'], period: { relative: 'LAST_MONTH' } });
    expect(young).toMatchObject({ value: null, gap: 'NOT_MATURE' });
  });

  it('says as of when everything is counted', async () => {
    const answer = await ask(await api.as('me-officer', 'za'), { indicators: ['I03'], period: year });
    const [{ country, asOf, gap }] = answer.data.indicatorTable.countries;
    expect([country, gap]).toEqual(['ZA', null]);
    expect(Date.parse(asOf as string)).toBeLessThanOrEqual(Date.now());
  });
});

describe('whoever reads', () => {
  const period = { from: '2024-01-01', to: '2026-12-31', by: 'YEAR' };

  it.each(['field-worker', 'case-manager', 'supervisor', 'partner-admin'])(
    '%s is told what their organisation counts, and nothing else',
    async (role) => {
      const own = await rows(role, 'za', { indicators: ['I03'], period, by: ['ORGANISATION'] });
      expect(new Set(own.map(({ dimensions }) => dimensions[0]?.code)).size).toBe(1);
      const all = await rows('me-officer', 'za', { indicators: ['I03'], period, by: ['ORGANISATION'] });
      expect(new Set(all.map(({ dimensions }) => dimensions[0]?.code)).size).toBeGreaterThan(1);
      const code = own[0]?.dimensions[0]?.code;
      expect(own).toEqual(all.filter(({ dimensions }) => dimensions[0]?.code === code));
      const other = all.find(({ dimensions }) => dimensions[0]?.code !== code)?.dimensions[0]?.code;
      const refused = await ask(await api.as(role, 'za'), { indicators: ['I03'], period, organisation: other });
      expect(refused.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      expect(await rows(role, 'za', { indicators: ['I03'], period, organisation: code })).toEqual(
        await rows(role, 'za', { indicators: ['I03'], period }),
      );
    },
  );

  it.each([
    ['service-provider', 'za'],
    ['privacy-officer', 'za'],
    ['operator', undefined],
  ])('%s is refused', async (role, country) => {
    const { errors, data } = await ask(await api.as(role, country), { indicators: ['I03'], period: year });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', dataClass: 'INDICATOR' });
    expect(data.indicatorTable).toBeNull();
  });

  it('is refused with null, whatever the document calls it', async () => {
    const client = await api.as('service-provider', 'za');
    const document = `{ constructor: indicatorTable(input: { indicators: ["I03"], period: { names: ["2025"] } }) { rows { value } } }`;
    const { data } = await client.query(document);
    expect(data.constructor).toBeNull();
  });

  it.each(['secretariat', 'analyst'])(
    'the %s is told of activities exactly, and of survivors what is published',
    async (role) => {
      const told = await rows(role, undefined, { indicators: ['I03', 'I04', 'I08'], period: year });
      const of = (country: string, code: string) =>
        told.find((row) => row.country === country && row.indicator === code);
      for (const country of ['BW', 'MZ', 'ZA', 'ZW']) {
        for (const code of ['I04', 'I08']) {
          const [exact] = await rows('me-officer', country.toLowerCase(), { indicators: [code], period: year });
          expect(of(country, code)).toEqual(exact);
        }
        // What is published of survivors: `publication.test.ts`.
        expect(of(country, 'I03')?.status).toMatch(/^(EXACT|SUPPRESSED|MISSING)$/);
      }
    },
  );

  it('is told of another country by nobody', async () => {
    const { errors } = await ask(await api.as('me-officer', 'za'), {
      indicators: ['I04'],
      period: year,
      countries: ['BW'],
    });
    expect(errors[0]?.message).toBe('The account does not see BW. Leave “countries” out for all that it sees.');
  });

  it('of the region is not told what is of few people in one activity', async () => {
    const { errors } = await ask(await api.as('secretariat'), { indicators: ['I08'], period: year, by: ['GENDER'] });
    expect(errors[0]?.message).toMatch(/^The region is not told I08 by GENDER; it is told it by ORGANISATION/);
  });
});

describe('wrong input is told so', () => {
  const period = year;
  it.each([
    ['no indicator', { indicators: [], period }, 'Ask for 1 to 50 indicators at a time.'],
    ['an unknown one', { indicators: ['I99'], period }, 'There is no indicator "I99".'],
    [
      'what it is not told by',
      { indicators: ['I17'], period, by: ['GENDER'] },
      'I17 is not told by GENDER; it is told by',
    ],
    ['what it is narrowed to', { indicators: ['I04'], period, by: ['TOPIC'] }, 'I04 is not told by TOPIC'],
    [
      'a period of no kind',
      { indicators: ['I03'], period: { names: ['2026W1'] } },
      'This is no period that is offered: 2026W1.',
    ],
    ['no country', { indicators: ['I03'], period, countries: [] }, 'No country is named.'],
    [
      'a year of nothing',
      { indicators: ['I03'], period: { names: ['2025'], financialYear: 'FINANCIAL_JULY' } },
      'A financial year says which years “relative” means.',
    ],
    ['no period', { indicators: ['I03'], period: {} }, 'Say which periods in one way'],
    [
      'two ways',
      { indicators: ['I03'], period: { names: ['2025'], relative: 'THIS_YEAR' } },
      'Say which periods in one way',
    ],
    [
      'half of a way',
      { indicators: ['I03'], period: { from: '2025-01-01', by: 'MONTH' } },
      'Say which periods in one way',
    ],
    [
      'a cut period',
      { indicators: ['I03'], period: { from: '2025-01-15', to: '2025-03-31', by: 'MONTH' } },
      'These days cut a period. Periods of this kind begin on 2025-01-01 and end on 2025-01-31, for instance.',
    ],
    [
      'the end first',
      { indicators: ['I03'], period: { from: '2025-03-01', to: '2025-01-31', by: 'MONTH' } },
      'The last day lies before the first.',
    ],
    [
      'too many periods',
      { indicators: ['I03'], period: { from: '2000-01-01', to: '2025-12-31', by: 'MONTH' } },
      'These are 312 periods; ask for at most 120 at a time.',
    ],
    [
      'too many rows',
      {
        indicators: ['I03'],
        period: { from: '2024-01-01', to: '2025-12-31', by: 'MONTH' },
        by: ['PROVINCE', 'GENDER', 'AGE_BAND', 'VIOLENCE_TYPE'],
      },
      'This table could have',
    ],
    [
      'an id of another type',
      {
        indicators: ['I03'],
        period,
        province: 'T3JnYW5pc2F0aW9uOlpBOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA',
      },
      'A record of the kind “Province” is expected here',
    ],
    ['no id', { indicators: ['I03'], period, organisation: 'x' }, 'An id is not valid.'],
  ])('%s', async (_what, input, message) => {
    const { errors, data } = await ask(await api.as('me-officer', 'za'), input);
    expect(data.indicatorTable).toBeNull();
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain(message);
  });
});
