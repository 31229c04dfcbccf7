/** Emergency alerts; complaints, and whether survivors wished for them. */
import { raw, sql } from '../../../base/sql';
import { Case } from '../../casework/case/case.entity';
import { EmergencyAlert } from '../../casework/alert/emergency-alert.entity';
import { ComplaintWish } from '../../casework/complaint/complaint-wish.entity';
import { Complaint } from '../../casework/complaint/complaint.entity';
import { Survivor, SurvivorDemographics } from '../../casework/survivor/survivor.entity';
import { Incident } from '../../casework/incident/incident.entity';
import { ageIn, counts, decidesCase, firstIncident, survivor, yearOfDay } from './case-content';
import { ofPeople } from './cases';
import { counted, counting, dayOf, every, itself, one, through, type Counted, type Decides } from './counting';

const { ORGANISATION, PROVINCE } = ofPeople;

const ofAlerts = sql`SELECT e.id FROM emergency_alert e JOIN "case" c ON c.id = e.case_id WHERE c.survivor_id`;

/**
 * Before any case: an alert is counted whatever came of it, unless it was false. Of whom a case came their age is known,
 * since minors are in no published count.
 */
export const alerts = counting({
  kind: 'kept',
  name: 'alerts',
  unit: 'EMERGENCY_ALERT',
  basis: 'RAISED',
  ofSurvivors: true,
  dimensions: { ORGANISATION, PROVINCE, DISTRICT_KIND: 'category' },
  measures: {
    all: { en: 'Alerts that were not false', pt: 'Alertas que não eram falsos' },
    inTime: { en: 'Alerts with somebody on site in time', pt: 'Alertas com alguém no local a tempo' },
    reached: { en: 'Alerts that somebody came to', pt: 'Alertas a que alguém acorreu' },
  },
  decides: [
    itself(EmergencyAlert),
    { of: Case, roots: (ids) => sql`SELECT id FROM emergency_alert WHERE case_id = ANY(${ids})` },
    { of: Survivor, roots: (ids) => sql`${ofAlerts} = ANY(${ids})` },
    {
      of: SurvivorDemographics,
      roots: (ids) => sql`${ofAlerts} IN (SELECT survivor_id FROM survivor_demographics WHERE id = ANY(${ids}))`,
    },
  ],
  rows: (among) => sql`SELECT ${counted({
    root: raw('e.id'),
    day: dayOf(raw('e.raised_at')),
    columns: {
      organisation_id: raw('e.organisation_id'),
      province_id: raw('d.province_id'),
      age_band: ageIn(yearOfDay(dayOf(raw('e.raised_at')))),
      category: raw(`CASE WHEN d.urban THEN 'URBAN' ELSE 'RURAL' END`),
    },
    amount: raw(`greatest(ceil(extract(epoch FROM e.arrived_at - e.raised_at) / 60), 0)::int`),
    measures: [every, one(raw('e.arrived_at <= e.on_site_due_at')), one(raw('e.arrived_at IS NOT NULL'))],
  })}
    FROM emergency_alert e LEFT JOIN district d ON d.id = e.district_id
    LEFT JOIN "case" c ON c.id = e.case_id ${survivor}
    WHERE ${among(raw('e.id'))} AND e.status <> 'FALSE_ALARM'`,
});

/** A complaint counts with its case, and with the incident that it is about; one without a case by itself. */
const countsAsComplaint = sql`k.voided_at IS NULL AND (k.case_id IS NULL OR ${counts})
  AND NOT EXISTS (SELECT FROM incident j WHERE j.id = k.incident_id AND NOT j.consent_reporting)`;
const fromComplaint = sql`FROM complaint k JOIN complaint_mechanism m ON m.id = k.mechanism_id
  LEFT JOIN "case" c ON c.id = k.case_id ${survivor}`;

const ofCases = (ids: ReturnType<typeof raw>) => sql`SELECT id FROM complaint WHERE case_id = ANY(${ids})`;
const ofSurvivors = sql`SELECT k.id FROM complaint k JOIN "case" c ON c.id = k.case_id WHERE c.survivor_id`;
const decidesComplaint: readonly Decides[] = [
  itself(Complaint),
  { of: Case, roots: ofCases },
  { of: Survivor, roots: (ids) => sql`${ofSurvivors} = ANY(${ids})` },
  {
    of: SurvivorDemographics,
    roots: (ids) => sql`${ofSurvivors} IN (SELECT survivor_id FROM survivor_demographics WHERE id = ANY(${ids}))`,
  },
  {
    of: Incident,
    roots: (ids) => sql`SELECT k.id FROM complaint k JOIN incident i ON i.case_id = k.case_id WHERE i.id = ANY(${ids})`,
  },
];

