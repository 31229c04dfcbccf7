/** numbers-by-how-they-begin: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class NumbersByHowTheyBegin1795977867461 extends SteppedMigration {
  readonly name = 'NumbersByHowTheyBegin1795977867461';

  protected readonly steps = [
    `CREATE INDEX CONCURRENTLY "referral_survivor_code_list_a52786e1" ON "referral" ((CASE WHEN octet_length("survivor_code") = length("survivor_code") THEN lower("survivor_code" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("survivor_code", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "survivor_code"), "id")`,
    `CREATE INDEX CONCURRENTLY "referral_letter_number_list_010dc199" ON "referral_letter" ((CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number"), "id")`,
    `CREATE INDEX CONCURRENTLY "service_slip_number_list_9d017d4b" ON "service_slip" ((CASE WHEN octet_length("number") = length("number") THEN lower("number" COLLATE "C") ELSE translate(lower(regexp_replace(normalize("number", NFD), '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g') COLLATE "C"), 'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯς', 'æðøþđħĳŀłŋœŧßɓɔƈɖɗǝəɛƒɠɣɩƙɲƥƭʊʋƴʒαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяσ') END || chr(1) || "number"), "id")`,
  ];

  protected readonly back = [
    `DROP INDEX "referral_survivor_code_list_a52786e1"`,
    `DROP INDEX "referral_letter_number_list_010dc199"`,
    `DROP INDEX "service_slip_number_list_9d017d4b"`,
  ];
}
