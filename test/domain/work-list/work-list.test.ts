/** What waits for somebody: on whose list, in which order, and for how long. */
import '../../../src/domain/all';
import { FollowUp } from '../../../src/domain/casework/follow-up/follow-up.entity';
import { WorkKind } from '../../../src/domain/work-list/work-item.codes';
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { put } from '../../support/arranging';
import { register, uuidOf } from '../case/acts';
import { actor, done } from '../acting';
import { act, makeInput, sent, walk } from '../referral/acts';
import { openWorld, type CountryName, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Item {
  readonly kind: string;
  readonly dueAt: string | null;
  readonly risk: string;
  readonly reference: string | null;
  readonly entity: string;
  readonly recordId: string;
  readonly case: { id: string } | null;
}

async function listOf(client: Client, fields = 'case { id }'): Promise<Item[]> {
  const { data, errors, text } = await client.query(
    `{ workList(first: 100) { edges { node { kind dueAt risk reference entity recordId ${fields} } } } }`,
  );
  if (errors.length > 0) throw new Error(text);
  return (data.workList.edges as { node: Item }[]).map(({ node }) => node);
}
const about = async (client: Client, id: string, fields?: string): Promise<string[]> =>
  (await listOf(client, fields)).filter(({ recordId }) => recordId === uuidOf(id)).map(({ kind }) => kind);

const actFollowUp = actor<{ id: string; version: number }>('followUp', 'id version');
const actCase = actor<{ id: string; version: number; status: string }>('case', 'id version status');

const HOUR = 3_600_000;
const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let peer: Client;
  let colleague: Client;
  let manager: Client;
  let supervisor: Client;
  beforeAll(async () => {
    peer = await world.as('field-worker', country);
    colleague = await world.as('field-worker-2', country);
    manager = await world.as('case-manager', country);
    supervisor = await world.as('supervisor', country);
  });
  const account = (name: string): string => world.account[country][name]!;
  const planned = (caseId: string, dueAt: string): Promise<string> =>
    world.arrange(country, (work) =>
      put(work, FollowUp, { caseId, type: 'REVIEW', status: 'PLANNED', dueAt, responsibleId: account('field-worker') }),
    );

  it('is of whoever has to do it, and of who supervises them; of nobody else', async () => {
    const { caseId } = await world.newCase(country);
    const id = await planned(caseId, hoursFromNow(-1));
    expect(await about(peer, id)).toEqual(['FOLLOW_UP']);
    expect(await about(supervisor, id)).toEqual(['FOLLOW_UP']);
    expect(await about(manager, id)).toEqual([]);
    expect(await about(colleague, id)).toEqual([]);
    for (const other of ['service-provider', 'me-officer', 'privacy-officer', 'case-manager-2', 'partner-admin'])
      expect([other, await about(await world.as(other, country), id, '')]).toEqual([other, []]);
  });

  it('ends when it is done', async () => {
    const { caseId } = await world.newCase(country);
    const id = await planned(caseId, hoursFromNow(-1));
    done(await actFollowUp(peer, 'completeFollowUp', { id, expectedVersion: 1, outcome: 'SAFE' }));
    expect(await about(peer, id)).toEqual([]);
  });

  it('begins on its day', async () => {
    const { caseId } = await world.newCase(country);
    const id = await planned(caseId, hoursFromNow(49));
    expect(await about(peer, id)).toEqual([]);
  });

  it('comes further up once it is overdue and the risk is high', async () => {
    const { caseId } = await world.newCase(country);
    const id = await planned(caseId, hoursFromNow(-1));
    done(await actCase(peer, 'updateCase', { id: caseId, expectedVersion: 1, riskLevel: 'HIGH' }));
    expect(await about(peer, id)).toEqual(['OVERDUE_AT_RISK']);
    const [item] = (await listOf(peer)).filter(({ recordId }) => recordId === uuidOf(id));
    expect([item?.risk, uuidOf(item?.case?.id ?? '')]).toEqual(['HIGH', caseId]);
  });

  it('goes to whoever has the case then', async () => {
    const { caseId } = await world.newCase(country);
    const id = await planned(caseId, hoursFromNow(-1));
    done(await actCase(manager, 'assignCase', { id: caseId, expectedVersion: 1, ownerId: account('field-worker-2') }));
    expect(await about(colleague, id)).toEqual(['FOLLOW_UP']);
    expect(await about(peer, id)).toEqual([]);
  });

  it('is sorted by kind, then by the time that is left; pages follow each other without a gap', async () => {
    for (const hours of [-1, -2, -30]) await planned((await world.newCase(country)).caseId, hoursFromNow(hours));
    const all = await listOf(supervisor);
    const place = ({ kind, dueAt }: Item): string =>
      `${String(WorkKind.codes.indexOf(kind as WorkKind)).padStart(2, '0')} ${dueAt ?? '9'}`;
    expect(all.length).toBeGreaterThan(5);
    expect(all.map(place)).toEqual(all.map(place).sort());
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await supervisor.query(
        'query ($after: String) { workList(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      paged.push(...(data.workList.edges as { node: { id: string } }[]).map(({ node }) => node.id));
      if (!data.workList.pageInfo.hasNextPage) break;
      after = data.workList.pageInfo.endCursor as string;
    }
    expect([paged.length, new Set(paged).size]).toEqual([all.length, all.length]);
  });

  it('is counted by kind, in the order of the list and in the language asked for', async () => {
    const all = await listOf(supervisor);
    const { data } = await supervisor.query('{ workCounts { kind kindLabel count } }', undefined, {
      'accept-language': 'pt',
    });
    const counted = data.workCounts as { kind: WorkKind; kindLabel: string; count: number }[];
    const kinds = [...new Set(all.map(({ kind }) => kind as WorkKind))];
    expect(counted).toEqual(
      kinds.map((kind) => ({
        kind,
        kindLabel: WorkKind.of[kind].pt,
        count: all.filter((item) => item.kind === kind).length,
      })),
    );
  });
});

