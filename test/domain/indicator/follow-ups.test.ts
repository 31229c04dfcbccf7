/** Follow-ups: done by their day, what survivors said in them, and those that are contacts. Counted by hand. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done } from '../acting';
import type { CaseShown } from '../case/acts';
import { act as onFollowUp, planned, recorded as followedUp, step as stepFollowUp } from '../follow-up/acts';
import { act as refer, walk, type ReferralShown } from '../referral/acts';
import { accepted, days } from '../session/acts';
import type { World } from '../world';
import * as counting from './counting';
import { dated, report, takeOut } from './recording';

let world: World;
let manager: Client;
let clinic: Client;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  const roles = ['case-manager', 'service-provider', 'me-officer'];
  [manager, clinic, officer] = (await Promise.all(roles.map((role) => world.as(role, 'za')))) as [
    Client,
    Client,
    Client,
  ];
});
afterAll(() => world?.close());

const told = (period: string, indicators: readonly string[], by: readonly string[] = []) =>
  counting.told(officer, period, indicators, { by });
const newCase = (incident: object = {}): Promise<CaseShown> => report(manager, [incident]);
/** Of a case with nothing to be counted. */
const silent = (): Promise<CaseShown> => newCase({ consentReporting: false });

const toClinic = () => ({ toOrganisationId: world.organisation.za.clinic });
const outside = { receiver: { remoteProvider: 'The hospital' } };
const referred = async ({ id: caseId }: CaseShown, values: object): Promise<ReferralShown> =>
  done(await refer(manager, 'makeReferral', { caseId, category: 'HEALTH', urgency: 'ROUTINE', ...values }));

describe('psychosocial follow-ups', () => {
  const lastOfMay = '2024-05-31T21:59:59Z';

  /** Planned on a referral of their own, with times of their own. */
  async function onReferral(times: object, finish: (plan: Plan) => Promise<unknown> = finished): Promise<void> {
    const { id: referralId, caseId } = await accepted(world);
    const plan = await planned(manager, caseId, { type: 'REVIEW', referralId });
    await finish(plan);
    await dated(world, 'follow_up', plan.id, { dueAt: lastOfMay, ...times });
  }
  type Plan = Awaited<ReturnType<typeof planned>>;
  const finished = async (plan: Plan) =>
    done(await stepFollowUp(manager, 'completeFollowUp', plan, { outcome: 'SAFE' }));

  it('are done by the day on which they were due, planned or by rule', async () => {
    await onReferral({ doneAt: '2024-05-31T21:59:59Z' });
    await onReferral({ doneAt: '2024-05-31T22:00:00Z' });
    await onReferral({}, () => Promise.resolve());
    await onReferral({}, async (plan) => done(await stepFollowUp(manager, 'recordFollowUpNotReached', plan)));
    const cancelledReason = 'NO_LONGER_NEEDED';
    await onReferral({}, async (plan) =>
      done(await stepFollowUp(manager, 'cancelFollowUp', plan, { cancelledReason })),
    );
    await onReferral({ doneAt: '2024-05-31T20:00:00Z' }, async (plan) => {
      const { id, version } = await finished(plan);
      await takeOut(manager, 'FollowUp', { id, version });
    });
    // Of a referral to a clinic for something else.
    const ill = await newCase();
    const referral = await walk(await referred(ill, toClinic()), [clinic, 'acceptReferral']);
    const plan = await planned(manager, ill.id, { type: 'REVIEW', referralId: referral.id });
    await dated(world, 'follow_up', plan.id, { dueAt: lastOfMay });
    // Without a plan: three weeks after it was accepted, and thirty days after the one before.
    const { id: referralId, caseId } = await accepted(world);
    await dated(world, 'referral', referralId, { respondedAt: '2024-05-01T10:00:00Z' });
    const review = { referralId, type: 'REVIEW' };
    const first = await followedUp(manager, caseId, review);
    await dated(world, 'follow_up', first.id, { doneAt: '2024-05-22T21:59:59Z' });
    const second = await followedUp(manager, caseId, review);
    await dated(world, 'follow_up', second.id, { doneAt: '2024-06-22T10:00:00Z' });
    // Planned by nobody, and not done.
    const { caseId: forgotten } = await accepted(world);
    const due = await firstOnReferral(forgotten);
    await dated(world, 'follow_up_due', due, { dueAt: '2024-05-02T10:00:00Z' });
    await counting.count(world);
    expect(await told('202405', ['I10b'])).toEqual({ I10b: [2, 6, 33.3] });
    expect(await told('202406', ['I10b'])).toEqual({ I10b: [0, 1, 0] });
  });

  const firstOnReferral = async (caseId: string): Promise<string> => {
    const { data } = await manager.query(
      'query ($id: ID!) { case(id: $id) { followUpsDue(first: 5) { edges { node { id rule } } } } }',
      { id: caseId },
    );
    const all = (data.case.followUpsDue.edges as { node: { id: string; rule: string } }[]).map(({ node }) => node);
    return all.find(({ rule }) => rule === 'PSYCHOSOCIAL_REFERRAL')!.id;
  };
});

