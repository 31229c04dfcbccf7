-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."display_id" AS c5, t."version" AS c6, t."status" AS c7, t."risk_level" AS c8, t."opened_at" AS c9, t1."name" AS c10, t1."id" AS c11, t2."id" AS c12, t2."name" AS c13, t."$n" AS c14
  FROM (
    SELECT "t".*, row_number() OVER () AS "$n"
    FROM (
      SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version", t."status" AS "status", t."risk_level" AS "risk_level", t."opened_at" AS "opened_at", t."owner_id" AS "owner_id", t."organisation_id" AS "organisation_id", t."opened_at" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
      FROM "case" "t"
      WHERE (t."organisation_id" = $1 AND ((t."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (t."status" <> 'DRAFT' OR ($2 IN (t."created_by_id", t."owner_id") OR t."imported"))))
      AND t."status" = ANY($7::text[])
      ORDER BY t."opened_at" DESC, t."id" DESC
      LIMIT 51
    ) "t"
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "staff_member" "t1"
    WHERE t1."id" = t."owner_id"
    AND ((t1."organisation_id" = $1 OR t1."moving_to_id" = $1) OR t1."id" = ANY(ARRAY(
      SELECT unnest(CASE WHEN c.outside_supervisor_id = $2 THEN ARRAY(
        SELECT o.member_id
        FROM case_member o
        WHERE o.case_id = c.id
        UNION
        SELECT x.accused_id
        FROM accused_colleague x
        WHERE x.case_id = c.id
        AND x.voided_at IS NULL
      ) ELSE ARRAY[c.outside_supervisor_id] END)
      FROM "case" c
      WHERE c.outside_supervisor_id IS NOT NULL
      AND EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = c.id
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      )
    )))
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."id" AS "id", t2."name" AS "name"
    FROM "organisation" "t2"
    WHERE t2."id" = t."organisation_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
)
SELECT session_stands($3::uuid, $2::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."category"::text, t."status"::text, t3."name"::text, t3."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p0
    WHERE c14 <= $8
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."category" AS "category", t."status" AS "status", t."to_organisation_id" AS "to_organisation_id"
    FROM "referral" "t"
    WHERE t."case_id" = p.key
    AND TRUE
    ORDER BY t."requested_at" DESC, t."id" DESC
    LIMIT 3
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t3."name" AS "name", t3."id" AS "id"
    FROM "organisation" "t3"
    WHERE t3."id" = t."to_organisation_id"
    AND TRUE
    LIMIT 1
  ) "t3" ON TRUE
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "case" "t"
  WHERE (t."organisation_id" = $1 AND ((t."restricted_at" IS NULL OR (t."id" IN (
    SELECT m.case_id
    FROM case_member m
    WHERE m.member_id = $2
    AND m.ended_at IS NULL
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
  )))))) AND (t."status" <> 'DRAFT' OR ($2 IN (t."created_by_id", t."owner_id") OR t."imported"))))
  AND t."status" = ANY($9::text[])
)]];
