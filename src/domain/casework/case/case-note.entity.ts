import { SealedRecord, voided } from '../../../model/record';
import { actionLabel } from '../../../model/action';
import { Attribute, Link, linkThings, Thing } from '../../../model/declaration';
import { CaseNoteKind } from './case-note.codes';
import { StaffMember } from '../../organisation/staff-member.entity';
import { FollowUp } from '../follow-up/follow-up.entity';
import { Case } from './case.entity';
import { isOpenNote } from './case.reach';

@Thing({
  label: { en: 'Note of a case', pt: 'Nota de um caso' },
  description: 'A note, a safety plan, or the reason of a step. Sealed; every read is logged.',
  dataClass: 'CASE_NOTES',
  plural: 'caseNotes',
  subject: 'case.survivor',
  reach: { own: ['createdById'], through: 'case', open: isOpenNote },
  erased: true,
})
export class CaseNote extends SealedRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'notes', description: 'Notes, safety plans and reasons of steps. Every read is logged.' },
  })
  caseId: string;

  @Link(() => FollowUp, {
    nullable: true,
    description: 'The follow-up that it is of, where it is one.',
    many: { name: 'notes', description: 'What was noted of it. Every read is logged.' },
  })
  followUpId: string | null;

  @Attribute({ type: CaseNoteKind, description: 'What kind of note it is.', write: ['addCaseNote'], initial: 'NOTE' })
  kind: CaseNoteKind;

  @Attribute({
    type: 'longText',
    sealed: true,
    description: 'The text.',
    write: ['addCaseNote', 'caseText', 'amendCaseNote!'],
  })
  text: string;

  @Attribute({
    type: 'text',
    nullable: true,
    labelled: actionLabel,
    description: 'Mutation whose reason it is, where it is one.',
  })
  step: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

linkThings(CaseNote, {
  name: 'author',
  description: 'Who wrote it; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
