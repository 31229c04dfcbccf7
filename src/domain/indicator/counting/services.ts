/** What survivors needed, where they were referred, and what came of it. */
import { raw, sql } from '../../../base/sql';
import { Country } from '../../country/country.entity';
import { FollowUpDue } from '../../casework/follow-up/follow-up-due.entity';
import { FollowUp } from '../../casework/follow-up/follow-up.entity';
import { EmergencyAlert } from '../../casework/alert/emergency-alert.entity';
import { ServiceNeed } from '../../casework/need/service-need.entity';
import { Referral } from '../../casework/referral/referral.entity';
import { ServiceRecord } from '../../casework/referral/service-record.entity';
import { ServiceDelivery } from '../../casework/session/service-delivery.entity';
import { ServiceSession } from '../../casework/session/service-session.entity';
import { ageIn, counts, decidesCase, firstIncident, gender, survivor, yearOfDay } from './case-content';
import { ofPeople } from './cases';
import { counted, counting, dayOf, every, one, through } from './counting';

const { ORGANISATION, PROVINCE } = ofPeople;

/** Of the case `c`, with `f` its first incident. */
const people = {
  organisation_id: raw('c.organisation_id'),
  province_id: raw('f.province_id'),
  gender,
  age_band: ageIn(yearOfDay(raw('coalesce(f.day, o.day)'))),
};

const decidesNeed = [
  ...decidesCase,
  through(ServiceNeed, 'service_need'),
  through(Referral, 'referral'),
  through(ServiceRecord, 'service_record'),
  through(ServiceDelivery, 'service_delivery'),
  through(ServiceSession, 'service_session'),
];

/** Assessed: less what does not apply, and what the survivor declined. What cannot be had stays in. */
const isAssessed = raw(`(n.status NOT IN ('NOT_APPLICABLE', 'DECLINED_BY_SURVIVOR'))`);
/** Emergency help is reached and used by the alert that the case came of. */
const byAlert = (condition: string) =>
  raw(`(n.category = 'EMERGENCY_RESPONSE' AND EXISTS (SELECT FROM emergency_alert e WHERE e.case_id = n.case_id
    AND e.status <> 'FALSE_ALARM' AND ${condition}))`);
const isAcknowledged = byAlert('e.acknowledged_at IS NOT NULL');
const isReached = byAlert(`(e.arrived_at IS NOT NULL OR 'SAFE_HOUSE' = ANY(e.responses))`);

