/** Targets of indicators: who sets them, what is refused, and which rows of a table they stand beside. */
import type { Client } from '../../support/app';
import { openWorld, startApp } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly valueHundredths: number;
  readonly organisation: { readonly name: string } | null;
}
interface Target {
  readonly id: string;
  readonly value: number;
  readonly version: number;
  readonly fundingStream: string | null;
  readonly donor: string | null;
  readonly setBy: string | null;
}
interface Row {
  readonly indicator: string;
  readonly country: string;
  readonly period: string;
  readonly dimensions: readonly { readonly code: string | null; readonly label: string }[];
  readonly value: number | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly targets: readonly Target[];
}

const act = actor<Shown>('indicatorTarget', 'id version startsOn endsOn valueHundredths organisation { name }');
const onStream = actor<{ id: string; version: number }>('fundingStream', 'id version');
const about = { indicatorCode: 'I08', period: '2026', valueHundredths: 50_000 };
const now = ({ id, version }: { id: string; version: number }): object => ({ id, expectedVersion: version });

let world: World;
let officer: Client;
let admin: Client;
let secretariat: Client;
let phaseId: string;
let provinces: readonly { readonly id: string; readonly code: string }[];
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as('me-officer', 'za');
  admin = await world.as('partner-admin', 'za');
  secretariat = await world.as('secretariat');
  const { data } = await officer.query(
    '{ programmePhases(last: 1) { edges { node { id } } } provinces(first: 100) { edges { node { id code } } } }',
  );
  phaseId = data.programmePhases.edges[0].node.id as string;
  provinces = (data.provinces.edges as { node: { id: string; code: string } }[]).map(({ node }) => node);
});
afterAll(() => world?.close());

const set = (values: object, client = officer): Promise<Acted<Shown>> =>
  act(client, 'setIndicatorTarget', { ...about, ...values });

const stream = async (donor: string, financialYear: string | null, client = admin): Promise<string> =>
  done(await onStream(client, 'recordFundingStream', { donor, financialYear, phaseId, startsOn: '2019-07-01' })).id;

const document = `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows {
  indicator country period dimensions { code label } value baseline target
  targets { id value version fundingStream donor setBy } } } }`;
async function rows(client: Client, input: object): Promise<readonly Row[]> {
  const { data, errors } = await client.query(document, { input });
  expect(errors).toEqual([]);
  return data.indicatorTable.rows as Row[];
}
/** What the first row of a period is to reach: the programme's own, and all. */
async function of(client: Client, indicator: string, period: string, more: object = {}) {
  const [row] = await rows(client, { indicators: [indicator], period: { names: [period] }, ...more });
  return [row?.target, row?.targets.map(({ donor, value }) => [donor, value])];
}

