-- za_app
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."name"::text, t."status"::text, t1."id"::text, t1."name"::text, t."coverage"::text, t."district_codes"::text, t."always_open"::text, t."opening_hours"::text, t."languages"::text, t."accepts"::text, t."asks_for"::text, t."telephone"::text, t."address"::text, t."note"::text, t."last_confirmed_on"::text, t."id"::text]
  FROM (
    SELECT t."name" AS "name", t."status" AS "status", t."organisation_id" AS "organisation_id", t."coverage" AS "coverage", t."district_codes" AS "district_codes", t."always_open" AS "always_open", t."opening_hours" AS "opening_hours", t."languages" AS "languages", t."accepts" AS "accepts", t."asks_for" AS "asks_for", t."telephone" AS "telephone", t."address" AS "address", t."note" AS "note", t."last_confirmed_on" AS "last_confirmed_on", t."id" AS "id"
    FROM "service_entry" "t"
    WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
    AND ((t."categories" @> $7::text[] AND t."accepts" @> $8::text[] AND t."status" = ANY($9::text[])) AND EXISTS (
      SELECT
      FROM "district" asked
      WHERE asked.id = $10::uuid
      AND TRUE
    ))
    ORDER BY (CASE WHEN (
      SELECT d.code
      FROM district d
      WHERE d.id = $11::uuid
    ) = ANY(t."district_codes") THEN 0 WHEN (
      SELECT v.code
      FROM district d
      JOIN province v ON v.id = d.province_id
      WHERE d.id = $12::uuid
    ) = ANY(t."province_codes") THEN 4 WHEN t."coverage" = 'NATIONWIDE' THEN 8 WHEN EXISTS (
      SELECT
      FROM district d
      JOIN district o ON o.province_id = d.province_id
      WHERE d.id = $13::uuid
      AND o.code = ANY(t."district_codes")
    ) THEN 12 ELSE 16 END + CASE t."status" WHEN 'CURRENT' THEN 0 WHEN 'STALE' THEN 2 ELSE 32 END + CASE WHEN t."organisation_id" IS NULL THEN 1 ELSE 0 END) ASC, (CASE WHEN octet_length(t."name") = length(t."name") THEN lower(t."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."name") ASC, t."id" ASC
    LIMIT 10
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."id" AS "id", t1."name" AS "name"
    FROM "organisation" "t1"
    WHERE t1."id" = t."organisation_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
), ARRAY[ARRAY[NULL, (
  SELECT count(*)::text
  FROM "service_entry" "t"
  WHERE (t."voided_at" IS NULL AND t."voided_at" IS NULL)
  AND ((t."categories" @> $14::text[] AND t."accepts" @> $15::text[] AND t."status" = ANY($16::text[])) AND EXISTS (
    SELECT
    FROM "district" asked
    WHERE asked.id = $17::uuid
    AND TRUE
  ))
)]], ARRAY(
  SELECT ARRAY[NULL::text, t."deadline_of"::text, t."answer_hours"::text, t."expiry_hours"::text, t."service_hours"::text, t."id"::text]
  FROM (
    SELECT t."deadline_of" AS "deadline_of", t."answer_hours" AS "answer_hours", t."expiry_hours" AS "expiry_hours", t."service_hours" AS "service_hours", t."id" AS "id"
    FROM "service_deadline" "t"
    WHERE TRUE
    ORDER BY array_position(ARRAY['IMMEDIATE','WITHIN_72H','ROUTINE','PEP','FORENSIC_EXAM','EMERGENCY_CONTRACEPTION','SAFE_HOUSE','BAIL','CHILD_PROTECTION','PSYCHOSOCIAL','LEGAL','LIVELIHOOD'], t."deadline_of") ASC, t."id" ASC
    LIMIT 20
  ) "t"
);
