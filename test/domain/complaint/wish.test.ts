/** Nothing is complained of against the survivor's wish; what is about no survivor is the organisation's own. */
import { randomUUID } from 'node:crypto';
import { openWorld } from '../../support/outside';
import type { Client } from '../../support/app';
import { done, told, warned } from '../acting';
import type { World } from '../world';
import { complainant, day, mechanism, onWish, record, step, walk, type ComplaintShown } from './acts';

let world: World;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  supervisor = await world.as('supervisor', 'za');
});
afterAll(() => world.close());

const made = async (values: object = {}, client = manager): Promise<ComplaintShown> =>
  done(await record(client, { caseId: (await complainant(client)).id, ...values }));

describe('what the survivor wants', () => {
  test('what is prepared against it is warned about, and so is a wish against what is prepared', async () => {
    const { id: caseId } = await complainant(manager, null);
    const wish = done(await onWish(manager, 'recordComplaintWish', { caseId, mechanismsExplained: true, wish: 'NO' }));
    const prepared = await record(manager, { caseId });
    expect(done(prepared).status).toBe('PREPARED');
    expect(warned(prepared)).toEqual(['CONTRADICTORY caseId']);
    const change = (version: number, now: string) =>
      onWish(manager, 'changeComplaintWish', { id: wish.id, expectedVersion: version, wish: now });
    expect(warned(await change(1, 'YES'))).toEqual([]);
    expect(warned(await record(manager, { caseId }))).toEqual([]);
    expect(warned(await change(2, 'NO'))).toEqual(['CONTRADICTORY wish']);
  });

  test('who did not get the answer is warned when they ask again, of what holds by then', async () => {
    const { id: caseId } = await complainant(manager, null);
    const wish = done(await onWish(manager, 'recordComplaintWish', { caseId, mechanismsExplained: true, wish: 'NO' }));
    const input = { caseId, idempotencyKey: randomUUID() };
    const first = await record(manager, input);
    const again = await record(manager, input);
    expect(done(again).id).toBe(done(first).id);
    expect([warned(first), warned(again)]).toEqual([['CONTRADICTORY caseId'], ['CONTRADICTORY caseId']]);
    expect(again.warnings).toEqual(first.warnings);
    const changed = (expectedVersion: number, now: string, idempotencyKey: string) =>
      onWish(manager, 'changeComplaintWish', { id: wish.id, expectedVersion, wish: now, idempotencyKey });
    done(await changed(1, 'YES', randomUUID()));
    expect(warned(await record(manager, input))).toEqual([]);
    const key = randomUUID();
    const told = [await changed(2, 'NO', key), await changed(2, 'NO', key)];
    expect(told.map(warned)).toEqual([['CONTRADICTORY wish'], ['CONTRADICTORY wish']]);
  });

  test('nothing is brought unless she wants to complain', async () => {
    const unasked = await complainant(manager, null);
    expect(told(await record(manager, { caseId: unasked.id, filedOn: day() }))).toEqual(['NOT_WISHED']);
    const prepared = done(await record(manager, { caseId: unasked.id }));
    expect(told(await step(manager, 'fileComplaint', prepared, { filedOn: day() }))).toEqual(['NOT_WISHED']);
    const wish = { caseId: unasked.id, mechanismsExplained: true, wish: 'LATER', reason: 'FEAR' };
    const later = done(await onWish(manager, 'recordComplaintWish', wish));
    expect(told(await step(manager, 'fileComplaint', prepared, { filedOn: day() }))).toEqual(['NOT_WISHED']);
    expect(told(await onWish(manager, 'recordComplaintWish', wish))).toEqual(['ALREADY_EXISTS caseId']);
    const change = { id: later.id, expectedVersion: later.version, wish: 'YES' };
    expect(done(await onWish(manager, 'changeComplaintWish', change))).toMatchObject({ wish: 'YES', reason: null });
    expect((await walk(manager, prepared, ['fileComplaint', { filedOn: day() }])).status).toBe('FILED');
  });

  test('a reason is one against complaining, and nobody is asked tomorrow', async () => {
    const { id: caseId } = await complainant(manager, null);
    const wish = (values: object) =>
      onWish(manager, 'recordComplaintWish', { caseId, mechanismsExplained: true, wish: 'YES', ...values });
    expect(told(await wish({ reason: 'COST' }))).toEqual(['INVALID_INPUT reason']);
    expect(told(await wish({ askedOn: day(2) }))).toEqual(['INVALID_INPUT askedOn']);
  });

  test('she withdraws it: we no longer follow it, and what the authority decides all the same is recorded once', async () => {
    const filed = await made({ filedOn: day(-40) });
    const withdrawn = await walk(manager, filed, [
      'withdrawComplaint',
      { note: { text: 'He threatened her children.' } },
    ]);
    expect(withdrawn).toMatchObject({
      ...{ status: 'WITHDRAWN_BY_SURVIVOR', withdrawnOn: day(), stallsOn: null },
      case: { concluded: true },
    });
    const later = await walk(manager, withdrawn, ['concludeComplaint', { conclusion: 'NOT_PROSECUTED' }]);
    expect(later).toMatchObject({ status: 'WITHDRAWN_BY_SURVIVOR', conclusion: 'NOT_PROSECUTED' });
    const again = await step(manager, 'concludeComplaint', later, { conclusion: 'ACQUITTAL' });
    expect(told(again)).toEqual(['ALREADY_CONCLUDED']);
    expect(told(await step(manager, 'dropComplaint', filed, { note: { text: 'x' } }))).toEqual([
      'VERSION_CONFLICT expectedVersion',
    ]);
    const open = await made();
    expect(told(await step(manager, 'dropComplaint', open, { note: { text: 'x' } }))).toEqual(['SURVIVOR_DECIDES']);
  });
});

