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
SELECT 'I03' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m1) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I10' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($5::text[], $6::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $7
    AND c.month = ANY($8::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I24' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($9::text[], $10::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $11
    AND c.month = ANY($12::date[])
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
LEFT JOIN funding_stream f ON (f.id = t.funding_stream_id AND (f."voided_at" IS NULL OR f."created_by_id" = $1))
LEFT JOIN staff_member s ON s.id = t.set_by_id
WHERE (t."voided_at" IS NULL AND t.indicator_code = ANY($2::text[]) AND t.period = ANY($3::text[]) AND t.organisation_id IS NULL AND t.province_id IS NULL AND (t.funding_stream_id IS NULL OR (f.id IS NOT NULL AND f."voided_at" IS NULL)))
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
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."period"::text, t."locked_on"::text, t."as_of"::text, t."note"::text, t."id"::text]
  FROM (
    SELECT t."period" AS "period", t."locked_on" AS "locked_on", t."as_of" AS "as_of", t."note" AS "note", t."id" AS "id"
    FROM "reporting_period_lock" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    ORDER BY t."starts_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
);

-- za_app
SELECT 'I03' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m1) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'all')::int) AS numerator, NULL::bigint AS denominator
    FROM locked_cell c
    WHERE c.counting = 'incidents'
    AND c.lock_id = ANY($5::uuid[])
    AND c.month = ANY($6::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I10' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($7::text[], $8::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $9
    AND c.month = ANY($10::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'completed')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'referrals'
    AND c.lock_id = ANY($11::uuid[])
    AND c.month = ANY($12::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I24' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($13::text[], $14::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $15
    AND c.month = ANY($16::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'byState')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'incidents'
    AND c.lock_id = ANY($17::uuid[])
    AND c.month = ANY($18::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period;
