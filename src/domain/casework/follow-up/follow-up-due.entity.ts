import { Index } from 'typeorm';
import { ThingRecord } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { Case } from '../case/case.entity';
import { Referral } from '../referral/referral.entity';
import { FollowUpRule } from './follow-up-reason.codes';

/**
 * Derived from the case, its referrals and follow-ups whenever one of them changes. A thing of its own, so that the
 * receiver of a referral sees nothing of it, and the version of the case stays when a follow-up is done.
 */
@Index(['caseId'], { unique: true, where: 'referral_id IS NULL' })
@Index(['referralId'], { unique: true, where: 'referral_id IS NOT NULL' })
@Thing({
  label: { en: 'Follow-up that is due', pt: 'Seguimento devido' },
  description:
    'A follow-up that is due by rule and that nobody has planned: of an open case, by its risk; of a psychosocial referral that was accepted. Overdue where its time has passed.',
  dataClass: 'FOLLOW_UP',
  plural: 'followUpsDue',
  subject: 'case.survivor',
  reach: { through: 'case' },
  order: { field: 'dueAt', direction: 'ASC' },
  derived: true,
})
export class FollowUpDue extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'followUpsDue', description: 'Follow-ups that are due by rule and that nobody has planned.' },
  })
  caseId: string;

  @Link(() => Referral, {
    nullable: true,
    description: 'The referral, where it is due on one.',
    many: {
      name: 'followUpsDue',
      description: 'The follow-up on the referral that is due by rule, unless one is planned.',
    },
  })
  referralId: string | null;

  @Attribute({ type: FollowUpRule, description: 'By which rule.' })
  rule: FollowUpRule;

  @Attribute({ type: 'dateTime', sort: true, description: 'When it is due, in UTC.' })
  dueAt: string;

  @Hidden({ type: 'dateTime', nullable: true })
  overdueToldAt: string | null;

  @Hidden({ type: 'dateTime', nullable: true })
  overseersToldAt: string | null;
}
