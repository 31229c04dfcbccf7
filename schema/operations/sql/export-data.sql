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
SELECT pg_advisory_xact_lock(hashtext('exports of ' || $1::text));

-- za_app
SELECT count(*)::int AS count
FROM data_export
WHERE created_by_id = $1::uuid
AND created_at > now() - interval '1 day';

-- za_app
INSERT INTO "data_export" ("id", "created_by_id", "organisation_id", "root", "columns", "format", "byte_order_mark", "hxl", "purpose", "status", "rows", "bytes", "packed_bytes", "sha256", "made_at", "document", "variables", "session_id", "locale", "content_id", version, created_at, updated_at)
SELECT "id", "created_by_id", "organisation_id", "root", "columns", "format", "byte_order_mark", "hxl", "purpose", "status", "rows", "bytes", "packed_bytes", "sha256", "made_at", "document", "variables", "session_id", "locale", "content_id", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "organisation_id" uuid, "root" text, "columns" text[], "format" text, "byte_order_mark" boolean, "hxl" boolean, "purpose" text, "status" text, "rows" integer, "bytes" integer, "packed_bytes" integer, "sha256" text, "made_at" timestamp with time zone, "document" text, "variables" text, "session_id" uuid, "locale" text, "content_id" uuid);

-- za_app
INSERT INTO one_time_link (token_hash, kind, record_id, expires_at)
VALUES ($1, $2, $3::uuid, now() + $4::interval);

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
  SELECT ARRAY[NULL::text, t."id"::text, t."root"::text, t."columns"::text, t."format"::text, t."status"::text]
  FROM (
    SELECT t."id" AS "id", t."root" AS "root", t."columns" AS "columns", t."format" AS "format", t."status" AS "status"
    FROM "data_export" "t"
    WHERE t.id = ANY($3::uuid[])
    AND (t."created_by_id" = $1 AND t."organisation_id" = $2)
  ) "t"
);

-- za_app
SELECT expires_at::timestamptz(3) AS at
FROM one_time_link
WHERE token_hash = $1
AND expires_at > now()
AND used_at IS NULL;
