import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { joint } from '../activity/activity-partner.reach';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { District } from '../country/place.entity';
import { Organisation } from '../organisation/organisation.entity';
import { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import { OutreachStatus, OutreachTopic, OutreachType, ReachKind } from './outreach.codes';

/** Told from the plan on. */
const planned = ['planOutreachActivity', 'recordOutreachActivity', 'updateOutreachActivity'];
/** Told once it was held. */
const held = ['recordOutreachActivity', 'holdOutreachActivity', 'updateOutreachActivity'];

@Thing({
  label: { en: 'Outreach activity', pt: 'Actividade de proximidade' },
  description:
    'Outreach: a roundtable, lecture, debate or meeting, home visits or telephone calls, planned and held. Says nothing of a person. A home visit or call that is recorded as a follow-up of a case is not recorded here again.',
  dataClass: 'ACTIVITY',
  plural: 'outreachActivities',
  reach: { own: ['createdById'], organisation: ['organisationId'], joint: joint('outreach_activity_id') },
  order: { field: 'heldOn', direction: 'DESC' },
  erased: true,
})
export class OutreachActivity extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who holds it.',
    many: { name: 'outreachActivities', description: 'Outreach of the organisation.' },
    write: ['planOutreachActivity?', 'recordOutreachActivity?'],
  })
  organisationId: string;

  @Attribute({ type: OutreachType, description: 'Form of outreach.', write: planned })
  type: OutreachType;

  @Attribute({ type: 'text', sort: true, description: 'Title; no name of a private person.', write: planned })
  title: string;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day on which it is held. Left out when it is recorded as held: as planned.',
    write: [...planned, 'holdOutreachActivity'],
  })
  heldOn: string;

  @Attribute({ type: ActivityLevel, description: 'Community, national or regional.', write: planned })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: planned,
  })
  outcome: LongTermOutcome;

  @Link(() => District, {
    nullable: true,
    description: 'Where it is held; null: nowhere in particular, as of a helpline.',
    many: { name: 'outreachActivities', description: 'Outreach held here.' },
    write: [...planned, 'holdOutreachActivity'],
  })
  districtId: string | null;

  @Attribute({ type: [OutreachTopic], search: true, description: 'What it is about; at least one.', write: planned })
  topics: OutreachTopic[];

  @Attribute({ type: OutreachStatus, description: 'Where it stands.' })
  status: OutreachStatus;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 10000,
    description: 'Number of cases that were registered because of it; null: not counted.',
    write: held,
  })
  resultingCases: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 10000,
    description: 'Number of referrals that were made because of it, of cases; null: not counted.',
    write: held,
  })
  resultingReferrals: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 10000,
    description: 'Number of emergency alerts that came in because of it; null: not counted.',
    write: held,
  })
  resultingAlerts: number | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'What came of it, in words: no names, and nothing that happened to a person.',
    write: held,
  })
  resultNote: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was cancelled or taken out.',
    write: ['cancelOutreachActivity', 'voidOutreachActivity!'],
  })
  statusReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

/** Of a home visit it is one person: counts of so few stay in the country, and are published only as indicators. */
@Thing({
  label: { en: 'People reached by outreach', pt: 'Pessoas alcançadas pela actividade de proximidade' },
  description: 'How many people an outreach activity reached, by gender, age band and whether they are new.',
  dataClass: 'OUTREACH_REACH',
  plural: 'outreachReaches',
  reach: { through: 'activity' },
  erased: true,
})
export class OutreachReach extends ThingRecord {
  @Link(() => OutreachActivity, {
    description: 'The activity.',
    many: { name: 'reached', description: 'How many people it reached, by gender, age band and whether they are new.' },
  })
  activityId: string;

  @Attribute({ type: GenderIdentity, description: 'Gender.', write: ['newOutreachReach'] })
  genderIdentity: GenderIdentity;

  @Attribute({ type: AgeBand, description: 'Age band.', write: ['newOutreachReach'] })
  ageBand: AgeBand;

  @Attribute({
    type: ReachKind,
    description: 'Whether they were in contact before in the year.',
    write: ['newOutreachReach'],
  })
  kind: ReachKind;

  @Attribute({
    type: 'int',
    min: 1,
    max: 100000,
    description: 'Number of people, each counted once.',
    write: ['newOutreachReach'],
  })
  people: number;

  @Attribute({
    type: 'int',
    min: 1,
    max: 100000,
    description: 'Number of contacts with them: visits, calls, attendances; at least one with each person.',
    write: ['newOutreachReach'],
  })
  contacts: number;

  @Attribute(voided)
  voidedAt: string | null;
}
