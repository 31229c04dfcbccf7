/** Code lists of cases: lifecycle, risk, urgency, and to whom they are open. */
import { codeList, type CodeOf } from '../../../model/codelist';

const primero = (sourceCode: string) => ({ source: 'Primero', sourceCode });

/** Where a case stands in its lifecycle. */
export const CaseStatus = codeList(
  'CaseStatus',
  { en: 'Where a case stands in its lifecycle.', pt: 'Em que ponto do seu ciclo está um caso.' },
  {
    DRAFT: {
      en: 'Draft',
      pt: 'Rascunho',
      description: {
        en: 'Begun, not yet registered; visible to its author.',
        pt: 'Começado, ainda não registado; visível para quem o fez.',
      },
      source: 'Hands Off',
    },
    REGISTERED: {
      en: 'Registered',
      pt: 'Registado',
      description: {
        en: 'Consent to services is there, or the case is anonymous.',
        pt: 'Há consentimento para serviços, ou o caso é anónimo.',
      },
      ...primero('open'),
    },
    ASSESSED: {
      en: 'Assessed',
      pt: 'Avaliado',
      description: { en: 'Needs and risk are assessed.', pt: 'As necessidades e o risco estão avaliados.' },
      ...primero('open'),
    },
    ACTION_PLANNED: {
      en: 'Action planned',
      pt: 'Plano de acção elaborado',
      description: {
        en: 'An action plan is agreed with the survivor.',
        pt: 'Um plano de acção está acordado com a pessoa sobrevivente.',
      },
      ...primero('open'),
    },
    IN_FOLLOW_UP: {
      en: 'In follow-up',
      pt: 'Em seguimento',
      description: { en: 'The plan is being carried out.', pt: 'O plano está a ser executado.' },
      ...primero('open'),
    },
    CLOSURE_REQUESTED: {
      en: 'Closure requested',
      pt: 'Encerramento solicitado',
      description: {
        en: 'Waits for somebody other than the requester to approve.',
        pt: 'Espera que alguém, que não quem pediu, aprove.',
      },
      ...primero('open'),
    },
    CLOSED: {
      en: 'Closed',
      pt: 'Encerrado',
      description: { en: 'Closed with a reason and an approval.', pt: 'Encerrado com um motivo e uma aprovação.' },
      ...primero('closed'),
    },
    REOPENED: {
      en: 'Reopened',
      pt: 'Reaberto',
      description: { en: 'Taken up again after it was closed.', pt: 'Retomado depois de ter sido encerrado.' },
      ...primero('open'),
    },
    TRANSFERRED: {
      en: 'Transferred',
      pt: 'Transferido',
      description: {
        en: 'Handed to another organisation; the former owner keeps a stub.',
        pt: 'Entregue a outra organização; quem o tinha guarda um resumo.',
      },
      deprecated: { since: '2026-11-28' },
      ...primero('transferred'),
    },
    DUPLICATE: {
      en: 'Duplicate',
      pt: 'Duplicado',
      description: { en: 'The same case as another, which stays.', pt: 'O mesmo caso que outro, que fica.' },
      ...primero('duplicate'),
    },
    WITHDRAWN: {
      en: 'Withdrawn',
      pt: 'Retirado',
      description: {
        en: 'The survivor withdrew consent; the record is restricted.',
        pt: 'A pessoa sobrevivente retirou o consentimento; o registo está restrito.',
      },
      source: 'Hands Off',
    },
  },
);
export type CaseStatus = CodeOf<typeof CaseStatus>;

/** How much danger the survivor is in. */
export const RiskLevel = codeList(
  'RiskLevel',
  { en: 'How much danger the survivor is in now.', pt: 'Quanto perigo a pessoa sobrevivente corre agora.' },
  {
    HIGH: {
      en: 'High risk',
      pt: 'Risco elevado',
      description: { en: 'Immediate danger to life or safety.', pt: 'Perigo imediato para a vida ou a segurança.' },
      ...primero('high'),
    },
    MEDIUM: {
      en: 'Medium risk',
      pt: 'Risco médio',
      description: {
        en: 'Danger that is likely to grow without support.',
        pt: 'Perigo que provavelmente aumenta sem apoio.',
      },
      ...primero('medium'),
    },
    LOW: {
      en: 'Low risk',
      pt: 'Risco baixo',
      description: { en: 'No present danger; support and follow-up.', pt: 'Sem perigo presente; apoio e seguimento.' },
      ...primero('low'),
    },
  },
);
export type RiskLevel = CodeOf<typeof RiskLevel>;

/** In which order cases are worked on; risk is the survivor's, priority is the team's. */
export const CasePriority = codeList(
  'CasePriority',
  { en: 'How soon the team takes the case up.', pt: 'Dentro de quanto tempo a equipa trata do caso.' },
  {
    URGENT: {
      en: 'Urgent',
      pt: 'Urgente',
      description: { en: 'The same day.', pt: 'No mesmo dia.' },
      source: 'Hands Off',
    },
    HIGH: {
      en: 'High',
      pt: 'Alta',
      description: { en: 'Within three days.', pt: 'Dentro de três dias.' },
      source: 'Hands Off',
    },
    NORMAL: {
      en: 'Normal',
      pt: 'Normal',
      description: { en: 'Within two weeks.', pt: 'Dentro de duas semanas.' },
      source: 'Hands Off',
    },
    LOW: {
      en: 'Low',
      pt: 'Baixa',
      description: { en: 'When no other waits.', pt: 'Quando nenhum outro espera.' },
      source: 'Hands Off',
    },
  },
);
export type CasePriority = CodeOf<typeof CasePriority>;

/** Primero's stages of work on a case, kept beside the status for interoperability. */
export const WorkflowStage = codeList(
  'WorkflowStage',
  {
    en: 'The stage of work on a case, as Primero names it.',
    pt: 'A fase do trabalho num caso, como o Primero a designa.',
  },
  {
    NEW: { en: 'New', pt: 'Novo', ...primero('new') },
    ASSESSMENT: { en: 'Assessment', pt: 'Avaliação', ...primero('assessment') },
    CASE_PLAN: { en: 'Case plan', pt: 'Plano de caso', ...primero('case_plan') },
    SERVICE_PROVISION: { en: 'Service provision', pt: 'Prestação de serviços', ...primero('service_provision') },
    SERVICES_IMPLEMENTED: { en: 'Services implemented', pt: 'Serviços prestados', ...primero('services_implemented') },
    CLOSED: { en: 'Closed', pt: 'Encerrado', ...primero('closed') },
    REOPENED: { en: 'Reopened', pt: 'Reaberto', ...primero('reopened') },
  },
);
export type WorkflowStage = CodeOf<typeof WorkflowStage>;

/** Why a case is open to named colleagues alone. */
export const RestrictionReason = codeList(
  'RestrictionReason',
  { en: 'Why a case is open to named colleagues alone.', pt: 'Por que um caso está aberto apenas a colegas nomeados.' },
  {
    MINOR: { en: 'The survivor is a child', pt: 'A pessoa sobrevivente é menor', source: 'Hands Off' },
    ACCUSED_COLLEAGUE: { en: 'A colleague is accused', pt: 'Um colega é acusado', source: 'Hands Off' },
    WELL_KNOWN: {
      en: 'The survivor is well known',
      pt: 'A pessoa sobrevivente é uma figura pública',
      source: 'Hands Off',
    },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source: 'Hands Off' },
  },
);
export type RestrictionReason = CodeOf<typeof RestrictionReason>;

export { CaseSource } from './case-source.codes';
export { ClosureReason } from './closure-reason.codes';
