-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."title" AS c1, t."start_on" AS c2, t1."title" AS c3, t1."edition" AS c4, t1."id" AS c5, t."id" AS c6
  FROM (
    SELECT t."title" AS "title", t."start_on" AS "start_on", t."teaching_material_id" AS "teaching_material_id", t."id" AS "id"
    FROM "training" "t"
    WHERE ((t."organisation_id" = $1 AND t."voided_at" IS NULL) AND t."voided_at" IS NULL)
    AND (t."audience" = $7::text AND t."status" = ANY($8::text[]))
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
)
SELECT session_stands($3::uuid, $2::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
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
  SELECT ARRAY[p.key::text, encode(t."name", 'hex')::text, t."id"::text, t."data_key_id"::text, t."$wrapped"::text, encode(t."rank", 'hex')::text, encode(t."station", 'hex')::text, t."completed"::text]
  FROM (
    SELECT c6 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."name" AS "name", t."id" AS "id", t."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t."rank" AS "rank", t."station" AS "station", t."completed" AS "completed"
    FROM "training_participant" "t"
    LEFT JOIN data_key k ON k.id = t."data_key_id"
    WHERE (t."training_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $2) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
);
