import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Case } from '../case/case.entity';
import { ComplaintWishAnswer, ComplaintWishReason } from './complaint.codes';

@Thing({
  label: { en: 'Wish to complain', pt: 'Vontade de apresentar queixa' },
  description: 'Whether the survivor knows before whom she can complain, and whether she wants to.',
  dataClass: 'COMPLAINT_WISH',
  plural: 'complaintWishes',
  subject: 'case.survivor',
  reach: { through: 'case' },
})
export class ComplaintWish extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    one: { name: 'complaintWish', description: 'Whether the survivor wants to complain; null: not asked yet.' },
    write: ['recordComplaintWish'],
  })
  caseId: string;

  @Attribute({
    type: 'boolean',
    description: 'Whether complaint mechanisms were explained.',
    write: ['recordComplaintWish', 'changeComplaintWish'],
  })
  mechanismsExplained: boolean;

  @Attribute({
    type: ComplaintWishAnswer,
    description: 'Whether the survivor wants to complain.',
    write: ['recordComplaintWish', 'changeComplaintWish'],
  })
  wish: ComplaintWishAnswer;

  @Attribute({
    type: ComplaintWishReason,
    nullable: true,
    description: 'Why not, or not yet.',
    write: ['recordComplaintWish', 'changeComplaintWish'],
  })
  reason: ComplaintWishReason | null;

  @Attribute({
    type: 'date',
    description: 'Day on which the survivor said so. Left out: today.',
    write: ['recordComplaintWish?', 'changeComplaintWish'],
  })
  askedOn: string;
}
