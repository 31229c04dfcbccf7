-- bw_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."kind" AS c2, t."file_name" AS c3, t."status" AS c4, t."rows_read" AS c5, t."rows_made" AS c6, t."rows_known" AS c7, t."rows_refused" AS c8
  FROM (
    SELECT t."id" AS "id", t."kind" AS "kind", t."file_name" AS "file_name", t."status" AS "status", t."rows_read" AS "rows_read", t."rows_made" AS "rows_made", t."rows_known" AS "rows_known", t."rows_refused" AS "rows_refused"
    FROM "data_import" "t"
    WHERE t."organisation_id" = $1
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 10
  ) "t"
)
SELECT session_stands($2::uuid, $3::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."finding"::text, t."row"::text, t."column"::text, t."path"::text, t."message_en"::text, t."message_pt"::text, t."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."finding" AS "finding", t."row" AS "row", t."column" AS "column", t."path" AS "path", t."message_en" AS "message_en", t."message_pt" AS "message_pt", t."id" AS "id"
    FROM "import_row_finding" "t"
    WHERE t."data_import_id" = p.key
    AND TRUE
    ORDER BY t."row" ASC, t."id" ASC
    LIMIT 20
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "data_import" "t"
  WHERE t."organisation_id" = $1
)]];
