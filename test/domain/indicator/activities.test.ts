/** Trainings, outreach, media and the movement's own work: counted by hand, and told to the region as they are. */
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import { at, newAssociation, onAssessment, onAssociation } from '../movement/acts';
import type { World } from '../world';
import * as counting from './counting';

let world: World;
let manager: Client;
let admin: Client;
let supervisor: Client;
let officer: Client;
let secretariat: Client;
beforeAll(async () => {
  world = await openWorld();
  const roles = ['case-manager', 'partner-admin', 'supervisor', 'me-officer'];
  const clients = await Promise.all(roles.map((role) => world.as(role, 'za')));
  [manager, admin, supervisor, officer] = clients as [Client, Client, Client, Client];
  secretariat = await world.as('secretariat');
});
afterAll(() => world?.close());

/** The same to the country and to the region. */
async function told(period: string, indicators: readonly string[], by: readonly string[] = []) {
  const figures = await counting.told(officer, period, indicators, { by });
  const open = indicators.filter((code) => !['I06'].includes(code));
  if (open.length === indicators.length)
    expect(await counting.told(secretariat, period, open, { by, countries: ['ZA'] })).toEqual(figures);
  return figures;
}

interface Made {
  readonly id: string;
  readonly version: number;
}
const about = { title: 'A', level: 'COMMUNITY', outcome: 'LTO1' };

describe('participations in trainings', () => {
  const act = actor<Made>('training', 'id version');
  const group = (audience: string, enrolled: number, completed: number, genderIdentity = 'WOMAN') => ({
    ...{ genderIdentity, ageBand: 'AGE_25_34', audience, enrolled, completed },
  });
  const step = async (one: Made, action: string, more: object = {}): Promise<Made> =>
    done(await act(manager, action, { ...at(one), ...more }));
  const plan = async (topic: string, days: object): Promise<Made> =>
    done(await act(manager, 'planTraining', { ...about, topic, audience: 'SEX_WORKER', ...days }));

  async function reported(topic: string, days: object, participations: readonly object[]): Promise<Made> {
    const held = await step(await step(await plan(topic, days), 'confirmTraining'), 'holdTraining');
    return step(held, 'reportTraining', { participations });
  }

  it('count by the last day, of the audience of each group, each time that somebody takes part', async () => {
    const long = { startOn: '2024-01-30', endOn: '2024-02-01' };
    const groups = [group('SEX_WORKER', 12, 10), group('SEX_WORKER', 3, 0, 'TRANS_WOMAN'), group('POLICE', 5, 5)];
    const first = await reported('RIGHTS_LITERACY', long, groups);
    const day = { startOn: '2024-02-29' };
    await reported('RIGHTS_LITERACY', day, [group('SEX_WORKER', 4, 4)]);
    await reported('RIGHTS_LITERACY', { startOn: '2024-03-01' }, [group('SEX_WORKER', 2, 1)]);
    await reported('PARALEGAL', day, [group('SEX_WORKER', 9, 9)]);
    const mistaken = await reported('RIGHTS_LITERACY', day, [group('SEX_WORKER', 7, 7)]);
    const back = { ...at(mistaken), statusReason: 'Told twice.' };
    await step(done(await act(supervisor, 'sendBackTrainingReport', back)), 'voidTraining', {
      statusReason: 'So it was.',
    });
    await step(await plan('RIGHTS_LITERACY', day), 'cancelTraining', { statusReason: 'Rain.' });
    await counting.count(world);
    expect(await told('202402', ['I04'])).toEqual({ I04: [14, 19, 73.7] });
    expect(await told('202402', ['I04'], ['GENDER'])).toEqual({
      'I04 WOMAN': [14, 16, 87.5],
      'I04 TRANS_WOMAN': [0, 3, 0],
    });
    expect(await told('202401', ['I04'])).toEqual({ I04: [0, 0, 'NO_DENOMINATOR'] });
    expect(await told('202403', ['I04'])).toEqual({ I04: [1, 2, 50] });
    await step(first, 'correctTrainingReport', { participations: [group('SEX_WORKER', 12, 9)] });
    await counting.count(world);
    expect(await told('202402', ['I04'])).toEqual({ I04: [13, 16, 81.3] });
  });

  it('of police are those of trainings for them, and of their trainers', async () => {
    const day = { startOn: '2024-05-31' };
    await reported('POLICE_SENSITISATION', day, [group('POLICE', 20, 15), group('MEDIA', 5, 5)]);
    await reported('POLICE_TRAINING_OF_TRAINERS', day, [group('POLICE', 4, 4)]);
    await reported('RIGHTS_LITERACY', day, [group('POLICE', 3, 3)]);
    await counting.count(world);
    expect(await told('202405', ['I20', 'I04'])).toEqual({ I20: [19, 24, 79.2], I04: [0, 0, 'NO_DENOMINATOR'] });
  });
});

