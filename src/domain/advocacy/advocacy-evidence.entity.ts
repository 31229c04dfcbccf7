import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { AdvocacyActivity } from './advocacy-activity.entity';
import { AdvocacyEvidenceKind } from './advocacy-evidence.codes';

/** How many cases stand behind a number at least: fewer would tell of single people. */
export const FEWEST_CASES = 5;

/** Cases are counted and never linked to: the region reads advocacy one by one. */
@Thing({
  label: { en: 'Evidence of advocacy', pt: 'Prova de advocacia' },
  description: 'What an advocacy activity rests on, or what shows how far it came.',
  dataClass: 'ACTIVITY',
  plural: 'advocacyEvidenceItems',
  reach: { through: 'activity' },
})
export class AdvocacyEvidence extends ThingRecord {
  @Link(() => AdvocacyActivity, {
    description: 'The activity.',
    many: { name: 'evidence', description: 'What it rests on.' },
    write: ['addAdvocacyEvidence'],
  })
  activityId: string;

  @Attribute({ type: AdvocacyEvidenceKind, description: 'What it is.', write: ['addAdvocacyEvidence'] })
  kind: AdvocacyEvidenceKind;

  @Attribute({
    type: 'longText',
    maxLength: 2000,
    filter: false,
    description: 'What it says; no name of a person, and nothing of a single case.',
    write: ['addAdvocacyEvidence'],
  })
  description: string;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    maxLength: 500,
    description: 'Where it can be read (https).',
    write: ['addAdvocacyEvidence'],
  })
  url: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: FEWEST_CASES,
    max: 1000000,
    description: 'Number of cases, where it is one; fewer than 5 are not told.',
    write: ['addAdvocacyEvidence'],
  })
  caseCount: number | null;

  @Attribute(voided)
  voidedAt: string | null;
}
