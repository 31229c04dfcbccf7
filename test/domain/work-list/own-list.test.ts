/**
 * The list of whoever sees only what is theirs is read under each of their keys: their own, a colleague's whom they stand in
 * for, a duty's, and alerts while they are on call. By pages, filters and counts it is one list.
 */
import '../../../src/domain/all';
import { OnCallShift } from '../../../src/domain/casework/alert/on-call-shift.entity';
import { Deputyship } from '../../../src/domain/casework/colleague/deputyship.entity';
import type { Client } from '../../support/app';
import { FollowUp } from '../../../src/domain/casework/follow-up/follow-up.entity';
import { put } from '../../support/arranging';
import { inHours, raise } from '../alert/acts';
import { done } from '../acting';
import { uuidOf } from '../case/acts';
import { openWorld, type World } from '../world';

let world: World;
let peer: Client;
let alert: string;
let absent: string;

beforeAll(async () => {
  world = await openWorld();
  peer = await world.as('field-worker', 'za');
  const { za: account } = world.account;
  const [organisationId, time] = [world.organisation.za.partner, { startsAt: inHours(-1), endsAt: inHours(5) }];
  absent = account['field-worker-2']!;
  await world.arrange('za', (work) =>
    put(work, Deputyship, { organisationId, absentId: absent, deputyId: account['field-worker']!, ...time }),
  );
  await world.arrange('za', (work) =>
    put(work, OnCallShift, {
      ...{ organisationId, memberId: account['field-worker']!, turn: 'SECOND', status: 'PLANNED', districtCodes: [] },
      ...time,
    }),
  );
  const { caseId } = await world.newCase('za');
  for (const [nth, responsibleId] of [
    ...Array<string>(7).fill(account['field-worker']!),
    absent,
    absent,
    absent,
  ].entries())
    await world.arrange('za', (work) =>
      put(work, FollowUp, { caseId, type: 'REVIEW', status: 'PLANNED', dueAt: inHours(-1 - (nth % 4)), responsibleId }),
    );
  alert = uuidOf(done(await raise(await world.as('supervisor', 'za'), world.district.za)).id);
});
afterAll(() => world.close());

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string;
  readonly responsible: { readonly id: string } | null;
}

interface Asked {
  readonly order?: string;
  readonly filter?: string;
  readonly back?: boolean;
}

async function paged(
  client: Client,
  length: number,
  { order = '', filter = '', back = false }: Asked,
): Promise<Item[]> {
  const [count, cursor, end, more] = back
    ? ['last', 'before', 'startCursor', 'hasPreviousPage']
    : ['first', 'after', 'endCursor', 'hasNextPage'];
  const document = `query ($cursor: String) { workList(${count}: ${length}, ${cursor}: $cursor ${order} ${filter}) {
    edges { node { id kind recordId responsible { id } } } pageInfo { ${end} ${more} } totalCount } }`;
  const items: Item[] = [];
  for (let at: string | null = null; ;) {
    const { data, errors, text } = await client.query(document, { cursor: at });
    if (errors.length > 0) throw new Error(text);
    const page = (data.workList.edges as { node: Item }[]).map(({ node }) => node);
    if (back) items.unshift(...page);
    else items.push(...page);
    if (!data.workList.pageInfo[more]) {
      expect(data.workList.totalCount).toBe(items.length);
      return items;
    }
    at = data.workList.pageInfo[end] as string;
  }
}

const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

it('holds what is mine, what is the colleague’s, and the alert', async () => {
  const items = await paged(peer, 100, {});
  expect(items.filter(({ recordId }) => recordId === alert).map(({ kind }) => kind)).toEqual(['ALERT_UNACKNOWLEDGED']);
  const responsible = items.map((item) => (item.responsible ? uuidOf(item.responsible.id) : null));
  expect(new Set(responsible)).toEqual(new Set([world.account.za['field-worker'], absent, null]));
  expect(new Set(ids(items)).size).toBe(items.length);
});

it('has the alert once for whoever is on call and has the duty as well', async () => {
  const manager = await world.as('case-manager', 'za');
  await world.arrange('za', (work) =>
    put(work, OnCallShift, {
      ...{ organisationId: world.organisation.za.partner, memberId: world.account.za['case-manager']!, turn: 'FIRST' },
      ...{ status: 'PLANNED', districtCodes: [], startsAt: inHours(-1), endsAt: inHours(5) },
    }),
  );
  const items = await paged(manager, 100, {});
  expect(items.filter(({ recordId }) => recordId === alert)).toHaveLength(1);
});

const orders = ['KIND', 'UPDATED_AT'].flatMap((field) =>
  ['ASC', 'DESC'].map((direction) => `orderBy: [{ field: ${field}, direction: ${direction} }]`),
);

it.each([...orders, ''])('is the same in pages of three, forwards and backwards: %s', async (order) => {
  const whole = ids(await paged(peer, 100, { order }));
  expect(whole.length).toBeGreaterThan(10);
  expect(ids(await paged(peer, 3, { order }))).toEqual(whole);
  expect(ids(await paged(peer, 3, { order, back: true }))).toEqual(whole);
});

it('is filtered, and counted by kind', async () => {
  const whole = await paged(peer, 100, {});
  const { data } = await peer.query('{ workCounts { kind count } }');
  const counts = data.workCounts as { kind: string; count: number }[];
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(whole.length);
  for (const { kind, count } of counts) {
    const some = await paged(peer, 2, { filter: `filter: { kind: { eq: ${kind} } }` });
    expect([kind, some.length]).toEqual([kind, count]);
    expect(ids(some)).toEqual(ids(whole.filter((item) => item.kind === kind)));
  }
});
