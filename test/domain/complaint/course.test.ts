/** Complaints from their preparation to what came of them. */
import { openWorld, sweepNow } from '../../support/outside';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { done, expectForbidden, told } from '../acting';
import { expectRoles, register, registration, step as onCase, uuidOf, walk as walkCase } from '../case/acts';
import type { World } from '../world';
import { act, complainant, day, daysAfter, mechanism, onWish, record, step, walk, type ComplaintShown } from './acts';

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

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  test('a complaint goes its way, and the case is concluded when it ends', async () => {
    const client = await world.as('case-manager', country);
    const prepared = await made({}, client);
    expect(prepared).toMatchObject({ status: 'PREPARED', filedOn: null, stallsOn: null, case: { concluded: false } });
    const filed = await walk(client, prepared, ['fileComplaint', { filedOn: day(-20), company: 'PEER' }]);
    expect(filed).toMatchObject({ status: 'FILED', filedOn: day(-20), stallsOn: day(-6) });
    const ended = await walk(
      client,
      filed,
      ['recordComplaintRegistration', { registeredOn: day(-15), identity: { externalNumber: '12/11' } }],
      ['advanceComplaint', { stage: 'UNDER_INVESTIGATION', identity: { officerName: 'Sgt. Invented' } }],
      ['advanceComplaint', { stage: 'REFERRED_TO_PROSECUTOR' }],
      ['advanceComplaint', { stage: 'IN_COURT', hearingOn: day(30) }],
    );
    expect(ended).toMatchObject({ status: 'IN_COURT', heardOn: day(), hearingOn: day(30), stallsOn: day(37) });
    const concluded = await walk(client, ended, ['concludeComplaint', { conclusion: 'CONVICTION' }]);
    expect(concluded).toMatchObject({
      ...{ status: 'CONCLUDED', conclusion: 'CONVICTION', concludedOn: day(), stallsOn: null },
      case: { concluded: true },
    });
    const { data } = await client.query(
      'query ($id: ID!) { complaint(id: $id) { identity { externalNumber officerName } } }',
      { id: concluded.id },
    );
    expect(data.complaint.identity).toEqual({ externalNumber: '12/11', officerName: 'Sgt. Invented' });
  });
});

test('one that was brought already is recorded as brought; its province is that of the office', async () => {
  const client = await world.as('case-manager', 'mz');
  const gabinete = await mechanism(client, 'VIOLENCE_OFFICE', 'Gabinete');
  expect(gabinete.offices).toHaveLength(11);
  expect(gabinete.offices.every(({ verified }) => !verified)).toBe(true);
  const office = gabinete.offices.find(({ name }) => name.endsWith('Sofala'));
  const filed = await made({ mechanismId: gabinete.id, officeId: office?.id, filedOn: day(-1) }, client);
  expect(filed).toMatchObject({ status: 'FILED', filedOn: day(-1), province: { code: 'MZ-S' } });
  const station = await mechanism(client, 'POLICE_STATION');
  const caseId = (await complainant(client)).id;
  const at = (values: object) => record(client, { caseId, ...values });
  expect(told(await at({ mechanismId: station.id, officeId: office?.id }))).toEqual(['INVALID_INPUT officeId']);
  const maputo = gabinete.offices.find(({ name }) => name.endsWith('Gaza'));
  const { data } = await client.query('{ provinces(first: 20) { edges { node { id code } } } }');
  const provinces = data.provinces.edges as { node: { id: string; code: string } }[];
  const provinceId = provinces.find(({ node }) => node.code === 'MZ-A')?.node.id;
  const elsewhere = { mechanismId: gabinete.id, officeId: maputo?.id, provinceId };
  expect(told(await at(elsewhere))).toEqual(['INVALID_INPUT provinceId']);
});

