-- mz_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."display_id" AS c2, t."version" AS c3
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version"
    FROM "case" "t"
    WHERE t.id = ANY($8::uuid[])
    AND (t."organisation_id" = $1 AND ((t."restricted_at" IS NULL OR (EXISTS (
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
  ) "t"
), p1 AS MATERIALIZED (
  SELECT p.key AS c0, t."id" AS c1, t."version" AS c2, t."category" AS c3, t."service_type" AS c4, t."named_by_survivor" AS c5, t."identified_on" AS c6, t."status" AS c7, t."decided_at" AS c8, t."served_at" AS c9, t."unavailable_reason" AS c10, encode(t1."own_words", 'hex') AS c11, t1."id" AS c12, t1."data_key_id" AS c13, t1."$wrapped" AS c14, encode(t1."decision_reason", 'hex') AS c15, t1."$subject" AS c16
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."version" AS "version", t."category" AS "category", t."service_type" AS "service_type", t."named_by_survivor" AS "named_by_survivor", t."identified_on" AS "identified_on", t."status" AS "status", t."decided_at" AS "decided_at", t."served_at" AS "served_at", t."unavailable_reason" AS "unavailable_reason"
    FROM "service_need" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."identified_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."own_words" AS "own_words", t1."id" AS "id", t1."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t1."decision_reason" AS "decision_reason", (
      SELECT t1s."survivor_id"
      FROM "case" "t1s"
      WHERE t1s."id" = t1."case_id"
    ) AS "$subject"
    FROM "service_need_text" "t1"
    LEFT JOIN data_key k ON k.id = t1."data_key_id"
    WHERE t1."need_id" = t."id"
    AND EXISTS (
      SELECT 1
      FROM "case" "t1p"
      WHERE (t1p."id" = t1."case_id" AND ((t1p."organisation_id" = $1 AND ((t1p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t1p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t1p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t1p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t1p."status" <> 'DRAFT' OR ($2 IN (t1p."created_by_id", t1p."owner_id") OR t1p."imported")))) AND NOT ((t1p."closed_off_at" IS NOT NULL OR t1p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t1p."survivor_id"
        AND o.organisation_id = t1p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t1p."id" OFFSET 0
      ))))
    )
    LIMIT 1
  ) "t1" ON TRUE
), p3 AS MATERIALIZED (
  SELECT p.key AS c0, t."id" AS c1, t."version" AS c2, t."plan" AS c3, t."doer" AS c4, t."due_on" AS c5, t."status" AS c6, t2."name" AS c7, t2."id" AS c8, encode(t3."text", 'hex') AS c9, t3."id" AS c10, t3."data_key_id" AS c11, t3."$wrapped" AS c12, t3."$subject" AS c13
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."version" AS "version", t."plan" AS "plan", t."doer" AS "doer", t."due_on" AS "due_on", t."status" AS "status", t."responsible_id" AS "responsible_id"
    FROM "planned_action" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    AND t."status" = $9::text
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t2."name" AS "name", t2."id" AS "id"
    FROM "staff_member" "t2"
    WHERE t2."id" = t."responsible_id"
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
    SELECT t3."text" AS "text", t3."id" AS "id", t3."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t3s."survivor_id"
      FROM "case" "t3s"
      WHERE t3s."id" = t3."case_id"
    ) AS "$subject"
    FROM "planned_action_text" "t3"
    LEFT JOIN data_key k ON k.id = t3."data_key_id"
    WHERE t3."planned_action_id" = t."id"
    AND EXISTS (
      SELECT 1
      FROM "case" "t3p"
      WHERE (t3p."id" = t3."case_id" AND ((t3p."organisation_id" = $1 AND ((t3p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t3p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t3p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t3p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t3p."status" <> 'DRAFT' OR ($2 IN (t3p."created_by_id", t3p."owner_id") OR t3p."imported")))) AND NOT ((t3p."closed_off_at" IS NOT NULL OR t3p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t3p."survivor_id"
        AND o.organisation_id = t3p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t3p."id" OFFSET 0
      ))))
    )
    LIMIT 1
  ) "t3" ON TRUE
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'ServiceNeedText', 'CASE_NOTES', $10::text, c12, c16
    FROM p1
    WHERE c12 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'PlannedActionText', 'CASE_NOTES', $11::text, c10, c13
    FROM p3
    WHERE c10 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text]
  FROM p1
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."status"::text, t."outcome"::text]
  FROM (
    SELECT c1 AS key
    FROM p1
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."status" AS "status", t."outcome" AS "outcome"
    FROM "referral" "t"
    WHERE t."need_id" = p.key
    AND (EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND (tp."organisation_id" = $1 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (tp."status" <> 'DRAFT' OR ($2 IN (tp."created_by_id", tp."owner_id") OR tp."imported")))))
    ) OR (t."to_organisation_id" = $1 AND t."status" <> 'DRAFT' AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))
    ORDER BY t."requested_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text]
  FROM p3
);
