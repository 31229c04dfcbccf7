/** Who sees what belongs to a case beside its own people: the receivers of referrals that are open to them. */
import { nobody, type Audience } from '../../writing/work-ledger';
import type { Work } from '../../writing/work';
import { thingOf, type Constructor } from '../../model/thing';
import { ShareableClass } from '../../policy/shareable.codes';
import { Referral } from './referral.entity';
import type { Case } from './case.entity';

/** For each kind of record, who sees it. */
export type AudienceOf = (target: Constructor) => Audience;

export const noReceivers: AudienceOf = () => nobody;

/** Receivers see what their referral shares, and the survivor in any case. */
export async function receiversOf(work: Work, cases: readonly Pick<Case, 'id'>[]): Promise<AudienceOf> {
  const caseId = cases.map(({ id }) => id);
  const referrals = await work.find(Referral, { caseId, status: ['ACCEPTED', 'IN_SERVICE'] });
  return (target) => {
    const code = ShareableClass.codes.find((name) => name === thingOf(target).dataClass);
    const open = referrals.filter(({ sharedFields }) => code === undefined || sharedFields.includes(code));
    return {
      organisations: open.map(({ toOrganisationId }) => toOrganisationId).filter((id) => id !== null),
      accounts: [],
    };
  };
}
