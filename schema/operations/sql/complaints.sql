-- za_app
WITH p1 AS MATERIALIZED (
  SELECT NULL AS c0, t."name" AS c1, t."kind" AS c2, t."verified" AS c3, t."stalled_after_days" AS c4, t."id" AS c5
  FROM (
    SELECT t."name" AS "name", t."kind" AS "kind", t."verified" AS "verified", t."stalled_after_days" AS "stalled_after_days", t."id" AS "id"
    FROM "complaint_mechanism" "t"
    WHERE TRUE
    ORDER BY (CASE WHEN octet_length(t."name") = length(t."name") THEN lower(t."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."name") ASC, t."id" ASC
    LIMIT 20
  ) "t"
)
SELECT session_stands($1::uuid, $2::uuid, $3, $4, $5::text, $6::uuid), ARRAY(
  SELECT ARRAY[NULL::text, t."id"::text, t."version"::text, t."status"::text, t."about"::text, t."filed_on"::text, t."hearing_on"::text, t."stalls_on"::text, t."stalled_at"::text, t1."name"::text, t1."kind"::text, t1."id"::text, t2."name"::text, t2."id"::text, t3."display_id"::text, t3."status"::text, t3."concluded"::text, t4."wish"::text, t4."id"::text, t3."id"::text]
  FROM (
    SELECT t."id" AS "id", t."version" AS "version", t."status" AS "status", t."about" AS "about", t."filed_on" AS "filed_on", t."hearing_on" AS "hearing_on", t."stalls_on" AS "stalls_on", t."stalled_at" AS "stalled_at", t."mechanism_id" AS "mechanism_id", t."office_id" AS "office_id", t."case_id" AS "case_id"
    FROM "complaint" "t"
    WHERE ((((t."organisation_id" = $6 OR CASE WHEN (
      SELECT count(*) > 2000
      FROM (
        SELECT
        FROM "case" n
        WHERE n."organisation_id" = $6
        ORDER BY n."opened_at"
        LIMIT 2001
      ) n
    ) THEN EXISTS (
      SELECT 1
      FROM "case" "tp"
      WHERE (tp."id" = t."case_id" AND (tp."organisation_id" = $6 AND ((tp."restricted_at" IS NULL OR (EXISTS (
        SELECT 1
        FROM case_member m
        WHERE m.case_id = tp."id"
        AND m.member_id = $2
        AND m.ended_at IS NULL OFFSET 0
      ) OR (tp."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (tp."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (tp."status" <> 'DRAFT' OR ($2 IN (tp."created_by_id", tp."owner_id") OR tp."imported"))))) OFFSET 0
    ) ELSE t."case_id" IN (
      SELECT tp."id"
      FROM "case" "tp"
      WHERE (tp."organisation_id" = $6 AND ((tp."restricted_at" IS NULL OR (tp."id" IN (
        SELECT m.case_id
        FROM case_member m
        WHERE m.member_id = $2
        AND m.ended_at IS NULL
      ) OR (tp."owner_id" = ANY(ARRAY(
        SELECT d.absent_id
        FROM deputyship d
        WHERE d.deputy_id = $2
        AND d.starts_at <= now()
        AND d.ends_at > now()
      )) AND NOT (tp."id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))))) AND (tp."status" <> 'DRAFT' OR ($2 IN (tp."created_by_id", tp."owner_id") OR tp."imported"))))
    ) END) OR t."case_id" = ANY(ARRAY(
      SELECT r."case_id"
      FROM referral r
      WHERE r.to_organisation_id = $6
      AND r.status IN ('ACCEPTED', 'IN_SERVICE')
      AND (r.consent_valid_until IS NULL OR r.consent_valid_until > now())
      AND $7 = ANY(r.shared_fields)
      AND (
        SELECT p.cross_organisation_sharing
        FROM country p
      ) <> 'NONE'
      AND NOT (r."case_id" = ANY(ARRAY(
        SELECT x.case_id
        FROM accused_colleague x
        WHERE x.accused_id = $2
        AND x.voided_at IS NULL
      )))
    ))) AND t."voided_at" IS NULL) AND t."voided_at" IS NULL)
    AND t."status" = ANY($8::text[])
    ORDER BY t."created_at" DESC, t."id" DESC
    LIMIT 20
  ) "t"
  LEFT JOIN LATERAL (
    SELECT t1."name" AS "name", t1."kind" AS "kind", t1."id" AS "id"
    FROM "complaint_mechanism" "t1"
    WHERE t1."id" = t."mechanism_id"
    AND TRUE
    LIMIT 1
  ) "t1" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t2."name" AS "name", t2."id" AS "id"
    FROM "complaint_office" "t2"
    WHERE t2."id" = t."office_id"
    AND TRUE
    LIMIT 1
  ) "t2" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t3."display_id" AS "display_id", t3."status" AS "status", t3."concluded" AS "concluded", t3."id" AS "id"
    FROM "case" "t3"
    WHERE t3."id" = t."case_id"
    AND (t3."organisation_id" = $6 AND ((t3."restricted_at" IS NULL OR (EXISTS (
      SELECT 1
      FROM case_member m
      WHERE m.case_id = t3."id"
      AND m.member_id = $2
      AND m.ended_at IS NULL OFFSET 0
    ) OR (t3."owner_id" = ANY(ARRAY(
      SELECT d.absent_id
      FROM deputyship d
      WHERE d.deputy_id = $2
      AND d.starts_at <= now()
      AND d.ends_at > now()
    )) AND NOT (t3."id" = ANY(ARRAY(
      SELECT x.case_id
      FROM accused_colleague x
      WHERE x.accused_id = $2
      AND x.voided_at IS NULL
    )))))) AND (t3."status" <> 'DRAFT' OR ($2 IN (t3."created_by_id", t3."owner_id") OR t3."imported"))))
    LIMIT 1
  ) "t3" ON TRUE
  LEFT JOIN LATERAL (
    SELECT t4."wish" AS "wish", t4."id" AS "id"
    FROM "complaint_wish" "t4"
    WHERE t4."case_id" = t3."id"
    AND TRUE
    LIMIT 1
  ) "t4" ON TRUE
), ARRAY(
  SELECT ARRAY[c0::text, c1::text, c2::text, c3::text, c4::text, c5::text]
  FROM p1
), ARRAY(
  SELECT ARRAY[p.key::text, t."name"::text, t."id"::text]
  FROM (
    SELECT c5 AS key
    FROM p1
  ) p
  CROSS JOIN LATERAL (
    SELECT t."name" AS "name", t."id" AS "id"
    FROM "complaint_office" "t"
    WHERE t."mechanism_id" = p.key
    AND TRUE
    ORDER BY (CASE WHEN octet_length(t."name") = length(t."name") THEN lower(t."name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize(t."name", NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || t."name") ASC, t."id" ASC
    LIMIT 3
  ) "t"
);
