/** What stands in a period as a whole: laws, allies, police units, and what surveys said. Counted by hand. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import { call } from '../correction/makers';
import { at } from '../movement/acts';
import type { World } from '../world';
import * as counting from './counting';

let world: World;
let manager: Client;
let supervisor: Client;
let officer: Client;
let secretariat: Client;
beforeAll(async () => {
  world = await openWorld();
  const roles = ['case-manager', 'supervisor', 'me-officer'];
  const clients = await Promise.all(roles.map((role) => world.as(role, 'za')));
  [manager, supervisor, officer] = clients as [Client, Client, Client];
  secretariat = await world.as('secretariat');
  await counting.count(world);
});
afterAll(() => world?.close());

/** The same to the country and to the region, at once. */
async function told(period: string, indicators: readonly string[], by: readonly string[] = []) {
  const figures = await counting.told(officer, period, indicators, { by });
  expect(await counting.told(secretariat, period, indicators, { by, countries: ['ZA'] })).toEqual(figures);
  return figures;
}

interface Made {
  readonly id: string;
  readonly version: number;
}
const about = { level: 'NATIONAL', outcome: 'LTO3' };

describe('laws, policies and by-laws', () => {
  const act = actor<Made>('advocacyActivity', 'id version');
  const law = async (values: object, ...stages: readonly (readonly [string, string])[]): Promise<Made> => {
    const law = { ...about, title: 'A', kind: 'LAW_REFORM', target: 'B', ask: 'C', activityOn: '2024-01-10' };
    let now = done(await act(manager, 'recordAdvocacyActivity', { ...law, stage: 'AGENDA', ...values }));
    for (const [stage, reachedOn] of stages)
      now = done(await act(manager, 'advanceAdvocacyActivity', { ...at(now), stage, reachedOn }));
    return now;
  };

  it('moved on where they came further than ever before, in the period', async () => {
    await law({}, ['DRAFTED', '2024-06-30']);
    await law({ kind: 'BYLAW_CHANGE', activityOn: '2024-06-01' }, ['DRAFTED', '2024-06-01']);
    // Begun, and no further; moved before, and after.
    await law({ kind: 'POLICY_REFORM', activityOn: '2024-06-05' });
    await law({ stage: 'TABLED' }, ['ADOPTED', '2024-05-31']);
    await law({ stage: 'TABLED' }, ['ADOPTED', '2024-07-01']);
    // Thrown back, and again where it had been; at its end; taken back.
    await law({}, ['DRAFTED', '2024-02-10'], ['BLOCKED', '2024-03-10'], ['DRAFTED', '2024-06-12']);
    await law({}, ['REJECTED', '2024-06-20']);
    const mistaken = await law({}, ['DRAFTED', '2024-06-20']);
    done(await act(manager, 'takeBackAdvocacyStage', { ...at(mistaken), reason: 'It was another.' }));
    // Over before, not begun, and nothing that would count.
    await law({}, ['REJECTED', '2024-05-31']);
    await law({ activityOn: '2024-07-01' }, ['DRAFTED', '2024-07-01']);
    await law({ kind: 'CAMPAIGN' }, ['DRAFTED', '2024-06-10']);
    await law({ stance: 'AGAINST', stage: 'TABLED' }, ['ADOPTED', '2024-06-10']);
    const twice = await law({}, ['DRAFTED', '2024-06-10']);
    done(await act(manager, 'voidAdvocacyActivity', { ...at(twice), voidedReason: 'Told twice.' }));
    expect(await told('202406', ['I17'])).toEqual({ I17: [2, 8, 25] });
    expect(await told('202406', ['I17'], ['ADVOCACY_KIND'])).toEqual({
      'I17 LAW_REFORM': [1, 6, 16.7],
      'I17 POLICY_REFORM': [0, 1, 0],
      'I17 BYLAW_CHANGE': [1, 1, 100],
    });
    expect(await told('202312', ['I17'])).toEqual({ I17: [0, 0, 'NO_DENOMINATOR'] });
  });
});

describe('allies', () => {
  const onAlly = actor<Made>('ally', 'id version');
  const onDeed = actor<Made>('allyAction', 'id version');
  const ally = async (engagedOn: string, endedOn: string | null = null, ...actedOn: string[]): Promise<Made> => {
    const council = { name: 'A council', allyType: 'LOCAL_AUTHORITY', level: 'NATIONAL', engagedOn };
    const made = done(await onAlly(manager, 'engageAlly', council));
    for (const day of actedOn) await acted(made.id, day);
    return endedOn ? done(await onAlly(manager, 'endAlly', { ...at(made), endedOn })) : made;
  };
  const acted = async (allyId: string, actedOn: string): Promise<Made> => {
    const deed = { ...about, allyId, actedOn, kind: 'PUBLIC_STATEMENT', description: 'Said so.' };
    return done(await onDeed(manager, 'recordAllyAction', deed));
  };

  it('took action of those who were allies at any time of the period', async () => {
    await ally('2024-01-10', null, '2024-09-01', '2024-09-30');
    await ally('2024-01-10', '2024-09-01', '2024-09-01');
    await ally('2024-01-10', '2024-08-31', '2024-08-31');
    await ally('2024-09-30');
    await ally('2024-10-01', null, '2024-10-01');
    await ally('2024-01-10', null, '2024-08-31', '2024-10-01');
    const mistaken = await acted((await ally('2024-01-10')).id, '2024-09-10');
    done(await onDeed(manager, 'voidAllyAction', at(mistaken)));
    done(await onAlly(manager, 'voidAlly', at(await ally('2024-01-10'))));
    expect(await told('202409', ['I18'])).toEqual({ I18: [2, 5, 40] });
    expect(await told('202410', ['I18'])).toEqual({ I18: [2, 5, 40] });
    expect(await told('202312', ['I18'])).toEqual({ I18: [0, 0, 'NO_DENOMINATOR'] });
  });
});

