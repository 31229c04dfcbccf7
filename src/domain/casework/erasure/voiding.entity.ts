import { ThingRecord } from '../../../model/record';
import { thingLabel } from '../../../model/thing';
import { Attribute, Link, linkThings, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';

/** Mistakes are not wiped away: what was taken out, when and by whom stays to be seen; why stands in the notes of the case, or of the complaint. */
@Thing({
  label: { en: 'Record taken out', pt: 'Registo retirado' },
  description: 'That a record was found to be recorded in error, with whatever belongs to it.',
  dataClass: 'VOIDING',
  plural: 'voidings',
  subject: 'case.survivor',
  reach: { own: ['makerId'], organisation: ['organisationId'], through: 'case' },
  erased: true,
})
export class Voiding extends ThingRecord {
  @Link(() => Case, {
    nullable: true,
    description: 'The case; null: the record was of none, or of the record of a provider.',
    many: { name: 'voidings', description: 'Records of the case that were found to be recorded in error.' },
  })
  caseId: string | null;

  @Link(() => Organisation, { nullable: true, description: 'Whose record it was, where no case is named.' })
  organisationId: string | null;

  @Attribute({ type: 'text', labelled: thingLabel, description: 'Type of the record.' })
  entity: string;

  @Attribute({ type: 'uuid', description: 'The record; those who may see it find it with `node`.' })
  recordId: string;

  @Link(() => StaffMember, { nullable: true, description: 'Who had made the record.' })
  makerId: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When it was restored, in UTC; null where it was not.' })
  restoredAt: string | null;
}

linkThings(Voiding, {
  name: 'by',
  description: 'Who found it; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
