-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."title" AS c1, t."start_on" AS c2, t1."title" AS c3, t1."edition" AS c4, t1."id" AS c5, t."id" AS c6
  FROM (
    SELECT t."title" AS "title", t."start_on" AS "start_on", t."teaching_material_id" AS "teaching_material_id", t."id" AS "id"
    FROM "training" "t"
    WHERE ((t."organisation_id" = $1 AND t."voided_at" IS NULL) AND t."voided_at" IS NULL)
    AND (t."audience" = $8::text AND t."status" = ANY($9::text[]))
    ORDER BY t."start_on" DESC, t."id" DESC
    LIMIT 10
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."title" AS "title", t1."edition" AS "edition", t1."id" AS "id"
    FROM "material" "t1"
    WHERE t1."id" = t."teaching_material_id"
    AND (t1."voided_at" IS NULL OR t1."created_by_id" = $2)
    LIMIT 1
  ) "t1" ON TRUE
), p2 AS MATERIALIZED (
  SELECT p.key AS c0, encode(t."name", 'hex') AS c1, t."id" AS c2, t."data_key_id" AS c3, t."$wrapped" AS c4, encode(t."rank", 'hex') AS c5, encode(t."station", 'hex') AS c6, t."completed" AS c7, t."$subject" AS c8
  FROM (
    SELECT c6 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."name" AS "name", t."id" AS "id", t."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t."rank" AS "rank", t."station" AS "station", t."completed" AS "completed", NULL::uuid AS "$subject"
    FROM "training_participant" "t"
    LEFT JOIN data_key k ON k.id = t."data_key_id"
    WHERE (t."training_id" = p.key AND (EXISTS (
      SELECT 1
      FROM "training" "tp"
      WHERE (tp."id" = t."training_id" AND tp."organisation_id" = $1)
    ) AND (t."voided_at" IS NULL OR t."created_by_id" = $2)) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $2::uuid, $2::uuid, $3::text, $1::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'TrainingParticipant', 'PARTICIPANT', $10::text, c2, c8
    FROM p2
    WHERE c2 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $2::uuid, $6, $7, $3::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."enrolled"::text, t."new_participants"::text, t."repeat_participants"::text, t."pre_score"::text, t."post_score"::text, t."id"::text]
  FROM (
    SELECT c6 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."enrolled" AS "enrolled", t."new_participants" AS "new_participants", t."repeat_participants" AS "repeat_participants", t."pre_score" AS "pre_score", t."post_score" AS "post_score", t."id" AS "id"
    FROM "training_participation" "t"
    WHERE (t."training_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $2) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text]
  FROM p2
);