export const needs = counting({
  kind: 'kept',
  name: 'needs',
  unit: 'SERVICE_NEED',
  basis: 'IDENTIFIED',
  ofSurvivors: true,
  dimensions: { ...ofPeople, SERVICE_CATEGORY: 'category' },
  measures: {
    all: { en: 'Needs identified', pt: 'Necessidades identificadas' },
    assessed: { en: 'Needs that apply and were not declined', pt: 'Necessidades que se aplicam e não foram recusadas' },
    accessed: { en: 'Needs with access', pt: 'Necessidades com acesso' },
    used: { en: 'Needs of which a service was used', pt: 'Necessidades em que um serviço foi utilizado' },
    referred: { en: 'Needs referred', pt: 'Necessidades encaminhadas' },
    declined: { en: 'Needs declined', pt: 'Necessidades recusadas' },
  },
  decides: [...decidesNeed, through(EmergencyAlert, 'emergency_alert')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('n.case_id'),
    record: raw('n.id'),
    day: raw('o.day'),
    columns: { ...people, category: raw('n.category') },
    measures: [
      every,
      one(isAssessed),
      one(sql`${isAssessed} AND (n.accessed_at IS NOT NULL OR ${isAcknowledged})`),
      one(sql`${isAssessed} AND (n.used_at IS NOT NULL OR ${isReached})`),
      one(raw(`n.status = 'REFERRED'`)),
      one(raw(`n.status = 'DECLINED_BY_SURVIVOR'`)),
    ],
  })}
    FROM service_need n JOIN "case" c ON c.id = n.case_id ${survivor} ${firstIncident}
    CROSS JOIN LATERAL (SELECT n.identified_on AS day) o
    WHERE ${among(raw('n.case_id'))} AND n.voided_at IS NULL AND ${counts}`,
});

/** Somebody there had an account when it was sent: only then it was to be answered in the system. */
const isOnSystem = raw('(r.to_organisation_id IS NOT NULL AND coalesce(r.answer_due_at, r.expires_at) IS NOT NULL)');
const answeredWithin = (hours: number) =>
  sql`${isOnSystem} AND r.responded_at <= r.requested_at + make_interval(hours => ${raw(String(hours))})`;
const isImmediate = sql`${isOnSystem} AND r.urgency = 'IMMEDIATE'`;

/** Whoever referred: the service that was asked for is theirs to follow up. */
export const referrals = counting({
  kind: 'kept',
  name: 'referrals',
  unit: 'REFERRAL',
  basis: 'REQUESTED',
  ofSurvivors: true,
  dimensions: { ...ofPeople, SERVICE_CATEGORY: 'category', URGENCY: 'detail' },
  measures: {
    all: { en: 'Referrals requested', pt: 'Encaminhamentos pedidos' },
    completed: {
      en: 'Referrals completed with the service provided',
      pt: 'Encaminhamentos concluídos com o serviço prestado',
    },
    onSystem: { en: 'Referrals to organisations with accounts', pt: 'Encaminhamentos a organizações com contas' },
    answeredIn48h: { en: 'Referrals answered within 48 hours', pt: 'Encaminhamentos respondidos em 48 horas' },
    immediate: {
      en: 'Immediate referrals to organisations with accounts',
      pt: 'Encaminhamentos imediatos a organizações com contas',
    },
    answeredIn1h: {
      en: 'Immediate referrals answered within one hour',
      pt: 'Encaminhamentos imediatos respondidos numa hora',
    },
  },
  decides: [...decidesCase, through(Referral, 'referral')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('r.case_id'),
    record: raw('r.id'),
    day: raw('o.day'),
    columns: {
      ...people,
      organisation_id: raw('r.from_organisation_id'),
      category: raw('r.category'),
      detail: raw('r.urgency'),
    },
    measures: [
      every,
      one(raw(`r.status = 'COMPLETED' AND r.outcome = 'SERVICE_PROVIDED'`)),
      one(isOnSystem),
      one(answeredWithin(48)),
      one(isImmediate),
      one(sql`${isImmediate} AND ${answeredWithin(1)}`),
    ],
  })}
    FROM referral r JOIN "case" c ON c.id = r.case_id ${survivor} ${firstIncident}
    CROSS JOIN LATERAL (SELECT ${dayOf(raw('r.requested_at'))} AS day) o
    WHERE ${among(raw('r.case_id'))} AND r.requested_at IS NOT NULL AND r.status <> 'DRAFT'
      AND r.revoked_reason IS DISTINCT FROM 'RECORDED_IN_ERROR' AND ${counts}`,
});