describe('a target', () => {
  it('is set, corrected with its history, and taken out', async () => {
    const first = done(await set({ period: '2001Q2', note: 'A plan' }));
    expect(first).toMatchObject({ version: 1, startsOn: '2001-04-01', endsOn: '2001-06-30', organisation: null });
    expect(await of(officer, 'I08', '2001Q2')).toEqual([500, [[null, 500]]]);
    const put = done(
      await act(officer, 'updateIndicatorTarget', { ...now(first), valueHundredths: 60_000, period: '2001' }),
    );
    expect(put).toMatchObject({ version: 2, startsOn: '2001-01-01', endsOn: '2001-12-31', valueHundredths: 60_000 });
    expect(await of(officer, 'I08', '2001Q2')).toEqual([null, []]);
    expect(await of(officer, 'I08', '2001')).toEqual([600, [[null, 600]]]);
    const { data } = await officer.query(
      'query ($id: ID!) { indicatorTarget(id: $id) { setAt history(first: 1) { edges { node { version changes { field before after } } } } } }',
      { id: first.id },
    );
    const [entry] = data.indicatorTarget.history.edges as { node: { version: number; changes: { field: string }[] } }[];
    expect(entry?.node.version).toBe(2);
    expect(entry?.node.changes).toContainEqual({ field: 'valueHundredths', before: 50_000, after: 60_000 });
    done(await act(officer, 'voidIndicatorTarget', now(put)));
    expect(await of(officer, 'I08', '2001')).toEqual([null, []]);
    const left = await officer.query('{ indicatorTargets(first: 100) { edges { node { id } } } }');
    expect(JSON.stringify(left.data)).not.toContain(first.id);
    done(await set({ period: '2001' }));
  });

  it('says who set it last, to those who see colleagues of theirs', async () => {
    await set({ period: '2002' });
    const [row] = await rows(officer, { indicators: ['I08'], period: { names: ['2002'] } });
    const { data } = await officer.query('query ($id: ID!) { staffMember(id: $id) { name } }', {
      id: row?.targets[0]?.setBy,
    });
    expect(data.staffMember.name).toBe('me-officer za');
    const [regional] = await rows(secretariat, { indicators: ['I08'], period: { names: ['2002'] }, countries: ['ZA'] });
    expect(regional?.targets).toEqual([{ ...row?.targets[0], setBy: null }]);
  });

  it('stands once for the same, in either order of doing', async () => {
    const first = done(await set({ period: '2003' }));
    const { problems } = await set({ period: '2003', valueHundredths: 70_000 });
    expect(problems).toMatchObject([{ code: 'ALREADY_EXISTS', path: ['period'] }]);
    expect(problems[0]?.message).toMatch(/^There is a target of 500 for the same .* Correct that one\.$/);
    const other = done(await set({ period: '2004' }));
    expect(told(await act(officer, 'updateIndicatorTarget', { ...now(other), period: '2003' }))).toEqual([
      'ALREADY_EXISTS period',
    ]);
    done(await set({ period: '2003', provinceId: provinces[0]!.id }));
    done(await set({ period: '2003', organisationId: world.organisation.za.partner }));
    done(await act(officer, 'updateIndicatorTarget', { ...now(first), note: 'B' }));
    const both = await Promise.all([set({ period: '2005' }), set({ period: '2005' })]);
    expect(both.flatMap(told).map((problem) => problem.split(' ')[0])).toEqual(['ALREADY_EXISTS']);
  });

  it('has one effect, however often it is sent', async () => {
    const input = { period: '2006', idempotencyKey: 'the-same-target' };
    expect(done(await set(input)).id).toBe(done(await set(input)).id);
  });

  it.each<[object, string]>([
    [{ indicatorCode: 'I99' }, 'indicatorCode'],
    [{ indicatorCode: 'i08' }, 'indicatorCode'],
    [{ period: '2026W3' }, 'period'],
    [{ period: '202613' }, 'period'],
    [{ period: '2199April' }, 'period'],
    [{ valueHundredths: -1 }, 'valueHundredths'],
    [{ valueHundredths: 50_050 }, 'valueHundredths'],
    [{ indicatorCode: 'I10', valueHundredths: 15_000 }, 'valueHundredths'],
    [{ indicatorCode: 'I10', valueHundredths: 10_001 }, 'valueHundredths'],
  ])('%j is refused', async (values, place) => {
    const { problems, record } = await set(values);
    expect([record, problems.map(({ code, path }) => `${code} ${path.join()}`)]).toEqual([
      null,
      [`INVALID_INPUT ${place}`],
    ]);
  });

  it.each<[object]>([
    [{ indicatorCode: 'I10', valueHundredths: 10_000, period: '2007' }],
    [{ indicatorCode: 'I10', valueHundredths: 4250, period: '2008' }],
    [{ valueHundredths: 0, period: '2007' }],
    [{ indicatorCode: 'I08b', period: '2007', valueHundredths: 1 }],
    [{ indicatorCode: 'I01', period: '2007', valueHundredths: 20_000 }],
  ])('%j is taken', async (values) => {
    done(await set(values));
  });

  it('says what is wrong in both languages, and all of it', async () => {
    const wrong = { ...about, indicatorCode: 'I99', period: 'x' };
    const messages = async (language: string): Promise<string[]> =>
      (await act(officer, 'setIndicatorTarget', wrong, { 'accept-language': language })).problems.map(
        ({ message }) => message,
      );
    expect(await messages('en')).toEqual([
      expect.stringMatching(/^There is no such indicator\./),
      expect.stringMatching(/^This is no period/),
    ]);
    expect(await messages('pt')).toEqual([
      expect.stringMatching(/^Não há nenhum indicador assim\./),
      expect.stringMatching(/^Não é um período/),
    ]);
  });
});

