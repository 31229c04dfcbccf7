-- zw_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."type" AS c2, t."held_on" AS c3, t1."name" AS c4, t1."id" AS c5, t."topics" AS c6, t."resulting_cases" AS c7, t."resulting_referrals" AS c8
  FROM (
    SELECT t."id" AS "id", t."type" AS "type", t."held_on" AS "held_on", t."district_id" AS "district_id", t."topics" AS "topics", t."resulting_cases" AS "resulting_cases", t."resulting_referrals" AS "resulting_referrals"
    FROM "outreach_activity" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND (t."held_on" >= $7::date AND t."status" = $8::text)
    ORDER BY t."held_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "district" "t1"
    WHERE t1."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
)
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."gender_identity"::text, t."age_band"::text, t."kind"::text, t."people"::text, t."contacts"::text, t."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."gender_identity" AS "gender_identity", t."age_band" AS "age_band", t."kind" AS "kind", t."people" AS "people", t."contacts" AS "contacts", t."id" AS "id"
    FROM "outreach_reach" "t"
    WHERE (t."activity_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $2) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[p.key::text, t."kind"::text, t."quantity"::text, t."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."kind" AS "kind", t."quantity" AS "quantity", t."id" AS "id"
    FROM "supply_distribution" "t"
    WHERE (t."outreach_activity_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $2) AND t."voided_at" IS NULL)
    ORDER BY t."given_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "outreach_activity" "t"
  WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
  AND (t."held_on" >= $9::date AND t."status" = $10::text)
)]], ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "service_slip" "t"
  WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
  AND (t."given_on" >= $11::date AND t."status" = $12::text)
)]], ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "service_slip" "t"
  WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
  AND t."given_on" >= $13::date
)]];