/** Asked by its sender: whoever is judged does not record their own marks. */
export const feedback = counting({
  kind: 'kept',
  name: 'feedback',
  unit: 'FOLLOW_UP',
  basis: 'DONE',
  ofSurvivors: true,
  dimensions: { ...ofPeople, SERVICE_CATEGORY: 'category' },
  measures: {
    asked: { en: 'Follow-ups on referrals done', pt: 'Seguimentos de encaminhamentos feitos' },
    given: { en: 'Answers given', pt: 'Respostas dadas' },
    satisfied: { en: 'Satisfied answers', pt: 'Respostas satisfeitas' },
  },
  decides: [...decidesNeed, through(FollowUp, 'follow_up')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('u.case_id'),
    record: raw('u.id'),
    day: raw('o.day'),
    columns: { ...people, category: raw('r.category') },
    measures: [every, one(raw('u.feedback IS NOT NULL')), one(raw(`u.feedback = 'SATISFIED'`))],
  })}
    FROM follow_up u JOIN referral r ON r.id = u.referral_id JOIN "case" c ON c.id = u.case_id ${survivor} ${firstIncident}
    CROSS JOIN LATERAL (SELECT ${dayOf(raw('u.done_at'))} AS day) o
    WHERE ${among(raw('u.case_id'))} AND u.status = 'DONE' AND u.voided_at IS NULL AND ${counts}`,
});

/** When by rule was due what was done without a plan: since the last one before it, else since the first session. */
const byRule = raw(`SELECT u.id, u.case_id, u.referral_id, coalesce(
    (SELECT max(b.done_at) FROM follow_up b WHERE b.referral_id = u.referral_id AND b.status = 'DONE' AND b.voided_at IS NULL
      AND b.done_at < u.done_at) + make_interval(days => z.psychosocial_repeat_days),
    r.responded_at + make_interval(days => z.psychosocial_follow_up_days + CASE r.urgency WHEN 'IMMEDIATE' THEN 1 ELSE 7 END)),
    true, u.done_at
  FROM follow_up u JOIN referral r ON r.id = u.referral_id AND r.status <> 'REJECTED' CROSS JOIN country z
  WHERE u.due_at IS NULL AND u.status = 'DONE' AND u.voided_at IS NULL`);

/** Planned, or due by rule: done without a plan, or not done. */
const dueOnPsychosocial = sql`(
  SELECT u.id, u.case_id, u.referral_id, u.due_at, u.status = 'DONE' AS done, u.done_at FROM follow_up u
  WHERE u.due_at IS NOT NULL AND u.status <> 'CANCELLED' AND u.voided_at IS NULL AND u.referral_id IS NOT NULL
  UNION ALL
  SELECT w.id, w.case_id, w.referral_id, w.due_at, false, NULL FROM follow_up_due w WHERE w.referral_id IS NOT NULL
  UNION ALL
  ${byRule})`;

export const psychosocialFollowUps = counting({
  kind: 'kept',
  name: 'psychosocialFollowUps',
  unit: 'FOLLOW_UP',
  basis: 'DUE',
  ofSurvivors: true,
  dimensions: { ORGANISATION, PROVINCE },
  measures: {
    due: { en: 'Psychosocial follow-ups due', pt: 'Seguimentos psicossociais devidos' },
    onTime: { en: 'Psychosocial follow-ups done by their day', pt: 'Seguimentos psicossociais feitos até ao seu dia' },
  },
  decides: [
    ...decidesNeed,
    through(FollowUp, 'follow_up'),
    through(FollowUpDue, 'follow_up_due'),
    { of: Country, roots: () => raw(`SELECT case_id FROM follow_up WHERE due_at IS NULL AND referral_id IS NOT NULL`) },
  ],
  rows: (among) => sql`SELECT ${counted({
    root: raw('u.case_id'),
    record: raw('u.id'),
    day: raw('o.day'),
    columns: { ...people, gender: raw('NULL::text') },
    measures: [every, one(sql`u.done AND ${dayOf(raw('u.done_at'))} <= ${dayOf(raw('u.due_at'))}`)],
  })}
    FROM ${dueOnPsychosocial} u JOIN referral r ON r.id = u.referral_id AND r.category = 'PSYCHOSOCIAL'
    JOIN "case" c ON c.id = u.case_id ${survivor} ${firstIncident}
    CROSS JOIN LATERAL (SELECT ${dayOf(raw('u.due_at'))} AS day) o
    WHERE ${among(raw('u.case_id'))} AND ${counts}`,
});

/** Home visits and telephone calls that follow a case up count beside those of outreach. */
export const followUpContacts = counting({
  kind: 'kept',
  name: 'followUpContacts',
  unit: 'CONTACT',
  basis: 'DONE',
  ofSurvivors: true,
  dimensions: { ...ofPeople, FOLLOW_UP_TYPE: 'category' },
  measures: {
    all: { en: 'Home visits and telephone calls', pt: 'Visitas e chamadas' },
  },
  decides: [...decidesCase, through(FollowUp, 'follow_up')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('u.case_id'),
    record: raw('u.id'),
    day: raw('o.day'),
    columns: { ...people, category: raw('u.type') },
    measures: [every],
  })}
    FROM follow_up u JOIN "case" c ON c.id = u.case_id ${survivor} ${firstIncident}
    CROSS JOIN LATERAL (SELECT ${dayOf(raw('u.done_at'))} AS day) o
    WHERE ${among(raw('u.case_id'))} AND u.type IN ('HOME_VISIT', 'PHONE_CALL') AND u.status = 'DONE'
      AND u.voided_at IS NULL AND ${counts}`,
});
