-- bw_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."created_at"::text, t."actor_id"::text, t."actor_role"::text, t."entity"::text, t."record_id"::text, t."survivor_id"::text, t."purpose"::text, t."request_id"::text, t."id"::text]
  FROM (
    SELECT t."created_at" AS "created_at", t."actor_id" AS "actor_id", t."actor_role" AS "actor_role", t."entity" AS "entity", t."record_id" AS "record_id", t."survivor_id" AS "survivor_id", t."purpose" AS "purpose", t."request_id" AS "request_id", t."id" AS "id"
    FROM "access_log_entry" "t"
    WHERE CASE WHEN t."survivor_id" IS NULL THEN (t."record_id" IS NULL OR NOT ((EXISTS (
      SELECT 1
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ) OR EXISTS (
      SELECT 1
      FROM erasure e
      WHERE $2 = ANY(e."shut_out"::uuid[])
    )) OR (t."entity" = 'AccusedColleague' AND EXISTS (
      SELECT 1
      FROM accused_colleague x
      JOIN "case" c ON c.id = x.case_id
      WHERE x.id = t."record_id"
      AND c.restricted_at IS NOT NULL
      AND NOT (c."restricted_at" IS NULL OR NOT (c."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      ))))
    )))) ELSE NOT EXISTS (
      SELECT
      FROM "case" c
      WHERE c.survivor_id = t."survivor_id"
      AND c.restricted_at IS NOT NULL
      AND NOT (c."restricted_at" IS NULL OR NOT (c."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))) OFFSET 0
    )
    AND t."survivor_id" <> ALL(ARRAY(
      SELECT e.survivor_id
      FROM erasure e
      WHERE e.survivor_id IS NOT NULL
      AND $2 = ANY(e."shut_out"::uuid[])
    )) END
    AND t."data_class" = $7::text
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "access_log_entry" "t"
  WHERE CASE WHEN t."survivor_id" IS NULL THEN (t."record_id" IS NULL OR NOT ((EXISTS (
    SELECT 1
    FROM accused_colleague x
    WHERE x.accused_id = $2
    AND x.voided_at IS NULL
  ) OR EXISTS (
    SELECT 1
    FROM erasure e
    WHERE $2 = ANY(e."shut_out"::uuid[])
  )) OR (t."entity" = 'AccusedColleague' AND EXISTS (
    SELECT 1
    FROM accused_colleague x
    JOIN "case" c ON c.id = x.case_id
    WHERE x.id = t."record_id"
    AND c.restricted_at IS NOT NULL
    AND NOT (c."restricted_at" IS NULL OR NOT (c."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))))
  )))) ELSE t."survivor_id" NOT IN (
    SELECT c.survivor_id
    FROM "case" c
    WHERE c.survivor_id IS NOT NULL
    AND c.restricted_at IS NOT NULL
    AND NOT (c."restricted_at" IS NULL OR NOT (c."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))))
  )
  AND t."survivor_id" <> ALL(ARRAY(
    SELECT e.survivor_id
    FROM erasure e
    WHERE e.survivor_id IS NOT NULL
    AND $2 = ANY(e."shut_out"::uuid[])
  )) END
  AND t."data_class" = $8::text
)]];
