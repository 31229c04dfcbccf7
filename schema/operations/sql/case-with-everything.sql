-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."display_id" AS c2, t."version" AS c3, t."status" AS c4, t."risk_level" AS c5, t."concluded" AS c6, t1."survivor_code" AS c7, t1."age_band" AS c8, encode(t2."working_name", 'hex') AS c9, t2."id" AS c10, t2."data_key_id" AS c11, t2."$wrapped" AS c12, encode(t2."phone", 'hex') AS c13, t2."$subject" AS c14, t3."method" AS c15, encode(t3."times", 'hex') AS c16, t3."id" AS c17, t3."data_key_id" AS c18, t3."$wrapped" AS c19, t3."$subject" AS c20, t1."id" AS c21
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version", t."status" AS "status", t."risk_level" AS "risk_level", t."concluded" AS "concluded", t."survivor_id" AS "survivor_id"
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
    SELECT t1."survivor_code" AS "survivor_code", t1."age_band" AS "age_band", t1."id" AS "id"
    FROM "survivor" "t1"
    WHERE t1."id" = t."survivor_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."working_name" AS "working_name", t2."id" AS "id", t2."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t2."phone" AS "phone", t2."survivor_id" AS "$subject"
    FROM "survivor_identity" "t2"
    LEFT JOIN data_key k ON k.id = t2."data_key_id"
    WHERE t2."survivor_id" = t1."id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t2p"
      WHERE (t2p."survivor_id" = t2."survivor_id" AND ((((t2p."owner_id" = $2 OR t2p."created_by_id" = $2 OR (t2p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) OR (t2p."restricted_at" IS NOT NULL AND EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t2p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      )))) AND t2p."organisation_id" = $1) AND ((t2p."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (t2p."status" <> 'DRAFT' OR ($2 IN (t2p."created_by_id", t2p."owner_id") OR t2p."imported")))) AND NOT ((t2p."closed_off_at" IS NOT NULL OR t2p."status" = 'DRAFT' AND EXISTS (
        SELECT 1
        FROM "case" o
        WHERE o.survivor_id = t2p."survivor_id"
        AND o.organisation_id = t2p."organisation_id"
        AND o.closed_off_at IS NOT NULL OFFSET 0
      )) AND NOT EXISTS (
        SELECT 1
        FROM access_grant g
        WHERE g.grantee_id = $2
        AND g.ends_at > now()
        AND g.case_id = t2p."id" OFFSET 0
      ))))
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
      ) = 'FULL'
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
    SELECT t3."method" AS "method", t3."times" AS "times", t3."id" AS "id", t3."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t3."survivor_id" AS "$subject"
    FROM "safe_contact" "t3"
    LEFT JOIN data_key k ON k.id = t3."data_key_id"
    WHERE t3."survivor_id" = t1."id"
    AND (EXISTS (
      SELECT 1
      FROM "case" "t3p"
      WHERE (t3p."survivor_id" = t3."survivor_id" AND ((((t3p."owner_id" = $2 OR t3p."created_by_id" = $2 OR (t3p."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) OR (t3p."restricted_at" IS NOT NULL AND EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = t3p."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      )))) AND t3p."organisation_id" = $1) AND ((t3p."restricted_at" IS NULL OR (EXISTS (
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
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t3."survivor_id"
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
  ) "t3" ON TRUE
), p2 AS MATERIALIZED (
  SELECT p.key AS c0, t."id" AS c1, t."gbvims_type" AS c2, t."violation_types" AS c3, encode(t4."text", 'hex') AS c4, t4."id" AS c5, t4."data_key_id" AS c6, t4."$wrapped" AS c7, t4."$subject" AS c8
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."gbvims_type" AS "gbvims_type", t."violation_types" AS "violation_types"
    FROM "incident" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."reported_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t4."text" AS "text", t4."id" AS "id", t4."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t4s."survivor_id"
      FROM "case" "t4s"
      WHERE t4s."id" = t4."case_id"
    ) AS "$subject"
    FROM "incident_narrative" "t4"
    LEFT JOIN data_key k ON k.id = t4."data_key_id"
    WHERE t4."incident_id" = t."id"
    AND ((EXISTS (
      SELECT 1
      FROM "case" "t4p"
      WHERE (t4p."id" = t4."case_id" AND ((t4p."organisation_id" = $1 AND ((t4p."restricted_at" IS NULL OR (EXISTS (
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
      JOIN referral_incident ri ON ri.referral_id = r.id
      WHERE ri.voided_at IS NULL
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
      AND ri.incident_id = t4."incident_id"
    )) AND (t4."voided_at" IS NULL OR t4."created_by_id" = $2 OR EXISTS (
      SELECT 1
      FROM "case" "t4p"
      WHERE (t4p."id" = t4."case_id" AND ((t4p."organisation_id" = $1 AND ((t4p."restricted_at" IS NULL OR (EXISTS (
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
    )))
    LIMIT 1
  ) "t4" ON TRUE
), p7 AS MATERIALIZED (
  SELECT p.key AS c0, t."id" AS c1, t."category" AS c2, t."status" AS c3, t."outcome" AS c4, t."planned_sessions" AS c5
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."category" AS "category", t."status" AS "status", t."outcome" AS "outcome", t."planned_sessions" AS "planned_sessions"
    FROM "referral" "t"
    WHERE t."case_id" = p.key
    AND TRUE
    ORDER BY t."requested_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), p9 AS MATERIALIZED (
  SELECT p.key AS c0, t."service_type" AS c1, t."result" AS c2, t."given_at" AS c3, encode(t."note", 'hex') AS c4, t."id" AS c5, t."data_key_id" AS c6, t."$wrapped" AS c7, t."$subject" AS c8
  FROM (
    SELECT c1 AS key
    FROM p7
  ) p
  CROSS JOIN LATERAL (
    SELECT t."service_type" AS "service_type", t."result" AS "result", t."given_at" AS "given_at", t."note" AS "note", t."id" AS "id", t."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT ts."survivor_id"
      FROM "case" "ts"
      WHERE ts."id" = t."case_id"
    ) AS "$subject"
    FROM "service_delivery" "t"
    LEFT JOIN data_key k ON k.id = t."data_key_id"
    WHERE (t."referral_id" = p.key AND ((EXISTS (
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
    ) OR (t."provider_id" = $1 AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))))) AND (t."voided_at" IS NULL OR t."created_by_id" = $2 OR EXISTS (
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
), p14 AS MATERIALIZED (
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
    SELECT DISTINCT 'SurvivorIdentity', 'IDENTITY', $12::text, c10, c14
    FROM p0
    WHERE c10 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'SafeContact', 'SAFE_CONTACT', $13::text, c17, c20
    FROM p0
    WHERE c17 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'IncidentNarrative', 'NARRATIVE', $14::text, c5, c8
    FROM p2
    WHERE c5 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'ServiceDelivery', 'SERVICE_RECORD', $15::text, c5, c8
    FROM p9
    WHERE c5 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'CaseNote', 'CASE_NOTES', $16::text, c3, c7
    FROM p14
    WHERE c3 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text, c17::text, c18::text, c19::text, c20::text, c21::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."purpose"::text, t."decision"::text, t."valid_until"::text, t."id"::text]
  FROM (
    SELECT DISTINCT c21 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."purpose" AS "purpose", t."decision" AS "decision", t."valid_until" AS "valid_until", t."id" AS "id"
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
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text]
  FROM p2
), ARRAY(
  SELECT ARRAY[p.key::text, t."category"::text, t."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p2
  ) p
  CROSS JOIN LATERAL (
    SELECT t."category" AS "category", t."id" AS "id"
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
      AND $17 = ANY(r.shared_fields)
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
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."category"::text, t."service_type"::text, t."status"::text, t."accessed_at"::text, t."used_at"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."category" AS "category", t."service_type" AS "service_type", t."status" AS "status", t."accessed_at" AS "accessed_at", t."used_at" AS "used_at"
    FROM "service_need" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."identified_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."plan"::text, t."due_on"::text, t."status"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."plan" AS "plan", t."due_on" AS "due_on", t."status" AS "status"
    FROM "planned_action" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."type"::text, t."status"::text, t."due_at"::text, t."done_at"::text, t."outcome"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."type" AS "type", t."status" AS "status", t."due_at" AS "due_at", t."done_at" AS "done_at", t."outcome" AS "outcome"
    FROM "follow_up" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text]
  FROM p7
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."number"::text, t."status"::text, t."planned_at"::text, t."held_at"::text]
  FROM (
    SELECT c1 AS key
    FROM p7
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."number" AS "number", t."status" AS "status", t."planned_at" AS "planned_at", t."held_at" AS "held_at"
    FROM "service_session" "t"
    WHERE (t."referral_id" = p.key AND ((EXISTS (
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
    ) OR (t."provider_id" = $1 AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))))) AND (t."voided_at" IS NULL OR t."created_by_id" = $2 OR EXISTS (
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
    ))) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text]
  FROM p9
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."status"::text, t."hearing_on"::text, t."conclusion"::text, t5."name"::text, t5."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."status" AS "status", t."hearing_on" AS "hearing_on", t."conclusion" AS "conclusion", t."mechanism_id" AS "mechanism_id"
    FROM "complaint" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t5."name" AS "name", t5."id" AS "id"
    FROM "complaint_mechanism" "t5"
    WHERE t5."id" = t."mechanism_id"
    AND TRUE
    LIMIT 1
  ) "t5" ON TRUE
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."kind"::text, t."media_type"::text, t."size"::text, t."status"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."kind" AS "kind", t."media_type" AS "media_type", t."size" AS "size", t."status" AS "status"
    FROM "attachment" "t"
    WHERE (t."case_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[p.key::text, t."id"::text, t."status"::text, t."raised_at"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."id" AS "id", t."status" AS "status", t."raised_at" AS "raised_at"
    FROM "emergency_alert" "t"
    WHERE t."case_id" = p.key
    AND (t."organisation_id" = $1 AND (t."case_id" IS NULL OR (t."resolved_at" IS NULL AND NOT (t."case_id" = ANY(ARRAY(
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
    ORDER BY t."raised_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[p.key::text, t."kind"::text, t."due_at"::text, t."id"::text]
  FROM (
    SELECT c1 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."kind" AS "kind", t."due_at" AS "due_at", t."id" AS "id"
    FROM "work_item" "t"
    WHERE t."case_id" = p.key
    AND (((t."responsible_id" = $2 OR (t."responsible_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) OR t."audience" IN ('caseWork', 'caseRegistration', 'restriction', 'childCases', 'caseManagement', 'mergingRecords', 'breakingGlass', 'referring', 'directoryKeeping', 'serving', 'partnering') OR (t."source" = $18 AND t."root_id" = ANY(ARRAY(
      SELECT wa.id
      FROM emergency_alert wa
      WHERE wa.status = 'RAISED'
      AND (wa."id" = ANY(ARRAY(
        SELECT r.alert_id
        FROM alert_responder r
        WHERE r.member_id = $2
      )) OR wa."district_id" = ANY(ARRAY(
        SELECT d.id
        FROM on_call_shift s
        JOIN district d ON s.district_codes = '{}'
        OR d.code = ANY(s.district_codes)
        WHERE s.member_id = $2
        AND s.organisation_id = $1
        AND s.status = 'PLANNED'
        AND s.starts_at <= now()
        AND s.ends_at > now()
      )))
    ))))) AND t."organisation_id" = $1) AND (t."from_at" <= now() AND (t."until_at" IS NULL OR t."until_at" > now()) AND (t."case_id" IS NULL OR EXISTS (
      SELECT
      FROM "case" oc
      WHERE oc.id = t."case_id"
      AND ((oc."restricted_at" IS NULL OR (EXISTS (
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
      )))))) AND (oc."status" <> 'DRAFT' OR ($2 IN (oc."created_by_id", oc."owner_id") OR oc."imported"))) OFFSET 0
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
    )) AND (t."audience" IS DISTINCT FROM $19 OR t."responsible_id" = $2)))
    ORDER BY array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','CONDUCT_REVIEW','CONDUCT_APPEAL','REVIEWER_MISSING','ACTIVITY_DAY_PAST','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE','ADOPTION_UNCHECKED'], t."kind") ASC, coalesce(t."due_at", 'infinity'::timestamptz) ASC, array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], t."risk") ASC, t."since" ASC, t."id" ASC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text]
  FROM p14
);
