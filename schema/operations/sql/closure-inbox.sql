-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."version" AS c2, t."display_id" AS c3, t."closure_reason" AS c4, t."closure_requested_at" AS c5, t1."name" AS c6, t1."id" AS c7, t."safety_plan_reviewed" AS c8
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."display_id" AS "display_id", t."closure_reason" AS "closure_reason", t."closure_requested_at" AS "closure_requested_at", t."closure_requested_by_id" AS "closure_requested_by_id", t."safety_plan_reviewed" AS "safety_plan_reviewed"
    FROM "case" "t"
    WHERE (t."organisation_id" = $1 AND (t."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t."id"
      AND m.member_id = $2
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))))
    AND t."status" = $7::text
    ORDER BY t."opened_at" ASC, t."id" ASC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "staff_member" "t1"
    WHERE t1."id" = t."closure_requested_by_id"
    AND (t1."organisation_id" = $1 OR t1."moving_to_id" = $1)
    LIMIT 1
  ) "t1" ON TRUE
)
SELECT session_stands($3::uuid, $2::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, (
    SELECT count(*)::text
    FROM "referral" "t"
    WHERE t."case_id" = p.key
    AND TRUE
    AND t."status" = ANY($8::text[])
  )]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
);
