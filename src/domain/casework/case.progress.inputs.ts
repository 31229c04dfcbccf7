/** What the steps of the work on a case take, up to its follow-up, and what ends it early. */
import { Changing, Input, InputField, inputOf, Nested } from '../../model/input';
import { CaseNote } from './case-note.entity';
import { Case } from './case.entity';

@Input('A text for the notes of a case. Sealed; every read is logged.')
export class CaseTextInput extends inputOf(CaseNote, { required: ['text'] }) {}

@Input('What registering a draft takes: the draft must be complete, and the consent recorded.')
export class SubmitCaseInput extends Changing {}

@Input('What recording the assessment of a case takes.')
export class AssessCaseInput extends inputOf(Case, { optional: ['riskLevel', 'priority'], base: Changing }) {
  @Nested(() => CaseTextInput, { nullable: true, description: 'What was found, for the notes.' })
  note?: CaseTextInput | null;
}

@Input('What recording the action plan of a case takes.')
export class PlanCaseInput extends inputOf(Case, { optional: ['priority'], base: Changing }) {
  @Nested(() => CaseTextInput, { nullable: true, description: 'The safety plan agreed with the survivor.' })
  safetyPlan?: CaseTextInput | null;

  @Nested(() => CaseTextInput, { nullable: true, description: 'What else is planned, for the notes.' })
  note?: CaseTextInput | null;
}

@Input('What taking a case into follow-up takes.')
export class FollowUpCaseInput extends Changing {
  @Nested(() => CaseTextInput, { nullable: true, description: 'What was done, for the notes.' })
  note?: CaseTextInput | null;
}

@Input('What marking a case as a duplicate takes.')
export class MarkCaseDuplicateInput extends Changing {
  @InputField({ type: 'uuid', of: () => Case, description: 'The case that this one repeats; it stays.' })
  duplicateOfId: string;

  @InputField({ type: 'longText', nullable: true, description: 'Why; goes into the notes of the case, sealed.' })
  reason?: string | null;
}

@Input('What withdrawing a case takes: the survivor wants no more of it.')
export class WithdrawCaseInput extends Changing {
  @InputField({ type: 'longText', nullable: true, description: 'Why; goes into the notes of the case, sealed.' })
  reason?: string | null;
}
