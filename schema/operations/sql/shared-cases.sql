-- bw_region, za_region, zw_region
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."opened_month" AS c5, t1."code" AS c6, t1."name" AS c7, t1."id" AS c8, t."status" AS c9, t."gender_identity" AS c10, t."age_band" AS c11
  FROM (
    SELECT t."id" AS "id", t."opened_month" AS "opened_month", t."province_id" AS "province_id", t."status" AS "status", t."gender_identity" AS "gender_identity", t."age_band" AS "age_band", t."opened_month" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "shared_case" "t"
    WHERE TRUE
    ORDER BY t."opened_month" DESC, t."id" DESC
    LIMIT 50
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."code" AS "code", t1."name" AS "name", t1."id" AS "id"
    FROM "province" "t1"
    WHERE t1."id" = t."province_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
)
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."month"::text, t."gbvims_type"::text, t."harm_kinds"::text, t."perpetrator_categories"::text, t."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."month" AS "month", t."gbvims_type" AS "gbvims_type", t."harm_kinds" AS "harm_kinds", t."perpetrator_categories" AS "perpetrator_categories", t."id" AS "id"
    FROM "shared_incident" "t"
    WHERE t."shared_case_id" = p.key
    AND TRUE
    ORDER BY t."month" DESC, t."id" DESC
    LIMIT 20
  ) "t"
);
