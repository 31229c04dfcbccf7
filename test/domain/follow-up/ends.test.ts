/** What is planned ends with what it rests on, goes with the case, and is nobody's who has the case no more. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import { step as stepCase, type CaseShown } from '../case/acts';
import type { CaseIds, World } from '../world';
import { Outside } from '../case/outside-supervisors';
import { act, agrees, noticesOf, planInput, planned, reachable, seen, step, type FollowUpShown } from './acts';

let world: World;
let worker: Client;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  const as = (name: string): Promise<Client> => world.as(name, 'za');
  [worker, manager, supervisor] = [await as('field-worker'), await as('case-manager'), await as('supervisor')];
});
afterAll(() => world.close());

const CANCELLED = { status: 'CANCELLED', cancelledReason: 'CASE_ENDED' };

/** A case with a call and a meeting planned, which is as it is before anything was done. */
async function begun(): Promise<{ of: CaseIds; call: FollowUpShown; meeting: FollowUpShown; record: CaseShown }> {
  const of = await reachable(world);
  await world.newConsent(of.survivorId, {
    purpose: 'SERVICES',
    scopes: [],
    recipientId: world.organisation.za.partner,
  });
  const call = await planned(manager, of.caseId, { type: 'PHONE_CALL' });
  const meeting = await planned(manager, of.caseId);
  const { data } = await manager.query('query ($id: ID!) { case(id: $id) { id version } }', { id: of.caseId });
  return { of, call, meeting, record: data.case as CaseShown };
}

test('the closure of the case cancels it, and whoever was to do it is told', async () => {
  const { call, meeting, record } = await begun();
  const asked = done(await stepCase(manager, 'requestCaseClosure', record, { closureReason: 'NEEDS_MET' }));
  expect(await seen(worker, call)).toMatchObject({ status: 'PLANNED' });
  done(await stepCase(supervisor, 'approveCaseClosure', asked));
  for (const one of [call, meeting]) expect(await seen(worker, one)).toMatchObject(CANCELLED);
  expect(await noticesOf(worker)).toContain('FOLLOW_UP_CANCELLED');
});

test('a withdrawn case has none any more, whether by a step or by the end of consent to services', async () => {
  const one = await begun();
  done(await stepCase(manager, 'withdrawCase', one.record));
  expect(await seen(worker, one.meeting)).toMatchObject(CANCELLED);
  const other = await begun();
  const consent = actor<{ id: string }>('consent', 'id');
  const refusal = { survivorId: other.of.survivorId, purpose: 'SERVICES', decision: 'REFUSED', mode: 'WRITTEN' };
  const { id } = done(await consent(manager, 'recordConsent', refusal));
  const query = 'query ($id: ID!) { followUp(id: $id) { status endedByConsent { id } } }';
  expect((await manager.query(query, { id: other.call.id })).data.followUp).toEqual({
    status: 'CANCELLED',
    endedByConsent: { id },
  });
});

test('nor has a duplicate', async () => {
  const { of, meeting, record } = await begun();
  const { of: original } = await begun();
  expect(of.caseId).not.toBe(original.caseId);
  const asked = done(await stepCase(manager, 'markCaseDuplicate', record, { duplicateOfId: original.caseId }));
  done(await stepCase(supervisor, 'confirmCaseDuplicate', asked));
  expect(await seen(worker, meeting)).toMatchObject(CANCELLED);
});

test('another owner does what the former was to do, and nothing of what others are to do', async () => {
  const { of, call, record } = await begun();
  const theirs = await planned(manager, of.caseId, { responsibleId: world.account.za.supervisor });
  done(await stepCase(manager, 'assignCase', record, { ownerId: world.account.za['case-manager'] }));
  expect((await seen(manager, call))?.responsible?.name).toBe('case-manager za');
  expect((await seen(manager, theirs))?.responsible?.name).toBe('supervisor za');
});

test('cases that are handed over take their follow-ups along', async () => {
  const { call } = await begun();
  const { za } = world.account;
  const hand = actor<{ id: string }>('staffMember', 'id');
  const input = { fromId: za['field-worker'], toId: za['field-worker-2'], reason: 'She left.' };
  done(await hand(supervisor, 'handOverCases', input));
  expect((await seen(manager, call))?.responsible?.name).toBe('field-worker-2 za');
});

test('a transferred case takes them along; its survivor is contacted there only where they agreed to that', async () => {
  const receiver = await world.as('case-manager-2', 'za');
  for (const agreed of [true, false]) {
    const of = await world.newCase();
    const { partner, otherPartner } = world.organisation.za;
    await world.newConsent(of.survivorId, { purpose: 'SERVICES', scopes: [], recipientId: otherPartner });
    await agrees(world, of, agreed ? {} : { recipientId: partner });
    const call = await planned(manager, of.caseId, { type: 'PHONE_CALL' });
    const meeting = await planned(manager, of.caseId);
    const record = { id: of.caseId, version: 1 };
    done(await stepCase(manager, 'transferCase', record, { toOrganisationId: otherPartner }));
    const { data } = await receiver.query(
      '{ caseTransfers(first: 1, filter: { status: { eq: REQUESTED } }) { edges { node { id version } } } }',
    );
    const { id, version } = data.caseTransfers.edges[0].node as { id: string; version: number };
    done(
      await actor<{ id: string }>('caseTransfer', 'id')(receiver, 'acceptCaseTransfer', {
        id,
        expectedVersion: version,
      }),
    );
    expect(await seen(receiver, call)).toMatchObject({ status: agreed ? 'PLANNED' : 'CANCELLED' });
    expect(await seen(receiver, meeting)).toMatchObject({
      status: 'PLANNED',
      responsible: { name: 'case-manager-2 za' },
    });
    expect(await seen(manager, meeting)).toBeNull();
  }
});

test('who is accused in the case has none of it any more', async () => {
  const { of, call } = await begun();
  const accuse = actor<{ id: string }>('accusedColleague', 'id');
  done(await accuse(manager, 'accuseColleague', { caseId: of.caseId, accusedId: world.account.za['field-worker'] }));
  expect(await seen(worker, call)).toBeNull();
  expect((await seen(manager, call))?.responsible?.name).toBe('case-manager za');
  const again = { responsibleId: world.account.za['field-worker'], expectedVersion: 2 };
  const follow = actor<{ id: string }>('followUp', 'id');
  const acted = await follow(manager, 'assignFollowUp', { id: call.id, ...again });
  expect(acted.problems).toMatchObject([{ code: 'INVALID_INPUT', path: ['responsibleId'] }]);
});

test('whoever supervises the case from another organisation sees what is planned, and follows nobody up', async () => {
  const at = await Outside.open(world, 'za');
  const { record, outside } = await at.supervisedCase();
  const meeting = await planned(at.manager, record.id);
  expect(await seen(outside, meeting)).toMatchObject({ status: 'PLANNED' });
  const plan = planInput(record.id);
  expect(told(await act(outside, 'planFollowUp', plan))).toEqual(['NOT_ALLOWED caseId']);
  const done = { caseId: record.id, type: 'REVIEW', outcome: 'SAFE' };
  expect(told(await act(outside, 'recordFollowUp', done))).toEqual(['NOT_ALLOWED caseId']);
  const cancelled = { cancelledReason: 'OTHER' };
  expect(told(await step(outside, 'cancelFollowUp', meeting, cancelled))).toEqual(['NOT_FOUND id']);
});
