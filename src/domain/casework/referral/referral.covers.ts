/** Which incidents a referral covers, as an input says it. */
import { many, part, type InputOf } from '../../../model/input';
import { ReferralIncident } from './referral-incident.entity';

export const coveredIncident = part('coveredIncident', ReferralIncident, {
  description: 'An incident that a referral covers.',
  relies: ['incidentId'],
});

export const covers = many(coveredIncident, {
  nullable: true,
  description: 'Incidents of the case that it covers; all that are recorded when it is sent unless said otherwise.',
});
export type Covers = readonly InputOf<typeof coveredIncident>[] | null | undefined;
