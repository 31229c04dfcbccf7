-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."display_id" AS c1, t."version" AS c2, t."source" AS c3, t."status" AS c4, t."workflow_stage" AS c5, t."priority" AS c6, t."risk_level" AS c7, t."closure_reason" AS c8, t1."age_band" AS c9, t1."gender_identity" AS c10, t1."preferred_language" AS c11, t1."id" AS c12, t."id" AS c13
  FROM (
    SELECT t."display_id" AS "display_id", t."version" AS "version", t."source" AS "source", t."status" AS "status", t."workflow_stage" AS "workflow_stage", t."priority" AS "priority", t."risk_level" AS "risk_level", t."closure_reason" AS "closure_reason", t."survivor_id" AS "survivor_id", t."id" AS "id"
    FROM "case" "t"
    WHERE t.id = ANY($7::uuid[])
    AND (t."organisation_id" = $1 AND (t."restricted_at" IS NULL OR (EXISTS (
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
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."age_band" AS "age_band", t1."gender_identity" AS "gender_identity", t1."preferred_language" AS "preferred_language", t1."id" AS "id"
    FROM "survivor" "t1"
    WHERE t1."id" = t."survivor_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
), p1 AS MATERIALIZED (
  SELECT p.key AS c0, t."occurred_month" AS c1, t."gbvims_type" AS c2, t."violation_types" AS c3, t."violence_forms" AS c4, t."harm_kinds" AS c5, t."location_type" AS c6, t2."code" AS c7, t2."name" AS c8, t2."id" AS c9, t."id" AS c10
  FROM (
    SELECT c13 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."occurred_month" AS "occurred_month", t."gbvims_type" AS "gbvims_type", t."violation_types" AS "violation_types", t."violence_forms" AS "violence_forms", t."harm_kinds" AS "harm_kinds", t."location_type" AS "location_type", t."district_id" AS "district_id", t."id" AS "id"
    FROM "incident" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."reported_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t2."code" AS "code", t2."name" AS "name", t2."id" AS "id"
    FROM "district" "t2"
    WHERE t2."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
)
SELECT session_stands($3::uuid, $2::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text]
  FROM p1
), ARRAY(
  SELECT ARRAY[p.key::text, t."actor_kind"::text, t."category"::text, t."relationship"::text, t."rank"::text, t."sex"::text, t."age_group"::text, t."uniformed"::text, t."count"::text, t."id"::text]
  FROM (
    SELECT c10 AS key
    FROM p1
  ) p
  CROSS JOIN LATERAL (
    SELECT t."actor_kind" AS "actor_kind", t."category" AS "category", t."relationship" AS "relationship", t."rank" AS "rank", t."sex" AS "sex", t."age_group" AS "age_group", t."uniformed" AS "uniformed", t."count" AS "count", t."id" AS "id"
    FROM "alleged_perpetrator" "t"
    WHERE (t."incident_id" = p.key AND EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND ((tp."organisation_id" = $1 AND (tp."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = tp."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (tp."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (tp."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      ))))))) AND NOT ((tp."closed_off_at" IS NOT NULL OR tp."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = tp."survivor_id"
        AND o.organisation_id = tp."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = tp."id" OFFSET 0
      ))))
    ) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[p.key::text, t."category"::text, t."service_type"::text, t."urgency"::text, t."status"::text, t."outcome"::text, t."rejected_reason"::text, t."shared_fields"::text, t."id"::text]
  FROM (
    SELECT c13 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."category" AS "category", t."service_type" AS "service_type", t."urgency" AS "urgency", t."status" AS "status", t."outcome" AS "outcome", t."rejected_reason" AS "rejected_reason", t."shared_fields" AS "shared_fields", t."id" AS "id"
    FROM "referral" "t"
    WHERE t."case_id" = p.key
    AND TRUE
    ORDER BY t."requested_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
);
