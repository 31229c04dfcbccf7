import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, linkThings, Thing } from '../../model/declaration';
import { joint } from '../activity/activity-partner.reach';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { Intervention } from '../knowledge/intervention.entity';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { AdvocacyKind, AdvocacyStage, AdvocacyStance } from './advocacy.codes';

@Thing({
  label: { en: 'Advocacy activity', pt: 'Actividade de advocacia' },
  description: 'Work towards a change of law, policy or practice, and how far it has come.',
  dataClass: 'ACTIVITY',
  plural: 'advocacyActivities',
  reach: { own: ['createdById'], organisation: ['organisationId'], joint: joint('advocacy_activity_id') },
  order: { field: 'activityOn', direction: 'DESC' },
  erased: true,
})
export class AdvocacyActivity extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who does it.',
    many: { name: 'advocacyActivities', description: 'Advocacy of the organisation.' },
    write: ['recordAdvocacyActivity?'],
  })
  organisationId: string;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Title.',
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  title: string;

  @Attribute({
    type: AdvocacyKind,
    description: 'Kind of advocacy.',
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  kind: AdvocacyKind;

  @Attribute({
    type: ActivityLevel,
    description: 'Level that it aims at.',
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  outcome: LongTermOutcome;

  @Attribute({
    type: 'text',
    search: true,
    description: 'Institution that it is directed at.',
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  target: string;

  @Attribute({
    type: 'longText',
    maxLength: 2000,
    description: 'What is asked for.',
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  ask: string;

  @Attribute({
    type: AdvocacyStance,
    description: 'Whether the change is worked for or against.',
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
    initial: 'FOR',
  })
  stance: AdvocacyStance;

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
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  activityOn: string;

  @Link(() => Intervention, {
    nullable: true,
    description: 'Intervention of the organisation that it is part of.',
    many: { name: 'advocacyActivities', description: 'Advocacy that is part of it.' },
    write: ['recordAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  interventionId: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 1000000,
    description: 'Number of cases that it rests on as evidence; fewer than 5 are not told.',
    write: ['recordAdvocacyActivity', 'advanceAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  evidenceCases: number | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    maxLength: 2000,
    description: 'What came of it.',
    write: ['recordAdvocacyActivity', 'advanceAdvocacyActivity', 'updateAdvocacyActivity'],
  })
  resultNote: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken out.',
    write: ['voidAdvocacyActivity!'],
  })
  voidedReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

/** What was reached stays told, also where the work went on, or was thrown back. */
@Thing({
  label: { en: 'Stage of an advocacy activity', pt: 'Fase de uma actividade de advocacia' },
  description: 'A stage that advocacy came to: when, with what result, and who recorded it.',
  dataClass: 'ACTIVITY',
  plural: 'advocacyStages',
  reach: { through: 'activity' },
  erased: true,
})
export class AdvocacyStageReached extends ThingRecord {
  @Link(() => AdvocacyActivity, {
    description: 'The activity.',
    many: { name: 'stages', description: 'Stages that it came to, the newest first.' },
  })
  activityId: string;

  @Attribute({ type: AdvocacyStage, description: 'The stage.' })
  stage: AdvocacyStage;

  @Attribute({
    type: 'date',
    description: 'Day on which it was reached.',
    write: ['advanceAdvocacyActivity?'],
  })
  reachedOn: string;

  @Attribute({ type: 'longText', nullable: true, maxLength: 2000, description: 'What came of it by then.' })
  resultNote: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken back, where it was recorded in error.',
  })
  takenBackReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

linkThings(AdvocacyStageReached, {
  name: 'by',
  description: 'Who recorded it; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
