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

-- zw_app
BEGIN;

-- zw_app
INSERT INTO idempotency_record (account_id, key, action, request_hash, created_at)
VALUES ($1, $2, $3, $4, now())
ON CONFLICT (account_id, key) DO NOTHING;

-- zw_app
WITH made_0 AS (
  INSERT INTO data_key (id, wrapped, created_at)
  SELECT id, wrapped, now()
  FROM json_to_recordset($1::json) AS v(id uuid, wrapped bytea)
)
INSERT INTO "survivor" ("id", "created_by_id", "survivor_code", "age_band", "gender_identity", "preferred_language", "platform_member", "merged_into_id", "merged_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "survivor_code", "age_band", "gender_identity", "preferred_language", "platform_member", "merged_into_id", "merged_at", 1, now(), now()
FROM json_to_recordset($2::json) AS v("id" uuid, "created_by_id" uuid, "survivor_code" text, "age_band" text, "gender_identity" text, "preferred_language" text, "platform_member" boolean, "merged_into_id" uuid, "merged_at" timestamp with time zone);

-- zw_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."code" AS "code", r."name_en" AS "nameEn", r."name_pt" AS "namePt", r."default_locale" AS "defaultLocale", r."timezone" AS "timezone", r."breach_hours" AS "breachHours", r."retention_months" AS "retentionMonths", r."draft_days" AS "draftDays", r."imported_draft_days" AS "importedDraftDays", r."transfer_days" AS "transferDays", r."high_risk_transfer_hours" AS "highRiskTransferHours", r."high_risk_follow_up_hours" AS "highRiskFollowUpHours", r."medium_risk_follow_up_days" AS "mediumRiskFollowUpDays", r."low_risk_follow_up_days" AS "lowRiskFollowUpDays", r."psychosocial_follow_up_days" AS "psychosocialFollowUpDays", r."psychosocial_repeat_days" AS "psychosocialRepeatDays", r."psychosocial_sessions" AS "psychosocialSessions", r."directory_days" AS "directoryDays", r."emergency_directory_days" AS "emergencyDirectoryDays", r."alert_acknowledge_minutes" AS "alertAcknowledgeMinutes", r."alert_town_minutes" AS "alertTownMinutes", r."alert_elsewhere_minutes" AS "alertElsewhereMinutes", r."alert_place_hours" AS "alertPlaceHours", r."alert_place_most_hours" AS "alertPlaceMostHours", r."alert_number_hours" AS "alertNumberHours", r."participant_months" AS "participantMonths", r."conduct_months" AS "conductMonths", r."cross_border_rule" AS "crossBorderRule", r."identity_vault" AS "identityVault", r."case_sharing" AS "caseSharing", r."release_period" AS "releasePeriod", r."release_place" AS "releasePlace", r."release_k" AS "releaseK", r."release_l" AS "releaseL", r."cross_organisation_sharing" AS "crossOrganisationSharing"
FROM "country" r
WHERE TRUE
ORDER BY r."id";

-- zw_app
WITH made_0 AS (
  INSERT INTO "case" ("id", "created_by_id", "display_id", "status", "workflow_stage", "risk_level", "priority", "opened_at", "source", "registered_at_office", "anonymous", "imported", "organisation_id", "owner_id", "survivor_id", "draft_until", "duplicate_of_id", "duplicate_asked_by_id", "withdrawn_at", "withdrawn_by_id", "ended_by_consent_id", "closed_off_at", "restricted_at", "restriction_reason", "opening_asked_by_id", "consent_overridden_at", "consent_overridden_by_id", "closure_requested_at", "closure_requested_by_id", "closure_reason", "closed_at", "safety_plan_reviewed", "informed_can_resume", "supervisor_reviewed", "client_created_at", "concluded", "concluded_at", "retention_until", "outside_supervisor_id", "data_key_id", version, created_at, updated_at)
  SELECT "id", "created_by_id", "display_id", "status", "workflow_stage", "risk_level", "priority", "opened_at", "source", "registered_at_office", "anonymous", "imported", "organisation_id", "owner_id", "survivor_id", "draft_until", "duplicate_of_id", "duplicate_asked_by_id", "withdrawn_at", "withdrawn_by_id", "ended_by_consent_id", "closed_off_at", "restricted_at", "restriction_reason", "opening_asked_by_id", "consent_overridden_at", "consent_overridden_by_id", "closure_requested_at", "closure_requested_by_id", "closure_reason", "closed_at", "safety_plan_reviewed", "informed_can_resume", "supervisor_reviewed", "client_created_at", "concluded", "concluded_at", "retention_until", "outside_supervisor_id", "data_key_id", 1, now(), now()
  FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "display_id" text, "status" text, "workflow_stage" text, "risk_level" text, "priority" text, "opened_at" timestamp with time zone, "source" text, "registered_at_office" text, "anonymous" boolean, "imported" boolean, "organisation_id" uuid, "owner_id" uuid, "survivor_id" uuid, "draft_until" timestamp with time zone, "duplicate_of_id" uuid, "duplicate_asked_by_id" uuid, "withdrawn_at" timestamp with time zone, "withdrawn_by_id" uuid, "ended_by_consent_id" uuid, "closed_off_at" timestamp with time zone, "restricted_at" timestamp with time zone, "restriction_reason" text, "opening_asked_by_id" uuid, "consent_overridden_at" timestamp with time zone, "consent_overridden_by_id" uuid, "closure_requested_at" timestamp with time zone, "closure_requested_by_id" uuid, "closure_reason" text, "closed_at" timestamp with time zone, "safety_plan_reviewed" boolean, "informed_can_resume" boolean, "supervisor_reviewed" boolean, "client_created_at" timestamp with time zone, "concluded" boolean, "concluded_at" timestamp with time zone, "retention_until" date, "outside_supervisor_id" uuid, "data_key_id" uuid)
)
INSERT INTO "incident" ("id", "created_by_id", "case_id", "occurred_month", "reported_at", "district_id", "location_type", "gbvims_type", "violation_types", "violence_forms", "harm_kinds", "previous_incidents", "reported_elsewhere", "reported_elsewhere_to", "consent_reporting", "voided_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "case_id", "occurred_month", "reported_at", "district_id", "location_type", "gbvims_type", "violation_types", "violence_forms", "harm_kinds", "previous_incidents", "reported_elsewhere", "reported_elsewhere_to", "consent_reporting", "voided_at", 1, now(), now()
FROM json_to_recordset($2::json) AS v("id" uuid, "created_by_id" uuid, "case_id" uuid, "occurred_month" date, "reported_at" timestamp with time zone, "district_id" uuid, "location_type" text, "gbvims_type" text, "violation_types" text[], "violence_forms" text[], "harm_kinds" text[], "previous_incidents" boolean, "reported_elsewhere" boolean, "reported_elsewhere_to" text, "consent_reporting" boolean, "voided_at" timestamp with time zone);

-- zw_app
WITH roots AS MATERIALIZED (
  SELECT ($1::uuid[]) AS ids
), w ("source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") AS (
  SELECT 'draftThatExpires', s.*
  FROM (
    SELECT c.id, 'DRAFT_EXPIRES', c.draft_until, coalesce(c.risk_level, 'NOT_SAID'), c.created_at, c.draft_until - interval '3 days', NULL::timestamptz, c.organisation_id, coalesce(c.owner_id, c.created_by_id), NULL::text, c.id, 'Case', c.id, c.display_id, c.created_by_id
    FROM "case" c
    WHERE c.id = ANY((
      SELECT ids
      FROM roots
    )::uuid[])
    AND c.status = 'DRAFT'
    AND c.draft_until IS NOT NULL
  ) s
), n AS MATERIALIZED (
  SELECT md5(w::text)::uuid AS id, w.*
  FROM w
)
INSERT INTO "work_item" (id, version, created_at, updated_at, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id")
SELECT id, 1, CASE WHEN source IN ('reviewerMissing') THEN date_trunc('day', now()) ELSE now() END, CASE WHEN source IN ('reviewerMissing') THEN date_trunc('day', now()) ELSE now() END, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id"
FROM n
ON CONFLICT (id) DO NOTHING;

-- zw_app
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

-- zw_app
COMMIT;

-- zw_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."display_id"::text, t."status"::text, t."imported"::text, t."draft_until"::text]
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."status" AS "status", t."imported" AS "imported", t."draft_until" AS "draft_until"
    FROM "case" "t"
    WHERE t.id = ANY($3::uuid[])
    AND (t."organisation_id" = $1 AND ((t."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t."id"
      AND m.member_id = $2
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))) AND (t."status" <> 'DRAFT' OR ($2 IN (t."created_by_id", t."owner_id") OR t."imported"))))
  ) "t"
);
