import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { StaffMember } from '../../organisation/staff-member.entity';
import { CaseActivityKind } from './case-activity.codes';
import { Case } from './case.entity';

/** What hangs on a case changes without the case: here it shows, so that nobody decides about the case blind. */
@Thing({
  label: { en: 'Activity of a case', pt: 'Actividade de um caso' },
  description: 'Something that happened below a case since it was registered; its version stays as it was.',
  dataClass: 'CASE_OPERATIONS',
  plural: 'caseActivities',
  reach: { through: 'case' },
  appendOnly: true,
  erased: true,
})
export class CaseActivity extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'activity', description: 'What happened below the case since it was registered; the newest first.' },
  })
  caseId: string;

  @Attribute({ type: CaseActivityKind, description: 'What happened.' })
  kind: CaseActivityKind;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who did it; null for what falls due by itself, and where the account may not see who.',
  })
  byId: string | null;
}
