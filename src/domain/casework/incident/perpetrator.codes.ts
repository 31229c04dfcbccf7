/** Code lists of alleged perpetrators: what they are, never who. */
import { codeList, type CodeOf } from '../../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });
const aswa = { source: 'ASWA 2019' } as const;
const swit = { source: 'SWIT 2013' } as const;

/** Who acts, in the words of the programme's definition of violence. */
export const PerpetratorActorKind = codeList(
  'PerpetratorActorKind',
  {
    en: 'What kind of actor did it, as in the programme’s definition of violence.',
    pt: 'Que tipo de agente o fez, como na definição de violência do programa.',
  },
  {
    PERSON: { en: 'Person', pt: 'Pessoa', source: 'Hands Off' },
    GROUP: { en: 'Group', pt: 'Grupo', source: 'Hands Off' },
    INSTITUTION: { en: 'Institution', pt: 'Instituição', source: 'Hands Off' },
    GOVERNMENT: { en: 'Government', pt: 'Governo', source: 'Hands Off' },
  },
);
export type PerpetratorActorKind = CodeOf<typeof PerpetratorActorKind>;

/** The place of the alleged perpetrator in the life and work of sex workers. */
export const PerpetratorCategory = codeList(
  'PerpetratorCategory',
  {
    en: 'What the alleged perpetrator is in the life and work of the survivor.',
    pt: 'O que o alegado agressor é na vida e no trabalho da pessoa sobrevivente.',
  },
  {
    CLIENT: {
      en: 'Client',
      pt: 'Cliente',
      description: {
        en: 'A client of sex work, also one who only posed as it.',
        pt: 'Um cliente de trabalho de sexo, também quem só se fez passar por um.',
      },
      ...swit,
    },
    POLICE_OFFICER: { en: 'Police officer', pt: 'Agente da polícia', ...swit },
    MILITARY: { en: 'Soldier', pt: 'Militar', ...swit },
    BORDER_OR_PRISON_GUARD: { en: 'Border or prison guard', pt: 'Guarda de fronteira ou prisional', ...swit },
    MUNICIPAL_ENFORCEMENT: {
      en: 'Municipal enforcement officer',
      pt: 'Polícia municipal ou fiscal',
      ...aswa,
    },
    INTIMATE_PARTNER: {
      en: 'Intimate partner or former partner',
      pt: 'Parceiro íntimo ou ex-parceiro',
      ...swit,
    },
    FAMILY_MEMBER: { en: 'Family member', pt: 'Familiar', ...swit },
    THIRD_PARTY_MANAGER: {
      en: 'Manager or other third party',
      pt: 'Intermediário ou gerente',
      description: {
        en: 'Manages, arranges or takes part of the earnings of sex work.',
        pt: 'Gere, organiza ou recebe parte dos ganhos do trabalho de sexo.',
      },
      ...swit,
    },
    VENUE_OWNER_OR_STAFF: {
      en: 'Owner or staff of a venue',
      pt: 'Dono ou trabalhador do estabelecimento',
      ...swit,
    },
    CRIMINAL_OR_GANG: { en: 'Criminal or gang', pt: 'Criminoso ou gangue', ...swit },
    GENERAL_PUBLIC_NEIGHBOUR: { en: 'Neighbour or member of the public', pt: 'Vizinho ou cidadão comum', ...swit },
    HEALTH_CARE_WORKER: { en: 'Health care worker', pt: 'Profissional de saúde', ...swit },
    NGO_WORKER: { en: 'NGO worker', pt: 'Trabalhador de ONG', ...aswa },
    OTHER_SEX_WORKER: { en: 'Another sex worker', pt: 'Outra trabalhadora de sexo', ...aswa },
    RELIGIOUS_ACTOR: { en: 'Religious leader or group', pt: 'Líder ou grupo religioso', ...swit },
    TRADITIONAL_LEADER: { en: 'Traditional leader', pt: 'Líder tradicional', ...aswa },
    LANDLORD: { en: 'Landlord', pt: 'Senhorio', ...swit },
    MEDIA: { en: 'Media', pt: 'Comunicação social', ...aswa },
    GOVERNMENT_BODY: { en: 'Government body or official', pt: 'Entidade ou funcionário do Estado', ...swit },
    JUDICIARY: { en: 'Court or prosecutor', pt: 'Tribunal ou procuradoria', ...aswa },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecido', source: 'Hands Off' },
    OTHER: { en: 'Other', pt: 'Outro', source: 'Hands Off' },
  },
);
export type PerpetratorCategory = CodeOf<typeof PerpetratorCategory>;

