import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';

/** It begins and ends by itself: the row scopes ask for the time. Why somebody is absent is nobody's business here. */
@Thing({
  label: { en: 'Deputyship', pt: 'Substituição' },
  description: 'That a colleague stands in for another, who is absent: works on their cases as on own ones.',
  dataClass: 'STAFF',
  plural: 'deputyships',
  reach: { own: ['absentId', 'deputyId'], organisation: ['organisationId'] },
  order: { field: 'endsAt', direction: 'DESC' },
})
export class Deputyship extends ThingRecord {
  @Link(() => Organisation, { description: 'Where both work.' })
  organisationId: string;

  @Link(() => StaffMember, {
    description: 'Who is absent.',
    many: { name: 'deputies', description: 'Who stood in for the colleague, and until when.' },
    write: ['deputise'],
  })
  absentId: string;

  @Link(() => StaffMember, { description: 'Who stands in.', write: ['deputise'] })
  deputyId: string;

  @Attribute({ type: 'dateTime', description: 'From when, in UTC.', write: ['deputise?'] })
  startsAt: string;

  @Attribute({ type: 'dateTime', description: 'Until when, in UTC.', write: ['deputise', 'updateDeputyship!'] })
  endsAt: string;
}
