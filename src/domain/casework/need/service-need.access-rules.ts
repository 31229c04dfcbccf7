/** Access to a service and its use, by category: what counts as either. A mere referral is neither. */
import type { ServiceCategory } from '../referral/referral.codes';
import type { AccessBasis } from './service-need-access.codes';
import type { ServiceNeedStatus } from './service-need.codes';

/** What is known of a need, each with the first time that it was so, in UTC; null: it was not. */
export interface AccessFacts {
  readonly category: ServiceCategory;
  readonly status: ServiceNeedStatus;
  readonly servedAt: string | null;
  readonly decidedAt: string | null;
  /** When the first session was planned that was to be, or was, in time. */
  readonly offeredInTimeAt: string | null;
  readonly attendedAt: string | null;
  /** A place was offered, whatever came of it. */
  readonly placeOfferedAt: string | null;
  /** The provider saw the survivor, whether anything was given or not. */
  readonly seenAt: string | null;
  /** Something was given; of PEP no later than it does good. */
  readonly givenAt: string | null;
}

/** When a service was reached and used, and by what that counts; null: it was not, as far as is known. */
export interface Access {
  readonly accessedAt: string | null;
  readonly accessBasis: AccessBasis | null;
  readonly usedAt: string | null;
  readonly useBasis: AccessBasis | null;
}

type Fact = readonly [AccessBasis, string | null];

/** Where to be seen is to have access: a paralegal, a clinician, the police desk. */
const seen: readonly ServiceCategory[] = ['HEALTH', 'LEGAL', 'POLICE_SECURITY'];

/** Whoever sees to it gets there, or to what was given in their own place. */
function waysOf(category: ServiceCategory, facts: AccessFacts): { access: Fact[]; use: Fact[] } {
  const given: Fact = ['SERVICE_GIVEN', facts.givenAt];
  const attended: Fact = ['SESSION_ATTENDED', facts.attendedAt];
  if (category === 'PSYCHOSOCIAL')
    return { access: [['SESSION_OFFERED', facts.offeredInTimeAt]], use: [attended, given] };
  if (seen.includes(category)) return { access: [['SEEN', facts.seenAt], attended, given], use: [given] };
  return { access: [['PLACE_OFFERED', facts.placeOfferedAt], attended, given], use: [given] };
}

const first = (facts: readonly Fact[]): Fact | undefined =>
  facts
    .filter(([, at]) => at !== null)
    .sort(([, one], [, other]) => Date.parse(one ?? '') - Date.parse(other ?? ''))[0];

/** Received elsewhere, or provided here, counts as both. */
export function accessOf(facts: AccessFacts): Access {
  const { status, servedAt, decidedAt } = facts;
  if (status === 'RECEIVED_ELSEWHERE' || status === 'PROVIDED_HERE') {
    const at = servedAt ?? decidedAt;
    return { accessedAt: at, accessBasis: status, usedAt: at, useBasis: status };
  }
  const { access, use } = waysOf(facts.category, facts);
  const [accessBasis, accessedAt] = first(access) ?? [null, null];
  const [useBasis, usedAt] = first(use) ?? [null, null];
  return { accessedAt, accessBasis, usedAt, useBasis };
}
