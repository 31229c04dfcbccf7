/** Code lists of survivors: who the person is, as far as the programme needs to know, and how to reach her safely. */
import { codeList, type CodeOf } from '../../../model/codelist';

/** The survivor's own word for their gender. */
export const GenderIdentity = codeList(
  'GenderIdentity',
  { en: 'The gender that the person identifies with.', pt: 'O género com que a pessoa se identifica.' },
  {
    WOMAN: { en: 'Woman', pt: 'Mulher', source: 'UNAIDS GAM', sourceCode: 'female' },
    MAN: { en: 'Man', pt: 'Homem', source: 'UNAIDS GAM', sourceCode: 'male' },
    TRANS_WOMAN: { en: 'Trans woman', pt: 'Mulher trans', source: 'UNAIDS GAM', sourceCode: 'transgender' },
    TRANS_MAN: { en: 'Trans man', pt: 'Homem trans', source: 'UNAIDS GAM', sourceCode: 'transgender' },
    NON_BINARY: { en: 'Non-binary', pt: 'Não binária', source: 'Hands Off' },
    INTERSEX: { en: 'Intersex', pt: 'Intersexo', source: 'Hands Off' },
    OTHER: { en: 'Another gender', pt: 'Outro género', source: 'Hands Off' },
    PREFER_NOT_TO_SAY: { en: 'Prefers not to say', pt: 'Prefere não dizer', source: 'Hands Off' },
  },
);
export type GenderIdentity = CodeOf<typeof GenderIdentity>;

/** Whether the survivor's gender is the one recorded at birth. */
export const GenderModality = codeList(
  'GenderModality',
  {
    en: 'How the person’s gender relates to the sex recorded at birth.',
    pt: 'Que relação tem o género da pessoa com o sexo registado à nascença.',
  },
  {
    CIS: {
      en: 'Cisgender',
      pt: 'Cisgénero',
      description: { en: 'Gender is the one recorded at birth.', pt: 'O género é o registado à nascença.' },
      source: 'Hands Off',
    },
    TRANS: {
      en: 'Transgender',
      pt: 'Transgénero',
      description: { en: 'Gender is not the one recorded at birth.', pt: 'O género não é o registado à nascença.' },
      source: 'Hands Off',
    },
    PREFER_NOT_TO_SAY: { en: 'Prefers not to say', pt: 'Prefere não dizer', source: 'Hands Off' },
  },
);
export type GenderModality = CodeOf<typeof GenderModality>;

/** Age in the bands that indicators use; finer ages are quasi-identifiers and are not shared. */
export const AgeBand = codeList(
  'AgeBand',
  {
    en: 'Age in years, in the bands that the programme reports.',
    pt: 'Idade em anos, nas faixas em que o programa reporta.',
  },
  {
    UNDER_18: {
      en: 'Under 18',
      pt: 'Menos de 18 anos',
      description: {
        en: 'A child: separately restricted, and child protection rules apply.',
        pt: 'Uma criança: com restrições próprias, e valem as regras de protecção da criança.',
      },
      source: 'Hands Off',
    },
    AGE_18_24: { en: '18–24', pt: '18–24 anos', source: 'Hands Off' },
    AGE_25_34: { en: '25–34', pt: '25–34 anos', source: 'Hands Off' },
    AGE_35_49: { en: '35–49', pt: '35–49 anos', source: 'Hands Off' },
    AGE_50_PLUS: { en: '50 and over', pt: '50 anos ou mais', source: 'Hands Off' },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', source: 'Hands Off' },
  },
);
export type AgeBand = CodeOf<typeof AgeBand>;

/** Key populations of the HIV response; a person can belong to several. */
export const KeyPopulation = codeList(
  'KeyPopulation',
  {
    en: 'A key or priority population of the HIV response.',
    pt: 'Uma população-chave ou prioritária da resposta ao HIV.',
  },
  {
    SW: { en: 'Sex workers', pt: 'Trabalhadores de sexo', source: 'UNAIDS' },
    MSM: { en: 'Men who have sex with men', pt: 'Homens que fazem sexo com homens', source: 'UNAIDS' },
    PWID: { en: 'People who inject drugs', pt: 'Pessoas que injectam drogas', source: 'UNAIDS' },
    TG: { en: 'Transgender people', pt: 'Pessoas transgénero', source: 'UNAIDS' },
    PLHIV: { en: 'People living with HIV', pt: 'Pessoas vivendo com HIV', source: 'UNAIDS' },
    YOUTH: { en: 'Young people', pt: 'Jovens', source: 'Hands Off' },
  },
);
export type KeyPopulation = CodeOf<typeof KeyPopulation>;

/** Disability as GBVIMS records it. */
export const DisabilityKind = codeList(
  'DisabilityKind',
  { en: 'Whether the person lives with a disability.', pt: 'Se a pessoa vive com uma deficiência.' },
  {
    NONE: { en: 'None', pt: 'Nenhuma', source: 'GBVIMS' },
    MENTAL: { en: 'Mental disability', pt: 'Deficiência mental', source: 'GBVIMS' },
    PHYSICAL: { en: 'Physical disability', pt: 'Deficiência física', source: 'GBVIMS' },
    BOTH: { en: 'Mental and physical disability', pt: 'Deficiência mental e física', source: 'GBVIMS' },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', source: 'Hands Off' },
  },
);
export type DisabilityKind = CodeOf<typeof DisabilityKind>;

/** The programme counts also those who do not call what they do sex work. */
export const SelfIdentification = codeList(
  'SelfIdentification',
  {
    en: 'Whether the person calls themself a sex worker. The programme is there for them either way.',
    pt: 'Se a pessoa se considera trabalhadora de sexo. O programa está lá para ela em qualquer caso.',
  },
  {
    YES: { en: 'Yes', pt: 'Sim', source: 'Hands Off' },
    NO: { en: 'No', pt: 'Não', source: 'Hands Off' },
    PREFERS_NOT_TO_SAY: { en: 'Prefers not to say', pt: 'Prefere não dizer', source: 'Hands Off' },
  },
);
export type SelfIdentification = CodeOf<typeof SelfIdentification>;

/** The only way in which the survivor agreed to be contacted. */
export const SafeContactMethod = codeList(
  'SafeContactMethod',
  { en: 'How the person can be contacted without danger.', pt: 'Como a pessoa pode ser contactada sem perigo.' },
  {
    CALL: { en: 'Telephone call', pt: 'Chamada telefónica', source: 'Hands Off' },
    SMS: { en: 'Text message (SMS)', pt: 'Mensagem de texto (SMS)', source: 'Hands Off' },
    WHATSAPP: { en: 'WhatsApp', pt: 'WhatsApp', source: 'Hands Off' },
    IN_PERSON: { en: 'In person', pt: 'Pessoalmente', source: 'Hands Off' },
    VIA_PEER: {
      en: 'Through a peer',
      pt: 'Através de uma educadora de pares',
      description: {
        en: 'Through a peer educator or paralegal whom the survivor named.',
        pt: 'Através de um educador de pares ou paralegal que a pessoa sobrevivente indicou.',
      },
      source: 'Hands Off',
    },
    DO_NOT_CONTACT: {
      en: 'Do not contact',
      pt: 'Não contactar',
      description: {
        en: 'The survivor gets in touch; nobody contacts them.',
        pt: 'É a pessoa sobrevivente que entra em contacto; ninguém a contacta.',
      },
      source: 'Hands Off',
    },
  },
);
export type SafeContactMethod = CodeOf<typeof SafeContactMethod>;

export { SpokenLanguage } from './language.codes';
