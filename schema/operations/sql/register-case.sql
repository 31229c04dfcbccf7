-- identity_app
SELECT a.name, a.email, a.role, a.country, a.organisation_id, a.locale, a.named_elsewhere, NOT NOT EXISTS (
  SELECT
  FROM account d
  WHERE d.country = a.country
  AND d.staff_due
) AS behind
FROM session s
JOIN account a ON a.id = s.account_id
WHERE s.id = $1
AND s.account_id = $2
AND s.revoked_at IS NULL
AND s.expires_at > now()
AND a.status = 'ACTIVE';

-- za_app
BEGIN;

-- za_app
INSERT INTO idempotency_record (account_id, key, action, request_hash, created_at)
VALUES ($1, $2, $3, $4, now())
ON CONFLICT (account_id, key) DO NOTHING;

-- za_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."code" AS "code", r."name_en" AS "nameEn", r."name_pt" AS "namePt", r."default_locale" AS "defaultLocale", r."timezone" AS "timezone", r."breach_hours" AS "breachHours", r."retention_months" AS "retentionMonths", r."draft_days" AS "draftDays", r."imported_draft_days" AS "importedDraftDays", r."transfer_days" AS "transferDays", r."high_risk_transfer_hours" AS "highRiskTransferHours", r."high_risk_follow_up_hours" AS "highRiskFollowUpHours", r."medium_risk_follow_up_days" AS "mediumRiskFollowUpDays", r."low_risk_follow_up_days" AS "lowRiskFollowUpDays", r."psychosocial_follow_up_days" AS "psychosocialFollowUpDays", r."psychosocial_repeat_days" AS "psychosocialRepeatDays", r."psychosocial_sessions" AS "psychosocialSessions", r."directory_days" AS "directoryDays", r."emergency_directory_days" AS "emergencyDirectoryDays", r."alert_acknowledge_minutes" AS "alertAcknowledgeMinutes", r."alert_town_minutes" AS "alertTownMinutes", r."alert_elsewhere_minutes" AS "alertElsewhereMinutes", r."alert_place_hours" AS "alertPlaceHours", r."alert_place_most_hours" AS "alertPlaceMostHours", r."alert_number_hours" AS "alertNumberHours", r."participant_months" AS "participantMonths", r."conduct_months" AS "conductMonths", r."cross_border_rule" AS "crossBorderRule", r."identity_vault" AS "identityVault", r."case_sharing" AS "caseSharing", r."release_period" AS "releasePeriod", r."release_place" AS "releasePlace", r."release_k" AS "releaseK", r."release_l" AS "releaseL", r."cross_organisation_sharing" AS "crossOrganisationSharing"
FROM "country" r
WHERE TRUE
ORDER BY r."id";

