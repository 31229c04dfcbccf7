/** Adding incidents: what follows from what is told, where each part lands, who may. */
import { randomUUID } from 'node:crypto';
import { codesOf } from '../../../src/domain/casework/incident/incident.derived';
import type { NewIncident } from '../../../src/domain/casework/incident/incident.inputs';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told } from '../acting';
import { expectRoles, register, rowsOf, step, uuidOf } from '../case/acts';
import type { World } from '../world';
import { openWorld } from '../../support/outside';

interface IncidentShown {
  readonly id: string;
  readonly version: number;
  readonly occurredMonth: string | null;
  readonly reportedAt: string;
  readonly gbvimsType: string;
  readonly violenceForms: string[];
  readonly harmKinds: string[];
  readonly detail:
    | ({ occurredOn: string | null; datePrecision: string } & Readonly<
        Record<'elapsedHours' | 'least' | 'most', number | null>
      >)
    | null;
}

const fields = `id version occurredMonth reportedAt gbvimsType violenceForms harmKinds
  detail { occurredOn datePrecision elapsedHours least: elapsedHoursAtLeast most: elapsedHoursAtMost }`;
const act = actor<IncidentShown>('incident', fields);

let world: World;
let fieldWorker: Client;
let manager: Client;
let caseId: string;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
  caseId = (await register(fieldWorker)).id;
});
afterAll(() => world.close());

const base = { violationTypes: ['BEATING'], consentReporting: false };
const add = (values: object = {}, client = fieldWorker) => act(client, 'addIncident', { caseId, ...base, ...values });

test.each(['field-worker', 'case-manager'])(
  'a %s adds an incident with all its parts, each sealed that is to be',
  async (role) => {
    const record = done(
      await add(
        {
          districtId: world.district.za,
          locationType: 'STREET_HOTSPOT',
          detail: {
            occurredOn: '2026-02-03',
            hotspot: 'Corner',
            weaponUsed: 'BLADE',
            arrested: true,
            detainedHours: 5,
          },
          narrative: { text: 'The account in words.' },
          allegedPerpetrators: [
            { actorKind: 'GROUP', category: 'POLICE_OFFICER', relationship: 'NO_RELATION', count: 3, uniformed: true },
            {
              actorKind: 'PERSON',
              category: 'CLIENT',
              relationship: 'NO_RELATION',
              identity: { badgeNumber: 'B-1234567' },
            },
          ],
        },
        await world.as(role, 'za'),
      ),
    );
    const id = uuidOf(record.id);
    const [narrative] = await rowsOf(world, 'incident_narrative', 'incident_id = $1', [id]);
    expect((narrative?.text as Buffer).includes('account')).toBe(false);
    const perpetrators = await rowsOf(world, 'alleged_perpetrator', 'incident_id = $1 ORDER BY rank', [id]);
    expect(perpetrators).toMatchObject([
      { rank: 'PRIMARY', count: 3, uniformed: true },
      { rank: 'SECONDARY', count: 1, uniformed: null },
    ]);
    const [identity] = await rowsOf(world, 'perpetrator_identity', 'alleged_perpetrator_id = $1', [
      perpetrators[1]?.id,
    ]);
    expect((identity?.badge_number as Buffer).includes('B-1234567')).toBe(false);
    const [detail] = await rowsOf(world, 'incident_detail', 'incident_id = $1', [id]);
    expect(detail).toMatchObject({
      hotspot: 'Corner',
      weapon_used: 'BLADE',
      arrested: true,
      detained_hours: 5,
      charged: null,
    });
  },
);

test('injuries are health: a case manager writes them, a field worker may not', async () => {
  const injury = { description: 'A broken arm.' };
  expectForbidden(await add({ injury }));
  const record = done(await add({ injury }, manager));
  expect(await rowsOf(world, 'incident_injury', 'incident_id = $1', [uuidOf(record.id)])).toHaveLength(1);
});

const given = (input: object): ReturnType<typeof codesOf> => codesOf(input as NewIncident['values']);

test('codes follow from the violations where they are left out', () => {
  expect(given({ violationTypes: ['EXTORTION_BRIBE', 'BEATING', 'RAPE'] })).toEqual({
    gbvimsType: 'RAPE',
    violenceForms: ['ABUSE', 'COERCION'],
    harmKinds: ['PHYSICAL', 'MENTAL', 'POLITICAL', 'ECONOMIC'],
  });
  expect(given({ violationTypes: ['RAID'] }).gbvimsType).toBe('NON_GBV');
  const told = { gbvimsType: 'SEXUAL_ASSAULT', violenceForms: ['STIGMA'], harmKinds: ['CULTURAL'] };
  expect(given({ violationTypes: ['RAPE'], ...told })).toEqual(told);
  expect(given({ violationTypes: ['RAPE'], harmKinds: [] }).harmKinds).toEqual(['PHYSICAL', 'MENTAL']);
});

const detailOf = async (detail: object): Promise<Pick<IncidentShown, 'occurredMonth' | 'detail'>> => {
  const { occurredMonth, detail: shown } = done(await add({ reportedAt: '2026-03-03T10:00:00Z', detail }));
  return { occurredMonth, detail: shown };
};

