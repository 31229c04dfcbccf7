/** Advocacy: recorded where it stands, advanced stage by stage. */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { AdvocacyStage } from '../../../src/domain/advocacy/advocacy.codes';
import { advocacyLifecycle } from '../../../src/domain/advocacy/advocacy.lifecycle';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { dayFromNow } from '../../support/days';

interface AdvocacyShown {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly resultNote: string | null;
  readonly evidenceCases: number | null;
  readonly organisation: { name: string };
}

const act = actor<AdvocacyShown>('advocacyActivity', 'id version stage resultNote evidenceCases organisation { name }');

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const about = {
  title: 'No condoms as evidence',
  kind: 'POLICE_DIALOGUE',
  level: 'NATIONAL',
  outcome: 'LTO4',
  target: 'Ministry of Police',
  ask: 'An instruction that condoms are not evidence.',
  activityOn: '2026-02-10',
};

const recorded = async (values: object = {}, client = manager): Promise<AdvocacyShown> =>
  done(await act(client, 'recordAdvocacyActivity', { ...about, ...values }));
const advance = (
  client: Client,
  { id, version }: AdvocacyShown,
  stage: string,
  more: object = {},
): Promise<Acted<AdvocacyShown>> =>
  act(client, 'advanceAdvocacyActivity', { id, expectedVersion: version, stage, ...more });

const way = ['PLANNED', 'AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'];
const ends = ['REJECTED', 'BLOCKED', 'REVERSED'];

test('every stage of the code list is in the lifecycle, and all can be reached', () => {
  expect([...advocacyLifecycle.states].sort()).toEqual([...AdvocacyStage.codes].sort());
  expect(advocacyLifecycle.unreachable).toEqual([]);
  expect(advocacyLifecycle.terminal).toEqual([]);
});

test.each(['field-worker', 'case-manager', 'supervisor', 'partner-admin'])(
  'a %s records that of the own organisation',
  async (role) => {
    const made = await recorded({ evidenceCases: 7 }, await world.as(role, 'za'));
    expect(made).toMatchObject({ version: 1, stage: 'AGENDA', evidenceCases: 7, organisation: { name: 'Partner' } });
  },
);

test('the M&E officer of the country names the organisation; others name no other', async () => {
  const officer = await world.as('me-officer', 'za');
  const organisationId = world.organisation.za.otherPartner;
  expect(told(await act(officer, 'recordAdvocacyActivity', about))).toEqual(['INVALID_INPUT organisationId']);
  expect((await recorded({ organisationId }, officer)).organisation.name).toBe('Other partner');
  expect(told(await act(manager, 'recordAdvocacyActivity', { ...about, organisationId }))).toEqual([
    'INVALID_INPUT organisationId',
  ]);
});

test.each([
  ['service-provider', 'za'],
  ['privacy-officer', 'za'],
])('a %s may not', async (role, country) => {
  const client = await world.as(role, country);
  expectForbidden(await act(client, 'recordAdvocacyActivity', about));
  expectForbidden(await advance(client, await recorded(), 'DRAFTED'));
});

test('it goes the whole way, stage by stage, each with its note', async () => {
  let now = await recorded({ stage: 'PLANNED' });
  for (const stage of way.slice(1)) now = done(await advance(manager, now, stage, { resultNote: `Now ${stage}.` }));
  expect(now).toMatchObject({ stage: 'ENFORCED', version: way.length, resultNote: 'Now ENFORCED.' });
});

test('a note is kept when none is given, and cleared by null', async () => {
  const drafted = done(await advance(manager, await recorded({ resultNote: 'A promise.' }), 'DRAFTED'));
  expect(drafted.resultNote).toBe('A promise.');
  expect(done(await advance(manager, drafted, 'TABLED', { resultNote: null })).resultNote).toBeNull();
});

test('work that is on its way already is recorded where it stands, but never at its end', async () => {
  for (const stage of way) expect((await recorded({ stage })).stage).toBe(stage);
  for (const stage of ends) {
    expect(told(await act(manager, 'recordAdvocacyActivity', { ...about, stage }))).toEqual(['INVALID_INPUT stage']);
  }
});

const onward: Record<string, string[]> = {
  PLANNED: ['AGENDA'],
  AGENDA: ['DRAFTED', 'REJECTED', 'BLOCKED'],
  DRAFTED: ['TABLED', 'REJECTED', 'BLOCKED'],
  TABLED: ['ADOPTED', 'REJECTED', 'BLOCKED'],
  ADOPTED: ['IMPLEMENTED', 'BLOCKED', 'REVERSED'],
  IMPLEMENTED: ['ENFORCED', 'BLOCKED', 'REVERSED'],
  ENFORCED: ['REVERSED'],
};

test.each(Object.entries(onward))('%s leads to %j and nowhere else', async (stage, allowed) => {
  for (const next of [...way, ...ends]) {
    const acted = await advance(manager, await recorded({ stage }), next);
    if (allowed.includes(next)) expect(done(acted).stage).toBe(next);
    else {
      const steps = allowed.map((each) => `advanceAdvocacyActivity(stage: ${each})`);
      // It has come to one stage, which cannot be taken back: there is none before it.
      const always = ['updateAdvocacyActivity', 'voidAdvocacyActivity'];
      expect(acted.problems).toMatchObject([
        { __typename: 'IllegalStep', from: stage, allowed: [...steps, ...always] },
      ]);
    }
  }
});

