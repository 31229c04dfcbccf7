/** Trainings: planned, confirmed, held, reported in counts, verified by somebody else. */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { TrainingStatus } from '../../../src/domain/training/training.codes';
import { trainingLifecycle } from '../../../src/domain/training/training.lifecycle';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { dayFromNow } from '../../support/days';

interface TrainingShown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly startOn: string;
  readonly endOn: string | null;
  readonly facilitators: number | null;
  readonly organisation: { name: string };
  readonly district: { id: string } | null;
  readonly participations: { edges: { node: object }[] };
}

const act = actor<TrainingShown>(
  'training',
  `id version status startOn endOn facilitators organisation { name } district { id } participations {
    edges { node { genderIdentity ageBand audience enrolled completed preScore postScore } } }`,
);

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const plan = {
  title: 'Know your rights',
  topic: 'RIGHTS_LITERACY',
  audience: 'SEX_WORKER',
  level: 'COMMUNITY',
  outcome: 'LTO1',
  startOn: '2026-03-02',
};
const count = {
  genderIdentity: 'WOMAN',
  ageBand: 'AGE_25_34',
  audience: 'SEX_WORKER',
  enrolled: 12,
  completed: 10,
  preScore: 40,
  postScore: 75,
};
const statusReason = 'Said so.';
const more: Record<string, object> = {
  reportTraining: { participations: [count] },
  correctTrainingReport: { participations: [{ ...count, enrolled: 13 }] },
  ...{ reinstateTraining: { statusReason }, sendBackTrainingReport: { statusReason } },
  ...{ reopenTrainingReport: { statusReason }, voidTraining: { statusReason } },
};
const steps = [
  'confirmTraining',
  'postponeTraining',
  'cancelTraining',
  'holdTraining',
  'updateTraining',
  'reinstateTraining',
  'voidTraining',
  'reportTraining',
  'correctTrainingReport',
  'sendBackTrainingReport',
  'reopenTrainingReport',
  'verifyTraining',
];
const byOthers: Record<string, string> = {
  sendBackTrainingReport: 'supervisor',
  verifyTraining: 'supervisor',
  reopenTrainingReport: 'me-officer',
};

const planned = async (values: object = {}, client = manager): Promise<TrainingShown> =>
  done(await act(client, 'planTraining', { ...plan, ...values }));
const step = (
  client: Client,
  action: string,
  { id, version }: TrainingShown,
  values = more[action],
): Promise<Acted<TrainingShown>> => act(client, action, { id, expectedVersion: version, ...values });

async function through(training: TrainingShown, ...actions: readonly string[]): Promise<TrainingShown> {
  let now = training;
  for (const action of actions) {
    const client = await world.as(byOthers[action] ?? 'case-manager', 'za');
    now = done(await step(client, action, now));
  }
  return now;
}

test('every status of the code list is in the lifecycle, and all can be reached', () => {
  expect([...trainingLifecycle.states].sort()).toEqual([...TrainingStatus.codes].sort());
  expect(trainingLifecycle.unreachable).toEqual([]);
  expect(trainingLifecycle.terminal).toEqual([]);
});

test.each(['field-worker', 'case-manager', 'supervisor', 'partner-admin'])(
  'a %s plans one of the own organisation',
  async (role) => {
    const made = await planned(
      { endOn: '2026-03-04', hours: 18, facilitators: 2, districtId: world.district.za },
      await world.as(role, 'za'),
    );
    expect(made).toMatchObject({ version: 1, status: 'PLANNED', organisation: { name: 'Partner' }, facilitators: 2 });
    expect(made.district).not.toBeNull();
  },
);

test('the M&E officer of the country names the organisation', async () => {
  const officer = await world.as('me-officer', 'za');
  expect(told(await act(officer, 'planTraining', plan))).toEqual(['INVALID_INPUT organisationId']);
  const made = await planned({ organisationId: world.organisation.za.otherPartner }, officer);
  expect(made.organisation.name).toBe('Other partner');
});

