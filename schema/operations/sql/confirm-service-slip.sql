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

-- bw_app
BEGIN;

-- bw_app
INSERT INTO idempotency_record (account_id, key, action, request_hash, created_at)
VALUES ($1, $2, $3, $4, now())
ON CONFLICT (account_id, key) DO NOTHING;

-- bw_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."organisation_id" AS "organisationId", r."number" AS "number", r."category" AS "category", r."service_type" AS "serviceType", r."given_on" AS "givenOn", r."district_id" AS "districtId", r."status" AS "status", r."confirmed_used_on" AS "confirmedUsedOn", r."voided_reason" AS "voidedReason", r."voided_at" AS "voidedAt"
FROM "service_slip" r
WHERE (r."id" = $1 AND r."organisation_id" = $2)
ORDER BY r."id"
FOR NO KEY UPDATE OF r;

-- bw_app
UPDATE "service_slip"
SET "confirmed_used_on" = $1, "status" = $2, version = $3, updated_at = now()
WHERE id = $4
AND version = $5;

-- bw_app
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

-- bw_app
COMMIT;

-- bw_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."status"::text, t."confirmed_used_on"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status", t."confirmed_used_on" AS "confirmed_used_on"
    FROM "service_slip" "t"
    WHERE t.id = ANY($2::uuid[])
    AND t."organisation_id" = $1
  ) "t"
);
