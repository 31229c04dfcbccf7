/** What staff are told inside the API. */
import { codeList, type CodeOf } from '../../../model/codelist';
import { whatIsUrgent } from './notice-alert.codes';
import { whatIsDue } from './notice-due.codes';

const source = 'Hands Off';

export const NoticeKind = codeList(
  'NoticeKind',
  {
    en: 'What somebody has to know. It says nothing of a survivor.',
    pt: 'O que alguém precisa de saber. Não diz nada de uma pessoa sobrevivente.',
  },
  {
    CASE_WITHDRAWN: {
      en: 'The survivor ended the work on a case',
      pt: 'A pessoa sobrevivente terminou o trabalho num caso',
      description: {
        en: 'The case is closed off; open referrals were revoked.',
        pt: 'O caso está fechado; os encaminhamentos em aberto foram revogados.',
      },
      source,
    },
    CASE_RESUMED: {
      en: 'A withdrawn case was taken up again',
      pt: 'Um caso retirado foi retomado',
      source,
    },
    CLOSURE_TAKEN_BACK: {
      en: 'A request for closure was taken back, since an incident was added',
      pt: 'Um pedido de encerramento foi retirado, porque se acrescentou um incidente',
      source,
    },
    DISCLOSED_SINCE: {
      en: 'An incident was added to a case that is closed, or a duplicate',
      pt: 'Acrescentou-se um incidente a um caso encerrado ou duplicado',
      description: {
        en: 'See whether the case has to be taken up again.',
        pt: 'Veja se o caso tem de ser retomado.',
      },
      source,
    },
    TRANSFER_REQUESTED: {
      en: 'Another organisation asks you to take a case over',
      pt: 'Outra organização pede que receba um caso',
      description: {
        en: 'Accept or decline it: what there is to decide by stands in the transfer.',
        pt: 'Aceite-o ou recuse-o: o que há para decidir está na transferência.',
      },
      source,
    },
    TRANSFER_ANSWERED: {
      en: 'A transfer of a case was answered',
      pt: 'A transferência de um caso foi respondida',
      description: { en: 'How stands in the transfer.', pt: 'A resposta está na transferência.' },
      source,
    },
    TRANSFER_ENDED: {
      en: 'A transfer of a case ended without an answer',
      pt: 'A transferência de um caso terminou sem resposta',
      description: {
        en: 'The case was closed, withdrawn, restricted or found a duplicate meanwhile.',
        pt: 'Entretanto o caso foi encerrado, retirado, restrito ou dado como duplicado.',
      },
      source,
    },
    TRANSFER_EXPIRED: {
      en: 'A transfer of a case was not answered in time',
      pt: 'A transferência de um caso não foi respondida a tempo',
      description: {
        en: 'The case stays where it is: ask again, or ask another organisation.',
        pt: 'O caso fica onde está: peça de novo, ou peça a outra organização.',
      },
      source,
    },
    REFERRAL_REVOKED: {
      en: 'A referral to your organisation was ended',
      pt: 'Um encaminhamento para a sua organização foi terminado',
      description: {
        en: 'Nothing of the case is shared any more; why stands in the referral.',
        pt: 'Já nada do caso é partilhado; o porquê está no encaminhamento.',
      },
      source,
    },
    CASE_RESTRICTED: {
      en: 'A case is open to named colleagues alone',
      pt: 'Um caso está aberto apenas a colegas nomeados',
      description: { en: 'You are one of them.', pt: 'É uma dessas pessoas.' },
      source,
    },
    SUPERVISOR_NEEDED: {
      en: 'No supervisor of the organisation can have a case',
      pt: 'Nenhum supervisor da organização pode ter um caso',
      description: {
        en: 'Each is accused in it, or there is none: open the case to somebody who can supervise it, or name a supervisor of another organisation.',
        pt: 'Todos são acusados nele, ou não há nenhum: abra o caso a alguém que o possa supervisionar, ou nomeie um supervisor de outra organização.',
      },
      source,
    },
    OUTSIDE_SUPERVISOR_NAMED: {
      en: 'A supervisor of another organisation supervises a case',
      pt: 'Um supervisor de outra organização supervisiona um caso',
      description: {
        en: 'The privacy officer named the colleague that it is about: of this case they see the coded part, and approve what you ask for.',
        pt: 'O encarregado da protecção de dados nomeou o colega de que se trata: deste caso vê a parte codificada e aprova o que pedir.',
      },
      source,
    },
    DRAFT_EXPIRES: {
      en: 'A draft is about to be erased',
      pt: 'Um rascunho está prestes a ser apagado',
      description: {
        en: 'Register it before its time is over, or it is erased with all that it holds; until when stands in the case.',
        pt: 'Registe-o antes que o prazo termine, ou será apagado com tudo o que contém; até quando está no caso.',
      },
      source,
    },
    DRAFT_ERASED: {
      en: 'A draft was not registered in time and was erased',
      pt: 'Um rascunho não foi registado a tempo e foi apagado',
      description: { en: 'Nothing of it is left.', pt: 'Nada resta dele.' },
      source,
    },
    CASE_ASSIGNED: {
      en: 'A case was assigned to you',
      pt: 'Foi-lhe atribuído um caso',
      source,
    },
    CASE_TAKEN_OVER: {
      en: 'A case went from one colleague to another',
      pt: 'Um caso passou de um colega para outro',
      source,
    },
    CASES_HANDED_OVER: {
      en: 'The open cases of a colleague were handed over to you',
      pt: 'Foram-lhe entregues os casos em aberto de um colega',
      description: {
        en: 'They are assigned to you now; who had them is the colleague that it is about.',
        pt: 'Estão-lhe agora atribuídos; quem os tinha é o colega de que se trata.',
      },
      source,
    },
    DEPUTISED: {
      en: 'You stand in for a colleague',
      pt: 'Substitui um colega',
      description: {
        en: 'Until the end of it you work on the colleague’s cases as on your own.',
        pt: 'Até ao fim da substituição trabalha nos casos do colega como nos seus.',
      },
      source,
    },
    COLLEAGUE_LEFT: {
      en: 'A colleague left, or does something else now',
      pt: 'Um colega saiu, ou faz agora outra coisa',
      description: {
        en: 'Hand the colleague’s open cases over to somebody, and see to the roster: their shifts on call have ended.',
        pt: 'Entregue a alguém os casos em aberto do colega e trate da escala: os turnos de piquete dele terminaram.',
      },
      source,
    },
    COLLEAGUE_OFFERED: {
      en: 'A colleague is to move to your organisation',
      pt: 'Um colega vai mudar para a sua organização',
      description: { en: 'Agree to take the colleague on.', pt: 'Aceite receber o colega.' },
      source,
    },
    RESET_CODE_ISSUED: {
      en: 'A code was issued by which a password can be replaced',
      pt: 'Foi emitido um código com que se pode substituir uma palavra-passe',
      description: {
        en: 'For the colleague whom it is about. Whoever did not ask for one tells the supervisor and the privacy officer at once.',
        pt: 'Para o colega de que se trata. Quem não o pediu avisa logo o supervisor e o encarregado da protecção de dados.',
      },
      source,
    },
    CONSENT_OVERRIDDEN: {
      en: 'A case is worked on without consent, for danger to life',
      pt: 'Trabalha-se num caso sem consentimento, por perigo de vida',
      description: {
        en: 'A supervisor decided so; the reason is in the notes of the case.',
        pt: 'Um supervisor assim decidiu; o motivo está nas notas do caso.',
      },
      source,
    },
    ACCESS_TAKEN: {
      en: 'Somebody took access to what is closed to them',
      pt: 'Alguém acedeu ao que lhe está fechado',
      description: {
        en: 'For three hours at most; the reason is in the access grant, which has to be reviewed.',
        pt: 'Por três horas no máximo; o motivo está na autorização de acesso, que tem de ser revista.',
      },
      source,
    },
    ...whatIsDue,
    ...whatIsUrgent,
  },
);
export type NoticeKind = CodeOf<typeof NoticeKind>;
