import { ThingRecord, voided } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Incident } from '../incident/incident.entity';
import { Referral } from './referral.entity';
import { underMyReferral } from './referral.reach';

/** A referral shares what it names; what is told later is not shared by it. */
@Thing({
  label: { en: 'Incident of a referral', pt: 'Incidente de um encaminhamento' },
  description: 'That a referral covers an incident: what it shares, it shares of this one.',
  dataClass: 'REFERRAL_OPERATIONS',
  plural: 'referralIncidents',
  subject: 'referral.survivor',
  reach: {
    through: 'referral',
    referred: (alias, subject, dataClass) => underMyReferral(alias, 'referral_id', 'id', subject, dataClass),
  },
  standsWith: 'incident',
  erased: true,
})
export class ReferralIncident extends ThingRecord {
  @Link(() => Referral, {
    description: 'The referral.',
    many: { name: 'covers', description: 'Incidents that the referral covers.' },
  })
  referralId: string;

  @Link(() => Incident, {
    description: 'The incident; for the receiver as far as the referral shares it.',
    many: { name: 'coveredBy', description: 'Referrals that cover the incident.' },
    write: ['coveredIncident'],
  })
  incidentId: string;

  @Attribute(voided)
  voidedAt: string | null;
}
