-- za_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."root"::text, t."columns"::text, t."format"::text, t."purpose"::text, t."status"::text, t."rows"::text, t."bytes"::text, t."sha256"::text, t."made_at"::text, t1."name"::text, t1."id"::text, t."id"::text]
  FROM (
    SELECT t."root" AS "root", t."columns" AS "columns", t."format" AS "format", t."purpose" AS "purpose", t."status" AS "status", t."rows" AS "rows", t."bytes" AS "bytes", t."sha256" AS "sha256", t."made_at" AS "made_at", t."organisation_id" AS "organisation_id", t."id" AS "id"
    FROM "data_export" "t"
    WHERE TRUE
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 10
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "organisation" "t1"
    WHERE t1."id" = t."organisation_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "data_export" "t"
  WHERE TRUE
)]];
