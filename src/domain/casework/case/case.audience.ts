/** Who sees what belongs to a case beside its own people: the receivers of referrals that are open to them. */
import { nobody, type Audience } from '../../../writing/work-ledger';
import type { Work } from '../../../writing/work';
import { thingOf, type Constructor } from '../../../model/thing';
import { ShareableClass } from '../../../policy/shareable.codes';
import { ReferralIncident } from '../referral/referral-incident.entity';
import { Referral } from '../referral/referral.entity';
import { ofIncident } from '../referral/referral.reach';
import type { Case } from './case.entity';

/** For each kind of record who sees it; what is told of an incident is seen where a referral covers the incident. */
export type AudienceOf = (target: Constructor, incidentId?: string) => Audience;

export const noReceivers: AudienceOf = () => nobody;

/** Receivers see what their referral shares of the incidents that it covers, and the survivor in any case. */
export async function receiversOf(work: Work, cases: readonly Pick<Case, 'id'>[]): Promise<AudienceOf> {
  const caseId = cases.map(({ id }) => id);
  const referrals = await work.find(Referral, { caseId, status: ['ACCEPTED', 'IN_SERVICE'] });
  if (referrals.length === 0) return noReceivers;
  const covers = await work.find(ReferralIncident, { referralId: referrals.map(({ id }) => id), voidedAt: null });
  return (target, incidentId) => {
    const code = ShareableClass.codes.find((name) => name === thingOf(target).dataClass);
    const open = referrals.filter(
      (referral) => shares(referral, code) && (!isOfIncident(code) || coversIt(covers, referral, incidentId)),
    );
    return {
      organisations: open.map(({ toOrganisationId }) => toOrganisationId).filter((id) => id !== null),
      accounts: [],
    };
  };
}

const isOfIncident = (code: ShareableClass | undefined): boolean => ofIncident.some((one) => one === code);

/** The coded incident comes with whatever is told of it. */
const shares = ({ sharedFields }: Referral, code: ShareableClass | undefined): boolean =>
  code === undefined ||
  sharedFields.includes(code) ||
  (code === 'INCIDENT' && sharedFields.some((field) => isOfIncident(field)));

const coversIt = (covers: readonly ReferralIncident[], { id }: Referral, incidentId: string | undefined): boolean =>
  covers.some((cover) => cover.referralId === id && cover.incidentId === incidentId);
