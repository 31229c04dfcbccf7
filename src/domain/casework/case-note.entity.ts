import { SealedRecord } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { CaseNoteKind } from './case-note.codes';
import { Case } from './case.entity';

@Thing({
  description: 'A note, a safety plan, or the reason of a step. Sealed; every read is logged.',
  dataClass: 'CASE_NOTES',
  plural: 'caseNotes',
  subject: 'case.survivor',
  reach: { own: ['createdById'], through: 'case' },
  appendOnly: true,
})
export class CaseNote extends SealedRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'notes', description: 'Notes, safety plans and reasons of steps. Every read is logged.' },
  })
  caseId: string;

  @Attribute({ type: CaseNoteKind, description: 'What kind of note it is.', write: ['addCaseNote'], initial: 'NOTE' })
  kind: CaseNoteKind;

  @Attribute({ type: 'longText', sealed: true, description: 'The text.', write: ['addCaseNote', 'caseText'] })
  text: string;
}
