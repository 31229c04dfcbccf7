-- bw_region, mz_region, region_region, za_region, zw_region
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."kind"::text, t."level"::text, t."outcome"::text, t."stage"::text, t."activity_on"::text]
  FROM (
    SELECT t."id" AS "id", t."kind" AS "kind", t."level" AS "level", t."outcome" AS "outcome", t."stage" AS "stage", t."activity_on" AS "activity_on", t."activity_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "advocacy_activity" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    ORDER BY t."activity_on" ASC, t."id" ASC
    LIMIT 101
  ) "t"
);
