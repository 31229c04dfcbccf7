/** The lifecycle of a case. */
import { Lifecycle, type Course, type Guard } from '../../../model/lifecycle';
import type { ProblemShape } from '../../../base/problem';
import { CaseStatus, type WorkflowStage } from './case.codes';

/** What the guards judge by. A fact that nobody gathered does not hold. */
export interface CaseFacts {
  /** The case is anonymous, or the survivor's consent to services stands. */
  readonly servicesAgreed?: boolean;
  /** No referral is open, or a reason was given for closing all the same. */
  readonly referralsSettled?: boolean;
  /** Who decides is not who asked. */
  readonly anotherPerson?: boolean;
  /** It was asked for that the case be marked as a duplicate, or as one of its own. */
  readonly duplicateAsked?: boolean;
  /** Who confirms it is not who asked for it. */
  readonly secondPerson?: boolean;
  /** Who takes it back is who asked. */
  readonly ownRequest?: boolean;
  /** Who discards a draft is who began it. */
  readonly ownDraft?: boolean;
  /** The case is anonymous, or the survivor agreed that the other organisation gets what the case holds. */
  readonly handOverAgreed?: boolean;
  /** Nobody knows yet whose the case is. */
  readonly nameless?: boolean;
  /** The case is offered to the actor's organisation, which is another than its own. */
  readonly offered?: boolean;
  /** Stage of the work, which a withdrawal leaves as it was. */
  readonly stage?: WorkflowStage;
}

/** A condition that one fact decides. */
const guard = (
  description: string,
  holds: (facts: CaseFacts) => boolean | undefined,
  against: ProblemShape,
): Guard<CaseFacts> => ({
  description,
  against: (facts) => (holds(facts) ? undefined : against),
  isKnown: (facts) => holds(facts) !== undefined,
});

/** A case is worked on with the survivor's consent. */
export const servicesConsented = guard('consent to services, or an anonymous case', (facts) => facts.servicesAgreed, {
  code: 'CONSENT_MISSING',
  text: {
    en: 'A registered case needs the survivor’s consent to receiving services. Record it, keep the case as a draft, or register it as anonymous.',
    pt: 'Um caso registado precisa do consentimento da pessoa sobrevivente para receber serviços. Registe-o, mantenha o caso como rascunho ou registe-o como anónimo.',
  },
  path: ['consents'],
});

export const referralsSettled = guard(
  'no open referral, or a reason for closing all the same',
  (facts) => facts.referralsSettled,
  {
    code: 'OPEN_REFERRALS',
    text: {
      en: 'Referrals of the case are still open. End them first, or give a reason why closure is asked for all the same.',
      pt: 'Ainda há encaminhamentos do caso em aberto. Termine-os primeiro ou dê um motivo pelo qual se pede o encerramento mesmo assim.',
    },
    path: ['overrideReason'],
  },
);

export const anotherPerson = guard('somebody other than who asked', (facts) => facts.anotherPerson, {
  code: 'SAME_PERSON',
  text: {
    en: 'Whoever asked for closure cannot approve it. Ask another supervisor.',
    pt: 'Quem pediu o encerramento não o pode aprovar. Peça a outro supervisor.',
  },
});

export const duplicateAsked = guard('somebody has asked for it', (facts) => facts.duplicateAsked, {
  code: 'NOT_ASKED',
  text: {
    en: 'Nobody has asked for that in this case, so there is nothing to confirm or to drop.',
    pt: 'Ninguém pediu isso neste caso, por isso não há nada a confirmar nem a retirar.',
  },
});

export const secondPerson = guard('somebody other than who asked', (facts) => facts.secondPerson, {
  code: 'SAME_PERSON',
  text: {
    en: 'It takes two: you asked for it, so a colleague has to confirm it.',
    pt: 'São precisas duas pessoas: foi você quem o pediu, por isso tem de ser um colega a confirmá-lo.',
  },
});

export const ownRequest = guard('who asked for it', (facts) => facts.ownRequest, {
  code: 'NOT_YOURS',
  text: {
    en: 'Only whoever asked for closure can take the request back. A supervisor sends it back, with a reason.',
    pt: 'Só quem pediu o encerramento pode retirar o pedido. Um supervisor devolve-o, com um motivo.',
  },
});

export const ownDraft = guard('who began it', (facts) => facts.ownDraft, {
  code: 'NOT_YOURS',
  text: {
    en: 'Only whoever began a draft can discard it. If nobody registers it, it is erased by itself when its time is over.',
    pt: 'Só quem começou um rascunho pode descartá-lo. Se ninguém o registar, é apagado por si quando o prazo terminar.',
  },
});

export const nameless = guard('an anonymous case', (facts) => facts.nameless, {
  code: 'INVALID_INPUT',
  text: {
    en: 'The case is not anonymous: its survivor is known. Correct what is recorded of the survivor instead.',
    pt: 'O caso não é anónimo: a pessoa sobrevivente é conhecida. Corrija antes o que está registado da pessoa sobrevivente.',
  },
  path: ['survivor'],
});