test('what was rejected or blocked is taken up again, no further than it had come; what was reversed is not', async () => {
  const rejected = done(await advance(manager, await recorded(), 'REJECTED'));
  expect(done(await advance(manager, rejected, 'AGENDA')).stage).toBe('AGENDA');
  const blocked = done(await advance(manager, await recorded({ stage: 'TABLED' }), 'BLOCKED'));
  expect(told(await advance(manager, blocked, 'ADOPTED'))).toEqual(['NOT_YET stage']);
  const late = done(await advance(manager, await recorded({ stage: 'ADOPTED' }), 'BLOCKED'));
  expect(done(await advance(manager, late, 'ADOPTED')).stage).toBe('ADOPTED');
  const reversed = done(await advance(manager, await recorded({ stage: 'ADOPTED' }), 'REVERSED'));
  expect((await advance(manager, reversed, 'AGENDA')).problems).toMatchObject([{ code: 'ILLEGAL_STEP' }]);
});

test('a stage that was recorded in error is taken back, for a reason; the stages tell what was reached and when', async () => {
  const drafted = done(await advance(manager, await recorded(), 'DRAFTED', { reachedOn: '2026-03-01' }));
  const { id } = drafted;
  const takeBack = (
    record: AdvocacyShown,
    reason: string | undefined = 'The wrong one.',
  ): Promise<Acted<AdvocacyShown>> =>
    act(manager, 'takeBackAdvocacyStage', { id, expectedVersion: record.version, reason });
  const back = done(await takeBack(drafted));
  expect(back.stage).toBe('AGENDA');
  expect(told(await takeBack(back))).toEqual(['NOT_YET']);
  const tabled = done(await advance(manager, done(await advance(manager, back, 'DRAFTED')), 'TABLED'));
  const { data } = await manager.query(
    '{ advocacyActivity(id: "ID") { stages { edges { node { stage reachedOn by { name } } } } } }'.replace('ID', id),
  );
  const { edges } = data.advocacyActivity.stages as { edges: { node: { stage: string } }[] };
  const stages = edges.map(({ node }) => node.stage);
  expect([tabled.stage, stages]).toEqual(['TABLED', ['TABLED', 'DRAFTED', 'AGENDA']]);
});

test('only what is planned lies ahead', async () => {
  const activityOn = dayFromNow(3);
  expect(told(await act(manager, 'recordAdvocacyActivity', { ...about, activityOn }))).toEqual([
    'INVALID_INPUT activityOn',
  ]);
  const planned = await recorded({ activityOn, stage: 'PLANNED' });
  expect(done(await advance(manager, planned, 'AGENDA')).stage).toBe('AGENDA');
});

test('what was recorded in error is taken out of the lists', async () => {
  const { id, version } = await recorded({ title: 'Twice' });
  const voided = { id, expectedVersion: version, voidedReason: 'Recorded twice.' };
  expect(told(await act(manager, 'voidAdvocacyActivity', voided))).toEqual([]);
  const { data } = await manager.query(
    '{ advocacyActivities(filter: { title: { eq: "Twice" } }) { totalCount edges { node { id } } } }',
  );
  expect(data.advocacyActivities).toEqual({ totalCount: 0, edges: [] });
  expect(told(await advance(manager, { id, version: version + 1 } as AdvocacyShown, 'DRAFTED'))).toEqual(['VOIDED id']);
});

test('out of reach, of another country and of nobody are the same bytes', async () => {
  const activity = await recorded();
  const foreign = await recorded({}, await world.as('case-manager', 'bw'));
  const asked = async (role: string, id: string) =>
    (await advance(await world.as(role, 'za'), { ...activity, id }, 'DRAFTED')).answer;
  const nobodys = await asked('case-manager', randomUUID());
  expect(nobodys.data.act.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
  expect((await asked('case-manager', foreign.id)).text).toBe(nobodys.text);
  for (const role of ['case-manager-2', 'field-worker'])
    expect((await asked(role, activity.id)).text).toBe(nobodys.text);
});

test('what is wrong is told with its path, in the language asked for', async () => {
  const wrong = { ...about, title: ' ', ask: 'x'.repeat(2001), evidenceCases: -1 };
  const acted = await act(manager, 'recordAdvocacyActivity', wrong, { 'accept-language': 'pt' });
  expect(told(acted)).toEqual(['INVALID_INPUT title', 'INVALID_INPUT ask', 'INVALID_INPUT evidenceCases']);
  expect(acted.problems[0]?.message).toBe('Não pode ficar vazio.');
});

test('a version that is gone is a conflict; the same key has one effect', async () => {
  const activity = await recorded();
  const stale = await advance(manager, { ...activity, version: 9 }, 'DRAFTED');
  expect(stale.problems).toMatchObject([{ code: 'VERSION_CONFLICT', expectedVersion: 9, actualVersion: 1 }]);
  const once = { idempotencyKey: randomUUID() };
  const first = await advance(manager, activity, 'DRAFTED', once);
  expect(done(first).version).toBe(2);
  expect((await advance(manager, activity, 'DRAFTED', once)).answer.text).toBe(first.answer.text);
});

it('tells fewer than five cases by no number, in whichever way they come', async () => {
  const client = await world.as('case-manager', 'za');
  expect(told(await act(client, 'recordAdvocacyActivity', { ...about, evidenceCases: 4 }))).toEqual([
    'INVALID_INPUT evidenceCases',
  ]);
  const { id, version } = await recorded({ evidenceCases: 5 }, client);
  const change = { id, expectedVersion: version, evidenceCases: 1 };
  expect(told(await act(client, 'updateAdvocacyActivity', change))).toEqual(['INVALID_INPUT evidenceCases']);
});