const complaint = (day: string, measures: Counted['measures']) =>
  counted({
    root: raw('k.id'),
    day: raw(day),
    columns: {
      // Whose the case is, with whom it goes.
      organisation_id: raw('coalesce(c.organisation_id, k.organisation_id)'),
      province_id: raw('k.province_id'),
      age_band: ageIn(yearOfDay(raw(day))),
      category: raw('m.kind'),
      detail: raw('k.conclusion'),
    },
    measures,
  });

const dimensions = { ORGANISATION, PROVINCE, MECHANISM: 'category' } as const;

export const complaints = counting({
  kind: 'kept',
  name: 'complaints',
  unit: 'COMPLAINT',
  basis: 'FILED',
  ofSurvivors: true,
  dimensions,
  measures: {
    filed: { en: 'Complaints filed', pt: 'Queixas apresentadas' },
    registered: { en: 'Complaints registered', pt: 'Queixas registadas' },
    refused: { en: 'Complaints refused', pt: 'Queixas recusadas' },
  },
  decides: decidesComplaint,
  rows: (among) => sql`SELECT ${complaint('k.filed_on', [
    every,
    one(raw('k.registered_on IS NOT NULL')),
    one(raw('k.refused_on IS NOT NULL AND k.registered_on IS NULL')),
  ])}
    ${fromComplaint}
    WHERE ${among(raw('k.id'))} AND k.filed_on IS NOT NULL AND ${countsAsComplaint}`,
});

export const registeredComplaints = counting({
  kind: 'kept',
  name: 'registeredComplaints',
  unit: 'COMPLAINT',
  basis: 'REGISTERED',
  ofSurvivors: true,
  dimensions: { ...dimensions, CONCLUSION: 'detail' },
  measures: {
    registered: { en: 'Complaints registered', pt: 'Queixas registadas' },
    concluded: { en: 'Complaints concluded', pt: 'Queixas concluídas' },
  },
  decides: decidesComplaint,
  rows: (among) => sql`SELECT ${complaint('k.registered_on', [every, one(raw('k.concluded_on IS NOT NULL'))])}
    ${fromComplaint}
    WHERE ${among(raw('k.id'))} AND k.registered_on IS NOT NULL AND ${countsAsComplaint}`,
});

/** Of each case what the survivor said last. */
export const wishes = counting({
  kind: 'kept',
  name: 'wishes',
  unit: 'CASE',
  basis: 'ASKED',
  ofSurvivors: true,
  dimensions: { ORGANISATION, PROVINCE, WISH_REASON: 'category' },
  measures: {
    explained: {
      en: 'Cases in which the mechanisms were explained',
      pt: 'Casos em que os mecanismos foram explicados',
    },
    wished: {
      en: 'Cases in which the survivor wishes to complain',
      pt: 'Casos em que a pessoa quer apresentar queixa',
    },
    filed: { en: 'Of these, cases with a complaint filed', pt: 'Destes, casos com queixa apresentada' },
    notWished: {
      en: 'Cases in which the survivor does not wish to complain',
      pt: 'Casos em que a pessoa não quer apresentar queixa',
    },
  },
  decides: [...decidesCase, through(ComplaintWish, 'complaint_wish'), through(Complaint, 'complaint')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('w.case_id'),
    day: raw('w.asked_on'),
    columns: {
      organisation_id: raw('c.organisation_id'),
      province_id: raw('f.province_id'),
      age_band: ageIn(yearOfDay(raw('w.asked_on'))),
      category: raw('w.reason'),
    },
    measures: [
      one(raw('w.mechanisms_explained')),
      one(raw(`w.wish = 'YES'`)),
      one(
        raw(`w.wish = 'YES' AND EXISTS (SELECT FROM complaint k WHERE k.case_id = c.id AND k.voided_at IS NULL
          AND k.filed_on IS NOT NULL)`),
      ),
      one(raw(`w.wish = 'NO'`)),
    ],
  })}
    FROM (SELECT DISTINCT ON (v.case_id) v.* FROM complaint_wish v WHERE ${among(raw('v.case_id'))}
      ORDER BY v.case_id, v.asked_on DESC, v.created_at DESC, v.id) w
    JOIN "case" c ON c.id = w.case_id ${survivor} ${firstIncident} WHERE ${counts}`,
});
