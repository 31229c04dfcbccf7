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
SELECT indicator_codes AS "indicatorCodes", by, starts_on::text AS "startsOn", ends_on::text AS "endsOn", valid_until::text AS "validUntil", status
FROM ministry_release r
WHERE r.id = $1::uuid;

-- za_app, za_app
SELECT id::text AS id, code AS told, name AS label
FROM province
ORDER BY name, id;

-- za_app
SELECT 'I03' AS indicator, t.period, ARRAY[t.province_id::text, t.violence_type::text] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, c.province_id, c.violence_type, sum(c.m1) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    GROUP BY c.month, c.province_id, c.violence_type
  ) c ON c.month = asked.month
) t
GROUP BY t.period, t.province_id, t.violence_type;

-- za_app, za_app
SELECT id, period, locked_on::text AS "lockedOn", versions
FROM reporting_period_lock
WHERE voided_at IS NULL
AND starts_on <= $1::date
AND ends_on >= $2::date
ORDER BY starts_on;

-- za_app, za_app
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

-- za_app, za_app
SELECT t.id::text AS id, t.indicator_code AS indicator, t.period, t.organisation_id::text AS organisation, t.province_id::text AS province, p.code AS "provinceCode", t.value_hundredths / 100.0::float8 AS value, t.version, f.id::text AS stream, f.donor, s.id::text AS "setBy", to_char(t.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "setAt"
FROM indicator_target t
LEFT JOIN province p ON p.id = t.province_id
LEFT JOIN funding_stream f ON (f.id = t.funding_stream_id AND (f."voided_at" IS NULL OR f."created_by_id" = $1))
LEFT JOIN staff_member s ON s.id = t.set_by_id
WHERE (t."voided_at" IS NULL AND t.indicator_code = ANY($2::text[]) AND t.period = ANY($3::text[]) AND t.organisation_id IS NULL AND true AND (t.funding_stream_id IS NULL OR (f.id IS NOT NULL AND f."voided_at" IS NULL)))
ORDER BY f.donor NULLS FIRST, t.id;

-- za_app, za_app
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
SELECT 'I08' AS indicator, t.period, ARRAY[t.province_id::text] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, c.province_id, sum(c.m2) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'outreach'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    GROUP BY c.month, c.province_id
  ) c ON c.month = asked.month
) t
GROUP BY t.period, t.province_id
UNION ALL
SELECT 'I10' AS indicator, t.period, ARRAY[t.province_id::text] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($5::text[], $6::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, c.province_id, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $7
    AND c.month = ANY($8::date[])
    GROUP BY c.month, c.province_id
  ) c ON c.month = asked.month
) t
GROUP BY t.period, t.province_id;

-- za_app
INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
SELECT gen_random_uuid(), 1, now(), now(), $1::uuid, $2::uuid, $3::text, $4::uuid, $5::text, $6::text, $7::text, $8::text, id, NULL::uuid
FROM ministry_release
WHERE id = $9::uuid
AND status = 'IN_FORCE'
RETURNING id;
