/** Closed and concluded are two facts of a case; and what time does with complaints. */
import { openWorld, sweepNow } from '../../support/outside';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { actor, done } from '../acting';
import { register, step as onCase, uuidOf, walk as walkCase } from '../case/acts';
import type { World } from '../world';
import { complainant, day, daysAfter, mechanism, record, walk, type ComplaintShown } from './acts';

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

describe('closed and concluded are two facts', () => {
  const closed = async (caseId: string): Promise<{ id: string; version: number }> => {
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { id version } }', { id: caseId });
    return walkCase(
      data.case as never,
      [manager, 'assessCase'],
      [manager, 'planCase'],
      [manager, 'followUpCase'],
      [manager, 'requestCaseClosure', { closureReason: 'NEEDS_MET' }],
      [supervisor, 'approveCaseClosure'],
    );
  };
  const facts = async (id: string): Promise<object> =>
    (await manager.query('query ($id: ID!) { case(id: $id) { status concluded retentionUntil } }', { id })).data
      .case as object;

  test('a case without complaints has no conclusion, and is kept from its closure on', async () => {
    const { id } = await register(manager);
    await closed(id);
    expect(await facts(id)).toEqual({ status: 'CLOSED', concluded: null, retentionUntil: expect.any(String) });
  });

  test('a court takes years: the complaint of a closed case goes on, and the case is kept until it ends', async () => {
    const { id: caseId } = await complainant(manager);
    const filed = done(await record(manager, { caseId, filedOn: day(-9) }));
    await closed(caseId);
    expect(await facts(caseId)).toEqual({ status: 'CLOSED', concluded: false, retentionUntil: null });
    const concluded = await walk(
      manager,
      filed,
      ['recordComplaintRegistration'],
      ['concludeComplaint', { conclusion: 'COMPENSATION' }],
    );
    expect(await facts(caseId)).toEqual({ status: 'CLOSED', concluded: true, retentionUntil: expect.any(String) });
    // An appeal: it goes on after all.
    const appeal = { stage: 'IN_COURT', note: { text: 'He appeals.' } };
    await walk(manager, concluded, ['putBackComplaint', appeal]);
    expect(await facts(caseId)).toEqual({ status: 'CLOSED', concluded: false, retentionUntil: null });
  });

  test('a minor’s case is kept until the end of the year in which they are 21', async () => {
    const birthYear = Number(day().slice(0, 4)) - 14;
    const survivor = { genderIdentity: 'WOMAN', demographics: { birthYear, exchangesSexForMoneyOrGoods: true } };
    const guardian = { purpose: 'SERVICES', decision: 'GIVEN', mode: 'GUARDIAN' };
    const { id } = await register(manager, { survivor, consents: [guardian] });
    await closed(id);
    expect(await facts(id)).toMatchObject({ retentionUntil: `${birthYear + 21}-12-31` });
  });

  test('who is found to be a child after the closure is kept as one, and who is found to be none is not', async () => {
    const { id } = await register(manager);
    await closed(id);
    const atFirst = await facts(id);
    const birthYear = Number(day().slice(0, 4)) - 14;
    const told = async (year: number): Promise<void> => {
      const { data } = await manager.query('query ($id: ID!) { case(id: $id) { survivor { id version } } }', { id });
      const { id: survivorId, version: expectedVersion } = data.case.survivor as { id: string; version: number };
      const demographics = { birthYear: year, exchangesSexForMoneyOrGoods: true };
      done(await actor('survivor', 'id')(manager, 'updateSurvivor', { id: survivorId, expectedVersion, demographics }));
    };
    await told(birthYear);
    expect(await facts(id)).toMatchObject({ retentionUntil: `${birthYear + 21}-12-31` });
    await told(1990);
    expect(await facts(id)).toEqual(atFirst);
  });
});

describe('time', () => {
  const stallOf = async (id: string): Promise<unknown> =>
    (await manager.query('query ($id: ID!) { complaint(id: $id) { stalledAt } }', { id })).data.complaint.stalledAt;
  const notices = async (kind: string, caseId: string | null): Promise<number> => {
    const about = caseId === null ? 'case_id IS NULL' : `case_id = '${uuidOf(caseId)}'`;
    return (await adminRows(world.database, `SELECT FROM za.notice WHERE kind = '${kind}' AND ${about}`)).length;
  };

  test('what nothing is heard of for the days of the mechanism is stalled, once; news start it again', async () => {
    const station = await mechanism(manager, 'POLICE_STATION');
    const { id: caseId } = await complainant(manager);
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { version } }', { id: caseId });
    done(
      await onCase(
        manager,
        'assignCase',
        { id: caseId, version: data.case.version as number },
        { ownerId: world.account.za['case-manager'] },
      ),
    );
    const filedOn = day(-station.stalledAfterDays - 1);
    const filed = done(await record(manager, { caseId, filedOn }));
    const fresh = await made({ filedOn: day(-station.stalledAfterDays) });
    await sweepNow(world, 'ZA', 'stallComplaints');
    await sweepNow(world, 'ZA', 'stallComplaints');
    expect(await stallOf(filed.id)).not.toBeNull();
    expect(await stallOf(fresh.id)).toBeNull();
    expect(await notices('COMPLAINT_STALLED', caseId)).toBe(1);
    const heard = await walk(manager, filed, [
      'recordComplaintNews',
      { note: { text: 'The docket is with the detective.' } },
    ]);
    expect(heard).toMatchObject({
      stalledAt: null,
      heardOn: day(),
      stallsOn: daysAfter(day(), station.stalledAfterDays),
    });
  });

  test('a hearing is told of three days before, once for each day that it is put off to', async () => {
    const { id: caseId } = await complainant(manager);
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { version } }', { id: caseId });
    done(
      await onCase(
        manager,
        'assignCase',
        { id: caseId, version: data.case.version as number },
        { ownerId: world.account.za['case-manager'] },
      ),
    );
    const filed = done(await record(manager, { caseId, filedOn: day(-4) }));
    const far = await walk(manager, filed, ['recordComplaintHearing', { hearingOn: day(9) }]);
    await sweepNow(world, 'ZA', 'tellOfHearings');
    expect(await notices('COMPLAINT_HEARING', caseId)).toBe(0);
    await walk(manager, far, ['recordComplaintHearing', { hearingOn: day(2) }]);
    await sweepNow(world, 'ZA', 'tellOfHearings');
    await sweepNow(world, 'ZA', 'tellOfHearings');
    expect(await notices('COMPLAINT_HEARING', caseId)).toBe(1);
  });
});
