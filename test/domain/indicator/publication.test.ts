/** What countries publish of survivors: once, frozen, and nobody is known by it. */
import type { Edition } from '../../../src/disclosure/edition';
import { attackOn } from '../../disclosure/tables-cases';
import { adminRows } from '../../support/admin';
import type { Client, TestApp } from '../../support/app';
import { startApp, sweepNow } from '../../support/outside';
import { rows } from './asking';
import { populationsOf } from './populations';
import { done } from '../acting';
import * as targets from './target-place';

let api: TestApp;
let secretariat: Client;
beforeAll(async () => {
  api = await startApp({ template: 'published' });
  secretariat = await api.as('secretariat');
  // Two years of four countries, and the machine may do much else.
}, 600_000);
afterAll(() => api?.close());

const countries = ['bw', 'mz', 'za', 'zw'] as const;

const stored = <R extends object>(text: string): Promise<R[]> => adminRows<R>(api.database, text);

const isSmall = (value: number | null, threshold: number): boolean => value !== null && value > 0 && value < threshold;

/** Minors are published by the year, everybody else by what is finer. */
const ofMinors = `w.period ~ '^[0-9]{4}$'`;

describe('what is published', () => {
  it('tells no small number, and of law enforcement, HIV and few people no small one of ten', async () => {
    for (const country of countries) {
      const cells = await stored<{ population: string; codes: string[]; value: number | null }>(
        `SELECT population, codes, value FROM ${country}.published_cell`,
      );
      expect(cells.length).toBeGreaterThan(500);
      const few = ({ population, codes }: (typeof cells)[number]): boolean =>
        /byState|pep|rapeInTime/.test(population) || codes.some((code) => /LAW_ENFORCEMENT|GENDER_DIVERSE/.test(code));
      expect(cells.filter((cell) => isSmall(cell.value, few(cell) ? 10 : 5))).toEqual([]);
    }
  });

  it('withstands an attack with all that was published of a country', async () => {
    for (const country of countries) {
      const kept = await stored<{ content: string; floors: string }>(
        `SELECT content, floors FROM ${country}.published_edition WHERE series = 'main'`,
      );
      const editions = kept.map(({ content }) => JSON.parse(content) as Edition);
      const names = new Set(editions.flatMap(({ cells }) => cells.map(({ population }) => population)));
      const codes = new Map<string, Set<string>>();
      for (const { at } of editions.flatMap(({ cells }) => cells))
        for (const [name, code] of Object.entries(at)) codes.set(name, (codes.get(name) ?? new Set()).add(code));
      const dimensions = [...codes].map(([name, all]) => ({ name, codes: [...all] }));
      const populations = populationsOf('main');
      expect([...names].sort()).toEqual(populations.map(({ name }) => name).sort());
      const { hidden, leaks } = await attackOn(
        { dimensions, populations, thresholds: { plain: 5, sensitive: 10 }, floors: [] },
        editions,
      );
      expect(hidden).toBeGreaterThan(0);
      expect(leaks).toEqual([]);
    }
  });

  it('counts no minor but in a number of their own, and nobody twice', async () => {
    for (const country of countries) {
      const [minors] = await stored<{ n: string }>(
        `SELECT count(*) AS n FROM ${country}.published_record w JOIN ${country}.incident i ON i.id = w.record_id
         JOIN ${country}."case" c ON c.id = i.case_id JOIN ${country}.survivor s ON s.id = c.survivor_id
         LEFT JOIN ${country}.survivor_demographics d ON d.survivor_id = s.id AND d.birth_year IS NOT NULL
         WHERE s.age_band = 'UNDER_18' AND d.id IS NULL AND NOT ${ofMinors}`,
      );
      expect(Number(minors?.n)).toBe(0);
      const [counted] = await stored<{ told: string; noted: string }>(
        `SELECT (SELECT sum((c->>'value')::int) FROM ${country}.published_edition e, jsonb_array_elements(e.content::jsonb->'cells') c
           WHERE c->>'population' = 'incidents.all' AND c->'at' = '{}' AND e.content::jsonb->'parts' = 'null') AS told,
         (SELECT count(*) FROM ${country}.published_record w WHERE counting = 'incidents' AND NOT ${ofMinors}) AS noted`,
      );
      expect(counted?.told).toBe(counted?.noted);
    }
  });
});

