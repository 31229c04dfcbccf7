-- za_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."version"::text, t."type"::text, t."due_at"::text, t1."id"::text, t1."display_id"::text, t1."risk_level"::text, t2."id"::text, t2."category"::text]
  FROM (
    SELECT "t".*
    FROM (
      SELECT t."id" AS "id", t."version" AS "version", t."type" AS "type", t."due_at" AS "due_at", t."case_id" AS "case_id", t."referral_id" AS "referral_id", t."due_at" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
      FROM "follow_up" "t"
      WHERE (EXISTS (
        SELECT 1
        FROM "case" "tp"
        WHERE (tp."id" = t."case_id" AND (tp."organisation_id" = $6 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
      ) AND t."voided_at" IS NULL)
      AND t."status" = $7::text
      ORDER BY coalesce(t."due_at", 'infinity'::timestamptz) ASC, t."id" ASC
      LIMIT 51
    ) "t"
    LIMIT $8
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."id" AS "id", t1."display_id" AS "display_id", t1."risk_level" AS "risk_level"
    FROM "case" "t1"
    WHERE t1."id" = t."case_id"
    AND (t1."organisation_id" = $6 AND ((t1."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t1."id"
      AND m.member_id = $2
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t1."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t1."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))) AND (t1."status" <> 'DRAFT' OR ($2 IN (t1."created_by_id", t1."owner_id") OR t1."imported"))))
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."id" AS "id", t2."category" AS "category"
    FROM "referral" "t2"
    WHERE t2."id" = t."referral_id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t2p"
      WHERE (t2p."id" = t2."case_id" AND (t2p."organisation_id" = $6 AND ((t2p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t2p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t2p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t2p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t2p."status" <> 'DRAFT' OR ($2 IN (t2p."created_by_id", t2p."owner_id") OR t2p."imported")))))
    ) OR (t2."to_organisation_id" = $6 AND t2."status" <> 'DRAFT' AND NOT (t2."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))
    LIMIT 1
  ) "t2" ON TRUE
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."rule"::text, t."due_at"::text, t3."id"::text, t3."display_id"::text, t3."risk_level"::text]
  FROM (
    SELECT "t".*
    FROM (
      SELECT t."id" AS "id", t."rule" AS "rule", t."due_at" AS "due_at", t."case_id" AS "case_id"
      FROM "follow_up_due" "t"
      WHERE EXISTS (
        SELECT 1
        FROM "case" "tp"
        WHERE (tp."id" = t."case_id" AND (tp."organisation_id" = $6 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
      )
      ORDER BY t."due_at" ASC, t."id" ASC
      LIMIT 51
    ) "t"
    LIMIT $9
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t3."id" AS "id", t3."display_id" AS "display_id", t3."risk_level" AS "risk_level"
    FROM "case" "t3"
    WHERE t3."id" = t."case_id"
    AND (t3."organisation_id" = $6 AND ((t3."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t3."id"
      AND m.member_id = $2
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t3."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t3."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))) AND (t3."status" <> 'DRAFT' OR ($2 IN (t3."created_by_id", t3."owner_id") OR t3."imported"))))
    LIMIT 1
  ) "t3" ON TRUE
);
