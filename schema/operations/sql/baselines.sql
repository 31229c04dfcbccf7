-- za_app
WITH p3 AS MATERIALIZED (
  SELECT NULL AS c0, t."name" AS c1, t."outcome" AS c2, t."id" AS c3
  FROM (
    SELECT t."name" AS "name", t."outcome" AS "outcome", t."id" AS "id"
    FROM "intervention" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."maturity" = $7::text
    ORDER BY t."started_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
)
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."code"::text, t."name_en"::text, t."country_codes"::text, t."first_year"::text, t."last_year"::text, t."id"::text]
  FROM (
    SELECT t."code" AS "code", t."name_en" AS "name_en", t."country_codes" AS "country_codes", t."first_year" AS "first_year", t."last_year" AS "last_year", t."id" AS "id"
    FROM "programme_phase" "t"
    WHERE TRUE
    ORDER BY t."first_year" ASC, t."id" ASC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."title"::text, t."indicator_code"::text, t."country_code"::text, t."year"::text, t."unit"::text, t."value_hundredths"::text, t."ci_low_hundredths"::text, t."ci_high_hundredths"::text, t."respondents"::text, t."source"::text, t1."code"::text, t1."id"::text, t."id"::text]
  FROM (
    SELECT t."title" AS "title", t."indicator_code" AS "indicator_code", t."country_code" AS "country_code", t."year" AS "year", t."unit" AS "unit", t."value_hundredths" AS "value_hundredths", t."ci_low_hundredths" AS "ci_low_hundredths", t."ci_high_hundredths" AS "ci_high_hundredths", t."respondents" AS "respondents", t."source" AS "source", t."phase_id" AS "phase_id", t."id" AS "id"
    FROM "survey_result" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."is_baseline" = $8::boolean
    ORDER BY t."year" DESC, t."id" DESC
    LIMIT 50
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."code" AS "code", t1."id" AS "id"
    FROM "programme_phase" "t1"
    WHERE t1."id" = t."phase_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
), ARRAY(
  SELECT ARRAY[NULL::text, t."donor"::text, t."conduit"::text, t."starts_on"::text, t."ends_on"::text, t2."name"::text, t2."id"::text, t."id"::text]
  FROM (
    SELECT t."donor" AS "donor", t."conduit" AS "conduit", t."starts_on" AS "starts_on", t."ends_on" AS "ends_on", t."organisation_id" AS "organisation_id", t."id" AS "id"
    FROM "funding_stream" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    ORDER BY t."starts_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t2."name" AS "name", t2."id" AS "id"
    FROM "organisation" "t2"
    WHERE t2."id" = t."organisation_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text]
  FROM p3
), ARRAY(
  SELECT ARRAY[p.key::text, t."title"::text, t."status"::text, t."id"::text]
  FROM (
    SELECT c3 AS key
    FROM p3
  ) p
  CROSS JOIN LATERAL (
    SELECT t."title" AS "title", t."status" AS "status", t."id" AS "id"
    FROM "training" "t"
    WHERE (t."intervention_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $2) AND t."voided_at" IS NULL)
    ORDER BY t."start_on" DESC, t."id" DESC
    LIMIT 5
  ) "t"
);
