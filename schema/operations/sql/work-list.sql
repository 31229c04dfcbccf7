-- za_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."$s3"::text, t."id"::text, t."kind"::text, t."due_at"::text, t."risk"::text, t."reference"::text, t."record_id"::text]
  FROM (
    SELECT t."id" AS "id", t."kind" AS "kind", t."due_at" AS "due_at", t."risk" AS "risk", t."reference" AS "reference", t."record_id" AS "record_id", t."kind" AS "$s0", t."due_at" AS "$s1", t."risk" AS "$s2", t."since" AS "$s3"
    FROM "work_item" "t"
    WHERE (t."organisation_id" = $6 AND (t."from_at" <= now() AND (t."until_at" IS NULL OR t."until_at" > now()) AND (t."case_id" IS NULL OR EXISTS (
      SELECT
      FROM "case" oc
      WHERE oc.id = t."case_id"
      AND (oc."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = oc."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (oc."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (oc."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) OFFSET 0
    )) AND NOT (t."root_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))) AND t."root_id" <> ALL(ARRAY(
      SELECT xa.id
      FROM accused_colleague x
      JOIN emergency_alert xa ON xa.case_id = x.case_id
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )) AND (t."audience" IS DISTINCT FROM $7 OR t."responsible_id" = $2)))
    ORDER BY array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','CONDUCT_REVIEW','CONDUCT_APPEAL','REVIEWER_MISSING','ACTIVITY_DAY_PAST','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE','ADOPTION_UNCHECKED'], t."kind") ASC, coalesce(t."due_at", 'infinity'::timestamptz) ASC, array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], t."risk") ASC, t."since" ASC, t."id" ASC
    LIMIT 11
  ) "t"
), ARRAY(
  SELECT ARRAY[t."kind", count(*)::text]
  FROM "work_item" "t"
  WHERE (t."organisation_id" = $6 AND (t."from_at" <= now() AND (t."until_at" IS NULL OR t."until_at" > now()) AND (t."case_id" IS NULL OR t."case_id" NOT IN (
    SELECT oc.id
    FROM "case" oc
    WHERE (oc.restricted_at IS NOT NULL)
    AND NOT (oc."restricted_at" IS NULL OR (oc."id" IN (
      SELECT m.case_id
      FROM case_member m
      WHERE m.member_id = $2
      AND m.ended_at IS NULL
    ) OR (oc."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (oc."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))))))
  )) AND NOT (t."root_id" = ANY(ARRAY(
    SELECT x.case_id
    FROM accused_colleague x
    WHERE x.accused_id = $2
    AND x.voided_at IS NULL
  ))) AND t."root_id" <> ALL(ARRAY(
    SELECT xa.id
    FROM accused_colleague x
    JOIN emergency_alert xa ON xa.case_id = x.case_id
    WHERE x.accused_id = $2
    AND x.voided_at IS NULL
  )) AND (t."audience" IS DISTINCT FROM $8 OR t."responsible_id" = $2)))
  GROUP BY t."kind"
);
