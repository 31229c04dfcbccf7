-- identity_app
SELECT a.name, a.email, a.role, a.country, a.organisation_id
FROM session s
JOIN account a ON a.id = s.account_id
WHERE s.id = $1
AND s.account_id = $2
AND s.revoked_at IS NULL
AND s.expires_at > now()
AND a.status = 'ACTIVE';

-- bw_region, mz_region, za_region, zw_region
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."kind"::text, t."level"::text, t."outcome"::text, t."stage"::text, t."activity_on"::text]
  FROM (
    SELECT "t".*
    FROM (
      SELECT t."id" AS "id", t."kind" AS "kind", t."level" AS "level", t."outcome" AS "outcome", t."stage" AS "stage", t."activity_on" AS "activity_on", t."activity_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
      FROM "advocacy_activity" "t"
      WHERE TRUE
      ORDER BY t."activity_on" ASC, t."id" ASC
      LIMIT 101
    ) "t"
    LIMIT $1
  ) "t"
);
