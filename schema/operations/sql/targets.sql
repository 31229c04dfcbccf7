-- identity_app
SELECT a.name, a.email, a.role, a.country, a.organisation_id, a.locale, a.named_elsewhere, NOT NOT EXISTS (
  SELECT
  FROM account d
  WHERE d.country = a.country
  AND d.staff_due
) AS behind
FROM session s
JOIN account a ON a.id = s.account_id
WHERE s.id = $1
AND s.account_id = $2
AND s.revoked_at IS NULL
AND s.expires_at > now()
AND a.status = 'ACTIVE';

-- za_app
SELECT 'I08' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'outreach'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    AND c.organisation_id = $5::uuid
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I10' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($6::text[], $7::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $8
    AND c.month = ANY($9::date[])
    AND c.organisation_id = $10::uuid
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period;

-- za_app
SELECT id, period, locked_on::text AS "lockedOn", versions
FROM reporting_period_lock
WHERE voided_at IS NULL
AND starts_on <= $1::date
AND ends_on >= $2::date
ORDER BY starts_on;

-- za_app
SELECT DISTINCT ON (o.code, s.is_baseline, s.year) o.code AS indicator, s.year, s.is_baseline AS "isBaseline", s.value_hundredths / 100.0::float8 AS value, s.numerator, s.respondents
FROM unnest($1::text[]) AS o (code)
JOIN survey_result s ON s.indicator_code = upper(o.code)
WHERE s.voided_at IS NULL
AND s.place IS NULL
AND (s.country_code IS NULL OR s.country_code = (
  SELECT z.code
  FROM country z
))
ORDER BY o.code, s.is_baseline, s.year, s.created_at DESC, s.id;

