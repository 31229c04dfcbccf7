/** What closing and reopening a case takes. */
import { Changing, Input, InputField, inputOf } from '../../model/input';
import { Case } from './case.entity';

@Input('What asking for the closure of a case takes.')
export class RequestCaseClosureInput extends inputOf(Case, {
  required: ['closureReason'],
  optional: ['safetyPlanReviewed', 'informedCanResume'],
  base: Changing,
}) {
  @InputField({
    type: 'longText',
    nullable: true,
    description: 'Why the case is to be closed although referrals are open; goes into its notes, sealed.',
  })
  overrideReason?: string | null;
}

@Input('What approving a closure takes.')
export class ApproveCaseClosureInput extends Changing {
  @InputField({
    type: 'longText',
    nullable: true,
    description:
      'Why the case is to be closed although referrals were opened since closure was asked for; goes into its notes, sealed.',
  })
  overrideReason?: string | null;
}

@Input('What sending a request for closure back takes.')
export class RejectCaseClosureInput extends Changing {
  @InputField({ type: 'longText', description: 'Why; goes into the notes of the case, sealed.' })
  reason: string;
}

@Input('What reopening a case takes.')
export class ReopenCaseInput extends Changing {
  @InputField({ type: 'longText', description: 'Why; goes into the notes of the case, sealed.' })
  reason: string;
}
