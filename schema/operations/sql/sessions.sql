-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."version" AS c5, t."number" AS c6, t."status" AS c7, t."planned_at" AS c8, t."mode" AS c9, t."place" AS c10, t1."id" AS c11, t1."survivor_code" AS c12, t1."planned_sessions" AS c13, t."$n" AS c14
  FROM (
    SELECT "t".*, row_number() OVER () AS "$n"
    FROM (
      SELECT t."id" AS "id", t."version" AS "version", t."number" AS "number", t."status" AS "status", t."planned_at" AS "planned_at", t."mode" AS "mode", t."place" AS "place", t."referral_id" AS "referral_id", t."planned_at" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
      FROM "service_session" "t"
      WHERE (((t."provider_id" = $1 AND NOT (t."case_id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))) AND t."voided_at" IS NULL) AND t."voided_at" IS NULL)
      AND t."status" = $8::text
      ORDER BY coalesce(t."planned_at", 'infinity'::timestamptz) ASC, t."id" ASC
      LIMIT 51
    ) "t"
    LIMIT $9
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."id" AS "id", t1."survivor_code" AS "survivor_code", t1."planned_sessions" AS "planned_sessions"
    FROM "referral" "t1"
    WHERE t1."id" = t."referral_id"
    AND (t1."to_organisation_id" = $1 AND t1."status" <> 'DRAFT' AND NOT (t1."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))))
    LIMIT 1
  ) "t1" ON TRUE
), p1 AS MATERIALIZED (
  SELECT p.key AS c0, t."service_type" AS c1, t."result" AS c2, t."given_at" AS c3, t."id" AS c4, t."$subject" AS c5
  FROM (
    SELECT DISTINCT c11 AS key
    FROM p0
    WHERE c14 <= $10
  ) p
  CROSS JOIN LATERAL (
    SELECT t."service_type" AS "service_type", t."result" AS "result", t."given_at" AS "given_at", t."id" AS "id", (
      SELECT ts."survivor_id"
      FROM "case" "ts"
      WHERE ts."id" = t."case_id"
    ) AS "$subject"
    FROM "service_delivery" "t"
    LEFT JOIN data_key k ON k.id = t."data_key_id"
    WHERE (t."referral_id" = p.key AND ((t."provider_id" = $1 AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))) AND (t."voided_at" IS NULL OR t."created_by_id" = $2)) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'ServiceDelivery', 'SERVICE_RECORD', $11::text, c4, c5
    FROM p1
    WHERE c4 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text]
  FROM p1
);
