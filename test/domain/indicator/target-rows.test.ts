/** Which rows of a table targets stand beside, and periods by the year of a donor. */
import type { Client } from '../../support/app';
import { actor, done } from '../acting';
import type { World } from '../world';
import { count } from './counting';
import { act, document, now, of, onStream, openPlace, rows, set as setBy, type Place, type Row } from './target-place';

let place: Place;
let world: World;
let officer: Client;
let admin: Client;
let secretariat: Client;
let provinces: Place['provinces'];
beforeAll(async () => {
  place = await openPlace();
  ({ world, officer, admin, secretariat, provinces } = place);
  await count(world);
});
afterAll(() => world?.close());

const set = (values: object, client = officer) => setBy(client, values);
const stream = (donor: string, year: string | null): Promise<string> => place.stream(donor, year);

describe('a row', () => {
  const period = '2020';
  const own = { organisation: '', province: '' };
  beforeAll(async () => {
    const [april, october] = [await stream('B donor', 'FINANCIAL_APRIL'), await stream('A donor', 'FINANCIAL_OCTOBER')];
    own.organisation = world.organisation.za.partner;
    own.province = provinces[0]!.id;
    done(await set({ period, valueHundredths: 100_00 }));
    done(await set({ period, provinceId: own.province, valueHundredths: 20_00 }));
    done(await set({ period, valueHundredths: 30_00 }, admin));
    done(await set({ period, provinceId: own.province, valueHundredths: 7_00 }, admin));
    for (const [name, fundingStreamId, value] of [
      ['2020April', april, 41_00],
      ['2020Oct', october, 42_00],
      ['2020Q4', october, 12_00],
      ['2020Q4', april, 11_00],
    ] as const) {
      done(await set({ period: name, fundingStreamId, valueHundredths: value }));
      done(await set({ period: name, fundingStreamId, valueHundredths: value + 100 }, admin));
    }
    done(await set({ period: '2020Q4', valueHundredths: 10_00 }));
  });

  it('as a whole has that of the country, and no other', async () => {
    expect(await of(officer, 'I08', period)).toEqual([100, [[null, 100]]]);
    expect(await of(officer, 'I08', '2021')).toEqual([null, []]);
    expect(await of(officer, 'I10', period)).toEqual([null, []]);
  });

  it('of a province has that of it, told apart or narrowed to', async () => {
    const found = await rows(officer, { indicators: ['I08'], period: { names: [period] }, by: ['PROVINCE'] });
    expect(found.length).toBeGreaterThan(5);
    const those = found.filter(({ target }) => target !== null);
    expect(those.map(({ dimensions, target }) => [dimensions[0]?.code, target])).toEqual([[provinces[0]!.code, 20]]);
    expect(found.filter(({ targets }) => targets.length > 0)).toEqual(those);
    expect(await of(officer, 'I08', period, { province: own.province })).toEqual([20, [[null, 20]]]);
    expect(await of(officer, 'I08', period, { province: provinces[1]!.id })).toEqual([null, []]);
  });

  it('of an organisation has that of it, also where it counts nothing yet', async () => {
    const found = await rows(officer, { indicators: ['I08'], period: { names: [period] }, by: ['ORGANISATION'] });
    expect(found.map(({ dimensions, value, target }) => [dimensions[0]?.label, value, target])).toEqual([
      ['Partner', 0, 30],
    ]);
    expect(await of(officer, 'I08', period, { organisation: own.organisation })).toEqual([30, [[null, 30]]]);
    const both = { organisation: own.organisation, province: own.province };
    expect(await of(officer, 'I08', period, both)).toEqual([7, [[null, 7]]]);
    expect(await of(officer, 'I08', period, { organisation: world.organisation.za.clinic })).toEqual([null, []]);
  });

  it('of whoever reads the numbers of their organisation has that of it', async () => {
    for (const role of ['field-worker', 'case-manager', 'supervisor', 'partner-admin'])
      expect(await of(await world.as(role, 'za'), 'I08', period)).toEqual([30, [[null, 30]]]);
    expect(await of(await world.as('case-manager-2', 'za'), 'I08', period)).toEqual([null, []]);
  });

  it('by anything else has none', async () => {
    const found = await rows(officer, { indicators: ['I08'], period: { names: [period] }, by: ['MODALITY'] });
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(({ target, targets }) => target !== null || targets.length > 0)).toEqual([]);
  });

  it('of a donor’s year has the donor’s, and beside the programme’s those of all donors, by their names', async () => {
    expect(await of(officer, 'I08', '2020April')).toEqual([null, [['B donor', 41]]]);
    expect(await of(officer, 'I08', '2020Oct')).toEqual([null, [['A donor', 42]]]);
    const all = [[null, 10], ['A donor', 12], ['B donor', 11]]; // prettier-ignore
    expect(await of(officer, 'I08', '2020Q4')).toEqual([10, all]);
    expect(await of(secretariat, 'I08', '2020Q4', { countries: ['ZA'] })).toEqual([10, all]);
    expect(await of(admin, 'I08', '2020Oct')).toEqual([null, [['A donor', 43]]]);
  });

  it('tells of donors those alone who read who funds whom', async () => {
    expect(await of(await world.as('case-manager', 'za'), 'I08', '2020Oct')).toEqual([null, [['A donor', 43]]]);
    expect(await of(await world.as('field-worker', 'za'), 'I08', '2020Oct')).toEqual([null, []]);
  });

  it('tells nothing of a donor that was recorded in error', async () => {
    const fundingStreamId = await stream('C donor', 'YEAR');
    const made = done(await set({ period: '2032', fundingStreamId }));
    done(await set({ period: '2032', fundingStreamId }, admin));
    expect(await of(admin, 'I08', '2032')).toEqual([null, [['C donor', 500]]]);
    expect(await of(officer, 'I08', '2032')).toEqual([null, [['C donor', 500]]]);
    done(await onStream(admin, 'voidFundingStream', { id: fundingStreamId, expectedVersion: 1 }));
    expect(await of(officer, 'I08', '2032')).toEqual([null, []]);
    expect(await of(admin, 'I08', '2032')).toEqual([null, []]);
    const another = { ...now(made), fundingStreamId: null };
    done(await act(officer, 'updateIndicatorTarget', another));
    expect(await of(officer, 'I08', '2032')).toEqual([500, [[null, 500]]]);
  });

  it('that the region looks up in what was published has targets and baseline as well', async () => {
    done(await set({ indicatorCode: 'I03', period: '2025', valueHundredths: 9000_00 }));
    done(await set({ indicatorCode: 'I03', period: '2025', provinceId: own.province, valueHundredths: 800_00 }));
    const survey = actor<{ id: string }>('surveyResult', 'id');
    done(
      await survey(officer, 'recordSurveyResult', {
        ...{ title: 'A', indicatorCode: 'I03', outcome: 'LTO3', unit: 'NUMBER', valueHundredths: 4200_00, year: 2018 },
        ...{ population: 'Sex workers', countryCode: 'ZA', source: 'A report', isBaseline: true },
      }),
    );
    const input = { indicators: ['I03'], period: { names: ['2025'] } };
    for (const client of [officer, secretariat]) {
      const found = await rows(client, client === officer ? input : { ...input, countries: ['ZA'] });
      expect(found).toMatchObject([{ target: 9000, targets: [{ value: 9000, donor: null }], baseline: 4200 }]);
    }
  });

  it('stands beside those of other countries, which have their own', async () => {
    done(await set({ period: '2033' }));
    done(await set({ period: '2033', valueHundredths: 100 }, await world.as('me-officer', 'bw')));
    const found = await rows(secretariat, { indicators: ['I08'], period: { names: ['2033'] } });
    const targets = Object.fromEntries(found.map(({ country, target }) => [country, target]));
    expect(targets).toMatchObject({ ZA: 500, BW: 1, MZ: null });
  });
});

