/** What survivors needed, where they were referred and what came of it: counted by hand. */
import type { Client } from '../../support/app';
import { openWorld, Organisation, put } from '../../support/outside';
import { done } from '../acting';
import { act as onAlert, onResponder, raise, send } from '../alert/acts';
import type { CaseShown } from '../case/acts';
import { decide, recorded as recordNeed } from '../need/acts';
import { act as refer, walk, type ReferralShown } from '../referral/acts';
import { actDelivery, days, planned as planSession } from '../session/acts';
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

const told = (period: string, indicators: readonly string[], by: readonly string[] = []) =>
  counting.told(officer, period, indicators, { by });
const newCase = (incident: object = {}): Promise<CaseShown> => report(manager, [incident]);
/** Of a case with nothing to be counted. */
const silent = (): Promise<CaseShown> => newCase({ consentReporting: false });

const toClinic = () => ({ toOrganisationId: world.organisation.za.clinic });
const outside = { receiver: { remoteProvider: 'The hospital' } };
const referred = async ({ id: caseId }: CaseShown, values: object): Promise<ReferralShown> =>
  done(await refer(manager, 'makeReferral', { caseId, category: 'HEALTH', urgency: 'ROUTINE', ...values }));

describe('needs', () => {
  const identifiedOn = '2024-01-31';
  const needOf = async (category: string, status: string, more: object = {}): Promise<CaseShown> => {
    const record = await newCase();
    await recordNeed(manager, record.id, { category, status, identifiedOn, ...more });
    return record;
  };

  /** A need of emergency help, and the alert that its case came of. */
  async function emergency(isThere: boolean): Promise<void> {
    const { id: caseId } = await needOf('EMERGENCY_RESPONSE', 'OPEN');
    const raised = done(await raise(manager, world.district.za));
    const taken = done(await onAlert(manager, 'acknowledgeAlert', { id: raised.id, expectedVersion: raised.version }));
    done(await onAlert(manager, 'linkAlert', { id: taken.id, expectedVersion: taken.version, caseId }));
    if (!isThere) return;
    const sent = done(await send(manager, raised, world.account.za['field-worker']!));
    done(await onResponder(manager, 'recordAlertArrival', { id: sent.id, expectedVersion: sent.version }));
  }

  it('are met where there was access, or use, and not by a mere referral', async () => {
    await needOf('HEALTH', 'PROVIDED_HERE', { servedAt: '2024-02-01T10:00:00Z' });
    await needOf('HEALTH', 'RECEIVED_ELSEWHERE');
    await referred(await needOf('LEGAL', 'OPEN'), { category: 'LEGAL', ...outside });
    await needOf('SAFE_HOUSE', 'UNAVAILABLE', { unavailableReason: 'NO_PROVIDER' });
    await needOf('LIVELIHOOD', 'NOT_APPLICABLE');
    await needOf('LEGAL', 'DECLINED_BY_SURVIVOR');
    await needOf('SAFE_HOUSE', 'OPEN');
    // Seen by the clinic, where she took nothing.
    const seen = await walk(await referred(await needOf('HEALTH', 'OPEN'), toClinic()), [clinic, 'acceptReferral']);
    const declined = { of: { referralId: seen.id }, serviceType: 'WOUND_CARE', result: 'DECLINED' };
    done(await actDelivery(clinic, 'recordServiceDelivery', declined));
    // A first session for tomorrow is one that was offered in time.
    const care = await referred(await needOf('PSYCHOSOCIAL', 'OPEN'), { category: 'PSYCHOSOCIAL', ...toClinic() });
    await planSession(clinic, { referralId: (await walk(care, [clinic, 'acceptReferral'])).id }, days(1));
    await emergency(false);
    await emergency(true);
    const mistaken = await needOf('HEALTH', 'RECEIVED_ELSEWHERE');
    await takeOut(manager, 'ServiceNeed', await firstOf(world, 'service_need', mistaken));
    await recordNeed(manager, (await silent()).id, { category: 'HEALTH', status: 'RECEIVED_ELSEWHERE', identifiedOn });
    await needOf('HEALTH', 'RECEIVED_ELSEWHERE', { identifiedOn: '2024-02-01' });
    await counting.count(world);
    expect(await told('202401', ['I09', 'I09b', 'I09c'])).toEqual({
      I09: [6, 9, 66.7],
      I09b: [3, 9, 33.3],
      I09c: [3, 9, 33.3],
    });
    expect(await told('202401', ['I09'], ['SERVICE_CATEGORY'])).toEqual({
      'I09 HEALTH': [3, 3, 100],
      'I09 PSYCHOSOCIAL': [1, 1, 100],
      'I09 LEGAL': [0, 1, 0],
      'I09 EMERGENCY_RESPONSE': [2, 2, 100],
      'I09 SAFE_HOUSE': [0, 2, 0],
    });
    expect(await told('202402', ['I09', 'I09b'])).toEqual({ I09: [1, 1, 100], I09b: [1, 1, 100] });
    expect(await told('202312', ['I09'])).toEqual({ I09: [0, 0, 'NO_DENOMINATOR'] });
  });

  it('follow what is decided on them', async () => {
    const { id: caseId } = await newCase();
    const need = await recordNeed(manager, caseId, { category: 'LEGAL', status: 'OPEN', identifiedOn: '2023-12-31' });
    await counting.count(world);
    expect(await told('202312', ['I09'])).toEqual({ I09: [0, 1, 0] });
    done(await decide(manager, need, 'DECLINED_BY_SURVIVOR'));
    await counting.count(world);
    expect(await told('202312', ['I09'])).toEqual({ I09: [0, 0, 'NO_DENOMINATOR'] });
  });
});

