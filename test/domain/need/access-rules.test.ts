/** Access to a service and its use, category by category, as the programme counts them. */
import { accessOf, type Access, type AccessFacts } from '../../../src/domain/casework/need/service-need.access-rules';
import { ServiceNeedStatus } from '../../../src/domain/casework/need/service-need.codes';
import { ServiceCategory } from '../../../src/domain/casework/referral/referral.codes';

const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;

const nothing: AccessFacts = {
  category: 'HEALTH',
  status: 'REFERRED',
  servedAt: null,
  decidedAt: at(1),
  offeredInTimeAt: null,
  attendedAt: null,
  placeOfferedAt: null,
  seenAt: null,
  givenAt: null,
};
const counts = (facts: Partial<AccessFacts>): Access => accessOf({ ...nothing, ...facts });
/** Basis and day of access, then of use. */
const told = (facts: Partial<AccessFacts>): readonly (string | null)[] => {
  const { accessBasis, accessedAt, useBasis, usedAt } = counts(facts);
  return [accessBasis, accessedAt, useBasis, usedAt];
};
const none = [null, null];

type Name = 'offered' | 'attended' | 'placed' | 'seen' | 'given';

/** Of a clinic, a lawyer, a police desk: who is seen there has access. */
const bySeeing = { offered: '', attended: 'access', placed: '', seen: 'access', given: 'both' };
/** Of a bed, help on the way, an income: who is offered a place has access. */
const byPlace = { offered: '', attended: 'access', placed: 'access', seen: '', given: 'both' };

/** By category: what of the facts is access, and what is use. */
const table: Readonly<Record<ServiceCategory, Readonly<Record<Name, string>>>> = {
  HEALTH: bySeeing,
  LEGAL: bySeeing,
  POLICE_SECURITY: bySeeing,
  PSYCHOSOCIAL: { offered: 'access', attended: 'use', placed: '', seen: '', given: 'use' },
  EMERGENCY_RESPONSE: byPlace,
  SAFE_HOUSE: byPlace,
  LIVELIHOOD: byPlace,
  CHILD_PROTECTION: byPlace,
  SOCIAL: byPlace,
};

const facts = {
  offered: ['offeredInTimeAt', 'SESSION_OFFERED'],
  attended: ['attendedAt', 'SESSION_ATTENDED'],
  placed: ['placeOfferedAt', 'PLACE_OFFERED'],
  seen: ['seenAt', 'SEEN'],
  given: ['givenAt', 'SERVICE_GIVEN'],
} as const;

describe.each(ServiceCategory.codes)('%s', (category) => {
  test('a mere referral is neither access nor use', () => {
    expect(told({ category })).toEqual([...none, ...none]);
  });

  test.each(Object.keys(facts) as Name[])('by what is known alone: %s', (name) => {
    const [fact, basis] = facts[name];
    const what = table[category][name];
    const known = [basis, at(5)];
    expect(told({ category, [fact]: at(5) })).toEqual([
      ...(what === 'access' || what === 'both' ? known : none),
      ...(what === 'use' || what === 'both' ? known : none),
    ]);
  });

  test('the first time counts, whichever it was', () => {
    const all = { offeredInTimeAt: at(2), attendedAt: at(6), placeOfferedAt: at(3), seenAt: at(4), givenAt: at(5) };
    const { accessedAt, usedAt } = counts({ category, ...all });
    const first = category === 'PSYCHOSOCIAL' ? 2 : table[category].seen === 'access' ? 4 : 3;
    expect([accessedAt, usedAt]).toEqual([at(first), at(5)]);
  });

  test.each(ServiceNeedStatus.codes)('decided as %s', (status) => {
    const isMet = status === 'RECEIVED_ELSEWHERE' || status === 'PROVIDED_HERE';
    const served = [status, at(2), status, at(2)];
    expect(told({ category, status, servedAt: at(2) })).toEqual(isMet ? served : [...none, ...none]);
    const decided = [status, at(1), status, at(1)];
    expect(told({ category, status })).toEqual(isMet ? decided : [...none, ...none]);
  });
});
