-- bw_region, za_region, zw_region
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."period"::text, t."edition"::text, t."k"::text, t."suppressed_share"::text]
  FROM (
    SELECT t."id" AS "id", t."period" AS "period", t."edition" AS "edition", t."k" AS "k", t."suppressed_share" AS "suppressed_share", t."starts_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "release" "t"
    WHERE TRUE
    ORDER BY t."starts_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t1."period"::text, t1."id"::text, t2."code"::text, t2."name"::text, t2."id"::text, t."zone"::text, t."gender_identity"::text, t."age_band"::text, t."generalised"::text]
  FROM (
    SELECT t."id" AS "id", t."release_id" AS "release_id", t."province_id" AS "province_id", t."zone" AS "zone", t."gender_identity" AS "gender_identity", t."age_band" AS "age_band", t."generalised" AS "generalised", t."starts_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "released_case" "t"
    WHERE TRUE
    ORDER BY t."starts_on" DESC, t."id" DESC
    LIMIT 50
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."period" AS "period", t1."id" AS "id"
    FROM "release" "t1"
    WHERE t1."id" = t."release_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."code" AS "code", t2."name" AS "name", t2."id" AS "id"
    FROM "province" "t2"
    WHERE t2."id" = t."province_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "released_case" "t"
  WHERE TRUE
)]], ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t3."period"::text, t3."id"::text, t4."code"::text, t4."id"::text, t."zone"::text, t."age_band"::text, t."gbvims_type"::text, t."perpetrator_group"::text]
  FROM (
    SELECT t."id" AS "id", t."release_id" AS "release_id", t."province_id" AS "province_id", t."zone" AS "zone", t."age_band" AS "age_band", t."gbvims_type" AS "gbvims_type", t."perpetrator_group" AS "perpetrator_group", t."starts_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "released_incident" "t"
    WHERE TRUE
    ORDER BY t."starts_on" DESC, t."id" DESC
    LIMIT 50
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t3."period" AS "period", t3."id" AS "id"
    FROM "release" "t3"
    WHERE t3."id" = t."release_id"
    AND TRUE
    LIMIT 1
  ) "t3" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t4."code" AS "code", t4."id" AS "id"
    FROM "province" "t4"
    WHERE t4."id" = t."province_id"
    AND TRUE
    LIMIT 1
  ) "t4" ON TRUE
);
