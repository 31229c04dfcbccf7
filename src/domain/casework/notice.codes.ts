/** What staff are told inside the API. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const NoticeKind = codeList('NoticeKind', 'What somebody has to know. It says nothing of a survivor.', {
  CASE_WITHDRAWN: {
    en: 'The survivor ended the work on a case',
    pt: 'A pessoa sobrevivente terminou o trabalho num caso',
    description: 'The case is closed off; open referrals were revoked.',
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
    description: 'See whether the case has to be taken up again.',
    source,
  },
  REFERRAL_EXPIRED: {
    en: 'A referral was not answered in time',
    pt: 'Um encaminhamento não foi respondido a tempo',
    description: 'It has ended: choose another provider, or ask again.',
    source,
  },
  REFERRAL_REVOKED: {
    en: 'A referral to your organisation was ended',
    pt: 'Um encaminhamento para a sua organização foi terminado',
    description: 'Nothing of the case is shared any more; why stands in the referral.',
    source,
  },
  TRANSFER_REQUESTED: {
    en: 'Another organisation asks you to take a case over',
    pt: 'Outra organização pede que receba um caso',
    description: 'Accept or decline it: what there is to decide by stands in the transfer.',
    source,
  },
  TRANSFER_ANSWERED: {
    en: 'A transfer of a case was answered',
    pt: 'A transferência de um caso foi respondida',
    description: 'How stands in the transfer.',
    source,
  },
  TRANSFER_ENDED: {
    en: 'A transfer of a case ended without an answer',
    pt: 'A transferência de um caso terminou sem resposta',
    description: 'The case was closed, withdrawn, restricted or found a duplicate meanwhile.',
    source,
  },
  TRANSFER_EXPIRED: {
    en: 'A transfer of a case was not answered in time',
    pt: 'A transferência de um caso não foi respondida a tempo',
    description: 'The case stays where it is: ask again, or ask another organisation.',
    source,
  },
  CASE_RESTRICTED: {
    en: 'A case is open to named colleagues alone',
    pt: 'Um caso está aberto apenas a colegas nomeados',
    description: 'You are one of them.',
    source,
  },
  SUPERVISOR_NEEDED: {
    en: 'No supervisor of the organisation can have a case',
    pt: 'Nenhum supervisor da organização pode ter um caso',
    description: 'Each is accused in it, or there is none: name somebody with admitToCase.',
    source,
  },
  CONSENT_OVERRIDDEN: {
    en: 'A case is worked on without consent, for danger to life',
    pt: 'Trabalha-se num caso sem consentimento, por perigo de vida',
    description: 'A supervisor decided so; the reason is in the notes of the case.',
    source,
  },
  ACCESS_TAKEN: {
    en: 'Somebody took access to what is closed to them',
    pt: 'Alguém acedeu ao que lhe está fechado',
    description: 'For three hours at most; the reason is in the access grant, which has to be reviewed.',
    source,
  },
});
export type NoticeKind = CodeOf<typeof NoticeKind>;
