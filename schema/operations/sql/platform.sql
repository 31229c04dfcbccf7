-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."name" AS c1, t."level" AS c2, t."founded_on" AS c3, t."id" AS c4
  FROM (
    SELECT t."name" AS "name", t."level" AS "level", t."founded_on" AS "founded_on", t."id" AS "id"
    FROM "platform" "t"
    WHERE (t."organisation_id" = $1 AND t."voided_at" IS NULL)
    ORDER BY (CASE WHEN octet_length(t."name") = length(t."name") THEN lower(t."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."name") ASC, t."id" ASC
    LIMIT 5
  ) "t"
), p2 AS MATERIALIZED (
  SELECT p.key AS c0, t."name" AS c1, t."status" AS c2, t."legal_status" AS c3, t."id" AS c4
  FROM (
    SELECT c4 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."name" AS "name", t."status" AS "status", t."legal_status" AS "legal_status", t."id" AS "id"
    FROM "member_association" "t"
    WHERE (t."platform_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY (CASE WHEN octet_length(t."name") = length(t."name") THEN lower(t."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."name") ASC, t."id" ASC
    LIMIT 10
  ) "t"
), p4 AS MATERIALIZED (
  SELECT p.key AS c0, t."assessed_on" AS c1, t."id" AS c2
  FROM (
    SELECT c4 AS key
    FROM p2
  ) p
  CROSS JOIN LATERAL (
    SELECT t."assessed_on" AS "assessed_on", t."id" AS "id"
    FROM "capacity_assessment" "t"
    WHERE (t."association_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."assessed_on" DESC, t."id" DESC
    LIMIT 2
  ) "t"
)
SELECT session_stands($2::uuid, $3::uuid, $4, $5, $6::text, $1::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."edition"::text, t."language"::text, t."adopted_on"::text, t."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."edition" AS "edition", t."language" AS "language", t."adopted_on" AS "adopted_on", t."id" AS "id"
    FROM "code_of_conduct" "t"
    WHERE (t."platform_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."adopted_on" DESC, t."id" DESC
    LIMIT 1
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text]
  FROM p2
), ARRAY(
  SELECT ARRAY[p.key::text, t."counted_on"::text, t."total"::text, t."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p2
  ) p
  CROSS JOIN LATERAL (
    SELECT t."counted_on" AS "counted_on", t."total" AS "total", t."id" AS "id"
    FROM "member_count" "t"
    WHERE (t."association_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."counted_on" DESC, t."id" DESC
    LIMIT 1
  ) "t"
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text]
  FROM p4
), ARRAY(
  SELECT ARRAY[p.key::text, t."domain"::text, t."score"::text, t."id"::text]
  FROM (
    SELECT c2 AS key
    FROM p4
  ) p
  CROSS JOIN LATERAL (
    SELECT t."domain" AS "domain", t."score" AS "score", t."id" AS "id"
    FROM "capacity_score" "t"
    WHERE (t."assessment_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 8
  ) "t"
), ARRAY(
  SELECT ARRAY[p.key::text, t."period_to"::text, t."items_met"::text, t."items_total"::text, t."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p2
  ) p
  CROSS JOIN LATERAL (
    SELECT t."period_to" AS "period_to", t."items_met" AS "items_met", t."items_total" AS "items_total", t."id" AS "id"
    FROM "conduct_check" "t"
    WHERE (t."association_id" = p.key AND TRUE AND t."voided_at" IS NULL)
    ORDER BY t."checked_on" DESC, t."id" DESC
    LIMIT 1
  ) "t"
);
