/** Whether PEP came within 72 hours of a rape: counted by hand, at the hour where that decides. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done } from '../acting';
import type { CaseShown } from '../case/acts';
import { recorded } from '../need/acts';
import { act as refer, step as stepReferral, walk, type ReferralShown } from '../referral/acts';
import { actDelivery } from '../session/acts';
import type { World } from '../world';
import * as counting from './counting';
import { dated, firstOf, report, takeOut } from './recording';

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

const told = async (period: string) => {
  await counting.count(world);
  return counting.told(officer, period, ['I12', 'I12b']);
};

/** A day of a month of its own, by the clock of the country. */
const at = (month: string, day: number, time: string): string => `${month}-0${day}T${time}+02:00`;
const [soon, late] = ['10:30:00', '10:00:00'];

/** A rape on the first of the month, at ten, unless said otherwise; told half an hour later. */
const rape = (month: string, detail: object = { occurredHour: 10 }, more: object = {}): Promise<CaseShown> =>
  report(manager, [
    {
      violationTypes: ['RAPE'],
      reportedAt: at(month, 1, soon),
      detail: { occurredOn: `${month}-01`, ...detail },
      ...more,
    },
  ]);

const pep = { category: 'HEALTH', serviceType: 'PEP', namedBySurvivor: false };
const givenHere = async (one: CaseShown, servedAt: string): Promise<CaseShown> => {
  await recorded(manager, one.id, { ...pep, status: 'PROVIDED_HERE', servedAt });
  return one;
};
const outside = { ...{ category: 'HEALTH', urgency: 'IMMEDIATE' }, receiver: { remoteProvider: 'The hospital' } };

/** Sent to a hospital outside the system; what came of it is recorded by who referred. */
async function hospital({ id: caseId }: CaseShown, service: object): Promise<ReferralShown> {
  const sent = done(await refer(manager, 'makeReferral', { caseId, serviceType: 'PEP', ...outside }));
  return walk(
    sent,
    [manager, 'recordReferralAnswer', { response: 'ACCEPTED' }],
    [manager, 'recordReferralService', service],
  );
}
const provided = (serviceProvidedAt: string) => ({
  ...{ outcome: 'SERVICE_PROVIDED', serviceProvidedAt, earlierReason: 'She went there by herself.' },
});

describe('a rape', () => {
  it('was reported in time up to the 72nd hour, by the latest reading of when it was', async () => {
    const month = '2024-03';
    const reported = (detail: object, reportedAt: string) => rape(month, detail, { reportedAt });
    await reported({ occurredHour: 10 }, at(month, 4, late));
    await reported({ occurredHour: 10 }, at(month, 4, '10:00:01'));
    // In the morning: after five o’clock.
    await reported({ timeOfDay: 'MORNING' }, at(month, 4, '05:00:00'));
    await reported({ timeOfDay: 'MORNING' }, at(month, 4, '05:00:01'));
    // Some time of the day, or in the night that began on it.
    await reported({}, at(month, 4, '00:00:00'));
    await reported({ timeOfDay: 'EVENING_NIGHT' }, at(month, 4, '00:00:01'));
    // Only the month is known; nothing is.
    await reported({ datePrecision: 'MONTH' }, at(month, 1, soon));
    await rape(month, {}, { reportedAt: at(month, 1, soon), detail: null });
    // No rape, and no consent to be counted.
    await rape(month, {}, { violationTypes: ['BEATING'] });
    await rape(month, {}, { consentReporting: false });
    expect(await told('202403')).toEqual({ I12: [0, 3, 0], I12b: [0, 8, 0] });
  });

  it('had PEP in time up to the 72nd hour after it happened, not after it was told', async () => {
    const month = '2024-05';
    await givenHere(await rape(month), at(month, 4, late));
    await givenHere(await rape(month), at(month, 4, '10:00:01'));
    await givenHere(await rape(month), at(month, 4, '10:29:59'));
    await rape(month);
    expect(await told('202405')).toEqual({ I12: [1, 4, 25], I12b: [1, 4, 25] });
  });

  it('had PEP from whoever gave it, and none by what was recorded in error', async () => {
    const month = '2024-07';
    const elsewhere = { ...pep, status: 'RECEIVED_ELSEWHERE', servedAt: at(month, 2, late) };
    await recorded(manager, (await rape(month)).id, elsewhere);
    // Of a hospital without an account; also where the need said no more than that it was one of health.
    await hospital(await rape(month), provided(at(month, 2, late)));
    const ill = await rape(month);
    await recorded(manager, ill.id, { category: 'HEALTH', namedBySurvivor: true });
    await hospital(ill, provided(at(month, 2, late)));
    // Of the clinic, which keeps its own record.
    const { id: caseId } = await rape(month);
    const to = { toOrganisationId: world.organisation.za.clinic, category: 'HEALTH', urgency: 'IMMEDIATE' };
    const sent = done(await refer(manager, 'makeReferral', { caseId, serviceType: 'PEP', ...to }));
    const accepted = done(await stepReferral(clinic, 'acceptReferral', sent));
    const given = { of: { referralId: accepted.id }, serviceType: 'PEP', result: 'PROVIDED' };
    const delivery = done(await actDelivery(clinic, 'recordServiceDelivery', given));
    await dated(world, 'service_delivery', delivery.id, { givenAt: at(month, 2, late) });
    const mistaken = await givenHere(await rape(month), at(month, 2, late));
    await takeOut(manager, 'ServiceNeed', await firstOf(world, 'service_need', mistaken));
    // What was given before it happened was for something else.
    const before = await recorded(manager, (await rape(month)).id, elsewhere);
    await dated(world, 'service_need', before.id, { usedAt: '2024-06-20T08:00:00Z' });
    expect(await told('202407')).toEqual({ I12: [4, 6, 66.7], I12b: [4, 6, 66.7] });
  });

  it('of which PEP was declined is no failure, wherever that was said', async () => {
    const month = '2024-09';
    await givenHere(await rape(month), at(month, 2, late));
    await recorded(manager, (await rape(month)).id, { ...pep, status: 'DECLINED_BY_SURVIVOR' });
    await hospital(await rape(month), { outcome: 'SURVIVOR_DECLINED' });
    expect(await told('202409')).toEqual({ I12: [1, 1, 100], I12b: [1, 3, 33.3] });
  });

  it('counts anew when what the hospital did is put right', async () => {
    const month = '2024-11';
    const completed = await hospital(await rape(month), provided(at(month, 2, late)));
    expect(await told('202411')).toEqual({ I12: [1, 1, 100], I12b: [1, 1, 100] });
    const right = { serviceProvidedAt: at(month, 4, '10:00:01') };
    done(await stepReferral(manager, 'correctReferralService', completed, right));
    expect(await told('202411')).toEqual({ I12: [0, 1, 0], I12b: [0, 1, 0] });
    expect(await counting.wrong(world)).toEqual([]);
  });
});
