import { Index } from 'typeorm';
import { ThingRecord } from '../../../model/record';
import { Attribute, Link, linkThings, Thing } from '../../../model/declaration';
import { District } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { RiskLevel } from '../case/case.codes';
import { Case } from '../case/case.entity';
import { AlertChannel, AlertResponse, AlertStatus } from './emergency-alert.codes';
import { isOpenAlert, onCallOrSent, sentOrOnCall } from './emergency-alert.reach';

/** It comes before any case, consent or survivor: what there is of a person stands in `AlertPlace` and `AlertNumber`. */
@Index(['ackDueAt'], { where: `status = 'RAISED'` })
@Index(['onSiteDueAt'], { where: `status IN ('ACKNOWLEDGED', 'DISPATCHED')` })
@Thing({
  label: { en: 'Emergency alert', pt: 'Alerta de emergência' },
  description:
    'That somebody needs help now, in coded form: how it came in, in which district, who answers it, what came of it.',
  dataClass: 'EMERGENCY_ALERT',
  plural: 'emergencyAlerts',
  reach: {
    own: ['createdById', 'acknowledgerId'],
    organisation: ['organisationId'],
    entrusted: onCallOrSent,
    others: sentOrOnCall,
    open: isOpenAlert,
  },
  order: { field: 'raisedAt', direction: 'DESC' },
})
export class EmergencyAlert extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Organisation that it was raised in, and that answers it.',
    many: { name: 'emergencyAlerts', description: 'Emergency alerts that were raised in the organisation.' },
  })
  organisationId: string;

  @Attribute({ type: AlertChannel, description: 'How it came in.', write: ['raiseAlert', 'updateAlert'] })
  channel: AlertChannel;

  @Link(() => District, { description: 'District where help is needed.', write: ['raiseAlert', 'updateAlert'] })
  districtId: string;

  @Attribute({
    type: RiskLevel,
    nullable: true,
    description: 'How much danger there is, as far as it is known.',
    write: ['raiseAlert', 'updateAlert'],
  })
  riskLevel: RiskLevel | null;

  @Attribute({ type: AlertStatus, description: 'Where it stands.' })
  status: AlertStatus;

  @Attribute({
    type: 'dateTime',
    sort: true,
    description: 'When it came in, in UTC; now unless said.',
    write: ['raiseAlert?', 'updateAlert'],
  })
  raisedAt: string;

  @Attribute({ type: 'dateTime', description: 'By when it is to be acknowledged, in UTC.' })
  ackDueAt: string;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When it was acknowledged, in UTC; null while nobody answers it.',
  })
  acknowledgedAt: string | null;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who answers it.',
    many: { name: 'acknowledgedAlerts', description: 'Emergency alerts that the colleague answers, or answered.' },
    write: ['handOverAlert!'],
  })
  acknowledgerId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description:
      'By when somebody is to be on site, in UTC: by the minutes of the country for towns and for elsewhere.',
  })
  onSiteDueAt: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When somebody was first sent, in UTC.' })
  dispatchedAt: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the first was on site, in UTC.' })
  arrivedAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description: 'When it was resolved, found to be false or given up, in UTC; now unless said.',
    write: ['resolveAlert', 'markAlertFalse', 'markAlertUnreachable', 'updateAlert'],
  })
  resolvedAt: string | null;

  @Attribute({
    type: [AlertResponse],
    description: 'What help was given.',
    write: ['resolveAlert!', 'updateAlert'],
    initial: [],
  })
  responses: AlertResponse[];

  @Link(() => Case, {
    nullable: true,
    description: 'The case that came of it; null where there is none, or for those to whom it is not open.',
    many: { name: 'emergencyAlerts', description: 'Emergency alerts that the case came of.' },
    write: ['linkAlert'],
  })
  caseId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the next on call and the supervisors were told that nobody had acknowledged it, in UTC.',
  })
  escalatedAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When who answers it and the supervisors were told that nobody was on site in time, in UTC.',
  })
  lateToldAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When its place, and what was known, were erased, in UTC: their time was over.',
  })
  placeErasedAt: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When its telephone number was erased, in UTC.' })
  numberErasedAt: string | null;
}

linkThings(EmergencyAlert, {
  name: 'raiser',
  description: 'Who raised it; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
