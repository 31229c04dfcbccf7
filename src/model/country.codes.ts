/** Code lists of countries: which there are, in which language they work, and what their law says of data leaving them. */
import { codeList, type CodeOf } from './codelist';

/** Every African state by its ISO 3166-1 alpha-2 code, so that adding a country is data; and the region, which is none. */
export const CountryCode = codeList(
  'CountryCode',
  {
    en: 'A country of Africa by its ISO 3166-1 alpha-2 code.',
    pt: 'Um país de África pelo seu código ISO 3166-1 alfa-2.',
  },
  {
    AO: { en: 'Angola', pt: 'Angola', source: 'ISO 3166-1' },
    BF: { en: 'Burkina Faso', pt: 'Burkina Faso', source: 'ISO 3166-1' },
    BI: { en: 'Burundi', pt: 'Burundi', source: 'ISO 3166-1' },
    BJ: { en: 'Benin', pt: 'Benim', source: 'ISO 3166-1' },
    BW: { en: 'Botswana', pt: 'Botswana', source: 'ISO 3166-1' },
    CD: { en: 'Democratic Republic of the Congo', pt: 'República Democrática do Congo', source: 'ISO 3166-1' },
    CF: { en: 'Central African Republic', pt: 'República Centro-Africana', source: 'ISO 3166-1' },
    CG: { en: 'Republic of the Congo', pt: 'República do Congo', source: 'ISO 3166-1' },
    CI: { en: 'Côte d’Ivoire', pt: 'Costa do Marfim', source: 'ISO 3166-1' },
    CM: { en: 'Cameroon', pt: 'Camarões', source: 'ISO 3166-1' },
    CV: { en: 'Cabo Verde', pt: 'Cabo Verde', source: 'ISO 3166-1' },
    DJ: { en: 'Djibouti', pt: 'Djibouti', source: 'ISO 3166-1' },
    DZ: { en: 'Algeria', pt: 'Argélia', source: 'ISO 3166-1' },
    EG: { en: 'Egypt', pt: 'Egipto', source: 'ISO 3166-1' },
    ER: { en: 'Eritrea', pt: 'Eritreia', source: 'ISO 3166-1' },
    ET: { en: 'Ethiopia', pt: 'Etiópia', source: 'ISO 3166-1' },
    GA: { en: 'Gabon', pt: 'Gabão', source: 'ISO 3166-1' },
    GH: { en: 'Ghana', pt: 'Gana', source: 'ISO 3166-1' },
    GM: { en: 'Gambia', pt: 'Gâmbia', source: 'ISO 3166-1' },
    GN: { en: 'Guinea', pt: 'Guiné', source: 'ISO 3166-1' },
    GQ: { en: 'Equatorial Guinea', pt: 'Guiné Equatorial', source: 'ISO 3166-1' },
    GW: { en: 'Guinea-Bissau', pt: 'Guiné-Bissau', source: 'ISO 3166-1' },
    KE: { en: 'Kenya', pt: 'Quénia', source: 'ISO 3166-1' },
    KM: { en: 'Comoros', pt: 'Comores', source: 'ISO 3166-1' },
    LR: { en: 'Liberia', pt: 'Libéria', source: 'ISO 3166-1' },
    LS: { en: 'Lesotho', pt: 'Lesotho', source: 'ISO 3166-1' },
    LY: { en: 'Libya', pt: 'Líbia', source: 'ISO 3166-1' },
    MA: { en: 'Morocco', pt: 'Marrocos', source: 'ISO 3166-1' },
    MG: { en: 'Madagascar', pt: 'Madagáscar', source: 'ISO 3166-1' },
    ML: { en: 'Mali', pt: 'Mali', source: 'ISO 3166-1' },
    MR: { en: 'Mauritania', pt: 'Mauritânia', source: 'ISO 3166-1' },
    MU: { en: 'Mauritius', pt: 'Maurícias', source: 'ISO 3166-1' },
    MW: { en: 'Malawi', pt: 'Malawi', source: 'ISO 3166-1' },
    MZ: { en: 'Mozambique', pt: 'Moçambique', source: 'ISO 3166-1' },
    NA: { en: 'Namibia', pt: 'Namíbia', source: 'ISO 3166-1' },
    NE: { en: 'Niger', pt: 'Níger', source: 'ISO 3166-1' },
    NG: { en: 'Nigeria', pt: 'Nigéria', source: 'ISO 3166-1' },
    REGION: {
      en: 'The region',
      pt: 'A região',
      description: {
        en: 'No country: what the regional secretariat did itself.',
        pt: 'Nenhum país: o que o secretariado regional fez por si.',
      },
      source: 'Hands Off',
    },
    RW: { en: 'Rwanda', pt: 'Ruanda', source: 'ISO 3166-1' },
    SC: { en: 'Seychelles', pt: 'Seicheles', source: 'ISO 3166-1' },
    SD: { en: 'Sudan', pt: 'Sudão', source: 'ISO 3166-1' },
    SL: { en: 'Sierra Leone', pt: 'Serra Leoa', source: 'ISO 3166-1' },
    SN: { en: 'Senegal', pt: 'Senegal', source: 'ISO 3166-1' },
    SO: { en: 'Somalia', pt: 'Somália', source: 'ISO 3166-1' },
    SS: { en: 'South Sudan', pt: 'Sudão do Sul', source: 'ISO 3166-1' },
    ST: { en: 'São Tomé and Príncipe', pt: 'São Tomé e Príncipe', source: 'ISO 3166-1' },
    SZ: { en: 'Eswatini', pt: 'Eswatini', source: 'ISO 3166-1' },
    TD: { en: 'Chad', pt: 'Chade', source: 'ISO 3166-1' },
    TG: { en: 'Togo', pt: 'Togo', source: 'ISO 3166-1' },
    TN: { en: 'Tunisia', pt: 'Tunísia', source: 'ISO 3166-1' },
    TZ: { en: 'Tanzania', pt: 'Tanzânia', source: 'ISO 3166-1' },
    UG: { en: 'Uganda', pt: 'Uganda', source: 'ISO 3166-1' },
    ZA: { en: 'South Africa', pt: 'África do Sul', source: 'ISO 3166-1' },
    ZM: { en: 'Zambia', pt: 'Zâmbia', source: 'ISO 3166-1' },
    ZW: { en: 'Zimbabwe', pt: 'Zimbabwe', source: 'ISO 3166-1' },
  },
);
export type CountryCode = CodeOf<typeof CountryCode>;