test('nobody else names another organisation than the own', async () => {
  const { partner, otherPartner } = world.organisation.za;
  expect(told(await act(manager, 'planTraining', { ...plan, organisationId: otherPartner }))).toEqual([
    'INVALID_INPUT organisationId',
  ]);
  expect((await planned({ organisationId: partner })).organisation.name).toBe('Partner');
});

test.each(['service-provider', 'privacy-officer'])('a %s may do nothing with trainings', async (role) => {
  const client = await world.as(role, 'za');
  expectForbidden(await act(client, 'planTraining', plan));
  for (const action of steps) expectForbidden(await step(client, action, await planned()));
});

test('the secretariat does nothing with a training of a country', async () => {
  const secretariat = await world.as('secretariat');
  expect(told(await step(secretariat, 'confirmTraining', await planned()))).toEqual(['NOT_FOUND id']);
});

test.each(['organisationId', 'districtId'])('%s must lead to something of the country', async (field) => {
  const foreign = { organisationId: world.organisation.bw.partner, districtId: world.district.bw }[field];
  const theirs = await act(manager, 'planTraining', { ...plan, [field]: foreign });
  const nobodys = await act(manager, 'planTraining', { ...plan, [field]: randomUUID() });
  expect(told(nobodys)).toEqual([`NOT_FOUND ${field}`]);
  expect(theirs.answer.text).toBe(nobodys.answer.text);
});

test('it goes from plan to verified report', async () => {
  const reported = await through(await planned(), 'confirmTraining', 'holdTraining', 'reportTraining');
  expect(reported).toMatchObject({ status: 'REPORTED', version: 4, participations: { edges: [{ node: count }] } });
  expect(await through(reported, 'verifyTraining')).toMatchObject({ status: 'VERIFIED', version: 5 });
});

test('it is postponed, confirmed with new days and facilitators, and cancelled', async () => {
  const postponed = done(
    await step(manager, 'postponeTraining', await planned({ endOn: '2026-03-03' }), {
      startOn: '2026-05-04',
      endOn: '2026-05-05',
    }),
  );
  expect(postponed).toMatchObject({ status: 'POSTPONED', startOn: '2026-05-04', endOn: '2026-05-05' });
  const confirmed = done(await step(manager, 'confirmTraining', postponed, { facilitators: 3, endOn: null }));
  expect(confirmed).toMatchObject({ status: 'CONFIRMED', startOn: '2026-05-04', endOn: null, facilitators: 3 });
  expect((await through(confirmed, 'cancelTraining')).status).toBe('CANCELLED');
});

test.each<[string, string[], string[]]>([
  ['PLANNED', [], ['confirmTraining', 'postponeTraining', 'cancelTraining', 'updateTraining', 'voidTraining']],
  [
    'CONFIRMED',
    ['confirmTraining'],
    ['postponeTraining', 'cancelTraining', 'holdTraining', 'updateTraining', 'voidTraining'],
  ],
  ['POSTPONED', ['postponeTraining'], ['confirmTraining', 'cancelTraining', 'updateTraining', 'voidTraining']],
  ['CANCELLED', ['cancelTraining'], ['reinstateTraining', 'voidTraining']],
  ['HELD', ['confirmTraining', 'holdTraining'], ['updateTraining', 'voidTraining', 'reportTraining']],
  [
    'REPORTED',
    ['confirmTraining', 'holdTraining', 'reportTraining'],
    ['updateTraining', 'correctTrainingReport', 'sendBackTrainingReport', 'verifyTraining'],
  ],
  ['VERIFIED', ['confirmTraining', 'holdTraining', 'reportTraining', 'verifyTraining'], ['reopenTrainingReport']],
])('%s allows its steps and no other', async (status, way, allowed) => {
  const training = await through(await planned(), ...way);
  expect(training.status).toBe(status);
  for (const action of steps.filter((each) => !allowed.includes(each))) {
    const { problems } = await step(await world.as(byOthers[action] ?? 'supervisor', 'za'), action, training);
    // What only others take is not named to who asks.
    const own = allowed.filter((each) => byOthers[each] !== 'me-officer' || byOthers[action] === 'me-officer');
    expect(problems).toMatchObject([{ __typename: 'IllegalStep', code: 'ILLEGAL_STEP', from: status, allowed: own }]);
  }
});

