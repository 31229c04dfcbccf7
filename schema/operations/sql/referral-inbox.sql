-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."version" AS c2, t."status" AS c3, t."category" AS c4, t."urgency" AS c5, t."survivor_code" AS c6, t."age_band" AS c7, t1."name" AS c8, t1."id" AS c9, t2."name" AS c10, t2."id" AS c11, t."shared_fields" AS c12, encode(t3."text", 'hex') AS c13, t3."id" AS c14, t3."data_key_id" AS c15, t3."$wrapped" AS c16, t3."$subject" AS c17, t5."method" AS c18, encode(t5."times", 'hex') AS c19, t5."id" AS c20, t5."data_key_id" AS c21, t5."$wrapped" AS c22, t5."$subject" AS c23, t4."id" AS c24, t."case_id" AS c25
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status", t."category" AS "category", t."urgency" AS "urgency", t."survivor_code" AS "survivor_code", t."age_band" AS "age_band", t."district_id" AS "district_id", t."from_organisation_id" AS "from_organisation_id", t."shared_fields" AS "shared_fields", t."survivor_id" AS "survivor_id", t."case_id" AS "case_id"
    FROM "referral" "t"
    WHERE (t."to_organisation_id" = $1 AND t."status" <> 'DRAFT' AND NOT (t."case_id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    ))))
    AND t."status" = ANY($8::text[])
    ORDER BY t."requested_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "district" "t1"
    WHERE t1."id" = t."district_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."name" AS "name", t2."id" AS "id"
    FROM "organisation" "t2"
    WHERE t2."id" = t."from_organisation_id"
    AND TRUE
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
    AND EXISTS (
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
    )
    LIMIT 1
  ) "t3" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t4."id" AS "id"
    FROM "survivor" "t4"
    WHERE t4."id" = t."survivor_id"
    AND (EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t4."id"
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
    ) OR (t4."merged_into_id" IS NOT NULL AND EXISTS (
      SELECT 1
      FROM "survivor" "t4f"
      WHERE (t4f."id" = t4."merged_into_id" AND EXISTS (
        SELECT 1
        FROM referral r
        WHERE r."survivor_id" = t4f."id"
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
      ))
    )))
    LIMIT 1
  ) "t4" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t5."method" AS "method", t5."times" AS "times", t5."id" AS "id", t5."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t5."survivor_id" AS "$subject"
    FROM "safe_contact" "t5"
    LEFT JOIN data_key k ON k.id = t5."data_key_id"
    WHERE t5."survivor_id" = t4."id"
    AND EXISTS (
      SELECT 1
      FROM referral r
      WHERE r."survivor_id" = t5."survivor_id"
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
    )
    LIMIT 1
  ) "t5" ON TRUE
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'ReferralReason', 'REFERRAL_REASON', $10::text, c14, c17
    FROM p0
    WHERE c14 IS NOT NULL
  ) UNION ALL (
    SELECT DISTINCT 'SafeContact', 'SAFE_CONTACT', $11::text, c20, c23
    FROM p0
    WHERE c20 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text, c17::text, c18::text, c19::text, c20::text, c21::text, c22::text, c23::text, c24::text, c25::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."gbvims_type"::text, t."occurred_month"::text, t."id"::text]
  FROM (
    SELECT DISTINCT c25 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."gbvims_type" AS "gbvims_type", t."occurred_month" AS "occurred_month", t."id" AS "id"
    FROM "incident" "t"
    WHERE (t."case_id" = p.key AND (EXISTS (
      SELECT 1
      FROM referral r
      JOIN referral_incident ri ON ri.referral_id = r.id
      WHERE ri.voided_at IS NULL
      AND r.to_organisation_id = $1
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND r.shared_fields && ARRAY[$12, $13, $14, $15, $16, $17]
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
      AND ri.incident_id = t."id"
    ) AND (t."voided_at" IS NULL OR t."created_by_id" = $2)) AND t."voided_at" IS NULL)
    ORDER BY t."reported_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "referral" "t"
  WHERE (t."to_organisation_id" = $1 AND t."status" <> 'DRAFT' AND NOT (t."case_id" = ANY(ARRAY(
    SELECT x.case_id
    FROM accused_colleague x
    WHERE x.accused_id = $2
    AND x.voided_at IS NULL
  ))))
  AND t."status" = ANY($18::text[])
)]];
