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
SELECT 'I04' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($5::text[], $6::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'participations'
    AND c.told = $7
    AND c.month = ANY($8::date[])
    AND c.category = ANY($9::text[])
    AND c.detail = ANY($10::text[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I08' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($11::text[], $12::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'outreach'
    AND c.told = $13
    AND c.month = ANY($14::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I08b' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($15::text[], $16::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'cases'
    AND c.told = $17
    AND c.month = ANY($18::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I09' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($19::text[], $20::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m3) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'needs'
    AND c.told = $21
    AND c.month = ANY($22::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I09b' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($23::text[], $24::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m4) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'needs'
    AND c.told = $25
    AND c.month = ANY($26::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I10' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($27::text[], $28::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $29
    AND c.month = ANY($30::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I11' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($31::text[], $32::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m4) AS numerator, sum(c.m3) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $33
    AND c.month = ANY($34::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I12' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($35::text[], $36::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m6) AS numerator, sum(c.m5) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $37
    AND c.month = ANY($38::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I13' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($39::text[], $40::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'alerts'
    AND c.told = $41
    AND c.month = ANY($42::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I14' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($43::text[], $44::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m3) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'feedback'
    AND c.told = $45
    AND c.month = ANY($46::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I16' AS indicator, t.period, '{}'::text[] AS codes, t.amount AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($47::text[], $48::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, c.amount, sum(c.m1) AS numerator, NULL::bigint AS denominator
    FROM indicator_cell c
    WHERE c.counting = 'closures'
    AND c.month = ANY($49::date[])
    GROUP BY c.month, c.amount
  ) c ON c.month = asked.month
) t
GROUP BY t.period, t.amount
UNION ALL
SELECT 'I17' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.m2 AS numerator, c.m1 AS denominator
  FROM unnest($50::text[], $51::date[], $52::date[]) AS asked (name, f, t)
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
  FROM unnest($53::text[], $54::date[], $55::date[]) AS asked (name, f, t)
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
  FROM unnest($56::text[], $57::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'mediaPieces'
    AND c.told = $58
    AND c.month = ANY($59::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I20' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($60::text[], $61::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'participations'
    AND c.told = $62
    AND c.month = ANY($63::date[])
    AND c.category = ANY($64::text[])
    AND c.detail = ANY($65::text[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I21' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.m2 AS numerator, c.m1 AS denominator
  FROM unnest($66::text[], $67::date[], $68::date[]) AS asked (name, f, t)
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
GROUP BY t.period
UNION ALL
SELECT 'I22' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($69::text[], $70::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'complaints'
    AND c.told = $71
    AND c.month = ANY($72::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I23' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($73::text[], $74::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'registeredComplaints'
    AND c.told = $75
    AND c.month = ANY($76::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I24' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($77::text[], $78::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $79
    AND c.month = ANY($80::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I26' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($81::text[], $82::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m3) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'entries'
    AND c.told = $83
    AND c.month = ANY($84::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period;

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
WHERE (t."voided_at" IS NULL AND t.indicator_code = ANY($2::text[]) AND t.period = ANY($3::text[]) AND t.organisation_id IS NULL AND t.province_id IS NULL AND (t.funding_stream_id IS NULL OR (f.id IS NOT NULL AND f."voided_at" IS NULL)))
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
SELECT 'I03' AS indicator, t.period, ARRAY[t.violence_type::text] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, c.violence_type, sum(c.m1) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    GROUP BY c.month, c.violence_type
  ) c ON c.month = asked.month
) t
GROUP BY t.period, t.violence_type;

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
SELECT 'I04' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($7::text[], $8::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'participations'
    AND c.told = $9
    AND c.month = ANY($10::date[])
    AND c.category = ANY($11::text[])
    AND c.detail = ANY($12::text[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'completed')::int) AS numerator, sum((c.measures->>'enrolled')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'participations'
    AND c.lock_id = ANY($13::uuid[])
    AND c.month = ANY($14::date[])
    AND c.category = ANY($15::text[])
    AND c.detail = ANY($16::text[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I08' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($17::text[], $18::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'outreach'
    AND c.told = $19
    AND c.month = ANY($20::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'new')::int) AS numerator, NULL::bigint AS denominator
    FROM locked_cell c
    WHERE c.counting = 'outreach'
    AND c.lock_id = ANY($21::uuid[])
    AND c.month = ANY($22::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I08b' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($23::text[], $24::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'cases'
    AND c.told = $25
    AND c.month = ANY($26::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'byPeers')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'cases'
    AND c.lock_id = ANY($27::uuid[])
    AND c.month = ANY($28::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I09' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($29::text[], $30::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m3) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'needs'
    AND c.told = $31
    AND c.month = ANY($32::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'accessed')::int) AS numerator, sum((c.measures->>'assessed')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'needs'
    AND c.lock_id = ANY($33::uuid[])
    AND c.month = ANY($34::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I09b' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($35::text[], $36::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m4) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'needs'
    AND c.told = $37
    AND c.month = ANY($38::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'used')::int) AS numerator, sum((c.measures->>'assessed')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'needs'
    AND c.lock_id = ANY($39::uuid[])
    AND c.month = ANY($40::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I10' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($41::text[], $42::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $43
    AND c.month = ANY($44::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'completed')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'referrals'
    AND c.lock_id = ANY($45::uuid[])
    AND c.month = ANY($46::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I11' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($47::text[], $48::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m4) AS numerator, sum(c.m3) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'referrals'
    AND c.told = $49
    AND c.month = ANY($50::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'answeredIn48h')::int) AS numerator, sum((c.measures->>'onSystem')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'referrals'
    AND c.lock_id = ANY($51::uuid[])
    AND c.month = ANY($52::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I12' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($53::text[], $54::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m6) AS numerator, sum(c.m5) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $55
    AND c.month = ANY($56::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'pepInTime')::int) AS numerator, sum((c.measures->>'rapeInTime')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'incidents'
    AND c.lock_id = ANY($57::uuid[])
    AND c.month = ANY($58::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I13' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($59::text[], $60::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'alerts'
    AND c.told = $61
    AND c.month = ANY($62::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'inTime')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'alerts'
    AND c.lock_id = ANY($63::uuid[])
    AND c.month = ANY($64::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I14' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($65::text[], $66::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m3) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'feedback'
    AND c.told = $67
    AND c.month = ANY($68::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'satisfied')::int) AS numerator, sum((c.measures->>'given')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'feedback'
    AND c.lock_id = ANY($69::uuid[])
    AND c.month = ANY($70::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I16' AS indicator, t.period, '{}'::text[] AS codes, t.amount AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($71::text[], $72::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, c.amount, sum(c.m1) AS numerator, NULL::bigint AS denominator
    FROM indicator_cell c
    WHERE c.counting = 'closures'
    AND c.month = ANY($73::date[])
    GROUP BY c.month, c.amount
    UNION ALL
    SELECT c.month, c.amount, sum((c.measures->>'all')::int) AS numerator, NULL::bigint AS denominator
    FROM locked_cell c
    WHERE c.counting = 'closures'
    AND c.lock_id = ANY($74::uuid[])
    AND c.month = ANY($75::date[])
    GROUP BY c.month, c.amount
  ) c ON c.month = asked.month
) t
GROUP BY t.period, t.amount
UNION ALL
SELECT 'I17' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.m2 AS numerator, c.m1 AS denominator
  FROM unnest($76::text[], $77::date[], $78::date[]) AS asked (name, f, t)
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
  FROM unnest($79::text[], $80::date[], $81::date[]) AS asked (name, f, t)
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
  FROM unnest($82::text[], $83::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'mediaPieces'
    AND c.told = $84
    AND c.month = ANY($85::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'supportive')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'mediaPieces'
    AND c.lock_id = ANY($86::uuid[])
    AND c.month = ANY($87::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I20' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($88::text[], $89::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'participations'
    AND c.told = $90
    AND c.month = ANY($91::date[])
    AND c.category = ANY($92::text[])
    AND c.detail = ANY($93::text[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'completed')::int) AS numerator, sum((c.measures->>'enrolled')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'participations'
    AND c.lock_id = ANY($94::uuid[])
    AND c.month = ANY($95::date[])
    AND c.category = ANY($96::text[])
    AND c.detail = ANY($97::text[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I21' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.m2 AS numerator, c.m1 AS denominator
  FROM unnest($98::text[], $99::date[], $100::date[]) AS asked (name, f, t)
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
GROUP BY t.period
UNION ALL
SELECT 'I22' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($101::text[], $102::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'complaints'
    AND c.told = $103
    AND c.month = ANY($104::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'registered')::int) AS numerator, sum((c.measures->>'filed')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'complaints'
    AND c.lock_id = ANY($105::uuid[])
    AND c.month = ANY($106::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I23' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($107::text[], $108::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'registeredComplaints'
    AND c.told = $109
    AND c.month = ANY($110::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'concluded')::int) AS numerator, sum((c.measures->>'registered')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'registeredComplaints'
    AND c.lock_id = ANY($111::uuid[])
    AND c.month = ANY($112::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I24' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($113::text[], $114::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m2) AS numerator, sum(c.m1) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $115
    AND c.month = ANY($116::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'byState')::int) AS numerator, sum((c.measures->>'all')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'incidents'
    AND c.lock_id = ANY($117::uuid[])
    AND c.month = ANY($118::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period
UNION ALL
SELECT 'I26' AS indicator, t.period, '{}'::text[] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($119::text[], $120::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, sum(c.m3) AS numerator, sum(c.m2) AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'entries'
    AND c.told = $121
    AND c.month = ANY($122::date[])
    GROUP BY c.month
    UNION ALL
    SELECT c.month, sum((c.measures->>'complete')::int) AS numerator, sum((c.measures->>'registered')::int) AS denominator
    FROM locked_cell c
    WHERE c.counting = 'entries'
    AND c.lock_id = ANY($123::uuid[])
    AND c.month = ANY($124::date[])
    GROUP BY c.month
  ) c ON c.month = asked.month
) t
GROUP BY t.period;

-- za_app
SELECT 'I03' AS indicator, t.period, ARRAY[t.violence_type::text] AS codes, NULL::int AS amount, sum(t.numerator)::int AS numerator, sum(t.denominator)::int AS denominator
FROM (
  SELECT asked.name AS period, c.*
  FROM unnest($1::text[], $2::date[]) AS asked (name, month)
  JOIN (
    SELECT c.month, c.violence_type, sum(c.m1) AS numerator, NULL::bigint AS denominator
    FROM indicator_sum c
    WHERE c.counting = 'incidents'
    AND c.told = $3
    AND c.month = ANY($4::date[])
    GROUP BY c.month, c.violence_type
    UNION ALL
    SELECT c.month, c.violence_type, sum((c.measures->>'all')::int) AS numerator, NULL::bigint AS denominator
    FROM locked_cell c
    WHERE c.counting = 'incidents'
    AND c.lock_id = ANY($5::uuid[])
    AND c.month = ANY($6::date[])
    GROUP BY c.month, c.violence_type
  ) c ON c.month = asked.month
) t
GROUP BY t.period, t.violence_type;