describe('periods by a funding stream', () => {
  const ask = (client: Client, period: object, headers?: Record<string, string>) =>
    client.query(document, { input: { indicators: ['I08'], period } }, headers);
  const names = async (client: Client, fundingStream: string, more: object = {}): Promise<string[]> => {
    const { data, errors } = await ask(client, { relative: 'LAST_FINANCIAL_YEAR', fundingStream, ...more });
    expect(errors).toEqual([]);
    return [...new Set((data.indicatorTable.rows as Row[]).map(({ period }) => period.replace(/^\d{4}/, '')))];
  };

  it('are the years of its donor, for whoever reads it', async () => {
    const [april, october] = [await stream('D', 'FINANCIAL_APRIL'), await stream('E', 'FINANCIAL_OCTOBER')];
    for (const client of [officer, admin, secretariat, await world.as('case-manager', 'za')]) {
      expect(await names(client, april)).toEqual(['April']);
      expect(await names(client, october)).toEqual(['Oct']);
    }
    expect(await names(officer, october, { financialYear: 'FINANCIAL_OCTOBER' })).toEqual(['Oct']);
  });

  it('are refused where another year is said, none is known, or nothing is relative', async () => {
    const october = await stream('F', 'FINANCIAL_OCTOBER');
    const relative = 'THIS_FINANCIAL_YEAR';
    for (const [period, message] of [
      [{ relative, fundingStream: october, financialYear: 'FINANCIAL_JULY' }, /^Another year is asked for/],
      [{ relative, fundingStream: await stream('G', null) }, /^It is not recorded when/],
      [{ names: ['2026'], fundingStream: october }, /^A funding stream says when/],
      [{ relative, fundingStream: provinces[0]!.id }, /^A record of the kind “Funding stream”/],
      [{ relative, fundingStream: 'x' }, /^An id is not valid/],
    ] as const) {
      const { data, errors } = await ask(officer, period);
      expect([data.indicatorTable, errors[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
      expect(errors[0]?.message).toMatch(message);
    }
  });

  it('are not found by whoever does not read it, whether it is there or not', async () => {
    const there = await stream('H', 'FINANCIAL_OCTOBER');
    const not = Buffer.from('FundingStream:ZA:00000000-0000-4000-8000-000000000000', 'latin1').toString('base64url');
    const answers = [];
    for (const client of [
      await world.as('field-worker', 'za'),
      await world.as('case-manager-2', 'za'),
      await world.as('me-officer', 'bw'),
    ])
      for (const fundingStream of [there, not])
        answers.push(await ask(client, { relative: 'THIS_FINANCIAL_YEAR', fundingStream }));
    answers.push(await ask(secretariat, { relative: 'THIS_FINANCIAL_YEAR', fundingStream: not }));
    const said = answers.map(({ errors }) => errors.map(({ message, extensions }) => [message, extensions.code]));
    expect(new Set(said.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify([['There is no such record.', 'BAD_USER_INPUT']])]),
    );
  });
});
