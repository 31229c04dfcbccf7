import { ThingRecord } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { Organisation } from '../organisation/organisation.entity';
import { AdvocacyKind, AdvocacyStage } from './advocacy.codes';

@Thing({
  description: 'Work towards a change of law, policy or practice, and how far it has come.',
  dataClass: 'ACTIVITY',
  plural: 'advocacyActivities',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'activityOn', direction: 'DESC' },
})
export class AdvocacyActivity extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who does it.',
    many: { name: 'advocacyActivities', description: 'Advocacy of the organisation.' },
    write: ['recordAdvocacyActivity?'],
  })
  organisationId: string;

  @Attribute({ type: 'text', sort: true, description: 'Title.', write: ['recordAdvocacyActivity'] })
  title: string;

  @Attribute({ type: AdvocacyKind, description: 'Kind of advocacy.', write: ['recordAdvocacyActivity'] })
  kind: AdvocacyKind;

  @Attribute({ type: ActivityLevel, description: 'Level that it aims at.', write: ['recordAdvocacyActivity'] })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: ['recordAdvocacyActivity'],
  })
  outcome: LongTermOutcome;

  @Attribute({ type: 'text', description: 'Institution that it is directed at.', write: ['recordAdvocacyActivity'] })
  target: string;

  @Attribute({
    type: 'longText',
    maxLength: 2000,
    description: 'What is asked for.',
    write: ['recordAdvocacyActivity'],
  })
  ask: string;

  @Attribute({
    type: AdvocacyStage,
    description: 'How far it has come.',
    write: ['recordAdvocacyActivity?', 'advanceAdvocacyActivity!'],
  })
  stage: AdvocacyStage;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day of the activity, or of its beginning.',
    write: ['recordAdvocacyActivity'],
  })
  activityOn: string;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 1000000,
    description: 'Number of cases that it rests on as evidence.',
    write: ['recordAdvocacyActivity', 'advanceAdvocacyActivity'],
  })
  evidenceCases: number | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    maxLength: 2000,
    description: 'What came of it.',
    write: ['recordAdvocacyActivity', 'advanceAdvocacyActivity'],
  })
  resultNote: string | null;
}
