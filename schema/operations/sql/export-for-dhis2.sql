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

-- region_app
BEGIN;

-- region_app
INSERT INTO idempotency_record (account_id, key, action, request_hash, created_at)
VALUES ($1, $2, $3, $4, now())
ON CONFLICT (account_id, key) DO NOTHING;

-- region_app
SELECT pg_advisory_xact_lock(hashtext('exports of ' || $1::text));

-- region_app
SELECT count(*)::int AS count
FROM data_export
WHERE created_by_id = $1::uuid
AND created_at > now() - interval '1 day';

-- za_region, za_region, za_region
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."release_place"::text]
  FROM (
    SELECT t."id" AS "id", t."release_place" AS "release_place", t."code" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "country" "t"
    WHERE TRUE
    ORDER BY array_position(ARRAY['AO','BF','BI','BJ','BW','CD','CF','CG','CI','CM','CV','DJ','DZ','EG','ER','ET','GA','GH','GM','GN','GQ','GW','KE','KM','LR','LS','LY','MA','MG','ML','MR','MU','MW','MZ','NA','NE','NG','REGION','RW','SC','SD','SL','SN','SO','SS','ST','SZ','TD','TG','TN','TZ','UG','ZA','ZM','ZW'], t."code") ASC, t."id" ASC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."code"::text, t."zone"::text]
  FROM (
    SELECT t."id" AS "id", t."code" AS "code", t."zone" AS "zone", (CASE WHEN octet_length(t."code") = length(t."code") THEN lower(t."code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."code") AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "province" "t"
    WHERE TRUE
    ORDER BY (CASE WHEN octet_length(t."code") = length(t."code") THEN lower(t."code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."code") ASC, t."id" ASC
    LIMIT 100
  ) "t"
);

-- region_app
INSERT INTO "data_export" ("id", "created_by_id", "organisation_id", "root", "columns", "format", "byte_order_mark", "hxl", "purpose", "status", "rows", "bytes", "packed_bytes", "sha256", "made_at", "document", "variables", "session_id", "locale", "content_id", version, created_at, updated_at)
SELECT "id", "created_by_id", "organisation_id", "root", "columns", "format", "byte_order_mark", "hxl", "purpose", "status", "rows", "bytes", "packed_bytes", "sha256", "made_at", "document", "variables", "session_id", "locale", "content_id", 1, now(), now()
FROM json_to_recordset($1::json) AS v("id" uuid, "created_by_id" uuid, "organisation_id" uuid, "root" text, "columns" text[], "format" text, "byte_order_mark" boolean, "hxl" boolean, "purpose" text, "status" text, "rows" integer, "bytes" integer, "packed_bytes" integer, "sha256" text, "made_at" timestamp with time zone, "document" text, "variables" text, "session_id" uuid, "locale" text, "content_id" uuid);

-- region_app
INSERT INTO one_time_link (token_hash, kind, record_id, expires_at)
VALUES ($1, $2, $3::uuid, now() + $4::interval);

-- za_region
SELECT 'I08' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, NULL::bigint AS denominator
    FROM open_cell c
    WHERE c.counting = 'outreach'
    AND c.month = ANY($3::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period;

-- za_region
SELECT DISTINCT ON (o.code, s.is_baseline, s.year) o.code AS indicator, s.year, s.is_baseline AS "isBaseline", s.value_hundredths / 100.0::float8 AS value, s.numerator, s.respondents
FROM unnest($1::text[]) AS o (code)
JOIN survey_result s ON s.indicator_code = upper(o.code)
WHERE s.voided_at IS NULL
AND s.place IS NULL
AND (s.country_code IS NULL OR s.country_code = (
  SELECT z.code
  FROM country z
))
ORDER BY o.code, s.is_baseline, s.year, s.created_at DESC, s.id;

-- za_region
SELECT t.id::text AS id, t.indicator_code AS indicator, t.period, t.organisation_id::text AS organisation, t.province_id::text AS province, p.code AS "provinceCode", t.value_hundredths / 100.0::float8 AS value, t.version, f.id::text AS stream, f.donor, s.id::text AS "setBy", to_char(t.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "setAt"
FROM indicator_target t
LEFT JOIN province p ON p.id = t.province_id
LEFT JOIN funding_stream f ON (f.id = t.funding_stream_id AND (f."voided_at" IS NULL OR f."created_by_id" = $1))
LEFT JOIN (
  SELECT NULL::uuid AS id
) s ON false
WHERE (t."voided_at" IS NULL AND t.indicator_code = ANY($2::text[]) AND t.period = ANY($3::text[]) AND t.organisation_id IS NULL AND t.province_id IS NULL AND (t.funding_stream_id IS NULL OR (f.id IS NOT NULL AND f."voided_at" IS NULL)))
ORDER BY f.donor NULLS FIRST, t.id;

-- za_region
SELECT (
  SELECT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  FROM indicator_as_of
) AS "asOf", ($1::uuid IS NULL OR EXISTS (
  SELECT
  FROM organisation
  WHERE id = $2::uuid
))
AND ($3::uuid IS NULL OR EXISTS (
  SELECT
  FROM province
  WHERE id = $4::uuid
)) AS "isThere";

-- region_app
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

-- region_app
COMMIT;

-- region_region
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."columns"::text, t."format"::text, t."status"::text]
  FROM (
    SELECT t."id" AS "id", t."columns" AS "columns", t."format" AS "format", t."status" AS "status"
    FROM "data_export" "t"
    WHERE t.id = ANY($1::uuid[])
    AND TRUE
  ) "t"
);

-- region_app
SELECT expires_at::timestamptz(3) AS at
FROM one_time_link
WHERE token_hash = $1
AND expires_at > now()
AND used_at IS NULL;
