/** Code lists of cases: lifecycle, urgency, where the case came from and why it was closed. */
import { codeList, type CodeOf } from '../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });
const primero = (sourceCode: string) => ({ source: 'Primero', sourceCode });

/** Where a case stands in its lifecycle. */
export const CaseStatus = codeList('CaseStatus', 'Where a case stands in its lifecycle.', {
  DRAFT: {
    en: 'Draft',
    pt: 'Rascunho',
    description: 'Begun, not yet registered; visible to its author.',
    source: 'Hands Off',
  },
  REGISTERED: {
    en: 'Registered',
    pt: 'Registado',
    description: 'Consent to services is there, or the case is anonymous.',
    ...primero('open'),
  },
  ASSESSED: { en: 'Assessed', pt: 'Avaliado', description: 'Needs and risk are assessed.', ...primero('open') },
  ACTION_PLANNED: {
    en: 'Action planned',
    pt: 'Plano de acção elaborado',
    description: 'An action plan is agreed with the survivor.',
    ...primero('open'),
  },
  IN_FOLLOW_UP: {
    en: 'In follow-up',
    pt: 'Em seguimento',
    description: 'The plan is being carried out.',
    ...primero('open'),
  },
  CLOSURE_REQUESTED: {
    en: 'Closure requested',
    pt: 'Encerramento solicitado',
    description: 'Waits for somebody other than the requester to approve.',
    ...primero('open'),
  },
  CLOSED: {
    en: 'Closed',
    pt: 'Encerrado',
    description: 'Closed with a reason and an approval.',
    ...primero('closed'),
  },
  REOPENED: {
    en: 'Reopened',
    pt: 'Reaberto',
    description: 'Taken up again after it was closed.',
    ...primero('open'),
  },
  TRANSFERRED: {
    en: 'Transferred',
    pt: 'Transferido',
    description: 'Handed to another organisation; the former owner keeps a stub.',
    deprecated: 'Since 2026-11-28: a case on its way keeps its status; its transfers say that it is on its way.',
    ...primero('transferred'),
  },
  DUPLICATE: {
    en: 'Duplicate',
    pt: 'Duplicado',
    description: 'The same case as another, which stays.',
    ...primero('duplicate'),
  },
  WITHDRAWN: {
    en: 'Withdrawn',
    pt: 'Retirado',
    description: 'The survivor withdrew consent; the record is restricted.',
    source: 'Hands Off',
  },
});
export type CaseStatus = CodeOf<typeof CaseStatus>;

/** How much danger the survivor is in. */
export const RiskLevel = codeList('RiskLevel', 'How much danger the survivor is in now.', {
  HIGH: {
    en: 'High risk',
    pt: 'Risco elevado',
    description: 'Immediate danger to life or safety.',
    ...primero('high'),
  },
  MEDIUM: {
    en: 'Medium risk',
    pt: 'Risco médio',
    description: 'Danger that is likely to grow without support.',
    ...primero('medium'),
  },
  LOW: {
    en: 'Low risk',
    pt: 'Risco baixo',
    description: 'No present danger; support and follow-up.',
    ...primero('low'),
  },
});
export type RiskLevel = CodeOf<typeof RiskLevel>;

/** In which order cases are worked on; risk is the survivor's, priority is the team's. */
export const CasePriority = codeList('CasePriority', 'How soon the team takes the case up.', {
  URGENT: { en: 'Urgent', pt: 'Urgente', description: 'The same day.', source: 'Hands Off' },
  HIGH: { en: 'High', pt: 'Alta', description: 'Within three days.', source: 'Hands Off' },
  NORMAL: { en: 'Normal', pt: 'Normal', description: 'Within two weeks.', source: 'Hands Off' },
  LOW: { en: 'Low', pt: 'Baixa', description: 'When no other waits.', source: 'Hands Off' },
});
export type CasePriority = CodeOf<typeof CasePriority>;

/** Primero's stages of work on a case, kept beside the status for interoperability. */
export const WorkflowStage = codeList('WorkflowStage', 'The stage of work on a case, as Primero names it.', {
  NEW: { en: 'New', pt: 'Novo', ...primero('new') },
  ASSESSMENT: { en: 'Assessment', pt: 'Avaliação', ...primero('assessment') },
  CASE_PLAN: { en: 'Case plan', pt: 'Plano de caso', ...primero('case_plan') },
  SERVICE_PROVISION: { en: 'Service provision', pt: 'Prestação de serviços', ...primero('service_provision') },
  SERVICES_IMPLEMENTED: { en: 'Services implemented', pt: 'Serviços prestados', ...primero('services_implemented') },
  CLOSED: { en: 'Closed', pt: 'Encerrado', ...primero('closed') },
  REOPENED: { en: 'Reopened', pt: 'Reaberto', ...primero('reopened') },
});
export type WorkflowStage = CodeOf<typeof WorkflowStage>;

/** Why a case is closed. */
export const ClosureReason = codeList('ClosureReason', 'Why a case is closed.', {
  NEEDS_MET: { en: 'Needs met', pt: 'Necessidades satisfeitas', source: 'GBVIMS' },
  NO_FURTHER_SUPPORT_AGREED: {
    en: 'No further support needed, agreed with the survivor',
    pt: 'Sem necessidade de mais apoio, por acordo com a sobrevivente',
    source: 'GBVIMS',
  },
  SURVIVOR_REQUEST: { en: 'At the survivor’s request', pt: 'A pedido da sobrevivente', source: 'GBVIMS' },
  NO_CONTACT_30_DAYS: {
    en: 'No contact for 30 days',
    pt: 'Sem contacto há 30 dias',
    description: 'The survivor could not be reached in a safe way for at least 30 days.',
    source: 'GBVIMS',
  },
  LEFT_AREA: { en: 'Survivor left the area', pt: 'A sobrevivente saiu da zona', source: 'GBVIMS' },
  TRANSFERRED_ORGANISATION: {
    en: 'Transferred to another organisation',
    pt: 'Transferido para outra organização',
    source: 'GBVIMS',
  },
  FUNDING_CONSTRAINTS: { en: 'Lack of funds', pt: 'Falta de fundos', source: 'GBVIMS' },
  LEGAL_CONCLUSION: {
    en: 'Legal conclusion',
    pt: 'Conclusão do processo legal',
    description: 'Complaint or court case came to its end.',
    source: 'Hands Off',
  },
  DEATH: { en: 'Death of the survivor', pt: 'Morte da sobrevivente', source: 'Hands Off' },
  OTHER: { en: 'Other reason', pt: 'Outro motivo', source: 'Hands Off' },
});
export type ClosureReason = CodeOf<typeof ClosureReason>;

/** Who brought the case, or through which door the survivor came. */
export const CaseSource = codeList('CaseSource', 'Who referred the survivor, or how the case came to the programme.', {
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
});
export type CaseSource = CodeOf<typeof CaseSource>;

/** Why a case is open to named colleagues alone. */
export const RestrictionReason = codeList('RestrictionReason', 'Why a case is open to named colleagues alone.', {
  MINOR: { en: 'The survivor is a child', pt: 'A pessoa sobrevivente é menor', source: 'Hands Off' },
  ACCUSED_COLLEAGUE: { en: 'A colleague is accused', pt: 'Um colega é acusado', source: 'Hands Off' },
  WELL_KNOWN: { en: 'The survivor is well known', pt: 'A pessoa sobrevivente é conhecida', source: 'Hands Off' },
  OTHER: { en: 'Other reason', pt: 'Outro motivo', source: 'Hands Off' },
});
export type RestrictionReason = CodeOf<typeof RestrictionReason>;
