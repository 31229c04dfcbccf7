/** Exact numbers for a ministry: to whom, which, of which days, until when; and that each time is in the access log. */
import { adminRows } from '../../support/admin';
import { startApp, sweepNow } from '../../support/outside';
import type { Client, TestApp } from '../../support/app';
import { dayFromNow } from '../../support/days';
import { done } from '../acting';
import { uuidOf } from '../case/acts';
import { exported } from '../export/exporting';
import { ask, refusal, release, revoke, rows, type Release, type Row } from './releasing';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
  for (const country of countries) await sweepNow(api, country, 'countIndicators');
}, 180_000);
afterAll(() => api?.close());

const countries = ['za', 'mz'] as const;
const others = ['field-worker', 'case-manager', 'supervisor', 'partner-admin', 'privacy-officer', 'service-provider'];

async function tableOf(client: Client, input: object): Promise<readonly Row[]> {
  const { data, errors } = await client.query(
    `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) {
      rows { indicator period dimensions { dimension code } value numerator denominator status gap } } }`,
    { input: { period: { names: ['2025Q2'] }, ...input } },
  );
  expect(errors).toEqual([]);
  return data.indicatorTable.rows as Row[];
}

describe.each(countries)('in %s', (country) => {
  let privacy: Client;
  let officer: Client;
  let made: Release;
  beforeAll(async () => {
    [privacy, officer] = await Promise.all([api.as('privacy-officer', country), api.as('me-officer', country)]);
    made = done(await release(privacy));
  });

  it('tells what it names, each indicator by what it is told by, exactly as the country reads it', async () => {
    const told = await rows(officer, made.id);
    const [violence, outreach] = [
      await tableOf(officer, { indicators: ['I03'], by: ['PROVINCE', 'VIOLENCE_TYPE'] }),
      await tableOf(officer, { indicators: ['I08'], by: ['PROVINCE'] }),
    ];
    expect(told).toEqual([...violence, ...outreach]);
    expect(told.some(({ value }) => value !== null && value > 0 && value < 5)).toBe(true);
    expect(new Set(told.map(({ status }) => status))).not.toContain('SUPPRESSED');
  });

  it('tells less of it where that is asked', async () => {
    expect(await rows(officer, made.id, { indicators: ['I03'], by: [] })).toEqual(
      await tableOf(officer, { indicators: ['I03'] }),
    );
  });

  it.each(others)('tells a %s nothing', async (role) => {
    const { data, errors } = await ask(await api.as(role, country), made.id);
    expect(data?.ministryTable ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it.each(['secretariat', 'analyst'])('tells the %s nothing', async (role) => {
    const { data, errors } = await ask(await api.as(role), made.id);
    expect(data?.ministryTable ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('leaves by no export, and the access log says nothing of one', async () => {
    const count = async (): Promise<number> => {
      const log = `SELECT count(*)::int AS n FROM ${country}.access_log_entry`;
      const [found] = await adminRows<{ n: number }>(api.database, log);
      return found?.n ?? 0;
    };
    const document = `{ ministryTable(release: "${made.id}", period: { names: ["2025Q2"] }) { rows { value status } } }`;
    const before = await count();
    for (const format of ['CSV', 'NDJSON'])
      for (const [locale, says] of [
        ['en', /leave by their release alone, and not as an export/],
        ['pt', /só saem pela sua autorização, e não como exportação/],
      ] as const) {
        const { url, problems } = await exported(officer, { document, format }, locale);
        expect([url, problems]).toEqual([
          null,
          [{ code: 'INVALID_INPUT', message: expect.stringMatching(says) as string, path: ['document'] }],
        ]);
      }
    const [problem] = (await exported(await api.as('supervisor', country), { document })).problems;
    expect(problem?.code).toBe('FORBIDDEN');
    expect(await count()).toBe(before);
  });

  it('is not there for another country, by its id or the UUID in it', async () => {
    const elsewhere = await api.as('me-officer', country === 'za' ? 'mz' : 'za');
    for (const id of [made.id, uuidOf(made.id)])
      expect(refusal(await ask(elsewhere, id))).toMatch(/no such release|nenhuma autorização assim/);
  });

  it('stands in the access log each time, for the privacy officer to see', async () => {
    const entries = async () => {
      const { data, errors } = await privacy.query(
        `query ($id: IdFilter) { accessLogEntries(first: 50, filter: { entity: { eq: "MinistryRelease" }, recordId: $id }) {
          edges { node { recordId dataClass purpose actorRole reader { name } about { id } } } } }`,
        { id: { eq: uuidOf(made.id) } },
      );
      expect(errors).toEqual([]);
      return (data.accessLogEntries.edges as { node: object }[]).map(({ node }) => node);
    };
    const before = await entries();
    await rows(officer, made.id);
    await rows(officer, made.id);
    refusal(await ask(officer, made.id, { period: { names: ['2024'] } }));
    const after = await entries();
    expect(after).toHaveLength(before.length + 2);
    expect(after[0]).toMatchObject({
      ...{ recordId: uuidOf(made.id), dataClass: 'MINISTRY_RELEASE', purpose: 'REPORTING', about: null },
    });
  });
});

describe('nothing leaves', () => {
  let privacy: Client;
  let officer: Client;
  beforeAll(async () => {
    [privacy, officer] = await Promise.all([api.as('privacy-officer', 'za'), api.as('me-officer', 'za')]);
  });
  const pt = { 'accept-language': 'pt' };

  it('by what was revoked', async () => {
    const made = done(await release(privacy));
    await revoke(privacy, made);
    expect(refusal(await ask(officer, made.id))).toMatch(/was revoked: nothing leaves by it any more/);
    expect(refusal(await ask(officer, made.id, {}, pt))).toMatch(/foi revogada/);
  });

  it('by what has run out; on its last day it still does', async () => {
    const made = done(await release(privacy, { validUntil: dayFromNow(0) }));
    expect((await rows(officer, made.id)).length).toBeGreaterThan(0);
    await adminRows(api.database, 'UPDATE za.ministry_release SET valid_until = $2 WHERE id = $1', [
      uuidOf(made.id),
      dayFromNow(-1),
    ]);
    expect(refusal(await ask(officer, made.id))).toContain(`ran out on ${dayFromNow(-1)}`);
    expect(refusal(await ask(officer, made.id, {}, pt))).toContain(`terminou em ${dayFromNow(-1)}`);
  });

  it.each([
    [{ names: ['2024Q4'] }, '2024Q4'],
    [{ names: ['2025Q2', '2026Q1'] }, '2026Q1'],
    [{ names: ['2025April'] }, '2025April'],
    [{ from: '2024-07-01', to: '2025-06-30', by: 'HALF_YEAR' }, '2024S2'],
  ])('of periods that do not lie within its days: %j', async (period, wrong) => {
    const made = done(await release(privacy));
    expect(refusal(await ask(officer, made.id, { period }))).toMatch(
      new RegExp(`^${wrong} does not lie within the days .* 2025-01-01 to 2025-12-31`),
    );
    expect(refusal(await ask(officer, made.id, { period }, pt))).toMatch(/não fica dentro dos dias/);
  });

  it('beyond what it names', async () => {
    const made = done(await release(privacy));
    expect(refusal(await ask(officer, made.id, { indicators: ['I03', 'I10'] }))).toMatch(
      /does not name I10; .* I03, I08/,
    );
    expect(refusal(await ask(officer, made.id, { by: ['GENDER'] }))).toMatch(/does not name GENDER; .* PROVINCE/);
    expect(refusal(await ask(officer, made.id, { indicators: [] }))).toMatch(/1 to 50 indicators/);
  });

  it('by an id that is none, or of something else', async () => {
    refusal(await ask(officer, 'nothing'));
    const { data } = await officer.query('{ provinces(first: 1) { edges { node { id } } } }');
    expect(refusal(await ask(officer, data.provinces.edges[0].node.id as string))).toMatch(/another kind/);
    const none = await api.anyone.query(
      'query ($r: ID!) { ministryTable(release: $r, period: {}) { rows { value } } }',
      {
        r: 'nothing',
      },
    );
    expect(none.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