-- za_app
WITH made_0 AS (
  INSERT INTO "survivor_demographics" ("id", "created_by_id", "survivor_id", "birth_year", "gender_modality", "key_populations", "nationality", "home_district_id", "disability", "self_identifies_as_sex_worker", "exchanges_sex_for_money_or_goods", "told_code", version, created_at, updated_at)
  SELECT "id", "created_by_id", "survivor_id", "birth_year", "gender_modality", "key_populations", "nationality", "home_district_id", "disability", "self_identifies_as_sex_worker", "exchanges_sex_for_money_or_goods", "told_code", 1, now(), now()
  FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "survivor_id" uuid, "birth_year" integer, "gender_modality" text, "key_populations" text[], "nationality" text, "home_district_id" uuid, "disability" text, "self_identifies_as_sex_worker" text, "exchanges_sex_for_money_or_goods" boolean, "told_code" text)
), made_1 AS (
  INSERT INTO "survivor" ("id", "created_by_id", "survivor_code", "age_band", "gender_identity", "preferred_language", "platform_member", "merged_into_id", "merged_at", version, created_at, updated_at)
  SELECT "id", "created_by_id", "survivor_code", "age_band", "gender_identity", "preferred_language", "platform_member", "merged_into_id", "merged_at", 1, now(), now()
  FROM json_to_recordset($2::json) AS v("id" uuid, "created_by_id" uuid, "survivor_code" text, "age_band" text, "gender_identity" text, "preferred_language" text, "platform_member" boolean, "merged_into_id" uuid, "merged_at" timestamp with time zone)
), made_2 AS (
  INSERT INTO data_key (id, wrapped, created_at)
  SELECT id, wrapped, now()
  FROM json_to_recordset($3::json) AS v(id uuid, wrapped bytea)
), made_3 AS (
  INSERT INTO "consent" ("id", "created_by_id", "survivor_id", "purpose", "recipient_id", "recipient_category", "scopes", "decision", "withdraws_id", "reason", "mode", "guardian_absence", "taken_by_id", "taken_at", "valid_until", "form_version", "language", version, created_at, updated_at)
  SELECT "id", "created_by_id", "survivor_id", "purpose", "recipient_id", "recipient_category", "scopes", "decision", "withdraws_id", "reason", "mode", "guardian_absence", "taken_by_id", "taken_at", "valid_until", "form_version", "language", 1, now(), now()
  FROM json_to_recordset($4::json) AS v("id" uuid, "created_by_id" uuid, "survivor_id" uuid, "purpose" text, "recipient_id" uuid, "recipient_category" text, "scopes" text[], "decision" text, "withdraws_id" uuid, "reason" text, "mode" text, "guardian_absence" text, "taken_by_id" uuid, "taken_at" timestamp with time zone, "valid_until" timestamp with time zone, "form_version" text, "language" text)
)
INSERT INTO "survivor_identity" ("id", "created_by_id", "data_key_id", "survivor_id", "legal_name", "working_name", "phone", "id_number", "address", "date_of_birth", "phone_mark", "second_phone_mark", "document_mark", "marked_by", version, created_at, updated_at)
SELECT "id", "created_by_id", "data_key_id", "survivor_id", "legal_name", "working_name", "phone", "id_number", "address", "date_of_birth", "phone_mark", "second_phone_mark", "document_mark", "marked_by", 1, now(), now()
FROM json_to_recordset($5::json) AS v("id" uuid, "created_by_id" uuid, "data_key_id" uuid, "survivor_id" uuid, "legal_name" bytea, "working_name" bytea, "phone" bytea, "id_number" bytea, "address" bytea, "date_of_birth" bytea, "phone_mark" text, "second_phone_mark" text, "document_mark" text, "marked_by" integer);

-- za_app
SELECT
FROM consent g
LEFT JOIN staff_member gs ON gs.id = g.taken_by_id
WHERE g.survivor_id = $1
AND g.purpose = 'SERVICES'
AND g.decision = 'GIVEN'
AND (g.recipient_id IS NULL OR g.recipient_id = $2)
AND (g.valid_until IS NULL OR g.valid_until > now())
AND NOT EXISTS (
  SELECT
  FROM consent e
  LEFT JOIN staff_member es ON es.id = e.taken_by_id
  WHERE e.survivor_id = g.survivor_id
  AND (e.withdraws_id = g.id OR ( e.purpose = 'SERVICES' AND e.decision <> 'GIVEN' AND (e.withdraws_id IS NULL OR (e.reason IS DISTINCT FROM 'RECORDS_MERGED' AND e.decision <> 'EXPIRED')) AND (e.decision <> 'WITHDRAWN' OR es.organisation_id = $3) AND (e.recipient_id IS NULL OR e.recipient_id = $4) AND (e.created_at >= g.created_at OR gs.organisation_id IS DISTINCT FROM $5)))
)
LIMIT 1;

