import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { SpokenLanguage } from '../casework/survivor/language.codes';
import { Organisation } from '../organisation/organisation.entity';
import { KnowledgeKind } from './knowledge.codes';

const told = ['recordKnowledgeProduct', 'updateKnowledgeProduct'];

@Thing({
  label: { en: 'Knowledge product', pt: 'Produto de conhecimento' },
  description: 'Something published from which others can learn: research, an evaluation, a story of change, a guide.',
  dataClass: 'ACTIVITY',
  plural: 'knowledgeProducts',
  few: true,
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'publishedOn', direction: 'DESC' },
})
export class KnowledgeProduct extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who published it, or had it published.',
    write: ['recordKnowledgeProduct?'],
  })
  organisationId: string;

  @Attribute({ type: KnowledgeKind, description: 'What it is.', write: told })
  kind: KnowledgeKind;

  @Attribute({ type: 'text', sort: true, description: 'Title.', write: told })
  title: string;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    maxLength: 500,
    description: 'Where it can be read (https).',
    write: told,
  })
  url: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    description: 'Digital object identifier (ISO 26324), without the address in front: `10.1000/182`.',
    write: told,
  })
  doi: string | null;

  @Attribute({ type: 'date', sort: true, description: 'Day on which it was published.', write: told })
  publishedOn: string;

  @Attribute({ type: SpokenLanguage, description: 'Language that it is in.', write: told })
  language: SpokenLanguage;

  @Attribute({ type: ActivityLevel, description: 'Level that it is for.', write: told })
  level: ActivityLevel;

  @Attribute({ type: LongTermOutcome, description: 'Long-term outcome of the programme that it serves.', write: told })
  outcome: LongTermOutcome;

  @Attribute(voided)
  voidedAt: string | null;
}
