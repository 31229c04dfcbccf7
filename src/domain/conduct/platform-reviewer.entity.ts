import { ThingRecord } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { Platform } from '../movement/platform.entity';
import { StaffMember } from '../organisation/staff-member.entity';

@Thing({
  label: { en: 'Reviewer of a platform', pt: 'Revisor de uma plataforma' },
  description: 'That a colleague reads and reviews what is reported against the code of conduct of a platform.',
  dataClass: 'STAFF',
  plural: 'platformReviewers',
  reach: { through: 'platform' },
})
export class PlatformReviewer extends ThingRecord {
  @Link(() => Platform, {
    description: 'The platform.',
    many: { name: 'reviewers', description: 'Colleagues who review breaches of its code of conduct, and who did.' },
    write: ['namePlatformReviewer'],
  })
  platformId: string;

  @Link(() => StaffMember, { description: 'The colleague.', write: ['namePlatformReviewer'] })
  memberId: string;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the colleague ceased to be a reviewer, in UTC; null: still is one.',
  })
  endedAt: string | null;
}
