-- za_app
WITH p3 AS MATERIALIZED (
  SELECT NULL AS c0, t."unit" AS c1, t."status" AS c2, t."adopted_on" AS c3, t."checked_on" AS c4, t."sustained_after_months" AS c5, t3."name" AS c6, t3."id" AS c7, t4."title" AS c8, t4."edition" AS c9, t4."id" AS c10, t."id" AS c11
  FROM (
    SELECT t."unit" AS "unit", t."status" AS "status", t."adopted_on" AS "adopted_on", t."checked_on" AS "checked_on", t."sustained_after_months" AS "sustained_after_months", t."district_id" AS "district_id", t."procedure_id" AS "procedure_id", t."id" AS "id"
    FROM "procedure_adoption" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."status" = ANY($7::text[])
    ORDER BY t."updated_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t3."name" AS "name", t3."id" AS "id"
    FROM "district" "t3"
    WHERE t3."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t3" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t4."title" AS "title", t4."edition" AS "edition", t4."id" AS "id"
    FROM "material" "t4"
    WHERE t4."id" = t."procedure_id"
    AND (t4."voided_at" IS NULL OR t4."created_by_id" = $1)
    LIMIT 1
  ) "t4" ON TRUE
)
SELECT session_stands($2::uuid, $1::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."kind"::text, t."title"::text, t."edition"::text, t."language"::text, t."issued_on"::text, t1."edition"::text, t1."id"::text, t."id"::text]
  FROM (
    SELECT t."kind" AS "kind", t."title" AS "title", t."edition" AS "edition", t."language" AS "language", t."issued_on" AS "issued_on", t."supersedes_id" AS "supersedes_id", t."id" AS "id"
    FROM "material" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    ORDER BY t."issued_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."edition" AS "edition", t1."id" AS "id"
    FROM "material" "t1"
    WHERE t1."id" = t."supersedes_id"
    AND (t1."voided_at" IS NULL OR t1."created_by_id" = $1)
    LIMIT 1
  ) "t1" ON TRUE
), ARRAY(
  SELECT ARRAY[NULL::text, t."recipient_unit"::text, t."copies"::text, t."channel"::text, t."disseminated_on"::text, t2."title"::text, t2."edition"::text, t2."id"::text, t."id"::text]
  FROM (
    SELECT t."recipient_unit" AS "recipient_unit", t."copies" AS "copies", t."channel" AS "channel", t."disseminated_on" AS "disseminated_on", t."material_id" AS "material_id", t."id" AS "id"
    FROM "dissemination" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."recipient_kind" = $8::text
    ORDER BY t."disseminated_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t2."title" AS "title", t2."edition" AS "edition", t2."id" AS "id"
    FROM "material" "t2"
    WHERE t2."id" = t."material_id"
    AND (t2."voided_at" IS NULL OR t2."created_by_id" = $1)
    LIMIT 1
  ) "t2" ON TRUE
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "dissemination" "t"
  WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
  AND t."recipient_kind" = $9::text
)]], ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text]
  FROM p3
), ARRAY(
  SELECT ARRAY[p.key::text, t."checked_on"::text, t."in_practice"::text, t."compliance_score"::text, t."months_since_adoption"::text, t."id"::text]
  FROM (
    SELECT c11 AS key
    FROM p3
  ) p
  CROSS JOIN LATERAL (
    SELECT t."checked_on" AS "checked_on", t."in_practice" AS "in_practice", t."compliance_score" AS "compliance_score", t."months_since_adoption" AS "months_since_adoption", t."id" AS "id"
    FROM "adoption_check" "t"
    WHERE (t."adoption_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $1) AND t."voided_at" IS NULL)
    ORDER BY t."checked_on" DESC, t."id" DESC
    LIMIT 3
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "procedure_adoption" "t"
  WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
  AND t."status" = ANY($10::text[])
)]];
