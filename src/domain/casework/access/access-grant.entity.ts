import { SealedRecord } from '../../../model/record';
import { sql } from '../../../base/sql';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { AccessReview } from './access-grant.codes';
import { Case } from '../case/case.entity';
import { isShutOut } from '../case/case.reach';
import { caseNumber } from '../case/number-forms';

/** Breaking the glass: it ends by itself, is told at once, and is looked at afterwards by somebody else. */
@Thing({
  label: { en: 'Access that was taken', pt: 'Acesso tomado' },
  description: 'Access that somebody took, for hours, to what of a case is closed to them.',
  dataClass: 'ACCESS_GRANT',
  plural: 'accessGrants',
  subject: 'case.survivor',
  reach: {
    beside: 'case',
    own: ['granteeId'],
    organisation: ['organisationId'],
    open: (alias, subject) => sql`NOT ${isShutOut(alias, subject)}`,
  },
  order: { field: 'endsAt', direction: 'DESC' },
})
export class AccessGrant extends SealedRecord {
  @Link(() => Case, {
    nullable: true,
    description: 'The case; null where it was a draft that is erased.',
    many: { name: 'accessGrants', description: 'Accesses that were taken to what of the case is closed.' },
    write: ['takeAccess!'],
  })
  caseId: string | null;

  /** Who was accused in what was erased since. */
  @Hidden({ type: ['text'], initial: [] })
  shutOut: string[];

  @Attribute({ type: 'text', description: 'Short number of the case.', shortNumber: caseNumber })
  displayId: string;

  @Link(() => Organisation, { description: 'Where whoever took it works.' })
  organisationId: string;

  @Link(() => StaffMember, { description: 'Who took it.' })
  granteeId: string;

  @Attribute({ type: 'longText', sealed: true, description: 'Why it was needed.', write: ['takeAccess'] })
  reason: string;

  @Attribute({ type: 'dateTime', description: 'When it ends, in UTC: three hours after it was taken at the latest.' })
  endsAt: string;

  @Attribute({
    type: AccessReview,
    nullable: true,
    description: 'What somebody else found who looked at it; null: not looked at yet.',
    write: ['reviewAccess!'],
  })
  review: AccessReview | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who looked at it.' })
  reviewedById: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When it was looked at, in UTC.' })
  reviewedAt: string | null;
}
