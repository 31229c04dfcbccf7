-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."occurred_month" AS c5, t."gbvims_type" AS c6, t."violation_types" AS c7, t."violence_forms" AS c8, t."harm_kinds" AS c9, t."location_type" AS c10, t."reported_elsewhere" AS c11, t1."code" AS c12, t1."name" AS c13, t2."code" AS c14, t2."id" AS c15, t1."id" AS c16, t."$n" AS c17
  FROM (
    SELECT "t".*, row_number() OVER () AS "$n"
    FROM (
      SELECT t."id" AS "id", t."occurred_month" AS "occurred_month", t."gbvims_type" AS "gbvims_type", t."violation_types" AS "violation_types", t."violence_forms" AS "violence_forms", t."harm_kinds" AS "harm_kinds", t."location_type" AS "location_type", t."reported_elsewhere" AS "reported_elsewhere", t."district_id" AS "district_id", t."occurred_month" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
      FROM "incident" "t"
      WHERE ((EXISTS (
        SELECT 1
        FROM "case" "tp"
        WHERE (tp."id" = t."case_id" AND ((tp."restricted_at" IS NULL OR (EXISTS (
          SELECT 1
          FROM case_member m
          WHERE m.case_id = tp."id"
          AND m.member_id = $1
          AND m.ended_at IS NULL OFFSET 0
        ) OR (tp."owner_id" = ANY(ARRAY(
          SELECT d.absent_id
          FROM deputyship d
          WHERE d.deputy_id = $1
          AND d.starts_at <= now()
          AND d.ends_at > now()
        )) AND NOT (tp."id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $1
          AND x.voided_at IS NULL
        )))))) AND (tp."status" <> 'DRAFT' OR $1 IN (tp."created_by_id", tp."owner_id"))))
      ) AND t."voided_at" IS NULL) AND t."voided_at" IS NULL)
      AND (t."violation_types" && $7::text[] AND t."consent_reporting" = $8::boolean)
      ORDER BY coalesce(t."occurred_month", '-infinity'::date) DESC, t."id" DESC
      LIMIT 101
    ) "t"
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."code" AS "code", t1."name" AS "name", t1."province_id" AS "province_id", t1."id" AS "id"
    FROM "district" "t1"
    WHERE t1."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."code" AS "code", t2."id" AS "id"
    FROM "province" "t2"
    WHERE t2."id" = t1."province_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
)
SELECT session_stands($2::uuid, $1::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text, c17::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."category"::text, t."relationship"::text, t."uniformed"::text, t."count"::text, t."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p0
    WHERE c17 <= $9
  ) p
  CROSS JOIN LATERAL (
    SELECT t."category" AS "category", t."relationship" AS "relationship", t."uniformed" AS "uniformed", t."count" AS "count", t."id" AS "id"
    FROM "alleged_perpetrator" "t"
    WHERE (t."incident_id" = p.key AND (EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND ((tp."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = tp."id"
        AND m.member_id = $1
        AND m.ended_at IS NULL OFFSET 0
      ) OR (tp."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $1
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (tp."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $1
        AND x.voided_at IS NULL
      )))))) AND (tp."status" <> 'DRAFT' OR $1 IN (tp."created_by_id", tp."owner_id"))) AND NOT ((tp."closed_off_at" IS NOT NULL OR tp."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = tp."survivor_id"
        AND o.organisation_id = tp."organisation_id"
        AND o.closed_off_at IS NOT NULL
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.case_id = tp."id"
        AND g.grantee_id = $1
        AND g.ends_at > now() OFFSET 0
      )))
    ) AND (t."voided_at" IS NULL OR t."created_by_id" = $1)) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "incident" "t"
  WHERE ((EXISTS (
    SELECT 1
    FROM "case" "tp"
    WHERE (tp."id" = t."case_id" AND ((tp."restricted_at" IS NULL OR (tp."id" IN (
      SELECT m.case_id
      FROM case_member m
      WHERE m.member_id = $1
      AND m.ended_at IS NULL
    ) OR (tp."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $1
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (tp."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $1
      AND x.voided_at IS NULL
    )))))) AND (tp."status" <> 'DRAFT' OR $1 IN (tp."created_by_id", tp."owner_id"))))
  ) AND t."voided_at" IS NULL) AND t."voided_at" IS NULL)
  AND (t."violation_types" && $10::text[] AND t."consent_reporting" = $11::boolean)
)]];
