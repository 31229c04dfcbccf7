/** Targets of indicators: set, corrected, taken out, refused; and those of donors. */
import type { Client } from '../../support/app';
import { done, told } from '../acting';
import type { World } from '../world';
import { about, act, now, of, onStream, openPlace, rows, set as setBy, type Place } from './target-place';

let place: Place;
let world: World;
let officer: Client;
let admin: Client;
let secretariat: Client;
let provinces: Place['provinces'];
beforeAll(async () => {
  place = await openPlace();
  ({ world, officer, admin, secretariat, provinces } = place);
});
afterAll(() => world?.close());

const set = (values: object, client = officer) => setBy(client, values);
const stream = (donor: string, year: string | null): Promise<string> => place.stream(donor, year);

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

  it('of a place that the indicator is not told by is refused', async () => {
    const provinceId = provinces[0]!.id;
    const { problems } = await set({ indicatorCode: 'I02', period: '2006', valueHundredths: 100, provinceId });
    expect(problems.map(({ code, path }) => `${code} ${path.join()}`)).toEqual(['INVALID_INPUT provinceId']);
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

  it('is in the list of all who read targets of the country; whose funds it is of, for who reads who funds whom', async () => {
    const fundingStreamId = await stream('Seen by some', 'YEAR');
    const { id } = done(await set({ period: '2031', fundingStreamId }));
    const told = async (role: string, country?: string): Promise<readonly unknown[]> => {
      const { data } = await (
        await world.as(role, country)
      ).query(
        'query ($id: ID!) { indicatorTarget(id: $id) { valueHundredths fundingStream { donor } } indicatorTargets(first: 100) { edges { node { id } } } }',
        { id },
      );
      const listed = (data.indicatorTargets.edges as { node: { id: string } }[]).some(({ node }) => node.id === id);
      const one = data.indicatorTarget as { fundingStream: { donor: string } | null } | null;
      return [listed, one === null ? null : (one.fundingStream?.donor ?? 'not told')];
    };
    for (const role of ['case-manager', 'supervisor', 'partner-admin', 'me-officer'])
      expect([role, ...(await told(role, 'za'))]).toEqual([role, true, 'Seen by some']);
    for (const role of ['secretariat', 'analyst'])
      expect([role, ...(await told(role))]).toEqual([role, true, 'Seen by some']);
    for (const role of ['field-worker', 'case-manager-2'])
      expect([role, ...(await told(role, 'za'))]).toEqual([role, true, 'not told']);
    expect(await told('me-officer', 'bw')).toEqual([false, null]);
  });
});