-- za_app
SELECT t.id::text AS id, t.indicator_code AS indicator, t.period, t.organisation_id::text AS organisation, t.province_id::text AS province, p.code AS "provinceCode", t.value_hundredths / 100.0::float8 AS value, t.version, f.id::text AS stream, f.donor, s.id::text AS "setBy", to_char(t.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "setAt"
FROM indicator_target t
LEFT JOIN province p ON p.id = t.province_id
LEFT JOIN funding_stream f ON (f.id = t.funding_stream_id AND (f."organisation_id" = $1 AND (f."voided_at" IS NULL OR f."created_by_id" = $2)))
LEFT JOIN staff_member s ON (s.id = t.set_by_id AND (s."organisation_id" = $3 OR s."moving_to_id" = $4))
WHERE (t."voided_at" IS NULL AND t.indicator_code = ANY($5::text[]) AND t.period = ANY($6::text[]) AND t.organisation_id = $7::uuid AND t.province_id IS NULL AND (t.funding_stream_id IS NULL OR (f.id IS NOT NULL AND f."voided_at" IS NULL)))
ORDER BY f.donor NULLS FIRST, t.id;

-- za_app
SELECT (
  SELECT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  FROM indicator_as_of
) AS "asOf", ($1::uuid IS NULL OR EXISTS (
  SELECT
  FROM organisation
  WHERE id = $2::uuid
))
AND ($3::uuid IS NULL OR EXISTS (
  SELECT
  FROM province
  WHERE id = $4::uuid
)) AS "isThere";

-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."indicator_code" AS c1, t."period" AS c2, t."starts_on" AS c3, t."ends_on" AS c4, t."value_hundredths" AS c5, t."version" AS c6, t."set_at" AS c7, t1."name" AS c8, t1."id" AS c9, t2."name" AS c10, t2."id" AS c11, t3."name" AS c12, t3."id" AS c13, t4."donor" AS c14, t4."financial_year" AS c15, t4."id" AS c16, t."note" AS c17, t."id" AS c18
  FROM (
    SELECT t."indicator_code" AS "indicator_code", t."period" AS "period", t."starts_on" AS "starts_on", t."ends_on" AS "ends_on", t."value_hundredths" AS "value_hundredths", t."version" AS "version", t."set_at" AS "set_at", t."set_by_id" AS "set_by_id", t."organisation_id" AS "organisation_id", t."province_id" AS "province_id", t."funding_stream_id" AS "funding_stream_id", t."note" AS "note", t."id" AS "id"
    FROM "indicator_target" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."indicator_code" = $7::text
    ORDER BY t."starts_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "staff_member" "t1"
    WHERE t1."id" = t."set_by_id"
    AND (t1."organisation_id" = $1 OR t1."moving_to_id" = $1)
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."name" AS "name", t2."id" AS "id"
    FROM "organisation" "t2"
    WHERE t2."id" = t."organisation_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t3."name" AS "name", t3."id" AS "id"
    FROM "province" "t3"
    WHERE t3."id" = t."province_id"
    AND TRUE
    LIMIT 1
  ) "t3" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t4."donor" AS "donor", t4."financial_year" AS "financial_year", t4."id" AS "id"
    FROM "funding_stream" "t4"
    WHERE t4."id" = t."funding_stream_id"
    AND (t4."organisation_id" = $1 AND (t4."voided_at" IS NULL OR t4."created_by_id" = $2))
    LIMIT 1
  ) "t4" ON TRUE
)
SELECT session_stands($3::uuid, $2::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text, c14::text, c15::text, c16::text, c17::text, c18::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."at"::text, t."version"::text, t5."open"::text, t5."$seen"::text, t."id"::text]
  FROM (
    SELECT c18 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."at" AS "at", t."version" AS "version", t."id" AS "id"
    FROM "audit_event" "t"
    WHERE t."record_id" = p.key
    AND ((t."action" NOT IN ('accuseColleague', 'withdrawAccusation', 'nameOutsideSupervisor') OR NOT EXISTS (
      SELECT 1
      FROM accused_colleague x
      WHERE x.case_id IN (t."record_id", (
        SELECT m.case_id
        FROM case_member m
        WHERE m.id = t."record_id"
      ))
      AND x.accused_id = $2
    )) AND (t."entity" <> 'EmergencyAlert' OR NOT EXISTS (
      SELECT 1
      FROM record_change rc
      WHERE rc.id = t."id"
      AND rc.open LIKE '%"caseId"%'
      AND EXISTS (
        SELECT 1
        FROM unnest(rc.links) AS l (id)
        WHERE NOT EXISTS (
          SELECT 1
          FROM "case" hc
          WHERE hc.id = l.id::uuid
          AND ((hc."restricted_at" IS NULL OR (EXISTS (
            SELECT 1
            FROM case_member m
            WHERE m.case_id = hc."id"
            AND m.member_id = $2
            AND m.ended_at IS NULL OFFSET 0
          ) OR (hc."owner_id" = ANY(ARRAY(
            SELECT d.absent_id
            FROM deputyship d
            WHERE d.deputy_id = $2
            AND d.starts_at <= now()
            AND d.ends_at > now()
          )) AND NOT (hc."id" = ANY(ARRAY(
            SELECT x.case_id
            FROM accused_colleague x
            WHERE x.accused_id = $2
            AND x.voided_at IS NULL
          )))))) AND (hc."status" <> 'DRAFT' OR $2 IN (hc."created_by_id", hc."owner_id")))
        )
      )
    )))
    ORDER BY t."version" DESC, t."id" DESC
    LIMIT 5
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t5."open" AS "open", ARRAY(
      SELECT x.id::text
      FROM "organisation" x
      WHERE x.id = ANY(t5."links"::uuid[])
      AND TRUE
      UNION ALL
      SELECT x.id::text
      FROM "province" x
      WHERE x.id = ANY(t5."links"::uuid[])
      AND TRUE
      UNION ALL
      SELECT x.id::text
      FROM "funding_stream" x
      WHERE x.id = ANY(t5."links"::uuid[])
      AND (x."organisation_id" = $1 AND (x."voided_at" IS NULL OR x."created_by_id" = $2))
      UNION ALL
      SELECT x.id::text
      FROM "staff_member" x
      WHERE x.id = ANY(t5."links"::uuid[])
      AND (x."organisation_id" = $1 OR x."moving_to_id" = $1)
    ) AS "$seen"
    FROM "record_change" "t5"
    WHERE t5."id" = t."id"
    LIMIT 1
  ) "t5" ON TRUE
);

-- za_app
SELECT 'I08' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'outreach'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    AND c.organisation_id = $5::uuid
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'new')::int) AS numerator, NULL::bigint AS denominator
    FROM locked_cell c
    WHERE c.counting = 'outreach'
    AND c.lock_id = ANY($6::uuid[])
    AND c.month = ANY($7::date[])
    AND c.organisation_id = $8::uuid
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I10' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($9::text[], $10::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $11
    AND c.month = ANY($12::date[])
    AND c.organisation_id = $13::uuid
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'completed')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'referrals'
    AND c.lock_id = ANY($14::uuid[])
    AND c.month = ANY($15::date[])
    AND c.organisation_id = $16::uuid
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period;