/** GBVIMS' relationship between alleged perpetrator and survivor; it knows neither clients nor police. */
export const PerpetratorRelationship = codeList(
  'PerpetratorRelationship',
  {
    en: 'How the alleged perpetrator is related to the survivor, as GBVIMS records it.',
    pt: 'Que relação tem o alegado agressor com a pessoa sobrevivente, como o GBVIMS a regista.',
  },
  {
    INTIMATE_PARTNER_FORMER_PARTNER: {
      en: 'Intimate partner or former partner',
      pt: 'Parceiro íntimo ou ex-parceiro',
      ...gbvims('intimate_partner_former_partner'),
    },
    PRIMARY_CAREGIVER: { en: 'Primary caregiver', pt: 'Cuidador principal', ...gbvims('primary_caregiver') },
    FAMILY_OTHER_THAN_SPOUSE_OR_CAREGIVER: {
      en: 'Family other than spouse or caregiver',
      pt: 'Familiar que não é cônjuge nem cuidador',
      ...gbvims('family_other_than_spouse_or_caregiver'),
    },
    SUPERVISOR_EMPLOYER: { en: 'Supervisor or employer', pt: 'Chefe ou empregador', ...gbvims('supervisor_employer') },
    SCHOOLMATE: { en: 'Schoolmate', pt: 'Colega de escola', ...gbvims('schoolmate') },
    TEACHER_SCHOOL_OFFICIAL: {
      en: 'Teacher or school official',
      pt: 'Professor ou funcionário da escola',
      ...gbvims('teacher_school_official'),
    },
    // eslint-disable-next-line no-restricted-syntax -- a relationship of GBVIMS, no role of ours
    SERVICE_PROVIDER: { en: 'Service provider', pt: 'Prestador de serviços', ...gbvims('service_provider') },
    COTENANT_HOUSEMATE: {
      en: 'Co-tenant or housemate',
      pt: 'Pessoa que partilha a casa',
      ...gbvims('cotenant_housemate'),
    },
    FAMILY_FRIEND_NEIGHBOR: {
      en: 'Family friend or neighbour',
      pt: 'Amigo da família ou vizinho',
      ...gbvims('family_friend_neighbor'),
    },
    OTHER_REFUGEE_IDP_RETURNEE: {
      en: 'Other refugee, displaced person or returnee',
      pt: 'Outra pessoa refugiada, deslocada ou retornada',
      ...gbvims('other_refugee_idp_returnee'),
    },
    OTHER_RESIDENT_COMMUNITY_MEMBER: {
      en: 'Other resident or community member',
      pt: 'Outro residente ou membro da comunidade',
      ...gbvims('other_resident_community_member'),
    },
    OTHER: { en: 'Other', pt: 'Outra', ...gbvims('other') },
    NO_RELATION: { en: 'No relation', pt: 'Sem relação', ...gbvims('no_relation') },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', ...gbvims('unknown') },
  },
);
export type PerpetratorRelationship = CodeOf<typeof PerpetratorRelationship>;

