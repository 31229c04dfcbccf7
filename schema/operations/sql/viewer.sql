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

-- identity_app
SELECT a.id, a.email, a.name, a.role, a.country, a.organisation_id, a.locale, a.totp_secret IS NOT NULL AS has_second_factor, a.password_hash, a.status, a.totp_secret, a.totp_pending, CASE WHEN a.one_time_password_until IS NULL THEN 'NO' WHEN a.one_time_password_until > now() THEN 'GOOD' ELSE 'EXPIRED' END AS one_time
FROM account a
WHERE a.id = $1;

-- za_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."code"::text, t."name_en"::text, t."id"::text]
  FROM (
    SELECT t."code" AS "code", t."name_en" AS "name_en", t."id" AS "id"
    FROM "country" "t"
    WHERE TRUE
    LIMIT 1
  ) "t"
);

-- za_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."name"::text]
  FROM (
    SELECT t."id" AS "id", t."name" AS "name"
    FROM "organisation" "t"
    WHERE t.id = ANY($1::uuid[])
    AND TRUE
  ) "t"
);
