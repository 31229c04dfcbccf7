-- identity_app
SELECT a.name, a.email, a.role, a.country, a.organisation_id
FROM session s
JOIN account a ON a.id = s.account_id
WHERE s.id = $1
AND s.account_id = $2
AND s.revoked_at IS NULL
AND s.expires_at > now()
AND a.status = 'ACTIVE';

-- za_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."display_id"::text, t."version"::text, t."status"::text, t."updated_at"::text]
  FROM (
    SELECT t."id" AS "id", t."display_id" AS "display_id", t."version" AS "version", t."status" AS "status", t."updated_at" AS "updated_at"
    FROM "case" "t"
    WHERE t.id = ANY($2::uuid[])
    AND t."organisation_id" = $1
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."category"::text, t."status"::text, t."updated_at"::text, t1."name"::text, t1."id"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."category" AS "category", t."status" AS "status", t."updated_at" AS "updated_at", t."to_organisation_id" AS "to_organisation_id"
    FROM "referral" "t"
    WHERE t.id = ANY($3::uuid[])
    AND EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND tp."organisation_id" = $1)
    )
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "organisation" "t1"
    WHERE t1."id" = t."to_organisation_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."survivor_code"::text, t."age_band"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."survivor_code" AS "survivor_code", t."age_band" AS "age_band"
    FROM "survivor" "t"
    WHERE t.id = ANY($4::uuid[])
    AND EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."survivor_id" = t."id" AND tp."organisation_id" = $1)
    )
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."name"::text]
  FROM (
    SELECT t."id" AS "id", t."name" AS "name"
    FROM "organisation" "t"
    WHERE t.id = ANY($5::uuid[])
    AND TRUE
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."title"::text, t."status"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."title" AS "title", t."status" AS "status"
    FROM "training" "t"
    WHERE t.id = ANY($6::uuid[])
    AND t."organisation_id" = $1
  ) "t"
);