/** The GBVIMS relationship that a category is exported as when none is recorded. */
export const relationshipOfCategory: Readonly<Record<PerpetratorCategory, PerpetratorRelationship>> = {
  CLIENT: 'OTHER',
  POLICE_OFFICER: 'NO_RELATION',
  MILITARY: 'NO_RELATION',
  BORDER_OR_PRISON_GUARD: 'NO_RELATION',
  MUNICIPAL_ENFORCEMENT: 'NO_RELATION',
  INTIMATE_PARTNER: 'INTIMATE_PARTNER_FORMER_PARTNER',
  FAMILY_MEMBER: 'FAMILY_OTHER_THAN_SPOUSE_OR_CAREGIVER',
  THIRD_PARTY_MANAGER: 'SUPERVISOR_EMPLOYER',
  VENUE_OWNER_OR_STAFF: 'SUPERVISOR_EMPLOYER',
  CRIMINAL_OR_GANG: 'NO_RELATION',
  GENERAL_PUBLIC_NEIGHBOUR: 'OTHER_RESIDENT_COMMUNITY_MEMBER',
  // eslint-disable-next-line no-restricted-syntax -- a relationship of GBVIMS, no role of ours
  HEALTH_CARE_WORKER: 'SERVICE_PROVIDER',
  // eslint-disable-next-line no-restricted-syntax -- a relationship of GBVIMS, no role of ours
  NGO_WORKER: 'SERVICE_PROVIDER',
  OTHER_SEX_WORKER: 'OTHER_RESIDENT_COMMUNITY_MEMBER',
  RELIGIOUS_ACTOR: 'OTHER_RESIDENT_COMMUNITY_MEMBER',
  TRADITIONAL_LEADER: 'OTHER_RESIDENT_COMMUNITY_MEMBER',
  LANDLORD: 'OTHER',
  MEDIA: 'NO_RELATION',
  GOVERNMENT_BODY: 'NO_RELATION',
  JUDICIARY: 'NO_RELATION',
  UNKNOWN: 'UNKNOWN',
  OTHER: 'OTHER',
};

/** Whether this one is the main alleged perpetrator of the incident. */
export const PerpetratorRank = codeList(
  'PerpetratorRank',
  { en: 'Whether this is the main alleged perpetrator.', pt: 'Se este é o principal alegado agressor.' },
  {
    PRIMARY: { en: 'Primary', pt: 'Principal', source: 'Primero', sourceCode: 'primary' },
    SECONDARY: { en: 'Secondary', pt: 'Secundário', source: 'Primero', sourceCode: 'secondary' },
  },
);
export type PerpetratorRank = CodeOf<typeof PerpetratorRank>;

/** The sex of the alleged perpetrator as the survivor saw it. */
export const PerpetratorSex = codeList(
  'PerpetratorSex',
  {
    en: 'The sex of the alleged perpetrator, as the survivor says.',
    pt: 'O sexo do alegado agressor, segundo a pessoa sobrevivente.',
  },
  {
    FEMALE: { en: 'Female', pt: 'Feminino', ...gbvims('female') },
    MALE: { en: 'Male', pt: 'Masculino', ...gbvims('male') },
    BOTH: {
      en: 'Both female and male',
      pt: 'Feminino e masculino',
      description: { en: 'A group of women and men.', pt: 'Um grupo de mulheres e homens.' },
      source: 'GBVIMS',
    },
    OTHER: { en: 'Other', pt: 'Outro', source: 'Hands Off' },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecido', source: 'Hands Off' },
  },
);
export type PerpetratorSex = CodeOf<typeof PerpetratorSex>;

/** The age of the alleged perpetrator in GBVIMS' bands, which differ from those of survivors. */
export const PerpetratorAgeGroup = codeList(
  'PerpetratorAgeGroup',
  { en: 'The age of the alleged perpetrator in years.', pt: 'A idade do alegado agressor em anos.' },
  {
    AGE_0_11: { en: '0–11', pt: '0–11 anos', ...gbvims('0_11') },
    AGE_12_17: { en: '12–17', pt: '12–17 anos', ...gbvims('12_17') },
    AGE_18_25: { en: '18–25', pt: '18–25 anos', ...gbvims('18_25') },
    AGE_26_40: { en: '26–40', pt: '26–40 anos', ...gbvims('26_40') },
    AGE_41_60: { en: '41–60', pt: '41–60 anos', ...gbvims('41_60') },
    AGE_61_PLUS: { en: '61 and over', pt: '61 anos ou mais', ...gbvims('61') },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', ...gbvims('unknown') },
  },
);
export type PerpetratorAgeGroup = CodeOf<typeof PerpetratorAgeGroup>;
