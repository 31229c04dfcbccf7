/** What is told wrongly of a complaint, and who may tell it. */
import { openWorld } from '../../support/outside';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told } from '../acting';
import { expectRoles, step as onCase } from '../case/acts';
import type { World } from '../world';
import { act, complainant, day, mechanism, record, step, walk, type ComplaintShown } from './acts';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const made = async (values: object = {}, client = manager): Promise<ComplaintShown> =>
  done(await record(client, { caseId: (await complainant(client)).id, ...values }));

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

  test('a step that is told with no day was taken today, and its day can be corrected', async () => {
    const filed = await made({ filedOn: day(-2) });
    const refused = await walk(manager, filed, [
      'recordComplaintRefusal',
      { refusalReason: 'NO_EVIDENCE', refusedOn: null },
    ]);
    const over = await walk(
      manager,
      await walk(manager, refused, ['recordComplaintRegistration', { registeredOn: null }]),
      ...([['advanceComplaint', { stage: 'IN_COURT', heardOn: null }]] as const),
      ...([['concludeComplaint', { conclusion: 'CONVICTION', concludedOn: null }]] as const),
    );
    const today = day();
    expect(over).toMatchObject({ refusedOn: today, registeredOn: today, heardOn: today, concludedOn: today });
    done(await step(manager, 'updateComplaint', over, { concludedOn: today }));
    const dropped = await walk(manager, await made({ filedOn: day(-2) }), ['withdrawComplaint', { withdrawnOn: null }]);
    expect(dropped.withdrawnOn).toBe(today);
  });

  test('no stage is earlier than the one before it, nor does a correction make it so', async () => {
    const filed = await made({ filedOn: day(-20) });
    const refused = await walk(manager, filed, [
      'recordComplaintRefusal',
      { refusedOn: day(-18), refusalReason: 'NONE_GIVEN' },
    ]);
    const at = (from: ComplaintShown, action: string, more: object) => step(manager, action, from, more).then(told);
    expect(await at(refused, 'recordComplaintRegistration', { registeredOn: day(-19) })).toEqual([
      'INVALID_INPUT registeredOn',
    ]);
    expect(await at(refused, 'withdrawComplaint', { withdrawnOn: day(-19) })).toEqual(['INVALID_INPUT withdrawnOn']);
    expect(await at(refused, 'fileComplaint', { filedOn: day(-19) })).toEqual(['INVALID_INPUT filedOn']);
    expect(await at(refused, 'updateComplaint', { filedOn: day(-17) })).toEqual(['INVALID_INPUT filedOn']);
    const again = await walk(manager, refused, ['fileComplaint', { filedOn: day(-16) }]);
    // The refusal is that of the first time.
    const corrected = await walk(manager, again, ['updateComplaint', { refusedOn: day(-17) }]);
    const registered = await walk(manager, corrected, ['recordComplaintRegistration', { registeredOn: day(-10) }]);
    for (const [action, more, field] of [
      ['advanceComplaint', { stage: 'IN_COURT', heardOn: day(-11) }, 'heardOn'],
      ['concludeComplaint', { conclusion: 'CONVICTION', concludedOn: day(-11) }, 'concludedOn'],
      ['withdrawComplaint', { withdrawnOn: day(-11) }, 'withdrawnOn'],
      ['updateComplaint', { refusedOn: day(-9) }, 'refusedOn'],
    ] as const)
      expect([action, await at(registered, action, more)]).toEqual([action, [`INVALID_INPUT ${field}`]]);
    const ended = await walk(manager, registered, [
      'concludeComplaint',
      { conclusion: 'CONVICTION', concludedOn: day(-5) },
    ]);
    expect(await at(ended, 'updateComplaint', { registeredOn: day(-4) })).toEqual(['INVALID_INPUT registeredOn']);
  });

  test('what takes a refused one further is brought after the refusal', async () => {
    const { id: caseId } = await complainant(manager);
    const filed = done(await record(manager, { caseId, filedOn: day(-9) }));
    const refusal = { refusedOn: day(-8), refusalReason: 'NONE_GIVEN' };
    const refused = await walk(manager, filed, ['recordComplaintRefusal', refusal]);
    const further = { caseId, afterId: refused.id };
    expect(told(await record(manager, { ...further, filedOn: day(-9) }))).toEqual(['INVALID_INPUT filedOn']);
    const later = done(await record(manager, { ...further, filedOn: day(-7) }));
    expect(told(await step(manager, 'updateComplaint', later, { filedOn: day(-9) }))).toEqual([
      'INVALID_INPUT filedOn',
    ]);
    expect(told(await step(manager, 'updateComplaint', refused, { refusedOn: day(-6) }))).toEqual([
      'INVALID_INPUT refusedOn',
    ]);
  });

  test('one about violence is brought after it; one about a policy may be older than what happened', async () => {
    const detail = { occurredOn: day(-5), datePrecision: 'EXACT' };
    const incidents = [{ violationTypes: ['BEATING'], consentReporting: true, detail }];
    const { id: caseId } = await complainant(manager, 'YES', { incidents });
    expect(told(await record(manager, { caseId, filedOn: day(-6) }))).toEqual(['INVALID_INPUT filedOn']);
    const filed = done(await record(manager, { caseId, filedOn: day(-5) }));
    expect(told(await step(manager, 'updateComplaint', filed, { filedOn: day(-6) }))).toEqual([
      'INVALID_INPUT filedOn',
    ]);
    const policy = done(await record(manager, { caseId, about: 'POLICY', filedOn: day(-60) }));
    expect(told(await step(manager, 'updateComplaint', policy, { about: 'VIOLENCE' }))).toEqual([
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

describe('an office', () => {
  const onOffice = actor<{ id: string; version: number; name: string; verified: boolean }>(
    'complaintOffice',
    'id version name verified',
  );

  test('is confirmed by who sees to the quality of data alone; what others change is to be confirmed anew', async () => {
    const officer = await world.as('me-officer', 'za');
    const { id: mechanismId } = await mechanism(manager, 'COURT');
    const added = done(await onOffice(manager, 'addComplaintOffice', { mechanismId, name: 'The court by the river' }));
    expect(added.verified).toBe(false);
    const change = (client: Client, { id, version }: typeof added, more: object) =>
      onOffice(client, 'updateComplaintOffice', { id, expectedVersion: version, ...more });
    expect(told(await change(manager, added, { verified: true }))).toEqual(['INVALID_INPUT verified']);
    const confirmed = done(await change(officer, added, { verified: true }));
    expect(confirmed.verified).toBe(true);
    const renamed = done(await change(manager, confirmed, { name: 'The court by the bridge' }));
    expect(renamed).toMatchObject({ name: 'The court by the bridge', verified: false });
    expect(done(await change(officer, renamed, { verified: true })).verified).toBe(true);
  });
});