describe('a referral', () => {
  const age = (id: string, hours: number): Promise<unknown> =>
    adminRows(
      world.database,
      `UPDATE za.work_item SET from_at = from_at - $2 * interval '1 hour', until_at = until_at - $2 * interval '1 hour' WHERE record_id = $1`,
      [uuidOf(id), hours],
    );

  it('is on the list of who was asked, by its urgency, without the case; and of who asked once it is late', async () => {
    const { id } = await sent(world, { urgency: 'IMMEDIATE' });
    const [provider, peer] = [await world.as('service-provider', 'za'), await world.as('field-worker', 'za')];
    const [item] = (await listOf(provider, '')).filter(({ recordId }) => recordId === uuidOf(id));
    expect(item).toMatchObject({ kind: 'REFERRAL_IMMEDIATE', risk: 'NOT_SAID', entity: 'Referral' });
    expect(await about(peer, id)).toEqual([]);
    await age(id, 2);
    expect(await about(peer, id)).toEqual(['REFERRAL_IMMEDIATE']);
  });

  it('of a service whose clock runs comes first, and by its urgency afterwards', async () => {
    const { id } = await sent(world, { urgency: 'WITHIN_72H', serviceType: 'PEP' });
    const provider = await world.as('service-provider', 'za');
    expect(await about(provider, id, '')).toEqual(['CARE_WITHIN_HOURS']);
    await age(id, 73);
    expect(await about(provider, id, '')).toEqual(['REFERRAL_WITHIN_72H']);
  });

  it('that was rejected is the sender’s again, until somebody else is asked', async () => {
    const input = await makeInput(world);
    const [provider, peer, manager] = [
      await world.as('service-provider', 'za'),
      await world.as('field-worker', 'za'),
      await world.as('case-manager', 'za'),
    ];
    const referral = done(await act(manager, 'makeReferral', input));
    await walk(referral, [provider, 'rejectReferral', { rejectedReason: 'NO_CAPACITY' }]);
    expect(await about(peer, referral.id)).toEqual(['REFERRAL_ROUTINE']);
    expect(await about(provider, referral.id, '')).toEqual([]);
    const needs = 'query ($id: ID!) { referral(id: $id) { need { id } } }';
    const { data } = await manager.query(needs, { id: referral.id });
    const again = {
      toOrganisationId: undefined,
      remoteProvider: 'Clinic of the next town',
      needId: data.referral.need.id,
    };
    done(await act(manager, 'makeReferral', { ...input, ...again }));
    expect(await about(peer, referral.id)).toEqual([]);
  });
});

