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
    description: 'They are assigned to you now; who had them is the colleague that it is about.',
    source,
  },
  DEPUTISED: {
    en: 'You stand in for a colleague',
    pt: 'Substitui um colega',
    description: 'Until the end of it you work on the colleague’s cases as on your own.',
    source,
  },
  COLLEAGUE_LEFT: {
    en: 'A colleague left, or does something else now',
    pt: 'Um colega saiu, ou faz agora outra coisa',
    description: 'Hand the colleague’s open cases over with handOverCases.',
    source,
  },
  COLLEAGUE_OFFERED: {
    en: 'A colleague is to move to your organisation',
    pt: 'Um colega vai mudar para a sua organização',
    description: 'Agree with takeOnStaffMember.',
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
