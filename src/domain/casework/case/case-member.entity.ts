import { SealedRecord, ThingRecord } from '../../../model/record';
import { Attribute, Link, linkThings, Thing } from '../../../model/declaration';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from './case.entity';

@Thing({
  label: { en: 'Colleague with a restricted case', pt: 'Colega com um caso restrito' },
  description: 'That a restricted case is open to a colleague.',
  dataClass: 'CASE_RESTRICTION',
  plural: 'caseMembers',
  subject: 'case.survivor',
  reach: { through: 'case' },
  erased: true,
})
export class CaseMember extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'members', description: 'Colleagues to whom the case is open while it is restricted.' },
    write: ['admitToCase?'],
  })
  caseId: string;

  @Link(() => StaffMember, { description: 'The colleague.', write: ['admitToCase'] })
  memberId: string;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When it ceased to be open to them, in UTC.' })
  endedAt: string | null;
}

/** In a class of its own: who is accused must not learn it from what others read of colleagues. */
@Thing({
  label: { en: 'Accused colleague', pt: 'Colega acusado' },
  description: 'That a colleague is accused in a case; from then on nothing of the case exists for that account.',
  dataClass: 'ACCUSED',
  plural: 'accusedColleagues',
  subject: 'case.survivor',
  reach: { through: 'case' },
  erased: true,
})
export class AccusedColleague extends SealedRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'accusedColleagues', description: 'Colleagues who are accused in the case. Every read is logged.' },
    write: ['accuseColleague'],
  })
  caseId: string;

  @Link(() => StaffMember, { description: 'Who is accused.', write: ['accuseColleague'] })
  accusedId: string;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who asked that the accusation be withdrawn; somebody else must agree.',
  })
  withdrawalAskedById: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 2000,
    description: 'Why it is to be withdrawn.',
    write: ['withdrawAccusation!'],
  })
  withdrawnReason: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    filter: false,
    description: 'When the accusation was withdrawn, in UTC.',
  })
  voidedAt: string | null;
}

linkThings(CaseMember, {
  name: 'by',
  description: 'Who named the colleague; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
