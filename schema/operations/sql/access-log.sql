-- identity_app
SELECT a.name, a.email, a.role, a.country, a.organisation_id
FROM session s
JOIN account a ON a.id = s.account_id
WHERE s.id = $1
AND s.account_id = $2
AND s.revoked_at IS NULL
AND s.expires_at > now()
AND a.status = 'ACTIVE';

-- bw_app
SELECT ARRAY(
  SELECT ARRAY[NULL::text, t."created_at"::text, t."actor_id"::text, t."actor_role"::text, t."entity"::text, t."record_id"::text, t."survivor_id"::text, t."purpose"::text, t."request_id"::text, t."id"::text]
  FROM (
    SELECT "t".*
    FROM (
      SELECT t."created_at" AS "created_at", t."actor_id" AS "actor_id", t."actor_role" AS "actor_role", t."entity" AS "entity", t."record_id" AS "record_id", t."survivor_id" AS "survivor_id", t."purpose" AS "purpose", t."request_id" AS "request_id", t."id" AS "id"
      FROM "access_log_entry" "t"
      WHERE TRUE
      AND t."data_class" = $1::text
      ORDER BY t."created_at" DESC, t."id" DESC
      LIMIT 51
    ) "t"
    LIMIT $2
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "access_log_entry" "t"
  WHERE TRUE
  AND t."data_class" = $3::text
)]];
