/** work-list-by-day-end: care within hours is counted from the end of the day where only that is known. By hand: the statement of `deriveAll`. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class WorkListByDayEnd1795945200000 extends SteppedMigration {
  readonly name = 'WorkListByDayEnd1795945200000';

  protected readonly steps = [
    `WITH w ("source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") AS (SELECT 'accessToReview', s.* FROM (
       SELECT g.id, 'TO_APPROVE', NULL::timestamptz, 'NOT_SAID', g.created_at, g.created_at, NULL::timestamptz, g.organisation_id, NULL::uuid, 'accessReview', g.case_id, 'AccessGrant', g.id, g.display_id, g.created_by_id
       FROM access_grant g WHERE TRUE AND g.review IS NULL AND g.case_id IS NOT NULL) s UNION ALL SELECT 'alertToAcknowledge', s.* FROM (
       SELECT a.id, 'ALERT_UNACKNOWLEDGED', a.ack_due_at, coalesce(a.risk_level, 'NOT_SAID'), a.raised_at, a.raised_at, NULL::timestamptz, a.organisation_id, NULL::uuid, 'caseManagement', NULL::uuid, 'EmergencyAlert', a.id, NULL::text, a.created_by_id
       FROM emergency_alert a WHERE TRUE AND a.status = 'RAISED') s UNION ALL SELECT 'alertThatRuns', s.* FROM (
       SELECT a.id, 'ALERT_OPEN', CASE WHEN a.arrived_at IS NULL THEN a.on_site_due_at END, coalesce(a.risk_level, 'NOT_SAID'), a.raised_at, a.raised_at, NULL::timestamptz, a.organisation_id, a.acknowledger_id, NULL::text, NULL::uuid, 'EmergencyAlert', a.id, NULL::text, a.created_by_id
       FROM emergency_alert a WHERE TRUE AND a.status IN ('ACKNOWLEDGED', 'DISPATCHED', 'ON_SITE')) s UNION ALL SELECT 'caseToApprove', s.* FROM (
       SELECT c.id, 'TO_APPROVE', NULL::timestamptz, coalesce(c.risk_level, 'NOT_SAID'), k.since, k.since, NULL::timestamptz, c.organisation_id, NULL::uuid, 'supervision', c.id, 'Case', c.id, c.display_id, c.created_by_id
       FROM "case" c CROSS JOIN LATERAL (
       SELECT c.closure_requested_at WHERE c.status = 'CLOSURE_REQUESTED' AND c.closure_requested_at IS NOT NULL
       UNION ALL SELECT c.opened_at WHERE c.duplicate_asked_by_id IS NOT NULL
       UNION ALL SELECT coalesce(c.restricted_at, c.opened_at) WHERE c.opening_asked_by_id IS NOT NULL) k (since)
       WHERE TRUE AND c.closed_off_at IS NULL) s UNION ALL SELECT 'caseToApproveOutside', s.* FROM (
       SELECT c.id, 'TO_APPROVE', NULL::timestamptz, coalesce(c.risk_level, 'NOT_SAID'), k.since, k.since, NULL::timestamptz, o.organisation_id, o.id, NULL::text, c.id, 'Case', c.id, c.display_id, c.created_by_id
       FROM "case" c JOIN staff_member o ON o.id = c.outside_supervisor_id CROSS JOIN LATERAL (
       SELECT c.closure_requested_at WHERE c.status = 'CLOSURE_REQUESTED' AND c.closure_requested_at IS NOT NULL
       UNION ALL SELECT c.opened_at WHERE c.duplicate_asked_by_id IS NOT NULL
       UNION ALL SELECT coalesce(c.restricted_at, c.opened_at) WHERE c.opening_asked_by_id IS NOT NULL) k (since)
       WHERE TRUE AND c.closed_off_at IS NULL AND o.organisation_id IS NOT NULL) s UNION ALL SELECT 'draftThatExpires', s.* FROM (
       SELECT c.id, 'DRAFT_EXPIRES', c.draft_until, coalesce(c.risk_level, 'NOT_SAID'), c.created_at, c.draft_until - interval '3 days', NULL::timestamptz, c.organisation_id, coalesce(c.owner_id, c.created_by_id), NULL::text, c.id, 'Case', c.id, c.display_id, c.created_by_id
       FROM "case" c WHERE TRUE AND c.status = 'DRAFT' AND c.draft_until IS NOT NULL) s UNION ALL SELECT 'complaint', s.* FROM (
       SELECT coalesce(q.case_id, q.id), 'COMPLAINT', k.due_at, coalesce(c.risk_level, 'NOT_SAID'), q.created_at, k.from_at, k.until_at, coalesce(c.organisation_id, q.organisation_id), CASE WHEN c.id IS NULL THEN q.created_by_id ELSE c.owner_id END, NULL::text, c.id, 'Complaint', q.id, c.display_id, q.created_by_id
       FROM complaint q LEFT JOIN "case" c ON c.id = q.case_id CROSS JOIN LATERAL (
       SELECT ((q.hearing_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), ((q.hearing_on - 3)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), ((q.hearing_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z))
       WHERE q.hearing_on IS NOT NULL
       UNION ALL SELECT ((q.stalls_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), ((q.stalls_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), NULL WHERE q.stalls_on IS NOT NULL)
       k (due_at, from_at, until_at)
       WHERE TRUE AND q.status IN ('FILED', 'REGISTERED', 'UNDER_INVESTIGATION', 'REFERRED_TO_PROSECUTOR', 'IN_COURT')
       AND q.voided_at IS NULL AND c.closed_off_at IS NULL) s UNION ALL SELECT 'followUp', s.* FROM (
       SELECT f.case_id, k.kind, f.due_at, coalesce(c.risk_level, 'NOT_SAID'), f.created_at, k.from_at, k.until_at, c.organisation_id, coalesce(f.responsible_id, c.owner_id), NULL::text, c.id, 'FollowUp', f.id, c.display_id, f.created_by_id
       FROM follow_up f JOIN "case" c ON c.id = f.case_id CROSS JOIN LATERAL (
       SELECT 'FOLLOW_UP', date_trunc('day', f.due_at, (SELECT z.timezone FROM country z)), CASE WHEN (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18'))) THEN f.due_at END
       UNION ALL SELECT 'OVERDUE_AT_RISK', f.due_at, NULL WHERE (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')))) k (kind, from_at, until_at)
       WHERE TRUE AND f.status = 'PLANNED' AND f.voided_at IS NULL AND f.due_at IS NOT NULL) s UNION ALL SELECT 'followUpDue', s.* FROM (
       SELECT f.case_id, k.kind, f.due_at, coalesce(c.risk_level, 'NOT_SAID'), f.created_at, k.from_at, k.until_at, c.organisation_id, c.owner_id, NULL::text, c.id, 'FollowUpDue', f.id, c.display_id, f.created_by_id
       FROM follow_up_due f JOIN "case" c ON c.id = f.case_id CROSS JOIN LATERAL (
       SELECT 'FOLLOW_UP', date_trunc('day', f.due_at, (SELECT z.timezone FROM country z)), CASE WHEN (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18'))) THEN f.due_at END
       UNION ALL SELECT 'OVERDUE_AT_RISK', f.due_at, NULL WHERE (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')))) k (kind, from_at, until_at)
       WHERE TRUE) s UNION ALL SELECT 'letterWithoutOutcome', s.* FROM (
       SELECT r.case_id, 'LETTER_WITHOUT_OUTCOME', coalesce(r.service_due_at, ((l.valid_until + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z))), coalesce(c.risk_level, 'NOT_SAID'), l.created_at, coalesce(r.service_due_at, ((l.valid_until + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z))), NULL::timestamptz, c.organisation_id, coalesce(c.owner_id, l.created_by_id), NULL::text, c.id, 'ReferralLetter', l.id, c.display_id, l.created_by_id
       FROM referral_letter l JOIN referral r ON r.id = l.referral_id JOIN "case" c ON c.id = r.case_id
       WHERE TRUE AND l.status = 'ISSUED' AND l.replied_on IS NULL
       AND r.status IN ('REQUESTED', 'ACCEPTED', 'IN_SERVICE') AND c.closed_off_at IS NULL) s UNION ALL SELECT 'plannedAction', s.* FROM (
       SELECT p.case_id, k.kind, ((p.due_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), coalesce(c.risk_level, 'NOT_SAID'), p.created_at, k.from_at, k.until_at, c.organisation_id, coalesce(p.responsible_id, c.owner_id), NULL::text, c.id, 'PlannedAction', p.id, c.display_id, p.created_by_id
       FROM planned_action p JOIN "case" c ON c.id = p.case_id CROSS JOIN LATERAL (
       SELECT 'FOLLOW_UP', ((p.due_on)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), CASE WHEN (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18'))) THEN ((p.due_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)) END
       UNION ALL SELECT 'OVERDUE_AT_RISK', ((p.due_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), NULL WHERE (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')))) k (kind, from_at, until_at)
       WHERE TRUE AND p.status = 'PLANNED' AND p.voided_at IS NULL AND p.due_on IS NOT NULL
       AND c.closed_off_at IS NULL AND c.status NOT IN ('CLOSED', 'DUPLICATE')) s UNION ALL SELECT 'referralToAnswer', s.* FROM (
       SELECT r.case_id, k.kind, r.answer_due_at, 'NOT_SAID', r.requested_at, k.from_at, k.until_at, r.to_organisation_id, NULL::uuid, 'serving', NULL::uuid, 'Referral', r.id, r.survivor_code, r.created_by_id
       FROM referral r CROSS JOIN LATERAL (SELECT coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = r.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       AND i.id = ANY(coalesce((SELECT array_agg(ri.incident_id) FROM referral_incident ri
       WHERE ri.referral_id = r.id AND ri.voided_at IS NULL), ARRAY[i.id]))), r.requested_at) + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END AS at) t CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.requested_at, t.at WHERE t.at > r.requested_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, greatest(r.requested_at, t.at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status = 'REQUESTED' AND r.to_organisation_id IS NOT NULL) s UNION ALL SELECT 'referralToBegin', s.* FROM (
       SELECT r.case_id, k.kind, coalesce(r.appointment_at, r.service_due_at), 'NOT_SAID', r.responded_at, k.from_at, k.until_at, r.to_organisation_id, NULL::uuid, 'serving', NULL::uuid, 'Referral', r.id, r.survivor_code, r.created_by_id
       FROM referral r CROSS JOIN LATERAL (SELECT coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = r.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       AND i.id = ANY(coalesce((SELECT array_agg(ri.incident_id) FROM referral_incident ri
       WHERE ri.referral_id = r.id AND ri.voided_at IS NULL), ARRAY[i.id]))), r.requested_at) + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END AS at) t CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.responded_at, t.at WHERE t.at > r.responded_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, greatest(r.responded_at, t.at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status = 'ACCEPTED' AND r.to_organisation_id IS NOT NULL AND r.responded_at IS NOT NULL) s UNION ALL SELECT 'referralUnanswered', s.* FROM (
       SELECT r.case_id, k.kind, r.expires_at, coalesce(c.risk_level, 'NOT_SAID'), r.answer_due_at, k.from_at, k.until_at, c.organisation_id, coalesce(c.owner_id, r.created_by_id), NULL::text, c.id, 'Referral', r.id, c.display_id, r.created_by_id
       FROM referral r JOIN "case" c ON c.id = r.case_id CROSS JOIN LATERAL (SELECT coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = r.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       AND i.id = ANY(coalesce((SELECT array_agg(ri.incident_id) FROM referral_incident ri
       WHERE ri.referral_id = r.id AND ri.voided_at IS NULL), ARRAY[i.id]))), r.requested_at) + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END AS at) t CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.answer_due_at, t.at WHERE t.at > r.answer_due_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, greatest(r.answer_due_at, t.at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status = 'REQUESTED' AND r.answer_due_at IS NOT NULL AND c.closed_off_at IS NULL) s UNION ALL SELECT 'referralFailed', s.* FROM (
       SELECT r.case_id, k.kind, r.service_due_at, coalesce(c.risk_level, 'NOT_SAID'), r.ended_at, k.from_at, k.until_at, c.organisation_id, coalesce(c.owner_id, r.created_by_id), NULL::text, c.id, 'Referral', r.id, c.display_id, r.created_by_id
       FROM referral r JOIN "case" c ON c.id = r.case_id JOIN service_need n ON n.id = r.need_id CROSS JOIN LATERAL (SELECT coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = r.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       AND i.id = ANY(coalesce((SELECT array_agg(ri.incident_id) FROM referral_incident ri
       WHERE ri.referral_id = r.id AND ri.voided_at IS NULL), ARRAY[i.id]))), r.requested_at) + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END AS at) t CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.ended_at, t.at WHERE t.at > r.ended_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, greatest(r.ended_at, t.at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status IN ('EXPIRED', 'REJECTED', 'RETURNED', 'NO_SHOW') AND r.ended_at IS NOT NULL
       AND n.status = 'OPEN' AND n.voided_at IS NULL AND c.closed_off_at IS NULL
       AND NOT EXISTS (SELECT FROM referral l WHERE l.need_id = n.id AND l.requested_at > r.requested_at AND l.status <> 'DRAFT')) s UNION ALL SELECT 'serviceWithinHours', s.* FROM (
       SELECT n.case_id, 'CARE_WITHIN_HOURS', coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = n.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       ), n.created_at) + CASE n.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END, coalesce(c.risk_level, 'NOT_SAID'), n.created_at, n.created_at, coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = n.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       ), n.created_at) + CASE n.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END, c.organisation_id, coalesce(c.owner_id, n.created_by_id), NULL::text, c.id, 'ServiceNeed', n.id, c.display_id, n.created_by_id
       FROM service_need n JOIN "case" c ON c.id = n.case_id
       WHERE TRUE AND n.status = 'OPEN' AND n.voided_at IS NULL AND coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = n.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       ), n.created_at) + CASE n.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END IS NOT NULL AND c.closed_off_at IS NULL
       AND NOT EXISTS (SELECT FROM referral l WHERE l.need_id = n.id AND l.status <> 'DRAFT')) s UNION ALL SELECT 'referralToAskFor', s.* FROM (
       SELECT r.case_id, k.kind, r.service_due_at, coalesce(c.risk_level, 'NOT_SAID'), r.requested_at, k.from_at, k.until_at, c.organisation_id, coalesce(c.owner_id, r.created_by_id), NULL::text, c.id, 'Referral', r.id, c.display_id, r.created_by_id
       FROM referral r JOIN "case" c ON c.id = r.case_id CROSS JOIN LATERAL (SELECT coalesce((
       SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
       FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
       WHERE i.case_id = r.case_id AND i.voided_at IS NULL AND d.voided_at IS NULL
       AND d.date_precision IN ('EXACT', 'DAY')
       AND i.id = ANY(coalesce((SELECT array_agg(ri.incident_id) FROM referral_incident ri
       WHERE ri.referral_id = r.id AND ri.voided_at IS NULL), ARRAY[i.id]))), r.requested_at) + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END AS at) t CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.requested_at, t.at WHERE t.at > r.requested_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, greatest(r.service_due_at, t.at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status IN ('REQUESTED', 'ACCEPTED', 'IN_SERVICE') AND r.answer_due_at IS NULL
       AND r.service_due_at IS NOT NULL AND c.closed_off_at IS NULL
       AND (k.kind = 'CARE_WITHIN_HOURS' OR NOT EXISTS (SELECT FROM referral_letter l WHERE l.referral_id = r.id AND l.status = 'ISSUED'))) s UNION ALL SELECT 'providerToTell', s.* FROM (
       SELECT r.case_id, 'AFTER_WITHDRAWAL', NULL::timestamptz, coalesce(c.risk_level, 'NOT_SAID'), r.ended_at, r.ended_at, r.ended_at + interval '7 days', c.organisation_id, coalesce(c.owner_id, r.created_by_id), NULL::text, c.id, 'Referral', r.id, c.display_id, r.created_by_id
       FROM referral r JOIN "case" c ON c.id = r.case_id
       WHERE TRUE AND r.status = 'REVOKED' AND r.ended_by_consent_id IS NOT NULL AND r.ended_at IS NOT NULL
       AND r.to_organisation_id IS NULL) s UNION ALL SELECT 'sessionOfProvider', s.* FROM (
       SELECT s.case_id, 'FOLLOW_UP', s.planned_at, 'NOT_SAID', s.created_at, date_trunc('day', s.planned_at, (SELECT z.timezone FROM country z)), NULL::timestamptz, s.provider_id, NULL::uuid, 'serving', NULL::uuid, 'ServiceSession', s.id, r.survivor_code, s.created_by_id
       FROM service_session s JOIN referral r ON r.id = s.referral_id
       WHERE TRUE AND s.status = 'PLANNED' AND s.voided_at IS NULL AND s.planned_at IS NOT NULL AND s.provider_id IS NOT NULL) s UNION ALL SELECT 'sessionOfCase', s.* FROM (
       SELECT s.case_id, 'FOLLOW_UP', s.planned_at, coalesce(c.risk_level, 'NOT_SAID'), s.created_at, date_trunc('day', s.planned_at, (SELECT z.timezone FROM country z)), NULL::timestamptz, c.organisation_id, coalesce(c.owner_id, s.created_by_id), NULL::text, c.id, 'ServiceSession', s.id, c.display_id, s.created_by_id
       FROM service_session s JOIN "case" c ON c.id = s.case_id
       WHERE TRUE AND s.status = 'PLANNED' AND s.voided_at IS NULL AND s.planned_at IS NOT NULL AND s.provider_id IS NULL) s UNION ALL SELECT 'transferToAnswer', s.* FROM (
       SELECT t.case_id, 'TRANSFER_TO_ANSWER', t.expires_at, 'NOT_SAID', t.requested_at, t.requested_at, NULL::timestamptz, t.to_organisation_id, NULL::uuid, 'caseManagement', t.case_id, 'CaseTransfer', t.id, t.display_id, t.created_by_id
       FROM case_transfer t WHERE TRUE AND t.status = 'REQUESTED') s UNION ALL SELECT 'entryNotConfirmed', s.* FROM (
       SELECT s.id, 'DIRECTORY_ENTRY_STALE', NULL::timestamptz, 'NOT_SAID', s.last_confirmed_on::timestamptz, s.last_confirmed_on::timestamptz, NULL::timestamptz, s.kept_by_id, NULL::uuid, 'directoryKeeping', NULL::uuid, 'ServiceEntry', s.id, NULL::text, s.created_by_id
       FROM service_entry s WHERE TRUE AND s.status = 'STALE' AND s.voided_at IS NULL) s UNION ALL SELECT 'reportToVerify', s.* FROM (
       SELECT t.id, 'REPORT_TO_VERIFY', NULL::timestamptz, 'NOT_SAID', t.created_at, t.created_at, NULL::timestamptz, t.organisation_id, NULL::uuid, 'verification', NULL::uuid, 'Training', t.id, NULL::text, t.created_by_id
       FROM training t WHERE TRUE AND t.status = 'REPORTED') s),
       n AS MATERIALIZED (SELECT md5(w::text)::uuid AS id, w.* FROM w),
       gone AS (DELETE FROM "work_item" i WHERE TRUE
       AND i.source IN ('accessToReview', 'alertToAcknowledge', 'alertThatRuns', 'caseToApprove', 'caseToApproveOutside', 'draftThatExpires', 'complaint', 'followUp', 'followUpDue', 'letterWithoutOutcome', 'plannedAction', 'referralToAnswer', 'referralToBegin', 'referralUnanswered', 'referralFailed', 'serviceWithinHours', 'referralToAskFor', 'providerToTell', 'sessionOfProvider', 'sessionOfCase', 'transferToAnswer', 'entryNotConfirmed', 'reportToVerify') AND NOT EXISTS (SELECT FROM n WHERE n.id = i.id))
       INSERT INTO "work_item" (id, version, created_at, updated_at, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") SELECT id, 1, now(), now(), "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id" FROM n
       WHERE NOT EXISTS (SELECT FROM "work_item" i WHERE i.id = n.id)`,
  ];

  /** A version before derives what it knows of by itself, when a case changes. */
  protected readonly back: readonly string[] = [];
}
