/** Incidents, cases and their closures. */
import { raw, sql } from '../../../base/sql';
import {
  ageIn,
  counts,
  countsAsIncident,
  decidesCase,
  firstIncident,
  gender,
  isRegistered,
  perpetrators,
  registeredBy,
  survivor,
  yearOfDay,
} from './case-content';
import { commonDimensions, counted, counting, dayOf, every, one } from './counting';
import { decidesPep, isRape, pepDeclined, pepGiven, rapeInTime } from './pep';

const { ORGANISATION, PROVINCE, GENDER, AGE_BAND } = commonDimensions;
export const ofPeople = { ORGANISATION, PROVINCE, GENDER, AGE_BAND };

const reportedOn = dayOf(raw('i.reported_at'));

/** A day that is not known to be the day is in no group. */
const delay = sql`(CASE WHEN x.date_precision IN ('EXACT', 'DAY') AND x.occurred_on IS NOT NULL THEN
  CASE WHEN r.day - x.occurred_on <= 3 THEN 'DAYS_0_3' WHEN r.day - x.occurred_on <= 5 THEN 'DAYS_4_5'
    WHEN r.day - x.occurred_on <= 14 THEN 'DAYS_6_14' WHEN r.day - x.occurred_on <= 30 THEN 'DAYS_15_30'
    WHEN r.day < x.occurred_on + interval '4 months' THEN 'MONTHS_1_3' ELSE 'MONTHS_4_PLUS' END END)`;

export const incidents = counting({
  kind: 'kept',
  name: 'incidents',
  unit: 'INCIDENT',
  basis: 'REPORTED',
  ofSurvivors: true,
  dimensions: { ...commonDimensions, REPORTING_DELAY: 'category' },
  measures: {
    all: { en: 'Incidents reported', pt: 'Incidentes comunicados' },
    byState: {
      en: 'Incidents with an alleged perpetrator of law enforcement',
      pt: 'Incidentes com um alegado agressor das forças da lei e ordem',
    },
    dated: { en: 'Incidents whose day is known', pt: 'Incidentes cujo dia é conhecido' },
    rape: { en: 'Incidents of rape', pt: 'Incidentes de violação' },
    rapeInTime: {
      en: 'Incidents of rape reported within 72 hours, PEP not declined',
      pt: 'Incidentes de violação comunicados em 72 horas, sem recusa de PPE',
    },
    pepInTime: {
      en: 'Incidents of rape with the first dose of PEP within 72 hours',
      pt: 'Incidentes de violação com a primeira dose de PPE em 72 horas',
    },
  },
  decides: [...decidesCase, ...decidesPep],
  rows: (among) => sql`SELECT ${counted({
    root: raw('i.case_id'),
    record: raw('i.id'),
    day: raw('r.day'),
    columns: {
      organisation_id: registeredBy,
      province_id: raw('d.province_id'),
      gender,
      age_band: ageIn(yearOfDay(raw('coalesce(x.occurred_on, r.day)'))),
      violence_type: raw('i.gbvims_type'),
      perpetrator: raw('p.told'),
      category: raw('q.delay'),
    },
    measures: [
      every,
      one(raw('p.state')),
      one(raw('q.delay IS NOT NULL')),
      one(isRape),
      one(sql`q.rape_in_time AND (q.pep OR NOT ${pepDeclined})`),
      one(raw('q.rape_in_time AND q.pep')),
    ],
  })}
    FROM incident i JOIN "case" c ON c.id = i.case_id ${survivor}
    LEFT JOIN incident_detail x ON x.incident_id = i.id AND x.voided_at IS NULL
    LEFT JOIN district d ON d.id = i.district_id ${perpetrators}
    CROSS JOIN LATERAL (SELECT ${reportedOn} AS day) r
    CROSS JOIN LATERAL (SELECT ${delay} AS delay, w.rape_in_time,
        CASE WHEN w.rape_in_time THEN ${pepGiven} ELSE false END AS pep
      FROM ${rapeInTime} w) q
    WHERE ${among(raw('i.case_id'))} AND ${isRegistered} AND ${countsAsIncident}`,
});

const openedOn = dayOf(raw('c.opened_at'));
const byPeers = raw(`(c.source IN ('PEER_PARALEGAL', 'SELF_REFERRAL_FIRST_POINT_OF_CONTACT', 'PLATFORM_ASSOCIATION'))`);

const ofCase = {
  root: raw('c.id'),
  day: raw('o.day'),
  columns: {
    organisation_id: registeredBy,
    province_id: raw('f.province_id'),
    gender,
    age_band: ageIn(yearOfDay(raw('coalesce(f.day, o.day)'))),
    category: raw('c.source'),
  },
};