describe('about no survivor', () => {
  test('it is the organisation’s own, against a policy or a station', async () => {
    const rights = await mechanism(manager, 'HUMAN_RIGHTS');
    const own = done(
      await record(manager, {
        mechanismId: rights.id,
        about: 'POLICY',
        filedOn: day(-2),
        note: { text: 'The by-law.' },
      }),
    );
    expect(own).toMatchObject({ status: 'FILED', case: null });
    const sees = async (name: string): Promise<unknown> => {
      const client = await world.as(name, 'za');
      return (await client.query('query ($id: ID!) { complaint(id: $id) { status } }', { id: own.id })).data?.complaint;
    };
    for (const name of ['case-manager', 'supervisor', 'me-officer'])
      expect([name, await sees(name)]).toEqual([name, { status: 'FILED' }]);
    for (const name of ['field-worker', 'case-manager-2', 'service-provider', 'partner-admin'])
      expect([name, (await sees(name)) ?? null]).toEqual([name, null]);
    expect(told(await step(manager, 'withdrawComplaint', own))).toEqual(['NO_SURVIVOR']);
    const dropped = await walk(manager, own, ['dropComplaint', { note: { text: 'It was repealed.' } }]);
    expect(dropped).toMatchObject({ status: 'DROPPED', withdrawnOn: day() });
    const { data } = await manager.query(
      'query ($id: ID!) { complaint(id: $id) { notes { edges { node { step text } } } } }',
      { id: own.id },
    );
    const notes = data.complaint.notes.edges as { node: { text: string } }[];
    expect(notes.map(({ node }) => node.text).sort()).toEqual(['It was repealed.', 'The by-law.']);
  });

  test('is taken out by the supervisor, and put back', async () => {
    const own = done(await record(manager, { about: 'STATION' }));
    const voided = await supervisor.query(
      'mutation ($input: VoidComplaintInput!) { voidComplaint(input: $input) { voiding { id version } problems { code } } }',
      {
        input: {
          idempotencyKey: 'void-station-0001',
          complaintId: own.id,
          expectedVersion: own.version,
          reason: 'Twice.',
        },
      },
    );
    expect(voided.data.voidComplaint.problems).toEqual([]);
    const listed = async (): Promise<number> => {
      const filter = { filter: { id: { eq: own.id } } };
      const query = 'query ($filter: ComplaintFilter) { complaints(filter: $filter) { totalCount } }';
      return (await manager.query(query, filter)).data.complaints.totalCount as number;
    };
    expect(await listed()).toBe(0);
    const { id, version } = voided.data.voidComplaint.voiding as { id: string; version: number };
    const back = await supervisor.query(
      'mutation ($input: RestoreRecordInput!) { restoreRecord(input: $input) { problems { code } } }',
      { input: { idempotencyKey: 'restore-station-01', id, expectedVersion: version, reason: 'Not twice.' } },
    );
    expect(back.data.restoreRecord.problems).toEqual([]);
    expect(await listed()).toBe(1);
  });

  test('violence is a case’s', async () => {
    expect(told(await record(manager))).toEqual(['INVALID_INPUT caseId']);
  });
});
