import { ThingRecord } from '../../../model/record';
import { Attribute, Thing } from '../../../model/declaration';
import { DeadlineOf } from './service-deadline.codes';

/** Rows of a country: `handsoff country deadline` changes them. */
@Thing({
  label: { en: 'Deadline', pt: 'Prazo' },
  description:
    'How long a referral waits for an answer and for the service, in a country. What is said of a service or its category takes the place of ROUTINE; the urgency wins where it is stricter.',
  dataClass: 'REFERENCE',
  plural: 'serviceDeadlines',
  few: true,
  reach: {},
  order: { field: 'deadlineOf', direction: 'ASC' },
})
export class ServiceDeadline extends ThingRecord {
  @Attribute({ type: DeadlineOf, unique: true, sort: true, description: 'What it is the deadline of.' })
  deadlineOf: DeadlineOf;

  @Attribute({ type: 'int', min: 1, max: 8760, description: 'Hours within which it is to be answered.' })
  answerHours: number;

  @Attribute({ type: 'int', min: 1, max: 8760, description: 'Hours after which it ends if nobody answered.' })
  expiryHours: number;

  @Attribute({ type: 'int', min: 1, max: 8760, description: 'Hours within which the service is to be given.' })
  serviceHours: number;
}
