import { Index } from 'typeorm';
import { ThingRecord, voided } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { Province } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { Case } from '../case/case.entity';
import { Incident } from '../incident/incident.entity';
import { sharedWithMe } from '../referral/referral.reach';
import { ComplaintMechanism, ComplaintOffice } from './complaint-mechanism.entity';
import {
  ComplaintCompany,
  ComplaintConclusion,
  ComplaintRefusalReason,
  ComplaintStatus,
  ComplaintSubject,
} from './complaint.codes';

/** It is a case's, and goes where the case goes; or, about a policy or a station, an organisation's own. */
@Index(['stallsOn'], { where: 'stalled_at IS NULL AND voided_at IS NULL' })
@Thing({
  label: { en: 'Complaint', pt: 'Queixa' },
  description: 'A complaint before the police or another mechanism, followed until its conclusion.',
  dataClass: 'COMPLAINT',
  plural: 'complaints',
  subject: 'case.survivor',
  reach: {
    organisation: ['organisationId'],
    through: 'case',
    referred: (alias, subject, dataClass) => sharedWithMe(alias, 'case_id', 'case_id', subject, dataClass),
  },
})
export class Complaint extends ThingRecord {
  @Link(() => Case, {
    nullable: true,
    description: 'The case; null: it is about a policy, a practice or a station, and about no survivor.',
    many: { name: 'complaints', description: 'Complaints of the case.' },
    write: ['recordComplaint'],
  })
  caseId: string | null;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Organisation that complains, where it is about no survivor; else the case says whose it is.',
    many: { name: 'complaints', description: 'Complaints of the organisation that are about no survivor.' },
  })
  organisationId: string | null;

  @Attribute({
    type: ComplaintSubject,
    description: 'What it is about.',
    write: ['recordComplaint', 'updateComplaint'],
  })
  about: ComplaintSubject;

  @Link(() => Incident, {
    nullable: true,
    description: 'The incident that it is about, where it is about one.',
    many: { name: 'complaints', description: 'Complaints about the incident.' },
    write: ['recordComplaint', 'updateComplaint'],
  })
  incidentId: string | null;

  @Link(() => ComplaintMechanism, {
    description: 'Before whom it is brought.',
    many: { name: 'complaints', description: 'Complaints before it.' },
    write: ['recordComplaint', 'updateComplaint'],
  })
  mechanismId: string;

  @Link(() => ComplaintOffice, {
    nullable: true,
    description: 'At which office.',
    many: { name: 'complaints', description: 'Complaints at the office.' },
    write: ['recordComplaint', 'updateComplaint'],
  })
  officeId: string | null;

  @Link(() => Province, {
    nullable: true,
    description: 'Province in which it is brought. Left out: that of the office.',
    write: ['recordComplaint', 'updateComplaint'],
  })
  provinceId: string | null;

  @Link(() => Complaint, {
    nullable: true,
    description: 'The refused complaint that it takes further, before another mechanism or office.',
    many: { name: 'later', description: 'Complaints that take it further, after it was refused.' },
    write: ['recordComplaint'],
  })
  afterId: string | null;

  @Attribute({ type: ComplaintStatus, description: 'Where it stands.' })
  status: ComplaintStatus;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Day on which it was brought. Given when it is recorded: it was brought already.',
    write: ['recordComplaint', 'fileComplaint!', 'updateComplaint'],
  })
  filedOn: string | null;

  @Attribute({
    type: ComplaintCompany,
    nullable: true,
    description: 'Who went along.',
    write: ['recordComplaint', 'fileComplaint', 'updateComplaint'],
  })
  company: ComplaintCompany | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which its registration was last refused; it stays when it is registered later.',
    write: ['recordComplaintRefusal', 'updateComplaint'],
  })
  refusedOn: string | null;

  @Attribute({
    type: ComplaintRefusalReason,
    nullable: true,
    description: 'What was said when it was refused.',
    write: ['recordComplaintRefusal!', 'updateComplaint'],
  })
  refusalReason: ComplaintRefusalReason | null;

  @Link(() => Incident, {
    nullable: true,
    description: 'The refusal as an incident of its own, where the survivor wants that.',
    write: ['recordComplaintRefusal', 'updateComplaint'],
  })
  refusalIncidentId: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which it was registered.',
    write: ['recordComplaintRegistration', 'updateComplaint'],
  })
  registeredOn: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Day of the next hearing, or of the last one.',
    write: ['recordComplaintHearing!', 'advanceComplaint', 'updateComplaint'],
  })
  hearingOn: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which something was last heard of it.',
    write: ['recordComplaintNews', 'advanceComplaint', 'updateComplaint'],
  })
  heardOn: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description:
      'Day after which it counts as stalled unless something is heard: by the days of the mechanism, or 7 days after a hearing. Null where it does not run.',
  })
  stallsOn: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'Since when it is stalled, in UTC; null where it is not.',
  })
  stalledAt: string | null;

  @Attribute({
    type: ComplaintConclusion,
    nullable: true,
    description: 'How it ended; also what an authority decided after the survivor had withdrawn it.',
    write: ['concludeComplaint!', 'updateComplaint'],
  })
  conclusion: ComplaintConclusion | null;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Day on which it was concluded.',
    write: ['concludeComplaint', 'updateComplaint'],
  })
  concludedOn: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which the survivor withdrew it, or who complained gave it up.',
    write: ['withdrawComplaint', 'dropComplaint', 'updateComplaint'],
  })
  withdrawnOn: string | null;

  /** The hearing that was told of. */
  @Hidden({ type: 'date', nullable: true })
  hearingToldOf: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
