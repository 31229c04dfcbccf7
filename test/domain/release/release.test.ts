/** What a country gives the region of its cases: a period that is over, of enough people who look alike, and never one alone. */
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld, sweepNow } from '../../support/outside';
import { actor, done } from '../acting';
import { act, incident, register, registration, rowsOf, services, step, uuidOf, type CaseShown } from '../case/acts';
import type { World } from '../world';

let world: World;
let fieldWorker: Client;
let manager: Client;
let secretariat: Client;

const actConsent = actor<{ id: string }>('consent', 'id');
const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'GIVEN', mode: 'WRITTEN' } as const;
const publish = (country = 'za') => sweepNow(world, country, 'publishReleases');

interface Told {
  readonly gender?: string;
  readonly ageBand?: string;
  readonly violation?: string;
  readonly category?: string;
  readonly openedAt?: string;
  readonly incident?: object;
}

/** A case with one incident that may be reported. */
const record = (told: Told = {}): Promise<CaseShown> => {
  const { gender = 'WOMAN', ageBand = 'AGE_25_34', violation = 'BEATING', category = 'CLIENT' } = told;
  const allegedPerpetrators = [{ actorKind: 'PERSON', category, relationship: 'NO_RELATION' }];
  const mode = ageBand === 'UNDER_18' ? 'GUARDIAN' : 'WRITTEN';
  return register(fieldWorker, {
    openedAt: told.openedAt ?? '2026-02-10T08:00:00Z',
    survivor: { genderIdentity: gender, ageBand },
    consents: [
      { ...services, mode },
      { ...reporting, mode },
    ],
    incidents: [
      {
        ...incident,
        districtId: world.district.za,
        reportedAt: '2026-02-09T08:00:00Z',
        violationTypes: [violation],
        allegedPerpetrators,
        ...told.incident,
      },
    ],
  });
};

const several = async (count: number, told: Told = {}): Promise<CaseShown[]> => {
  const records: CaseShown[] = [];
  for (let n = 0; n < count; n++) records.push(await record(told));
  return records;
};

const rowOf = async (recordId: string): Promise<string | null | undefined> =>
  (await rowsOf(world, 'released_row', 'record_id = $1', [recordId]))[0]?.row_id as string | null | undefined;
const incidentOf = async ({ id }: CaseShown): Promise<string> =>
  String((await rowsOf(world, 'incident', 'case_id = $1', [uuidOf(id)]))[0]?.id);

/** The released row of a case, and that of its incident; undefined where there is none. */
async function releasedOf(one: CaseShown) {
  const ids = [await rowOf(uuidOf(one.id)), await rowOf(await incidentOf(one))];
  const [told] = await rowsOf(world, 'released_case', 'id = $1', [ids[0] ?? null]);
  const [done] = await rowsOf(world, 'released_incident', 'id = $1', [ids[1] ?? null]);
  return { told, done };
}

/** Who agreed to be told of for a time does so no more. */
async function lapse({ survivor }: CaseShown): Promise<void> {
  const ofSurvivor = `survivor_id = $1 AND purpose = 'REPORTING_NON_IDENTIFIABLE'`;
  await adminRows(world.database, `UPDATE za.consent SET valid_until = now() - interval '1 day' WHERE ${ofSurvivor}`, [
    uuidOf(survivor?.id ?? ''),
  ]);
  expect(await sweepNow(world, 'za', 'endLapsedConsents')).toBe(1);
}

let women: CaseShown[];
let others: CaseShown[];
let men: CaseShown[];
let unreleased: CaseShown[];

beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
  secretariat = await world.as('secretariat');
  women = await several(6);
  others = await several(6, { violation: 'RAPE', category: 'INTIMATE_PARTNER' });
  men = await several(4, { gender: 'MAN', ageBand: 'AGE_35_49' });
  const supervisor = await world.as('supervisor', 'za');
  const [restricted, duplicate, withdrawn, over] = (await several(4)) as [CaseShown, CaseShown, CaseShown, CaseShown];
  await lapse(over);
  done(await step(manager, 'restrictCase', restricted, { restrictionReason: 'WELL_KNOWN' }));
  const asked = await step(supervisor, 'markCaseDuplicate', duplicate, { duplicateOfId: women[0]?.id });
  done(await step(manager, 'confirmCaseDuplicate', done(asked)));
  done(await step(manager, 'withdrawCase', withdrawn));
  unreleased = [
    ...[restricted, duplicate, withdrawn, over, await record({ ageBand: 'UNDER_18' })],
    await record({ incident: { consentReporting: false } }),
    await record({ incident: { reportedElsewhere: true } }),
    await register(fieldWorker, { openedAt: '2026-02-10T08:00:00Z' }),
  ];
});
afterAll(() => world.close());