export const cases = counting({
  kind: 'kept',
  name: 'cases',
  unit: 'CASE',
  basis: 'REGISTERED',
  ofSurvivors: true,
  dimensions: { ...ofPeople, CASE_SOURCE: 'category' },
  measures: {
    all: { en: 'Cases registered', pt: 'Casos registados' },
    byPeers: {
      en: 'Cases that came by peers, associations or the survivor',
      pt: 'Casos que chegaram por pares, associações ou pela própria pessoa',
    },
    closed: { en: 'Cases that are closed', pt: 'Casos encerrados' },
    complained: { en: 'Cases with complaints', pt: 'Casos com queixas' },
    concluded: { en: 'Cases whose complaints have all ended', pt: 'Casos cujas queixas terminaram todas' },
  },
  decides: decidesCase,
  rows: (among) => sql`SELECT ${counted({
    ...ofCase,
    measures: [
      every,
      one(byPeers),
      one(raw(`c.status = 'CLOSED'`)),
      one(raw('c.concluded IS NOT NULL')),
      one(raw('c.concluded')),
    ],
  })}
    FROM "case" c ${survivor} ${firstIncident} CROSS JOIN LATERAL (SELECT ${openedOn} AS day) o
    WHERE ${among(raw('c.id'))} AND ${counts}`,
});

/** Everything that was entered, whether it counts or not. */
export const entries = counting({
  kind: 'kept',
  name: 'entries',
  unit: 'CASE',
  basis: 'REGISTERED',
  ofSurvivors: true,
  dimensions: { ORGANISATION, PROVINCE },
  measures: {
    all: { en: 'Cases entered', pt: 'Casos introduzidos' },
    registered: { en: 'Cases registered', pt: 'Casos registados' },
    complete: { en: 'Complete cases', pt: 'Casos completos' },
    consenting: { en: 'Cases with consent to be counted', pt: 'Casos com consentimento para serem contados' },
    duplicate: { en: 'Duplicate cases', pt: 'Casos duplicados' },
  },
  decides: decidesCase,
  rows: (among) => sql`SELECT ${counted({
    ...ofCase,
    columns: {
      organisation_id: registeredBy,
      province_id: raw('f.province_id'),
      age_band: ageIn(yearOfDay(raw('o.day'))),
    },
    measures: [
      every,
      one(isRegistered),
      one(sql`${isRegistered} AND f.complete AND c.source IS NOT NULL
        AND (c.anonymous OR (${gender} IS NOT NULL AND coalesce(s.age_band, 'UNKNOWN') <> 'UNKNOWN'))`),
      one(sql`${isRegistered} AND f.consenting`),
      one(raw(`c.status = 'DUPLICATE'`)),
    ],
  })}
    FROM "case" c ${survivor} CROSS JOIN LATERAL (SELECT ${openedOn} AS day) o
    LEFT JOIN LATERAL (
      SELECT (array_agg(d.province_id ORDER BY i.reported_at, i.id))[1] AS province_id,
        bool_and(i.district_id IS NOT NULL AND coalesce(x.date_precision, 'UNKNOWN') <> 'UNKNOWN'
          AND EXISTS (SELECT FROM alleged_perpetrator a WHERE a.incident_id = i.id AND a.voided_at IS NULL)) AS complete,
        bool_or(i.consent_reporting) AS consenting
      FROM incident i LEFT JOIN district d ON d.id = i.district_id
      LEFT JOIN incident_detail x ON x.incident_id = i.id AND x.voided_at IS NULL
      WHERE i.case_id = c.id AND i.voided_at IS NULL) f ON true
    WHERE ${among(raw('c.id'))} AND c.status NOT IN ('DRAFT', 'WITHDRAWN') AND c.closed_off_at IS NULL`,
});

/** Each counts, by its day: of a case that was opened again, the earlier ones as the trail has them. */
const closedAt = raw(`(SELECT c.closed_at AS at, c.closure_reason AS reason WHERE c.closed_at IS NOT NULL
  UNION ALL SELECT e.at, NULL FROM audit_event e
  WHERE e.entity = 'Case' AND e.record_id = c.id AND e.action = 'approveCaseClosure' AND e.operation = 'UPDATE'
    AND (c.closed_at IS NULL OR e.at < c.closed_at - interval '1 minute'))`);

export const closures = counting({
  kind: 'kept',
  name: 'closures',
  unit: 'CLOSURE',
  basis: 'CLOSED',
  ofSurvivors: true,
  dimensions: { ORGANISATION, PROVINCE, CLOSURE_REASON: 'category' },
  measures: {
    all: { en: 'Closures', pt: 'Encerramentos' },
  },
  decides: decidesCase,
  rows: (among) => sql`SELECT ${counted({
    root: raw('c.id'),
    day: dayOf(raw('k.at')),
    columns: {
      organisation_id: raw('c.organisation_id'),
      province_id: raw('f.province_id'),
      category: raw('k.reason'),
    },
    amount: sql`greatest(${dayOf(raw('k.at'))} - ${openedOn}, 0)`,
    measures: [every],
  })}
    FROM "case" c CROSS JOIN LATERAL ${closedAt} k ${firstIncident}
    WHERE ${among(raw('c.id'))} AND ${counts}`,
});
