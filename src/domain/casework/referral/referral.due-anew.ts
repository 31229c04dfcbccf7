/** When an incident is told otherwise, what is counted from it is reckoned anew: by when a service does good, and whether PEP was in time. */
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { ServiceNeed } from '../need/service-need.entity';
import { followReferrals } from '../need/service-need.referrals';
import { hoursFromIncident } from './referral.deadlines';
import { dueOf } from './referral.due';
import { ReferralIncident } from './referral-incident.entity';
import { Referral } from './referral.entity';
import { openReferral, receiverOf } from './referral.step';
import type { ServiceType } from './service-type.codes';

const reckoned = asSystem(Referral, 'By when a service does good follows from the incident, whoever corrects that.');

/** Services that do good for so many hours after the incident. */
const bound = Object.keys(hoursFromIncident) as ServiceType[];

/** By when the services of a case do good: of its open referrals, or of one of them. The case is held. */
export async function reckonDue(work: Work, caseId: string, referralId?: string): Promise<void> {
  const which = { caseId, status: openReferral, serviceType: bound, ...(referralId && { id: referralId }) };
  for (const referral of await work.find(Referral, which, true)) {
    const { requestedAt, serviceDueAt: before } = referral;
    const standing = await work.find(ReferralIncident, { referralId: referral.id, voidedAt: null });
    const covers = standing.map(({ incidentId }) => ({ values: { incidentId } }));
    const { serviceDueAt } = await dueOf(work, referral, { caseId, requestedAt, isAnswered: true, covers });
    if (before !== null && serviceDueAt !== null && Date.parse(before) === Date.parse(serviceDueAt)) continue;
    await work.update(Referral, referral, { serviceDueAt }, { as: reckoned, audience: receiverOf(referral) });
  }
}

/** What is counted from the incidents of a case: by when its services do good, and whether those that were given did. */
export async function followIncidents(work: Work, caseId: string): Promise<void> {
  await reckonDue(work, caseId);
  for (const { id } of await work.find(ServiceNeed, { caseId, serviceType: bound, voidedAt: null }))
    followReferrals(work, id);
}