test('nothing is told of a period until it is over and published, and then all of it at once', async () => {
  const today = { ...registration({ incidents: [incident] }) };
  done(await act(fieldWorker, 'registerCase', today));
  expect(await rowsOf(world, 'released_case', 'true')).toEqual([]);
  expect(await Promise.all([publish(), publish()])).toContain(1);
  const releases = await rowsOf(world, 'release', 'true ORDER BY starts_on');
  expect(releases[0]).toMatchObject({ period: '2026Q1', starts_on: '2026-01-01', ends_on: '2026-03-31', k: 5, l: 2 });
  expect(await rowsOf(world, 'released_case', 'release_id = $1', [releases[0]?.id])).toHaveLength(12);
});

test('those who look alike are told by place, gender, age, type and perpetrators', async () => {
  const [district] = await rowsOf(world, 'district', 'id = $1', [world.district.za]);
  const common = { province_id: district?.province_id, zone: null, gender_identity: 'WOMAN', age_band: 'AGE_25_34' };
  for (const [one, type, group] of [
    [women[0], 'PHYSICAL_ASSAULT', 'CLIENT'],
    [others[5], 'RAPE', 'PARTNER_OR_FAMILY'],
  ] as const) {
    const { told, done: incidentRow } = await releasedOf(one as CaseShown);
    expect(told).toMatchObject({ ...common, starts_on: '2026-01-01', generalised: [] });
    expect(incidentRow).toMatchObject({ ...common, gbvims_type: type, perpetrator_group: group, generalised: [] });
  }
});

test('of too few who look alike nothing is told, and how many rows that were is said', async () => {
  for (const man of men) expect(await releasedOf(man)).toEqual({ told: undefined, done: undefined });
  const [release] = await rowsOf(world, 'release', `period = '2026Q1'`);
  // Eight of 32 rows.
  expect(release).toMatchObject({ edition: 1, suppressed_share: 25 });
});

test('minors, what is restricted, withdrawn, run out or told twice, and what must not be reported, are in no release', async () => {
  for (const one of unreleased) {
    expect(await rowsOf(world, 'released_row', 'record_id = $1', [uuidOf(one.id)])).toEqual([]);
  }
});

test('nothing in it leads back: no id, no moment, no author, no order', async () => {
  const rows = [
    ...(await rowsOf(world, 'released_case', 'true')),
    ...(await rowsOf(world, 'released_incident', 'true')),
  ];
  expect(new Set(rows.map(({ created_at }) => String(created_at))).size).toBeLessThanOrEqual(3);
  for (const row of rows) expect(row.created_by_id).toBeNull();
  const text = JSON.stringify(rows);
  for (const one of [...women, ...others]) {
    expect(text).not.toContain(uuidOf(one.id));
    expect(text).not.toContain(await incidentOf(one));
  }
  const made = [...women, ...others].map(({ id }) => uuidOf(id));
  const lying = await adminRows<{ record_id: string }>(
    world.database,
    `SELECT w.record_id FROM za.released_case c JOIN za.released_row w ON w.row_id = c.id ORDER BY c.ctid`,
  );
  expect(lying.map(({ record_id }) => record_id)).not.toEqual(made);
});

test('the region reads it, counts it and filters it, and not the cases', async () => {
  const { data, errors } = await secretariat.query(
    `{ releases(country: ZA, filter: { period: { eq: "2026Q1" } }) { edges { node { period edition k suppressedShare
        incidents(filter: { gbvimsType: { eq: RAPE } }) { totalCount } } } }
      sharedCases(country: ZA, first: 1) { edges { node { country startsOn release { period } ageBandLabel generalised } } } }`,
  );
  expect(errors).toEqual([]);
  const [{ node }] = data.releases.edges;
  expect(node).toEqual({ period: '2026Q1', edition: 1, k: 5, suppressedShare: 25, incidents: { totalCount: 6 } });
  expect(data.sharedCases.edges[0].node).toMatchObject({ country: 'ZA', ageBandLabel: '25–34', generalised: [] });
});

test('a period whose turn has come again brings what is late, and changes nothing of an old one', async () => {
  const before = await rowsOf(world, 'released_case', `starts_on = '2026-01-01' ORDER BY id`);
  await adminRows(world.database, `DELETE FROM za.release WHERE period <> '2026Q1'`);
  const late = await record({ gender: 'MAN', ageBand: 'AGE_35_49' });
  const police = await several(6, {
    ageBand: 'AGE_50_PLUS',
    category: 'POLICE_OFFICER',
    openedAt: '2026-05-02T08:00:00Z',
  });
  expect(await publish()).toBe(1);
  for (const one of [late, ...men]) {
    expect((await releasedOf(one)).told).toMatchObject({ starts_on: '2026-04-01', gender_identity: 'MAN' });
  }
  expect(await rowsOf(world, 'released_case', `starts_on = '2026-01-01' ORDER BY id`)).toEqual(before);
  // Six are enough, and not where law enforcement is seen; and what all have in common is not told either.
  for (const one of police) {
    const { done: row } = await releasedOf(one);
    expect(row).toMatchObject({ perpetrator_group: null, gbvims_type: null, age_band: 'AGE_50_PLUS' });
    expect(String(row?.generalised)).toContain('PERPETRATOR_GROUP');
  }
});

