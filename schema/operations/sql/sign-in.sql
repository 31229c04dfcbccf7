-- identity_app, identity_app
INSERT INTO sign_in_throttle AS t (key, attempts, resets_at)
VALUES ($1, 1, clock_timestamp() + make_interval(mins => $3::int))
ON CONFLICT (key) DO UPDATE
SET attempts = CASE WHEN t.resets_at <= clock_timestamp() THEN 1 ELSE t.attempts + 1 END, resets_at = CASE WHEN t.resets_at <= clock_timestamp() OR t.attempts + 1 = $2::int THEN clock_timestamp() + make_interval(mins => $3::int) ELSE t.resets_at END
RETURNING t.attempts <= $2::int AS allowed;

-- identity_app
SELECT a.id, a.email, a.name, a.role, a.country, a.organisation_id, a.locale, a.totp_secret IS NOT NULL AS has_second_factor, a.password_hash, a.status, a.totp_secret, a.totp_pending, CASE WHEN a.one_time_password_until IS NULL THEN 'NO' WHEN a.one_time_password_until > now() THEN 'GOOD' ELSE 'EXPIRED' END AS one_time
FROM account a
WHERE a.email = $1;

-- identity_app
BEGIN;

-- identity_app
WITH holder AS (
  SELECT *
  FROM account
  WHERE id = $1
  AND password_hash = $2
  AND status = 'ACTIVE'
  FOR SHARE
)
INSERT INTO session (account_id, family, refresh_hash, expires_at, ends_at)
SELECT id, $3, $4, now() + make_interval(days => least($5::int, $6::int)), now() + make_interval(days => $6::int)
FROM holder
RETURNING id;

-- identity_app
DELETE FROM session
WHERE account_id = $1
AND ends_at < now();

-- identity_app
INSERT INTO sign_in_event (kind, account_id, subject, address, request_id)
VALUES ($1, $2, $3, $4, $5);

-- identity_app
COMMIT;

-- identity_app
UPDATE sign_in_throttle
SET attempts = greatest(attempts - 1, 0)
WHERE key = $1;

-- identity_app
DELETE FROM sign_in_throttle
WHERE key = $1;

-- identity_app
DELETE FROM sign_in_throttle
WHERE key IN (
  SELECT key
  FROM sign_in_throttle
  WHERE resets_at < now()
  LIMIT 100
  FOR UPDATE SKIP LOCKED
);

-- identity_app, identity_app
SELECT id, role, organisation_id AS "organisationId", status = 'ACTIVE' AS active
FROM account
WHERE country = $1
AND staff_due
ORDER BY id;

-- za_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."code"::text, t."id"::text]
  FROM (
    SELECT t."code" AS "code", t."id" AS "id"
    FROM "country" "t"
    WHERE TRUE
    LIMIT 1
  ) "t"
);

-- za_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."name"::text, t."id"::text]
  FROM (
    SELECT t."name" AS "name", t."id" AS "id"
    FROM "organisation" "t"
    WHERE t.id = ANY($1::uuid[])
    AND TRUE
  ) "t"
);