describe('the region', () => {
  const period = { names: ['2025'] };

  it('is told of minors one number for each year, none below ten, and nothing else', async () => {
    for (const country of countries) {
      const [{ n } = { n: '' }] = await stored<{ n: string }>(
        `SELECT count(*) AS n FROM ${country}.published_record w WHERE counting = 'incidents' AND w.period = '2025'`,
      );
      expect(Number(n)).toBeGreaterThan(0);
      const asked = { indicators: ['I03b'], countries: [country.toUpperCase()] };
      const [told] = await rows(secretariat, { ...asked, period });
      if (Number(n) < 10) expect(told).toMatchObject({ value: null, numerator: null, status: 'SUPPRESSED' });
      else expect(told).toMatchObject({ value: Number(n), status: 'EXACT' });
      const parts = await rows(secretariat, { ...asked, period: { names: ['2025Q1', '2025S2', '202503'] } });
      for (const row of parts) expect(row).toMatchObject({ value: null, gap: 'NOT_A_UNION' });
      const apart = await rows(secretariat, { ...asked, period, by: ['PROVINCE'] });
      expect(apart).toEqual([expect.objectContaining({ value: null, gap: 'NOT_TOLD_SO' })]);
    }
  });

  it('is told what was published, and by other periods and dimensions that it is not', async () => {
    const [needs] = await rows(secretariat, { indicators: ['I09'], period, countries: ['ZA'] });
    expect(needs?.status).toMatch(/EXACT|SUPPRESSED/);
    const [cut] = await rows(secretariat, { indicators: ['I03'], period: { names: ['2025April'] }, countries: ['BW'] });
    expect(cut).toMatchObject({ value: null, status: 'MISSING', gap: 'NOT_A_UNION' });
    const [month] = await rows(secretariat, { indicators: ['I03'], period: { names: ['202503'] }, countries: ['ZA'] });
    expect(month).toMatchObject({ value: null, gap: 'NOT_A_UNION' });
    const [median] = await rows(secretariat, { indicators: ['I16'], period, countries: ['ZA'] });
    expect(median).toMatchObject({ value: null, gap: 'NOT_TOLD_SO' });
    const told = await rows(secretariat, { indicators: ['I03'], period, countries: ['ZA'], by: ['REPORTING_DELAY'] });
    expect(told).toEqual([expect.objectContaining({ value: null, gap: 'NOT_TOLD_SO', dimensions: [] })]);
  });

  it('is told nothing that was published of the whole country where it asks for a place or an organisation', async () => {
    const { data } = await secretariat.query(
      '{ organisations(first: 1) { edges { node { id } } } provinces(first: 1) { edges { node { id } } } }',
    );
    for (const narrowed of [
      { organisation: data.organisations.edges[0].node.id },
      { province: data.provinces.edges[0].node.id },
    ])
      for (const row of await rows(secretariat, { indicators: ['I03', 'I09'], period, ...narrowed }))
        expect(row).toMatchObject({
          ...{ value: null, numerator: null },
          gap: row.country === 'REGION' ? 'NOT_OF_REGION' : 'NOT_TOLD_SO',
        });
  });

  it('is told the same as lies in the published tables, cell by cell', async () => {
    for (const country of countries) {
      const name = country === 'za' ? '2025Q4' : '2025S2';
      const told = await rows(secretariat, {
        ...{ indicators: ['I03'], by: ['VIOLENCE_TYPE'] },
        ...{ period: { names: [name] }, countries: [country.toUpperCase()] },
      });
      const cells = await stored<{ codes: string[]; value: number | null }>(
        `SELECT codes, value FROM ${country}.published_cell
         WHERE population = 'incidents.all' AND dimensions = 'VIOLENCE_TYPE' AND period = '${name}'`,
      );
      expect(cells).toHaveLength(6);
      expect(new Map(told.map(({ dimensions: [one], value }) => [one?.code ?? 'NOT_KNOWN', value]))).toEqual(
        new Map(cells.map(({ codes: [code], value }) => [code, value])),
      );
      for (const { value, status } of told) expect(status).toBe(value === null ? 'SUPPRESSED' : 'EXACT');
    }
  });

  it('is told of organisations where three of them count anything', async () => {
    const { data } = await secretariat.query('{ organisations(first: 100) { edges { node { id name } } } }');
    const names = new Set((data.organisations.edges as { node: { id: string } }[]).map(({ node }) => node.id));
    for (const country of countries) {
      const period = country === 'za' ? '2025Q4' : '2025S2';
      const [{ n } = { n: '' }] = await stored<{ n: string }>(
        `SELECT count(DISTINCT coalesce((SELECT t.from_organisation_id FROM ${country}.case_transfer t
           WHERE t.case_id = c.id AND t.status = 'ACCEPTED' ORDER BY t.responded_at, t.id LIMIT 1), c.organisation_id)) AS n
         FROM ${country}.published_record w JOIN ${country}.incident i ON i.id = w.record_id
         JOIN ${country}."case" c ON c.id = i.case_id WHERE w.counting = 'incidents' AND w.period = '${period}'`,
      );
      const asked = { indicators: ['I03'], period: { names: [period] }, countries: [country.toUpperCase()] };
      const told = await rows(secretariat, { ...asked, by: ['ORGANISATION'] });
      expect(Number(n)).toBeGreaterThanOrEqual(3);
      expect(told.filter(({ gap }) => gap !== null)).toEqual([]);
      const codes = told.flatMap(({ dimensions: [one] }) => one?.code ?? []);
      expect(codes.filter((code) => !names.has(code))).toEqual([]);
      expect(codes.length).toBeGreaterThanOrEqual(Number(n));
    }
  });

  it('is told of a year that is not published what its periods add up to, and nothing where one is hidden', async () => {
    const by = { indicators: ['I09'], countries: ['ZW'] };
    const [year] = await rows(secretariat, { ...by, period: { names: ['2025'] } });
    const halves = await rows(secretariat, { ...by, period: { names: ['2025S1', '2025S2'] } });
    const sum = halves.reduce<number | null>(
      (total, { denominator }) => (total === null || denominator === null ? null : total + denominator),
      0,
    );
    if (year?.denominator !== null) expect(sum).not.toBeNull();
    if (sum !== null) expect(year?.denominator).toBe(sum);
  });

  it('is told three at a time roughly, and nothing inside of what is hidden', async () => {
    const by = ['PROVINCE', 'VIOLENCE_TYPE', 'GENDER'];
    const told = await rows(secretariat, { indicators: ['I03'], period: { names: ['2025S2'] }, countries: ['ZW'], by });
    expect(told.length).toBeGreaterThan(50);
    for (const { value, status } of told) {
      expect(status).toBe(value === null ? 'SUPPRESSED' : 'ROUNDED');
      // Zimbabwe asks for seven, ten where few people are.
      if (value !== null) expect([value % 7, value % 10]).toContain(0);
    }
  });

  it('is told no share of which a part is hidden or small', async () => {
    const shares = await rows(secretariat, {
      indicators: ['I08b', 'I09', 'I09b', 'I10', 'I12', 'I14', 'I22', 'I24', 'I26'],
      period: { names: ['2025S1', '2025S2', '2025'] },
      countries: ['BW', 'MZ', 'ZW'],
    });
    expect(shares.some(({ status }) => status === 'EXACT')).toBe(true);
    for (const { value, numerator, denominator, status } of shares) {
      if (status !== 'EXACT') expect(value).toBeNull();
      else {
        expect(denominator).toBeGreaterThanOrEqual(20);
        expect([numerator, denominator! - numerator!].filter((n) => isSmall(n, 5))).toEqual([]);
        expect(value).toBe(Math.round((100 * numerator!) / denominator!));
      }
    }
  });

  it('has targets beside it: of the whole, of the province that they are of, and by nothing else', async () => {
    const officer = await api.as('me-officer', 'za');
    const input = { indicators: ['I03'], period: { names: ['2025'] }, countries: ['ZA'] };
    const told = async (by: readonly string[]): Promise<unknown[]> =>
      (await targets.rows(secretariat, { ...input, by })).flatMap(({ dimensions, target }) =>
        target === null ? [] : [[dimensions[0]?.code, target]],
      );
    const codes = (await targets.rows(secretariat, { ...input, by: ['PROVINCE'] })).map(
      (row) => row.dimensions[0]?.code,
    );
    const { data } = await officer.query('{ provinces(first: 100) { edges { node { id code } } } }');
    const provinces = (data.provinces.edges as { node: { id: string; code: string } }[]).map(({ node }) => node);
    const { id: provinceId, code } = provinces.find((one) => codes.includes(one.code))!;
    const of = { indicatorCode: 'I03', period: '2025' };
    done(await targets.set(officer, { ...of, valueHundredths: 900_000 }));
    done(await targets.set(officer, { ...of, valueHundredths: 80_000, provinceId }));
    expect(await told([])).toEqual([[undefined, 9000]]);
    expect(await told(['PROVINCE'])).toEqual([[code, 800]]);
    expect(await told(['GENDER'])).toEqual([]);
  });

  it('has no right to what was hidden, nor to what is counted', async () => {
    const { region } = api.app.countries.get('ZA')!;
    for (const table of ['published_edition', 'published_record', 'indicator_cell', 'indicator_share'])
      await expect(region.query(`SELECT FROM ${table}`)).rejects.toThrow('permission denied');
  });
});