/** The language a country's messages and labels are in when the caller asks for none. */
export const CountryLocale = codeList(
  'CountryLocale',
  { en: 'A language that the programme works in.', pt: 'Uma língua em que o programa trabalha.' },
  {
    EN: { en: 'English', pt: 'Inglês', source: 'ISO 639-1', sourceCode: 'en' },
    PT: { en: 'Portuguese', pt: 'Português', source: 'ISO 639-1', sourceCode: 'pt' },
  },
);
export type CountryLocale = CodeOf<typeof CountryLocale>;

/** The strictest rule of a country's law on personal data of this kind leaving the country. */
export const CrossBorderRule = codeList(
  'CrossBorderRule',
  {
    en: 'What a country’s law asks before sensitive personal data may leave it. Not legal advice.',
    pt: 'O que a lei de um país exige antes de dados pessoais sensíveis poderem sair dele. Não é aconselhamento jurídico.',
  },
  {
    PROHIBITED: {
      en: 'Prohibited',
      pt: 'Proibida',
      description: {
        en: 'No transfer unless a law or a court allows it.',
        pt: 'Nenhuma transferência, salvo se uma lei ou um tribunal a permitir.',
      },
      source: 'Hands Off',
    },
    PRIOR_AUTHORISATION: {
      en: 'Prior authorisation',
      pt: 'Autorização prévia',
      description: {
        en: 'The regulator authorises transfers of special personal data beforehand.',
        pt: 'O regulador autoriza previamente as transferências de dados pessoais especiais.',
      },
      source: 'Hands Off',
    },
    CONSENT: {
      en: 'Consent of the person',
      pt: 'Consentimento da pessoa',
      description: {
        en: 'The person concerned has to agree to the transfer.',
        pt: 'A pessoa em causa tem de aceitar a transferência.',
      },
      source: 'Hands Off',
    },
    SAFEGUARDS: {
      en: 'Adequate protection or safeguards',
      pt: 'Protecção adequada ou garantias',
      description: {
        en: 'Only to a country with adequate protection, or under safeguards such as a binding agreement.',
        pt: 'Só para um país com protecção adequada, ou com garantias como um acordo vinculativo.',
      },
      source: 'Hands Off',
    },
    NOT_REGULATED: {
      en: 'Not regulated',
      pt: 'Não regulamentada',
      description: {
        en: 'No general law speaks of it; the programme’s own rules hold.',
        pt: 'Nenhuma lei geral trata disto; valem as regras do próprio programa.',
      },
      source: 'Hands Off',
    },
  },
);
export type CrossBorderRule = CodeOf<typeof CrossBorderRule>;

/** What of a case one organisation lets another of the country know. */
export const CrossOrganisationSharing = codeList(
  'CrossOrganisationSharing',
  {
    en: 'What of a case one organisation of a country lets another know, when it refers a survivor.',
    pt: 'O que de um caso uma organização de um país dá a conhecer a outra, quando encaminha uma pessoa sobrevivente.',
  },
  {
    NONE: {
      en: 'Nothing: by letter',
      pt: 'Nada: por carta',
      description: {
        en: 'Survivors carry a letter; no record crosses, and no case is handed over.',
        pt: 'As pessoas sobreviventes levam uma carta; nenhum registo passa e nenhum caso é entregue.',
      },
      source: 'Hands Off',
    },
    CODED: {
      en: 'Coded fields only',
      pt: 'Apenas campos codificados',
      description: {
        en: 'Nothing that is told in words, and nothing that says who somebody is.',
        pt: 'Nada que seja contado por palavras, e nada que diga quem é uma pessoa.',
      },
      source: 'Hands Off',
    },
    FULL: {
      en: 'What the survivor agreed to',
      pt: 'O que a pessoa sobrevivente aceitou',
      description: {
        en: 'What a referral says is shared, under the survivor’s consent.',
        pt: 'O que um encaminhamento indica como partilhado, com o consentimento da pessoa sobrevivente.',
      },
      source: 'Hands Off',
    },
  },
);
export type CrossOrganisationSharing = CodeOf<typeof CrossOrganisationSharing>;
