/** How much violence is reported, by whom, how late, and whether PEP came in time: counted by hand. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import { act, step } from '../case/acts';
import type { World } from '../world';
import * as counting from './counting';
import type { Figure } from './counting';
import * as recording from './recording';
import { beaten, firstOf, refuseToBeCounted, somebody, takeOut } from './recording';

let world: World;
let fieldWorker: Client;
let manager: Client;
let supervisor: Client;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  const roles = ['field-worker', 'case-manager', 'supervisor', 'me-officer'];
  const clients = await Promise.all(roles.map((role) => world.as(role, 'za')));
  [fieldWorker, manager, supervisor, officer] = clients as [Client, Client, Client, Client];
});
afterAll(() => world?.close());

const told = (period: string, indicators: readonly string[], by: readonly string[] = []) =>
  counting.told(officer, period, indicators, { by });

const report = (incidents: readonly object[], more?: object) => recording.report(fieldWorker, incidents, more);
const onIncident = actor<{ id: string }>('incident', 'id');

describe('incidents reported', () => {
  const [january, february] = [{ reportedAt: '2024-01-31T21:59:59Z' }, { reportedAt: '2024-01-31T22:00:00Z' }];

  it('count by the day of the report, as the calendar of the country has it', async () => {
    await report([january, february]);
    await report([february]);
    // It happened five years before, nobody knows when, and was told late.
    await report([{ ...february, detail: { occurredOn: '2019-05-01', datePrecision: 'YEAR' } }]);
    await counting.count(world);
    expect(await told('202401', ['I03'])).toEqual({ I03: [1, null, 1] });
    expect(await told('202402', ['I03'])).toEqual({ I03: [3, null, 3] });
    expect(await told('202403', ['I03'])).toEqual({ I03: [0, null, 0] });
  });

  it('do not count without consent, in drafts, doubles and withdrawn cases, nor what was told elsewhere or in error', async () => {
    const at = { reportedAt: '2024-04-10T08:00:00Z' };
    const counted = await report([at]);
    await report([{ ...at, consentReporting: false }]);
    await report([{ ...at, reportedElsewhere: true, reportedElsewhereTo: 'Another partner' }]);
    done(
      await act(fieldWorker, 'registerCase', { source: 'HELPLINE', draft: true, incidents: [{ ...beaten, ...at }] }),
    );
    const double = await report([at]);
    const asked = done(await step(manager, 'markCaseDuplicate', double, { duplicateOfId: counted.id }));
    done(await step(supervisor, 'confirmCaseDuplicate', asked));
    const withdrawn = await report([at], somebody());
    done(await step(manager, 'withdrawCase', withdrawn, { reason: 'She asked.' }));
    const mistaken = await report([at, at]);
    await takeOut(supervisor, 'Incident', await firstOf(world, 'incident', mistaken));
    await refuseToBeCounted(world, manager, await report([at], somebody()));
    await counting.count(world);
    // The one that others repeat, and the one of the two that stands.
    expect(await told('202404', ['I03'])).toEqual({ I03: [2, null, 2] });
    const { id, version: expectedVersion } = await firstOf(world, 'incident', counted);
    const corrected = { id, expectedVersion, reportedAt: '2024-03-31T22:00:00Z', consentReporting: false };
    done(await onIncident(fieldWorker, 'updateIncident', corrected));
    await counting.count(world);
    expect(await told('202404', ['I03'])).toEqual({ I03: [1, null, 1] });
  });

  it('are told by the age at the incident, by the year of birth alone the lower one', async () => {
    const at = { reportedAt: '2024-12-31T22:30:00Z' };
    // Of 1999: 24 or 25 in 2024, 25 or 26 in 2025, on the first day of which it was told.
    const openedAt = at.reportedAt;
    await report([{ ...at, detail: { occurredOn: '2024-12-31' } }], { openedAt, ...somebody(1999) });
    await report([at], { openedAt, ...somebody(1999, 'TRANS_WOMAN') });
    await report([at]);
    await counting.count(world);
    expect(await told('202501', ['I03'], ['GENDER', 'AGE_BAND'])).toEqual({
      'I03 WOMAN AGE_18_24': [1, null, 1],
      'I03 TRANS_WOMAN AGE_25_34': [1, null, 1],
      'I03 not known not known': [1, null, 1],
    });
    expect(await told('202501', ['I03'])).toEqual({ I03: [3, null, 3] });
    expect(await told('202501', ['I08b'], ['GENDER', 'AGE_BAND'])).toEqual({
      'I08b WOMAN AGE_18_24': [0, 1, 0],
      'I08b TRANS_WOMAN AGE_25_34': [0, 1, 0],
    });
  });
});

describe('incidents with perpetrators of law enforcement', () => {
  it('count once, whoever else was there and however many they were', async () => {
    const at = { reportedAt: '2024-06-10T08:00:00Z', districtId: world.district.za };
    const by = (...categories: string[]) => ({
      ...at,
      allegedPerpetrators: categories.map((category) => ({ actorKind: 'PERSON', relationship: 'OTHER', category })),
    });
    await report([by('POLICE_OFFICER', 'POLICE_OFFICER', 'CLIENT'), by('MUNICIPAL_ENFORCEMENT')]);
    await report([by('BORDER_OR_PRISON_GUARD'), by('CLIENT'), at]);
    await report([{ ...by('MILITARY'), consentReporting: false }]);
    const mistaken = await report([by('POLICE_OFFICER')]);
    await takeOut(supervisor, 'AllegedPerpetrator', await firstOf(world, 'alleged_perpetrator', mistaken));
    await counting.count(world);
    expect(await told('202406', ['I24'])).toEqual({ I24: [3, 6, 50] });
    expect(await told('202406', ['I24'], ['PERPETRATOR'])).toEqual({
      'I24 LAW_ENFORCEMENT': [2, 2, 100],
      'I24 CLIENT': [0, 1, 0],
      'I24 SEVERAL': [1, 1, 100],
      'I24 UNKNOWN': [0, 2, 0],
    });
    expect(await told('202407', ['I24'])).toEqual({ I24: [0, 0, 'NO_DENOMINATOR'] });
  });
});

describe('the time until the report', () => {
  it('has the fourth day in the second group, and nothing of which the day is not known', async () => {
    const reportedAt = '2024-08-31T21:59:59Z';
    const after = (occurredOn: string | null, more: object = {}) => ({
      reportedAt,
      detail: { ...(occurredOn && { occurredOn }), ...more },
    });
    await report([after('2024-08-31'), after('2024-08-28'), after('2024-08-27'), after('2024-08-26')]);
    await report([after('2024-08-25'), after('2024-08-17'), after('2024-08-16'), after('2024-08-01')]);
    await report([after('2024-07-31'), after('2024-05-01'), after('2024-04-30', { datePrecision: 'EXACT' })]);
    await report([after('2024-08-30', { datePrecision: 'MONTH' }), after('2024-01-01', { datePrecision: 'YEAR' })]);
    await report([after(null, { datePrecision: 'UNKNOWN' }), { reportedAt }]);
    await counting.count(world);
    const of = (numerator: number, value: number): Figure => [numerator, 11, value];
    expect(await told('202408', ['I15'])).toEqual({
      'I15 DAYS_0_3': of(2, 18.2),
      'I15 DAYS_4_5': of(2, 18.2),
      'I15 DAYS_6_14': of(2, 18.2),
      'I15 DAYS_15_30': of(2, 18.2),
      'I15 MONTHS_1_3': of(2, 18.2),
      'I15 MONTHS_4_PLUS': of(1, 9.1),
    });
    expect(await told('202408', ['I03'])).toEqual({ I03: [15, null, 15] });
  });
});

it('keeps what it would count anew', async () => {
  expect(await counting.wrong(world)).toEqual([]);
});
