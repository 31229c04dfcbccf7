-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."cut" AS c5, t."kind" AS c6, CASE WHEN t."kind" = 16 THEN t."id" END AS c7, t."subject" AS c8, t."title" AS c9, t."rank" AS c10, t."$n" AS c11
  FROM (
    SELECT "t".*, row_number() OVER () AS "$n"
    FROM (
      SELECT t."id" AS "id", t."cut" AS "cut", t."kind" AS "kind", t."subject" AS "subject", t."title" AS "title", t."rank" AS "rank", t."rank" AS "$s0", t."kind" AS "$s1", (CASE WHEN octet_length(t."title") = length(t."title") THEN lower(t."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."title") AS "$s2"
      FROM (
        WITH n AS MATERIALIZED (
          SELECT kind, id, title, subject, CASE WHEN octet_length(name) = length(name) THEN lower(name COLLATE "C") ELSE (text_folded_28e574bb(name) COLLATE "C") END AS text
          FROM ((
            SELECT 0 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."code" AS name
            FROM "province" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 0 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "province" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 1 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."code" AS name
            FROM "district" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 1 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "district" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 2 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "organisation" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 3 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "staff_member" s
            WHERE TRUE
            AND ((s."organisation_id" = $3 OR s."moving_to_id" = $3) OR s."id" = ANY(ARRAY(
              SELECT unnest(CASE WHEN c.outside_supervisor_id = $1 THEN ARRAY(
                SELECT o.member_id
                FROM case_member o
                WHERE o.case_id = c.id
                UNION
                SELECT x.accused_id
                FROM accused_colleague x
                WHERE x.case_id = c.id
                AND x.voided_at IS NULL
              ) ELSE ARRAY[c.outside_supervisor_id] END)
              FROM "case" c
              WHERE c.outside_supervisor_id IS NOT NULL
              AND EXISTS (
                SELECT 1
                FROM case_member m
                WHERE m.case_id = c.id
                AND m.member_id = $1
                AND m.ended_at IS NULL OFFSET 0
              )
            )))
          ) UNION ALL (
            SELECT 8 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "intervention" s
            WHERE TRUE
            AND s."organisation_id" = $3
            AND s."voided_at" IS NULL
          ) UNION ALL (
            SELECT 11 AS kind, s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, s."title" AS name
            FROM "material" s
            WHERE TRUE
            AND s."voided_at" IS NULL
            AND s."voided_at" IS NULL
          ) UNION ALL (
            SELECT 13 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "ally" s
            WHERE TRUE
            AND s."organisation_id" = $3
            AND s."voided_at" IS NULL
          ) UNION ALL (
            SELECT 14 AS kind, s.id, coalesce(s."name_en", '') AS title, NULL::uuid AS subject, s."name_en" AS name
            FROM "country" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 17 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "complaint_mechanism" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 18 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "complaint_office" s
            WHERE TRUE
            AND TRUE
          ) UNION ALL (
            SELECT 20 AS kind, s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, s."name" AS name
            FROM "service_entry" s
            WHERE TRUE
            AND s."voided_at" IS NULL
            AND s."voided_at" IS NULL
          ) UNION ALL (
            SELECT 21 AS kind, s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, s."title" AS name
            FROM "survey_result" s
            WHERE TRUE
            AND s."voided_at" IS NULL
            AND s."voided_at" IS NULL
          ) UNION ALL (
            SELECT 21 AS kind, s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, s."source" AS name
            FROM "survey_result" s
            WHERE TRUE
            AND s."voided_at" IS NULL
            AND s."voided_at" IS NULL
          ) UNION ALL (
            SELECT 23 AS kind, s.id, coalesce(s."donor", '') AS title, NULL::uuid AS subject, s."donor" AS name
            FROM "funding_stream" s
            WHERE TRUE
            AND s."organisation_id" = $3
            AND s."voided_at" IS NULL
          ) UNION ALL (
            SELECT 24 AS kind, s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, s."title" AS name
            FROM "knowledge_product" s
            WHERE TRUE
            AND s."organisation_id" = $3
            AND s."voided_at" IS NULL
          )) n
        ), f AS MATERIALIZED (
          SELECT 0 AS kind, ''::text AS way, NULL::uuid AS id, 0 AS rank, ''::text AS title, NULL::uuid AS subject
          WHERE false
          UNION ALL (
            SELECT kind, NULL, id, CASE WHEN text = $8::text THEN 1 WHEN text LIKE $9::text THEN 2 ELSE 3 END, title, subject
            FROM n
            WHERE text LIKE ALL($10::text[])
          )
          UNION ALL (
            SELECT 4, '4.survivorCode.number', x.id, CASE WHEN x.low = x.high THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT x.*, b.low, b.high
              FROM (VALUES ($11::text, $11::text), ($12::text, $13::text)) b(low, high)
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."survivor_code", '') AS title, NULL::uuid AS subject
                FROM (
                  SELECT *
                  FROM (
                    SELECT *, (CASE WHEN octet_length("survivor_code") = length("survivor_code") THEN lower("survivor_code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("survivor_code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "survivor_code") AS "$key"
                    FROM "survivor"
                  ) s
                  WHERE s."$key" BETWEEN b.low
                  AND b.high OFFSET 0
                ) s
                WHERE (EXISTS (
                  SELECT 1
                  FROM "case" "sp"
                  WHERE (sp."survivor_id" = s."id" AND (sp."organisation_id" = $3 AND ((sp."restricted_at" IS NULL OR (EXISTS (
                    SELECT 1
                    FROM case_member m
                    WHERE m.case_id = sp."id"
                    AND m.member_id = $1
                    AND m.ended_at IS NULL OFFSET 0
                  ) OR (sp."owner_id" = ANY(ARRAY(
                    SELECT d.absent_id
                    FROM deputyship d
                    WHERE d.deputy_id = $1
                    AND d.starts_at <= now()
                    AND d.ends_at > now()
                  )) AND NOT (sp."id" = ANY(ARRAY(
                    SELECT x.case_id
                    FROM accused_colleague x
                    WHERE x.accused_id = $1
                    AND x.voided_at IS NULL
                  )))))) AND (sp."status" <> 'DRAFT' OR ($1 IN (sp."created_by_id", sp."owner_id") OR sp."imported"))))) OFFSET 0
                ) OR EXISTS (
                  SELECT 1
                  FROM referral r
                  WHERE r."survivor_id" = s."id"
                  AND r.to_organisation_id = $3
                  AND r.status IN ('ACCEPTED', 'IN_SERVICE')
                  AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
                  AND (
                    SELECT p.cross_organisation_sharing
                    FROM country p
                  ) <> 'NONE'
                  AND NOT (r."case_id" = ANY(ARRAY(
                    SELECT x.case_id
                    FROM accused_colleague x
                    WHERE x.accused_id = $1
                    AND x.voided_at IS NULL
                  )))
                ))
                LIMIT 101
              ) x
            ) x
            WHERE $11::text IS NOT NULL
          )
          UNION ALL (
            SELECT 5, '5.displayId.number', x.id, CASE WHEN x.low = x.high THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT x.*, b.low, b.high
              FROM (VALUES ($14::text, $14::text), ($15::text, $16::text)) b(low, high)
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."display_id", '') AS title, NULL::uuid AS subject
                FROM (
                  SELECT *
                  FROM (
                    SELECT *, (CASE WHEN octet_length("display_id") = length("display_id") THEN lower("display_id" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("display_id", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "display_id") AS "$key"
                    FROM "case"
                  ) s
                  WHERE s."$key" BETWEEN b.low
                  AND b.high OFFSET 0
                ) s
                WHERE (s."organisation_id" = $3 AND ((s."restricted_at" IS NULL OR (EXISTS (
                  SELECT 1
                  FROM case_member m
                  WHERE m.case_id = s."id"
                  AND m.member_id = $1
                  AND m.ended_at IS NULL OFFSET 0
                ) OR (s."owner_id" = ANY(ARRAY(
                  SELECT d.absent_id
                  FROM deputyship d
                  WHERE d.deputy_id = $1
                  AND d.starts_at <= now()
                  AND d.ends_at > now()
                )) AND NOT (s."id" = ANY(ARRAY(
                  SELECT x.case_id
                  FROM accused_colleague x
                  WHERE x.accused_id = $1
                  AND x.voided_at IS NULL
                )))))) AND (s."status" <> 'DRAFT' OR ($1 IN (s."created_by_id", s."owner_id") OR s."imported"))))
                LIMIT 101
              ) x
            ) x
            WHERE $14::text IS NOT NULL
          )
          UNION ALL (
            SELECT 15, '15.survivorCode.number', x.id, CASE WHEN x.low = x.high THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT x.*, b.low, b.high
              FROM (VALUES ($11::text, $11::text), ($12::text, $13::text)) b(low, high)
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."survivor_code", '') AS title, NULL::uuid AS subject
                FROM (
                  SELECT *
                  FROM (
                    SELECT *, (CASE WHEN octet_length("survivor_code") = length("survivor_code") THEN lower("survivor_code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("survivor_code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "survivor_code") AS "$key"
                    FROM "referral"
                  ) s
                  WHERE s."$key" BETWEEN b.low
                  AND b.high OFFSET 0
                ) s
                WHERE (EXISTS (
                  SELECT 1
                  FROM "case" "sp"
                  WHERE (sp."id" = s."case_id" AND (sp."organisation_id" = $3 AND ((sp."restricted_at" IS NULL OR (EXISTS (
                    SELECT 1
                    FROM case_member m
                    WHERE m.case_id = sp."id"
                    AND m.member_id = $1
                    AND m.ended_at IS NULL OFFSET 0
                  ) OR (sp."owner_id" = ANY(ARRAY(
                    SELECT d.absent_id
                    FROM deputyship d
                    WHERE d.deputy_id = $1
                    AND d.starts_at <= now()
                    AND d.ends_at > now()
                  )) AND NOT (sp."id" = ANY(ARRAY(
                    SELECT x.case_id
                    FROM accused_colleague x
                    WHERE x.accused_id = $1
                    AND x.voided_at IS NULL
                  )))))) AND (sp."status" <> 'DRAFT' OR ($1 IN (sp."created_by_id", sp."owner_id") OR sp."imported"))))) OFFSET 0
                ) OR (s."to_organisation_id" = $3 AND s."status" <> 'DRAFT' AND NOT (s."case_id" = ANY(ARRAY(
                  SELECT x.case_id
                  FROM accused_colleague x
                  WHERE x.accused_id = $1
                  AND x.voided_at IS NULL
                )))))
                LIMIT 101
              ) x
            ) x
            WHERE $11::text IS NOT NULL
          )
          UNION ALL (
            SELECT 19, '19.number.number', x.id, CASE WHEN x.low = x.high THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT x.*, b.low, b.high
              FROM (VALUES ($17::text, $17::text), ($18::text, $19::text)) b(low, high)
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."number", '') AS title, NULL::uuid AS subject
                FROM (
                  SELECT *
                  FROM (
                    SELECT *, (CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number") AS "$key"
                    FROM "referral_letter"
                  ) s
                  WHERE s."$key" BETWEEN b.low
                  AND b.high OFFSET 0
                ) s
                WHERE EXISTS (
                  SELECT 1
                  FROM "referral" "sp"
                  WHERE (sp."id" = s."referral_id" AND EXISTS (
                    SELECT 1
                    FROM "case" "spp"
                    WHERE (spp."id" = sp."case_id" AND (spp."organisation_id" = $3 AND ((spp."restricted_at" IS NULL OR (EXISTS (
                      SELECT 1
                      FROM case_member m
                      WHERE m.case_id = spp."id"
                      AND m.member_id = $1
                      AND m.ended_at IS NULL OFFSET 0
                    ) OR (spp."owner_id" = ANY(ARRAY(
                      SELECT d.absent_id
                      FROM deputyship d
                      WHERE d.deputy_id = $1
                      AND d.starts_at <= now()
                      AND d.ends_at > now()
                    )) AND NOT (spp."id" = ANY(ARRAY(
                      SELECT x.case_id
                      FROM accused_colleague x
                      WHERE x.accused_id = $1
                      AND x.voided_at IS NULL
                    )))))) AND (spp."status" <> 'DRAFT' OR ($1 IN (spp."created_by_id", spp."owner_id") OR spp."imported"))))) OFFSET 0
                  )) OFFSET 0
                )
                LIMIT 101
              ) x
            ) x
            WHERE $17::text IS NOT NULL
          )
          UNION ALL (
            SELECT 27, '27.number.number', x.id, CASE WHEN x.low = x.high THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT x.*, b.low, b.high
              FROM (VALUES ($20::text, $20::text), ($21::text, $22::text)) b(low, high)
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."number", '') AS title, NULL::uuid AS subject
                FROM (
                  SELECT *
                  FROM (
                    SELECT *, (CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number") AS "$key"
                    FROM "service_slip"
                  ) s
                  WHERE s."$key" BETWEEN b.low
                  AND b.high OFFSET 0
                ) s
                WHERE s."organisation_id" = $3
                AND s."voided_at" IS NULL
                LIMIT 101
              ) x
            ) x
            WHERE $20::text IS NOT NULL
          )
          UNION ALL (
            SELECT 6, '6.name.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."name") = length(s."name") THEN lower(s."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."name") AS key
                FROM "platform" s
                WHERE TRUE
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 6, '6.name.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."name") COLLATE "C") AS text
                FROM "platform" s
                WHERE text_parts_be1c125e(s."name") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 7, '7.name.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."name") = length(s."name") THEN lower(s."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."name") AS key
                FROM "member_association" s
                WHERE TRUE
                AND EXISTS (
                  SELECT 1
                  FROM "platform" "sp"
                  WHERE (sp."id" = s."platform_id" AND sp."organisation_id" = $3) OFFSET 0
                )
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 7, '7.name.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."name") COLLATE "C") AS text
                FROM "member_association" s
                WHERE text_parts_be1c125e(s."name") @> $24::text[]
                AND EXISTS (
                  SELECT 1
                  FROM "platform" "sp"
                  WHERE (sp."id" = s."platform_id" AND sp."organisation_id" = $3) OFFSET 0
                )
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 9, '9.title.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title") AS key
                FROM "advocacy_activity" s
                WHERE TRUE
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 9, '9.title.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."title") COLLATE "C") AS text
                FROM "advocacy_activity" s
                WHERE text_parts_be1c125e(s."title") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 9, '9.target.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."target") COLLATE "C") AS text
                FROM "advocacy_activity" s
                WHERE text_parts_be1c125e(s."target") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 10, '10.title.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title") AS key
                FROM "outreach_activity" s
                WHERE TRUE
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 10, '10.title.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."title") COLLATE "C") AS text
                FROM "outreach_activity" s
                WHERE text_parts_be1c125e(s."title") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 12, '12.title.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title") AS key
                FROM "training" s
                WHERE TRUE
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 12, '12.title.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."title") COLLATE "C") AS text
                FROM "training" s
                WHERE text_parts_be1c125e(s."title") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 22, '22.outlet.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."outlet") = length(s."outlet") THEN lower(s."outlet" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."outlet", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."outlet") AS key
                FROM "media_piece" s
                WHERE TRUE
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 22, '22.outlet.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."outlet") COLLATE "C") AS text
                FROM "media_piece" s
                WHERE text_parts_be1c125e(s."outlet") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 22, '22.title.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title") AS key
                FROM "media_piece" s
                WHERE TRUE
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 22, '22.title.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."title") COLLATE "C") AS text
                FROM "media_piece" s
                WHERE text_parts_be1c125e(s."title") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 25, '25.recipientUnit.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."recipient_unit", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."recipient_unit") COLLATE "C") AS text
                FROM "dissemination" s
                WHERE text_parts_be1c125e(s."recipient_unit") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 26, '26.unit.beginning', x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."unit", '') AS title, NULL::uuid AS subject, (CASE WHEN octet_length(s."unit") = length(s."unit") THEN lower(s."unit" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."unit", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."unit") AS key
                FROM "procedure_adoption" s
                WHERE TRUE
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE (key, id) >= ($8::text, '00000000-0000-0000-0000-000000000000'::uuid)
              AND (key, id) < ($23::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 26, '26.unit.words', x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."unit", '') AS title, NULL::uuid AS subject, (text_folded_28e574bb(s."unit") COLLATE "C") AS text
                FROM "procedure_adoption" s
                WHERE text_parts_be1c125e(s."unit") @> $24::text[]
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
              ) k
              WHERE text LIKE ALL($10::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
        ), a AS (
          SELECT a.*, way IS NOT NULL
          AND count(*) OVER (PARTITION BY way) > 100 AS cut
          FROM (
            SELECT *
            FROM f
            UNION ALL
            SELECT *
            FROM (
              SELECT 0 AS kind, ''::text AS way, NULL::uuid AS id, 0 AS rank, ''::text AS title, NULL::uuid AS subject
              WHERE false
              UNION ALL (
                SELECT 4, '4.survivorCode.slip', x.id, 5, x.title, x.subject
                FROM (
                  SELECT s.id, coalesce(s."survivor_code", '') AS title, NULL::uuid AS subject
                  FROM (
                    SELECT *
                    FROM (
                      SELECT *, (CASE WHEN octet_length("survivor_code") = length("survivor_code") THEN lower("survivor_code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("survivor_code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "survivor_code") AS "$key"
                      FROM "survivor"
                    ) s
                    WHERE s."$key" = ANY(string_to_array($25::text, ' ')) OFFSET 0
                  ) s
                  WHERE (EXISTS (
                    SELECT 1
                    FROM "case" "sp"
                    WHERE (sp."survivor_id" = s."id" AND (sp."organisation_id" = $3 AND ((sp."restricted_at" IS NULL OR (EXISTS (
                      SELECT 1
                      FROM case_member m
                      WHERE m.case_id = sp."id"
                      AND m.member_id = $1
                      AND m.ended_at IS NULL OFFSET 0
                    ) OR (sp."owner_id" = ANY(ARRAY(
                      SELECT d.absent_id
                      FROM deputyship d
                      WHERE d.deputy_id = $1
                      AND d.starts_at <= now()
                      AND d.ends_at > now()
                    )) AND NOT (sp."id" = ANY(ARRAY(
                      SELECT x.case_id
                      FROM accused_colleague x
                      WHERE x.accused_id = $1
                      AND x.voided_at IS NULL
                    )))))) AND (sp."status" <> 'DRAFT' OR ($1 IN (sp."created_by_id", sp."owner_id") OR sp."imported"))))) OFFSET 0
                  ) OR EXISTS (
                    SELECT 1
                    FROM referral r
                    WHERE r."survivor_id" = s."id"
                    AND r.to_organisation_id = $3
                    AND r.status IN ('ACCEPTED', 'IN_SERVICE')
                    AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
                    AND (
                      SELECT p.cross_organisation_sharing
                      FROM country p
                    ) <> 'NONE'
                    AND NOT (r."case_id" = ANY(ARRAY(
                      SELECT x.case_id
                      FROM accused_colleague x
                      WHERE x.accused_id = $1
                      AND x.voided_at IS NULL
                    )))
                  ))
                  LIMIT 101
                ) x
                WHERE $25::text IS NOT NULL
              )
              UNION ALL (
                SELECT 5, '5.displayId.slip', x.id, 5, x.title, x.subject
                FROM (
                  SELECT s.id, coalesce(s."display_id", '') AS title, NULL::uuid AS subject
                  FROM (
                    SELECT *
                    FROM (
                      SELECT *, (CASE WHEN octet_length("display_id") = length("display_id") THEN lower("display_id" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("display_id", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "display_id") AS "$key"
                      FROM "case"
                    ) s
                    WHERE s."$key" = ANY(string_to_array($26::text, ' ')) OFFSET 0
                  ) s
                  WHERE (s."organisation_id" = $3 AND ((s."restricted_at" IS NULL OR (EXISTS (
                    SELECT 1
                    FROM case_member m
                    WHERE m.case_id = s."id"
                    AND m.member_id = $1
                    AND m.ended_at IS NULL OFFSET 0
                  ) OR (s."owner_id" = ANY(ARRAY(
                    SELECT d.absent_id
                    FROM deputyship d
                    WHERE d.deputy_id = $1
                    AND d.starts_at <= now()
                    AND d.ends_at > now()
                  )) AND NOT (s."id" = ANY(ARRAY(
                    SELECT x.case_id
                    FROM accused_colleague x
                    WHERE x.accused_id = $1
                    AND x.voided_at IS NULL
                  )))))) AND (s."status" <> 'DRAFT' OR ($1 IN (s."created_by_id", s."owner_id") OR s."imported"))))
                  LIMIT 101
                ) x
                WHERE $26::text IS NOT NULL
              )
              UNION ALL (
                SELECT 15, '15.survivorCode.slip', x.id, 5, x.title, x.subject
                FROM (
                  SELECT s.id, coalesce(s."survivor_code", '') AS title, NULL::uuid AS subject
                  FROM (
                    SELECT *
                    FROM (
                      SELECT *, (CASE WHEN octet_length("survivor_code") = length("survivor_code") THEN lower("survivor_code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("survivor_code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "survivor_code") AS "$key"
                      FROM "referral"
                    ) s
                    WHERE s."$key" = ANY(string_to_array($25::text, ' ')) OFFSET 0
                  ) s
                  WHERE (EXISTS (
                    SELECT 1
                    FROM "case" "sp"
                    WHERE (sp."id" = s."case_id" AND (sp."organisation_id" = $3 AND ((sp."restricted_at" IS NULL OR (EXISTS (
                      SELECT 1
                      FROM case_member m
                      WHERE m.case_id = sp."id"
                      AND m.member_id = $1
                      AND m.ended_at IS NULL OFFSET 0
                    ) OR (sp."owner_id" = ANY(ARRAY(
                      SELECT d.absent_id
                      FROM deputyship d
                      WHERE d.deputy_id = $1
                      AND d.starts_at <= now()
                      AND d.ends_at > now()
                    )) AND NOT (sp."id" = ANY(ARRAY(
                      SELECT x.case_id
                      FROM accused_colleague x
                      WHERE x.accused_id = $1
                      AND x.voided_at IS NULL
                    )))))) AND (sp."status" <> 'DRAFT' OR ($1 IN (sp."created_by_id", sp."owner_id") OR sp."imported"))))) OFFSET 0
                  ) OR (s."to_organisation_id" = $3 AND s."status" <> 'DRAFT' AND NOT (s."case_id" = ANY(ARRAY(
                    SELECT x.case_id
                    FROM accused_colleague x
                    WHERE x.accused_id = $1
                    AND x.voided_at IS NULL
                  )))))
                  LIMIT 101
                ) x
                WHERE $25::text IS NOT NULL
              )
              UNION ALL (
                SELECT 19, '19.number.slip', x.id, 5, x.title, x.subject
                FROM (
                  SELECT s.id, coalesce(s."number", '') AS title, NULL::uuid AS subject
                  FROM (
                    SELECT *
                    FROM (
                      SELECT *, (CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number") AS "$key"
                      FROM "referral_letter"
                    ) s
                    WHERE s."$key" = ANY(string_to_array($27::text, ' ')) OFFSET 0
                  ) s
                  WHERE EXISTS (
                    SELECT 1
                    FROM "referral" "sp"
                    WHERE (sp."id" = s."referral_id" AND EXISTS (
                      SELECT 1
                      FROM "case" "spp"
                      WHERE (spp."id" = sp."case_id" AND (spp."organisation_id" = $3 AND ((spp."restricted_at" IS NULL OR (EXISTS (
                        SELECT 1
                        FROM case_member m
                        WHERE m.case_id = spp."id"
                        AND m.member_id = $1
                        AND m.ended_at IS NULL OFFSET 0
                      ) OR (spp."owner_id" = ANY(ARRAY(
                        SELECT d.absent_id
                        FROM deputyship d
                        WHERE d.deputy_id = $1
                        AND d.starts_at <= now()
                        AND d.ends_at > now()
                      )) AND NOT (spp."id" = ANY(ARRAY(
                        SELECT x.case_id
                        FROM accused_colleague x
                        WHERE x.accused_id = $1
                        AND x.voided_at IS NULL
                      )))))) AND (spp."status" <> 'DRAFT' OR ($1 IN (spp."created_by_id", spp."owner_id") OR spp."imported"))))) OFFSET 0
                    )) OFFSET 0
                  )
                  LIMIT 101
                ) x
                WHERE $27::text IS NOT NULL
              )
              UNION ALL (
                SELECT 27, '27.number.slip', x.id, 5, x.title, x.subject
                FROM (
                  SELECT s.id, coalesce(s."number", '') AS title, NULL::uuid AS subject
                  FROM (
                    SELECT *
                    FROM (
                      SELECT *, (CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number") AS "$key"
                      FROM "service_slip"
                    ) s
                    WHERE s."$key" = ANY(string_to_array($28::text, ' ')) OFFSET 0
                  ) s
                  WHERE s."organisation_id" = $3
                  AND s."voided_at" IS NULL
                  LIMIT 101
                ) x
                WHERE $28::text IS NOT NULL
              )
            ) l
            WHERE NOT EXISTS (
              SELECT
              FROM f
            )
          ) a
        )
        SELECT DISTINCT ON (kind, id) kind, id, rank, title, subject, bool_or(cut) OVER () AS cut
        FROM a
        ORDER BY kind, id, rank
      ) "t"
      WHERE TRUE
      ORDER BY t."rank" ASC, t."kind" ASC, (CASE WHEN octet_length(t."title") = length(t."title") THEN lower(t."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."title") ASC, t."id" ASC
      LIMIT 21
    ) "t"
  ) "t"
), entries AS (
  INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
  SELECT gen_random_uuid(), 1, now(), now(), $1::uuid, $1::uuid, $2::text, $3::uuid, $4::text, read.*
  FROM ((
    SELECT DISTINCT 'SurvivorIdentity', 'IDENTITY', $29::text, c7, c8
    FROM p0
    WHERE (c11 <= $30 AND c7 IS NOT NULL)
  )) read
)
SELECT session_stands($5::uuid, $1::uuid, $6, $7, $2::text, $3::uuid), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text, c7::text, c8::text, c9::text, c10::text, c11::text]
  FROM p0
);
