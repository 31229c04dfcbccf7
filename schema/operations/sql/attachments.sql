-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1
  FROM (
    SELECT t."id" AS "id"
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
  SELECT p.key AS c0, t."id" AS c1, t."version" AS c2, t."kind" AS c3, t."media_type" AS c4, t."size" AS c5, t."status" AS c6, t."taken_on" AS c7, encode(t1."caption", 'hex') AS c8, t1."id" AS c9, t1."data_key_id" AS c10, t1."$wrapped" AS c11, t1."$subject" AS c12
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."version" AS "version", t."kind" AS "kind", t."media_type" AS "media_type", t."size" AS "size", t."status" AS "status", t."taken_on" AS "taken_on"
    FROM "attachment" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."caption" AS "caption", t1."id" AS "id", t1."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t1s."survivor_id"
      FROM "case" "t1s"
      WHERE t1s."id" = t1."case_id"
    ) AS "$subject"
    FROM "attachment_content" "t1"
    LEFT JOIN data_key k ON k.id = t1."data_key_id"
    WHERE t1."attachment_id" = t."id"
    AND (EXISTS (
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
    ) AND EXISTS (
      SELECT
      FROM attachment oa
      JOIN "case" oc ON oc.id = oa.case_id
      WHERE oa.id = t1."attachment_id"
      AND (oa.kind <> ALL($9) OR EXISTS (
        SELECT
        FROM consent g
        WHERE g.survivor_id = oc.survivor_id
        AND g.purpose = $10
        AND g.decision = 'GIVEN'
        AND (g.valid_until IS NULL OR g.valid_until > now())
        AND NOT EXISTS (
          SELECT
          FROM consent e
          WHERE e.survivor_id = g.survivor_id
          AND (e.withdraws_id = g.id OR ( e.decision <> 'GIVEN' AND (e.withdraws_id IS NULL OR (e.reason IS DISTINCT FROM 'RECORDS_MERGED' AND e.decision <> 'EXPIRED')) AND e.purpose = g.purpose AND e.created_at >= g.created_at AND (e.recipient_id IS NULL OR e.recipient_id = g.recipient_id) AND (e.recipient_category IS NULL OR e.recipient_category = g.recipient_category)))
        )
      ))
    ))
    LIMIT 1
  ) "t1" ON TRUE
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'AttachmentContent', 'EVIDENCE', $11::text, c9, c12
    FROM p1
    WHERE c9 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text]
  FROM p1
);
