import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { StaffMember } from '../../organisation/staff-member.entity';
import { EmergencyAlert } from '../alert/emergency-alert.entity';
import { Case } from '../case/case.entity';
import { NoticeKind } from './notice.codes';
import { caseNumber } from '../case/number-forms';

@Thing({
  label: { en: 'Notice', pt: 'Aviso' },
  description: 'Something that a colleague has to know, told inside the API.',
  dataClass: 'NOTICE',
  plural: 'notices',
  reach: { beside: 'case', own: ['addresseeId'] },
  erased: true,
})
export class Notice extends ThingRecord {
  @Link(() => StaffMember, { description: 'Who is told.' })
  addresseeId: string;

  @Attribute({ type: NoticeKind, description: 'What there is to know.' })
  kind: NoticeKind;

  @Link(() => Case, { nullable: true, description: 'The case that it is about; null for those who may not see it.' })
  caseId: string | null;

  @Attribute({ type: 'text', nullable: true, description: 'Short number of the case.', shortNumber: caseNumber })
  displayId: string | null;

  @Link(() => EmergencyAlert, {
    nullable: true,
    description: 'The emergency alert that it is about; null for those who may not see it.',
  })
  alertId: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'The colleague that it is about, where it is about one.' })
  aboutId: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who did what is told of; null: nobody did, time passed.' })
  byId: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the recipient marked it as read, in UTC.' })
  readAt: string | null;
}
