/** Through which door cases come. */
import { codeList, type CodeOf } from '../../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });

/** Who brought the case, or through which door the survivor came. */
export const CaseSource = codeList(
  'CaseSource',
  {
    en: 'Who referred the survivor, or how the case came to the programme.',
    pt: 'Quem encaminhou a pessoa sobrevivente, ou como o caso chegou ao programa.',
  },
  {
    SELF_REFERRAL_FIRST_POINT_OF_CONTACT: {
      en: 'Self-referral, first point of contact',
      pt: 'Iniciativa própria, primeiro ponto de contacto',
      ...gbvims('self_referral_first_point_of_contact'),
    },
    HEALTH_MEDICAL_SERVICES: {
      en: 'Health or medical services',
      pt: 'Serviços de saúde',
      ...gbvims('health_medical_services'),
    },
    PSYCHOSOCIAL_COUNSELING_SERVICES: {
      en: 'Psychosocial or counselling services',
      pt: 'Serviços psicossociais ou de aconselhamento',
      ...gbvims('psychosocial_counseling_services'),
    },
    POLICE_OTHER_SECURITY_ACTOR: {
      en: 'Police or other security actor',
      pt: 'Polícia ou outra força de segurança',
      ...gbvims('police_other_security_actor'),
    },
    LEGAL_ASSISTANCE_SERVICES: {
      en: 'Legal assistance services',
      pt: 'Serviços de assistência jurídica',
      ...gbvims('legal_assistance_services'),
    },
    LIVELIHOODS_PROGRAM: {
      en: 'Livelihoods programme',
      pt: 'Programa de meios de subsistência',
      ...gbvims('livelihoods_program'),
    },
    SAFE_HOUSE_SHELTER: { en: 'Safe house or shelter', pt: 'Casa de abrigo', ...gbvims('safe_house_shelter') },
    TEACHER_SCHOOL_OFFICIAL: {
      en: 'Teacher or school official',
      pt: 'Professor ou funcionário da escola',
      ...gbvims('teacher_school_official'),
    },
    COMMUNITY_OR_CAMP_LEADER: {
      en: 'Community leader',
      pt: 'Líder comunitário',
      ...gbvims('community_or_camp_leader'),
    },
    OTHER_HUMANITARIAN_OR_DEVELOPMENT_ACTOR: {
      en: 'Other humanitarian or development organisation',
      pt: 'Outra organização humanitária ou de desenvolvimento',
      ...gbvims('other_humanitarian_or_development_actor'),
    },
    OTHER_GOVERNMENT_SERVICE: {
      en: 'Other government service',
      pt: 'Outro serviço do Estado',
      ...gbvims('other_government_service'),
    },
    PEER_PARALEGAL: { en: 'Peer educator or paralegal', pt: 'Educadora de pares ou paralegal', source: 'Hands Off' },
    HELPLINE: { en: 'Helpline', pt: 'Linha de ajuda', source: 'Hands Off' },
    EMERGENCY_ALERT: { en: 'Emergency alert', pt: 'Alerta de emergência', source: 'Hands Off' },
    OUTREACH_ACTIVITY: { en: 'Outreach activity', pt: 'Actividade comunitária', source: 'Hands Off' },
    PLATFORM_ASSOCIATION: {
      en: 'Platform or member association',
      pt: 'Plataforma ou associação membro',
      source: 'Hands Off',
    },
    VIOLENCE_OFFICE: {
      en: 'Office for families and child victims of violence',
      pt: 'Gabinete de Atendimento à Família e Menores Vítimas de Violência',
      source: 'Hands Off',
    },
  },
);
export type CaseSource = CodeOf<typeof CaseSource>;