describe('police units', () => {
  const act = actor<Made>('procedureAdoption', 'id version');
  let procedures: string[];
  beforeAll(async () => {
    const material = async (edition: string): Promise<string> => {
      const kind = 'POLICE_PROCEDURE_KEY_POPULATIONS';
      const input = { kind, title: 'A', edition, language: 'ENGLISH', issuedOn: '2023-01-05' };
      return (await call(manager, 'issueMaterial', input, 'material { id }')).material!.id;
    };
    procedures = [await material('1'), await material('2')];
  });
  const unitOf = (unit: string, edition = 0) => ({
    ...{ unit, procedureId: procedures[edition], unitKind: 'POLICE_STATION', level: 'COMMUNITY', outcome: 'LTO4' },
  });
  type Check = readonly [checkedOn: string, inPractice: boolean];
  const adopted = async (values: object, ...checks: readonly Check[]): Promise<Made> => {
    let now = done(await act(manager, 'recordProcedureAdoption', { adoptedOn: '2024-02-10', ...values }));
    for (const [checkedOn, inPractice] of checks)
      now = done(await act(supervisor, 'recordAdoptionCheck', { ...at(now), checkedOn, inPractice }));
    return now;
  };

  it('work by a procedure where the last check of the twelve months before the end found so', async () => {
    await adopted(unitOf('One'), ['2024-07-01', true]);
    await adopted(unitOf('Two'), ['2024-06-30', true]);
    await adopted(unitOf('Three'), ['2024-09-10', true], ['2025-01-10', false]);
    await adopted(unitOf('Four'), ['2025-07-01', true]);
    done(await act(manager, 'pledgeAdoption', { ...unitOf('Five'), pledgedOn: '2025-06-30' }));
    done(await act(manager, 'pledgeAdoption', { ...unitOf('Six'), pledgedOn: '2025-07-01' }));
    // One unit that took up two procedures, and works by one of them.
    await adopted(unitOf('Seven'), ['2025-06-30', true]);
    await adopted(unitOf('seven ', 1), ['2025-06-30', false]);
    await adopted({ ...unitOf('Eight'), unitKind: 'HEALTH_FACILITY' }, ['2025-06-30', true]);
    const mistaken = await adopted(unitOf('Nine'), ['2025-06-30', true]);
    done(await act(manager, 'voidProcedureAdoption', { ...at(mistaken), voidedReason: 'Told twice.' }));
    expect(await told('202506', ['I21'])).toEqual({ I21: [2, 6, 33.3] });
    expect(await told('2025Q2', ['I21'])).toEqual({ I21: [2, 6, 33.3] });
    expect(await told('202401', ['I21'])).toEqual({ I21: [0, 0, 'NO_DENOMINATOR'] });
  });
});

describe('surveys', () => {
  const act = actor<Made>('surveyResult', 'id version');
  const result = {
    ...{ title: 'Experienced violence', outcome: 'LTO3', unit: 'PER_CENT', respondents: 400, year: 2018 },
    ...{ population: 'Sex workers, 18 and over', countryCode: 'ZA', source: 'A report', indicatorCode: 'I01' },
  };
  const surveyed = async (valueHundredths: number, values: object = {}): Promise<Made> =>
    done(await act(officer, 'recordSurveyResult', { ...result, valueHundredths, ...values }));

  it('are told for the whole country and for their year, the last that was recorded of one year', async () => {
    await surveyed(4250, { numerator: 170 });
    await surveyed(6000, { place: 'Durban' });
    await surveyed(7000, { countryCode: 'NA' });
    expect(await told('2018', ['I01', 'I02'])).toEqual({
      I01: [170, 400, 42.5],
      I02: [null, null, 'NOT_SURVEYED'],
    });
    expect(await told('201803', ['I01'])).toEqual({ I01: [null, null, 'NOT_SURVEYED'] });
    const earlier = await surveyed(3000, { indicatorCode: 'I02', year: 2019 });
    const later = await surveyed(3100, { indicatorCode: 'I02', year: 2019 });
    expect(await told('2019', ['I02'])).toEqual({ I02: [null, 400, 31] });
    done(await act(officer, 'updateSurveyResult', { ...at(earlier), title: 'Corrected' }));
    expect(await told('2019', ['I02'])).toEqual({ I02: [null, 400, 31] });
    done(await act(officer, 'voidSurveyResult', at(later)));
    expect(await told('2019', ['I02'])).toEqual({ I02: [null, 400, 30] });
    await surveyed(350, { indicatorCode: 'I25', unit: 'MEAN' });
    expect(await told('2018', ['I25'])).toEqual({ I25: [null, 400, 3.5] });
  });

  it('are held against the last baseline, which is the value of its own year', async () => {
    await surveyed(5500, { isBaseline: true, year: 2014, respondents: 300 });
    await surveyed(5000, { isBaseline: true, year: 2015, respondents: 300 });
    await surveyed(1200, { isBaseline: true, year: 2015, indicatorCode: 'I08B', outcome: 'LTO1' });
    expect(await told('2015', ['I01'])).toEqual({ I01: [null, 300, 50] });
    const { data } = await officer.query(
      '{ indicatorTable(input: { indicators: ["I01", "I08b"], period: { names: ["2018"] } }) { rows { value baseline } } }',
    );
    expect(data.indicatorTable.rows).toEqual([
      { value: 42.5, baseline: 50 },
      { value: null, baseline: 12 },
    ]);
  });
});