describe('what the survivor wants', () => {
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

describe('a refusal', () => {
  test('is counted from the complaint, and is an incident only where she wants that', async () => {
    const { id: caseId } = await complainant(manager);
    const filed = done(await record(manager, { caseId, filedOn: day(-3) }));
    const refused = await walk(manager, filed, ['recordComplaintRefusal', { refusalReason: 'SEX_WORK' }]);
    expect(refused).toMatchObject({
      status: 'REFUSED_TO_REGISTER',
      refusedOn: day(),
      stallsOn: null,
      case: { concluded: false },
    });
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { incidents { totalCount } } }', {
      id: caseId,
    });
    expect(data.case.incidents.totalCount).toBe(0);
  });

  test('names an incident of the case that says so, and no other', async () => {
    const incidents = [
      { violationTypes: ['REFUSAL_TO_REGISTER_COMPLAINT'], consentReporting: true },
      { violationTypes: ['BEATING'], consentReporting: true },
    ];
    const { id: caseId } = await complainant(manager, 'YES', { incidents });
    const query = 'query ($id: ID!) { case(id: $id) { incidents { edges { node { id violationTypes } } } } }';
    const { data } = await manager.query(query, { id: caseId });
    const all = (data.case.incidents.edges as { node: { id: string; violationTypes: string[] } }[]).map(
      ({ node }) => node,
    );
    const of = (type: string): string => all.find(({ violationTypes }) => violationTypes.includes(type))?.id ?? '';
    const filed = done(await record(manager, { caseId, filedOn: day(-3), incidentId: of('BEATING') }));
    const refuse = (refusalIncidentId: string) =>
      step(manager, 'recordComplaintRefusal', filed, { refusalReason: 'SEX_WORK', refusalIncidentId });
    expect(told(await refuse(of('BEATING')))).toEqual(['INVALID_INPUT refusalIncidentId']);
    const other = await register(manager, registration({ incidents: [incidents[0]] }));
    const { data: elsewhere } = await manager.query(query, { id: other.id });
    expect(told(await refuse(elsewhere.case.incidents.edges[0].node.id as string))).toEqual([
      'INVALID_INPUT refusalIncidentId',
    ]);
    expect(done(await refuse(of('REFUSAL_TO_REGISTER_COMPLAINT'))).status).toBe('REFUSED_TO_REGISTER');
  });

  test('is brought again, or taken elsewhere, once; what goes on there concludes the case', async () => {
    const { id: caseId } = await complainant(manager);
    const filed = done(await record(manager, { caseId, filedOn: day(-9) }));
    const refused = await walk(manager, filed, [
      'recordComplaintRefusal',
      { refusedOn: day(-8), refusalReason: 'NONE_GIVEN' },
    ]);
    const ipid = await mechanism(manager, 'POLICE_OVERSIGHT');
    const further = { caseId, mechanismId: ipid.id, filedOn: day(-5), afterId: refused.id };
    const later = done(await record(manager, further));
    expect(told(await record(manager, further))).toEqual(['INVALID_INPUT afterId']);
    expect(told(await record(manager, { ...further, afterId: later.id }))).toEqual(['INVALID_INPUT afterId']);
    const elsewhere = (await complainant(manager)).id;
    expect(told(await record(manager, { ...further, caseId: elsewhere }))).toEqual(
      expect.arrayContaining(['INVALID_INPUT afterId']),
    );
    expect(told(await step(manager, 'fileComplaint', refused, { filedOn: day() }))).toEqual(['TAKEN_FURTHER']);
    expect(told(await step(manager, 'recordComplaintRegistration', refused))).toEqual(['TAKEN_FURTHER']);
    const ended = await walk(manager, later, ['concludeComplaint', { conclusion: 'DISCIPLINARY_SANCTION' }]);
    expect(ended.case).toMatchObject({ concluded: true });
    // Found to be recorded in error: then the first is open again.
    const voiding = { complaintId: ended.id, expectedVersion: ended.version, reason: 'Another case.' };
    const { data } = await supervisor.query(
      'mutation ($input: VoidComplaintInput!) { voidComplaint(input: $input) { voiding { id } problems { code } } }',
      { input: { idempotencyKey: 'void-later-0001', ...voiding } },
    );
    expect(data.voidComplaint.problems).toEqual([]);
    const { data: after } = await manager.query(
      'query ($id: ID!) { case(id: $id) { concluded complaints { totalCount } } }',
      { id: caseId },
    );
    expect(after.case).toEqual({ concluded: false, complaints: { totalCount: 1 } });
    expect((await walk(manager, refused, ['fileComplaint', { filedOn: day() }])).status).toBe('FILED');
  });
});

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
    expect(data.complaint.notes.edges.map(({ node }: { node: { text: string } }) => node.text).sort()).toEqual([
      'It was repealed.',
      'The by-law.',
    ]);
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
    const heard = await walk(manager, { ...filed, version: filed.version + 1 }, [
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

describe('what is told wrongly', () => {
  test('days are in their order, and none of what has happened lies ahead', async () => {
    const { id: caseId } = await complainant(manager);
    expect(told(await record(manager, { caseId, filedOn: day(2) }))).toEqual(['INVALID_INPUT filedOn']);
    const filed = done(await record(manager, { caseId, filedOn: day(-2) }));
    expect(told(await step(manager, 'recordComplaintRegistration', filed, { registeredOn: day(-3) }))).toEqual([
      'INVALID_INPUT registeredOn',
    ]);
    expect(told(await step(manager, 'recordComplaintHearing', filed, { hearingOn: day(-3) }))).toEqual([
      'INVALID_INPUT hearingOn',
    ]);
    const registered = await walk(manager, filed, ['recordComplaintRegistration', { registeredOn: day(-1) }]);
    expect(told(await step(manager, 'updateComplaint', registered, { filedOn: day() }))).toEqual([
      'INVALID_INPUT filedOn',
    ]);
  });

  test('a correction changes what a step said; it neither takes a step nor undoes one', async () => {
    const filed = await made({ filedOn: day(-5) });
    const corrected = await walk(manager, filed, ['updateComplaint', { filedOn: day(-6), company: 'LAWYER' }]);
    expect(corrected).toMatchObject({ status: 'FILED', filedOn: day(-6) });
    expect(told(await step(manager, 'updateComplaint', corrected, { conclusion: 'CONVICTION' }))).toEqual([
      'INVALID_INPUT conclusion',
    ]);
    expect(told(await step(manager, 'updateComplaint', corrected, { filedOn: null }))).toEqual([
      'INVALID_INPUT filedOn',
    ]);
    const back = await walk(manager, corrected, [
      'putBackComplaint',
      { stage: 'PREPARED', note: { text: 'We were not there yet.' } },
    ]);
    expect(back).toMatchObject({ status: 'PREPARED', filedOn: null });
  });

  test('before whom and where is corrected together: the office is one of the mechanism', async () => {
    const incidents = [{ violationTypes: ['BEATING'], consentReporting: true }];
    const { id: caseId } = await complainant(manager, 'YES', { incidents });
    const found = await manager.query('query ($id: ID!) { case(id: $id) { incidents { edges { node { id } } } } }', {
      id: caseId,
    });
    const incidentId = found.data.case.incidents.edges[0].node.id as string;
    const court = await mechanism(manager, 'COURT');
    const { data } = await manager.query(
      'mutation ($input: AddComplaintOfficeInput!) { addComplaintOffice(input: $input) { complaintOffice { id } problems { code } } }',
      { input: { idempotencyKey: 'add-office-0001', mechanismId: court.id, name: 'The court at the market' } },
    );
    const officeId = data.addComplaintOffice.complaintOffice.id as string;
    const complaint = done(await record(manager, { caseId }));
    expect(told(await step(manager, 'updateComplaint', complaint, { officeId }))).toEqual(['INVALID_INPUT officeId']);
    const corrected = await walk(manager, complaint, [
      'updateComplaint',
      { officeId, mechanismId: court.id, incidentId },
    ]);
    expect(
      told(await step(manager, 'updateComplaint', corrected, { mechanismId: (await mechanism(manager, 'HEALTH')).id })),
    ).toEqual(['INVALID_INPUT officeId']);
  });

  test('a step that is none is refused, and says which there are', async () => {
    const prepared = await made();
    const { problems } = await step(manager, 'concludeComplaint', prepared, { conclusion: 'ACQUITTAL' });
    expect(problems[0]).toMatchObject({ __typename: 'IllegalStep', from: 'PREPARED' });
    expect([...(problems[0]?.allowed ?? [])].sort()).toEqual(
      ['fileComplaint', 'updateComplaint', 'withdrawComplaint'].sort(),
    );
  });

  test('nobody but who may changes it, and nothing of a withdrawn case is changed', async () => {
    const prepared = await made();
    await expectRoles(world, act, 'updateComplaint', {
      id: prepared.id,
      expectedVersion: prepared.version + 7,
      company: 'PEER',
    });
    expectForbidden(
      await act(await world.as('field-worker', 'za'), 'recordComplaint', { mechanismId: prepared.id, about: 'POLICY' }),
    );
    const other = await world.as('case-manager-2', 'za');
    expect(told(await step(other, 'updateComplaint', prepared, { company: 'PEER' }))).toEqual(['NOT_FOUND id']);
    const { id } = prepared.case!;
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { id version } }', { id });
    await onCase(manager, 'withdrawCase', data.case as { id: string; version: number });
    expect(told(await step(manager, 'updateComplaint', prepared, { company: 'PEER' }))).toEqual(['CONSENT_MISSING']);
  });
});
