import { Index } from 'typeorm';
import { ThingRecord, voided } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { Consent } from '../consent/consent.entity';
import { SurvivorFeedback } from '../referral/referral.codes';
import { Referral } from '../referral/referral.entity';
import { FollowUpCancelledReason, FollowUpMovedReason } from './follow-up-reason.codes';
import { FollowUpOutcome, FollowUpStatus, FollowUpType } from './follow-up.codes';

const recorded = ['recordFollowUp', 'completeFollowUp'];

/**
 * Whoever has the case has its follow-ups: who contacts a survivor must be able to read how that is safe. What is said of
 * one in words stands among the notes of the case.
 */
@Index(['dueAt'], { where: `status = 'PLANNED'` })
@Thing({
  label: { en: 'Follow-up', pt: 'Seguimento' },
  description: 'A contact with a survivor, or work for them, planned or done; a home visit is counted here, once.',
  dataClass: 'FOLLOW_UP',
  plural: 'followUps',
  subject: 'case.survivor',
  reach: { through: 'case' },
})
export class FollowUp extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'followUps', description: 'Follow-ups of the case, planned and done.' },
    write: ['planFollowUp', 'recordFollowUp'],
  })
  caseId: string;

  @Attribute({
    type: FollowUpType,
    description: 'How the survivor is followed up.',
    write: ['planFollowUp', 'recordFollowUp', 'nextFollowUp', 'updateFollowUp'],
  })
  type: FollowUpType;

  @Attribute({ type: FollowUpStatus, description: 'Where it stands.' })
  status: FollowUpStatus;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description: 'When it is to be done, in UTC; null where it was done without having been planned.',
    write: ['planFollowUp!', 'nextFollowUp!', 'moveFollowUp!'],
  })
  dueAt: string | null;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who is to do it, or did it; unless said who has the case, and who records it.',
    many: { name: 'followUps', description: 'Follow-ups that the colleague is to do, or did.' },
    write: ['planFollowUp', 'recordFollowUp', 'nextFollowUp', 'assignFollowUp!'],
  })
  responsibleId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description: 'When it was done, or tried, in UTC; now unless said.',
    write: [...recorded, 'recordFollowUpNotReached', 'updateFollowUp'],
  })
  doneAt: string | null;

  @Attribute({
    type: FollowUpOutcome,
    nullable: true,
    description: 'What came of it, once it was done or tried.',
    write: ['recordFollowUp!', 'completeFollowUp!', 'updateFollowUp'],
  })
  outcome: FollowUpOutcome | null;

  @Attribute({
    type: 'boolean',
    description: 'The survivor got in touch: nobody contacted them, so that it takes no consent to be contacted.',
    write: ['recordFollowUp', 'updateFollowUp'],
    initial: false,
  })
  survivorGotInTouch: boolean;

  @Link(() => Referral, {
    nullable: true,
    description: 'The referral that it follows up, where it is one.',
    many: { name: 'followUps', description: 'Follow-ups on the referral, by its sender.' },
    write: ['planFollowUp', 'recordFollowUp', 'nextFollowUp', 'updateFollowUp'],
  })
  referralId: string | null;

  @Attribute({
    type: SurvivorFeedback,
    nullable: true,
    description:
      'How satisfied the survivor was with the service that the referral is to; the provider does not see it.',
    write: [...recorded, 'updateFollowUp'],
  })
  feedback: SurvivorFeedback | null;

  @Link(() => FollowUp, {
    nullable: true,
    description: 'The follow-up with which this one was planned.',
    one: { name: 'next', description: 'The follow-up that was planned with this one.' },
  })
  previousId: string | null;

  @Attribute({
    type: FollowUpMovedReason,
    nullable: true,
    description: 'Why it was last moved.',
    write: ['moveFollowUp!'],
  })
  movedReason: FollowUpMovedReason | null;

  @Attribute({
    type: FollowUpCancelledReason,
    nullable: true,
    description: 'Why it was cancelled.',
    write: ['cancelFollowUp!'],
  })
  cancelledReason: FollowUpCancelledReason | null;

  @Link(() => Consent, {
    nullable: true,
    description: 'The decision of the survivor that cancelled it, where it was one.',
    many: { name: 'endedFollowUps', description: 'Planned follow-ups that the decision cancelled.' },
  })
  endedByConsentId: string | null;

  /** When who has to do it was told that it is overdue; and when their supervisors were. */
  @Hidden({ type: 'dateTime', nullable: true })
  overdueToldAt: string | null;

  @Hidden({ type: 'dateTime', nullable: true })
  overseersToldAt: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
