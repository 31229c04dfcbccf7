/** Makes outreach, supplies and service slips that the tests correct, through the API. */
import type { CountryName, World } from '../world';
import { call } from './makers';

/** What is not corrected of them. */
export const outreachExceptions: Readonly<Record<string, string>> = {
  'OutreachActivity.organisationId': 'outreach of another organisation is another activity',
  'OutreachActivity.statusReason': 'the reason of a step',
  'SupplyDistribution.organisationId': 'what another organisation handed out is recorded there',
  'SupplyDistribution.voidedReason': 'the reason of a step',
  'ServiceSlip.voidedReason': 'the reason of a step',
};

/** People whom it reached, as one group. */
export const reached = { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34', kind: 'NEW', people: 9, contacts: 12 };

/** Values that go with the others. */
export const outreachValues: Readonly<Record<string, unknown>> = {
  'OutreachReach.contacts': 15,
  'ServiceSlip.serviceType': 'PEP',
};

/** Places that take more than a value: a group of those reached, an activity of the organisation; tests of their own hold them. */
export const outreachApart = [
  ...['genderIdentity', 'ageBand', 'kind'].map((name) => `OutreachReach.${name}`),
  'SupplyDistribution.outreachActivityId',
];

const about = { type: 'LECTURE', title: 'A', level: 'COMMUNITY', outcome: 'LTO1', topics: ['RIGHTS'] };

export const outreachMakers = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => {
  const make =
    (action: string, slot: string, input: object) =>
    async (country: CountryName): Promise<string> =>
      (await call(await world.as('case-manager', country), action, input, `${slot} { id }`))[slot]!.id;
  const held = { ...about, heldOn: '2026-03-02', reached: [reached] };
  const supply = { kind: 'LUBRICANT', quantity: 20, givenOn: '2026-03-02' };
  return {
    OutreachActivity: make('recordOutreachActivity', 'outreachActivity', held),
    SupplyDistribution: make('recordSupplyDistribution', 'supplyDistribution', supply),
    ServiceSlip: make('giveServiceSlip', 'serviceSlip', { category: 'HEALTH', givenOn: '2026-03-01' }),
  };
};
