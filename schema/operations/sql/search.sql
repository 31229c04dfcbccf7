-- za_app
WITH p0 AS MATERIALIZED (
  SELECT NULL AS c0, t."$s0" AS c1, t."$s1" AS c2, t."$s2" AS c3, t."id" AS c4, t."cut" AS c5, t."kind" AS c6, CASE WHEN t."kind" = 16 THEN t."id" END AS c7, t."subject" AS c8, t."title" AS c9, t."rank" AS c10, t."$n" AS c11
  FROM (
    SELECT "t".*, row_number() OVER () AS "$n"
    FROM (
      SELECT t."id" AS "id", t."cut" AS "cut", t."kind" AS "kind", t."subject" AS "subject", t."title" AS "title", t."rank" AS "rank", t."rank" AS "$s0", t."kind" AS "$s1", (CASE WHEN octet_length(t."title") = length(t."title") THEN lower(t."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."title") AS "$s2"
      FROM (
        WITH n AS MATERIALIZED (
          SELECT kind, id, title, subject, CASE WHEN octet_length(name) = length(name) THEN lower(name COLLATE "C") ELSE (text_folded_58830eac(name) COLLATE "C") END AS text
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
        ), t AS MATERIALIZED (
          SELECT field, organisation_id, text, CASE WHEN text = $8::text THEN 1 WHEN text LIKE $9::text THEN 2 ELSE 3 END AS rank
          FROM (
            SELECT *
            FROM search_text
            WHERE text_parts_60796bcc(text) @> $10::text[] OFFSET 0
          ) s
          WHERE text LIKE ALL($11::text[])
          AND organisation_id = $3
          AND field IN ('platform.name', 'advocacy_activity.title', 'advocacy_activity.target', 'outreach_activity.title', 'training.title', 'media_piece.outlet', 'media_piece.title', 'dissemination.recipient_unit', 'procedure_adoption.unit')
          ORDER BY rank, text
        ), b AS MATERIALIZED (
          SELECT 0 AS kind, ''::text AS way, NULL::uuid AS id, 0 AS rank, ''::text AS title, NULL::uuid AS subject
          WHERE false
          UNION ALL (
            SELECT kind, NULL, id, CASE WHEN text = $8::text THEN 1 WHEN text LIKE $9::text THEN 2 ELSE 3 END, title, subject
            FROM n
            WHERE text LIKE ALL($11::text[])
          )
          UNION ALL (
            SELECT 4 AS kind, '4.survivorCode.number' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT s.id, coalesce(s."survivor_code", '') AS title, NULL::uuid AS subject, CASE WHEN s."$key" = $12::text THEN 1 WHEN s."$key" BETWEEN $13::text AND $14::text THEN 2 ELSE 5 END AS rank
              FROM (
                SELECT *
                FROM (
                  SELECT *, (CASE WHEN octet_length("survivor_code") = length("survivor_code") THEN lower("survivor_code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("survivor_code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "survivor_code") AS "$key"
                  FROM "survivor"
                ) s
                WHERE (s."$key" = $12::text OR s."$key" BETWEEN $13::text AND $14::text OR s."$key" = ANY(string_to_array($15::text, ' '))) OFFSET 0
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
              ORDER BY rank
              LIMIT 101
            ) x
            WHERE $12::text IS NOT NULL
          )
          UNION ALL (
            SELECT 5 AS kind, '5.displayId.number' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT s.id, coalesce(s."display_id", '') AS title, NULL::uuid AS subject, CASE WHEN s."$key" = $16::text THEN 1 WHEN s."$key" BETWEEN $17::text AND $18::text THEN 2 ELSE 5 END AS rank
              FROM (
                SELECT *
                FROM (
                  SELECT *, (CASE WHEN octet_length("display_id") = length("display_id") THEN lower("display_id" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("display_id", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "display_id") AS "$key"
                  FROM "case"
                ) s
                WHERE (s."$key" = $16::text OR s."$key" BETWEEN $17::text AND $18::text OR s."$key" = ANY(string_to_array($19::text, ' '))) OFFSET 0
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
              ORDER BY rank
              LIMIT 101
            ) x
            WHERE $16::text IS NOT NULL
          )
          UNION ALL (
            SELECT 15 AS kind, '15.survivorCode.number' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT s.id, coalesce(s."survivor_code", '') AS title, NULL::uuid AS subject, CASE WHEN s."$key" = $12::text THEN 1 WHEN s."$key" BETWEEN $13::text AND $14::text THEN 2 ELSE 5 END AS rank
              FROM (
                SELECT *
                FROM (
                  SELECT *, (CASE WHEN octet_length("survivor_code") = length("survivor_code") THEN lower("survivor_code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("survivor_code", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "survivor_code") AS "$key"
                  FROM "referral"
                ) s
                WHERE (s."$key" = $12::text OR s."$key" BETWEEN $13::text AND $14::text OR s."$key" = ANY(string_to_array($15::text, ' '))) OFFSET 0
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
              ORDER BY rank
              LIMIT 101
            ) x
            WHERE $12::text IS NOT NULL
          )
          UNION ALL (
            SELECT 19 AS kind, '19.number.number' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT s.id, coalesce(s."number", '') AS title, NULL::uuid AS subject, CASE WHEN s."$key" = $20::text THEN 1 WHEN s."$key" BETWEEN $21::text AND $22::text THEN 2 ELSE 5 END AS rank
              FROM (
                SELECT *
                FROM (
                  SELECT *, (CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number") AS "$key"
                  FROM "referral_letter"
                ) s
                WHERE (s."$key" = $20::text OR s."$key" BETWEEN $21::text AND $22::text OR s."$key" = ANY(string_to_array($23::text, ' '))) OFFSET 0
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
              ORDER BY rank
              LIMIT 101
            ) x
            WHERE $20::text IS NOT NULL
          )
          UNION ALL (
            SELECT 27 AS kind, '27.number.number' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT s.id, coalesce(s."number", '') AS title, NULL::uuid AS subject, CASE WHEN s."$key" = $24::text THEN 1 WHEN s."$key" BETWEEN $25::text AND $26::text THEN 2 ELSE 5 END AS rank
              FROM (
                SELECT *
                FROM (
                  SELECT *, (CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number") AS "$key"
                  FROM "service_slip"
                ) s
                WHERE (s."$key" = $24::text OR s."$key" BETWEEN $25::text AND $26::text OR s."$key" = ANY(string_to_array($27::text, ' '))) OFFSET 0
              ) s
              WHERE s."organisation_id" = $3
              AND s."voided_at" IS NULL
              ORDER BY rank
              LIMIT 101
            ) x
            WHERE $24::text IS NOT NULL
          )
          UNION ALL (
            SELECT 6 AS kind, '6.name.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'platform.name'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject
                FROM "platform" s
                WHERE s."organisation_id" = b.organisation_id
                AND ((CASE WHEN octet_length(s."name") = length(s."name") THEN lower(s."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."name"), s."id") >= (b.text || chr(1), '00000000-0000-0000-0000-000000000000'::uuid)
                AND ((CASE WHEN octet_length(s."name") = length(s."name") THEN lower(s."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."name"), s."id") < (b.text || chr(2), '00000000-0000-0000-0000-000000000000'::uuid)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                ORDER BY (CASE WHEN octet_length(s."name") = length(s."name") THEN lower(s."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."name"), s."id"
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 9 AS kind, '9.title.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'advocacy_activity.title'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject
                FROM "advocacy_activity" s
                WHERE s."organisation_id" = b.organisation_id
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") >= (b.text || chr(1), '00000000-0000-0000-0000-000000000000'::uuid)
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") < (b.text || chr(2), '00000000-0000-0000-0000-000000000000'::uuid)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                ORDER BY (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id"
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 9 AS kind, '9.target.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'advocacy_activity.target'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject
                FROM "advocacy_activity" s
                WHERE s."organisation_id" = b.organisation_id
                AND md5((text_folded_58830eac(s."target") COLLATE "C")) = md5(b.text)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 10 AS kind, '10.title.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'outreach_activity.title'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject
                FROM "outreach_activity" s
                WHERE s."organisation_id" = b.organisation_id
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") >= (b.text || chr(1), '00000000-0000-0000-0000-000000000000'::uuid)
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") < (b.text || chr(2), '00000000-0000-0000-0000-000000000000'::uuid)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                ORDER BY (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id"
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 12 AS kind, '12.title.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'training.title'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject
                FROM "training" s
                WHERE s."organisation_id" = b.organisation_id
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") >= (b.text || chr(1), '00000000-0000-0000-0000-000000000000'::uuid)
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") < (b.text || chr(2), '00000000-0000-0000-0000-000000000000'::uuid)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                ORDER BY (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id"
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 22 AS kind, '22.outlet.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'media_piece.outlet'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject
                FROM "media_piece" s
                WHERE s."organisation_id" = b.organisation_id
                AND ((CASE WHEN octet_length(s."outlet") = length(s."outlet") THEN lower(s."outlet" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."outlet", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."outlet"), s."id") >= (b.text || chr(1), '00000000-0000-0000-0000-000000000000'::uuid)
                AND ((CASE WHEN octet_length(s."outlet") = length(s."outlet") THEN lower(s."outlet" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."outlet", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."outlet"), s."id") < (b.text || chr(2), '00000000-0000-0000-0000-000000000000'::uuid)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                ORDER BY (CASE WHEN octet_length(s."outlet") = length(s."outlet") THEN lower(s."outlet" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."outlet", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."outlet"), s."id"
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 22 AS kind, '22.title.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'media_piece.title'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."title", '') AS title, NULL::uuid AS subject
                FROM "media_piece" s
                WHERE s."organisation_id" = b.organisation_id
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") >= (b.text || chr(1), '00000000-0000-0000-0000-000000000000'::uuid)
                AND ((CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id") < (b.text || chr(2), '00000000-0000-0000-0000-000000000000'::uuid)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                ORDER BY (CASE WHEN octet_length(s."title") = length(s."title") THEN lower(s."title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."title", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."title"), s."id"
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 25 AS kind, '25.recipientUnit.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'dissemination.recipient_unit'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."recipient_unit", '') AS title, NULL::uuid AS subject
                FROM "dissemination" s
                WHERE s."organisation_id" = b.organisation_id
                AND md5((text_folded_58830eac(s."recipient_unit") COLLATE "C")) = md5(b.text)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 26 AS kind, '26.unit.title' AS way, x.id, x.rank AS rank, x.title, x.subject
            FROM (
              SELECT x.*, b.rank
              FROM (
                SELECT *
                FROM t
                WHERE field = 'procedure_adoption.unit'
              ) b
              CROSS JOIN LATERAL (
                SELECT s.id, coalesce(s."unit", '') AS title, NULL::uuid AS subject
                FROM "procedure_adoption" s
                WHERE s."organisation_id" = b.organisation_id
                AND ((CASE WHEN octet_length(s."unit") = length(s."unit") THEN lower(s."unit" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."unit", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."unit"), s."id") >= (b.text || chr(1), '00000000-0000-0000-0000-000000000000'::uuid)
                AND ((CASE WHEN octet_length(s."unit") = length(s."unit") THEN lower(s."unit" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."unit", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."unit"), s."id") < (b.text || chr(2), '00000000-0000-0000-0000-000000000000'::uuid)
                AND s."organisation_id" = $3
                AND s."voided_at" IS NULL
                ORDER BY (CASE WHEN octet_length(s."unit") = length(s."unit") THEN lower(s."unit" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(s."unit", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || s."unit"), s."id"
                LIMIT 101
              ) x
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 7 AS kind, '7.name.beginning' AS way, x.id, CASE WHEN starts_with(x.key, $8::text || chr(1)) THEN 1 ELSE 2 END AS rank, x.title, x.subject
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
              AND (key, id) < ($28::text, '00000000-0000-0000-0000-000000000000'::uuid)
              ORDER BY key, id
              LIMIT 101
            ) x
            WHERE TRUE
          )
          UNION ALL (
            SELECT 7 AS kind, '7.name.words' AS way, x.id, CASE WHEN x.text = $8::text THEN 1 WHEN x.text LIKE $9::text THEN 2 ELSE 3 END AS rank, x.title, x.subject
            FROM (
              SELECT *
              FROM (
                SELECT s.id, coalesce(s."name", '') AS title, NULL::uuid AS subject, (text_folded_58830eac(s."name") COLLATE "C") AS text
                FROM "member_association" s
                WHERE text_parts_60796bcc(s."name") @> $10::text[]
                AND EXISTS (
                  SELECT 1
                  FROM "platform" "sp"
                  WHERE (sp."id" = s."platform_id" AND sp."organisation_id" = $3) OFFSET 0
                )
                AND s."voided_at" IS NULL OFFSET 0
              ) k
              WHERE text LIKE ALL($11::text[])
              LIMIT 101
            ) x
            WHERE TRUE
          )
        ), f AS MATERIALIZED (
          SELECT *
          FROM b
        ), a AS MATERIALIZED (
          SELECT *
          FROM f
          WHERE rank < 5
          OR NOT EXISTS (
            SELECT
            FROM f
            WHERE rank < 5
          )
        )
        SELECT DISTINCT ON (kind, id) kind, id, rank, title, subject, (
          SELECT EXISTS (
            SELECT
            FROM a
            WHERE way IS NOT NULL
            GROUP BY way HAVING count(*) > 100
          )
        ) AS cut
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
