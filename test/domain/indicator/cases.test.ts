/** Cases: how they came, what became of them, who is told of which, and how well they are recorded. Counted by hand. */
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import { done } from '../acting';
import { act, actTransfer, register, rowsOf, services, step, uuidOf, walk, type CaseShown } from '../case/acts';
import { onWish, record as complain, walk as walkComplaint } from '../complaint/acts';
import { recorded as recordNeed } from '../need/acts';
import type { World } from '../world';
import * as counting from './counting';
import { beaten, dated, firstOf, nobody, refuseToBeCounted, report, somebody } from './recording';

let world: World;
let fieldWorker: Client;
let manager: Client;
let supervisor: Client;
let officer: Client;
let receiver: Client;
let receivingSupervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  const roles = ['field-worker', 'case-manager', 'supervisor', 'me-officer', 'case-manager-2', 'supervisor-2'];
  const clients = await Promise.all(roles.map((role) => world.as(role, 'za')));
  [fieldWorker, manager, supervisor, officer, receiver, receivingSupervisor] = clients as [
    ...[Client, Client, Client],
    ...[Client, Client, Client],
  ];
});
afterAll(() => world?.close());

const told = (period: string, indicators: readonly string[], by: readonly string[] = [], client = officer) =>
  counting.told(client, period, indicators, { by });
const open = (openedAt: string, more: object = {}): Promise<CaseShown> =>
  report(fieldWorker, [{ reportedAt: openedAt }], { openedAt, ...nobody, ...more });

/** Approves its closure, which was then. */
async function closed(record: CaseShown, at: string, [asks, approves] = [manager, supervisor]): Promise<CaseShown> {
  const asking = { closureReason: 'NEEDS_MET', safetyPlanReviewed: true, informedCanResume: true };
  const steps = record.status === 'REOPENED' ? [] : (['assessCase', 'planCase'] as const);
  const done = await walk(
    record,
    ...steps.map((name) => [asks, name] as const),
    [asks, 'followUpCase'],
    [asks, 'requestCaseClosure', asking],
    [approves, 'approveCaseClosure'],
  );
  await dated(world, 'case', record.id, { closedAt: at });
  await adminRows(
    world.database,
    `UPDATE za.audit_event SET at = $2 WHERE record_id = $1 AND action = 'approveCaseClosure' AND at > now() - interval '1 hour'`,
    [uuidOf(record.id), at],
  );
  return done;
}
const reopened = async (record: CaseShown): Promise<CaseShown> =>
  done(await step(manager, 'reopenCase', record, { reason: 'It began again.' }));

describe('cases registered', () => {
  it('by peers, platforms and survivors are told of those that count', async () => {
    const at = '2023-08-01T00:00:00+02:00';
    for (const source of ['PEER_PARALEGAL', 'SELF_REFERRAL_FIRST_POINT_OF_CONTACT', 'PLATFORM_ASSOCIATION', 'HELPLINE'])
      await open(at, { source });
    await open('2023-07-31T23:59:59+02:00', { source: 'PEER_PARALEGAL' });
    // Two incidents are one case; one of which nothing may be counted is none.
    await report(fieldWorker, [{}, { consentReporting: false }], { ...nobody, openedAt: at, source: 'HELPLINE' });
    await report(fieldWorker, [{ consentReporting: false }], { ...nobody, openedAt: at, source: 'PEER_PARALEGAL' });
    done(await act(fieldWorker, 'registerCase', { ...nobody, draft: true, openedAt: at, source: 'PEER_PARALEGAL' }));
    await refuseToBeCounted(world, manager, await open(at, { ...somebody(), source: 'PEER_PARALEGAL' }));
    await counting.count(world);
    expect(await told('202308', ['I08b'])).toEqual({ I08b: [3, 5, 60] });
    expect(await told('202307', ['I08b'])).toEqual({ I08b: [1, 1, 100] });
    expect(await told('202309', ['I08b'])).toEqual({ I08b: [0, 0, 'NO_DENOMINATOR'] });
  });

  it('count for who registered them; their care and closure for who has them', async () => {
    const at = '2023-05-10T08:00:00Z';
    const recipientId = world.organisation.za.otherPartner;
    const consents = [...somebody().consents, { ...services, recipientId }];
    const record = await open(at, { ...somebody(), consents });
    done(await step(manager, 'transferCase', record, { toOrganisationId: recipientId }));
    const { id, version: expectedVersion } = await firstOf(world, 'case_transfer', record);
    done(await actTransfer(receiver, 'acceptCaseTransfer', { id, expectedVersion }));
    await recordNeed(receiver, record.id, { identifiedOn: '2023-05-20', status: 'PROVIDED_HERE', servedAt: at });
    const [held] = await rowsOf(world, 'case', 'id = $1', [uuidOf(record.id)]);
    await closed({ ...record, version: Number(held?.version) }, '2023-05-31T21:59:59Z', [
      receiver,
      receivingSupervisor,
    ]);
    // Told, and not taken over: it stays where it is.
    const other = await open(at, { ...somebody(), consents });
    done(await step(manager, 'transferCase', other, { toOrganisationId: recipientId }));
    const transfer = await firstOf(world, 'case_transfer', other);
    const declining = { id: transfer.id, expectedVersion: transfer.version };
    done(await actTransfer(receiver, 'declineCaseTransfer', declining));
    await counting.count(world);
    expect(await told('202305', ['I03', 'I08b', 'I16b', 'I26c', 'I16', 'I09'], ['ORGANISATION'])).toEqual({
      'I03 Partner': [2, null, 2],
      'I08b Partner': [0, 2, 0],
      'I16b Partner': [1, 2, 50],
      'I26c Partner': [2, 2, 100],
      'I16 Other partner': [null, 1, 21],
      'I09 Other partner': [1, 1, 100],
    });
    expect(await told('202305', ['I03', 'I16'], [], manager)).toEqual({
      I03: [2, null, 2],
      I16: [null, 0, 'NO_DENOMINATOR'],
    });
    expect(await told('202305', ['I03', 'I16'], [], receiver)).toEqual({ I03: [0, null, 0], I16: [null, 1, 21] });
  });
});