describe('what survivors say of a service', () => {
  const lastOfJuly = '2024-07-31T21:59:59Z';

  async function asked(feedback: string | null, doneAt = lastOfJuly, record?: CaseShown): Promise<string> {
    const of = record ?? (await newCase());
    const { id: referralId } = await referred(of, outside);
    const one = await followedUp(manager, of.id, { referralId, ...(feedback && { feedback }) });
    await dated(world, 'follow_up', one.id, { doneAt });
    return one.id;
  }

  it('is of those who answered whoever referred them', async () => {
    for (const feedback of ['SATISFIED', 'PARTLY', 'NOT', null]) await asked(feedback);
    await asked('SATISFIED', '2024-07-31T22:00:00Z');
    await asked('SATISFIED', lastOfJuly, await silent());
    await takeOut(manager, 'FollowUp', { id: await asked('SATISFIED'), version: 1 });
    // What stands in the record of the service was not asked in a follow-up.
    const record = await newCase();
    const { id: caseId } = record;
    const own = { outcome: 'SERVICE_PROVIDED', feedbackFromSurvivor: 'SATISFIED' };
    await walk(
      await referred(record, outside),
      [manager, 'recordReferralAnswer', { response: 'ACCEPTED' }],
      [manager, 'recordReferralService', own],
    );
    await followedUp(manager, caseId, { doneAt: lastOfJuly });
    await counting.count(world);
    expect(await told('202407', ['I14', 'I14b'])).toEqual({ I14: [1, 3, 33.3], I14b: [3, 4, 75] });
    expect(await told('202408', ['I14', 'I14b'])).toEqual({ I14: [1, 1, 100], I14b: [1, 1, 100] });
  });
});

describe('home visits and calls that follow a case', () => {
  it('count each once, where they were done', async () => {
    const at = '2024-09-30T21:59:59Z';
    const record = await newCase();
    const contact = async (of: CaseShown, values: object, doneAt = at): Promise<string> => {
      const one = await followedUp(manager, of.id, { survivorGotInTouch: true, ...values });
      await dated(world, 'follow_up', one.id, { doneAt });
      return one.id;
    };
    await contact(record, { type: 'HOME_VISIT' });
    await contact(record, { type: 'PHONE_CALL' });
    await contact(record, { type: 'PHONE_CALL' });
    await contact(record, { type: 'PHONE_CALL' }, '2024-09-30T22:00:00Z');
    await contact(record, { type: 'OFFICE_MEETING', survivorGotInTouch: false });
    await contact(record, { type: 'PHONE_CALL', outcome: 'NO_CONTACT' });
    await takeOut(manager, 'FollowUp', { id: await contact(record, { type: 'HOME_VISIT' }), version: 1 });
    await contact(await silent(), { type: 'HOME_VISIT' });
    done(await onFollowUp(manager, 'planFollowUp', { caseId: record.id, type: 'REVIEW', dueAt: days(1) }));
    await counting.count(world);
    expect(await told('202409', ['I08d'], ['FOLLOW_UP_TYPE'])).toEqual({
      'I08d HOME_VISIT': [1, null, 1],
      'I08d PHONE_CALL': [2, null, 2],
    });
    expect(await told('202410', ['I08d'])).toEqual({ I08d: [1, null, 1] });
  });
});

it('keeps what it would count anew', async () => {
  expect(await counting.wrong(world)).toEqual([]);
});