describe('people reached by outreach', () => {
  const act = actor<Made>('outreachActivity', 'id version');
  const groupOf = (kind: string, people: number, contacts: number, genderIdentity = 'WOMAN') => ({
    ...{ genderIdentity, ageBand: 'AGE_25_34', kind, people, contacts },
  });
  const debate = { ...about, type: 'DEBATE', topics: ['RIGHTS'], heldOn: '2024-03-31' };
  const held = async (reached: readonly object[], more: object = {}): Promise<Made> =>
    done(await act(manager, 'recordOutreachActivity', { ...debate, reached, ...more }));

  it('are those who are new; contacts are all, each once', async () => {
    const groups = [groupOf('NEW', 12, 14), groupOf('REPEAT', 5, 6), groupOf('UNKNOWN', 3, 3, 'TRANS_WOMAN')];
    const first = await held(groups);
    await held([groupOf('NEW', 1, 2)], { type: 'HOME_VISIT' });
    await held([groupOf('NEW', 8, 8)], { heldOn: '2024-04-01' });
    const mistaken = await held([groupOf('NEW', 50, 50)]);
    done(await act(manager, 'voidOutreachActivity', { ...at(mistaken), statusReason: 'Told twice.' }));
    done(await act(manager, 'planOutreachActivity', debate));
    await counting.count(world);
    expect(await told('202403', ['I08', 'I08c'])).toEqual({ I08: [13, null, 13], I08c: [25, null, 25] });
    expect(await told('202403', ['I08', 'I08c'], ['MODALITY'])).toEqual({
      'I08 DEBATE': [12, null, 12],
      'I08 HOME_VISIT': [1, null, 1],
      'I08c DEBATE': [23, null, 23],
      'I08c HOME_VISIT': [2, null, 2],
    });
    expect(await told('202404', ['I08', 'I08c'])).toEqual({ I08: [8, null, 8], I08c: [8, null, 8] });
    done(await act(manager, 'updateOutreachActivity', { ...at(first), reached: [groupOf('NEW', 10, 10)] }));
    await counting.count(world);
    expect(await told('202403', ['I08', 'I08c'])).toEqual({ I08: [11, null, 11], I08c: [12, null, 12] });
  });
});

it('says of each what it counts: people are people, and contacts are contacts', async () => {
  const { data } = await officer.query('{ indicators { code unit unitLabel } }');
  const units = new Map((data.indicators as { code: string; unit: string }[]).map(({ code, unit }) => [code, unit]));
  expect(['I08', 'I08c', 'I08d'].map((code) => units.get(code))).toEqual(['PERSON', 'CONTACT', 'CONTACT']);
});

describe('media pieces', () => {
  const act = actor<Made>('mediaPiece', 'id version');

  it('are supportive of all that were tracked; by trained journalists of those', async () => {
    const piece = async (tone: string, trainedJournalist: string, publishedOn = '2024-04-30'): Promise<Made> =>
      done(
        await act(manager, 'recordMediaPiece', {
          ...{ ...about, outlet: 'A newspaper', language: 'ENGLISH', showsPeople: false, consentOfShown: 'NOT_NEEDED' },
          ...{ tone, trainedJournalist, publishedOn },
        }),
      );
    for (const trained of ['YES', 'NO', 'UNKNOWN']) await piece('SUPPORTIVE', trained);
    await piece('NEUTRAL', 'YES');
    await piece('HARMFUL', 'NO');
    await piece('HARMFUL', 'NO', '2024-05-01');
    done(await act(manager, 'voidMediaPiece', at(await piece('SUPPORTIVE', 'YES'))));
    await counting.count(world);
    expect(await told('202404', ['I19', 'I19b'])).toEqual({ I19: [3, 5, 60], I19b: [1, 3, 33.3] });
    expect(await told('202405', ['I19', 'I19b'])).toEqual({ I19: [0, 1, 0], I19b: [0, 0, 'NO_DENOMINATOR'] });
  });
});

