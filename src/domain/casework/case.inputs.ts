/** What registering a case takes, and the everyday changes to it. */
import { Changing, Input, InputField, inputOf, Making, Nested } from '../../model/input';
import { NewConsentInput } from './consent.inputs';
import { NewIncidentInput } from './incident.inputs';
import { StaffMember } from '../organisation/staff-member.entity';
import { Survivor } from './survivor.entity';
import { NewSurvivorInput } from './survivor.inputs';
import { CaseNote } from './case-note.entity';
import { Case } from './case.entity';

@Input('What registering a case takes: as a draft, for a survivor with consent to SERVICES, or as anonymous.')
export class RegisterCaseInput extends inputOf(Case, {
  required: ['source'],
  optional: ['riskLevel', 'priority', 'openedAt', 'registeredAtOffice', 'anonymous', 'clientCreatedAt'],
  base: Making,
}) {
  @InputField({ type: 'boolean', nullable: true, description: 'True: keep it as a draft; `submitCase` registers it.' })
  draft?: boolean | null;

  @InputField({ type: 'uuid', of: () => Survivor, nullable: true, description: 'A survivor who is recorded already.' })
  survivorId?: string | null;

  @Nested(() => NewSurvivorInput, { nullable: true, description: 'A survivor who is not recorded yet.' })
  survivor?: NewSurvivorInput | null;

  @Nested(() => NewIncidentInput, { list: true, nullable: true, description: 'What happened.' })
  incidents?: NewIncidentInput[] | null;

  @Nested(() => NewConsentInput, { list: true, nullable: true, description: 'What the survivor decided.' })
  consents?: NewConsentInput[] | null;
}

@Input('What changing a case takes; what is left out stays as it is.')
export class UpdateCaseInput extends inputOf(Case, {
  optional: ['riskLevel', 'priority', 'source', 'registeredAtOffice', 'anonymous'],
  base: Changing,
}) {
  @Nested(() => NewSurvivorInput, { nullable: true, description: 'The survivor of a draft that had none.' })
  survivor?: NewSurvivorInput | null;
}

@Input('What assigning a case takes.')
export class AssignCaseInput extends Changing {
  @InputField({
    type: 'uuid',
    of: () => StaffMember,
    description: 'Colleague of the organisation who takes the case over.',
  })
  ownerId: string;
}

@Input('What adding a note to a case takes.')
export class AddCaseNoteInput extends inputOf(CaseNote, { required: ['text'], optional: ['kind'], base: Making }) {
  @InputField({ type: 'uuid', of: () => Case, description: 'The case.' })
  caseId: string;
}
