import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { AdvocacyActivity } from '../advocacy/advocacy-activity.entity';
import { Organisation } from '../organisation/organisation.entity';
import { OutreachActivity } from '../outreach/outreach-activity.entity';
import { Training } from '../training/training.entity';
import { PartnerPart } from './activity-partner.codes';
import { besideMe, isOfMyActivity, makersOfActivities } from './activity-partner.reach';

const write = ['addActivityPartner'];

/** The activity itself stands once, with the organisation that keeps it, and is counted once, as that one's. */
@Thing({
  label: { en: 'Partner in an activity', pt: 'Parceiro numa actividade' },
  description:
    'An organisation that takes part in a training, outreach or advocacy activity of another one, and what it does in it.',
  dataClass: 'ACTIVITY',
  plural: 'activityPartners',
  reach: {
    ...{ own: ['createdById'], entrusted: isOfMyActivity, others: makersOfActivities, joint: besideMe },
    ...{ organisation: ['organisationId'], partners: ['partnerId'] },
  },
})
export class ActivityPartner extends ThingRecord {
  @Link(() => Organisation, { description: 'Who keeps the activity: its organisation.' })
  organisationId: string;

  @Link(() => Organisation, {
    description: 'Who takes part in it: another organisation of the country.',
    many: { name: 'partnerIn', description: 'Activities of other organisations that it takes part in.' },
    write,
  })
  partnerId: string;

  @Link(() => Training, {
    nullable: true,
    description: 'The training that it takes part in.',
    many: { name: 'partners', description: 'Other organisations that take part in it.' },
    write,
  })
  trainingId: string | null;

  @Link(() => OutreachActivity, {
    nullable: true,
    description: 'The outreach that it takes part in.',
    many: { name: 'partners', description: 'Other organisations that take part in it.' },
    write,
  })
  outreachActivityId: string | null;

  @Link(() => AdvocacyActivity, {
    nullable: true,
    description: 'The advocacy that it takes part in.',
    many: { name: 'partners', description: 'Other organisations that take part in it.' },
    write,
  })
  advocacyActivityId: string | null;

  @Attribute({ type: [PartnerPart], description: 'What it does in it; at least one.', write })
  parts: PartnerPart[];

  @Attribute(voided)
  voidedAt: string | null;
}
