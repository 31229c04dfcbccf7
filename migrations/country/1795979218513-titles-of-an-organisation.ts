/** titles-of-an-organisation: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class TitlesOfAnOrganisation1795979218513 extends SteppedMigration {
  readonly name = 'TitlesOfAnOrganisation1795979218513';

  protected readonly steps = [
    `CREATE INDEX CONCURRENTLY "advocacy_activity_organisation_id_title_list_3d5027ad" ON "advocacy_activity" ("organisation_id", (CASE WHEN octet_length("title") = length("title") THEN lower("title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("title", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "title"), "id")`,
    `CREATE INDEX CONCURRENTLY "platform_organisation_id_name_list_c0cd4bf5" ON "platform" ("organisation_id", (CASE WHEN octet_length("name") = length("name") THEN lower("name" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("name", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "name"), "id")`,
    `CREATE INDEX CONCURRENTLY "outreach_activity_organisation_id_title_list_ea44495c" ON "outreach_activity" ("organisation_id", (CASE WHEN octet_length("title") = length("title") THEN lower("title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("title", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "title"), "id")`,
    `CREATE INDEX CONCURRENTLY "training_organisation_id_title_list_1ef10051" ON "training" ("organisation_id", (CASE WHEN octet_length("title") = length("title") THEN lower("title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("title", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "title"), "id")`,
    `CREATE INDEX CONCURRENTLY "media_piece_organisation_id_outlet_list_fa36f399" ON "media_piece" ("organisation_id", (CASE WHEN octet_length("outlet") = length("outlet") THEN lower("outlet" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("outlet", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "outlet"), "id")`,
    `CREATE INDEX CONCURRENTLY "media_piece_organisation_id_title_list_124ed2bd" ON "media_piece" ("organisation_id", (CASE WHEN octet_length("title") = length("title") THEN lower("title" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("title", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "title"), "id")`,
    `CREATE INDEX CONCURRENTLY "procedure_adoption_organisation_id_unit_list_14e6eb0a" ON "procedure_adoption" ("organisation_id", (CASE WHEN octet_length("unit") = length("unit") THEN lower("unit" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("unit", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "unit"), "id")`,
  ];

  protected readonly back = [
    `DROP INDEX "advocacy_activity_organisation_id_title_list_3d5027ad"`,
    `DROP INDEX "platform_organisation_id_name_list_c0cd4bf5"`,
    `DROP INDEX "outreach_activity_organisation_id_title_list_ea44495c"`,
    `DROP INDEX "training_organisation_id_title_list_1ef10051"`,
    `DROP INDEX "media_piece_organisation_id_outlet_list_fa36f399"`,
    `DROP INDEX "media_piece_organisation_id_title_list_124ed2bd"`,
    `DROP INDEX "procedure_adoption_organisation_id_unit_list_14e6eb0a"`,
  ];
}