const onNeed = actor<{ id: string; version: number }>('serviceNeed', 'id version');

it.each([
  [10, '10:00'],
  [undefined, '24:00'],
])('counts the hours of care from what happened, the hour %p, or from the end of its day', async (hour, from) => {
  const manager = await world.as('case-manager', 'za');
  const day = hoursFromNow(-24).slice(0, 10);
  const record = await register(manager, {
    incidents: [
      {
        ...{ violationTypes: ['BEATING'], consentReporting: false },
        detail: { occurredOn: day, datePrecision: 'EXACT', occurredHour: hour },
      },
    ],
  });
  const need = done(
    await onNeed(manager, 'recordServiceNeed', {
      caseId: record.id,
      category: 'HEALTH',
      serviceType: 'PEP',
      namedBySurvivor: true,
    }),
  );
  const [item] = (await listOf(manager)).filter(({ recordId }) => recordId === uuidOf(need.id));
  const over = Date.parse(`${day}T${from}:00+02:00`) + 72 * HOUR;
  expect([item?.kind, Date.parse(item?.dueAt ?? '')]).toEqual(['CARE_WITHIN_HOURS', over]);
});

it('has the sender see to what a provider outside the system is to give', async () => {
  const [manager, peer] = [await world.as('case-manager', 'za'), await world.as('field-worker', 'za')];
  const outside = { toOrganisationId: undefined, remoteProvider: 'Clinic R', urgency: 'ROUTINE' };
  const plain = done(await act(manager, 'makeReferral', { ...(await makeInput(world)), ...outside }));
  expect(await about(peer, plain.id)).toEqual([]);
  await adminRows(
    world.database,
    `UPDATE za.work_item SET from_at = from_at - interval '60 days' WHERE record_id = $1`,
    [uuidOf(plain.id)],
  );
  expect(await about(peer, plain.id)).toEqual(['REFERRAL_ROUTINE']);
  const pep = done(await act(manager, 'makeReferral', { ...(await makeInput(world)), ...outside, serviceType: 'PEP' }));
  expect(await about(peer, pep.id)).toEqual(['CARE_WITHIN_HOURS']);
});

it('waits for a second person where one is needed', async () => {
  const { caseId } = await world.newCase('za');
  const [peer, supervisor] = [await world.as('field-worker', 'za'), await world.as('supervisor', 'za')];
  const values = { closureReason: 'NEEDS_MET', safetyPlanReviewed: true, informedCanResume: true };
  const asked = done(await actCase(peer, 'requestCaseClosure', { id: caseId, expectedVersion: 1, ...values }));
  expect(await about(supervisor, caseId)).toEqual(['TO_APPROVE']);
  expect(await about(peer, caseId)).toEqual([]);
  done(await actCase(supervisor, 'approveCaseClosure', { id: caseId, expectedVersion: asked.version }));
  expect(await about(supervisor, caseId)).toEqual([]);
});

it('ten items are less than 2 kB', async () => {
  const [supervisor, { caseId }] = [await world.as('supervisor', 'za'), await world.newCase('za')];
  for (let n = 0; n < 10; n++)
    await world.arrange('za', (work) =>
      put(work, FollowUp, { caseId, type: 'REVIEW', status: 'PLANNED', dueAt: hoursFromNow(-n) }),
    );
  const { text } = await supervisor.query(
    '{ workList(first: 10) { edges { node { kind dueAt risk reference recordId } } pageInfo { hasNextPage endCursor } } }',
  );
  expect(JSON.parse(text).data.workList.edges).toHaveLength(10);
  expect(Buffer.byteLength(text)).toBeLessThan(2048);
});

it('is of the region’s own doing for the secretariat', async () => {
  const document = '{ workList(first: 100) { edges { node { country } } } workCounts { count } }';
  const own = await (await world.as('secretariat', 'region')).query(document);
  const { edges } = own.data.workList as { edges: { node: { country: string } }[] };
  expect([own.errors, edges.filter(({ node }) => node.country !== 'REGION')]).toEqual([[], []]);
  const counts = (own.data.workCounts as { count: number }[]).map(({ count }) => count);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(edges.length);
});
