-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."version" AS c5, t."ground" AS c6, t1."survivor_code" AS c7, t1."age_band" AS c8, t1."id" AS c9, t2."survivor_code" AS c10, t2."age_band" AS c11, t2."merged_at" AS c12, t2."id" AS c13, t."$n" AS c14
  FROM (
    SELECT "t".*, row_number() OVER () AS "$n"
    FROM (
      SELECT t."id" AS "id", t."version" AS "version", t."ground" AS "ground", t."survivor_id" AS "survivor_id", t."other_id" AS "other_id", t."created_at" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
      FROM "possible_duplicate" "t"
      WHERE (t."organisation_id" = $1 AND (EXISTS (
        SELECT
        FROM "case" dc
        WHERE dc.survivor_id = t."other_id"
        AND dc.organisation_id = t."organisation_id"
        AND ((dc."restricted_at" IS NULL OR (EXISTS (
          SELECT 1
          FROM case_member m
          WHERE m.case_id = dc."id"
          AND m.member_id = $2
          AND m.ended_at IS NULL OFFSET 0
        ) OR (dc."owner_id" = ANY(ARRAY(
          SELECT d.absent_id
          FROM deputyship d
          WHERE d.deputy_id = $2
          AND d.starts_at <= now()
          AND d.ends_at > now()
        )) AND NOT (dc."id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))))) AND (dc."status" <> 'DRAFT' OR ($2 IN (dc."created_by_id", dc."owner_id") OR dc."imported")))
      ) AND (t."status" = 'MERGED' OR EXISTS (
        SELECT
        FROM "case" dc
        WHERE dc.survivor_id = t."survivor_id"
        AND dc.organisation_id = t."organisation_id"
        AND ((dc."restricted_at" IS NULL OR (EXISTS (
          SELECT 1
          FROM case_member m
          WHERE m.case_id = dc."id"
          AND m.member_id = $2
          AND m.ended_at IS NULL OFFSET 0
        ) OR (dc."owner_id" = ANY(ARRAY(
          SELECT d.absent_id
          FROM deputyship d
          WHERE d.deputy_id = $2
          AND d.starts_at <= now()
          AND d.ends_at > now()
        )) AND NOT (dc."id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))))) AND (dc."status" <> 'DRAFT' OR ($2 IN (dc."created_by_id", dc."owner_id") OR dc."imported")))
      ))))
      AND t."status" = $7::text
      ORDER BY t."created_at" DESC, t."id" DESC
      LIMIT 21
    ) "t"
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."survivor_code" AS "survivor_code", t1."age_band" AS "age_band", t1."id" AS "id"
    FROM "survivor" "t1"
    WHERE t1."id" = t."survivor_id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t1p"
      WHERE (t1p."survivor_id" = t1."id" AND (t1p."organisation_id" = $1 AND ((t1p."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (t1p."status" <> 'DRAFT' OR ($2 IN (t1p."created_by_id", t1p."owner_id") OR t1p."imported")))))
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t1."id"
      AND r.to_organisation_id = $1
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
    ) OR (t1."merged_into_id" IS NOT NULL AND EXISTS (
      SELECT 1
      FROM "survivor" "t1f"
      WHERE (t1f."id" = t1."merged_into_id" AND (EXISTS (
        SELECT 1
        FROM "case" "t1fp"
        WHERE (t1fp."survivor_id" = t1f."id" AND (t1fp."organisation_id" = $1 AND ((t1fp."restricted_at" IS NULL OR (EXISTS (
          SELECT 1
          FROM case_member m
          WHERE m.case_id = t1fp."id"
          AND m.member_id = $2
          AND m.ended_at IS NULL OFFSET 0
        ) OR (t1fp."owner_id" = ANY(ARRAY(
          SELECT d.absent_id
          FROM deputyship d
          WHERE d.deputy_id = $2
          AND d.starts_at <= now()
          AND d.ends_at > now()
        )) AND NOT (t1fp."id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))))) AND (t1fp."status" <> 'DRAFT' OR ($2 IN (t1fp."created_by_id", t1fp."owner_id") OR t1fp."imported")))))
      ) OR EXISTS (
        SELECT 1
        FROM referral r
        WHERE r."survivor_id" = t1f."id"
        AND r.to_organisation_id = $1
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
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."survivor_code" AS "survivor_code", t2."age_band" AS "age_band", t2."merged_at" AS "merged_at", t2."id" AS "id"
    FROM "survivor" "t2"
    WHERE t2."id" = t."other_id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t2p"
      WHERE (t2p."survivor_id" = t2."id" AND (t2p."organisation_id" = $1 AND ((t2p."restricted_at" IS NULL OR (EXISTS (
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
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t2."id"
      AND r.to_organisation_id = $1
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
    ) OR (t2."merged_into_id" IS NOT NULL AND EXISTS (
      SELECT 1
      FROM "survivor" "t2f"
      WHERE (t2f."id" = t2."merged_into_id" AND (EXISTS (
        SELECT 1
        FROM "case" "t2fp"
        WHERE (t2fp."survivor_id" = t2f."id" AND (t2fp."organisation_id" = $1 AND ((t2fp."restricted_at" IS NULL OR (EXISTS (
          SELECT 1
          FROM case_member m
          WHERE m.case_id = t2fp."id"
          AND m.member_id = $2
          AND m.ended_at IS NULL OFFSET 0
        ) OR (t2fp."owner_id" = ANY(ARRAY(
          SELECT d.absent_id
          FROM deputyship d
          WHERE d.deputy_id = $2
          AND d.starts_at <= now()
          AND d.ends_at > now()
        )) AND NOT (t2fp."id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))))) AND (t2fp."status" <> 'DRAFT' OR ($2 IN (t2fp."created_by_id", t2fp."owner_id") OR t2fp."imported")))))
      ) OR EXISTS (
        SELECT 1
        FROM referral r
        WHERE r."survivor_id" = t2f."id"
        AND r.to_organisation_id = $1
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
    LIMIT 1
  ) "t2" ON TRUE
)
SELECT session_stands($3::uuid, $2::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."display_id"::text, t."status"::text, t."id"::text]
  FROM (
    SELECT DISTINCT c9 AS key
    FROM p0
    WHERE c14 <= $8
  ) p
  CROSS JOIN LATERAL (
    SELECT t."display_id" AS "display_id", t."status" AS "status", t."id" AS "id"
    FROM "case" "t"
    WHERE t."survivor_id" = p.key
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
    ORDER BY t."opened_at" DESC, t."id" DESC
    LIMIT 5
  ) "t"
);
