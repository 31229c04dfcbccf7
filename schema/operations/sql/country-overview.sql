-- mz_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."display_id" AS c1, t."status" AS c2, t."source" AS c3, t1."age_band" AS c4, t1."gender_identity" AS c5, t1."id" AS c6, t."id" AS c7
  FROM (
    SELECT t."display_id" AS "display_id", t."status" AS "status", t."source" AS "source", t."survivor_id" AS "survivor_id", t."id" AS "id"
    FROM "case" "t"
    WHERE ((t."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t."id"
      AND m.member_id = $1
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $1
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $1
      AND x.voided_at IS NULL
    )))))) AND (t."status" <> 'DRAFT' OR $1 IN (t."created_by_id", t."owner_id")))
    ORDER BY t."opened_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."age_band" AS "age_band", t1."gender_identity" AS "gender_identity", t1."id" AS "id"
    FROM "survivor" "t1"
    WHERE t1."id" = t."survivor_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
), p1 AS MATERIALIZED (
  SELECT p.key AS c0, t."occurred_month" AS c1, t."gbvims_type" AS c2, t2."name" AS c3, t2."id" AS c4, t."id" AS c5
  FROM (
    SELECT c7 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."occurred_month" AS "occurred_month", t."gbvims_type" AS "gbvims_type", t."district_id" AS "district_id", t."id" AS "id"
    FROM "incident" "t"
    WHERE (t."case_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $1) AND t."voided_at" IS NULL)
    ORDER BY t."reported_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t2."name" AS "name", t2."id" AS "id"
    FROM "district" "t2"
    WHERE t2."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
)
SELECT session_stands($2::uuid, $1::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text]
  FROM p1
), ARRAY(
  SELECT ARRAY[p.key::text, t."category"::text, t."id"::text]
  FROM (
    SELECT c5 AS key
    FROM p1
  ) p
  CROSS JOIN LATERAL (
    SELECT t."category" AS "category", t."id" AS "id"
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
  FROM "case" "t"
  WHERE ((t."restricted_at" IS NULL OR (t."id" IN (
    SELECT m.case_id
    FROM case_member m
    WHERE m.member_id = $1
    AND m.ended_at IS NULL
  ) OR (t."owner_id" = ANY(ARRAY(
    SELECT d.absent_id
    FROM deputyship d
    WHERE d.deputy_id = $1
    AND d.starts_at <= now()
    AND d.ends_at > now()
  )) AND NOT (t."id" = ANY(ARRAY(
    SELECT x.case_id
    FROM accused_colleague x
    WHERE x.accused_id = $1
    AND x.voided_at IS NULL
  )))))) AND (t."status" <> 'DRAFT' OR $1 IN (t."created_by_id", t."owner_id")))
)]];