describe('associations', () => {
  const onCheck = actor<Made>('conductCheck', 'id version');
  const onRole = actor<Made>('leaderRole', 'id version');
  const assessed = async (associationId: string, assessedOn: string, ...scores: number[]): Promise<Made> => {
    const domains = ['FINANCE', 'GOVERNANCE', 'ADVOCACY'];
    const told = scores.map((score, nth) => ({ domain: domains[nth], score }));
    const input = { associationId, tool: 'A tool', assessedOn, scores: told };
    return done(await onAssessment(manager, 'recordCapacityAssessment', input));
  };
  const association = async (): Promise<string> => (await newAssociation(manager)).id;

  it('have more capacity where their mean score is above the one before', async () => {
    const [better, first, worse, mistaken] = [
      await association(),
      await association(),
      await association(),
      await association(),
    ];
    const begun = await assessed(better, '2024-01-10', 2, 2);
    await assessed(better, '2024-02-10', 2, 3);
    await assessed(better, '2024-02-20', 3, 2);
    await assessed(first, '2024-02-10', 4);
    await assessed(worse, '2023-02-10', 3, 3, 3);
    await assessed(worse, '2024-02-29', 3, 3, 2);
    done(await onAssessment(manager, 'voidCapacityAssessment', at(await assessed(mistaken, '2024-01-10', 1))));
    await assessed(mistaken, '2024-02-10', 2);
    // Two of one day: the second is held against the first.
    for (const twice of [await association(), await association(), await association()]) {
      await assessed(twice, '2024-02-15', 1);
      await assessed(twice, '2024-02-15', 3);
    }
    await counting.count(world);
    expect(await told('202402', ['I05'])).toEqual({ I05: [4, 6, 66.7] });
    expect(await told('202403', ['I05'])).toEqual({ I05: [0, 0, 'NO_DENOMINATOR'] });
    done(await onAssessment(manager, 'voidCapacityAssessment', at(begun)));
    await counting.count(world);
    expect(await told('202402', ['I05'])).toEqual({ I05: [3, 5, 60] });
  });

  it('keep to the code of conduct by the items that were checked, in the province that they are in', async () => {
    const [one, other] = [await newAssociation(manager), await newAssociation(manager)];
    const time = { periodFrom: '2023-01-01', periodTo: '2023-12-31' };
    const checked = async (associationId: string, itemsMet: number, itemsTotal: number, checkedOn = '2024-06-30') =>
      done(await onCheck(manager, 'recordConductCheck', { ...time, associationId, itemsMet, itemsTotal, checkedOn }));
    await checked(one.id, 8, 10);
    await checked(one.id, 5, 5);
    await checked(other.id, 0, 5);
    await checked(other.id, 1, 1, '2024-07-01');
    done(await onCheck(manager, 'voidConductCheck', at(await checked(other.id, 9, 9))));
    await counting.count(world);
    expect(await told('202406', ['I07'])).toEqual({ I07: [13, 20, 65] });
    const [province] = await adminRows(world.database, 'SELECT id, name FROM za.province ORDER BY name LIMIT 1');
    done(await onAssociation(manager, 'updateMemberAssociation', { ...at(one), provinceId: province?.id }));
    await counting.count(world);
    expect(await told('202406', ['I07'], ['PROVINCE'])).toEqual({
      [`I07 ${String(province?.name)}`]: [13, 15, 86.7],
      'I07 Not known': [0, 5, 0],
    });
    expect(await told('202407', ['I07'])).toEqual({ I07: [1, 1, 100] });
  });

  it('have leaders who are still there six months after they were trained', async () => {
    const role = async (values: object): Promise<Made> =>
      done(
        await onRole(admin, 'recordLeaderRole', {
          ...{ associationId: await association(), position: 'CHAIR', heldFrom: '2023-01-01', genderIdentity: 'WOMAN' },
          ...{ trained: true, trainedOn: '2024-03-31', ...values },
        }),
      );
    await role({});
    await role({ heldUntil: '2024-09-30' });
    const left = await role({ heldUntil: '2024-09-29', genderIdentity: 'TRANS_WOMAN' });
    await role({ trained: false, trainedOn: null });
    await role({ trainedOn: null });
    await role({ trainedOn: '2024-04-01' });
    done(await onRole(admin, 'voidLeaderRole', at(await role({}))));
    await counting.count(world);
    expect(await told('202403', ['I06'])).toEqual({ I06: [2, 3, 66.7] });
    expect(await told('202403', ['I06'], ['GENDER'])).toEqual({
      'I06 WOMAN': [2, 2, 100],
      'I06 TRANS_WOMAN': [0, 1, 0],
    });
    done(await onRole(admin, 'updateLeaderRole', { ...at(left), heldUntil: null }));
    await counting.count(world);
    expect(await told('202403', ['I06'])).toEqual({ I06: [3, 3, 100] });
  });

  it('are told of no leader before six months are over', async () => {
    const { data } = await officer.query(
      '{ indicatorTable(input: { indicators: ["I06"], period: { relative: LAST_QUARTER } }) { rows { value gap } } }',
    );
    expect(data.indicatorTable.rows).toEqual([{ value: null, gap: 'NOT_MATURE' }]);
  });
});

it('keeps what it would count anew', async () => {
  expect(await counting.wrong(world)).toEqual([]);
});