describe('closures', () => {
  it('count each by its day, also of cases that were opened again', async () => {
    const twice = await closed(await open('2022-12-31T22:00:00Z'), '2023-02-28T21:59:59Z');
    await closed(await reopened(twice), '2023-03-31T22:00:00Z');
    const again = await closed(await open('2023-02-01T08:00:00Z'), '2023-02-11T08:00:00Z');
    await reopened(again);
    await closed(await open('2023-02-01T08:00:00Z'), '2023-02-22T08:00:00Z');
    const silent = await report(fieldWorker, [{ consentReporting: false }], {
      ...nobody,
      openedAt: '2023-02-01T08:00:00Z',
    });
    await closed(silent, '2023-02-02T08:00:00Z');
    await closed(await open('2023-04-01T06:00:00Z'), '2023-04-01T21:59:59Z');
    await counting.count(world);
    // 10, 21 and 58 days.
    expect(await told('202302', ['I16', 'I16b'])).toEqual({ I16: [null, 3, 21], I16b: [1, 2, 50] });
    // None, and 90 days from the first opening.
    expect(await told('202304', ['I16', 'I16b'])).toEqual({ I16: [null, 2, 45], I16b: [1, 1, 100] });
    expect(await told('202303', ['I16'])).toEqual({ I16: [null, 0, 'NO_DENOMINATOR'] });
    expect(await told('202301', ['I16b'])).toEqual({ I16b: [1, 1, 100] });
  });
});

describe('cases with complaints', () => {
  it('are concluded when every complaint is, and have no conclusion without one', async () => {
    const at = '2023-09-10T08:00:00Z';
    const complaining = async (): Promise<CaseShown> => {
      const record = await open(at);
      done(await onWish(manager, 'recordComplaintWish', { caseId: record.id, mechanismsExplained: true, wish: 'YES' }));
      return record;
    };
    const complained = async ({ id: caseId }: CaseShown) =>
      done(await complain(manager, { caseId, filedOn: '2023-09-12' }));
    const concluding = [
      ['recordComplaintRegistration', { registeredOn: '2023-09-20' }],
      ['concludeComplaint', { conclusion: 'UNKNOWN', concludedOn: '2023-10-20' }],
    ] as const;
    await complaining();
    await walkComplaint(manager, await complained(await complaining()), ...concluding);
    const half = await complaining();
    await walkComplaint(manager, await complained(half), ...concluding);
    await complained(half);
    await counting.count(world);
    expect(await told('202309', ['I16c'])).toEqual({ I16c: [1, 2, 50] });
  });
});

describe('the quality of cases', () => {
  const openedAt = '2023-10-31T21:59:59Z';
  const whole = () => ({
    ...beaten,
    districtId: world.district.za,
    detail: { occurredOn: '2023-10-01', datePrecision: 'MONTH' },
    allegedPerpetrators: [{ actorKind: 'PERSON', relationship: 'OTHER', category: 'CLIENT' }],
  });
  const entered = (incidents: readonly object[], more: object = nobody): Promise<CaseShown> =>
    register(fieldWorker, { openedAt, incidents, ...more });

  it('is told of all that were registered, with consent to be counted or not', async () => {
    const counted = await entered([whole()]);
    await entered([whole()], somebody(1990));
    await entered([{ ...whole(), consentReporting: false }]);
    await entered([{ ...whole(), districtId: null }]);
    await entered([{ ...whole(), detail: { datePrecision: 'UNKNOWN' } }]);
    await entered([whole(), { ...whole(), detail: null }]);
    await entered([{ ...whole(), allegedPerpetrators: [] }]);
    await entered([whole()], somebody());
    await entered([]);
    const double = await entered([whole()]);
    const asked = done(await step(manager, 'markCaseDuplicate', double, { duplicateOfId: counted.id }));
    done(await step(supervisor, 'confirmCaseDuplicate', asked));
    done(await act(fieldWorker, 'registerCase', { ...nobody, source: 'HELPLINE', draft: true, openedAt }));
    const withdrawn = await entered([whole()], somebody(1990));
    done(await step(manager, 'withdrawCase', withdrawn, { reason: 'She asked.' }));
    await entered([whole()], { ...nobody, openedAt: '2023-10-31T22:00:00Z' });
    await counting.count(world);
    expect(await told('202310', ['I26', 'I26b', 'I26c'])).toEqual({
      I26: [3, 9, 33.3],
      I26b: [1, 10, 10],
      I26c: [7, 9, 77.8],
    });
    expect(await told('202311', ['I26'])).toEqual({ I26: [1, 1, 100] });
  });
});

it('keeps what it would count anew', async () => {
  expect(await counting.wrong(world)).toEqual([]);
});
