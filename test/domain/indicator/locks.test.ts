/** A country locks a reporting period: what is counted otherwise later stands beside it, and not in its place. */
import { monthsLater } from '../../../seeds/demo/calendar';
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { actor, done, expectForbidden } from '../acting';
import { incident, register, rowsOf, services, uuidOf, type CaseShown } from '../case/acts';
import type { World } from '../world';
import { count } from './counting';
import { refuseToBeCounted } from './recording';

interface Row {
  readonly indicator: string;
  readonly version: number;
  readonly period: string;
  readonly dimensions: readonly { readonly code: string | null }[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: string | null;
  readonly lockedOn: string | null;
  readonly revised: Pick<Row, 'value' | 'numerator' | 'denominator'> | null;
}

let world: World;
let fieldWorker: Client;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  [fieldWorker, officer] = await Promise.all([world.as('field-worker', 'za'), world.as('me-officer', 'za')]);
});
afterAll(() => world?.close());

const today = dayFromNow(0);
const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'GIVEN', mode: 'WRITTEN' } as const;
const record = (month: string): Promise<CaseShown> =>
  register(fieldWorker, {
    consents: [services, reporting],
    incidents: [{ ...incident, districtId: world.district.za, reportedAt: `${month}-09T08:00:00Z` }],
  });

const shown =
  'indicator version period dimensions { code } value numerator denominator gap lockedOn revised { value numerator denominator }';
async function rows(client: Client, input: object): Promise<Row[]> {
  const document = `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows { ${shown} } } }`;
  const { data, errors } = await client.query(document, { input });
  expect(errors).toEqual([]);
  return data.indicatorTable.rows as Row[];
}

async function reported(period: string, by: readonly string[] = []): Promise<Row[]> {
  return rows(officer, { indicators: ['I03'], period: { names: [period] }, by });
}

type Lock = { id: string; version: number; period: string; startsOn: string; endsOn: string; lockedOn: string };
const act = actor<Lock>('reportingPeriodLock', 'id version period startsOn endsOn lockedOn');
const lock = (period: string, client = officer) => act(client, 'lockReportingPeriod', { period });
const lift = async ({ id, version }: Lock) =>
  done(await act(officer, 'voidReportingPeriodLock', { id, expectedVersion: version }));