describe('referrals', () => {
  const last = '2024-03-31T21:59:59Z';
  const after = (hours: number, seconds = 0): string =>
    new Date(Date.parse(last) + (hours * 3600 + seconds) * 1000).toISOString();

  type Step = readonly [who: 'clinic' | 'manager', action: string, more?: object];

  /** Sent on the last second of the month, and answered then. */
  async function sent(values: object, steps: readonly Step[], times: object = {}): Promise<void> {
    const clients = { clinic, manager };
    const one = await referred(await newCase(), { ...toClinic(), ...values });
    const { id } = await walk(one, ...steps.map(([who, ...step]) => [clients[who], ...step] as const));
    await dated(world, 'referral', id, { requestedAt: last, ...times });
  }
  const accepting: readonly Step[] = [['clinic', 'acceptReferral']];
  const completing = (outcome: string): readonly Step[] => [
    ...accepting,
    ['clinic', 'startReferral'],
    ['clinic', 'completeReferral', { outcome }],
  ];

  async function ofOneMonth(): Promise<void> {
    await sent({}, completing('SERVICE_PROVIDED'), { respondedAt: after(48) });
    await sent({}, [['clinic', 'rejectReferral', { rejectedReason: 'NO_CAPACITY' }]], { respondedAt: after(48, 1) });
    await sent({ urgency: 'IMMEDIATE' }, completing('PARTIALLY_PROVIDED'), { respondedAt: after(1) });
    await sent({ urgency: 'IMMEDIATE' }, accepting, { respondedAt: after(1, 1) });
    const elsewhere = { toOrganisationId: undefined, ...outside };
    const given = { outcome: 'SERVICE_PROVIDED', serviceProvidedAt: days(0), earlierReason: 'By herself.' };
    await sent(elsewhere, [
      ['manager', 'recordReferralAnswer', { response: 'ACCEPTED' }],
      ['manager', 'recordReferralService', given],
    ]);
    // Nobody there has an account: nobody can answer.
    const toOrganisationId = await world.arrange('za', (work) =>
      put(work, Organisation, { name: 'Shelter', kind: 'NGO', sexWorkerLed: false, services: ['HEALTH'] }),
    );
    await sent({ toOrganisationId }, [['manager', 'recordReferralAnswer', { response: 'ACCEPTED' }]]);
    await sent({}, []);
    await sent({}, [['manager', 'cancelReferral']]);
    const revoking = (revokedReason: string): readonly Step[] => [
      ...accepting,
      ['manager', 'revokeReferral', { revokedReason }],
    ];
    await sent({}, revoking('SURVIVOR_DECIDED'), { respondedAt: after(2) });
    await sent({}, revoking('RECORDED_IN_ERROR'), { respondedAt: after(2) });
    await sent({ draft: true }, []);
    const { id } = await referred(await silent(), toClinic());
    await dated(world, 'referral', id, { requestedAt: last });
  }

  it('are completed where the service was given, and answered by who has an account', async () => {
    await ofOneMonth();
    await sent({}, accepting, { requestedAt: '2024-03-31T22:00:00Z', respondedAt: after(1) });
    await counting.count(world);
    expect(await told('202403', ['I10', 'I11', 'I11b'])).toEqual({
      I10: [2, 9, 22.2],
      I11: [4, 7, 57.1],
      I11b: [1, 2, 50],
    });
    expect(await told('202403', ['I11'], ['URGENCY'])).toEqual({
      'I11 IMMEDIATE': [2, 2, 100],
      'I11 ROUTINE': [2, 5, 40],
    });
    expect(await told('202404', ['I10', 'I11', 'I11b'])).toEqual({
      I10: [0, 1, 0],
      I11: [1, 1, 100],
      I11b: [0, 0, 'NO_DENOMINATOR'],
    });
  });

  it('have no completion before a month is over since', async () => {
    await referred(await newCase(), toClinic());
    await counting.count(world);
    const { data } = await officer.query(
      '{ indicatorTable(input: { indicators: ["I10", "I03"], period: { relative: THIS_MONTH } }) { rows { value gap } } }',
    );
    expect(data.indicatorTable.rows).toEqual([
      { value: null, gap: 'NOT_OVER' },
      { value: expect.any(Number), gap: null },
    ]);
  });
});

it('keeps what it would count anew', async () => {
  expect(await counting.wrong(world)).toEqual([]);
});
