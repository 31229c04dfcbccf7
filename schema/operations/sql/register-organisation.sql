-- identity_app
SELECT a.name, a.email, a.role, a.country, a.organisation_id, a.locale, a.named_elsewhere, NOT NOT EXISTS (
  SELECT
  FROM account d
  WHERE d.country = a.country
  AND d.staff_due
) AS behind
FROM session s
JOIN account a ON a.id = s.account_id
WHERE s.id = $1
AND s.account_id = $2
AND s.revoked_at IS NULL
AND s.expires_at > now()
AND a.status = 'ACTIVE';

-- mz_app
BEGIN;

-- mz_app
INSERT INTO idempotency_record (account_id, key, action, request_hash, created_at)
VALUES ($1, $2, $3, $4, now())
ON CONFLICT (account_id, key) DO NOTHING;

-- mz_app
SELECT id
FROM organisation
WHERE CASE WHEN octet_length(name) = length(name) THEN lower(name COLLATE "C") ELSE translate(lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END = $1;

-- mz_app
ROLLBACK;
