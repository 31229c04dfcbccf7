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

-- mz_app
BEGIN;

-- mz_app
INSERT INTO idempotency_record (account_id, key, action, request_hash, created_at)
VALUES ($1, $2, $3, $4, now())
ON CONFLICT (account_id, key) DO NOTHING;

-- mz_app
INSERT INTO "outreach_activity" ("id", "created_by_id", "organisation_id", "type", "title", "held_on", "level", "outcome", "district_id", "topics", "status", "resulting_cases", "resulting_referrals", "resulting_alerts", "result_note", "status_reason", "voided_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "organisation_id", "type", "title", "held_on", "level", "outcome", "district_id", "topics", "status", "resulting_cases", "resulting_referrals", "resulting_alerts", "result_note", "status_reason", "voided_at", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "organisation_id" uuid, "type" text, "title" text, "held_on" date, "level" text, "outcome" text, "district_id" uuid, "topics" text[], "status" text, "resulting_cases" integer, "resulting_referrals" integer, "resulting_alerts" integer, "result_note" text, "status_reason" text, "voided_at" timestamp with time zone);

-- mz_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."activity_id" AS "activityId", r."gender_identity" AS "genderIdentity", r."age_band" AS "ageBand", r."kind" AS "kind", r."people" AS "people", r."contacts" AS "contacts", r."voided_at" AS "voidedAt"
FROM "outreach_reach" r
WHERE r."activity_id" = $1
ORDER BY r."id"
FOR NO KEY UPDATE OF r;

-- mz_app
INSERT INTO "outreach_reach" ("id", "created_by_id", "activity_id", "gender_identity", "age_band", "kind", "people", "contacts", "voided_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "activity_id", "gender_identity", "age_band", "kind", "people", "contacts", "voided_at", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "activity_id" uuid, "gender_identity" text, "age_band" text, "kind" text, "people" integer, "contacts" integer, "voided_at" timestamp with time zone);

-- mz_app
WITH words AS (
  INSERT INTO search_word (word, field, organisation_id)
  SELECT *
  FROM unnest($1::text[], $2::text[], $3::uuid[])
  ON CONFLICT DO NOTHING
)
INSERT INTO search_text (text, field, organisation_id)
SELECT *
FROM unnest($4::text[], $5::text[], $6::uuid[])
ON CONFLICT DO NOTHING;

-- mz_app
SELECT pg_advisory_xact_lock(hashtext('work list ' || id))
FROM unnest($1::uuid[]) AS r(id)
ORDER BY id;

-- mz_app
WITH roots AS MATERIALIZED (
  SELECT ($1::uuid[]) AS ids
), w ("source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") AS (
  SELECT 'outreachPast', s.*
  FROM (
    SELECT a.id, 'ACTIVITY_DAY_PAST', ((a.held_on + 1)::timestamp AT TIME ZONE coalesce((
      SELECT z.timezone
      FROM country z
    ), 'Africa/Johannesburg')), 'NOT_SAID', a.created_at, ((a.held_on + 1)::timestamp AT TIME ZONE coalesce((
      SELECT z.timezone
      FROM country z
    ), 'Africa/Johannesburg')), NULL::timestamptz, a.organisation_id, a.created_by_id, NULL::text, NULL::uuid, 'OutreachActivity', a.id, NULL::text, a.created_by_id
    FROM outreach_activity a
    WHERE a.id = ANY((
      SELECT ids
      FROM roots
    )::uuid[])
    AND a.status = 'PLANNED'
    AND a.voided_at IS NULL
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
  AND i.source IN ('outreachPast')
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

-- mz_app
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

-- mz_app
COMMIT;

-- mz_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."version" AS c2, t."status" AS c3
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status"
    FROM "outreach_activity" "t"
    WHERE t.id = ANY($3::uuid[])
    AND ((t."created_by_id" = $1 AND t."organisation_id" = $2) AND (t."voided_at" IS NULL OR t."created_by_id" = $1))
  ) "t"
)
SELECT ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, (
    SELECT count(*)::text
    FROM "outreach_reach" "t"
    WHERE (t."activity_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $1) AND t."voided_at" IS NULL)
  )]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
);
