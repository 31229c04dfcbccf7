/** What of a referral waits: for its receiver to answer and begin, for its sender to ask elsewhere. */
import { raw, sql, type Sql } from '../../../base/sql';
import { ofCase, waits, workSource, type Waiting } from '../../work-list/work-source';
import { Incident, IncidentDetail } from '../incident/incident.entity';
import { ReferralLetter } from '../letter/referral-letter.entity';
import { ServiceNeed } from '../need/service-need.entity';
import { coveredBy, lastIncidentOf } from './referral.clock';
import { hoursFromIncident } from './referral.deadlines';
import { Referral } from './referral.entity';
import { ReferralIncident } from './referral-incident.entity';

/** When the clock runs from follows from these as well. */
const clocked = [Incident, IncidentDetail, ReferralIncident];

const services = Object.entries(hoursFromIncident);

/** Until when a service that only helps for a time can help at most, counted from a moment; null of any other. */
const helpsUntil = (service: Sql, since: Sql): Sql =>
  sql`${since} + CASE ${service} ${raw(services.map(([code, hours]) => `WHEN '${code}' THEN interval '${hours} hours'`).join(' '))} END`;

/** From the incident, where it is known to the day; else from when it was asked for. */
const clock = helpsUntil(
  raw('r.service_type'),
  sql`coalesce(${lastIncidentOf(raw('r.case_id'), coveredBy(raw('r.id')))}, r.requested_at)`,
);

/** While its clock runs it comes first; afterwards by its urgency: at once, or from a moment of its own. */
const counted = (from: Sql, after = from): Sql => sql`CROSS JOIN LATERAL (SELECT ${clock} AS at) t CROSS JOIN LATERAL (
  SELECT 'CARE_WITHIN_HOURS', ${from}, t.at WHERE t.at > ${from}
  UNION ALL SELECT 'REFERRAL_' || r.urgency, greatest(${after}, t.at), NULL) k (kind, from_at, until_at)`;

const shared = {
  kind: raw('k.kind'),
  from: raw('k.from_at'),
  until: raw('k.until_at'),
  root: raw('r.case_id'),
  record: { entity: Referral, id: raw('r.id'), makerId: raw('r.created_by_id') },
} satisfies Partial<Waiting>;

const received = {
  ...shared,
  organisationId: raw('r.to_organisation_id'),
  audience: 'serving',
  reference: raw('r.survivor_code'),
} as const;

workSource({
  name: 'referralToAnswer',
  of: [Referral, ...clocked],
  rows: (among) => sql`
    SELECT ${waits({ ...received, dueAt: raw('r.answer_due_at'), since: raw('r.requested_at') })}
    FROM referral r ${counted(raw('r.requested_at'))}
    WHERE ${among(raw('r.case_id'))} AND r.status = 'REQUESTED' AND r.to_organisation_id IS NOT NULL`,
});

workSource({
  name: 'referralToBegin',
  of: [Referral, ...clocked],
  rows: (among) => sql`
    SELECT ${waits({ ...received, dueAt: raw('coalesce(r.appointment_at, r.service_due_at)'), since: raw('r.responded_at') })}
    FROM referral r ${counted(raw('r.responded_at'))}
    WHERE ${among(raw('r.case_id'))} AND r.status = 'ACCEPTED' AND r.to_organisation_id IS NOT NULL AND r.responded_at IS NOT NULL`,
});

const sent = { ...shared, ...ofCase, responsibleId: raw('coalesce(c.owner_id, r.created_by_id)') } as const;

