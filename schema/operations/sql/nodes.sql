-- za_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."display_id"::text, t."version"::text, t."status"::text, t."updated_at"::text]
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version", t."status" AS "status", t."updated_at" AS "updated_at"
    FROM "case" "t"
    WHERE t.id = ANY($7::uuid[])
    AND (t."organisation_id" = $6 AND ((t."restricted_at" IS NULL OR (EXISTS (
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
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."category"::text, t."status"::text, t."updated_at"::text, t1."name"::text, t1."id"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."category" AS "category", t."status" AS "status", t."updated_at" AS "updated_at", t."to_organisation_id" AS "to_organisation_id"
    FROM "referral" "t"
    WHERE t.id = ANY($8::uuid[])
    AND (EXISTS (
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
    ) OR (t."to_organisation_id" = $6 AND t."status" <> 'DRAFT' AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "organisation" "t1"
    WHERE t1."id" = t."to_organisation_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."survivor_code"::text, t."age_band"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."survivor_code" AS "survivor_code", t."age_band" AS "age_band"
    FROM "survivor" "t"
    WHERE t.id = ANY($9::uuid[])
    AND (EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."survivor_id" = t."id" AND (tp."organisation_id" = $6 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t."id"
      AND r.to_organisation_id = $6
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND (
        SELECT p.cross_organisation_sharing
        FROM country p
      ) <> 'NONE'
      AND NOT (r."case_id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))
    ) OR (t."merged_into_id" IS NOT NULL AND EXISTS (
      SELECT 1
      FROM "survivor" "tf"
      WHERE (tf."id" = t."merged_into_id" AND (EXISTS (
        SELECT 1
        FROM "case" "tfp"
        WHERE (tfp."survivor_id" = tf."id" AND (tfp."organisation_id" = $6 AND ((tfp."restricted_at" IS NULL OR (EXISTS (
          SELECT 1
          FROM case_member m
          WHERE m.case_id = tfp."id"
          AND m.member_id = $2
          AND m.ended_at IS NULL OFFSET 0
        ) OR (tfp."owner_id" = ANY(ARRAY(
          SELECT d.absent_id
          FROM deputyship d
          WHERE d.deputy_id = $2
          AND d.starts_at <= now()
          AND d.ends_at > now()
        )) AND NOT (tfp."id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))))) AND (tfp."status" <> 'DRAFT' OR ($2 IN (tfp."created_by_id", tfp."owner_id") OR tfp."imported")))))
      ) OR EXISTS (
        SELECT 1
        FROM referral r
        WHERE r."survivor_id" = tf."id"
        AND r.to_organisation_id = $6
        AND r.status IN ('ACCEPTED', 'IN_SERVICE')
        AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
        AND (
          SELECT p.cross_organisation_sharing
          FROM country p
        ) <> 'NONE'
        AND NOT (r."case_id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))
      )))
    )))
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."name"::text]
  FROM (
    SELECT t."id" AS "id", t."name" AS "name"
    FROM "organisation" "t"
    WHERE t.id = ANY($10::uuid[])
    AND TRUE
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."title"::text, t."status"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."title" AS "title", t."status" AS "status"
    FROM "training" "t"
    WHERE t.id = ANY($11::uuid[])
    AND ((t."organisation_id" = $6 OR EXISTS (
      SELECT 1
      FROM activity_partner j
      WHERE j."training_id" = t."id"
      AND j.partner_id = $6
      AND j.voided_at IS NULL OFFSET 0
    )) AND (t."voided_at" IS NULL OR t."created_by_id" = $2 OR t."organisation_id" = $6))
  ) "t"
);
