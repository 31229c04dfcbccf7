-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."id" AS c1, t."version" AS c2, t."status" AS c3, t."category" AS c4, t."severity" AS c5, t."role_of_person" AS c6, t."reported_on" AS c7, encode(t."note", 'hex') AS c8, t."data_key_id" AS c9, t."$wrapped" AS c10, t1."name" AS c11, t1."id" AS c12, t."$subject" AS c13
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status", t."category" AS "category", t."severity" AS "severity", t."role_of_person" AS "role_of_person", t."reported_on" AS "reported_on", t."note" AS "note", t."data_key_id" AS "data_key_id", encode(k.wrapped, 'hex') AS "$wrapped", t."association_id" AS "association_id", NULL::uuid AS "$subject"
    FROM "conduct_breach" "t"
    LEFT JOIN data_key k ON k.id = t."data_key_id"
    WHERE ((t."created_by_id" IS DISTINCT FROM $1 AND t."association_id" = ANY(ARRAY(
      SELECT a.id
      FROM platform_reviewer r
      JOIN platform p ON p.id = r.platform_id
      AND p.organisation_id = $2
      JOIN member_association a ON a.platform_id = p.id
      WHERE r.member_id = $1
      AND r.ended_at IS NULL
    ))) AND CASE WHEN (
      SELECT count(*) > 2000
      FROM (
        SELECT
        FROM "platform" n
        WHERE n."organisation_id" = $2
        ORDER BY (CASE WHEN octet_length(n."name") = length(n."name") THEN lower(n."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(n."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || n."name")
        LIMIT 2001
      ) n
    ) THEN EXISTS (
      SELECT 1
      FROM "member_association" "tp"
      WHERE (tp."id" = t."association_id" AND EXISTS (
        SELECT 1
        FROM "platform" "tpp"
        WHERE (tpp."id" = tp."platform_id" AND tpp."organisation_id" = $2) OFFSET 0
      )) OFFSET 0
    ) ELSE t."association_id" IN (
      SELECT tp."id"
      FROM "member_association" "tp"
      WHERE EXISTS (
        SELECT 1
        FROM "platform" "tpp"
        WHERE (tpp."id" = tp."platform_id" AND tpp."organisation_id" = $2)
      )
    ) END)
    AND t."status" = ANY($8::text[])
    ORDER BY t."reported_on" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "member_association" "t1"
    WHERE t1."id" = t."association_id"
    AND EXISTS (
      SELECT 1
      FROM "platform" "t1p"
      WHERE (t1p."id" = t1."platform_id" AND t1p."organisation_id" = $2)
    )
    LIMIT 1
  ) "t1" ON TRUE
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $1::uuid, $1::uuid, $3::text, $2::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'ConductBreach', 'CONDUCT', $9::text, c1, c13
    FROM p0
    WHERE c1 IS NOT NULL
  )) read
)
SELECT session_stands($5::uuid, $1::uuid, $6, $7, $3::text, $2::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text, c12::text, c13::text]
  FROM p0
);
