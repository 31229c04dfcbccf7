-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."version" AS c2, t."status" AS c3, t."channel" AS c4, t."risk_level" AS c5, t1."name" AS c6, t1."urban" AS c7, t1."id" AS c8, t."raised_at" AS c9, t."ack_due_at" AS c10, t."escalated_at" AS c11, t."on_site_due_at" AS c12, t2."name" AS c13, t2."id" AS c14, encode(t4."place", 'hex') AS c15, t4."id" AS c16, t4."data_key_id" AS c17, t4."$wrapped" AS c18, encode(t4."known", 'hex') AS c19, t4."$subject" AS c20, encode(t5."telephone", 'hex') AS c21, t5."id" AS c22, t5."data_key_id" AS c23, t5."$wrapped" AS c24, t5."$subject" AS c25
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status", t."channel" AS "channel", t."risk_level" AS "risk_level", t."district_id" AS "district_id", t."raised_at" AS "raised_at", t."ack_due_at" AS "ack_due_at", t."escalated_at" AS "escalated_at", t."on_site_due_at" AS "on_site_due_at", t."acknowledger_id" AS "acknowledger_id"
    FROM "emergency_alert" "t"
    WHERE (t."organisation_id" = $1 AND (t."case_id" IS NULL OR (t."resolved_at" IS NULL AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))) OR EXISTS (
      SELECT 1
      FROM "case" ac
      WHERE ac.id = t."case_id"
      AND ((ac."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = ac."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (ac."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (ac."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (ac."status" <> 'DRAFT' OR ($2 IN (ac."created_by_id", ac."owner_id") OR ac."imported"))) OFFSET 0
    )))
    AND t."status" = ANY($8::text[])
    ORDER BY t."raised_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."urban" AS "urban", t1."id" AS "id"
    FROM "district" "t1"
    WHERE t1."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."name" AS "name", t2."id" AS "id"
    FROM "staff_member" "t2"
    WHERE t2."id" = t."acknowledger_id"
    AND ((t2."organisation_id" = $1 OR t2."moving_to_id" = $1) OR t2."id" = ANY(ARRAY(
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
  ) "t2" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t4."place" AS "place", t4."id" AS "id", t4."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t4."known" AS "known", (
      SELECT (
        SELECT t4ss."survivor_id"
        FROM "case" "t4ss"
        WHERE t4ss."id" = t4s."case_id"
      )
      FROM "emergency_alert" "t4s"
      WHERE t4s."id" = t4."alert_id"
    ) AS "$subject"
    FROM "alert_place" "t4"
    LEFT JOIN data_key k ON k.id = t4."data_key_id"
    WHERE t4."alert_id" = t."id"
    AND EXISTS (
      SELECT 1
      FROM emergency_alert a
      WHERE (a.id = t4."alert_id" AND ($2 IN (a.created_by_id, a.acknowledger_id) OR EXISTS (
        SELECT 1
        FROM alert_responder r
        WHERE r.alert_id = a.id
        AND r.member_id = $2
        AND r.ended_at IS NULL OFFSET 0
      )) AND (a.case_id IS NULL OR (NOT (a.case_id = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      ))) AND (a.resolved_at IS NULL OR EXISTS (
        SELECT 1
        FROM "case" ac
        WHERE ac.id = a.case_id
        AND ac.closed_off_at IS NULL OFFSET 0
      )))))
    )
    LIMIT 1
  ) "t4" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t5."telephone" AS "telephone", t5."id" AS "id", t5."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT (
        SELECT t5ss."survivor_id"
        FROM "case" "t5ss"
        WHERE t5ss."id" = t5s."case_id"
      )
      FROM "emergency_alert" "t5s"
      WHERE t5s."id" = t5."alert_id"
    ) AS "$subject"
    FROM "alert_number" "t5"
    LEFT JOIN data_key k ON k.id = t5."data_key_id"
    WHERE t5."alert_id" = t."id"
    AND EXISTS (
      SELECT 1
      FROM emergency_alert a
      WHERE (a.id = t5."alert_id" AND ($2 IN (a.created_by_id, a.acknowledger_id) OR EXISTS (
        SELECT 1
        FROM alert_responder r
        WHERE r.alert_id = a.id
        AND r.member_id = $2
        AND r.ended_at IS NULL OFFSET 0
      )) AND (a.case_id IS NULL OR (NOT (a.case_id = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      ))) AND (a.resolved_at IS NULL OR EXISTS (
        SELECT 1
        FROM "case" ac
        WHERE ac.id = a.case_id
        AND ac.closed_off_at IS NULL OFFSET 0
      )))))
    )
    LIMIT 1
  ) "t5" ON TRUE
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'AlertPlace', 'ALERT_PLACE', $9::text, c16, c20
    FROM p0
    WHERE c16 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'AlertNumber', 'ALERT_PLACE', $10::text, c22, c25
    FROM p0
    WHERE c22 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text, c17::text, c18::text, c19::text, c20::text, c21::text, c22::text, c23::text, c24::text, c25::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t3."name"::text, t3."id"::text, t."sent_at"::text, t."arrived_at"::text, t."ended_at"::text, t."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."member_id" AS "member_id", t."sent_at" AS "sent_at", t."arrived_at" AS "arrived_at", t."ended_at" AS "ended_at", t."id" AS "id"
    FROM "alert_responder" "t"
    WHERE t."alert_id" = p.key
    AND TRUE
    ORDER BY t."sent_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t3."name" AS "name", t3."id" AS "id"
    FROM "staff_member" "t3"
    WHERE t3."id" = t."member_id"
    AND ((t3."organisation_id" = $1 OR t3."moving_to_id" = $1) OR t3."id" = ANY(ARRAY(
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
  ) "t3" ON TRUE
), ARRAY(
  SELECT ARRAY[NULL::text, t."turn"::text, t."starts_at"::text, t."ends_at"::text, t6."name"::text, t6."id"::text, t."id"::text]
  FROM (
    SELECT t."turn" AS "turn", t."starts_at" AS "starts_at", t."ends_at" AS "ends_at", t."member_id" AS "member_id", t."id" AS "id"
    FROM "on_call_shift" "t"
    WHERE t."organisation_id" = $1
    AND (EXISTS (
      SELECT
      FROM "district" asked
      WHERE asked.id = $11::uuid
      AND TRUE
    ) AND ((t."status" = 'PLANNED' AND t."starts_at" <= now() AND t."ends_at" > now()) AND (t."district_codes" = '{}' OR EXISTS (
      SELECT 1
      FROM district d
      WHERE d.id = $12::uuid
      AND d.code = ANY(t."district_codes")
    ))))
    ORDER BY CASE t."turn" WHEN 'FIRST' THEN 0 ELSE 1 END ASC, t."starts_at" DESC, t."id" DESC
    LIMIT 10
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t6."name" AS "name", t6."id" AS "id"
    FROM "staff_member" "t6"
    WHERE t6."id" = t."member_id"
    AND ((t6."organisation_id" = $1 OR t6."moving_to_id" = $1) OR t6."id" = ANY(ARRAY(
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
  ) "t6" ON TRUE
);