test('days must follow each other, also when only one of them changes', async () => {
  expect(told(await act(manager, 'planTraining', { ...plan, endOn: '2026-03-01' }))).toEqual(['INVALID_INPUT endOn']);
  const training = await planned({ endOn: '2026-03-03' });
  expect(told(await step(manager, 'postponeTraining', training, { startOn: '2026-05-04' }))).toEqual([
    'INVALID_INPUT endOn',
  ]);
  expect(told(await step(manager, 'confirmTraining', training, { startOn: null }))).toEqual(['INVALID_INPUT startOn']);
});

test('it is not held before its first day', async () => {
  const tomorrow = dayFromNow(2);
  const confirmed = await through(await planned({ startOn: tomorrow }), 'confirmTraining');
  expect(told(await step(manager, 'holdTraining', confirmed))).toEqual(['NOT_YET']);
});

test('counts are checked one by one', async () => {
  const held = await through(await planned(), 'confirmTraining', 'holdTraining');
  const report = (participations: object[]) => step(manager, 'reportTraining', held, { participations });
  expect(told(await report([]))).toEqual(['INVALID_INPUT participations']);
  expect(told(await report([{ ...count, completed: 13 }, count]))).toEqual([
    'INVALID_INPUT participations.0.completed',
    'INVALID_INPUT participations.1',
  ]);
  expect(told(await report([{ ...count, enrolled: -1, preScore: 101 }]))).toEqual([
    'INVALID_INPUT participations.0.enrolled',
    'INVALID_INPUT participations.0.preScore',
  ]);
});

test('who reported it does not verify it', async () => {
  const supervisor = await world.as('supervisor', 'za');
  const held = await through(await planned(), 'confirmTraining', 'holdTraining');
  const reported = done(await step(supervisor, 'reportTraining', held));
  expect(told(await step(supervisor, 'verifyTraining', reported))).toEqual(['SAME_PERSON']);
  expect(done(await step(await world.as('me-officer', 'za'), 'verifyTraining', reported)).status).toBe('VERIFIED');
});

test.each(['field-worker', 'case-manager', 'partner-admin'])('a %s does not verify', async (role) => {
  const reported = await through(
    await planned({}, await world.as(role, 'za')),
    'confirmTraining',
    'holdTraining',
    'reportTraining',
  );
  expectForbidden(await step(await world.as(role, 'za'), 'verifyTraining', reported));
});

test.each(steps)('%s: out of reach, of another country and of nobody are the same bytes', async (action) => {
  const training = await planned();
  const foreign = await planned({}, await world.as('case-manager', 'bw'));
  const verifies = action in byOthers;
  const asked = async (role: string, id: string) =>
    (await step(await world.as(role, 'za'), action, { ...training, id })).answer;
  const role = byOthers[action] ?? 'case-manager';
  const nobodys = await asked(role, randomUUID());
  expect(nobodys.data.act.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
  expect((await asked(role, foreign.id)).text).toBe(nobodys.text);
  if (!verifies)
    for (const other of ['case-manager-2', 'field-worker'])
      expect((await asked(other, training.id)).text).toBe(nobodys.text);
});

test('a version that is gone is a conflict; the same key has one effect', async () => {
  const training = await planned();
  const stale = await step(manager, 'confirmTraining', { ...training, version: 3 });
  expect(stale.problems).toMatchObject([{ code: 'VERSION_CONFLICT', expectedVersion: 3, actualVersion: 1 }]);
  const held = await through(training, 'confirmTraining', 'holdTraining');
  const once = { ...more['reportTraining'], idempotencyKey: randomUUID() };
  const first = await step(manager, 'reportTraining', held, once);
  expect(done(first).participations.edges).toHaveLength(1);
  expect((await step(manager, 'reportTraining', held, once)).answer.text).toBe(first.answer.text);
});

test('the id may be the client’s own', async () => {
  const id = randomUUID();
  await planned({ id });
  const { data } = await manager.query('query ($id: ID!) { training(id: $id) { title } }', { id });
  expect(data.training.title).toBe(plan.title);
});
