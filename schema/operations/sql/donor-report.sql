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

-- bw_region, mz_region, region_region, za_region, zw_region
SELECT 'I04' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM open_cell c
    WHERE c.counting = 'participations'
    AND c.month = ANY($3::date[])
    AND c.category = ANY($4::text[])
    AND c.detail = ANY($5::text[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I05' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($6::text[], $7::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM open_cell c
    WHERE c.counting = 'assessments'
    AND c.month = ANY($8::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I07' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($9::text[], $10::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM open_cell c
    WHERE c.counting = 'conductItems'
    AND c.month = ANY($11::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I08' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($12::text[], $13::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, NULL::bigint AS denominator
    FROM open_cell c
    WHERE c.counting = 'outreach'
    AND c.month = ANY($14::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I17' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.m2 AS numerator, c.m1 AS denominator
  FROM unnest($15::text[], $16::date[], $17::date[]) AS asked (name, f, t)
  CROSS JOIN LATERAL (
    SELECT a.id AS root_id, a.id AS record_id, asked.t AS day, a.organisation_id AS organisation_id, NULL::uuid AS province_id, NULL::text AS gender, NULL::text AS age_band, NULL::text AS violence_type, NULL::text AS perpetrator, a.kind AS category, a.level AS detail, NULL::int AS amount, 1 AS m1, (coalesce((
      SELECT max(array_position(ARRAY['PLANNED', 'AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'], g.stage))
      FROM advocacy_stage_reached g
      WHERE g.activity_id = a.id
      AND g.voided_at IS NULL
      AND g.reached_on <= asked.t
    ) > coalesce((
      SELECT max(array_position(ARRAY['PLANNED', 'AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'], g.stage))
      FROM advocacy_stage_reached g
      WHERE g.activity_id = a.id
      AND g.voided_at IS NULL
      AND g.reached_on < asked.f
    ), (
      SELECT array_position(ARRAY['PLANNED', 'AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'], g.stage)
      FROM advocacy_stage_reached g
      WHERE g.activity_id = a.id
      AND g.voided_at IS NULL
      ORDER BY g.reached_on, g.created_at, g.id
      LIMIT 1
    )), false))::int AS m2, 0 AS m3, 0 AS m4, 0 AS m5, 0 AS m6
    FROM advocacy_activity a
    WHERE a.voided_at IS NULL
    AND a.kind IN ('LAW_REFORM', 'POLICY_REFORM', 'BYLAW_CHANGE')
    AND a.stance = 'FOR'
    AND coalesce(a.activity_on, (
      SELECT min(g.reached_on)
      FROM advocacy_stage_reached g
      WHERE g.activity_id = a.id
      AND g.voided_at IS NULL
    )) <= asked.t
    AND NOT EXISTS (
      SELECT
      FROM (
        SELECT g.stage
        FROM advocacy_stage_reached g
        WHERE g.activity_id = a.id
        AND g.voided_at IS NULL
        AND g.reached_on < asked.f
        ORDER BY g.reached_on DESC, g.created_at DESC
        LIMIT 1
      ) l
      WHERE l.stage IN ('ENFORCED', 'REJECTED', 'REVERSED')
    )
  ) c
  WHERE TRUE
) t
GROUP BY t.period
UNION ALL
SELECT 'I18' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.m2 AS numerator, c.m1 AS denominator
  FROM unnest($18::text[], $19::date[], $20::date[]) AS asked (name, f, t)
  CROSS JOIN LATERAL (
    SELECT a.id AS root_id, a.id AS record_id, asked.t AS day, a.organisation_id AS organisation_id, d.province_id AS province_id, NULL::text AS gender, NULL::text AS age_band, NULL::text AS violence_type, NULL::text AS perpetrator, a.ally_type AS category, a.level AS detail, NULL::int AS amount, 1 AS m1, (coalesce(EXISTS (
      SELECT
      FROM ally_action n
      WHERE n.ally_id = a.id
      AND n.voided_at IS NULL
      AND n.acted_on BETWEEN asked.f
      AND asked.t
    ), false))::int AS m2, 0 AS m3, 0 AS m4, 0 AS m5, 0 AS m6
    FROM ally a
    LEFT JOIN district d ON d.id = a.district_id
    WHERE a.voided_at IS NULL
    AND a.engaged_on <= asked.t
    AND (a.ended_on IS NULL OR a.ended_on >= asked.f)
  ) c
  WHERE TRUE
) t
GROUP BY t.period
UNION ALL
SELECT 'I19' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($21::text[], $22::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM open_cell c
    WHERE c.counting = 'mediaPieces'
    AND c.month = ANY($23::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I20' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($24::text[], $25::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM open_cell c
    WHERE c.counting = 'participations'
    AND c.month = ANY($26::date[])
    AND c.category = ANY($27::text[])
    AND c.detail = ANY($28::text[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I21' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.m2 AS numerator, c.m1 AS denominator
  FROM unnest($29::text[], $30::date[], $31::date[]) AS asked (name, f, t)
  CROSS JOIN LATERAL (
    SELECT u.id AS root_id, u.id AS record_id, asked.t AS day, u.organisation_id AS organisation_id, u.province_id AS province_id, NULL::text AS gender, NULL::text AS age_band, NULL::text AS violence_type, NULL::text AS perpetrator, NULL::text AS category, NULL::text AS detail, NULL::int AS amount, 1 AS m1, (coalesce(u.in_practice, false))::int AS m2, 0 AS m3, 0 AS m4, 0 AS m5, 0 AS m6
    FROM (
      SELECT (array_agg(p.id ORDER BY p.id))[1] AS id, p.organisation_id, p.province_id, bool_or(p.in_practice) AS in_practice
      FROM (
        SELECT p.id, p.organisation_id, d.province_id, p.district_id, p.unit_kind, lower(trim(p.unit)) AS unit, p.adopted_on <= asked.t
        AND (
          SELECT k.in_practice
          FROM adoption_check k
          WHERE k.adoption_id = p.id
          AND k.voided_at IS NULL
          AND k.checked_on <= asked.t
          AND k.checked_on > asked.t - interval '12 months'
          ORDER BY k.checked_on DESC, k.created_at DESC
          LIMIT 1
        ) AS in_practice
        FROM procedure_adoption p
        LEFT JOIN district d ON d.id = p.district_id
        WHERE p.voided_at IS NULL
        AND p.unit_kind IN ('POLICE_STATION', 'POLICE_COLLEGE', 'VIOLENCE_OFFICE')
        AND coalesce(p.pledged_on, p.adopted_on) <= asked.t
      ) p
      GROUP BY p.organisation_id, p.province_id, p.district_id, p.unit_kind, p.unit
    ) u
  ) c
  WHERE TRUE
) t
GROUP BY t.period;

-- bw_region, mz_region, region_region, za_region, zw_region
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

-- bw_region, mz_region, region_region, za_region, zw_region
SELECT t.id::text AS id, t.indicator_code AS indicator, t.period, t.organisation_id::text AS organisation, t.province_id::text AS province, p.code AS "provinceCode", t.value_hundredths / 100.0::float8 AS value, t.version, f.id::text AS stream, f.donor, s.id::text AS "setBy", to_char(t.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "setAt"
FROM indicator_target t
LEFT JOIN province p ON p.id = t.province_id
LEFT JOIN funding_stream f ON (f.id = t.funding_stream_id AND (f."voided_at" IS NULL OR f."created_by_id" = $1))
LEFT JOIN (
  SELECT NULL::uuid AS id
) s ON false
WHERE (t."voided_at" IS NULL AND t.indicator_code = ANY($2::text[]) AND t.period = ANY($3::text[]) AND t.organisation_id IS NULL AND t.province_id IS NULL AND (t.funding_stream_id IS NULL OR (f.id IS NOT NULL AND f."voided_at" IS NULL)))
ORDER BY f.donor NULLS FIRST, t.id;

-- bw_region, mz_region, region_region, za_region, zw_region
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
