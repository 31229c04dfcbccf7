-- bw_region, mz_region, region_region, za_region, zw_region
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."title" AS c5, t."topic" AS c6, t."start_on" AS c7, t1."name" AS c8, t1."id" AS c9
  FROM (
    SELECT t."id" AS "id", t."title" AS "title", t."topic" AS "topic", t."start_on" AS "start_on", t."organisation_id" AS "organisation_id", t."start_on" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "training" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND t."audience" = $7::text
    ORDER BY t."start_on" DESC, t."id" DESC
    LIMIT 50
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."id" AS "id"
    FROM "organisation" "t1"
    WHERE t1."id" = t."organisation_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
)
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text]
  FROM p0
), ARRAY(
  SELECT ARRAY[p.key::text, t."gender_identity"::text, t."age_band"::text, t."enrolled"::text, t."completed"::text, t."id"::text]
  FROM (
    SELECT c4 AS key
    FROM p0
  ) p
  CROSS JOIN LATERAL (
    SELECT t."gender_identity" AS "gender_identity", t."age_band" AS "age_band", t."enrolled" AS "enrolled", t."completed" AS "completed", t."id" AS "id"
    FROM "training_participation" "t"
    WHERE (t."training_id" = p.key AND (t."voided_at" IS NULL OR t."created_by_id" = $2) AND t."voided_at" IS NULL)
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "training" "t"
  WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
  AND t."audience" = $8::text
)]], ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."title"::text, t."stage"::text, t."target"::text]
  FROM (
    SELECT t."id" AS "id", t."title" AS "title", t."stage" AS "stage", t."target" AS "target", (CASE WHEN octet_length(t."title") = length(t."title") THEN lower(t."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."title") AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "advocacy_activity" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    ORDER BY (CASE WHEN octet_length(t."title") = length(t."title") THEN lower(t."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."title") DESC, t."id" DESC
    LIMIT 20
  ) "t"
), ARRAY(
  SELECT ARRAY[NULL::text, t."$s0"::text, t."$s1"::text, t."$s2"::text, t."id"::text, t."code"::text, t."case_sharing"::text]
  FROM (
    SELECT t."id" AS "id", t."code" AS "code", t."case_sharing" AS "case_sharing", t."code" AS "$s0", NULL::text AS "$s1", NULL::text AS "$s2"
    FROM "country" "t"
    WHERE TRUE
    ORDER BY array_position(ARRAY['AO','BF','BI','BJ','BW','CD','CF','CG','CI','CM','CV','DJ','DZ','EG','ER','ET','GA','GH','GM','GN','GQ','GW','KE','KM','LR','LS','LY','MA','MG','ML','MR','MU','MW','MZ','NA','NE','NG','REGION','RW','SC','SD','SL','SN','SO','SS','ST','SZ','TD','TG','TN','TZ','UG','ZA','ZM','ZW'], t."code") ASC, t."id" ASC
    LIMIT 20
  ) "t"
);