describe.each(['za', 'bw', 'mz', 'zw'])('in %s', (country) => {
  let api: Awaited<ReturnType<typeof startApp>>;
  beforeAll(async () => void (api = await startApp()));
  afterAll(() => api?.close());

  it('officers set what they name, administrators what is their own', async () => {
    const [theirs, ours] = [await api.as('me-officer', country), await api.as('partner-admin', country)];
    const { data } = await ours.query(
      '{ viewer { account { organisation { id name } } } organisations(first: 50) { edges { node { id name } } } }',
    );
    const own = data.viewer.account.organisation as { id: string; name: string };
    const all = (data.organisations.edges as { node: { id: string; name: string } }[]).map(({ node }) => node);
    const other = all.find(({ id }) => id !== own.id)!;
    expect(done(await set({ period: '2101' }, theirs)).organisation).toBeNull();
    const another = done(await set({ period: '2101', organisationId: other.id }, theirs));
    expect(another.organisation?.name).toBe(other.name);
    const made = done(await set({ period: '2101' }, ours));
    expect(made.organisation?.name).toBe(own.name);
    expect(told(await set({ period: '2102', organisationId: other.id }, ours))).toEqual([
      'INVALID_INPUT organisationId',
    ]);
    const correct = { ...now(another), valueHundredths: 100 };
    expect(told(await act(ours, 'updateIndicatorTarget', correct))).toEqual(['NOT_FOUND id']);
    expect(told(await act(ours, 'voidIndicatorTarget', now(another)))).toEqual(['NOT_FOUND id']);
    done(await act(ours, 'updateIndicatorTarget', { ...now(made), valueHundredths: 100 }));
  });

  it.each(['field-worker', 'case-manager', 'supervisor', 'service-provider', 'privacy-officer'])(
    'a %s sets none, and reads them where they read activities',
    async (role) => {
      const client = await api.as(role, country);
      expectForbidden(await set({ period: '2103' }, client));
      const { data, errors } = await client.query('{ indicatorTargets(first: 100) { edges { node { period } } } }');
      const reads = !['service-provider', 'privacy-officer'].includes(role);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(reads ? [] : ['FORBIDDEN']);
      expect((data.indicatorTargets?.edges.length ?? 0) > 5).toBe(reads);
    },
  );

  it.each(['secretariat', 'analyst', 'operator'])('a %s of the region sets none', async (role) => {
    expectForbidden(await set({ period: '2103' }, await api.as(role)));
  });

  it('there are some to begin with, of a donor too, and the region reads them', async () => {
    const { data } = await (
      await api.as('analyst')
    ).query('{ indicatorTargets(first: 100) { edges { node { country fundingStream { financialYear } } } } }');
    type Edge = { node: { country: string; fundingStream: { financialYear: string } | null } };
    const found = (data.indicatorTargets.edges as Edge[]).filter(({ node }) => node.country.toLowerCase() === country);
    expect(found.some(({ node }) => node.fundingStream === null)).toBe(true);
    expect(found.some(({ node }) => node.fundingStream?.financialYear === 'FINANCIAL_OCTOBER')).toBe(true);
  });
});

describe('a donor’s target', () => {
  it.each<[string, string, string]>([
    ['2026Oct', 'FINANCIAL_OCTOBER', ''],
    ['2026April', 'FINANCIAL_APRIL', ''],
    ['2026Q4', 'FINANCIAL_OCTOBER', ''],
    ['202603', 'FINANCIAL_APRIL', ''],
    ['2026', 'YEAR', ''],
    ['2026April', 'FINANCIAL_OCTOBER', 'INVALID_INPUT period'],
    ['2026', 'FINANCIAL_APRIL', 'INVALID_INPUT period'],
    ['2026S1', 'FINANCIAL_APRIL', 'INVALID_INPUT period'],
    ['2026S2', 'FINANCIAL_OCTOBER', 'INVALID_INPUT period'],
  ])('of %s, where years are %s: %s', async (period, year, problem) => {
    const fundingStreamId = await stream(`${period} by ${year}`, year);
    expect(told(await set({ period, fundingStreamId }))).toEqual(problem ? [problem] : []);
  });

  it('is of funds whose year is known, of the organisation itself, that stand', async () => {
    expect(told(await set({ fundingStreamId: await stream('Someone', null) }))).toEqual([
      'INVALID_INPUT fundingStreamId',
    ]);
    const fundingStreamId = await stream('Another', 'YEAR');
    const organisationId = world.organisation.za.otherPartner;
    expect(told(await set({ fundingStreamId, organisationId }))).toEqual(['INVALID_INPUT fundingStreamId']);
    const elsewhere = await world.as('me-officer', 'bw');
    expect(told(await set({ fundingStreamId }, elsewhere))).toEqual(['NOT_FOUND fundingStreamId']);
    done(await onStream(admin, 'voidFundingStream', { id: fundingStreamId, expectedVersion: 1 }));
    expect(told(await set({ fundingStreamId }))).toEqual(['NOT_FOUND fundingStreamId']);
  });
});

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
