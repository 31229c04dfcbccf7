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
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."code" AS "code", r."name" AS "name", r."province_id" AS "provinceId", r."urban" AS "urban"
FROM "district" r
WHERE r."id" = ANY($1::uuid[])
ORDER BY r."id";

-- za_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."code" AS "code", r."name_en" AS "nameEn", r."name_pt" AS "namePt", r."default_locale" AS "defaultLocale", r."timezone" AS "timezone", r."breach_hours" AS "breachHours", r."retention_months" AS "retentionMonths", r."draft_days" AS "draftDays", r."imported_draft_days" AS "importedDraftDays", r."transfer_days" AS "transferDays", r."high_risk_transfer_hours" AS "highRiskTransferHours", r."high_risk_follow_up_hours" AS "highRiskFollowUpHours", r."medium_risk_follow_up_days" AS "mediumRiskFollowUpDays", r."low_risk_follow_up_days" AS "lowRiskFollowUpDays", r."psychosocial_follow_up_days" AS "psychosocialFollowUpDays", r."psychosocial_repeat_days" AS "psychosocialRepeatDays", r."psychosocial_sessions" AS "psychosocialSessions", r."directory_days" AS "directoryDays", r."emergency_directory_days" AS "emergencyDirectoryDays", r."alert_acknowledge_minutes" AS "alertAcknowledgeMinutes", r."alert_town_minutes" AS "alertTownMinutes", r."alert_elsewhere_minutes" AS "alertElsewhereMinutes", r."alert_place_hours" AS "alertPlaceHours", r."alert_place_most_hours" AS "alertPlaceMostHours", r."alert_number_hours" AS "alertNumberHours", r."participant_months" AS "participantMonths", r."conduct_months" AS "conductMonths", r."cross_border_rule" AS "crossBorderRule", r."identity_vault" AS "identityVault", r."case_sharing" AS "caseSharing", r."release_period" AS "releasePeriod", r."release_place" AS "releasePlace", r."release_k" AS "releaseK", r."release_l" AS "releaseL", r."cross_organisation_sharing" AS "crossOrganisationSharing"
FROM "country" r
WHERE TRUE
ORDER BY r."id";

-- za_app
INSERT INTO "emergency_alert" ("id", "created_by_id", "organisation_id", "channel", "district_id", "risk_level", "status", "raised_at", "ack_due_at", "acknowledged_at", "acknowledger_id", "on_site_due_at", "dispatched_at", "arrived_at", "resolved_at", "responses", "case_id", "escalated_at", "late_told_at", "place_erased_at", "number_erased_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "organisation_id", "channel", "district_id", "risk_level", "status", "raised_at", "ack_due_at", "acknowledged_at", "acknowledger_id", "on_site_due_at", "dispatched_at", "arrived_at", "resolved_at", "responses", "case_id", "escalated_at", "late_told_at", "place_erased_at", "number_erased_at", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "organisation_id" uuid, "channel" text, "district_id" uuid, "risk_level" text, "status" text, "raised_at" timestamp with time zone, "ack_due_at" timestamp with time zone, "acknowledged_at" timestamp with time zone, "acknowledger_id" uuid, "on_site_due_at" timestamp with time zone, "dispatched_at" timestamp with time zone, "arrived_at" timestamp with time zone, "resolved_at" timestamp with time zone, "responses" text[], "case_id" uuid, "escalated_at" timestamp with time zone, "late_told_at" timestamp with time zone, "place_erased_at" timestamp with time zone, "number_erased_at" timestamp with time zone);

-- za_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."data_key_id" AS "dataKeyId", r."alert_id" AS "alertId", (
  SELECT k.wrapped
  FROM data_key k
  WHERE k.id = r."data_key_id"
) AS "wrappedKey"
FROM "alert_place" r
WHERE r."alert_id" = $1
ORDER BY r."id";

-- za_app
WITH made_0 AS (
  INSERT INTO "alert_place" ("id", "created_by_id", "data_key_id", "alert_id", "place", "known", version, created_at, updated_at)
  SELECT "id", "created_by_id", "data_key_id", "alert_id", "place", "known", 1, now(), now()
  FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "data_key_id" uuid, "alert_id" uuid, "place" bytea, "known" bytea)
)
INSERT INTO data_key (id, wrapped, created_at)
SELECT id, wrapped, now()
FROM json_to_recordset($2::json) AS v(id uuid, wrapped bytea);

-- za_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."data_key_id" AS "dataKeyId", r."alert_id" AS "alertId", (
  SELECT k.wrapped
  FROM data_key k
  WHERE k.id = r."data_key_id"
) AS "wrappedKey"
FROM "alert_number" r
WHERE r."alert_id" = $1
ORDER BY r."id";

-- za_app
WITH made_0 AS (
  INSERT INTO "alert_number" ("id", "created_by_id", "data_key_id", "alert_id", "telephone", version, created_at, updated_at)
  SELECT "id", "created_by_id", "data_key_id", "alert_id", "telephone", 1, now(), now()
  FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "data_key_id" uuid, "alert_id" uuid, "telephone" bytea)
)
INSERT INTO data_key (id, wrapped, created_at)
SELECT id, wrapped, now()
FROM json_to_recordset($2::json) AS v(id uuid, wrapped bytea);

-- za_app, za_app
SELECT DISTINCT s.member_id AS id
FROM on_call_shift s
JOIN staff_member m ON m.id = s.member_id
WHERE s.organisation_id = $1
AND s.turn = $2
AND (s."status" = 'PLANNED' AND s."starts_at" <= now() AND s."ends_at" > now())
AND (s."district_codes" = '{}' OR EXISTS (
  SELECT 1
  FROM district d
  WHERE d.id = $3::uuid
  AND d.code = ANY(s."district_codes")
))
AND m.active
AND m.organisation_id = s.organisation_id
AND m.role = ANY($4);

