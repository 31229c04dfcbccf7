-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."display_id" AS c2, t."version" AS c3, t."status" AS c4, t."workflow_stage" AS c5, t."risk_level" AS c6, t."source" AS c7, t1."survivor_code" AS c8, t1."age_band" AS c9, t1."gender_identity" AS c10, t2."birth_year" AS c11, t3."name" AS c12, t3."id" AS c13, t2."id" AS c14, encode(t4."working_name", 'hex') AS c15, t4."id" AS c16, t4."data_key_id" AS c17, t4."$wrapped" AS c18, encode(t4."phone", 'hex') AS c19, t4."$subject" AS c20, t5."method" AS c21, encode(t5."times", 'hex') AS c22, t5."id" AS c23, t5."data_key_id" AS c24, t5."$wrapped" AS c25, t5."$subject" AS c26, t1."id" AS c27
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version", t."status" AS "status", t."workflow_stage" AS "workflow_stage", t."risk_level" AS "risk_level", t."source" AS "source", t."survivor_id" AS "survivor_id"
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
  LEFT JOIN LATERAL (
    SELECT t1."survivor_code" AS "survivor_code", t1."age_band" AS "age_band", t1."gender_identity" AS "gender_identity", t1."id" AS "id"
    FROM "survivor" "t1"
    WHERE t1."id" = t."survivor_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."birth_year" AS "birth_year", t2."home_district_id" AS "home_district_id", t2."id" AS "id"
    FROM "survivor_demographics" "t2"
    WHERE t2."survivor_id" = t1."id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t2p"
      WHERE (t2p."survivor_id" = t2."survivor_id" AND (t2p."organisation_id" = $1 AND ((t2p."restricted_at" IS NULL OR (EXISTS (
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
      WHERE r."survivor_id" = t2."survivor_id"
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND $9 = ANY(r.shared_fields)
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
    ))
    LIMIT 1
  ) "t2" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t3."name" AS "name", t3."id" AS "id"
    FROM "district" "t3"
    WHERE t3."id" = t2."home_district_id"
    AND TRUE
    LIMIT 1
  ) "t3" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t4."working_name" AS "working_name", t4."id" AS "id", t4."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t4."phone" AS "phone", t4."survivor_id" AS "$subject"
    FROM "survivor_identity" "t4"
    LEFT JOIN data_key k ON k.id = t4."data_key_id"
    WHERE t4."survivor_id" = t1."id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t4p"
      WHERE (t4p."survivor_id" = t4."survivor_id" AND ((((t4p."owner_id" = $2 OR t4p."created_by_id" = $2 OR (t4p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) OR (t4p."restricted_at" IS NOT NULL AND EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t4p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      )))) AND t4p."organisation_id" = $1) AND ((t4p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t4p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t4p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t4p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t4p."status" <> 'DRAFT' OR ($2 IN (t4p."created_by_id", t4p."owner_id") OR t4p."imported")))) AND NOT ((t4p."closed_off_at" IS NOT NULL OR t4p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t4p."survivor_id"
        AND o.organisation_id = t4p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t4p."id" OFFSET 0
      ))))
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t4."survivor_id"
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND $10 = ANY(r.shared_fields)
      AND (
        SELECT p.cross_organisation_sharing
        FROM country p
      ) = 'FULL'
      AND NOT (r."case_id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))
    ))
    LIMIT 1
  ) "t4" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t5."method" AS "method", t5."times" AS "times", t5."id" AS "id", t5."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t5."survivor_id" AS "$subject"
    FROM "safe_contact" "t5"
    LEFT JOIN data_key k ON k.id = t5."data_key_id"
    WHERE t5."survivor_id" = t1."id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t5p"
      WHERE (t5p."survivor_id" = t5."survivor_id" AND ((((t5p."owner_id" = $2 OR t5p."created_by_id" = $2 OR (t5p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) OR (t5p."restricted_at" IS NOT NULL AND EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t5p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      )))) AND t5p."organisation_id" = $1) AND ((t5p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t5p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t5p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t5p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t5p."status" <> 'DRAFT' OR ($2 IN (t5p."created_by_id", t5p."owner_id") OR t5p."imported")))) AND NOT ((t5p."closed_off_at" IS NOT NULL OR t5p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t5p."survivor_id"
        AND o.organisation_id = t5p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t5p."id" OFFSET 0
      ))))
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t5."survivor_id"
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND $11 = ANY(r.shared_fields)
      AND (
        SELECT p.cross_organisation_sharing
        FROM country p
      ) = 'FULL'
      AND NOT (r."case_id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))
    ))
    LIMIT 1
  ) "t5" ON TRUE
), p2 AS MATERIALIZED (
  SELECT p.key AS c0, t."id" AS c1, t."gbvims_type" AS c2, t."violation_types" AS c3, t6."name" AS c4, t7."name" AS c5, t7."id" AS c6, t6."id" AS c7, t8."occurred_on" AS c8, t8."time_of_day" AS c9, t8."id" AS c10, encode(t9."text", 'hex') AS c11, t9."id" AS c12, t9."data_key_id" AS c13, t9."$wrapped" AS c14, t9."$subject" AS c15
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."gbvims_type" AS "gbvims_type", t."violation_types" AS "violation_types", t."district_id" AS "district_id"
    FROM "incident" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."reported_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t6."name" AS "name", t6."province_id" AS "province_id", t6."id" AS "id"
    FROM "district" "t6"
    WHERE t6."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t6" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t7."name" AS "name", t7."id" AS "id"
    FROM "province" "t7"
    WHERE t7."id" = t6."province_id"
    AND TRUE
    LIMIT 1
  ) "t7" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t8."occurred_on" AS "occurred_on", t8."time_of_day" AS "time_of_day", t8."id" AS "id"
    FROM "incident_detail" "t8"
    WHERE t8."incident_id" = t."id"
    AND ((EXISTS (
      SELECT 1
      FROM "case" "t8p"
      WHERE (t8p."id" = t8."case_id" AND ((t8p."organisation_id" = $1 AND ((t8p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t8p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t8p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t8p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t8p."status" <> 'DRAFT' OR ($2 IN (t8p."created_by_id", t8p."owner_id") OR t8p."imported")))) AND NOT ((t8p."closed_off_at" IS NOT NULL OR t8p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t8p."survivor_id"
        AND o.organisation_id = t8p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t8p."id" OFFSET 0
      ))))
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      JOIN referral_incident ri ON ri.referral_id = r.id
      WHERE ri.voided_at IS NULL
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND $12 = ANY(r.shared_fields)
      AND (
        SELECT p.cross_organisation_sharing
        FROM country p
      ) = 'FULL'
      AND NOT (r."case_id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))
      AND ri.incident_id = t8."incident_id"
    )) AND (t8."voided_at" IS NULL OR t8."created_by_id" = $2 OR EXISTS (
      SELECT 1
      FROM "case" "t8p"
      WHERE (t8p."id" = t8."case_id" AND ((t8p."organisation_id" = $1 AND ((t8p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t8p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t8p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t8p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t8p."status" <> 'DRAFT' OR ($2 IN (t8p."created_by_id", t8p."owner_id") OR t8p."imported")))) AND NOT ((t8p."closed_off_at" IS NOT NULL OR t8p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t8p."survivor_id"
        AND o.organisation_id = t8p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t8p."id" OFFSET 0
      ))))
    )))
    LIMIT 1
  ) "t8" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t9."text" AS "text", t9."id" AS "id", t9."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t9s."survivor_id"
      FROM "case" "t9s"
      WHERE t9s."id" = t9."case_id"
    ) AS "$subject"
    FROM "incident_narrative" "t9"
    LEFT JOIN data_key k ON k.id = t9."data_key_id"
    WHERE t9."incident_id" = t."id"
    AND ((EXISTS (
      SELECT 1
      FROM "case" "t9p"
      WHERE (t9p."id" = t9."case_id" AND ((t9p."organisation_id" = $1 AND ((t9p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t9p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t9p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t9p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t9p."status" <> 'DRAFT' OR ($2 IN (t9p."created_by_id", t9p."owner_id") OR t9p."imported")))) AND NOT ((t9p."closed_off_at" IS NOT NULL OR t9p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t9p."survivor_id"
        AND o.organisation_id = t9p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t9p."id" OFFSET 0
      ))))
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      JOIN referral_incident ri ON ri.referral_id = r.id
      WHERE ri.voided_at IS NULL
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND $13 = ANY(r.shared_fields)
      AND (
        SELECT p.cross_organisation_sharing
        FROM country p
      ) = 'FULL'
      AND NOT (r."case_id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))
      AND ri.incident_id = t9."incident_id"
    )) AND (t9."voided_at" IS NULL OR t9."created_by_id" = $2 OR EXISTS (
      SELECT 1
      FROM "case" "t9p"
      WHERE (t9p."id" = t9."case_id" AND ((t9p."organisation_id" = $1 AND ((t9p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t9p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t9p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t9p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t9p."status" <> 'DRAFT' OR ($2 IN (t9p."created_by_id", t9p."owner_id") OR t9p."imported")))) AND NOT ((t9p."closed_off_at" IS NOT NULL OR t9p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t9p."survivor_id"
        AND o.organisation_id = t9p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t9p."id" OFFSET 0
      ))))
    )))
    LIMIT 1
  ) "t9" ON TRUE
), p3 AS MATERIALIZED (
  SELECT p.key AS c0, t."category" AS c1, t."uniformed" AS c2, encode(t10."badge_number", 'hex') AS c3, t10."id" AS c4, t10."data_key_id" AS c5, t10."$wrapped" AS c6, t10."$subject" AS c7, t."id" AS c8
  FROM (
    SELECT c1 AS key
    FROM p2
  ) p
  CROSS JOIN LATERAL (
    SELECT t."category" AS "category", t."uniformed" AS "uniformed", t."id" AS "id"
    FROM "alleged_perpetrator" "t"
    WHERE (t."incident_id" = p.key AND ((EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND ((tp."organisation_id" = $1 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (tp."status" <> 'DRAFT' OR ($2 IN (tp."created_by_id", tp."owner_id") OR tp."imported")))) AND NOT ((tp."closed_off_at" IS NOT NULL OR tp."status" = 'DRAFT' AND EXISTS (
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
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      JOIN referral_incident ri ON ri.referral_id = r.id
      WHERE ri.voided_at IS NULL
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND $14 = ANY(r.shared_fields)
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
      AND ri.incident_id = t."incident_id"
    )) AND (t."voided_at" IS NULL OR t."created_by_id" = $2 OR EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND ((tp."organisation_id" = $1 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (tp."status" <> 'DRAFT' OR ($2 IN (tp."created_by_id", tp."owner_id") OR tp."imported")))) AND NOT ((tp."closed_off_at" IS NOT NULL OR tp."status" = 'DRAFT' AND EXISTS (
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
    ))) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t10."badge_number" AS "badge_number", t10."id" AS "id", t10."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t10s."survivor_id"
      FROM "case" "t10s"
      WHERE t10s."id" = t10."case_id"
    ) AS "$subject"
    FROM "perpetrator_identity" "t10"
    LEFT JOIN data_key k ON k.id = t10."data_key_id"
    WHERE t10."alleged_perpetrator_id" = t."id"
    AND ((EXISTS (
      SELECT 1
      FROM "case" "t10p"
      WHERE (t10p."id" = t10."case_id" AND ((t10p."organisation_id" = $1 AND ((t10p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t10p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t10p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t10p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t10p."status" <> 'DRAFT' OR ($2 IN (t10p."created_by_id", t10p."owner_id") OR t10p."imported")))) AND NOT ((t10p."closed_off_at" IS NOT NULL OR t10p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t10p."survivor_id"
        AND o.organisation_id = t10p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t10p."id" OFFSET 0
      ))))
    ) OR EXISTS (
      SELECT 1
      FROM alleged_perpetrator ap
      WHERE ap.id = t10."alleged_perpetrator_id"
      AND EXISTS (
        SELECT 1
        FROM referral r
        JOIN referral_incident ri ON ri.referral_id = r.id
        WHERE ri.voided_at IS NULL
        AND r.to_organisation_id = $1
        AND r.status IN ('ACCEPTED', 'IN_SERVICE')
        AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
        AND $15 = ANY(r.shared_fields)
        AND (
          SELECT p.cross_organisation_sharing
          FROM country p
        ) = 'FULL'
        AND NOT (r."case_id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))
        AND ri.incident_id = ap."incident_id"
      )
    )) AND (t10."voided_at" IS NULL OR t10."created_by_id" = $2 OR EXISTS (
      SELECT 1
      FROM "case" "t10p"
      WHERE (t10p."id" = t10."case_id" AND ((t10p."organisation_id" = $1 AND ((t10p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t10p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t10p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t10p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t10p."status" <> 'DRAFT' OR ($2 IN (t10p."created_by_id", t10p."owner_id") OR t10p."imported")))) AND NOT ((t10p."closed_off_at" IS NOT NULL OR t10p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t10p."survivor_id"
        AND o.organisation_id = t10p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t10p."id" OFFSET 0
      ))))
    )))
    LIMIT 1
  ) "t10" ON TRUE
), p4 AS MATERIALIZED (
  SELECT p.key AS c0, t."category" AS c1, t."status" AS c2, t."outcome" AS c3, t11."service_provided_at" AS c4, encode(t11."provider_note", 'hex') AS c5, t11."id" AS c6, t11."data_key_id" AS c7, t11."$wrapped" AS c8, t11."$subject" AS c9, t."id" AS c10
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."category" AS "category", t."status" AS "status", t."outcome" AS "outcome", t."id" AS "id"
    FROM "referral" "t"
    WHERE t."case_id" = p.key
    AND TRUE
    ORDER BY t."requested_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t11."service_provided_at" AS "service_provided_at", t11."provider_note" AS "provider_note", t11."id" AS "id", t11."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t11s."survivor_id"
      FROM "case" "t11s"
      WHERE t11s."id" = t11."case_id"
    ) AS "$subject"
    FROM "service_record" "t11"
    LEFT JOIN data_key k ON k.id = t11."data_key_id"
    WHERE t11."referral_id" = t."id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t11p"
      WHERE (t11p."id" = t11."case_id" AND ((t11p."organisation_id" = $1 AND ((t11p."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t11p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (t11p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (t11p."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (t11p."status" <> 'DRAFT' OR ($2 IN (t11p."created_by_id", t11p."owner_id") OR t11p."imported")))) AND NOT ((t11p."closed_off_at" IS NOT NULL OR t11p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t11p."survivor_id"
        AND o.organisation_id = t11p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t11p."id" OFFSET 0
      ))))
    ) OR (t11."provider_id" = $1 AND NOT (t11."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))
    LIMIT 1
  ) "t11" ON TRUE
), p5 AS MATERIALIZED (
  SELECT p.key AS c0, t."kind" AS c1, encode(t."text", 'hex') AS c2, t."id" AS c3, t."data_key_id" AS c4, t."$wrapped" AS c5, t."created_at" AS c6, t."$subject" AS c7
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."kind" AS "kind", t."text" AS "text", t."id" AS "id", t."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t."created_at" AS "created_at", (
      SELECT ts."survivor_id"
      FROM "case" "ts"
      WHERE ts."id" = t."case_id"
    ) AS "$subject"
    FROM "case_note" "t"
    LEFT JOIN data_key k ON k.id = t."data_key_id"
    WHERE (t."case_id" = p.key AND (EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND ((tp."organisation_id" = $1 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (tp."status" <> 'DRAFT' OR ($2 IN (tp."created_by_id", tp."owner_id") OR tp."imported")))) AND NOT ((tp."closed_off_at" IS NOT NULL OR tp."status" = 'DRAFT' AND EXISTS (
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
    ) AND (t."step" IS DISTINCT FROM 'nameOutsideSupervisor' OR NOT EXISTS (
      SELECT 1
      FROM accused_colleague x
      WHERE x.case_id IN (t."case_id")
      AND x.accused_id = $2
    ))) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 5
  ) "t"
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'SurvivorIdentity', 'IDENTITY', $16::text, c16, c20
    FROM p0
    WHERE c16 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'SafeContact', 'SAFE_CONTACT', $17::text, c23, c26
    FROM p0
    WHERE c23 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'IncidentNarrative', 'NARRATIVE', $18::text, c12, c15
    FROM p2
    WHERE c12 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'PerpetratorIdentity', 'PERPETRATOR_IDENTITY', $19::text, c4, c7
    FROM p3
    WHERE c4 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'ServiceRecord', 'SERVICE_RECORD', $20::text, c6, c9
    FROM p4
    WHERE c6 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'CaseNote', 'CASE_NOTES', $21::text, c3, c7
    FROM p5
    WHERE c3 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text, c17::text, c18::text, c19::text, c20::text, c21::text, c22::text, c23::text, c24::text, c25::text, c26::text, c27::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."purpose"::text, t."decision"::text, t."scopes"::text, t."valid_until"::text, t."id"::text]
  FROM (
    SELECT DISTINCT c27 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."purpose" AS "purpose", t."decision" AS "decision", t."scopes" AS "scopes", t."valid_until" AS "valid_until", t."id" AS "id"
    FROM "consent" "t"
    WHERE t."survivor_id" = p.key
    AND (EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."survivor_id" = t."survivor_id" AND (tp."organisation_id" = $1 AND ((tp."restricted_at" IS NULL OR (EXISTS (
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
    ) OR (t."recipient_id" = $1 AND t."purpose" <> 'SERVICES'))
    ORDER BY t."taken_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text]
  FROM p2
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text]
  FROM p3
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text]
  FROM p4
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text]
  FROM p5
);
