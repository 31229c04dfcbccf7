-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."version" AS c2, t."category" AS c3, t."service_type" AS c4, t."urgency" AS c5, t."status" AS c6, t."requested_at" AS c7, t."responded_at" AS c8, t."ended_at" AS c9, t."appointment_at" AS c10, t."outcome" AS c11, t."rejected_reason" AS c12, t1."id" AS c13, t1."name" AS c14, t."shared_fields" AS c15, t2."purpose" AS c16, t2."decision" AS c17, t2."valid_until" AS c18, t2."id" AS c19, encode(t3."text", 'hex') AS c20, t3."id" AS c21, t3."data_key_id" AS c22, t3."$wrapped" AS c23, t3."$subject" AS c24, t4."service_provided_at" AS c25, encode(t4."provider_note", 'hex') AS c26, t4."id" AS c27, t4."data_key_id" AS c28, t4."$wrapped" AS c29, t4."$subject" AS c30, t5."id" AS c31, t5."display_id" AS c32, t5."version" AS c33, t5."status" AS c34, t5."risk_level" AS c35, t6."name" AS c36, t6."id" AS c37
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."category" AS "category", t."service_type" AS "service_type", t."urgency" AS "urgency", t."status" AS "status", t."requested_at" AS "requested_at", t."responded_at" AS "responded_at", t."ended_at" AS "ended_at", t."appointment_at" AS "appointment_at", t."outcome" AS "outcome", t."rejected_reason" AS "rejected_reason", t."to_organisation_id" AS "to_organisation_id", t."shared_fields" AS "shared_fields", t."consent_id" AS "consent_id", t."case_id" AS "case_id"
    FROM "referral" "t"
    WHERE t.id = ANY($8::uuid[])
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
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."id" AS "id", t1."name" AS "name"
    FROM "organisation" "t1"
    WHERE t1."id" = t."to_organisation_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."purpose" AS "purpose", t2."decision" AS "decision", t2."valid_until" AS "valid_until", t2."id" AS "id"
    FROM "consent" "t2"
    WHERE t2."id" = t."consent_id"
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
    ) OR (t2."recipient_id" = $1 AND t2."purpose" <> 'SERVICES'))
    LIMIT 1
  ) "t2" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t3."text" AS "text", t3."id" AS "id", t3."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t3s."survivor_id"
      FROM "referral" "t3s"
      WHERE t3s."id" = t3."referral_id"
    ) AS "$subject"
    FROM "referral_reason" "t3"
    LEFT JOIN data_key k ON k.id = t3."data_key_id"
    WHERE t3."referral_id" = t."id"
    AND (EXISTS (
      SELECT 1
      FROM "referral" "t3p"
      WHERE (t3p."id" = t3."referral_id" AND EXISTS (
        SELECT 1
        FROM "case" "t3pp"
        WHERE (t3pp."id" = t3p."case_id" AND ((t3pp."organisation_id" = $1 AND ((t3pp."restricted_at" IS NULL OR (EXISTS (
          SELECT 1
          FROM case_member m
          WHERE m.case_id = t3pp."id"
          AND m.member_id = $2
          AND m.ended_at IS NULL OFFSET 0
        ) OR (t3pp."owner_id" = ANY(ARRAY(
          SELECT d.absent_id
          FROM deputyship d
          WHERE d.deputy_id = $2
          AND d.starts_at <= now()
          AND d.ends_at > now()
        )) AND NOT (t3pp."id" = ANY(ARRAY(
          SELECT x.case_id
          FROM accused_colleague x
          WHERE x.accused_id = $2
          AND x.voided_at IS NULL
        )))))) AND (t3pp."status" <> 'DRAFT' OR ($2 IN (t3pp."created_by_id", t3pp."owner_id") OR t3pp."imported")))) AND NOT ((t3pp."closed_off_at" IS NOT NULL OR t3pp."status" = 'DRAFT' AND EXISTS (
          SELECT 1
          FROM "case" o
          WHERE o.survivor_id = t3pp."survivor_id"
          AND o.organisation_id = t3pp."organisation_id"
          AND o.closed_off_at IS NOT NULL OFFSET 0
        )) AND NOT EXISTS (
          SELECT 1
          FROM access_grant g
          WHERE g.grantee_id = $2
          AND g.ends_at > now()
          AND g.case_id = t3pp."id" OFFSET 0
        ))))
      ))
    ) OR EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."id" = t3."referral_id"
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
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
  LEFT JOIN LATERAL (
    SELECT t4."service_provided_at" AS "service_provided_at", t4."provider_note" AS "provider_note", t4."id" AS "id", t4."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", (
      SELECT t4s."survivor_id"
      FROM "case" "t4s"
      WHERE t4s."id" = t4."case_id"
    ) AS "$subject"
    FROM "service_record" "t4"
    LEFT JOIN data_key k ON k.id = t4."data_key_id"
    WHERE t4."referral_id" = t."id"
    AND (EXISTS (
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
    ) OR (t4."provider_id" = $1 AND NOT (t4."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))
    LIMIT 1
  ) "t4" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t5."id" AS "id", t5."display_id" AS "display_id", t5."version" AS "version", t5."status" AS "status", t5."risk_level" AS "risk_level", t5."owner_id" AS "owner_id"
    FROM "case" "t5"
    WHERE t5."id" = t."case_id"
    AND (t5."organisation_id" = $1 AND ((t5."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t5."id"
      AND m.member_id = $2
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t5."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t5."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))) AND (t5."status" <> 'DRAFT' OR ($2 IN (t5."created_by_id", t5."owner_id") OR t5."imported"))))
    LIMIT 1
  ) "t5" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t6."name" AS "name", t6."id" AS "id"
    FROM "staff_member" "t6"
    WHERE t6."id" = t5."owner_id"
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
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'ReferralReason', 'REFERRAL_REASON', $9::text, c21, c24
    FROM p0
    WHERE c21 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'ServiceRecord', 'SERVICE_RECORD', $10::text, c27, c30
    FROM p0
    WHERE c27 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text, c17::text, c18::text, c19::text, c20::text, c21::text, c22::text, c23::text, c24::text, c25::text, c26::text, c27::text, c28::text, c29::text, c30::text, c31::text, c32::text, c33::text, c34::text, c35::text, c36::text, c37::text]
  FROM p0
);
