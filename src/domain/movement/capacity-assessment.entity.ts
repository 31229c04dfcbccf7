import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { MemberAssociation } from './member-association.entity';
import { CapacityDomain } from './movement.codes';

@Thing({
  label: { en: 'Capacity assessment', pt: 'Avaliação de capacidade' },
  description: 'What an association can do by itself, measured on a day with a tool.',
  dataClass: 'PLATFORM',
  plural: 'capacityAssessments',
  reach: { through: 'association' },
  order: { field: 'assessedOn', direction: 'DESC' },
})
export class CapacityAssessment extends ThingRecord {
  @Link(() => MemberAssociation, {
    description: 'The association.',
    many: { name: 'capacityAssessments', description: 'Assessments of its capacity, the newest first.' },
    write: ['recordCapacityAssessment'],
  })
  associationId: string;

  @Attribute({
    type: 'text',
    description: 'The tool that it was measured with, and its version.',
    write: ['recordCapacityAssessment', 'correctCapacityAssessment'],
  })
  tool: string;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day of the assessment.',
    write: ['recordCapacityAssessment', 'correctCapacityAssessment'],
  })
  assessedOn: string;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'What else was found. Nobody is named in it.',
    write: ['recordCapacityAssessment', 'correctCapacityAssessment'],
  })
  note: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Score of a capacity assessment', pt: 'Pontuação de uma avaliação de capacidade' },
  description: 'The score of one domain: 0 (nothing is there) to 4 (works by itself).',
  dataClass: 'PLATFORM',
  plural: 'capacityScores',
  reach: { through: 'assessment' },
})
export class CapacityScore extends ThingRecord {
  @Link(() => CapacityAssessment, {
    description: 'The assessment.',
    many: { name: 'scores', description: 'Its scores, one for each domain that was assessed.' },
  })
  assessmentId: string;

  @Attribute({ type: CapacityDomain, description: 'The domain.', write: ['capacityScore'] })
  domain: CapacityDomain;

  @Attribute({
    type: 'int',
    min: 0,
    max: 4,
    description: 'From 0, nothing is there, to 4, works by itself.',
    write: ['capacityScore'],
  })
  score: number;

  @Attribute(voided)
  voidedAt: string | null;
}