test.each([
  ['EXACT', '2026-02-17', '2026-02-17', '2026-02-01', 324, 348],
  ['DAY', '2026-02-17', '2026-02-17', '2026-02-01', 324, 348],
  ['MONTH', '2026-02-17', '2026-02-01', '2026-02-01', null, null],
  ['YEAR', '2026-02-17', '2026-01-01', null, null, null],
])(
  'a day known by %s is kept, and reckoned with, no more precisely',
  async (datePrecision, day, kept, month, least, most) => {
    expect(await detailOf({ occurredOn: day, datePrecision })).toEqual({
      occurredMonth: month,
      detail: { occurredOn: kept, datePrecision, elapsedHours: null, least, most },
    });
  },
);

test('a day without a word is that day; no day is unknown', async () => {
  expect((await detailOf({ occurredOn: '2026-03-01' })).detail?.datePrecision).toBe('DAY');
  expect(await detailOf({ weaponUsed: 'NONE' })).toEqual({
    occurredMonth: null,
    detail: { occurredOn: null, datePrecision: 'UNKNOWN', elapsedHours: null, least: null, most: null },
  });
});

test.each([
  ['MORNING', 0, 7],
  ['AFTERNOON', 0, 0],
  ['EVENING_NIGHT', 0, 12],
  [null, 0, 12],
])(
  'the hours until the report are those that the %s of the day there leaves possible',
  async (timeOfDay, least, most) => {
    const { detail } = await detailOf({ occurredOn: '2026-03-03', timeOfDay });
    expect(detail).toMatchObject({ elapsedHours: null, least, most });
  },
);

test('the hours count from a recorded hour, by the clock there', async () => {
  const { detail } = await detailOf({ occurredOn: '2026-03-03', occurredHour: 9 });
  expect(detail).toMatchObject({ elapsedHours: 3, least: 3, most: 3 });
  // Nobody who may have been hurt four days ago appears to be within 72 hours.
  const earlier = await detailOf({ occurredOn: '2026-02-28' });
  expect(earlier.detail).toMatchObject({ least: 60, most: 84 });
});

test('wrong values are told with their paths, all at once', async () => {
  const acted = await add({
    violationTypes: [],
    reportedAt: '2098-01-01T00:00:00Z',
    detail: { datePrecision: 'MONTH' },
  });
  expect(told(acted).sort()).toEqual([
    'INVALID_INPUT detail.occurredOn',
    'INVALID_INPUT reportedAt',
    'INVALID_INPUT violationTypes',
  ]);
  const limits = await add({
    narrative: { text: '' },
    detail: { detainedHours: -1 },
    allegedPerpetrators: [{ actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION', count: 0 }],
  });
  expect(told(limits).sort()).toEqual([
    'INVALID_INPUT allegedPerpetrators.0.count',
    'INVALID_INPUT detail.detainedHours',
    'INVALID_INPUT narrative.text',
  ]);
});

test('the place is one of the country', async () => {
  for (const districtId of [world.district.bw, randomUUID()])
    expect(told(await add({ districtId }))).toEqual(['NOT_FOUND districtId']);
});

test('a disclosure is refused by no end of a case but the survivor’s own', async () => {
  const other = await register(fieldWorker);
  done(await step(manager, 'withdrawCase', other));
  const acted = await act(fieldWorker, 'addIncident', { caseId: other.id, ...base });
  expect(acted.problems).toMatchObject([{ code: 'CONSENT_MISSING' }]);
  for (const status of ['CLOSED', 'DUPLICATE'] as const) {
    const { caseId: id } = await world.newCase('za', { status });
    const made = done(await act(fieldWorker, 'addIncident', { caseId: id, ...base }));
    const correction = { id: made.id, expectedVersion: 1, violationTypes: ['ROBBERY'] };
    done(await act(fieldWorker, 'updateIncident', correction));
    expect(await rowsOf(world, 'case', 'id = $1', [id])).toMatchObject([{ status }]);
    const told = await rowsOf(world, 'notice', "case_id = $1 AND kind = 'DISCLOSED_SINCE'", [id]);
    const supervisor = world.account.za.supervisor;
    expect(told.map(({ addressee_id: to }) => to)).toContain(supervisor);
  }
});

test('a case out of reach, of another country and of nobody are refused alike', async () => {
  const { caseId: foreign } = await world.newCase('bw');
  const texts = new Set<string>();
  for (const [client, id] of [
    [await world.as('case-manager-2', 'za'), caseId],
    [await world.as('field-worker-2', 'za'), caseId],
    [manager, foreign],
    [manager, randomUUID()],
  ] as const) {
    const acted = await act(client, 'addIncident', { caseId: id, ...base });
    expect(told(acted)).toEqual(['NOT_FOUND caseId']);
    texts.add(acted.answer.text);
  }
  expect(texts.size).toBe(1);
  await expectRoles(world, act, 'addIncident', { caseId: randomUUID(), ...base });
});

test('one key adds one incident; an id of one’s own cannot be taken twice', async () => {
  const input = { id: randomUUID(), idempotencyKey: randomUUID() };
  const texts = new Set<string>();
  for (let time = 0; time < 3; time++) texts.add((await add(input)).answer.text);
  expect(texts.size).toBe(1);
  expect(await rowsOf(world, 'incident', 'id = $1', [input.id])).toHaveLength(1);
  expect(told(await add({ id: input.id }))).toEqual(['ALREADY_EXISTS id']);
});
