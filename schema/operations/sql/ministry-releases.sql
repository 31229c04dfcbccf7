-- mz_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."ministry"::text, t."address"::text, t."indicator_codes"::text, t."by"::text, t."starts_on"::text, t."ends_on"::text, t."reason"::text, t."valid_until"::text, t."status"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."ministry" AS "ministry", t."address" AS "address", t."indicator_codes" AS "indicator_codes", t."by" AS "by", t."starts_on" AS "starts_on", t."ends_on" AS "ends_on", t."reason" AS "reason", t."valid_until" AS "valid_until", t."status" AS "status"
    FROM "ministry_release" "t"
    WHERE TRUE
    AND t."status" = $7::text
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."created_at"::text, t."record_id"::text, t."actor_role"::text, t."purpose"::text, t."id"::text]
  FROM (
    SELECT t."created_at" AS "created_at", t."record_id" AS "record_id", t."actor_role" AS "actor_role", t."purpose" AS "purpose", t."id" AS "id"
    FROM "access_log_entry" "t"
    WHERE CASE WHEN t."survivor_id" IS NULL THEN (t."record_id" IS NULL OR NOT (((CASE WHEN EXISTS (
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ) THEN t."record_id" IN (
      WITH shut AS MATERIALIZED (
        SELECT ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        ) AS ids
      )
      SELECT id
      FROM "access_grant"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "alert_place"
      WHERE "alert_id" IN (
        SELECT id
        FROM "emergency_alert"
        WHERE "case_id" = ANY((
          SELECT ids
          FROM shut
        )::uuid[])
      )
      UNION ALL
      SELECT id
      FROM "alert_number"
      WHERE "alert_id" IN (
        SELECT id
        FROM "emergency_alert"
        WHERE "case_id" = ANY((
          SELECT ids
          FROM shut
        )::uuid[])
      )
      UNION ALL
      SELECT id
      FROM "accused_colleague"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "service_need_text"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "case_note"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "attachment_content"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "planned_action_text"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "perpetrator_identity"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "incident_narrative"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "incident_injury"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "complaint_identity"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "complaint_note"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "service_delivery"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "referral_reason"
      WHERE "referral_id" IN (
        SELECT id
        FROM "referral"
        WHERE "case_id" = ANY((
          SELECT ids
          FROM shut
        )::uuid[])
      )
      UNION ALL
      SELECT id
      FROM "referral_answer"
      WHERE "referral_id" IN (
        SELECT id
        FROM "referral"
        WHERE "case_id" = ANY((
          SELECT ids
          FROM shut
        )::uuid[])
      )
      UNION ALL
      SELECT id
      FROM "service_record"
      WHERE "case_id" = ANY((
        SELECT ids
        FROM shut
      )::uuid[])
      UNION ALL
      SELECT id
      FROM "transfer_summary"
      WHERE "transfer_id" IN (
        SELECT id
        FROM "case_transfer"
        WHERE "case_id" = ANY((
          SELECT ids
          FROM shut
        )::uuid[])
      )
    ) ELSE FALSE END OR CASE WHEN EXISTS (
      SELECT
      FROM erasure e
      WHERE $2 = ANY(e."shut_out"::uuid[])
    ) THEN t."record_id" IN (
      SELECT r.id
      FROM erased_record r
      JOIN erasure e ON e.created_at = r.erased_at
      WHERE $2 = ANY(e."shut_out"::uuid[])
    ) ELSE FALSE END) OR (t."entity" = 'AccusedColleague' AND EXISTS (
      SELECT 1
      FROM accused_colleague x
      JOIN "case" c ON c.id = x.case_id
      WHERE x.id = t."record_id"
      AND c.restricted_at IS NOT NULL
      AND NOT (c."restricted_at" IS NULL OR NOT (c."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      ))))
    )) OR FALSE))) ELSE NOT EXISTS (
      SELECT
      FROM "case" c
      WHERE c.survivor_id = t."survivor_id"
      AND c.restricted_at IS NOT NULL
      AND NOT (c."restricted_at" IS NULL OR NOT (c."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))) OFFSET 0
    )
    AND t."survivor_id" <> ALL(ARRAY(
      SELECT e.survivor_id
      FROM erasure e
      WHERE e.survivor_id IS NOT NULL
      AND $2 = ANY(e."shut_out"::uuid[])
    )) END
    AND t."entity" = $8::text
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
);