describe('a locked month', () => {
  let locked: Lock;
  let first: CaseShown;
  beforeAll(async () => {
    first = await record('2026-02');
    await record('2026-02');
    await record('2026-03');
    await count(world);
    locked = done(await lock('202602'));
    await refuseToBeCounted(world, fieldWorker, first);
    for (let nth = 0; nth < 3; nth++) await record('2026-02');
    await count(world);
  });

  it('keeps its days and the day on which it was locked', () => {
    expect(locked).toMatchObject({ startsOn: '2026-02-01', endsOn: '2026-02-28', lockedOn: today });
  });

  it('has the value that it had, and beside it what is counted now', async () => {
    expect(await reported('202602')).toMatchObject([
      { value: 2, lockedOn: today, revised: { value: 4, numerator: 4, denominator: null } },
    ]);
    expect(await reported('202603')).toMatchObject([{ value: 1, lockedOn: null, revised: null }]);
  });

  it('is told with the version by which it was counted', async () => {
    const versions = () =>
      adminRows<{ versions: string[] }>(world.database, 'SELECT versions FROM za.reporting_period_lock WHERE id = $1', [
        uuidOf(locked.id),
      ]);
    const [kept] = await versions();
    expect(kept?.versions).toContain('I03 1');
    const keep = (all: readonly string[]) =>
      adminRows(world.database, 'UPDATE za.reporting_period_lock SET versions = $2 WHERE id = $1', [
        uuidOf(locked.id),
        all,
      ]);
    await keep(['I03 0']);
    const told = await Promise.all(['202602', '202603', '2026Q1'].map((period) => reported(period)));
    await keep(kept?.versions ?? []);
    expect(told.flat().map(({ version }) => version)).toEqual([0, 1, 1]);
  });

  it('is told as it was in the quarter that it is a part of', async () => {
    expect(await reported('2026Q1')).toMatchObject([{ value: 3, lockedOn: null, revised: { value: 5 } }]);
  });

  it('keeps what it is told by, codes that came later at nothing', async () => {
    for (const by of [['PROVINCE'], ['ORGANISATION'], ['ORGANISATION', 'PROVINCE']]) {
      const told = (await reported('202602', by)).filter(({ revised }) => revised);
      expect(told.map(({ value, revised }) => [value, revised?.value])).toEqual([[2, 4]]);
    }
  });

  it('does not say of whom it is what is counted otherwise since', async () => {
    for (const by of [['VIOLENCE_TYPE'], ['GENDER', 'AGE_BAND'], ['PROVINCE', 'VIOLENCE_TYPE', 'GENDER']]) {
      const told = await reported('202602', by);
      expect(told.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(2);
      for (const row of told) expect(row).toMatchObject({ lockedOn: today, revised: null });
    }
  });

  it('keeps shares', async () => {
    const [row] = await rows(officer, { indicators: ['I24'], period: { names: ['202602'] } });
    expect(row).toMatchObject({ denominator: 2, lockedOn: today, revised: { denominator: 4 } });
  });

  it('is told as it was to an organisation too', async () => {
    const [row] = await rows(await world.as('partner-admin', 'za'), {
      ...{ indicators: ['I03'], period: { names: ['202602'] } },
    });
    expect(row).toMatchObject({ value: 2, revised: { value: 4 } });
  });

  it('keeps its cells for good', async () => {
    const { pool } = { pool: world.app.countries.get('ZA')!.app };
    await expect(pool.query('UPDATE locked_cell SET amount = 1')).rejects.toThrow('permission denied');
    await expect(pool.query('DELETE FROM locked_cell')).rejects.toThrow('permission denied');
  });

  it('is told as it is counted once the lock is lifted, and can be locked again', async () => {
    await lift(locked);
    expect(await reported('202602')).toMatchObject([{ value: 4, lockedOn: null, revised: null }]);
    locked = done(await lock('202602'));
    expect(await reported('202602')).toMatchObject([{ value: 4, lockedOn: today, revised: null }]);
  });
});

it('that was lifted says so, and not that it was an error', async () => {
  const lifted = done(await lock('2022Q1'));
  await lift(lifted);
  const now = { id: lifted.id, expectedVersion: 2 };
  for (const [locale, says] of [
    ['en', /^This lock was lifted.* lock it anew\.$/],
    ['pt', /^Este fecho foi levantado.* feche-o de novo\.$/],
  ] as const) {
    const { problems } = await act(officer, 'voidReportingPeriodLock', now, { 'accept-language': locale });
    expect(problems).toMatchObject([{ code: 'VOIDED', message: expect.stringMatching(says) as string }]);
  }
  const { data } = await officer.query(`{ __type(name: "ReportingPeriodLock") { fields { name description } } }`);
  const fields = data.__type.fields as { name: string; description: string }[];
  expect(fields.find(({ name }) => name === 'voidedAt')?.description).toMatch(/^When the lock was lifted/);
});

it('keeps with a period what is counted of it as a whole, and not of its months', async () => {
  const manager = await world.as('case-manager', 'za');
  const ally = actor<{ id: string; version: number }>('ally', 'id version');
  const council = { name: 'A council', allyType: 'LOCAL_AUTHORITY', level: 'NATIONAL', engagedOn: '2025-04-02' };
  const made = done(await ally(manager, 'engageAlly', council));
  done(await lock('2025Q2'));
  const of = async (period: string) =>
    (await rows(officer, { indicators: ['I18'], period: { names: [period] } }))[0] as Row;
  const before = await of('2025Q2');
  expect(before).toMatchObject({ lockedOn: today, revised: null });
  done(await ally(manager, 'voidAlly', { id: made.id, expectedVersion: made.version }));
  expect(await of('2025Q2')).toMatchObject({
    ...{ denominator: before.denominator, lockedOn: today },
    revised: { denominator: (before.denominator ?? 0) - 1 },
  });
  expect(await of('202504')).toMatchObject({ lockedOn: null, revised: null });
});

it('is not locked with an indicator that was too young for it', async () => {
  const month = monthsLater(Date.now(), -1).slice(0, 7).replace('-', '');
  await count(world);
  done(await lock(month));
  const [young, old] = await rows(officer, { indicators: ['I23', 'I03'], period: { names: [month] } });
  expect(young).toMatchObject({ value: null, gap: 'NOT_MATURE', lockedOn: null, revised: null });
  expect(old).toMatchObject({ lockedOn: today });
});

describe('a period is not locked', () => {
  const problemsOf = async (period: string, client = officer) => (await lock(period, client)).problems;

  it.each([
    ['202613', 'This is no period that is offered'],
    ['2026-01', 'This is no period that is offered'],
    [`${Number(today.slice(0, 4)) + 1}`, 'The period is not over'],
    [today.slice(0, 7).replace('-', ''), 'The period is not over'],
    ['2199', 'The period is not over'],
    ['1900', 'Nothing is recorded of the years before 1990'],
    ['1989Oct', 'Nothing is recorded of the years before 1990'],
  ])('named %s', async (period, message) => {
    expect(await problemsOf(period)).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(message) as string }),
    ]);
  });

  it('of which a month is locked already', async () => {
    await lock('2024Q1');
    for (const period of ['2024Q1', '202403', '2024', '2023Oct'])
      expect(await problemsOf(period)).toEqual([
        expect.objectContaining({ code: 'ALREADY_EXISTS', message: expect.stringContaining('2024Q1') as string }),
      ]);
    expect(await problemsOf('202404')).toEqual([]);
  });

  it('twice by two at once', async () => {
    const answers = await Promise.all([lock('2023S1'), lock('2023Q2')]);
    expect(answers.map(({ problems }) => problems.length).sort()).toEqual([0, 1]);
    const standing = `SELECT FROM za.reporting_period_lock WHERE starts_on >= '2023-01-01' AND starts_on < '2023-07-01'`;
    expect(await adminRows(world.database, standing)).toHaveLength(1);
  });

  it.each(['field-worker', 'case-manager', 'supervisor', 'partner-admin'])('by a %s, who reads locks', async (role) => {
    const client = await world.as(role, 'za');
    expectForbidden(await lock('2022', client));
    const { data, errors } = await client.query('{ reportingPeriodLocks(first: 5) { edges { node { period } } } }');
    expect(errors).toEqual([]);
    expect(data.reportingPeriodLocks.edges.length).toBeGreaterThan(0);
  });

  it('for another country, which reads none of it', async () => {
    const other = await world.as('me-officer', 'bw');
    const { data } = await other.query('{ reportingPeriodLocks(first: 5) { edges { node { period } } } }');
    expect(data.reportingPeriodLocks.edges).toEqual([]);
    expect(await rowsOf(world, 'reporting_period_lock', 'id = $1', [uuidOf((await anyLock()).id)])).toHaveLength(1);
  });
});

const anyLock = async (): Promise<Lock> => {
  const { data } = await officer.query('{ reportingPeriodLocks(first: 1) { edges { node { id } } } }');
  return data.reportingPeriodLocks.edges[0].node as Lock;
};
