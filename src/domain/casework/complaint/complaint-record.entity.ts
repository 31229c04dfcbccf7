import { SealedRecord, voided } from '../../../model/record';
import { actionLabel } from '../../../model/action';
import { Attribute, Link, linkThings, Thing } from '../../../model/declaration';
import type { Reach } from '../../../model/reach';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { sharedWithMe } from '../referral/referral.reach';
import { Complaint } from './complaint.entity';

/** Read as the complaint is; a referral shares it as what it is. */
const asComplaint: Reach = {
  through: 'complaint',
  referred: (alias, subject, dataClass) => sharedWithMe(alias, 'case_id', 'case_id', subject, dataClass),
};

@Thing({
  label: { en: 'Number and names of a complaint', pt: 'Número e nomes de uma queixa' },
  description: 'Under which number a complaint is kept, and who took it. Sealed; every read is logged.',
  dataClass: 'COMPLAINT_IDENTITY',
  plural: 'complaintIdentities',
  subject: 'case.survivor',
  reach: asComplaint,
})
export class ComplaintIdentity extends SealedRecord {
  @Link(() => Case, { nullable: true, description: 'The case, where it is about one.' })
  caseId: string | null;

  @Link(() => Complaint, {
    description: 'The complaint.',
    one: { name: 'identity', description: 'Its number and who took it. Every read is logged.' },
  })
  complaintId: string;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Number that the mechanism gave it.',
    write: ['complaintIdentity'],
  })
  externalNumber: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Name of the officer or official who has it, or refused it.',
    write: ['complaintIdentity'],
  })
  officerName: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Note of a complaint', pt: 'Nota de uma queixa' },
  description: 'What was written of a complaint, or of a step of it. Sealed; every read is logged.',
  dataClass: 'COMPLAINT_IDENTITY',
  plural: 'complaintNotes',
  subject: 'case.survivor',
  reach: asComplaint,
})
export class ComplaintNote extends SealedRecord {
  @Link(() => Case, { nullable: true, description: 'The case, where it is about one.' })
  caseId: string | null;

  @Link(() => Complaint, {
    description: 'The complaint.',
    many: { name: 'notes', description: 'What was written of it. Every read is logged.' },
  })
  complaintId: string;

  @Attribute({
    type: 'text',
    nullable: true,
    labelled: actionLabel,
    description: 'Mutation that it was written with.',
  })
  step: string | null;

  @Attribute({
    type: 'longText',
    sealed: true,
    description: 'The text.',
    write: ['complaintText', 'amendComplaintNote!'],
  })
  text: string;

  @Attribute(voided)
  voidedAt: string | null;
}

linkThings(ComplaintNote, {
  name: 'author',
  description: 'Who wrote it; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
