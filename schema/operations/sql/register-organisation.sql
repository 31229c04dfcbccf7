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
INSERT INTO "organisation" ("id", "created_by_id", "name", "kind", "partner_role", "sex_worker_led", "services", "province_id", "ends_on", "letter_name", "place", "hours", "work_telephone", version, created_at, updated_at)
SELECT "id", "created_by_id", "name", "kind", "partner_role", "sex_worker_led", "services", "province_id", "ends_on", "letter_name", "place", "hours", "work_telephone", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "name" text, "kind" text, "partner_role" text, "sex_worker_led" boolean, "services" text[], "province_id" uuid, "ends_on" date, "letter_name" text, "place" text, "hours" text, "work_telephone" text);

-- mz_app
SELECT r."id" AS "id", r."version" AS "version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", r."created_by_id" AS "createdById", r."name" AS "name", r."kind" AS "kind", r."partner_role" AS "partnerRole", r."sex_worker_led" AS "sexWorkerLed", r."services" AS "services", r."province_id" AS "provinceId", r."ends_on" AS "endsOn", r."letter_name" AS "letterName", r."place" AS "place", r."hours" AS "hours", r."work_telephone" AS "workTelephone"
FROM "organisation" r
WHERE r."id" = $1
ORDER BY r."id";

-- mz_app
SELECT
FROM organisation o
WHERE CASE WHEN octet_length(o.name) = length(o.name) THEN lower(o.name COLLATE "C") ELSE translate(lower(regexp_replace(normalize(o.name, NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END = $1
AND o.id <> $2;

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
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."name"::text, t."kind"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."name" AS "name", t."kind" AS "kind"
    FROM "organisation" "t"
    WHERE t.id = ANY($1::uuid[])
    AND TRUE
  ) "t"
);
