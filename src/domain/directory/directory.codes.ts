/** Code lists of the service directory: where a service is given, to whom, for what in return, and how an entry stands. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const ServiceCoverage = codeList(
  'ServiceCoverage',
  { en: 'How far a service reaches.', pt: 'Até onde chega um serviço.' },
  {
    NATIONWIDE: {
      en: 'The whole country',
      pt: 'Todo o país',
      description: { en: 'Such as a helpline.', pt: 'Como uma linha de apoio.' },
      source,
    },
    PROVINCES: { en: 'Whole provinces', pt: 'Províncias inteiras', source },
    DISTRICTS: { en: 'Single districts', pt: 'Distritos determinados', source },
  },
);
export type ServiceCoverage = CodeOf<typeof ServiceCoverage>;

export const AcceptedGroup = codeList(
  'AcceptedGroup',
  { en: 'Whom a provider accepts.', pt: 'Quem um prestador aceita.' },
  {
    WOMEN: { en: 'Women', pt: 'Mulheres', source },
    MEN: { en: 'Men', pt: 'Homens', source },
    TRANS_PEOPLE: { en: 'Trans people', pt: 'Pessoas trans', source },
    NON_BINARY_PEOPLE: { en: 'Non-binary people', pt: 'Pessoas não binárias', source },
    CHILDREN: { en: 'Children under 18', pt: 'Crianças com menos de 18 anos', source },
    WITH_CHILDREN: { en: 'Adults who bring their children', pt: 'Adultos acompanhados dos seus filhos', source },
    SEX_WORKERS: {
      en: 'Sex workers',
      pt: 'Trabalhadoras e trabalhadores de sexo',
      description: { en: 'Known to treat them with respect.', pt: 'Conhecido por os tratar com respeito.' },
      source,
    },
    MEN_WHO_HAVE_SEX_WITH_MEN: { en: 'Men who have sex with men', pt: 'Homens que fazem sexo com homens', source },
    PEOPLE_WHO_USE_DRUGS: { en: 'People who use drugs', pt: 'Pessoas que usam drogas', source },
    PEOPLE_WITH_DISABILITIES: {
      en: 'People with disabilities',
      pt: 'Pessoas com deficiência',
      description: { en: 'The place is accessible.', pt: 'O lugar é acessível.' },
      source,
    },
    NON_NATIONALS: { en: 'Nationals of other countries', pt: 'Nacionais de outros países', source },
    WITHOUT_DOCUMENTS: { en: 'People without documents', pt: 'Pessoas sem documentos', source },
    ANONYMOUS: { en: 'People who give no name', pt: 'Pessoas que não dão o nome', source },
  },
);
export type AcceptedGroup = CodeOf<typeof AcceptedGroup>;

export const ServiceRequirement = codeList(
  'ServiceRequirement',
  { en: 'What a provider asks for.', pt: 'O que um prestador exige.' },
  {
    NOTHING: {
      en: 'Nothing',
      pt: 'Nada',
      description: { en: 'It was asked, and there is nothing.', pt: 'Perguntou-se, e não é exigido nada.' },
      source,
    },
    REFERRAL_LETTER: { en: 'A referral letter', pt: 'Uma guia de encaminhamento', source },
    ID_DOCUMENT: { en: 'An identity document', pt: 'Um documento de identidade', source },
    POLICE_REPORT: { en: 'A police report', pt: 'Um auto da polícia', source },
    FEE: { en: 'A fee', pt: 'Um pagamento', source },
    APPOINTMENT: { en: 'An appointment', pt: 'Uma marcação', source },
    PARENT_OR_GUARDIAN: {
      en: 'A parent or guardian, for a child',
      pt: 'Um dos pais ou o tutor, para uma criança',
      source,
    },
    PROOF_OF_RESIDENCE: { en: 'Proof of residence', pt: 'Um comprovativo de residência', source },
    HEALTH_CARD: { en: 'A health card', pt: 'Um cartão de saúde', source },
  },
);
export type ServiceRequirement = CodeOf<typeof ServiceRequirement>;

export const ServiceEntryStatus = codeList(
  'ServiceEntryStatus',
  {
    en: 'How an entry of the service directory stands.',
    pt: 'Em que estado está uma entrada do directório de serviços.',
  },
  {
    CURRENT: {
      en: 'Current',
      pt: 'Actual',
      description: { en: 'Somebody confirmed it in time.', pt: 'Alguém a confirmou dentro do prazo.' },
      source,
    },
    STALE: {
      en: 'Not confirmed for long',
      pt: 'Por confirmar há muito',
      description: {
        en: 'Ask the provider before sending anybody there, and confirm the entry.',
        pt: 'Pergunte ao prestador antes de lá enviar alguém, e confirme a entrada.',
      },
      source,
    },
    CLOSED: {
      en: 'Closed',
      pt: 'Encerrada',
      description: { en: 'The service is given no more.', pt: 'O serviço já não é prestado.' },
      source,
    },
  },
);
export type ServiceEntryStatus = CodeOf<typeof ServiceEntryStatus>;
