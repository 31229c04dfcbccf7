-- bw_region, mz_region, region_region, za_region, zw_region
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."name" AS c5, t."ally_type" AS c6, t."level" AS c7, t."engaged_on" AS c8, t."mou_signed_on" AS c9
  FROM (
    SELECT t."id" AS "id", t."name" AS "name", t."ally_type" AS "ally_type", t."level" AS "level", t."engaged_on" AS "engaged_on", t."mou_signed_on" AS "mou_signed_on", t."engaged_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "ally" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."ended_on" IS NULL
    ORDER BY t."engaged_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
)
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."acted_on"::text, t."kind"::text, t."outcome"::text, t."evidence_url"::text, t1."title"::text, t1."stage"::text, t1."id"::text, t."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."acted_on" AS "acted_on", t."kind" AS "kind", t."outcome" AS "outcome", t."evidence_url" AS "evidence_url", t."advocacy_activity_id" AS "advocacy_activity_id", t."id" AS "id"
    FROM "ally_action" "t"
    WHERE (t."ally_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $2) AND t."voided_at" IS NULL)
    ORDER BY t."acted_on" DESC, t."id" DESC
    LIMIT 5
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."title" AS "title", t1."stage" AS "stage", t1."id" AS "id"
    FROM "advocacy_activity" "t1"
    WHERE t1."id" = t."advocacy_activity_id"
    AND (t1."voided_at" IS NULL OR t1."created_by_id" = $2)
    LIMIT 1
  ) "t1" ON TRUE
), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."outlet"::text, t."title"::text, t."published_on"::text, t."reach"::text, t."credit"::text, t."consent_of_shown"::text]
  FROM (
    SELECT t."id" AS "id", t."outlet" AS "outlet", t."title" AS "title", t."published_on" AS "published_on", t."reach" AS "reach", t."credit" AS "credit", t."consent_of_shown" AS "consent_of_shown", t."published_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "media_piece" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."tone" = $7::text
    ORDER BY t."published_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."kind"::text, t."title"::text, t."url"::text, t."doi"::text]
  FROM (
    SELECT t."id" AS "id", t."kind" AS "kind", t."title" AS "title", t."url" AS "url", t."doi" AS "doi", t."published_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "knowledge_product" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    ORDER BY t."published_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
);
