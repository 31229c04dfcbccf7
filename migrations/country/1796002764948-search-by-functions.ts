/** search-by-functions: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class SearchByFunctions1796002764948 extends SteppedMigration {
  readonly name = 'SearchByFunctions1796002764948';

  protected readonly steps = [
    `CREATE FUNCTION "text_folded_28e574bb"(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$ BEGIN RETURN CASE WHEN octet_length($1) = length($1) THEN lower($1 COLLATE "C") ELSE translate(lower(regexp_replace(normalize($1, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END; END $body$; GRANT EXECUTE ON FUNCTION text_folded_28e574bb(text) TO PUBLIC`,
    `CREATE FUNCTION "text_parts_be1c125e"(text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$ DECLARE f text COLLATE "C" := CASE WHEN octet_length($1) = length($1) THEN lower($1 COLLATE "C") ELSE translate(lower(regexp_replace(normalize($1, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END; BEGIN RETURN string_to_array(regexp_replace(f, '(...)', '\\1' || chr(1), 'g'), chr(1)) || string_to_array(regexp_replace(substr(f, 2), '(...)', '\\1' || chr(1), 'g'), chr(1)) || string_to_array(regexp_replace(substr(f, 3), '(...)', '\\1' || chr(1), 'g'), chr(1)); END $body$; GRANT EXECUTE ON FUNCTION text_parts_be1c125e(text) TO PUBLIC`,
    `CREATE INDEX CONCURRENTLY "survivor_survivor_code_search_list_4d4de4c5" ON "survivor" USING gin (text_parts_be1c125e("survivor_code"))`,
    `CREATE INDEX CONCURRENTLY "advocacy_activity_title_search_list_0d9de93c" ON "advocacy_activity" USING gin (text_parts_be1c125e("title"))`,
    `CREATE INDEX CONCURRENTLY "advocacy_activity_target_search_list_5286c284" ON "advocacy_activity" USING gin (text_parts_be1c125e("target"))`,
    `CREATE INDEX CONCURRENTLY "outreach_activity_title_search_list_ed1cb9a3" ON "outreach_activity" USING gin (text_parts_be1c125e("title"))`,
    `CREATE INDEX CONCURRENTLY "training_title_search_list_dbdbb2dc" ON "training" USING gin (text_parts_be1c125e("title"))`,
    `CREATE INDEX CONCURRENTLY "case_display_id_search_list_6944663b" ON "case" USING gin (text_parts_be1c125e("display_id"))`,
    `CREATE INDEX CONCURRENTLY "case_registered_at_office_search_list_9bc70c73" ON "case" USING gin (text_parts_be1c125e("registered_at_office"))`,
    `CREATE INDEX CONCURRENTLY "referral_survivor_code_search_list_61871352" ON "referral" USING gin (text_parts_be1c125e("survivor_code"))`,
    `CREATE INDEX CONCURRENTLY "referral_remote_provider_search_list_378bee0c" ON "referral" USING gin (text_parts_be1c125e("remote_provider"))`,
    `CREATE INDEX CONCURRENTLY "referral_letter_number_search_list_32444d4f" ON "referral_letter" USING gin (text_parts_be1c125e("number"))`,
    `CREATE INDEX CONCURRENTLY "platform_name_search_list_cac2e1a4" ON "platform" USING gin (text_parts_be1c125e("name"))`,
    `CREATE INDEX CONCURRENTLY "member_association_name_search_list_9371b905" ON "member_association" USING gin (text_parts_be1c125e("name"))`,
    `CREATE INDEX CONCURRENTLY "dissemination_recipient_unit_search_list_ad084356" ON "dissemination" USING gin (text_parts_be1c125e("recipient_unit"))`,
    `CREATE INDEX CONCURRENTLY "media_piece_outlet_search_list_a493b4e6" ON "media_piece" USING gin (text_parts_be1c125e("outlet"))`,
    `CREATE INDEX CONCURRENTLY "media_piece_title_search_list_0d7fac8a" ON "media_piece" USING gin (text_parts_be1c125e("title"))`,
    `CREATE INDEX CONCURRENTLY "procedure_adoption_unit_search_list_1723aa32" ON "procedure_adoption" USING gin (text_parts_be1c125e("unit"))`,
    `CREATE INDEX CONCURRENTLY "service_slip_number_search_list_f868480a" ON "service_slip" USING gin (text_parts_be1c125e("number"))`,
    `DROP INDEX CONCURRENTLY "advocacy_activity_target_search_list_6087d993"`,
    `DROP INDEX CONCURRENTLY "advocacy_activity_title_search_list_5c7893fd"`,
    `DROP INDEX CONCURRENTLY "case_display_id_search_list_18511280"`,
    `DROP INDEX CONCURRENTLY "case_registered_at_office_search_list_6568210b"`,
    `DROP INDEX CONCURRENTLY "dissemination_recipient_unit_search_list_c815701d"`,
    `DROP INDEX CONCURRENTLY "media_piece_outlet_search_list_d4d39c0a"`,
    `DROP INDEX CONCURRENTLY "media_piece_title_search_list_5b9cdaf2"`,
    `DROP INDEX CONCURRENTLY "member_association_name_search_list_20bc5236"`,
    `DROP INDEX CONCURRENTLY "outreach_activity_title_search_list_7c928004"`,
    `DROP INDEX CONCURRENTLY "platform_name_search_list_e51bf3c9"`,
    `DROP INDEX CONCURRENTLY "procedure_adoption_unit_search_list_0f41121c"`,
    `DROP INDEX CONCURRENTLY "referral_letter_number_search_list_7de90468"`,
    `DROP INDEX CONCURRENTLY "referral_remote_provider_search_list_360f99d0"`,
    `DROP INDEX CONCURRENTLY "referral_survivor_code_search_list_111deac5"`,
    `DROP INDEX CONCURRENTLY "service_slip_number_search_list_e433fb7b"`,
    `DROP INDEX CONCURRENTLY "survivor_survivor_code_search_list_1c171eb5"`,
    `DROP INDEX CONCURRENTLY "training_title_search_list_ee2e7fd8"`,
  ];

  protected readonly back = [
    `CREATE INDEX "advocacy_activity_target_search_list_6087d993" ON advocacy_activity USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(target) = length(target)) THEN lower((target COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(target, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(target) = length(target)) THEN lower((target COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(target, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(target) = length(target)) THEN lower((target COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(target, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "advocacy_activity_title_search_list_5c7893fd" ON advocacy_activity USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "case_display_id_search_list_18511280" ON "case" USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(display_id) = length(display_id)) THEN lower((display_id COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(display_id, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(display_id) = length(display_id)) THEN lower((display_id COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(display_id, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(display_id) = length(display_id)) THEN lower((display_id COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(display_id, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "case_registered_at_office_search_list_6568210b" ON "case" USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(registered_at_office) = length(registered_at_office)) THEN lower((registered_at_office COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(registered_at_office, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(registered_at_office) = length(registered_at_office)) THEN lower((registered_at_office COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(registered_at_office, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(registered_at_office) = length(registered_at_office)) THEN lower((registered_at_office COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(registered_at_office, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "dissemination_recipient_unit_search_list_c815701d" ON dissemination USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(recipient_unit) = length(recipient_unit)) THEN lower((recipient_unit COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(recipient_unit, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(recipient_unit) = length(recipient_unit)) THEN lower((recipient_unit COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(recipient_unit, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(recipient_unit) = length(recipient_unit)) THEN lower((recipient_unit COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(recipient_unit, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "media_piece_outlet_search_list_d4d39c0a" ON media_piece USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(outlet) = length(outlet)) THEN lower((outlet COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(outlet, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(outlet) = length(outlet)) THEN lower((outlet COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(outlet, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(outlet) = length(outlet)) THEN lower((outlet COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(outlet, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "media_piece_title_search_list_5b9cdaf2" ON media_piece USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "member_association_name_search_list_20bc5236" ON member_association USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(name) = length(name)) THEN lower((name COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(name, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(name) = length(name)) THEN lower((name COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(name, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(name) = length(name)) THEN lower((name COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(name, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "outreach_activity_title_search_list_7c928004" ON outreach_activity USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "platform_name_search_list_e51bf3c9" ON platform USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(name) = length(name)) THEN lower((name COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(name, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(name) = length(name)) THEN lower((name COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(name, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(name) = length(name)) THEN lower((name COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(name, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "procedure_adoption_unit_search_list_0f41121c" ON procedure_adoption USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(unit) = length(unit)) THEN lower((unit COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(unit, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(unit) = length(unit)) THEN lower((unit COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(unit, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(unit) = length(unit)) THEN lower((unit COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(unit, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "referral_letter_number_search_list_7de90468" ON referral_letter USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(number) = length(number)) THEN lower((number COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(number, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(number) = length(number)) THEN lower((number COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(number, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(number) = length(number)) THEN lower((number COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(number, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "referral_remote_provider_search_list_360f99d0" ON referral USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(remote_provider) = length(remote_provider)) THEN lower((remote_provider COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(remote_provider, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(remote_provider) = length(remote_provider)) THEN lower((remote_provider COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(remote_provider, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(remote_provider) = length(remote_provider)) THEN lower((remote_provider COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(remote_provider, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "referral_survivor_code_search_list_111deac5" ON referral USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(survivor_code) = length(survivor_code)) THEN lower((survivor_code COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(survivor_code, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(survivor_code) = length(survivor_code)) THEN lower((survivor_code COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(survivor_code, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(survivor_code) = length(survivor_code)) THEN lower((survivor_code COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(survivor_code, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "service_slip_number_search_list_e433fb7b" ON service_slip USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(number) = length(number)) THEN lower((number COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(number, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(number) = length(number)) THEN lower((number COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(number, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(number) = length(number)) THEN lower((number COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(number, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "survivor_survivor_code_search_list_1c171eb5" ON survivor USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(survivor_code) = length(survivor_code)) THEN lower((survivor_code COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(survivor_code, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(survivor_code) = length(survivor_code)) THEN lower((survivor_code COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(survivor_code, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(survivor_code) = length(survivor_code)) THEN lower((survivor_code COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(survivor_code, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `CREATE INDEX "training_title_search_list_ee2e7fd8" ON training USING gin ((((string_to_array(regexp_replace(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 2), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1))) || string_to_array(regexp_replace(substr(
CASE
    WHEN (octet_length(title) = length(title)) THEN lower((title COLLATE "C"))
    ELSE translate(lower((regexp_replace(NORMALIZE(title, NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς'::text, 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ'::text)
END, 3), '(...)'::text, ('\\1'::text || chr(1)), 'g'::text), chr(1)))))`,
    `DROP INDEX "survivor_survivor_code_search_list_4d4de4c5"`,
    `DROP INDEX "advocacy_activity_title_search_list_0d9de93c"`,
    `DROP INDEX "advocacy_activity_target_search_list_5286c284"`,
    `DROP INDEX "outreach_activity_title_search_list_ed1cb9a3"`,
    `DROP INDEX "training_title_search_list_dbdbb2dc"`,
    `DROP INDEX "case_display_id_search_list_6944663b"`,
    `DROP INDEX "case_registered_at_office_search_list_9bc70c73"`,
    `DROP INDEX "referral_survivor_code_search_list_61871352"`,
    `DROP INDEX "referral_remote_provider_search_list_378bee0c"`,
    `DROP INDEX "referral_letter_number_search_list_32444d4f"`,
    `DROP INDEX "platform_name_search_list_cac2e1a4"`,
    `DROP INDEX "member_association_name_search_list_9371b905"`,
    `DROP INDEX "dissemination_recipient_unit_search_list_ad084356"`,
    `DROP INDEX "media_piece_outlet_search_list_a493b4e6"`,
    `DROP INDEX "media_piece_title_search_list_0d7fac8a"`,
    `DROP INDEX "procedure_adoption_unit_search_list_1723aa32"`,
    `DROP INDEX "service_slip_number_search_list_f868480a"`,
    `DROP FUNCTION "text_folded_28e574bb"(text)`,
    `DROP FUNCTION "text_parts_be1c125e"(text)`,
  ];
}