describe('a publication', () => {
  it('is frozen: what is recorded late or corrected changes nothing of it', async () => {
    const cells = () => stored('SELECT * FROM za.published_cell ORDER BY id');
    const before = await cells();
    await stored(
      `UPDATE za.incident SET voided_at = now() WHERE id IN (SELECT record_id FROM za.published_record LIMIT 40)`,
    );
    await sweepNow(api, 'za', 'publishIndicators');
    expect(await cells()).toEqual(before);
  });

  it('is whole or not there, and is made again from the same', async () => {
    const tables = ['published_period', 'published_cell', 'published_edition', 'published_record'];
    const last = `(SELECT max(ends_on) FROM bw.published_period WHERE series = 'main')`;
    const [{ period } = { period: '' }] = await stored<{ period: string }>(
      `SELECT period FROM bw.published_period WHERE series = 'main' AND ends_on = ${last} AND parts IS NULL`,
    );
    const main = `population NOT LIKE 'registeredComplaints%'`;
    const cells = `SELECT population, period, dimensions, codes, value, is_rounded FROM bw.published_cell
      WHERE ${main} ORDER BY period, population, dimensions, codes`;
    const before = await stored(cells);
    await stored(`DELETE FROM bw.published_cell WHERE period IN ('${period}', left('${period}', 4)) AND ${main}`);
    await stored(`DELETE FROM bw.published_record WHERE period = '${period}' AND counting <> 'registeredComplaints'`);
    for (const table of ['published_period', 'published_edition'])
      await stored(`DELETE FROM bw.${table} WHERE series = 'main' AND period IN ('${period}', left('${period}', 4))`);
    const counts = () => Promise.all(tables.map((table) => stored(`SELECT count(*) FROM bw.${table}`)));
    const without = await counts();
    await stored(`ALTER TABLE bw.published_edition ADD CONSTRAINT broken CHECK (period = '') NOT VALID`);
    await expect(sweepNow(api, 'bw', 'publishIndicators')).rejects.toThrow('broken');
    expect(await counts()).toEqual(without);
    await stored('ALTER TABLE bw.published_edition DROP CONSTRAINT broken');
    await sweepNow(api, 'bw', 'publishIndicators');
    expect(await stored(cells)).toEqual(before);
  });
});