/** It was to be answered by then, and still waits. */
workSource({
  name: 'referralUnanswered',
  of: [Referral, ...clocked],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({ ...sent, dueAt: raw('r.expires_at'), since: raw('r.answer_due_at') })}
    FROM referral r JOIN "case" c ON c.id = r.case_id ${counted(raw('r.answer_due_at'))}
    WHERE ${among(raw('r.case_id'))} AND r.status = 'REQUESTED' AND r.answer_due_at IS NOT NULL AND c.closed_off_at IS NULL`,
});

/** It ended without a service, the need is open again, and nothing else was tried since. */
workSource({
  name: 'referralFailed',
  of: [Referral, ServiceNeed, ...clocked],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({ ...sent, dueAt: raw('r.service_due_at'), since: raw('r.ended_at') })}
    FROM referral r JOIN "case" c ON c.id = r.case_id JOIN service_need n ON n.id = r.need_id ${counted(raw('r.ended_at'))}
    WHERE ${among(raw('r.case_id'))} AND r.status IN ('EXPIRED', 'REJECTED', 'RETURNED', 'NO_SHOW') AND r.ended_at IS NOT NULL
      AND n.status = 'OPEN' AND n.voided_at IS NULL AND c.closed_off_at IS NULL
      AND NOT EXISTS (SELECT FROM referral l WHERE l.need_id = n.id AND l.requested_at > r.requested_at AND l.status <> 'DRAFT')`,
});

/** From the incident, where it is known to the day; else from when it was recorded. */
const needClock = helpsUntil(
  raw('n.service_type'),
  sql`coalesce(${lastIncidentOf(raw('n.case_id'), null)}, n.created_at)`,
);

/** What only helps for a time, and nobody was asked for yet. */
workSource({
  name: 'serviceWithinHours',
  of: [ServiceNeed, Referral, ...clocked],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({
      ...ofCase,
      ...{
        root: raw('n.case_id'),
        kind: 'CARE_WITHIN_HOURS',
        dueAt: needClock,
        since: raw('n.created_at'),
        until: needClock,
      },
      responsibleId: raw('coalesce(c.owner_id, n.created_by_id)'),
      record: { entity: ServiceNeed, id: raw('n.id'), makerId: raw('n.created_by_id') },
    })}
    FROM service_need n JOIN "case" c ON c.id = n.case_id
    WHERE ${among(raw('n.case_id'))} AND n.status = 'OPEN' AND n.voided_at IS NULL AND ${needClock} IS NOT NULL AND c.closed_off_at IS NULL
      AND NOT EXISTS (SELECT FROM referral l WHERE l.need_id = n.id AND l.status <> 'DRAFT')`,
});

/**
 * Nobody answers it in the system, and nothing brings it back: who sent it sees that the service is given, while it only helps
 * for a time from the start, else from when it was to be given. With a letter it is asked for by that.
 */
workSource({
  name: 'referralToAskFor',
  of: [Referral, ReferralLetter, ...clocked],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({ ...sent, dueAt: raw('r.service_due_at'), since: raw('r.requested_at') })}
    FROM referral r JOIN "case" c ON c.id = r.case_id ${counted(raw('r.requested_at'), raw('r.service_due_at'))}
    WHERE ${among(raw('r.case_id'))} AND r.status IN ('REQUESTED', 'ACCEPTED', 'IN_SERVICE') AND r.answer_due_at IS NULL
      AND r.service_due_at IS NOT NULL AND c.closed_off_at IS NULL
      AND (k.kind = 'CARE_WITHIN_HOURS' OR NOT EXISTS (SELECT FROM referral_letter l WHERE l.referral_id = r.id AND l.status = 'ISSUED'))`,
});

/** Days for which it stays on the list that a provider outside the system is to be told. */
const TOLD_WITHIN = '7 days';

workSource({
  name: 'providerToTell',
  of: [Referral],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({
      ...sent,
      ...{ kind: 'AFTER_WITHDRAWAL', since: raw('r.ended_at'), from: raw('r.ended_at') },
      until: raw(`r.ended_at + interval '${TOLD_WITHIN}'`),
    })}
    FROM referral r JOIN "case" c ON c.id = r.case_id
    WHERE ${among(raw('r.case_id'))} AND r.status = 'REVOKED' AND r.ended_by_consent_id IS NOT NULL AND r.ended_at IS NOT NULL
      AND r.to_organisation_id IS NULL`,
});