-- za_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."name" AS "name", r."role" AS "role", r."active" AS "active", r."organisation_id" AS "organisationId", r."moving_to_id" AS "movingToId", r."child_protection" AS "childProtection"
FROM "staff_member" r
WHERE (r."role" = ANY($1) AND r."active" = $2 AND r."organisation_id" = $3)
ORDER BY r."id";

-- za_app
INSERT INTO "notice" ("id", "created_by_id", "addressee_id", "kind", "case_id", "display_id", "alert_id", "about_id", "by_id", "read_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "addressee_id", "kind", "case_id", "display_id", "alert_id", "about_id", "by_id", "read_at", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "addressee_id" uuid, "kind" text, "case_id" uuid, "display_id" text, "alert_id" uuid, "about_id" uuid, "by_id" uuid, "read_at" timestamp with time zone);

-- za_app
SELECT pg_advisory_xact_lock(hashtext('work list ' || id))
FROM unnest($1::uuid[]) AS r(id)
ORDER BY id;

-- za_app
WITH roots AS MATERIALIZED (
  SELECT ($1::uuid[]) AS ids
), w ("source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") AS (
  SELECT 'alertToAcknowledge', s.*
  FROM (
    SELECT a.id, 'ALERT_UNACKNOWLEDGED', a.ack_due_at, coalesce(a.risk_level, 'NOT_SAID'), a.raised_at, a.raised_at, NULL::timestamptz, a.organisation_id, NULL::uuid, 'caseManagement', NULL::uuid, 'EmergencyAlert', a.id, NULL::text, a.created_by_id
    FROM emergency_alert a
    WHERE a.id = ANY((
      SELECT ids
      FROM roots
    )::uuid[])
    AND a.status = 'RAISED'
  ) s
  UNION ALL
  SELECT 'alertThatRuns', s.*
  FROM (
    SELECT a.id, 'ALERT_OPEN', CASE WHEN a.arrived_at IS NULL THEN a.on_site_due_at END, coalesce(a.risk_level, 'NOT_SAID'), a.raised_at, a.raised_at, NULL::timestamptz, a.organisation_id, a.acknowledger_id, NULL::text, NULL::uuid, 'EmergencyAlert', a.id, NULL::text, a.created_by_id
    FROM emergency_alert a
    WHERE a.id = ANY((
      SELECT ids
      FROM roots
    )::uuid[])
    AND a.status IN ('ACKNOWLEDGED', 'DISPATCHED', 'ON_SITE')
  ) s
), n AS MATERIALIZED (
  SELECT md5(w::text)::uuid AS id, w.*
  FROM w
), gone AS (
  DELETE FROM "work_item" i
  WHERE i.root_id = ANY((
    SELECT ids
    FROM roots
  )::uuid[])
  AND i.source IN ('alertToAcknowledge', 'alertThatRuns')
  AND NOT EXISTS (
    SELECT
    FROM n
    WHERE n.id = i.id
  )
)
INSERT INTO "work_item" (id, version, created_at, updated_at, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id")
SELECT id, 1, CASE WHEN source IN ('reviewerMissing') THEN date_trunc('day', now()) ELSE now() END, CASE WHEN source IN ('reviewerMissing') THEN date_trunc('day', now()) ELSE now() END, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id"
FROM n
ON CONFLICT (id) DO NOTHING;

-- za_app
SELECT r.alert_id AS id, r.member_id AS account
FROM alert_responder r
WHERE r.alert_id = ANY($1::uuid[])
UNION
SELECT a.id, s.member_id
FROM emergency_alert a
JOIN on_call_shift s ON s.organisation_id = a.organisation_id
WHERE a.id = ANY($2::uuid[])
AND (s."status" = 'PLANNED' AND s."starts_at" <= now() AND s."ends_at" > now())
AND (s."district_codes" = '{}' OR EXISTS (
  SELECT 1
  FROM district d
  WHERE d.id = a.district_id
  AND d.code = ANY(s."district_codes")
));

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
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."status"::text, t."ack_due_at"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status", t."ack_due_at" AS "ack_due_at"
    FROM "emergency_alert" "t"
    WHERE t.id = ANY($3::uuid[])
    AND (((t."created_by_id" = $1 OR t."acknowledger_id" = $1 OR (t."id" = ANY(ARRAY(
      SELECT r.alert_id
      FROM alert_responder r
      WHERE r.member_id = $1
    )) OR t."district_id" = ANY(ARRAY(
      SELECT d.id
      FROM on_call_shift s
      JOIN district d ON s.district_codes = '{}'
      OR d.code = ANY(s.district_codes)
      WHERE s.member_id = $1
      AND s.organisation_id = $2
      AND s.status = 'PLANNED'
      AND s.starts_at <= now()
      AND s.ends_at > now()
    )))) AND t."organisation_id" = $2) AND (t."case_id" IS NULL OR (t."resolved_at" IS NULL AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $1
      AND x.voided_at IS NULL
    )))) OR EXISTS (
      SELECT 1
      FROM "case" ac
      WHERE ac.id = t."case_id"
      AND ((ac."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = ac."id"
        AND m.member_id = $1
        AND m.ended_at IS NULL OFFSET 0
      ) OR (ac."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $1
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (ac."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $1
        AND x.voided_at IS NULL
      )))))) AND (ac."status" <> 'DRAFT' OR $1 IN (ac."created_by_id", ac."owner_id"))) OFFSET 0
    )))
  ) "t"
);