test('whoever withdraws leaves on the next day of republication, and never alone', async () => {
  const republish = () => sweepNow(world, 'za', 'withdrawFromReleases');
  const one = women[2] as CaseShown;
  const [consent] = await rowsOf(world, 'consent', `survivor_id = $1 AND purpose = 'REPORTING_NON_IDENTIFIABLE'`, [
    uuidOf(one.survivor?.id ?? ''),
  ]);
  const rowsBefore = await rowsOf(world, 'released_incident', `starts_on = '2026-01-01' ORDER BY id`);
  const gone = (await releasedOf(one)).done?.id;
  done(await actConsent(manager, 'withdrawConsent', { consentId: consent?.id }));
  const other = others[1] as CaseShown;
  const refusal = { ...services, decision: 'REFUSED', survivorId: other.survivor?.id };
  done(await actConsent(manager, 'recordConsent', refusal));
  expect(await republish()).toBe(0);
  expect((await releasedOf(one)).done).toBeDefined();
  await adminRows(world.database, `UPDATE za.release SET published_on = published_on - 29`);
  expect(await republish()).toBeGreaterThan(0);
  expect(await republish()).toBe(0);
  const rowsAfter = await rowsOf(world, 'released_incident', `starts_on = '2026-01-01' ORDER BY id`);
  const left = rowsBefore.filter(({ id }) => !rowsAfter.some((row) => row.id === id));
  expect(left.map(({ id }) => id)).toContain(gone);
  expect((await releasedOf(other)).told).toBeUndefined();
  expect(new Set(left.map(({ gbvims_type }) => gbvims_type)).size).toBe(2);
  expect(left.length).toBeGreaterThanOrEqual(5);
  expect(rowsBefore.filter(({ id }) => rowsAfter.some((row) => row.id === id))).toEqual(rowsAfter);
  // What was told of those who left with them is kept until the tables of the period are made beside it, and of them not.
  const kept = await rowsOf(world, 'released_row', 'told IS NOT NULL');
  expect(kept).toHaveLength(left.length - 2);
  const withdrew = [await incidentOf(one), await incidentOf(other)];
  for (const { record_id, told } of kept) {
    expect(withdrew).not.toContain(record_id);
    expect(told).toEqual([expect.any(String), expect.any(String), expect.any(String), 'WOMAN', 'AGE_25_34']);
  }
  expect(await rowsOf(world, 'release', `period = '2026Q1'`)).toMatchObject([{ edition: 2, suppressed_share: 25 }]);
});

test('whose consent has run out leaves as whoever withdraws does', async () => {
  // Some of those who were released left with whoever withdrew, by lot.
  const released = await Promise.all(
    [...women, ...men].map(async (one) => ((await releasedOf(one)).done ? [one] : [])),
  );
  const one = released.flat()[0] as CaseShown;
  await lapse(one);
  await adminRows(world.database, `UPDATE za.release SET published_on = published_on - 29`);
  expect(await sweepNow(world, 'za', 'withdrawFromReleases')).toBeGreaterThan(0);
  expect(await releasedOf(one)).toEqual({ told: undefined, done: undefined });
});

test('the tables of a period are made beside all that any edition of its release told, which is then forgotten', async () => {
  const inPeriod = `release_id = (SELECT id FROM za.release WHERE period = '2026Q1')`;
  const counted = 'record_id IN (SELECT id FROM za.incident WHERE consent_reporting)';
  const kept = await rowsOf(world, 'released_row', `${inPeriod} AND told IS NOT NULL AND ${counted}`);
  const there = await rowsOf(world, 'released_incident', inPeriod);
  expect(kept.length).toBeGreaterThan(0);
  while (await sweepNow(world, 'za', 'publishIndicators'));
  const [{ floors } = { floors: '[]' }] = await rowsOf(
    world,
    'published_edition',
    `series = 'main' AND period = '2026Q1'`,
  );
  const told = (JSON.parse(String(floors)) as { readonly n: number }[]).reduce((sum, { n }) => sum + n, 0);
  expect(told).toBe(there.length + kept.length);
  expect(await rowsOf(world, 'released_row', `${inPeriod} AND told IS NOT NULL`)).toEqual([]);
});

test('a country that shares no cases releases none', async () => {
  const client = await world.as('case-manager', 'mz');
  const old = registration({ openedAt: '2026-02-10T08:00:00Z', incidents: [incident] });
  done(await act(client, 'registerCase', old));
  expect(await publish('mz')).toBe(0);
  const { data } = await secretariat.query('{ releases(country: MZ) { edges { node { id } } } }');
  expect(data.releases.edges).toEqual([]);
});
