/** What waits for somebody, in the order in which it is to be done. None of the words tells what happened to anybody. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

/** The order of the codes is that of the list: what is first here comes first there. */
export const WorkKind = codeList(
  'WorkKind',
  { en: 'What waits for somebody, the most pressing first.', pt: 'O que espera por alguém, o mais urgente primeiro.' },
  {
    ALERT_UNACKNOWLEDGED: {
      en: 'Emergency alert that nobody has acknowledged',
      pt: 'Alerta de emergência que ninguém assumiu',
      source,
    },
    ALERT_OPEN: { en: 'Emergency alert that is being answered', pt: 'Alerta de emergência em curso', source },
    CARE_WITHIN_HOURS: {
      en: 'Care that only helps within hours or days',
      pt: 'Cuidados que só ajudam dentro de horas ou dias',
      description: {
        en: 'A service whose time is running: see that it is given before it is over.',
        pt: 'Um serviço cujo prazo está a correr: veja que é prestado antes de acabar.',
      },
      source,
    },
    REFERRAL_IMMEDIATE: {
      en: 'Immediate referral',
      pt: 'Encaminhamento imediato',
      description: {
        en: 'To be answered or begun; or, of the sender, not answered in its time, or ended without a service.',
        pt: 'Por responder ou iniciar; ou, de quem encaminhou, não respondido no prazo, ou terminado sem serviço.',
      },
      source,
    },
    OVERDUE_AT_RISK: {
      en: 'Overdue, of a case at high risk or of a minor',
      pt: 'Em atraso, de um caso de risco alto ou de um menor',
      source,
    },
    AFTER_WITHDRAWAL: {
      en: 'Left to do after a withdrawal',
      pt: 'Por fazer depois de um consentimento retirado',
      description: {
        en: 'A provider outside the system waits for a survivor who does not want it any more: tell them, without a name. Listed for seven days.',
        pt: 'Um prestador fora do sistema espera por uma pessoa sobrevivente que já não o quer: avise-o, sem dizer o nome. Fica na lista sete dias.',
      },
      source,
    },
    REFERRAL_WITHIN_72H: {
      en: 'Referral within 72 hours',
      pt: 'Encaminhamento dentro de 72 horas',
      source,
    },
    TRANSFER_TO_ANSWER: { en: 'Transfer to be answered', pt: 'Transferência por responder', source },
    FOLLOW_UP: {
      en: 'Follow-up, session or planned action of today, or before',
      pt: 'Seguimento, sessão ou acção planeada para hoje, ou antes',
      source,
    },
    COMPLAINT: {
      en: 'Hearing within three days, or stalled complaint',
      pt: 'Audiência dentro de três dias, ou queixa parada',
      source,
    },
    TO_APPROVE: {
      en: 'To be approved by a second person',
      pt: 'À espera da aprovação de uma segunda pessoa',
      description: {
        en: 'The closure of a case, that it repeats another or does not, that it is opened again to all; or an access that somebody took, to be looked at.',
        pt: 'O encerramento de um caso, que repete outro ou não, que volta a abrir-se a todos; ou um acesso que alguém tomou, por verificar.',
      },
      source,
    },
    LETTER_WITHOUT_OUTCOME: {
      en: 'Letter without an outcome',
      pt: 'Carta sem resultado',
      description: {
        en: 'The service was to be given by now: ask what came of it.',
        pt: 'O serviço já devia ter sido prestado: pergunte o que resultou.',
      },
      source,
    },
    REFERRAL_ROUTINE: { en: 'Routine referral', pt: 'Encaminhamento de rotina', source },
    DRAFT_EXPIRES: {
      en: 'Draft that will be erased within three days',
      pt: 'Rascunho que será apagado dentro de três dias',
      source,
    },
    CONDUCT_REVIEW: {
      en: 'Breach of a code of conduct to be reviewed',
      pt: 'Violação de um código de conduta por analisar',
      description: {
        en: 'Of whom it is to be reviewed by alone: nobody else sees that it is there.',
        pt: 'Só de quem a deve analisar: mais ninguém vê que existe.',
      },
      source,
    },
    CONDUCT_APPEAL: {
      en: 'Appeal against a decision on a breach',
      pt: 'Recurso de uma decisão sobre uma violação',
      description: {
        en: 'Of reviewers who neither reported, reviewed nor decided it: nobody else sees that it is there.',
        pt: 'De revisores que não a comunicaram, analisaram nem decidiram: mais ninguém vê que existe.',
      },
      source,
    },
    REVIEWER_MISSING: {
      en: 'Platform with a breach or an appeal that no reviewer can take',
      pt: 'Plataforma com uma violação ou um recurso que nenhum revisor pode analisar',
      description: {
        en: 'Something waits that every reviewer of the platform reported, reviewed or decided, or there is none: name another one. What it is stays with the reviewers.',
        pt: 'Há algo à espera que todos os revisores da plataforma comunicaram, analisaram ou decidiram, ou não há nenhum: nomeie outro. O que é fica entre os revisores.',
      },
      source,
    },
    ACTIVITY_DAY_PAST: {
      en: 'Planned activity whose day is past',
      pt: 'Actividade planificada cujo dia já passou',
      description: {
        en: 'Record that it was held, when it is to be held instead, or that it is cancelled.',
        pt: 'Registe que foi realizada, para quando fica, ou que foi cancelada.',
      },
      source,
    },
    REPORT_TO_VERIFY: { en: 'Report to be verified', pt: 'Relatório por verificar', source },
    DIRECTORY_ENTRY_STALE: {
      en: 'Entry of the service directory not confirmed for long',
      pt: 'Entrada do directório de serviços por confirmar há muito',
      source,
    },
    ADOPTION_UNCHECKED: {
      en: 'Adopted procedure that nobody has checked for twelve months',
      pt: 'Procedimento adoptado que ninguém verificou há doze meses',
      source,
    },
  },
);
export type WorkKind = CodeOf<typeof WorkKind>;

export const WorkRisk = codeList(
  'WorkRisk',
  {
    en: 'How much danger the survivor is in, as far as it is known.',
    pt: 'Em que perigo está a pessoa sobrevivente, tanto quanto se sabe.',
  },
  {
    HIGH: { en: 'High', pt: 'Alto', source },
    MEDIUM: { en: 'Medium', pt: 'Médio', source },
    LOW: { en: 'Low', pt: 'Baixo', source },
    NOT_SAID: {
      en: 'Not said',
      pt: 'Não indicado',
      description: {
        en: 'Not assessed, not told to a receiver, or nobody is in danger.',
        pt: 'Não avaliado, não comunicado a quem recebe, ou ninguém está em perigo.',
      },
      source,
    },
  },
);
export type WorkRisk = CodeOf<typeof WorkRisk>;
