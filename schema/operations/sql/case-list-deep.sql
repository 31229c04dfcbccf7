-- za_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."display_id"::text, t."version"::text, t."status"::text, t."risk_level"::text, t."opened_at"::text, t."updated_at"::text]
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version", t."status" AS "status", t."risk_level" AS "risk_level", t."opened_at" AS "opened_at", t."updated_at" AS "updated_at", t."opened_at" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "case" "t"
    WHERE ((t."restricted_at" IS NULL OR (EXISTS (
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
    )))))) AND (t."status" <> 'DRAFT' OR $2 IN (t."created_by_id", t."owner_id")))
    AND (t."opened_at" <= $7::timestamptz AND (t."opened_at", t."id") < ($8::timestamptz, $9::uuid))
    ORDER BY t."opened_at" DESC, t."id" DESC
    LIMIT 26
  ) "t"
);