-- za_app
WITH made_0 AS (
  INSERT INTO "incident" ("id", "created_by_id", "case_id", "occurred_month", "reported_at", "district_id", "location_type", "gbvims_type", "violation_types", "violence_forms", "harm_kinds", "previous_incidents", "reported_elsewhere", "reported_elsewhere_to", "consent_reporting", "voided_at", version, created_at, updated_at)
  SELECT "id", "created_by_id", "case_id", "occurred_month", "reported_at", "district_id", "location_type", "gbvims_type", "violation_types", "violence_forms", "harm_kinds", "previous_incidents", "reported_elsewhere", "reported_elsewhere_to", "consent_reporting", "voided_at", 1, now(), now()
  FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "case_id" uuid, "occurred_month" date, "reported_at" timestamp with time zone, "district_id" uuid, "location_type" text, "gbvims_type" text, "violation_types" text[], "violence_forms" text[], "harm_kinds" text[], "previous_incidents" boolean, "reported_elsewhere" boolean, "reported_elsewhere_to" text, "consent_reporting" boolean, "voided_at" timestamp with time zone)
), made_1 AS (
  INSERT INTO "follow_up_due" ("id", "created_by_id", "case_id", "referral_id", "rule", "due_at", "overdue_told_at", "overseers_told_at", version, created_at, updated_at)
  SELECT "id", "created_by_id", "case_id", "referral_id", "rule", "due_at", "overdue_told_at", "overseers_told_at", 1, now(), now()
  FROM json_to_recordset($2::json) AS v("id" uuid, "created_by_id" uuid, "case_id" uuid, "referral_id" uuid, "rule" text, "due_at" timestamp with time zone, "overdue_told_at" timestamp with time zone, "overseers_told_at" timestamp with time zone)
), made_2 AS (
  INSERT INTO "case" ("id", "created_by_id", "display_id", "status", "workflow_stage", "risk_level", "priority", "opened_at", "source", "registered_at_office", "anonymous", "imported", "organisation_id", "owner_id", "survivor_id", "draft_until", "duplicate_of_id", "duplicate_asked_by_id", "withdrawn_at", "withdrawn_by_id", "ended_by_consent_id", "closed_off_at", "restricted_at", "restriction_reason", "opening_asked_by_id", "consent_overridden_at", "consent_overridden_by_id", "closure_requested_at", "closure_requested_by_id", "closure_reason", "closed_at", "safety_plan_reviewed", "informed_can_resume", "supervisor_reviewed", "client_created_at", "concluded", "concluded_at", "retention_until", "outside_supervisor_id", "data_key_id", version, created_at, updated_at)
  SELECT "id", "created_by_id", "display_id", "status", "workflow_stage", "risk_level", "priority", "opened_at", "source", "registered_at_office", "anonymous", "imported", "organisation_id", "owner_id", "survivor_id", "draft_until", "duplicate_of_id", "duplicate_asked_by_id", "withdrawn_at", "withdrawn_by_id", "ended_by_consent_id", "closed_off_at", "restricted_at", "restriction_reason", "opening_asked_by_id", "consent_overridden_at", "consent_overridden_by_id", "closure_requested_at", "closure_requested_by_id", "closure_reason", "closed_at", "safety_plan_reviewed", "informed_can_resume", "supervisor_reviewed", "client_created_at", "concluded", "concluded_at", "retention_until", "outside_supervisor_id", "data_key_id", 1, now(), now()
  FROM json_to_recordset($3::json) AS v("id" uuid, "created_by_id" uuid, "display_id" text, "status" text, "workflow_stage" text, "risk_level" text, "priority" text, "opened_at" timestamp with time zone, "source" text, "registered_at_office" text, "anonymous" boolean, "imported" boolean, "organisation_id" uuid, "owner_id" uuid, "survivor_id" uuid, "draft_until" timestamp with time zone, "duplicate_of_id" uuid, "duplicate_asked_by_id" uuid, "withdrawn_at" timestamp with time zone, "withdrawn_by_id" uuid, "ended_by_consent_id" uuid, "closed_off_at" timestamp with time zone, "restricted_at" timestamp with time zone, "restriction_reason" text, "opening_asked_by_id" uuid, "consent_overridden_at" timestamp with time zone, "consent_overridden_by_id" uuid, "closure_requested_at" timestamp with time zone, "closure_requested_by_id" uuid, "closure_reason" text, "closed_at" timestamp with time zone, "safety_plan_reviewed" boolean, "informed_can_resume" boolean, "supervisor_reviewed" boolean, "client_created_at" timestamp with time zone, "concluded" boolean, "concluded_at" timestamp with time zone, "retention_until" date, "outside_supervisor_id" uuid, "data_key_id" uuid)
), made_3 AS (
  INSERT INTO "alleged_perpetrator" ("id", "created_by_id", "case_id", "incident_id", "actor_kind", "category", "relationship", "rank", "sex", "age_group", "uniformed", "count", "voided_at", version, created_at, updated_at)
  SELECT "id", "created_by_id", "case_id", "incident_id", "actor_kind", "category", "relationship", "rank", "sex", "age_group", "uniformed", "count", "voided_at", 1, now(), now()
  FROM json_to_recordset($4::json) AS v("id" uuid, "created_by_id" uuid, "case_id" uuid, "incident_id" uuid, "actor_kind" text, "category" text, "relationship" text, "rank" text, "sex" text, "age_group" text, "uniformed" boolean, "count" integer, "voided_at" timestamp with time zone)
)
INSERT INTO "incident_narrative" ("id", "created_by_id", "data_key_id", "case_id", "incident_id", "text", "voided_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "data_key_id", "case_id", "incident_id", "text", "voided_at", 1, now(), now()
FROM json_to_recordset($5::json) AS v("id" uuid, "created_by_id" uuid, "data_key_id" uuid, "case_id" uuid, "incident_id" uuid, "text" bytea, "voided_at" timestamp with time zone);

-- za_app
WITH roots AS MATERIALIZED (
  SELECT ($1::uuid[]) AS ids
), w ("source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") AS (
  SELECT 'followUpDue', s.*
  FROM (
    SELECT f.case_id, k.kind, f.due_at, coalesce(c.risk_level, 'NOT_SAID'), f.created_at, k.from_at, k.until_at, c.organisation_id, c.owner_id, NULL::text, c.id, 'FollowUpDue', f.id, c.display_id, f.created_by_id
    FROM follow_up_due f
    JOIN "case" c ON c.id = f.case_id
    CROSS JOIN LATERAL (
      SELECT 'FOLLOW_UP', date_trunc('day', f.due_at, coalesce((
        SELECT z.timezone
        FROM country z
      ), 'Africa/Johannesburg')), CASE WHEN (c.risk_level = 'HIGH' OR EXISTS (
        SELECT
        FROM survivor s
        LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id
        AND sd.birth_year IS NOT NULL
        WHERE s.id = c.survivor_id
        AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')
      )) THEN f.due_at END
      UNION ALL
      SELECT 'OVERDUE_AT_RISK', f.due_at, NULL
      WHERE (c.risk_level = 'HIGH' OR EXISTS (
        SELECT
        FROM survivor s
        LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id
        AND sd.birth_year IS NOT NULL
        WHERE s.id = c.survivor_id
        AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')
      ))
    ) k (kind, from_at, until_at)
    WHERE f.case_id = ANY((
      SELECT ids
      FROM roots
    )::uuid[])
  ) s
), n AS MATERIALIZED (
  SELECT md5(w::text)::uuid AS id, w.*
  FROM w
)
INSERT INTO "work_item" (id, version, created_at, updated_at, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id")
SELECT id, 1, CASE WHEN source IN ('reviewerMissing') THEN date_trunc('day', now()) ELSE now() END, CASE WHEN source IN ('reviewerMissing') THEN date_trunc('day', now()) ELSE now() END, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id"
FROM n
ON CONFLICT (id) DO NOTHING;

-- za_app
WITH change AS (
  SELECT *
  FROM jsonb_to_recordset($1::jsonb) AS c(entity text, record_id uuid, version int, operation text, data_class text, organisations uuid[], accounts uuid[], id uuid, data_key_id uuid, open text, sealed bytea, links text[])
), audited AS (
  INSERT INTO audit_event (id, at, actor_id, actor_role, organisation_id, action, operation, entity, record_id, version, data_classes, request_id)
  SELECT coalesce(id, gen_random_uuid()), now(), $2::uuid, $3, $4::uuid, $5, operation, entity, record_id, version, ARRAY[data_class], $6
  FROM change
), fed AS (
  INSERT INTO change_entry (at, entity, record_id, version, operation, data_class, organisations, accounts)
  SELECT now(), entity, record_id, version, operation, data_class, organisations, accounts
  FROM change
)
UPDATE idempotency_record
SET result_id = $7::uuid
WHERE account_id = $8::uuid
AND key = $9;

-- za_app
COMMIT;

-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."display_id" AS c2, t."version" AS c3, t."status" AS c4, t1."survivor_code" AS c5, t1."age_band" AS c6, t1."id" AS c7
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version", t."status" AS "status", t."survivor_id" AS "survivor_id"
    FROM "case" "t"
    WHERE t.id = ANY($3::uuid[])
    AND (((t."owner_id" = $1 OR t."created_by_id" = $1 OR (t."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $1
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) OR (t."restricted_at" IS NOT NULL AND EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t."id"
      AND m.member_id = $1
      AND m.ended_at IS NULL OFFSET 0
    )))) AND t."organisation_id" = $2) AND ((t."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t."id"
      AND m.member_id = $1
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $1
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $1
      AND x.voided_at IS NULL
    )))))) AND (t."status" <> 'DRAFT' OR $1 IN (t."created_by_id", t."owner_id"))))
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."survivor_code" AS "survivor_code", t1."age_band" AS "age_band", t1."id" AS "id"
    FROM "survivor" "t1"
    WHERE t1."id" = t."survivor_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
)
SELECT ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."harm_kinds"::text, t."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."harm_kinds" AS "harm_kinds", t."id" AS "id"
    FROM "incident" "t"
    WHERE (t."case_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $1) AND t."voided_at" IS NULL)
    ORDER BY t."reported_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
);
