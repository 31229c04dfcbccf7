import { ThingRecord, voided } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import type { Reach } from '../../../model/reach';
import { Case } from '../case/case.entity';
import { District } from '../../country/place.entity';
import { coveredForMe } from '../referral/referral.reach';
import { DatePrecision, GbvimsType, HarmKind, TimeOfDay, ViolenceForm, WeaponUse } from './incident.codes';
import { ViolationType } from './violation-type.codes';
import { LocationType } from './location-type.codes';

/** Whatever belongs to an incident is reached as its case is, and shared by a referral that covers the incident. */
export const ofCase = (incident: string): Reach => ({
  through: 'case',
  referred: (alias, subject, dataClass) => coveredForMe(alias, incident, subject, dataClass),
});

@Thing({
  label: { en: 'Incident', pt: 'Incidente' },
  description: 'An incident of violence against one survivor, coded and generalised.',
  dataClass: 'INCIDENT',
  plural: 'incidents',
  subject: 'case.survivor',
  reach: ofCase('id'),
  order: { field: 'reportedAt', direction: 'DESC' },
  erased: true,
})
export class Incident extends ThingRecord {
  @Link(() => Case, {
    description: 'The case that it belongs to.',
    many: { name: 'incidents', description: 'Incidents of the case.' },
  })
  caseId: string;

  @Attribute({ type: 'date', nullable: true, sort: true, description: 'First day of the month in which it happened.' })
  occurredMonth: string | null;

  @Attribute({
    type: 'dateTime',
    sort: true,
    description: 'When it was first reported, in UTC.',
    write: ['newIncident?', 'updateIncident'],
  })
  reportedAt: string;

  @Link(() => District, {
    nullable: true,
    description: 'District where it happened.',
    many: { name: 'incidents', description: 'Incidents that happened here.' },
    write: ['newIncident', 'updateIncident'],
  })
  districtId: string | null;

  @Attribute({
    type: LocationType,
    nullable: true,
    description: 'Kind of place.',
    write: ['newIncident', 'updateIncident'],
  })
  locationType: LocationType | null;

  @Attribute({
    type: GbvimsType,
    description: 'GBVIMS type: one for each incident.',
    write: ['newIncident?', 'updateIncident'],
  })
  gbvimsType: GbvimsType;

  @Attribute({
    type: [ViolationType],
    description: 'Violations, beyond the GBVIMS type.',
    write: ['newIncident', 'updateIncident'],
  })
  violationTypes: ViolationType[];

  @Attribute({
    type: [ViolenceForm],
    description: 'Abuse, coercion or stigma: the programme’s definition.',
    write: ['newIncident?', 'updateIncident'],
  })
  violenceForms: ViolenceForm[];

  @Attribute({
    type: [HarmKind],
    description: 'Kinds of harm that it led to.',
    write: ['newIncident?', 'updateIncident'],
  })
  harmKinds: HarmKind[];

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether there were incidents before.',
    write: ['newIncident', 'updateIncident'],
  })
  previousIncidents: boolean | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether it was already reported to another organisation.',
    write: ['newIncident', 'updateIncident'],
    initial: false,
  })
  reportedElsewhere: boolean;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'To which organisation.',
    write: ['newIncident', 'updateIncident'],
  })
  reportedElsewhereTo: string | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether the survivor agreed that it counts in non-identifiable reports.',
    write: ['newIncident', 'updateIncident'],
  })
  consentReporting: boolean;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Details of an incident', pt: 'Pormenores de um incidente' },
  description: 'What makes an incident recognisable: exact date, time, hot spot, weapon, arrest.',
  dataClass: 'INCIDENT_DETAIL',
  plural: 'incidentDetails',
  subject: 'case.survivor',
  reach: ofCase('incident_id'),
  erased: true,
})
export class IncidentDetail extends ThingRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => Incident, {
    description: 'The incident.',
    one: { name: 'detail', description: 'Exact date, time, hot spot, weapon, arrest.' },
  })
  incidentId: string;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Day on which it happened, as precise as known.',
    write: ['incidentDetail'],
  })
  occurredOn: string | null;

  @Attribute({ type: DatePrecision, description: 'How precise the day is.', write: ['incidentDetail?'] })
  datePrecision: DatePrecision;

  @Attribute({ type: TimeOfDay, nullable: true, description: 'Time of day.', write: ['incidentDetail'] })
  timeOfDay: TimeOfDay | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 23,
    description: 'Hour of the day at which it happened, by the clock there, where it is known.',
    write: ['incidentDetail'],
  })
  occurredHour: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    description: 'Whole hours from the incident to its report; null where the hour is not recorded.',
  })
  elapsedHours: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    description: 'Hours that lay between the incident and its report at least; null where the day is not known.',
  })
  elapsedHoursAtLeast: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    description:
      'Hours that lay between them at most: who is to be within 72 hours for certain, is by this. Null where the day is not known.',
  })
  elapsedHoursAtMost: number | null;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    description: 'Hot spot. Dangerous to publish; never exported.',
    write: ['incidentDetail'],
  })
  hotspot: string | null;

  @Attribute({
    type: WeaponUse,
    nullable: true,
    description: 'Whether a weapon was shown or used.',
    write: ['incidentDetail'],
  })
  weaponUsed: WeaponUse | null;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether a condom was refused, removed or confiscated.',
    write: ['incidentDetail'],
  })
  condomInterference: boolean | null;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether the survivor was arrested or detained.',
    write: ['incidentDetail'],
  })
  arrested: boolean | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 87600,
    description: 'Hours in detention.',
    write: ['incidentDetail'],
  })
  detainedHours: number | null;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether the survivor was charged.',
    write: ['incidentDetail'],
  })
  charged: boolean | null;

  @Attribute({ type: 'boolean', nullable: true, description: 'Whether a bribe was paid.', write: ['incidentDetail'] })
  bribePaid: boolean | null;

  @Attribute(voided)
  voidedAt: string | null;
}
