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
INSERT INTO "training" ("id", "created_by_id", "organisation_id", "title", "topic", "audience", "level", "outcome", "material", "teaching_material_id", "start_on", "end_on", "hours", "district_id", "intervention_id", "facilitators", "status", "status_reason", "reported_by_id", "voided_at", version, created_at, updated_at)
SELECT "id", "created_by_id", "organisation_id", "title", "topic", "audience", "level", "outcome", "material", "teaching_material_id", "start_on", "end_on", "hours", "district_id", "intervention_id", "facilitators", "status", "status_reason", "reported_by_id", "voided_at", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "organisation_id" uuid, "title" text, "topic" text, "audience" text, "level" text, "outcome" text, "material" text, "teaching_material_id" uuid, "start_on" date, "end_on" date, "hours" integer, "district_id" uuid, "intervention_id" uuid, "facilitators" integer, "status" text, "status_reason" text, "reported_by_id" uuid, "voided_at" timestamp with time zone);

-- zw_app
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

-- zw_app
SELECT pg_advisory_xact_lock(hashtext('work list ' || id))
FROM unnest($1::uuid[]) AS r(id)
ORDER BY id;

-- zw_app
WITH roots AS MATERIALIZED (
  SELECT ($1::uuid[]) AS ids
), w ("source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") AS (
  SELECT 'reportToVerify', s.*
  FROM (
    SELECT t.id, 'REPORT_TO_VERIFY', NULL::timestamptz, 'NOT_SAID', t.created_at, t.created_at, NULL::timestamptz, t.organisation_id, NULL::uuid, 'verification', NULL::uuid, 'Training', t.id, NULL::text, t.created_by_id
    FROM training t
    WHERE t.id = ANY((
      SELECT ids
      FROM roots
    )::uuid[])
    AND t.status = 'REPORTED'
  ) s
  UNION ALL
  SELECT 'trainingPast', s.*
  FROM (
    SELECT a.id, 'ACTIVITY_DAY_PAST', ((coalesce(a.end_on, a.start_on) + 1)::timestamp AT TIME ZONE coalesce((
      SELECT z.timezone
      FROM country z
    ), 'Africa/Johannesburg')), 'NOT_SAID', a.created_at, ((coalesce(a.end_on, a.start_on) + 1)::timestamp AT TIME ZONE coalesce((
      SELECT z.timezone
      FROM country z
    ), 'Africa/Johannesburg')), NULL::timestamptz, a.organisation_id, a.created_by_id, NULL::text, NULL::uuid, 'Training', a.id, NULL::text, a.created_by_id
    FROM training a
    WHERE a.id = ANY((
      SELECT ids
      FROM roots
    )::uuid[])
    AND a.status IN ('PLANNED', 'CONFIRMED', 'POSTPONED')
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
  AND i.source IN ('reportToVerify', 'trainingPast')
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
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."status"::text, t."start_on"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status", t."start_on" AS "start_on"
    FROM "training" "t"
    WHERE t.id = ANY($3::uuid[])
    AND ((t."organisation_id" = $1 OR EXISTS (
      SELECT 1
      FROM activity_partner j
      WHERE j."training_id" = t."id"
      AND j.partner_id = $1
      AND j.voided_at IS NULL OFFSET 0
    )) AND (t."voided_at" IS NULL OR t."created_by_id" = $2))
  ) "t"
);