export const offered = guard('another organisation that was asked', (facts) => facts.offered, {
  code: 'NOT_RECEIVER',
  text: {
    en: 'Only the organisation that the case is transferred to can answer.',
    pt: 'Só a organização para a qual o caso é transferido pode responder.',
  },
  path: ['id'],
});

export const handOverConsented = (path: readonly string[]): Guard<CaseFacts> =>
  guard('consent that names the receiver, or an anonymous case', (facts) => facts.handOverAgreed, {
    code: 'CONSENT_MISSING',
    text: {
      en: 'The survivor has not agreed that this organisation gets the case. Record a consent that names it: to receiving services, or to sharing all that the case holds.',
      pt: 'A pessoa sobrevivente não concordou que esta organização receba o caso. Registe um consentimento que a nomeie: para receber serviços, ou para partilhar tudo o que o caso contém.',
    },
    path,
  });

/** The stage that a status brings with it; the others leave it as it is. */
export const stageOf: Readonly<Partial<Record<CaseStatus, WorkflowStage>>> = {
  DRAFT: 'NEW',
  REGISTERED: 'NEW',
  ASSESSED: 'ASSESSMENT',
  ACTION_PLANNED: 'CASE_PLAN',
  IN_FOLLOW_UP: 'SERVICE_PROVISION',
  CLOSURE_REQUESTED: 'SERVICES_IMPLEMENTED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
};

const statusOf: Readonly<Record<WorkflowStage, CaseStatus>> = {
  NEW: 'REGISTERED',
  ASSESSMENT: 'ASSESSED',
  CASE_PLAN: 'ACTION_PLANNED',
  SERVICE_PROVISION: 'IN_FOLLOW_UP',
  SERVICES_IMPLEMENTED: 'CLOSURE_REQUESTED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
};

export const same: Course<CaseStatus, CaseFacts> = { description: 'the same', of: (from) => from, stays: true };

/** A draft that is discarded, or whose time is over, stands nowhere any more. */
export const erased: Course<CaseStatus, CaseFacts> = { description: '(erased)', of: (from) => from };

/** To where the case stood before it was withdrawn: its stage still tells. */
export const back: Course<CaseStatus, CaseFacts> = {
  description: 'where it stood before',
  of: (_from, { stage }) => statusOf[stage ?? 'NEW'],
};

/** What the sender asked for does not bind the receiver. */
export const handedOver: Course<CaseStatus, CaseFacts> = {
  description: 'the same; IN_FOLLOW_UP where closure was asked for',
  of: (from) => (from === 'CLOSURE_REQUESTED' ? 'IN_FOLLOW_UP' : from),
};

/** Cases that are worked on. */
export const open: readonly CaseStatus[] = [
  'REGISTERED',
  'ASSESSED',
  'ACTION_PLANNED',
  'IN_FOLLOW_UP',
  'CLOSURE_REQUESTED',
  'REOPENED',
];
/** All that a case can stand in. */
export const every: readonly CaseStatus[] = CaseStatus.codes.filter((code) => !CaseStatus.of[code].deprecated);
/** Cases that have not come to an end, drafts included. */
export const unfinished: readonly CaseStatus[] = ['DRAFT', ...open];

/** Cases of which a survivor can tell something, so that it can be corrected too. */
export const toldOf: readonly CaseStatus[] = [...unfinished, 'CLOSED', 'DUPLICATE'];

/** A case that is registered at once takes two steps: `registerCase` and `submitCase`. */
export const caseLifecycle = new Lifecycle<CaseStatus, CaseFacts>('Case', CaseStatus);

caseLifecycle.follows('the end of consent to services', { from: open, to: 'WITHDRAWN' });
caseLifecycle.follows('the end of its time', { from: ['DRAFT'], to: erased });

/** What stands against all further work on a withdrawn case. */
export const servicesEnded: ProblemShape = {
  code: 'CONSENT_MISSING',
  text: {
    en: 'The survivor has ended the consent to services: the case is closed off. Once the survivor has agreed again, and that is recorded, a supervisor who did not withdraw the case takes it up again.',
    pt: 'A pessoa sobrevivente terminou o consentimento para serviços: o caso está fechado. Quando tiver concordado de novo, e isso estiver registado, um supervisor que não retirou o caso retoma-o.',
  },
};
caseLifecycle.refuses('WITHDRAWN', servicesEnded);

export const agreedAgain = guard(
  'consent to services that was recorded since, or an anonymous case',
  (facts) => facts.servicesAgreed,
  servicesEnded,
);

export const anotherThanWithdrew = guard('somebody other than who withdrew it', (facts) => facts.anotherPerson, {
  code: 'SAME_PERSON',
  text: {
    en: 'Whoever recorded the withdrawal cannot take the case up again alone. Ask another supervisor.',
    pt: 'Quem registou a retirada não pode retomar o caso sozinho. Peça a outro supervisor.',
  },
});
